"""The smallest festival in which everything that matters can happen.

People post notes on one board, anyone may open or close that board, and anyone may have a person erased. Tables never
change: applying a command gives new ones, so that a process, a phone and a back-up can all hold the same without harm.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property
from typing import NamedTuple


class Kind(Enum):
    """What a phone can ask for."""

    POST = "post"
    TURN = "turn the board"
    ERASE = "erase"


class Command(NamedTuple):
    """A wish of the phone `by`. Its `ref` stays the same however often it is sent. `whom` is the person to erase."""

    ref: str
    kind: Kind
    by: int
    whom: int = -1


Picture = tuple[tuple[Command, ...], tuple[Command, ...], tuple[Command, ...]]


@dataclass(frozen=True)
class Tables:
    """The festival at one moment: each table lists the commands that made its records, in the order of applying."""

    notes: tuple[Command, ...] = ()
    turns: tuple[Command, ...] = ()
    erasures: tuple[Command, ...] = ()
    receipts: frozenset[str] = frozenset()

    @cached_property
    def erased(self) -> frozenset[int]:
        """The people who are gone."""
        return frozenset(erasure.whom for erasure in self.erasures)

    @property
    def picture(self) -> Picture:
        """What people can see of it; two festivals are the same when their pictures are."""
        return self.notes, self.turns, self.erasures

    @cached_property
    def refs(self) -> frozenset[str]:
        """The refs of all commands that left a record which is still there."""
        return frozenset(command.ref for table in self.picture for command in table)

    @property
    def doubled(self) -> bool:
        """Whether some command was applied more than once."""
        return len(self.refs) < sum(map(len, self.picture))

    def accepts(self, command: Command) -> bool:
        """Whether the festival's rules allow this command now."""
        if command.by in self.erased:
            return False
        if command.kind is Kind.POST:
            return len(self.turns) % 2 == 0
        return command.kind is Kind.TURN or command.whom not in self.erased

    def keeps(self, command: Command) -> bool:
        """Whether an accepted command is still honoured: its record is there, or went together with its author."""
        return command.ref in self.refs or (command.kind is Kind.POST and command.by in self.erased)

    def after(self, command: Command) -> Tables:
        """The tables once this command is applied. It is not judged again: a fact is a fact."""
        receipts = self.receipts | {command.ref}
        if command.kind is Kind.POST:
            return replace(self, notes=(*self.notes, command), receipts=receipts)
        if command.kind is Kind.TURN:
            return replace(self, turns=(*self.turns, command), receipts=receipts)
        return Tables(
            notes=tuple(note for note in self.notes if note.by != command.whom),
            turns=self.turns,
            erasures=(*self.erasures, command),
            receipts=frozenset(ref for ref in receipts if ref == command.ref or not ref.startswith(f"{command.whom}.")),
        )
