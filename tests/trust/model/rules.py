"""The rules of the journal, each with its own switch.

With all of them on nothing may ever go wrong. Each was made because something did go wrong without it, and the tests
switch it off to see that happen again.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace


@dataclass(frozen=True)
class Rules:
    """Which rules hold in a run; all of them unless said otherwise. Beside each: what is done when it is off."""

    compare_in_append: bool = True
    """The store adds an entry only for who stands at its place. Off: it accepts any number above its last."""
    snapshot_is_an_entry: bool = True
    """A snapshot is appended and trims in one step, compared like any entry. Off: a loose key, then a trim."""
    receipts_in_tables: bool = True
    """Accepted refs are records, so they are in every snapshot. Off: snapshots forget them."""
    heal_with_own_snapshot: bool = True
    """A process ahead of the store writes its tables at its own place. Off: it re-appends entries one by one."""
    marks_in_snapshots: bool = True
    """A snapshot carries the marks of the versions before it. Off: who loads it does not know its own past."""
    resume_by_place: bool = True
    """A phone resumes with epoch, number and mark. Off: with epoch and number."""
    read_first_when_behind: bool = True
    """A process that knows less than the phone before it reads, then judges. Off: it judges at once."""
    hand_in_again: bool = True
    """Commits that only an adopting process holds are submitted anew. Off: it drops them."""
    epoch_for_restore: bool = True
    """A restore opens a new epoch: nobody heals across it, queues are emptied. Off: the back-up is just put back."""
    refusals_wait: bool = True
    """A refusal is told after the batch it was decided in is stored. Off: at once."""
    quiet_second: bool = True
    """After a restart of the store nobody appends until every process has met it. Off: who comes first, appends."""

    def without(self, *names: str) -> Rules:
        """The same rules with the named ones switched off; an unknown name is a TypeError."""
        return replace(self, **dict.fromkeys(names, False))


NAMES = tuple(field.name for field in fields(Rules))
