"""A process of a festival without its web: a replica on a real store, what it told, and how to wish something."""

import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import msgspec

from rooms.ballot import Ballot, Prize
from rooms.board import Board, Note, NoteKind, PostNote
from rooms.initiative import About, Initiative
from rooms.kernel import Command, Step, Tables
from rooms.people import Person, Role
from rooms.receipt import Ref
from server.journal import NOWHERE, Entry, Journal, Place, Snapshot, keys_of
from server.judging import Verdict, Wish
from server.lives import call_off
from server.replica import Replica
from tests.festijn import eventually

FESTIVAL = "here"
STREAM, PLACE = keys_of(FESTIVAL)
ANNA, FEE = "person-anna", "person-fee"
VOTERS = [f"person-{number}" for number in range(6)]
PHONE = "p" * 16
FIRST = Place(1, 1, "first")
RECORDS = [
    About(id="about", title="Here", code="ABCDEF"),
    Initiative(id="kunstpost", order=1, name="Kunstpost", place="Rotterdam", what="Art"),
    Board(id="kunstpost"),
    *(Ballot(id=f"ballot-{n}") for n in (1, 2)),
    *(Prize(id=f"prize-{n}", ballot=f"ballot-{n}", order=1, title="A prize", giver="A friend") for n in (1, 2)),
    *(Person(id=one, name=one, role=Role.PARTICIPANT) for one in (ANNA, *VOTERS)),
    Person(id=FEE, name="Fee", role=Role.FACILITATOR),
]


class Process:
    """One server process' replica, and what it told."""

    def __init__(self, url: str) -> None:
        self.replica = Replica(Journal(url, FESTIVAL), self)
        self.histories: list[bool] = []
        self.store: list[bool] = []
        self.steps: list[Step] = []
        self.spoken = 0
        self.phone = secrets.token_urlsafe(12)

    def took(self, steps: list[Step]) -> None:
        self.steps += steps

    def replaced(self, other_history: bool) -> None:
        self.histories.append(other_history)
        self.steps.clear()

    def forgot(self) -> None:
        self.steps.clear()

    def store_is(self, here: bool) -> None:
        self.store.append(here)

    def pace(self) -> float:
        return 0.0

    def hand_in(self, command: Command, by: str = ANNA, ref: Ref | None = None) -> "asyncio.Future[Verdict]":
        """Submit a wish; its answer comes later."""
        self.spoken += 1
        answer: asyncio.Future[Verdict] = asyncio.get_running_loop().create_future()
        self.replica.submit(Wish(command, ref or Ref(self.phone + by, self.spoken, 1), by, 0, answer.set_result))
        return answer

    async def wish(self, command: Command, by: str = ANNA, ref: Ref | None = None) -> Verdict:
        """Submit a wish and wait for its answer."""
        async with asyncio.timeout(10):
            return await self.hand_in(command, by, ref)

    def notes(self) -> list[str]:
        return sorted(note.id for note in self.replica.tables.all(Note))

    def all(self) -> bytes:
        """All records, as bytes."""
        return msgspec.msgpack.encode(self.replica.tables.records())


@asynccontextmanager
async def process(url: str) -> AsyncIterator[Process]:
    """A process that has loaded the festival."""
    one = Process(url)
    life = asyncio.create_task(one.replica.run())
    try:
        async with asyncio.timeout(10):
            await one.replica.ready.wait()
        yield one
    finally:
        await call_off(life)


async def begin(url: str, tables: Tables | None = None, place: Place = FIRST) -> None:
    """A journal that begins with a snapshot of these tables, at this place."""
    journal = Journal(url, FESTIVAL)
    await journal.connect()
    snapshot = Snapshot((tables or Tables(RECORDS)).records(), {})
    assert await journal.append(NOWHERE, Entry(place.n, place.epoch, place.mark, "", snapshot=snapshot)) is None
    await journal.close()


def post(number: int) -> PostNote:
    """A tip with an id that tells its number."""
    return PostNote(id=f"note-{number:011}", board="kunstpost", kind=NoteKind.TIP, text=f"Tip {number}")


async def same(*processes: Process) -> None:
    """Wait until all stand at one place, and find their tables equal."""
    await eventually(lambda: len({one.replica.place for one in processes}) == 1)
    assert len({one.all() for one in processes}) == 1
