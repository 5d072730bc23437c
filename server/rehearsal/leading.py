"""What leads and facilitators do at a rehearsal: receive the notes, and keep the day going."""

import asyncio

from server.rehearsal import texts
from server.rehearsal.ideas import Wish, next_wish
from server.rehearsal.people import Row, Someone

SHOWN_WITHIN = 30.0
"""Seconds until a facilitator sees that the ballot is closed; else the rehearsal says that it was not."""


def own_initiative(who: Someone) -> str:
    """The initiative this lead comes from."""
    me = who.rows("Person").get(who.me)
    return str(me["initiative"]) if me else ""


def receive(who: Someone, kind: str) -> Wish:
    """A lead's next wish: something for their initiative, or what everybody does."""
    mine = own_initiative(who)
    if not mine or kind in ("ballot", "goodbye") or who.chance.random() < 0.3:
        return next_wish(who, kind)
    notes = [row for row in who.rows("Note").values() if row["board"] == mine]
    seen = who.one(notes)
    if seen is None or who.chance.random() < 0.3:
        return plan(who, mine)
    if seen["kind"] == "question":
        return {
            "type": "AnswerNote", "note": seen["id"], "text": who.chance.choice(texts.ANSWERS), "was": seen["answer"]
        }  # fmt: skip
    if seen["kind"] != "contact" and who.chance.random() < 0.4:
        return {"type": "ReleaseNote", "note": seen["id"], "released": True}
    if who.chance.random() < 0.2:
        return {"type": "ClusterNote", "note": seen["id"], "label": who.chance.choice(texts.WORDS)}
    return {"type": "TakeAlong", "note": seen["id"], "taken": True}


def plan(who: Someone, mine: str) -> Row:
    """A milestone, a part of recipe 2.0, or the next step in other words."""
    new = {"id": who.new_id(), "initiative": mine}
    case = who.rows("Initiative")[mine]
    step = {"type": "EditInitiative", "initiative": mine, "field": "next_step", "was": case["next_step"]}
    plans: list[Row] = [
        {
            "type": "AddMilestone",
            **new,
            "what": who.chance.choice(texts.MILESTONES),
            "when": "2027-03-01",
        },
        {"type": "AddPart", **new, "kind": "step", "text": who.chance.choice(texts.PARTS), "version": 20},
        {**step, "text": who.chance.choice(texts.STEPS)},
    ]
    return who.chance.choice(plans)


def place(who: Someone) -> Wish:
    """Give a conversation a free place in the grid."""
    market = who.rows("Market").get("market")
    talks = list(who.rows("Conversation").values())
    loose = who.one([row for row in talks if row["slot"] == 0])
    if market is None or loose is None:
        return None
    taken = {(row["slot"], row["place"]) for row in talks}
    grid = [(slot, at) for at in range(1, market["places"] + 1) for slot in range(1, market["slots"] + 1)]
    free = next((one for one in grid if one not in taken), None)
    if free is None:
        return None
    return {"type": "PlaceConversation", "conversation": loose["id"], "slot": free[0], "place": free[1]}


def pitch(who: Someone) -> Wish:
    """Have the next in the queue told on the stage."""
    queue = sorted((row["queued"], row["id"]) for row in who.rows("Conversation").values() if row["queued"])
    return {"type": "CallPitch", "conversation": queue[0][1]} if queue else None


def host(who: Someone, kind: str) -> Wish:
    """A facilitator's next wish within a round."""
    calls = who.one(list(who.rows("HelpCall").values()))
    if calls is not None:
        return {"type": "AnswerCall", "call": calls["id"], "walk": who.chance.random() < 0.5}
    if kind == "open_space" and (wish := who.chance.choice([place, place, pitch])(who)):
        return wish
    if kind in ("dream", "need") and who.chance.random() < 0.3:
        return {"type": "SpreadHall"}
    if who.chance.random() < 0.2:
        return {"type": "Announce", "id": who.new_id(), "text": who.chance.choice(texts.MESSAGES), "rooms": []}
    note = who.one([row for row in who.rows("Note").values() if row["kind"] != "contact" and not row["hidden"]])
    return {"type": "ReleaseNote", "note": note["id"], "released": who.chance.random() < 0.7} if note else None


async def open_together(hosts: list[Someone], coming: str, both: bool) -> None:
    """Go to this round; when `both`, two facilitators press at the same moment, and it is one step."""
    after = str(hosts[0].rows("Programme").get("programme", {"round": ""})["round"])
    if after != coming:
        pressing = hosts[:2] if both else hosts[:1]
        await asyncio.gather(*(one.wish("OpenRound", round=coming, after=after) for one in pressing))


def leading(tally: Row | None) -> list[str]:
    """The initiatives with the most votes."""
    counts: dict[str, int] = tally["counts"] if tally else {}
    return [one for one, votes in counts.items() if votes == max(counts.values())]


async def give_out(host: Someone, ballot: str) -> None:
    """Close the ballot, decide what the votes did not, and reveal every prize."""
    if host.rows("Ballot").get(ballot, {}).get("state") == "open":
        await host.wish("CloseBallot", ballot=ballot)
        try:
            async with asyncio.timeout(SHOWN_WITHIN):
                while host.rows("Ballot")[ballot]["state"] == "open":  # noqa: ASYNC110 - its frame is on its way
                    await asyncio.sleep(0.05)
        except TimeoutError:
            host.door.book.wrong.append(f"ballot {ballot} was not closed")
            return
    cases = sorted(host.rows("Initiative"))
    for prize in [row for row in host.rows("Prize").values() if row["ballot"] == ballot and not row["revealed"]]:
        winners = prize["winners"]
        if prize["decided"] != "vote":
            winners = host.chance.sample(cases, min(2, len(cases)))
            await host.wish("AwardPrize", prize=prize["id"], winners=winners)
        elif not prize["winners"]:
            level = leading(host.rows("Tally").get(prize["id"])) or cases
            winners = level[:1]
            await host.wish("SettlePrize", prize=prize["id"], choice=level[0])
        await host.wish("RevealPrize", prize=prize["id"], winners=winners)
