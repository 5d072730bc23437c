"""What the people of an initiative write down during the day: dream, next step, needs, recipe, milestones.

Each is a record or a field of its own, and changed by itself, so that two leads write side by side. Who changes words
says which they started from (`was`); if those are no longer there, the change is refused with the words that are, and
both can be shown.
"""

import re
from collections.abc import Callable
from enum import StrEnum

from msgspec.structs import replace

from rooms.board import for_initiative
from rooms.initiative import Initiative, Need, NeedKind, PartKind, RecipePart
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
    Record,
    Refused,
    Text,
    require,
    tidy,
)
from rooms.people import Person

FIELD_LENGTH = 400
WHO_LENGTH = 60
MOST_ROWS = 40
"""Needs, milestones, and parts of a recipe, that an initiative may have of each."""
DATE = re.compile(r"(20\d{2})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")


class Field(StrEnum):
    """What an initiative tells of itself in a sentence or two."""

    DREAM = "dream"
    NEXT_STEP = "next_step"


class NeedField(StrEnum):
    """What can be changed of a need, each by itself."""

    KIND = "kind"
    TEXT = "text"


class MilestoneField(StrEnum):
    """What can be changed of a milestone, each by itself."""

    WHAT = "what"
    WHO = "who"
    WHEN = "when"


class Milestone(Record, frozen=True):
    """A concrete result: what, who sees to it, and when (YYYY-MM-DD, or "")."""

    initiative: str
    what: str
    who: str = ""
    when: str = ""
    at: Moment = 0

    INDEXED = ("initiative",)


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


class AddPart(Command, frozen=True):
    """A part more of the recipe. `version` is 10 for recipe 1.0."""

    id: NewId
    initiative: Id
    kind: PartKind
    text: Text
    version: int = 10


class EditPart(Command, frozen=True):
    """A part of the recipe in other words."""

    part: Id
    text: Text
    was: Text


class DropPart(Command, frozen=True):
    """A part less of the recipe."""

    part: Id


class AddMilestone(Command, frozen=True):
    """Say what will be there, who sees to it, and when."""

    id: NewId
    initiative: Id
    what: Text
    who: Text = ""
    when: Text = ""


class EditMilestone(Command, frozen=True):
    """Say what, who or when otherwise; `was` is what that field said."""

    milestone: Id
    field: MilestoneField
    text: Text
    was: Text


class DropMilestone(Command, frozen=True):
    """Take a milestone away."""

    milestone: Id


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


def add_part(festival: Festival, wish: AddPart, by: Person, at: Moment) -> Changes:
    row = theirs(festival, wish.initiative, by)
    parts = [part for part in festival.where(RecipePart, "initiative", row.id) if part.version == wish.version]

    require(festival.get(RecipePart, wish.id) is None, Reason.ID_IN_USE)
    require(wish.version in (10, 20), Reason.NOT_NOW)
    require(len(parts) < MOST_ROWS, Reason.TOO_MANY)
    text, order = words(wish.text), last(parts)
    yield Put(RecipePart(id=wish.id, initiative=row.id, order=order, kind=wish.kind, text=text, version=wish.version))


def edit_part(festival: Festival, wish: EditPart, by: Person, at: Moment) -> Changes:
    part = festival.find(RecipePart, wish.part)
    theirs(festival, part.initiative, by)
    unchanged(part.text, wish.was)
    yield Put(replace(part, text=words(wish.text)))


def drop_part(festival: Festival, wish: DropPart, by: Person, at: Moment) -> Changes:
    part = festival.find(RecipePart, wish.part)
    theirs(festival, part.initiative, by)
    yield Drop("RecipePart", part.id)


def a_date(text: str) -> str:
    """A day of this century as YYYY-MM-DD, or ""; refuses with BAD_LENGTH."""
    found = DATE.fullmatch(text)
    if text and (found is None or int(found[3]) > days_of(int(found[1]), int(found[2]))):
        raise Refused(Reason.BAD_LENGTH)
    return text


def days_of(year: int, month: int) -> int:
    """How many days this month of this century has."""
    return 29 if month == 2 and year % 4 == 0 else 28 if month == 2 else 30 if month in (4, 6, 9, 11) else 31


def a_who(text: str) -> str:
    """Who sees to it, as it is kept; refuses with BAD_LENGTH."""
    return words(text, least=0, most=WHO_LENGTH)


MILESTONE_WORDS: dict[MilestoneField, Callable[[str], str]] = {
    MilestoneField.WHAT: words,
    MilestoneField.WHO: a_who,
    MilestoneField.WHEN: a_date,
}


def add_milestone(festival: Festival, wish: AddMilestone, by: Person, at: Moment) -> Changes:
    row = theirs(festival, wish.initiative, by)
    who = a_who(wish.who)

    require(festival.get(Milestone, wish.id) is None, Reason.ID_IN_USE)
    require(len(festival.where(Milestone, "initiative", row.id)) < MOST_ROWS, Reason.TOO_MANY)
    what, when = words(wish.what), a_date(wish.when)
    yield Put(Milestone(id=wish.id, initiative=row.id, what=what, who=who, when=when, at=at))


def edit_milestone(festival: Festival, wish: EditMilestone, by: Person, at: Moment) -> Changes:
    row = festival.find(Milestone, wish.milestone)
    theirs(festival, row.initiative, by)
    unchanged(getattr(row, wish.field), wish.was)
    yield Put(replace(row, **{wish.field: MILESTONE_WORDS[wish.field](wish.text)}))


def drop_milestone(festival: Festival, wish: DropMilestone, by: Person, at: Moment) -> Changes:
    row = festival.find(Milestone, wish.milestone)
    theirs(festival, row.initiative, by)
    yield Drop("Milestone", row.id)
