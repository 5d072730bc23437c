"""What may never happen, whatever fails. The ledger hears everything that is said and written in a run, and objects.

It knows more than any process does: what every phone was promised, what an operator undid, which state each entry was
decided on. A promise may be broken in one way only: everybody who knew of it was destroyed by a fault.
"""

from __future__ import annotations

from collections import Counter
from enum import Enum
from typing import TYPE_CHECKING

from tests.trust.model.festival import Command, Tables
from tests.trust.model.store import Entry, Place, Store, mentions

if TYPE_CHECKING:
    from tests.trust.model.process import Process, Queued
    from tests.trust.model.world import World


class Wrong(Enum):
    """The ways in which a run can go wrong."""

    LOST = "a command that was answered with 'saved' is lost"
    TWICE = "a command was applied twice"
    SPLIT = "two festivals at one place"
    STUCK = "a process does not come to stand where the store stands"
    PICTURE = "a phone shows another festival than its process"
    BASE = "an entry was appended to a state it was not decided on"
    ERASED = "the text of an erased person is back"
    HOLE = "the journal has a hole: nobody can load the festival"
    BEHIND = "a phone was refused by a process that was behind what the phone had seen"
    RESTORED = "what an operator undid with a back-up came back"
    NOTHING = "a refusal rested on a change that never happened"
    SILENCE = "a command never gets an answer"


class ViolationError(Exception):
    """A run went wrong: how, and a word about what exactly."""

    def __init__(self, wrong: Wrong, detail: str) -> None:
        super().__init__(f"{wrong.value}: {detail}")
        self.wrong = wrong


class Ledger:
    """The record of one run, and its judge."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.promised: dict[str, Command] = {}
        self.undone: set[str] = set()
        self.sweeps: dict[int, Place] = {}
        """By erased person: where the journal stood when the last of their text was trimmed away."""
        self.festivals: dict[Place, Tables] = {}
        self.stored_marks: set[str] = set()
        self.rests_on: dict[str, str] = {}
        """By ref: the mark of the entry that a refusal told too early rests on."""

    # What the store does

    def appending(self, store: Store, entry: Entry) -> None:
        """The store is about to accept an entry."""
        self.stored_marks.add(entry.place.mark)
        if entry.decided_on is None:
            return
        self.counts["compacted" if entry.snapshot else "appended"] += 1
        if store.tables and store.tables.picture != entry.decided_on.picture:
            raise ViolationError(Wrong.BASE, f"{entry.place} onto {store.place}")

    def written(self, store: Store) -> None:
        """The store holds something new, or has lost something."""
        if store.tables is None:
            raise ViolationError(Wrong.HOLE, f"numbers {[entry.place.n for entry in store.state.stream]}")
        self._check_once(store.tables, store.place)
        for ref in self.undone & store.tables.refs:
            raise ViolationError(Wrong.RESTORED, f"{ref} in {store.place}")
        for person in store.state.swept - self.sweeps.keys():
            self.sweeps[person] = store.place
        if store.state.swept:
            loose = (store.state.loose,) if store.state.loose else ()
            for entry in (*store.state.stream, *loose):
                if mentions(entry, store.state.swept):
                    raise ViolationError(
                        Wrong.ERASED, f"in {entry.place}, after {sorted(store.state.swept)} were swept"
                    )

    def restored(self, store: Store) -> None:
        """An operator put back a back-up: what it does not hold is undone on purpose."""
        assert store.tables
        undone = {ref for ref, command in self.promised.items() if not store.tables.keeps(command)}
        self.undone |= undone
        self.sweeps.clear()
        for ref in undone:
            del self.promised[ref]
        self.counts["restored"] += 1

    # What processes do

    def stands(self, place: Place, tables: Tables) -> None:
        """A process came to stand at a place with these tables."""
        self._check_once(tables, place)
        if self.festivals.setdefault(place, tables).picture != tables.picture:
            raise ViolationError(Wrong.SPLIT, str(place))

    def _check_once(self, tables: Tables, place: Place) -> None:
        if tables.doubled:
            raise ViolationError(Wrong.TWICE, f"at {place}")

    def answered(self, process: Process, queued: Queued, accepted: bool, rests_on: str | None = None) -> None:
        """A process tells a phone 'saved' or 'refused'. `rests_on`: the entry a refusal would not exist without."""
        command, phone, seen = queued
        store = process.store
        if phone is None:
            if not accepted:
                self.promised.pop(command.ref, None)
        elif phone.process is process and phone.hear(command.ref):
            self.counts["saved" if accepted else "refused"] += 1
            if accepted and process.place.epoch == store.place.epoch:
                self.promised[command.ref] = command
            if not accepted and seen and process.place[:2] < seen[:2] <= store.place[:2]:
                raise ViolationError(Wrong.BEHIND, f"{command.ref} at {process.place}, the phone had seen {seen}")
            if rests_on:
                self.rests_on[command.ref] = rests_on

    # What holds after every action, and at the end

    def inspect(self, world: World, fault: bool) -> None:
        """Look at everything after one action. `fault`: that action destroyed something, which excuses a loss."""
        self._check_promises(world, fault)
        self._check_sweeps(world, fault)
        for phone in world.phones:
            if phone.entered and phone.picture.picture != phone.process.tables.picture:
                place = phone.process.place
                raise ViolationError(Wrong.PICTURE, f"phone {phone.number} at {phone.seen}, its process at {place}")

    def _check_promises(self, world: World, fault: bool) -> None:
        store = world.store
        assert store.tables
        if self.promised.keys() <= store.tables.refs:
            return
        known = [process.tables for process in world.living() if process.place.epoch == store.place.epoch]
        for ref, command in list(self.promised.items()):
            kept = any(tables.keeps(command) for tables in (store.tables, *known))
            if kept or any(_hands_in(process, ref) for process in world.living()):
                continue
            if not fault:
                raise ViolationError(Wrong.LOST, ref)
            del self.promised[ref]
            self.counts["destroyed"] += 1

    def _check_sweeps(self, world: World, fault: bool) -> None:
        """What a crash brought back of an erased person must go again, as long as somebody knows that it was gone."""
        for person in self.sweeps.keys() - world.store.state.swept:
            if any(process.remembers(self.sweeps[person]) for process in world.living()):
                continue
            if not fault:
                raise ViolationError(Wrong.ERASED, f"person {person} was swept at {self.sweeps[person]}")
            del self.sweeps[person]

    def settled(self, world: World) -> None:
        """The faults have stopped and everybody had the time to recover: now all must agree."""
        tables, place = world.store.tables, world.store.place
        assert tables
        for process in world.processes:
            if process.place != place or process.tables.picture != tables.picture:
                raise ViolationError(Wrong.STUCK, f"process {process.number} at {process.place}, the store at {place}")
        for ref, command in self.promised.items():
            if not tables.keeps(command):
                raise ViolationError(Wrong.LOST, ref)
        for person in self.sweeps.keys() - world.store.state.swept:
            raise ViolationError(Wrong.ERASED, f"person {person} was swept at {self.sweeps[person]}, and never again")
        for ref, mark in self.rests_on.items():
            if mark not in self.stored_marks:
                raise ViolationError(Wrong.NOTHING, ref)
        for phone in world.phones:
            if phone.waiting:
                raise ViolationError(Wrong.SILENCE, f"{sorted(phone.waiting)}")


def _hands_in(process: Process, ref: str) -> bool:
    batch = process.in_flight.batch if process.in_flight else []
    return any(queued.phone is None and queued.command.ref == ref for queued in (*process.queue, *batch))
