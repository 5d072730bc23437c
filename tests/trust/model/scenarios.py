"""Stories for the rules that chance seldom tests.

Each is a short run that goes wrong without its rule, and well with it.
"""

from __future__ import annotations

from typing import NamedTuple

from tests.trust.model.checks import Wrong
from tests.trust.model.hunt import Run
from tests.trust.model.rules import Rules
from tests.trust.model.world import Action


class Scenario(NamedTuple):
    """A story about one rule. `also_off`: rules that must be off as well, since they hide what this one is for."""

    rule: str
    wrong: Wrong
    actions: tuple[Action, ...]
    also_off: tuple[str, ...] = ()

    def play(self, *off: str) -> Run:
        """The story with two processes, and these rules off."""
        return Run(Rules().without(*off, *self.also_off), 2, list(self.actions)).play()


def note_saved(phone: int, process: int) -> tuple[Action, ...]:
    """A phone posts a note via a process, which appends it."""
    return ("phone_posts", phone), ("phone_sends", phone), ("process_appends", process)


def board_turned(phone: int, process: int) -> tuple[Action, ...]:
    """A phone opens or closes the board via a process."""
    return ("phone_turns_board", phone), ("phone_sends", phone), ("process_appends", process)


SCENARIOS = (
    # The store forgets a note; the process that knows it appends its next entry, one number too high.
    Scenario(
        "compare_in_append",
        Wrong.BASE,
        (*note_saved(0, 0), ("store_crashes", 1), *note_saved(0, 0)),
        also_off=("quiet_second",),
    ),
    # The only process that lives began from a snapshot, and the store falls back to before that snapshot.
    Scenario(
        "marks_in_snapshots",
        Wrong.LOST,
        (
            *note_saved(0, 0),
            ("process_compacts", 0),
            ("process_dies", 1),
            ("process_starts", 1),
            ("process_dies", 0),
            ("store_crashes", 2),
            ("process_reads", 1),
        ),
    ),
    # The board is closed and opened again; somebody who saw it open posts via a process that only saw it closed.
    Scenario(
        "read_first_when_behind",
        Wrong.BEHIND,
        (
            *board_turned(0, 0),
            ("process_reads", 1),
            *board_turned(0, 0),
            ("phone_moves", 1, 0),
            ("phone_enters", 1),
            ("phone_moves", 1, 1),
            *note_saved(1, 1),
        ),
    ),
    # The store forgets a note, and another process writes something else in its stead before it can be healed.
    Scenario(
        "hand_in_again",
        Wrong.LOST,
        (*note_saved(0, 0), ("store_crashes", 1), *note_saved(1, 1), ("process_reads", 0)),
        also_off=("quiet_second",),
    ),
    # The same, but the note went into a snapshot: there is no commit left in memory to hand in again.
    Scenario(
        "quiet_second",
        Wrong.LOST,
        (*note_saved(0, 0), ("process_compacts", 0), ("store_crashes", 2), *note_saved(1, 1), ("process_reads", 0)),
    ),
)
