"""Setting a festival up: putting everything of an event file in its tables, before anybody is there.

Only an operator does this, and only once per festival. The file was checked in full before; here is no more to
refuse than a festival that is already there.
"""

from rooms.initiative import About
from rooms.kernel import Changes, Command, Festival, Moment, Put, Reason, Record, require
from rooms.people import Person


class SetUp(Command, frozen=True):
    """All records a new festival begins with."""

    records: tuple[Record, ...]


def set_up(festival: Festival, wish: SetUp, by: Person, at: Moment) -> Changes:
    require(not festival.all(About), Reason.ALREADY)
    for record in wish.records:
        yield Put(record)
