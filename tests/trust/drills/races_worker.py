"""One process of the races: a hall as the server has it, and voters who vote in it as fast as it will take.

The voters are the same in all processes, and a twentieth of what they send goes to the next process as well, under the
same ref. Every entry this process tries to add is written down before the store is asked, and every answer after it.
"""

import asyncio
import random
import struct
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec
import uvloop

from rooms.ballot import Ballot, BallotState, CastVote, CloseBallot, OpenBallot
from rooms.kernel import Command
from rooms.receipt import Ref
from server.collector import calm
from server.hall import Hall
from server.journal import Entry, Journal, Place
from server.judging import Verdict, Wish, pack_command, unpack_command
from server.web import logs_as_lines

TWINS = 0.05
EARLIER, LATER = 0.10, 0.05
CHOICES = 5
DEVICE = "-at-"
FACILITATOR = "facilitator-0001"

_size = struct.Struct("!I")
_pack = msgspec.msgpack.Encoder().encode


class Plan(msgspec.Struct):
    """What one process does: `me` of `processes`, so many attempts, on ballots that take so many each."""

    url: str
    festival: str
    where: str
    me: int
    processes: int
    seed: int
    attempts: int
    a_ballot: int
    ballots: int
    voters: int
    prizes: int
    waiting: int


class Told(msgspec.Struct, array_like=True):
    """An answer: to whom, about which wish; `ok` is the entry, or else there is a reason."""

    by: str
    ref: str
    command: msgspec.Raw
    ok: int | None
    reason: str


class Sent(msgspec.Struct, array_like=True):
    """A wish on its way to another process."""

    by: str
    ref: Ref
    seen: int
    command: msgspec.Raw


def ballot_id(at: int) -> str:
    """The name of the so-manieth ballot."""
    return f"ballot-{at:06}"


def prize_id(ballot: int, at: int) -> str:
    """The name of one of its prizes."""
    return f"prize-{ballot:06}-{at}"


def voter_id(at: int) -> str:
    """Who votes."""
    return f"voter-{at:010}"


def write(out: BinaryIO, packed: bytes) -> None:
    """Add a message to a file."""
    out.write(_size.pack(len(packed)) + packed)


def messages(path: Path) -> Iterator[tuple[int, bytes]]:
    """The messages in a file, each with where it begins."""
    with path.open("rb") as source:
        while head := source.read(_size.size):
            at = source.tell()
            yield at, source.read(_size.unpack(head)[0])


class RecordedJournal(Journal):
    """A journal that writes down what it is about to add. What was truly added, the next entry's `after` tells."""

    def __init__(self, url: str, festival: str, out: BinaryIO) -> None:
        super().__init__(url, festival)
        self._out = out

    async def append(self, stand: Place, entry: Entry) -> list[Entry] | None:
        write(self._out, _pack(entry))
        return await super().append(stand, entry)


def recorded_hall(url: str, festival: str, out: BinaryIO) -> Hall:
    """A hall whose every entry is written down."""
    hall = Hall(url, festival)
    hall.replica.journal = RecordedJournal(url, festival, out)
    return hall


class Devices:
    """The phones in this process: what each has sent, and which of it has no answer yet."""

    def __init__(self, me: int) -> None:
        self._me = me
        self._last: defaultdict[str, int] = defaultdict(int)
        self._waiting: defaultdict[str, set[int]] = defaultdict(set)

    def ref(self, by: str) -> Ref:
        """The next ref of this person's phone."""
        self._last[by] += 1
        waiting = self._waiting[by]
        waiting.add(self._last[by])
        return Ref(f"{by}{DEVICE}{self._me}", self._last[by], min(waiting))

    def answered(self, by: str, ref: Ref) -> None:
        """This one has its answer."""
        self._waiting[by].discard(ref.seq)


