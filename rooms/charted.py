"""What can be drawn of what came of it: help asked and found, notes over time, turnout, and who found help with what.

Only numbers and names of initiatives are in it. What is given decides what is told, so that a page that anybody may
read draws nothing that is not published.
"""

from collections.abc import Iterable, Mapping

from rooms.aftermath import ConnectionsMade, HelpOfKind, NotesInAWhile
from rooms.ballot import DecidedBy
from rooms.prizes import PrizeGiven, Turnout
from rooms.telling import Closed


class Voted(Closed, frozen=True):
    """How many of the people who came in voted, and about which prizes."""

    prizes: tuple[str, ...]
    voted: int
    people: int


class Charted(Closed, frozen=True):
    """The numbers behind the charts. Connections bear the name of their initiative here, not its id."""

    help: tuple[HelpOfKind, ...]
    over_time: tuple[NotesInAWhile, ...]
    voted: tuple[Voted, ...]
    connections: tuple[ConnectionsMade, ...]


def votes(turnout: Iterable[Turnout], prizes: Iterable[PrizeGiven], people: int) -> tuple[Voted, ...]:
    """How many voted in each ballot, with what it was about."""
    about = [prize for prize in prizes if prize.decided is DecidedBy.VOTE]
    return tuple(
        Voted(
            prizes=tuple(prize.title for prize in about if prize.ballot == one.ballot), voted=one.voted, people=people
        )
        for one in turnout
    )


def by_name(connections: Iterable[ConnectionsMade], names: Mapping[str, str]) -> tuple[ConnectionsMade, ...]:
    """The connections of the initiatives that have a name here."""
    return tuple(
        ConnectionsMade(initiative=names[one.initiative], kind=one.kind, sort=one.sort, count=one.count)
        for one in connections
        if one.initiative in names
    )
