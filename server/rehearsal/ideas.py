"""What comes into people's heads at a rehearsal: in each round what that round is for, drawn from their own screen."""

from collections.abc import Callable

from server.rehearsal import texts
from server.rehearsal.people import Row, Someone

Wish = Row | None
KINDS = ["tip", "tip", "top", "question", "impact", "contact"]
MOST_OWN = 2
"""Conversations somebody proposes."""
BUILT_ON = ("backed", "answer", "dots", "taken")
"""What others did with a note: it keeps its words then."""
SAYS_YES = 0.7
"""How often somebody agrees to one conversation of two."""


def board_of(who: Someone) -> str:
    """The board that this person has before them."""
    heard = [audience.partition(":")[2] for audience in who.audiences if audience.startswith("board:")]
    return heard[0] if heard else ""


def note(who: Someone) -> Wish:
    """Write a note, on the board before them or on that of any initiative."""
    cases = list(who.rows("Initiative"))
    board = board_of(who) or (who.chance.choice(cases) if cases else "")
    kind = who.chance.choice(KINDS if board in cases else KINDS[:-1])
    if not board:
        return None
    text = who.chance.choice(texts.NOTES[kind])
    return {"type": "PostNote", "id": who.new_id(), "board": board, "kind": kind, "text": text}


def better(who: Someone) -> Wish:
    """Improve a note of one's own."""
    mine = who.one([row for row in who.rows("Note").values() if row.get("author") == who.me])
    if mine is None or texts.BETTER in mine["text"] or any(mine[mark] for mark in BUILT_ON):
        return note(who)
    return {
        "type": "ImproveNote", "note": mine["id"], "was": mine["text"], "text": f"{mine['text']} {texts.BETTER}"
    }  # fmt: skip


def back(who: Someone) -> Wish:
    """Take back a note, which happens seldom."""
    mine = who.one([row for row in who.rows("Note").values() if row.get("author") == who.me])
    return {"type": "TakeBackNote", "note": mine["id"]} if mine else note(who)


def others(who: Someone, *kinds: str) -> list[Row]:
    """Notes of others of these kinds."""
    return [row for row in who.rows("Note").values() if row.get("author") != who.me and row["kind"] in kinds]


def ask_too(who: Someone) -> Wish:
    """Ask a question too."""
    asked = who.one(others(who, "question"))
    return {"type": "BackNote", "note": asked["id"], "backed": True} if asked else note(who)


def dot(who: Someone) -> Wish:
    """Give one of one's dots to a note, or take it back."""
    liked = who.one(others(who, "tip", "top", "question", "impact"))
    if liked is None:
        return note(who)
    return {"type": "GiveDot", "note": liked["id"], "given": f"{liked['id']}/{who.me}" not in who.rows("Dot")}


def walk(who: Someone) -> Wish:
    """Go into a room of an initiative, or walk on to another."""
    rooms = [row for row in who.rows("Initiative") if row != who.room]
    return {"type": "MoveTo", "room": who.chance.choice(rooms)} if rooms else None


def settle(who: Someone) -> Wish:
    """Go in when still in the hall; else take part at the table."""
    if not who.room:
        return walk(who)
    seat = who.rows("Seat")[who.me]
    tables = [row for row in who.rows("Table").values() if row["room"] == seat["room"]]
    mine = next((row for row in tables if row["number"] == seat["table"]), None)
    if mine is None:
        return note(who)
    task = who.chance.choice(["host", "scribe"])
    if not mine[task]:
        return {"type": "TakeTask", "task": task, "taken": True}
    return note(who)


def other_table(who: Someone) -> Wish:
    """Sit down at another table of this room."""
    seat = who.rows("Seat").get(who.me)
    tables = [row for row in who.rows("Table").values() if seat and row["room"] == seat["room"]]
    there = who.one([row for row in tables if seat and row["number"] != seat["table"]])
    return {"type": "SitAt", "table": there["number"]} if there and seat and seat["table"] else settle(who)


def call(who: Someone) -> Wish:
    """Call for help."""
    return {"type": "CallForHelp", "wanted": True} if who.room else settle(who)


def talks(who: Someone, *, placed: bool) -> list[Row]:
    """The conversations, with or without a place."""
    return [row for row in who.rows("Conversation").values() if (row["slot"] > 0) == placed]


def convened(who: Someone) -> list[Row]:
    """The conversations this person convenes."""
    return [row for row in who.rows("Conversation").values() if who.me in row.get("conveners", ())]


def propose(who: Someone) -> Wish:
    """Propose a conversation; it is told on the stage, and gets a place."""
    mine = convened(who)
    if len(mine) >= MOST_OWN:
        return go_there(who)
    if mine and not mine[0]["queued"]:
        return {"type": "QueuePitch", "conversation": mine[0]["id"], "wanted": True}
    return {"type": "Propose", "id": who.new_id(), "title": who.chance.choice(texts.TALKS), "heads": 0}


