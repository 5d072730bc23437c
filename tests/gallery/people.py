"""Fills a festival for the gallery: 180 people, 300 notes, and words as long and as odd as people may write them."""

import asyncio
import itertools
import random
from typing import Any

from rooms.people import Role
from rooms.wire import Answer
from server.lives import call_off
from server.rehearsal import texts
from server.rehearsal.cast import Key
from server.rehearsal.people import Door, Row, Someone
from server.rehearsal.summary import Book
from tests.journeys.house import House

PEOPLE, NOTES, TALKS = 180, 300, 16
AT_ONCE = 10
LONG_NAME = "Wilhelmina-Alexandrine van den Oudenhoven-Pietersen tot Zuylen"[:60]
LONG_WORD = "arbeidsongeschiktheidsverzekeringsmaatschappij"
FULL = (
    "Wij deden dit in Zutphen ook. Begin klein, met één straat, en vertel elke maand wat er lukte. Hang het op bij de "
    "bakker en bij de school, dan ziet iedereen het. Na een half jaar deed de halve wijk mee en nu is het niet meer "
    "weg te denken. Wil je weten hoe wij het geld regelden, kom dan eens koffie drinken. Neem ook je buurvrouw mee. "
)
NAMES = (LONG_NAME, "Bo", "Achmed el Amrani-van der Westhuizen", "Zoë 🌻", "مريم", "Hendrik-Jan Cornelis van 't Hof")
ODD = (
    (FULL * 2)[:500].strip(),
    f"Vraag het de {LONG_WORD}. Die heeft een potje voor de buurt.",
    "Heel sterk! 👏🏽",
    "Zoek de buurtsportcoach: die kent de jongeren. 🙂 مرحبا بالجميع",
)
LONG_INITIATIVE = f"Buurtmaaltijden zonder {LONG_WORD}"
LONG_TALK = f"Wat doe je als de {LONG_WORD} niet meer meedoet, en wie betaalt het dan? Een eerlijk gesprek."[:120]
TITLES = (
    *texts.TALKS,
    LONG_TALK,
    "Hoe krijg je bewoners, gemeente en woningcorporatie zover dat ze samen één plan maken dat na een jaar nog leeft?",
    "Van droom naar doen: wie belt maandag wie?",
    "Zorg voor elkaar zonder formulieren 🧡",
    "Een broedplaats voor jonge makers in een leeg schoolgebouw",
    "Meten wat een buurt er echt aan heeft, zonder dikke rapporten",
    "Buurtmaaltijden voor vijftig: inkoop, koks, afwas en wat het kost",
    "Een coöperatie van de buurt beginnen",
)
KINDS = ("tip", "top", "contact", "question", "impact")


