"""Which screens there are to see on a day: in each round of the programme, with what people do in it."""

from server.rehearsal.leading import give_out
from tests.festijn import eventually
from tests.gallery.after import all_of_it
from tests.gallery.album import Album, Screen
from tests.gallery.people import FULL, Hall, grant

BALLOT = "publieksprijs"


def now(view: str = "", path: str = "") -> Screen:
    """A participant's screen."""
    return Screen("now", view, f"/{{code}}/now{path}")


def stage(pin: str = "") -> Screen:
    """The stage, as it chooses by itself or with this pinned."""
    return Screen("stage", pin.replace("+", "-"), f"/{{code}}/stage{f'#{pin}' if pin else ''}")


def console(view: str = "", press: str = "") -> Screen:
    """The console, after pressing these."""
    return Screen("console", view, "/{code}/console", press)


def lead(view: str) -> Screen:
    """One part of a lead's own tab."""
    return Screen("lead", view, f"/{{code}}/lead#ours/{view}")


DESK = Screen("desk", "", "/{code}/desk")
LEADS = [lead(view) for view in ("notes", "harvest", "offers", "room", "plan")]
FOLDED = ".fold-head[aria-expanded=false], .room-head[aria-expanded=false]"
"""What can be unfolded on the console."""
DOORS = [
    Screen("door", "", "/"),
    Screen("door", "festival", "/{code}"),
    Screen("door", "key", "/{code}/key"),
    Screen("door", "lost", "/no/such/page"),
]
READING = [Screen("door", "results", "/{code}/results"), Screen("door", "result", "/{code}/results/kunstpost")]
KNOWN = [Screen("now", "mydata", "/{code}/mydata?as=participant"), Screen("desk", "people", "/{code}/people")]
AFTER = [
    now("plan", "?late#plans/kunstpost"),
    now("mine", "?late#mine"),
    lead("offers"),
    lead("plan"),
    *READING,
    *KNOWN,
]
TABS = [now("plans", "#plans"), now("plan", "#plans/kunstpost"), now("mine", "#mine")]


async def go_to(hall: Hall, kind: str, initiative: str = "") -> None:
    """Have the first round of this kind under way, of this initiative."""
    rounds = sorted(hall.host.rows("Round").values(), key=lambda row: int(row["order"]))
    there = next(row for row in rounds if row["kind"] == kind and (not initiative or row["initiative"] == initiative))

    def here() -> str:
        return str(hall.host.rows("Programme").get("programme", {"round": ""})["round"])

    await grant(hall.host, "OpenRound", round=there["id"], after=here())
    await eventually(lambda: here() == there["id"])


async def empty_day(album: Album, hall: Hall) -> None:
    """Nobody came, nobody wrote."""
    await album.take("before", *DOORS, now(), stage(), console(), DESK, *LEADS[:1])
    await album.take("after", *AFTER)
    for kind in ("welcome", "pitch", "dream", "break", "need", "open_space", "harvest", "ballot", "prizes", "goodbye"):
        await go_to(hall, kind)
        more = [*TABS, *LEADS, stage("wall"), stage("questions"), stage("counters"), DESK] if kind == "pitch" else []
        await album.take(kind.replace("_", "-"), now(), stage(), console(), *more)
        if kind == "ballot":
            await grant(hall.host, "OpenBallot", ballot=BALLOT)
            await album.take("ballot-open", now(), stage(), console())
            await grant(hall.host, "CloseBallot", ballot=BALLOT)
            await album.take("ballot-closed", now(), stage(), console())


async def busy_day(album: Album, hall: Hall) -> None:
    """180 people do what people do."""
    await hall.fill()
    await go_to(hall, "welcome")
    await album.take("welcome", Screen("door", "again", "/{code}"), now(), stage(), console())
    await go_to(hall, "pitch", "kunstpost")
    await hall.write()
    pins = [stage(pin) for pin in ("wall", "automatic+names", "questions", "counters", "programme")]
    unfolded = [console("unfolded", FOLDED), console("adapt", ".run-adapt[aria-pressed=false]")]
    await album.take("pitch", now(), *TABS, *LEADS, stage(), *pins, console(), *unfolded, DESK)
    await _in_rooms(album, hall)
    await _open_space(album, hall)
    await go_to(hall, "harvest")
    await hall.pledge()
    await album.take("harvest", now(), lead("room"), stage(), stage("counters"), console(), DESK)
    await _prizes(album, hall)
    await go_to(hall, "goodbye")
    await grant(hall.hero, "SayGoodbye", will_do=FULL[:200].strip(), was="")
    await album.take("goodbye", now(), stage(), console(), DESK)
    await all_of_it(hall)
    group = next(iter(hall.host.rows("Group")))
    await album.take("after", *AFTER, now("group", f"?late#plans/{group}"), stage("counters"), DESK)


async def _in_rooms(album: Album, hall: Hall) -> None:
    await go_to(hall, "dream")
    await album.take("dream-choosing", now())
    await hall.into_rooms()
    await album.take("dream", now(), stage(), console(), console("unfolded", FOLDED), lead("room"))
    await grant(hall.hero, "MoveTo", room="kunstpost")
    await album.take("dream-at-table", now())
    await go_to(hall, "break")
    await album.take("break", now(), stage(), console())
    await go_to(hall, "need")
    await hall.into_rooms()
    await grant(hall.hero, "MoveTo", room="kunstpost")
    await grant(hall.host, "Announce", id=hall.new_id(), text=FULL[:300].strip(), rooms=["kunstpost"])
    await album.take("need-at-table", now(), stage(), console())


async def _open_space(album: Album, hall: Hall) -> None:
    await go_to(hall, "open_space")
    await hall.talk()
    await album.take("open-space", now(), stage(), console(), console("unfolded", FOLDED))
    talks = hall.host.rows("Conversation")
    longest = max(talks.values(), key=lambda talk: (talk["queued"] > 0, len(talk["title"])))
    await grant(hall.host, "CallPitch", conversation=longest["id"])
    own = next(talk for talk in talks.values() if hall.hero.me in talk.get("conveners", ()))
    await grant(hall.hero, "MoveTo", room=own["id"])
    for who in hall.people[50:56]:
        await grant(who, "MoveTo", room=own["id"])
    field = {"conversation": own["id"], "field": "insights", "was": own["insights"]}
    await grant(hall.hero, "WriteHarvest", **field, text=FULL)
    await album.take("open-space-in-talk", now(), stage(), console())


async def _prizes(album: Album, hall: Hall) -> None:
    await go_to(hall, "ballot")
    await album.take("ballot", now(), stage(), console())
    await grant(hall.host, "OpenBallot", ballot=BALLOT)
    await hall.vote("spreekuur")
    await album.take("ballot-open", now(), stage(), console())
    await grant(hall.host, "CloseBallot", ballot=BALLOT)
    await album.take("ballot-closed", now(), stage(), console())
    await go_to(hall, "prizes")
    await album.take("prizes-secret", now(), stage(), console())
    await give_out(hall.host, BALLOT)
    await album.take("prizes", now(), stage(), console())
