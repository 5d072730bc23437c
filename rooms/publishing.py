"""Publishing what came of it, part by part, when the organiser finds it ready: to be read by anybody, without a login.

What is published holds nobody's name, unless they agreed to that.
"""

from enum import StrEnum

from rooms.initiative import Initiative
from rooms.kernel import Changes, Command, Drop, Festival, Id, Moment, Put, Reason, Record, require
from rooms.people import Person

WHOLE = "*"
"""The id of what is published of the festival as a whole."""


class Part(StrEnum):
    """A part of the outcomes."""

    CARD = "card"
    NEEDS = "needs"
    NOTES = "notes"
    RECIPE = "recipe"
    MILESTONES = "milestones"
    CONVERSATIONS = "conversations"
    PRIZES = "prizes"
    NUMBERS = "numbers"


class Published(Record, frozen=True):
    """Which parts anybody may read: of an initiative, whose id it bears, or of the festival."""

    parts: tuple[Part, ...]
    at: Moment


class Publish(Command, frozen=True):
    """Publish these parts and no others; none takes all back. `about` is an initiative, "" for the festival; `was` is
    what was published before, so that nobody publishes anew, unseen, what somebody else just took back."""

    about: Id
    parts: tuple[Part, ...]
    was: tuple[Part, ...]


def publish(festival: Festival, wish: Publish, by: Person, at: Moment) -> Changes:
    about = festival.find(Initiative, wish.about).id if wish.about else WHOLE
    before = public_parts(festival, about)

    require(set(before) == set(wish.was), Reason.ALREADY_MOVED)
    if wish.parts:
        yield Put(Published(id=about, parts=tuple(part for part in Part if part in wish.parts), at=at))
    elif before:
        yield Drop("Published", about)


def public_parts(festival: Festival, about: str) -> tuple[Part, ...]:
    """The parts that anybody may read, of an initiative or of the festival (WHOLE)."""
    row = festival.get(Published, about)
    return row.parts if row is not None else ()