class Hall:
    """Everybody in one festival: those who lead, `hero` before whose window we look, and the rest."""

    def __init__(self, house: House) -> None:
        self.door, self.links = Door(house.base, house.code, Book()), house.links
        self.people: list[Someone] = []
        self._every: list[Someone] = []
        self._lives: list[asyncio.Task[None]] = []
        self._chance = random.Random(PEOPLE)
        self._ids = itertools.count(1)

    async def open(self) -> None:
        """Let in who leads, and one guest."""
        self.host = await self.by_link(Role.FACILITATOR, "facilitator 1")
        self.lead = await self.by_link(Role.LEAD, "lead KunstPost")
        self.hero = await self._guest("Noor de Vries")

    async def close(self) -> None:
        """Everybody leaves."""
        for who in self._every:
            who.go()
        for life in self._lives:
            await call_off(life)

    async def by_link(self, role: Role, label: str) -> Someone:
        """Somebody who comes in by this link, and stays."""
        key = Key(role, self.links[label].partition("#")[2])
        return await self._in(await Someone.by_link(self.door, key, self._own_chance()))

    async def _guest(self, name: str) -> Someone:
        who = await self._in(await Someone.through(self.door, name, self._own_chance()))
        self.people.append(who)
        return who

    async def _in(self, who: Someone) -> Someone:
        self._every.append(who)
        self._lives.append(asyncio.create_task(who.live()))
        await who.here()
        return who

    def _own_chance(self) -> random.Random:
        return random.Random(self._chance.random())

    def new_id(self) -> str:
        """An id for something new, the same at each run."""
        return f"{next(self._ids):016}"

    async def fill(self) -> None:
        """Everybody else comes in, with names short and long; who leads says their name."""
        await grant(self.lead, "Rename", name="Eva Mulder")
        while len(self.people) < PEOPLE:
            await asyncio.gather(
                *(self._guest(self._name(at)) for at in range(min(AT_ONCE, PEOPLE - len(self.people))))
            )

    def _name(self, at: int) -> str:
        known = f"{self._chance.choice(texts.FIRST)} {self._chance.choice(texts.LAST)}".strip()
        return NAMES[len(self.people) // AT_ONCE % len(NAMES)] if at == 0 else known

    # -- what they write

    async def write(self) -> None:
        """300 notes, of all kinds and on all boards; some are asked by many, answered, taken along, or on the stage."""
        boards = sorted(self.host.rows("Initiative"))
        notes = [self._note(number, boards[number % len(boards)]) for number in range(NOTES)]
        for several in batches(notes):
            await asyncio.gather(*(grant(who, "PostNote", **note) for who, note in several))
        first = sorted((note for _, note in notes), key=lambda note: str(note["board"]) != "kunstpost")
        asked = [note["id"] for note in first if note["kind"] == "question"]
        for turn, note in enumerate(asked[:8]):
            await asyncio.gather(
                *(grant(who, "BackNote", note=note, backed=True) for who in self._others(note, 40 - 5 * turn))
            )
        mine = [note for _, note in notes if note["board"] == "kunstpost"]
        await self._receive(mine)
        shown = self._chance.sample([note for _, note in notes if note["kind"] != "contact"], 70)
        await asyncio.gather(*(grant(self.host, "ReleaseNote", note=note["id"], released=True) for note in shown))

    def _note(self, number: int, board: str) -> tuple[Someone, Row]:
        who = self.people[number % len(self.people)]
        kind = KINDS[(number // 6) % len(KINDS)]
        text = ODD[number // 7 % len(ODD)] if number % 7 == 0 else self._chance.choice(texts.NOTES[kind])
        return who, {"id": self.new_id(), "board": board, "kind": kind, "text": text}

    def _others(self, note: str, count: int) -> list[Someone]:
        author = int(note) - 1
        return [who for at, who in enumerate(self.people) if at % len(self.people) != author % len(self.people)][:count]

    async def _receive(self, mine: list[Row]) -> None:
        """What the leads of KunstPost do with theirs."""
        asked = [note["id"] for note in mine if note["kind"] == "question"]
        await grant(self.lead, "AnswerNote", note=asked[0], text=FULL[:300].strip(), was="")
        for note in mine[::3]:
            await grant(self.lead, "TakeAlong", note=note["id"], taken=True)
        for at, note in enumerate(mine[::4]):
            label = (*texts.WORDS, LONG_WORD[:40])[at % 5]
            await grant(self.lead, "ClusterNote", note=note["id"], label=label)
        for what in (*texts.MILESTONES, FULL[:400].strip()):
            new = {"id": self.new_id(), "initiative": "kunstpost", "what": what, "when": "2027-03-01"}
            await grant(self.lead, "AddMilestone", **new, who=LONG_NAME)
        await grant(self.lead, "BeginVersion", initiative="kunstpost", after=10)
        for text in (*texts.PARTS, f"Bel de {LONG_WORD}."):
            new = {"id": self.new_id(), "initiative": "kunstpost"}
            await grant(self.lead, "AddPart", **new, kind="step", text=text, version=20)

    async def pledge(self) -> None:
        """Promises for all needs, with dots for what was written."""
        needs = sorted(self.host.rows("Need").values(), key=lambda need: str(need["id"]))
        for at, who in enumerate(self.people[: 3 * len(needs)]):
            need, what = needs[at % len(needs)], FULL[:300].strip() if at % 10 == 4 else texts.PLEDGES[at % 6]
            when, terms = texts.WHEN[at % len(texts.WHEN)], texts.TERMS[at % len(texts.TERMS)]
            about = {"initiative": need["initiative"], "need": need["id"], "what": what, "when": when, "terms": terms}
            await grant(who, "MakePledge", id=self.new_id(), **about)

    # -- where they are

    async def into_rooms(self) -> None:
        """Most people walk to a room; half of them to KunstPost, so that it has many tables. Some call for help."""
        rooms = sorted(self.host.rows("Initiative"))
        for several in batches(list(enumerate(self.people[1:150], 1))):
            goes = [(who, "kunstpost" if at % 2 else rooms[at // 2 % len(rooms)]) for at, who in several]
            await asyncio.gather(*(grant(who, "MoveTo", room=room) for who, room in goes))
        calling = self.people[11:15] + self.people[-2:]
        await asyncio.gather(*(grant(who, "CallForHelp", wanted=True) for who in calling))

    async def talk(self) -> None:
        """Sixteen conversations, each in its place; people say where they go; some wait for their turn on the stage."""
        talks = [self.new_id() for _ in range(TALKS)]
        for at, talk in enumerate(talks):
            who = self.hero if at == 0 else self.people[at]
            await grant(who, "Propose", id=talk, title=TITLES[at], heads=0)
        for at, talk in enumerate(talks):
            await grant(self.host, "PlaceConversation", conversation=talk, slot=1 + at % 2, place=1 + at // 2)
        for several in batches([(who, self._chance.choice(talks)) for who in self.people[20:]]):
            await asyncio.gather(*(grant(who, "GoTo", conversation=talk, going=True) for who, talk in several))
        for at in (8, 9, 2, 3, 4, 5):
            await grant(self.people[at], "QueuePitch", conversation=talks[at], wanted=True)
        loose = {"id": self.new_id(), "title": "Nog zonder plek: een ruilwinkel voor gereedschap", "heads": 0}
        await grant(self.people[40], "Propose", **loose)

    async def vote(self, prize: str) -> None:
        """Everybody votes; the first two are nearly alike."""
        cases = sorted(self.host.rows("Initiative"))
        await asyncio.gather(
            *(
                grant(who, "CastVote", prize=prize, choice=cases[at * at % 7 % 6])
                for at, who in enumerate(self.people[1:])
            )
        )


async def grant(who: Someone, kind: str, /, **fields: Any) -> Answer:
    """Somebody wishes something, and it is granted; raises AssertionError when it is not."""
    answer = await who.wish(kind, **fields)
    assert answer is not None, f"{kind} {fields}: no answer"
    assert answer.ok is not None, f"{kind} {fields}: {answer.reason}"
    return answer


def batches(things: list[Any]) -> list[list[Any]]:
    """These, a few at a time."""
    return [things[at : at + 4 * AT_ONCE] for at in range(0, len(things), 4 * AT_ONCE)]
