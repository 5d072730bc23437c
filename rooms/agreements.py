"""The book of agreements: who agreed to which words, when, and when they took it back.

What holds now is told by the consent itself; this book keeps that there was one, so that an organiser can show it. A
page of it goes with its person, or a year after it ended.
"""

from typing import Protocol

from msgspec.structs import replace

from rooms.kernel import Changes, Days, Festival, Moment, Put, Record
from rooms.people import Person

KEPT_DAYS = 365
"""For how long after it ended."""


class Given(Protocol):
    """What somebody agreed to, as the festival keeps it while it holds."""

    @property
    def text(self) -> str: ...

    @property
    def at(self) -> Moment: ...

    @property
    def days(self) -> int: ...


class Agreement(Record, frozen=True):
    """Somebody agreed to `text` at `at`, for `days`. `what` is a purpose, or "contact" for sharing how to reach them
    about the offer `about`. `ended` is when it was taken back or was over, 0 while it holds."""

    person: str
    name: str
    what: str
    text: str
    at: Moment
    days: Days
    about: str = ""
    ended: Moment = 0

    INDEXED = ("person",)
    SECRET = True


def agreed(by: Person, given: Given, what: str, about: str = "") -> Agreement:
    """That somebody agreed to what they gave, as it is written in the book."""
    row = f"{what}/{about or '-'}/{given.at}/{by.id}"
    text, at, days = given.text, given.at, given.days
    return Agreement(id=row, person=by.id, name=by.name, what=what, text=text, at=at, days=days, about=about)


def no_longer(festival: Festival, person: str, what: str, at: Moment, about: str = "") -> Changes:
    """What this person agreed to, and holds, has ended."""
    rows = festival.where(Agreement, "person", person)
    for row in sorted(rows, key=lambda row: row.id):
        if (row.what, row.about, row.ended) == (what, about, 0):
            yield Put(replace(row, ended=at))
