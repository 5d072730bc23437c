"""Publishing what came of it, part by part, when the organiser finds it ready: to be read by anybody, without a login.

What is published holds nobody's name, unless they agreed to that.
"""

from enum import StrEnum

from rooms.initiative import Initiative
from rooms.kernel import Changes, Command, Drop, Festival, Id, Moment, Put, Record
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
    """Publish these parts and no others; none takes all back. `about` is an initiative, "" for the festival."""

    about: Id
    parts: tuple[Part, ...]


def publish(festival: Festival, wish: Publish, by: Person, at: Moment) -> Changes:
    about = festival.find(Initiative, wish.about).id if wish.about else WHOLE
    if wish.parts:
        yield Put(Published(id=about, parts=tuple(part for part in Part if part in wish.parts), at=at))
    elif festival.get(Published, about) is not None:
        yield Drop("Published", about)


def published(festival: Festival, about: str, part: Part) -> bool:
    """Whether anybody may read this part."""
    row = festival.get(Published, about)
    return row is not None and part in row.parts
