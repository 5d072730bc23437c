"""Milestones: concrete results, each with who sees to it and a date; kept on the day and in the time after it.

An initiative has them, and so has an expert group of it, whose members keep them too. Later it is told of each how it
went: done, moved to another date, or dropped, with a line of why.
"""

import re
from collections.abc import Callable
from enum import StrEnum

from msgspec.structs import replace

from rooms.board import for_initiative
from rooms.experts import Group, member
from rooms.initiative import Initiative
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
)
from rooms.people import Person
from rooms.plans import MOST_ROWS, unchanged, words

WHO_LENGTH = 60
WHY_LENGTH = 200
DATE = re.compile(r"(20\d{2})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")


class MilestoneField(StrEnum):
    """What can be changed of a milestone, each by itself."""

    WHAT = "what"
    WHO = "who"
    WHEN = "when"


class MilestoneState(StrEnum):
    """How it went: still to come, moved to another date, done, or dropped."""

    PLANNED = "planned"
    MOVED = "moved"
    DONE = "done"
    DROPPED = "dropped"


class Milestone(Record, frozen=True):
    """A concrete result: what, who sees to it, and when (YYYY-MM-DD, or ""). `group` is the expert group it is of, or
    ""; `why` tells why it is as it is; `changes` counts how often it was said otherwise, for people's calendars."""

    initiative: str
    what: str
    who: str = ""
    when: str = ""
    at: Moment = 0
    group: str = ""
    state: MilestoneState = MilestoneState.PLANNED
    why: str = ""
    changes: int = 0

    INDEXED = ("initiative",)


class AddMilestone(Command, frozen=True):
    """Say what will be there, who sees to it, and when."""

    id: NewId
    initiative: Id
    what: Text
    who: Text = ""
    when: Text = ""
    group: Id = ""


class EditMilestone(Command, frozen=True):
    """Say what, who or when otherwise; `was` is what that field said."""

    milestone: Id
    field: MilestoneField
    text: Text
    was: Text


class TellMilestone(Command, frozen=True):
    """Say how it went; `was` is what was said before. One that is moved gets the date `when`."""

    milestone: Id
    state: MilestoneState
    was: MilestoneState
    why: Text = ""
    when: Text = ""


class DropMilestone(Command, frozen=True):
    """Take a milestone away, as if it had never been there."""

    milestone: Id


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


WORDS: dict[MilestoneField, Callable[[str], str]] = {
    MilestoneField.WHAT: words,
    MilestoneField.WHO: a_who,
    MilestoneField.WHEN: a_date,
}


def may_plan(festival: Festival, initiative: str, group: str, by: Person) -> None:
    """Refuse who is neither of the initiative nor of the group with NOT_YOURS."""
    require(plans(festival, initiative, group, by), Reason.NOT_YOURS)


def plans(festival: Festival, initiative: str, group: str, by: Person) -> bool:
    """Whether somebody is of the initiative, or of the group."""
    return for_initiative(by, initiative) or (group != "" and member(festival, group, by) is not None)


def kept_by(festival: Festival, milestone: str, by: Person) -> Milestone:
    """The milestone, if this person may keep it."""
    row = festival.find(Milestone, milestone)
    may_plan(festival, row.initiative, row.group, by)
    return row


def add_milestone(festival: Festival, wish: AddMilestone, by: Person, at: Moment) -> Changes:
    initiative = festival.find(Initiative, wish.initiative).id
    may_plan(festival, initiative, wish.group, by)

    require(festival.get(Milestone, wish.id) is None, Reason.ID_IN_USE)
    require(not wish.group or festival.find(Group, wish.group).initiative == initiative, Reason.GONE)
    require(len(festival.where(Milestone, "initiative", initiative)) < MOST_ROWS, Reason.TOO_MANY)
    what, who, when = words(wish.what), a_who(wish.who), a_date(wish.when)
    yield Put(Milestone(id=wish.id, initiative=initiative, what=what, who=who, when=when, at=at, group=wish.group))


def edit_milestone(festival: Festival, wish: EditMilestone, by: Person, at: Moment) -> Changes:
    row = kept_by(festival, wish.milestone, by)
    unchanged(getattr(row, wish.field), wish.was)
    yield Put(replace(row, changes=row.changes + 1, **{wish.field: WORDS[wish.field](wish.text)}))


def tell_milestone(festival: Festival, wish: TellMilestone, by: Person, at: Moment) -> Changes:
    row = kept_by(festival, wish.milestone, by)
    moved = wish.state is MilestoneState.MOVED

    require(row.state is wish.was, Reason.ALREADY_MOVED)
    require(bool(wish.when) == moved, Reason.NOT_UNDERSTOOD)
    why, when = words(wish.why, least=0, most=WHY_LENGTH), a_date(wish.when) if moved else row.when
    yield Put(replace(row, state=wish.state, why=why, when=when, changes=row.changes + 1))


def drop_milestone(festival: Festival, wish: DropMilestone, by: Person, at: Moment) -> Changes:
    row = festival.find(Milestone, wish.milestone)
    require(for_initiative(by, row.initiative), Reason.NOT_YOURS)
    yield Drop("Milestone", row.id)
