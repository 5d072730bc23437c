"""The store: one stream of numbered entries, the place it has reached, and all the ways in which it fails.

It can lose the end of what it wrote, be set back by an operator, hear a request twice or late, and lose requests or
replies on the way. What it says about its own place is always true; everything else is up to the processes.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from tests.trust.model.festival import Command, Kind, Tables
from tests.trust.model.rules import Rules

if TYPE_CHECKING:
    from tests.trust.model.checks import Ledger


class Place(NamedTuple):
    """A point in a history. The writer of entry `n` draws its `mark`, so equal places mean equal histories."""

    epoch: int
    n: int
    mark: str

    def __str__(self) -> str:
        return f"{self.epoch}.{self.n}.{self.mark}"


class Snapshot(NamedTuple):
    """The whole festival, with the marks of the versions that led to it."""

    tables: Tables
    past: Mapping[int, str]


class Entry(NamedTuple):
    """One element of the stream: a batch of commands or a snapshot, written after the entry marked `after`."""

    place: Place
    after: str
    commits: tuple[Command, ...] = ()
    snapshot: Snapshot | None = None
    decided_on: Tables | None = None
    """Never sent: the tables its writer had before it, for the checks. None when it heals."""


class Request(NamedTuple):
    """ "If you stand here, add this entry", and with `trim`: drop everything below it."""

    standing_on: Place
    entry: Entry
    trim: bool = False


class Fate(Enum):
    """What the network does with one request."""

    CLEAN = "clean"
    SLOW_REPLY = "reply comes later"
    REPLY_LOST = "reply lost"
    REQUEST_LOST = "request lost"
    LATE = "request late"
    TWICE = "sent twice"


class Outcome(Enum):
    """What the process that sent a request knows afterwards."""

    STORED = "stored"
    TAKEN = "taken"
    UNKNOWN = "unknown"


class State(NamedTuple):
    """All that a crash can undo."""

    stream: tuple[Entry, ...]
    place: Place
    loose: Entry | None = None
    """The snapshot in a key of its own, when snapshots are not entries."""
    swept: frozenset[int] = frozenset()
    """For the checks: the erased people whose text was trimmed away."""


class Store:
    """What the processes write to and read from."""

    def __init__(self, rules: Rules, ledger: Ledger) -> None:
        self.rules, self.ledger = rules, ledger
        first = Place(1, 1, "m1")
        self.marks = 1
        self.restores = 0
        self.late: list[Request] = []
        self.unmet: set[int] = set()
        """The processes that have not met the store since it last came up."""
        self.undo: list[State] = []
        self.state = State((Entry(first, "", snapshot=Snapshot(Tables(), {1: "m1"})),), first)
        self.tables: Tables | None = Tables()
        """For the checks: what a newcomer would load; None when nobody can."""

    @property
    def place(self) -> Place:
        """Where the journal stands."""
        return self.state.place

    def draw_mark(self) -> str:
        """A mark that was never used before."""
        self.marks += 1
        return f"m{self.marks}"

    def beginning(self) -> Entry:
        """The snapshot from which a newcomer starts."""
        return self.state.loose or self.state.stream[0]

    def entries_after(self, n: int) -> list[Entry]:
        """What the stream still holds above number n. What was trimmed is skipped in silence."""
        return [entry for entry in self.state.stream if entry.place.n > n]

    def receive(self, request: Request, fate: Fate) -> Outcome:
        """Play one request with the given fate; gives what its sender gets to know."""
        if fate is Fate.LATE:
            self.late.append(request)
        if fate in (Fate.LATE, Fate.REQUEST_LOST):
            return Outcome.UNKNOWN
        stored = self.append(request)
        if fate is Fate.TWICE:
            stored = self.append(request)
        if fate is Fate.REPLY_LOST:
            return Outcome.UNKNOWN
        return Outcome.STORED if stored else Outcome.TAKEN

    def append(self, request: Request) -> bool:
        """The append script: all or nothing. True when the entry was added."""
        entry = request.entry
        if self.rules.compare_in_append and request.standing_on != self.place:
            return False
        if entry.place.n <= self.place.n:
            return False
        self.ledger.appending(self, entry)
        kept = () if request.trim else self.state.stream
        self._write(self.state._replace(stream=(*kept, entry), place=entry.place), swept=request.trim)
        return True

    def put_loose_snapshot(self, snapshot: Entry) -> None:
        """Set the snapshot's own key, whatever it held."""
        self._write(self.state._replace(loose=snapshot))

    def trim_up_to(self, n: int) -> None:
        """Drop all entries up to number n."""
        self._write(self.state._replace(stream=tuple(self.entries_after(n))), swept=True)

    def lose(self, writes: int) -> bool:
        """Crash and come back without the last so many writes. True when something was lost."""
        self.late.clear()
        writes = min(writes, len(self.undo))
        if writes:
            self.state = self.undo[-writes]
            del self.undo[-writes:]
            self.tables = self._load()
        return writes > 0

    def restore(self, writes: int) -> bool:
        """An operator puts back the back-up of so many writes ago, safely on disk. True when there was one."""
        if not self.lose(writes) or self.tables is None:
            return False
        self.restores += 1
        if self.rules.epoch_for_restore:
            place = Place(1 + self.restores, self.place.n + 1, self.draw_mark())
            self.state = State((Entry(place, "", snapshot=Snapshot(self.tables, {place.n: place.mark})),), place)
        self.undo.clear()
        return True

    def _write(self, state: State, swept: bool = False) -> None:
        self.undo.append(self.state)
        self.state = state
        self.tables = self._load()
        if swept and self.tables:
            self.state = state._replace(swept=state.swept | self.tables.erased)
        self.ledger.written(self)

    def _load(self) -> Tables | None:
        start = self.beginning() if self.state.loose or self.state.stream else None
        if start is None or start.snapshot is None:
            return None
        tables, n = start.snapshot.tables, start.place.n
        for entry in self.entries_after(n):
            if entry.snapshot:
                tables = entry.snapshot.tables
            elif entry.place.n != n + 1:
                return None
            for command in entry.commits:
                tables = tables.after(command)
            n = entry.place.n
        return tables


def mentions(entry: Entry, people: frozenset[int]) -> bool:
    """Whether an entry holds a note by one of these people."""
    notes = entry.snapshot.tables.notes if entry.snapshot else entry.commits
    return any(note.kind is Kind.POST and note.by in people for note in notes)
