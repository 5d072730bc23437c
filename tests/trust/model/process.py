"""A server process: it decides what waits, appends it, follows the others, and finds its way back after trouble.

Everything happens in turns, as in the one task that may write the tables. A turn reads, or appends, or compacts; a
request whose reply has not come keeps the process busy until its next turn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tests.trust.model.festival import Command, Tables
from tests.trust.model.rules import Rules
from tests.trust.model.store import Entry, Fate, Outcome, Place, Request, Snapshot, Store

if TYPE_CHECKING:
    from tests.trust.model.checks import Ledger
    from tests.trust.model.phone import Phone


class Queued(NamedTuple):
    """A command that waits to be decided. Without a phone it was handed in again by the process itself."""

    command: Command
    phone: Phone | None
    seen: Place | None = None


class Answer(NamedTuple):
    """What a phone will hear about a command, once the batch is stored."""

    queued: Queued
    accepted: bool


class InFlight(NamedTuple):
    """A request on its way: what hangs on it, and what the process will know when it looks again."""

    request: Request
    batch: list[Queued]
    answers: list[Answer]
    outcome: Outcome


class Process:
    """One replica of the festival."""

    tables: Tables
    place: Place
    past: dict[int, str]
    """The mark of every version on the path that led here, by number."""
    window: dict[int, Entry]
    """The entries since the last snapshot, by number."""

    def __init__(self, number: int, rules: Rules, store: Store, phones: list[Phone], ledger: Ledger) -> None:
        self.number = number
        self.rules, self.store, self.phones, self.ledger = rules, store, phones, ledger
        self.alive = False
        self.start()

    # Life and death

    def start(self) -> None:
        """Come up empty and load the festival."""
        self.alive = self.met = True
        self.queue: list[Queued] = []
        self.in_flight: InFlight | None = None
        self.to_trim: int | None = None
        self._load()

    def die(self) -> None:
        """Lose everything in memory and all connections."""
        self.alive = False
        self.queue, self.in_flight = [], None
        self.store.unmet.discard(self.number)
        for phone in self.phones:
            if phone.process is self:
                phone.entered = False

    def disconnect(self) -> None:
        """The store went away and came back: the next turn begins with looking where it stands now."""
        self.met = False

    # Phones

    def submit(self, command: Command, phone: Phone) -> None:
        """Put a phone's command in the queue, unless it waits there already."""
        undecided = [*self.queue, *(self.in_flight.batch if self.in_flight else ())]
        if self.alive and all(queued.command.ref != command.ref for queued in undecided):
            self.queue.append(Queued(command, phone, phone.seen))

    def welcome(self, phone: Phone) -> None:
        """Bring a phone up to date: what it missed if its place is known here, else the whole picture."""
        if self.rules.read_first_when_behind and self._is_behind(phone.seen):
            self.read()
        if phone.seen and not self.rules.resume_by_place and phone.seen[:2] > self.place[:2]:
            phone.entered = True
        elif phone.seen and self._knows(phone.seen) and self._can_resume(phone.seen.n):
            for n in range(phone.seen.n + 1, self.place.n + 1):
                phone.patch(self.window[n])
            phone.entered = True
            self.ledger.counts["resumed"] += 1
        else:
            phone.show(self.tables, self.place)

    def _knows(self, seen: Place) -> bool:
        if not self.rules.resume_by_place:
            return seen.epoch == self.place.epoch
        return self.remembers(seen)

    def _can_resume(self, n: int) -> bool:
        return all(missed in self.window for missed in range(n + 1, self.place.n + 1))

    def _is_behind(self, seen: Place | None) -> bool:
        return seen is not None and seen[:2] > self.place[:2]

    # Deciding and appending

    def append(self, fate: Fate) -> None:
        """Decide all that waits on a draft and append it as one entry."""
        if self.in_flight:
            return self._conclude()
        if self._must_be_quiet():
            return None
        if self.rules.read_first_when_behind and any(self._is_behind(queued.seen) for queued in self.queue):
            self.read()
        batch, self.queue = self.queue, []
        entry, answers = self._decide(batch)
        if entry.commits:
            return self._send(Request(self.place, entry), batch, answers, fate)
        return self._tell(answers)

    def _decide(self, batch: list[Queued]) -> tuple[Entry, list[Answer]]:
        draft, commits, answers = self.tables, [], []
        mark = self.store.draw_mark()
        for queued in batch:
            command = queued.command
            known = command.ref in draft.receipts
            accepted = known or draft.accepts(command)
            if accepted and not known:
                commits.append(command)
                draft = draft.after(command)
            if accepted or self.rules.refusals_wait:
                answers.append(Answer(queued, accepted))
            else:
                rests_on = mark if self.tables.accepts(command) else None
                self.ledger.answered(self, queued, accepted=False, rests_on=rests_on)
        return Entry(self._next_place(mark), self.place.mark, tuple(commits), decided_on=self.tables), answers

    def compact(self, fate: Fate) -> None:
        """Write the festival as one snapshot and drop what lies below it."""
        if self.in_flight:
            return self._conclude()
        if self._must_be_quiet():
            return None
        if self.rules.snapshot_is_an_entry:
            place = self._next_place(self.store.draw_mark())
            entry = Entry(place, self.place.mark, snapshot=self._snapshot(place), decided_on=self.tables)
            return self._send(Request(self.place, entry, trim=True), [], [], fate)
        self.to_trim = self.place.n
        return self.store.put_loose_snapshot(Entry(self.place, "", snapshot=self._snapshot(self.place)))

    def trim(self) -> None:
        """The second half of a compaction whose snapshot has a key of its own."""
        if self.to_trim is not None:
            self.store.trim_up_to(self.to_trim)
            self.to_trim = None

    def _must_be_quiet(self) -> bool:
        return self.rules.quiet_second and bool(self.store.unmet)

    def _next_place(self, mark: str) -> Place:
        return Place(self.place.epoch, self.place.n + 1, mark)

    def _snapshot(self, place: Place) -> Snapshot:
        past = {**self.past, place.n: place.mark} if self.rules.marks_in_snapshots else {place.n: place.mark}
        return Snapshot(self.tables, past)

    def _send(self, request: Request, batch: list[Queued], answers: list[Answer], fate: Fate) -> None:
        outcome = self.store.receive(request, fate)
        self.in_flight = InFlight(request, batch, answers, outcome)
        if outcome is not Outcome.UNKNOWN and fate is not Fate.SLOW_REPLY:
            self._conclude()

    def _conclude(self) -> None:
        assert self.in_flight
        (request, batch, answers, outcome), self.in_flight = self.in_flight, None
        if outcome is Outcome.STORED:
            self._take(request.entry)
            return self._tell(answers)
        self.ledger.counts[outcome.value] += 1
        self.queue[:0] = batch
        return self.read()

    def _tell(self, answers: list[Answer]) -> None:
        for answer in answers:
            self.ledger.answered(self, answer.queued, answer.accepted)

    # Following the journal

    def read(self) -> None:
        """Take what the others wrote; when it does not fit, find out where the store stands."""
        if self.in_flight:
            self._conclude()
        elif not self.met or not self._follow():
            self._meet()

    def _follow(self) -> bool:
        for entry in self.store.entries_after(self.place.n):
            if not self._continues_here(entry):
                return False
            self._take(entry)
        return self.store.place == self.place

    def _continues_here(self, entry: Entry) -> bool:
        if entry.place.epoch != self.place.epoch:
            return False
        next_one = entry.place.n == self.place.n + 1 and entry.after == self.place.mark
        return next_one or (entry.snapshot is not None and entry.snapshot.past.get(self.place.n) == self.place.mark)

    def _take(self, entry: Entry) -> None:
        if entry.snapshot:
            return self._take_snapshot(entry, {**self.past, **entry.snapshot.past})
        for command in entry.commits:
            self.tables = self.tables.after(command)
        self.place = entry.place
        self.past[entry.place.n] = entry.place.mark
        self.window[entry.place.n] = entry
        self.ledger.stands(self.place, self.tables)
        for phone in self.phones:
            if phone.follows(self):
                phone.patch(entry)
        return None

    def _take_snapshot(self, entry: Entry, past: dict[int, str]) -> None:
        assert entry.snapshot
        tables = entry.snapshot.tables
        self.tables = tables if self.rules.receipts_in_tables else Tables(*tables.picture)
        self.place, self.past, self.window = entry.place, past, {}
        self.ledger.stands(self.place, self.tables)
        for phone in self.phones:
            if phone.follows(self):
                phone.show(self.tables, self.place)

    def _load(self) -> None:
        start = self.store.beginning()
        assert start.snapshot
        self._take_snapshot(start, dict(start.snapshot.past))
        for entry in self.store.entries_after(self.place.n):
            self._take(entry)

    # After trouble

    def _meet(self) -> None:
        """The store is behind me on my path: heal it. It is ahead of me: read. Anything else: adopt what it holds."""
        if not self.remembers(self.store.place):
            if not self._follow():
                self._adopt()
        elif self.store.place != self.place and not self._heal():
            return
        self.met = True
        self.store.unmet.discard(self.number)

    def remembers(self, place: Place) -> bool:
        """Whether this place is on the path that led here."""
        return place.epoch == self.place.epoch and self.past.get(place.n) == place.mark

    def _heal(self) -> bool:
        there = self.store.place
        self.ledger.counts["healed"] += 1
        if self.rules.heal_with_own_snapshot:
            after = self.past.get(self.place.n - 1, "")
            self.store.append(Request(there, Entry(self.place, after, snapshot=self._snapshot(self.place)), trim=True))
            return True
        if there.n + 1 in self.window:
            self.store.append(Request(there, self.window[there.n + 1]))
            return self.store.place == self.place
        self._adopt()
        return True

    def _adopt(self) -> None:
        """Two histories: the store's is the festival. What only this process holds is submitted anew."""
        epoch, mine = self.place.epoch, [command for entry in self.window.values() for command in entry.commits]
        self._load()
        self.ledger.counts["adopted"] += 1
        if self.place.epoch != epoch:
            self.queue = []
        elif self.rules.hand_in_again:
            again = [Queued(command, None) for command in mine if command.ref not in self.tables.receipts]
            self.ledger.counts["handed in again"] += len(again)
            self.queue[:0] = again
