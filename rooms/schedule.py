"""Changing the rest of the day while it goes on: a round more, a round less, another order, other minutes.

Only what is still to come can be changed, and the question of the round that is on. Times are not kept: every screen
reckons them anew from the order and the minutes, so that all of them move along when something runs late.
"""

from enum import StrEnum

from msgspec.structs import replace

from rooms.ballot import Ballot
from rooms.initiative import Initiative
from rooms.kernel import Changes, Command, Festival, Id, Moment, NewId, Put, Reason, Text, require, tidy
from rooms.people import Person
from rooms.programme import GROUPED, Grouping, Round, RoundKind, RoundState, programme_of

LONGEST = 240
"""Minutes a round may last."""
TITLE_LENGTH = 80
PROMPT_LENGTH = 400
MOST_ROUNDS = 100


class AddRound(Command, frozen=True):
    """A new round, to come after the round `after` ("" for: first). `initiative` and `ballot` are what it is about."""

    id: NewId
    after: Id
    kind: RoundKind
    minutes: int
    title: Text = ""
    initiative: Id = ""
    ballot: Id = ""


class MoveRound(Command, frozen=True):
    """Have a round that is still to come after the round `after` ("" for: first)."""

    round: Id
    after: Id


class SkipRound(Command, frozen=True):
    """Leave out a round that is still to come, or (`skipped` false) take it in again."""

    round: Id
    skipped: bool


class SetMinutes(Command, frozen=True):
    """How long a round that is still to come will last."""

    round: Id
    minutes: int


class Language(StrEnum):
    """A language in which a round has its question."""

    NL = "nl"
    EN = "en"


class SetPrompt(Command, frozen=True):
    """What people are asked to talk about in a round, in one language; "" for the usual. `was` is the text one started
    from."""

    round: Id
    language: Language
    text: Text
    was: Text


REFERS = {
    RoundKind.PITCH: "initiative",
    RoundKind.BALLOT: "ballot",
    RoundKind.PRIZES: "ballot",
}
"""What a round of this kind is about; other rounds are about nothing in particular."""


def in_order(festival: Festival) -> list[Round]:
    """All rounds, in the order of the day."""
    return sorted(festival.all(Round), key=lambda row: (row.order, row.id))


def to_come(festival: Festival, row: str) -> Round:
    """The round of this id, if it is still to come; refuses with ALREADY_MOVED when it is on, or was."""
    found = festival.find(Round, row)
    require(found.state is RoundState.PLANNED, Reason.ALREADY_MOVED)
    return found


def line_up(festival: Festival, moved: Round, after: str) -> Changes:
    """Put `moved` after the round `after`, and give every round that shifts by it its new number."""
    others = [row for row in in_order(festival) if row.id != moved.id]
    at = 1 + [row.id for row in others].index(after) if after else 0
    require(not any(row.id == programme_of(festival).round for row in others[at:]), Reason.NOT_NOW)
    for order, row in enumerate([*others[:at], moved, *others[at:]], 1):
        if row.order != order or row is moved:
            yield Put(replace(row, order=order))


def add_round(festival: Festival, wish: AddRound, by: Person, at: Moment) -> Changes:
    title = " ".join(tidy(wish.title).split())
    about = REFERS.get(wish.kind)

    require(festival.get(Round, wish.id) is None, Reason.ID_IN_USE)
    require(len(festival.all(Round)) < MOST_ROUNDS, Reason.TOO_MANY)
    require(1 <= wish.minutes <= LONGEST and len(title) <= TITLE_LENGTH, Reason.BAD_LENGTH)
    require((about == "initiative") == bool(wish.initiative), Reason.NOT_NOW)
    require((about == "ballot") == bool(wish.ballot), Reason.NOT_NOW)
    if wish.after:
        festival.find(Round, wish.after)
    if about == "initiative":
        festival.find(Initiative, wish.initiative)
    if about == "ballot":
        festival.find(Ballot, wish.ballot)
    new = Round(
        id=wish.id,
        order=0,
        kind=wish.kind,
        minutes=wish.minutes,
        title=title,
        initiative=wish.initiative,
        ballot=wish.ballot,
        grouping=GROUPED.get(wish.kind, Grouping.PLENARY),
    )
    yield from line_up(festival, new, wish.after)


def move_round(festival: Festival, wish: MoveRound, by: Person, at: Moment) -> Changes:
    moved = to_come(festival, wish.round)
    require(wish.after != moved.id, Reason.NOT_NOW)
    if wish.after:
        festival.find(Round, wish.after)
    yield from line_up(festival, moved, wish.after)


def skip_round(festival: Festival, wish: SkipRound, by: Person, at: Moment) -> Changes:
    yield Put(replace(to_come(festival, wish.round), skipped=wish.skipped))


def set_minutes(festival: Festival, wish: SetMinutes, by: Person, at: Moment) -> Changes:
    row = to_come(festival, wish.round)
    require(1 <= wish.minutes <= LONGEST, Reason.BAD_LENGTH)
    yield Put(replace(row, minutes=wish.minutes))


def set_prompt(festival: Festival, wish: SetPrompt, by: Person, at: Moment) -> Changes:
    row = festival.find(Round, wish.round)
    field = f"prompt_{wish.language}"
    text = tidy(wish.text)

    require(len(text) <= PROMPT_LENGTH, Reason.BAD_LENGTH)
    require(row.state is not RoundState.DONE, Reason.ALREADY_MOVED)
    require(getattr(row, field) == wish.was, Reason.CHANGED_MEANWHILE, present=getattr(row, field))
    yield Put(replace(row, **{field: text}))