class Racer:
    """The voters of one process."""

    def __init__(self, plan: Plan, hall: Hall, answers: BinaryIO) -> None:
        self._plan, self._hall, self._answers = plan, hall, answers
        self._chance = random.Random(f"{plan.seed} {plan.me}")
        self._devices = Devices(plan.me)
        self._room = asyncio.Semaphore(plan.waiting)
        self._open = 0
        self._here = 0
        self._called = -1
        self._under_way = 0
        self._quiet = asyncio.Event()
        self._next: asyncio.StreamWriter | None = None
        self._heard_all = asyncio.Event()

    async def run(self) -> None:
        """Do as planned; returns when everything of ours, and all the other sent us, has its answer."""
        door = await asyncio.start_unix_server(self._hear, self._path(self._plan.me))
        self._next = await self._neighbour()
        self._send(FACILITATOR, OpenBallot(ballot=ballot_id(0)), twice=True)
        for _ in range(self._plan.attempts):
            await self._room.acquire()
            self._vote()
        self._next.write_eof()
        await self._heard_all.wait()
        while self._under_way:
            self._quiet.clear()
            await self._quiet.wait()
        door.close()
        self._next.close()

    def _path(self, at: int) -> Path:
        return Path(self._plan.where) / f"{at}.door"

    async def _neighbour(self) -> asyncio.StreamWriter:
        path = self._path((self._plan.me + 1) % self._plan.processes)
        while True:
            try:
                return (await asyncio.open_unix_connection(path))[1]
            except (FileNotFoundError, ConnectionRefusedError):
                await asyncio.sleep(0.01)

    async def _hear(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """What phones send here that sent it to another process as well."""
        while head := await reader.read(_size.size):
            head += await reader.readexactly(_size.size - len(head))
            sent = msgspec.msgpack.decode(await reader.readexactly(_size.unpack(head)[0]), type=Sent)
            self._hand_in(sent.by, sent.ref, unpack_command(sent.command), sent.seen, lambda: None)
        self._heard_all.set()
        writer.close()

    # -- what the voters do

    def _vote(self) -> None:
        """One attempt, mostly for the open ballot; now and then the ballot's time has come."""
        self._look()
        at = self._open + self._chance.choices((0, -1, 1), (1 - EARLIER - LATER, EARLIER, LATER))[0]
        prize = prize_id(max(0, at), self._chance.randrange(self._plan.prizes))
        by = voter_id(self._chance.randrange(self._plan.voters))
        choice = f"initiative-{self._chance.randrange(CHOICES)}"
        self._send(by, CastVote(prize=prize, choice=choice), self._chance.random() < TWINS, self._room.release)
        self._here += 1
        share = self._plan.a_ballot / self._plan.processes
        if self._here > share and self._called < self._open < self._plan.ballots - 2:
            self._called = self._open
            self._send(FACILITATOR, CloseBallot(ballot=ballot_id(self._open)), twice=True)
            self._send(FACILITATOR, OpenBallot(ballot=ballot_id(self._open + 1)), twice=True)

    def _look(self) -> None:
        """Which ballot is open, as far as is known here."""
        tables = self._hall.replica.tables
        while tables.find(Ballot, ballot_id(self._open)).state is BallotState.CLOSED:
            self._open += 1
            self._here = 0

    def _send(self, by: str, command: Command, twice: bool, after: Callable[[], None] = lambda: None) -> None:
        """Send a wish, perhaps to the next process as well, under the same ref."""
        ref, seen = self._devices.ref(by), self._hall.replica.place.n
        if twice and self._next is not None:
            packed = _pack(Sent(by, ref, seen, msgspec.Raw(pack_command(command))))
            self._next.write(_size.pack(len(packed)) + packed)

        def answered() -> None:
            self._devices.answered(by, ref)
            after()

        self._hand_in(by, ref, command, seen, answered)

    def _hand_in(self, by: str, ref: Ref, command: Command, seen: int, after: Callable[[], None]) -> None:
        self._under_way += 1

        def reply(verdict: Verdict) -> None:
            packed = msgspec.Raw(pack_command(command))
            write(self._answers, _pack(Told(by, str(ref), packed, verdict.ok, str(verdict.reason or ""))))
            self._under_way -= 1
            self._quiet.set()
            after()

        self._hall.replica.submit(Wish(command, ref, by, seen, reply))


async def main(plan: Plan) -> None:
    """Open the hall, race in it, close it."""
    logs_as_lines("error")
    where = Path(plan.where)
    with (where / f"{plan.me}.tried").open("wb") as tried, (where / f"{plan.me}.answers").open("wb") as answers:
        hall = recorded_hall(plan.url, plan.festival, tried)
        await hall.open()
        calm()
        await Racer(plan, hall, answers).run()
        await hall.close()


if __name__ == "__main__":
    uvloop.run(main(msgspec.json.decode(sys.argv[1], type=Plan)))
