"""The seventeen goals of the United Nations for a world that lasts: which of them an idea or a recipe works for.

They bear the numbers they have there; how each is called on our screens stands in the catalogues.
Source: the Sustainable Development Goals, A/RES/70/1 (2015).
"""

from msgspec.structs import replace

from rooms.board import Note, for_initiative
from rooms.kernel import Changes, Command, Festival, Id, Moment, Put, Reason, require
from rooms.people import Person
from rooms.plans import theirs

GOALS = range(1, 18)

Goals = tuple[int, ...]


class TagNote(Command, frozen=True):
    """Say which goals a note works for: its author may, and the initiative."""

    note: Id
    goals: Goals


class TagInitiative(Command, frozen=True):
    """Say which goals an initiative works for."""

    initiative: Id
    goals: Goals


def some_goals(goals: Goals) -> Goals:
    """These goals in their order, each once; refuses a number that is no goal with NOT_UNDERSTOOD."""
    require(all(goal in GOALS for goal in goals), Reason.NOT_UNDERSTOOD)
    return tuple(sorted(set(goals)))


def tag_note(festival: Festival, wish: TagNote, by: Person, at: Moment) -> Changes:
    note = festival.find(Note, wish.note)
    require(note.author == by.id or (for_initiative(by, note.board) and not note.hidden), Reason.NOT_YOURS)
    yield Put(replace(note, goals=some_goals(wish.goals)))


def tag_initiative(festival: Festival, wish: TagInitiative, by: Person, at: Moment) -> Changes:
    yield Put(replace(theirs(festival, wish.initiative, by), goals=some_goals(wish.goals)))