def go_there(who: Someone) -> Wish:
    """Say that one will go, or go in."""
    talk = who.one(talks(who, placed=True)) or who.one(talks(who, placed=False))
    if talk is None:
        return None
    if talk["slot"] and talk["id"] != who.room and who.chance.random() < 0.5:
        return {"type": "MoveTo", "room": talk["id"]}
    return {"type": "GoTo", "conversation": talk["id"], "going": who.chance.random() < 0.9}


def harvest(who: Someone) -> Wish:
    """Write down what the conversation one is in brought."""
    talk = who.rows("Conversation").get(who.room)
    if talk is None:
        return go_there(who)
    field, words = who.chance.choice([("insights", texts.INSIGHTS), ("agreements", texts.AGREEMENTS)])
    text = f"{talk[field]}\n{who.chance.choice(words)}".strip()[-1500:].strip()
    return {"type": "WriteHarvest", "conversation": talk["id"], "field": field, "text": text, "was": talk[field]}


def merge(who: Someone) -> Wish:
    """Agree to one conversation of two, say no, or ask for it."""
    mine = convened(who)
    asked = who.one([row for row in who.rows("MergeAsked").values() if row["into"] in {one["id"] for one in mine}])
    if asked is not None:
        answer = "AgreeMerge" if who.chance.random() < SAYS_YES else "DeclineMerge"
        return {"type": answer, "conversation": asked["id"]}
    other = who.one([row for row in who.rows("Conversation").values() if row not in mine])
    if not mine or other is None or mine[0]["slot"]:
        return go_there(who)
    return {"type": "AskMerge", "conversation": mine[0]["id"], "into": other["id"], "wanted": True}


def pledge(who: Someone) -> Wish:
    """Say what one will do for somebody's need."""
    need = who.one(list(who.rows("Need").values()))
    if need is None:
        return None
    return {
        "type": "MakePledge",
        "id": who.new_id(),
        "initiative": need["initiative"],
        "need": need["id"],
        "what": who.chance.choice(texts.PLEDGES),
        "when": who.chance.choice(texts.WHEN),
        "terms": who.chance.choice(texts.TERMS),
    }


def vote(who: Someone) -> Wish:
    """Choose for a prize that one has not chosen for yet, or change one's mind."""
    opened = {row["id"] for row in who.rows("Ballot").values() if row["state"] == "open"}
    prizes = [row for row in who.rows("Prize").values() if row["ballot"] in opened]
    prizes = [row for row in prizes if row.get("decided", "vote") == "vote"]
    prize = who.one([row for row in prizes if f"{row['id']}/{who.me}" not in who.rows("Vote")]) or who.one(prizes)
    own = next((row["initiative"] for row in who.rows("Person").values() if row["id"] == who.me), "")
    choice = who.one([row for row in who.rows("Initiative").values() if row["id"] != own])
    return {"type": "CastVote", "prize": prize["id"], "choice": choice["id"]} if prize and choice else None


def goodbye(who: Someone) -> Wish:
    """Say what one will do, and agree to hear more."""
    said = who.rows("Farewell").get(who.me)
    if said is None:
        return {"type": "SayGoodbye", "will_do": who.chance.choice(texts.FAREWELLS), "was": ""}
    purpose, text = who.chance.choice(list(texts.CONSENTS.items()))
    return {"type": "Agree", "purpose": purpose, "text": text, "email": f"{who.me.lower()}@example.org"}


Idea = Callable[[Someone], Wish]
IDEAS: dict[str, list[tuple[Idea, int]]] = {
    "welcome": [(note, 2)],
    "pitch": [(note, 8), (ask_too, 4), (better, 2), (back, 1)],
    "dream": [(settle, 8), (note, 6), (walk, 1), (other_table, 1), (call, 1), (better, 2)],
    "need": [(settle, 8), (note, 6), (walk, 1), (other_table, 1), (call, 1), (ask_too, 2)],
    "break": [(note, 1), (better, 1)],
    "open_space": [(propose, 3), (go_there, 6), (harvest, 5), (note, 3), (merge, 1)],
    "harvest": [(pledge, 6), (dot, 5), (note, 1)],
    "ballot": [(vote, 1)],
    "prizes": [(dot, 1)],
    "goodbye": [(goodbye, 1)],
}
"""What people do in a round of each kind, and how often."""


def next_wish(who: Someone, kind: str) -> Wish:
    """This person's next wish in a round of this kind."""
    ideas = IDEAS.get(kind, [(note, 1)])
    return who.chance.choices([idea for idea, _ in ideas], [weight for _, weight in ideas])[0](who)
