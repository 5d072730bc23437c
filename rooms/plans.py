"""What the people of an initiative write down during the day: dream, next step, needs, recipe, milestones.

Each is a record or a field of its own, and changed by itself, so that two leads write side by side. Who changes words
says which they started from (`was`); if those are no longer there, the change is refused with the words that are, and
both can be shown.
"""

from enum import StrEnum

from msgspec.structs import replace

from rooms.board import for_initiative
from rooms.initiative import Initiative, Need, NeedKind, RecipePart
from rooms.kernel import (
    Changes,
    Command,
    Drop,
    Festival,
    Id,
    Moment,
    NewId,
    Put,
    Reason,
    Text,
    require,
    tidy,
)
from rooms.people import Person

FIELD_LENGTH = 400
MOST_ROWS = 40
"""Needs, milestones, and parts of a recipe, that an initiative may have of each."""


class Field(StrEnum):
    """What an initiative tells of itself in a sentence or two."""

    DREAM = "dream"
    NEXT_STEP = "next_step"


class NeedField(StrEnum):
    """What can be changed of a need, each by itself."""

    KIND = "kind"
    TEXT = "text"


class EditInitiative(Command, frozen=True):
    """Write the dream or the next step."""

    initiative: Id
    field: Field
    text: Text
    was: Text


class AddNeed(Command, frozen=True):
    """Ask for help."""

    id: NewId
    initiative: Id
    kind: NeedKind
    text: Text


class EditNeed(Command, frozen=True):
    """Ask it in other words, or for another kind of help; `was` is what that field said."""

    need: Id
    field: NeedField
    text: Text
    was: Text


class DropNeed(Command, frozen=True):
    """No longer ask for this."""

    need: Id


def words(text: str, least: int = 1, most: int = FIELD_LENGTH) -> str:
    """The text as it is kept; refuses with BAD_LENGTH."""
    kept = tidy(text)
    require(least <= len(kept) <= most, Reason.BAD_LENGTH)
    return kept


def theirs(festival: Festival, initiative: str, by: Person) -> Initiative:
    """The initiative, if this person may act for it."""
    found = festival.find(Initiative, initiative)
    require(for_initiative(by, found.id), Reason.NOT_YOURS)
    return found


def unchanged(now: str, was: str) -> None:
    """Refuse with the text there is now, when it is not the one somebody started from."""
    require(now == was, Reason.CHANGED_MEANWHILE, present=now)


def edit_initiative(festival: Festival, wish: EditInitiative, by: Person, at: Moment) -> Changes:
    row = theirs(festival, wish.initiative, by)
    unchanged(getattr(row, wish.field), wish.was)
    yield Put(replace(row, **{wish.field: words(wish.text, least=0)}))


def last(rows: list[Need] | list[RecipePart]) -> int:
    """The order of a row that comes after these."""
    return max((row.order for row in rows), default=0) + 1


def add_need(festival: Festival, wish: AddNeed, by: Person, at: Moment) -> Changes:
    row = theirs(festival, wish.initiative, by)
    needs = festival.where(Need, "initiative", row.id)

    require(festival.get(Need, wish.id) is None, Reason.ID_IN_USE)
    require(len(needs) < MOST_ROWS, Reason.TOO_MANY)
    yield Put(Need(id=wish.id, initiative=row.id, order=last(needs), kind=wish.kind, text=words(wish.text)))


def edit_need(festival: Festival, wish: EditNeed, by: Person, at: Moment) -> Changes:
    need = festival.find(Need, wish.need)
    theirs(festival, need.initiative, by)
    unchanged(getattr(need, wish.field), wish.was)
    new = a_kind(wish.text) if wish.field is NeedField.KIND else words(wish.text)
    yield Put(replace(need, **{wish.field: new}))


def drop_need(festival: Festival, wish: DropNeed, by: Person, at: Moment) -> Changes:
    need = festival.find(Need, wish.need)
    theirs(festival, need.initiative, by)
    yield Drop("Need", need.id)


def a_kind(text: str) -> NeedKind:
    """The kind of help of this name; refuses with NOT_UNDERSTOOD."""
    require(text in list(NeedKind), Reason.NOT_UNDERSTOOD)
    return NeedKind(text)
