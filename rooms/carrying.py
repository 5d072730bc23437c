"""What goes along when a festival is taken to another place, so that it can be loaded there and be read as before.

The same holds as for all that leaves a festival: only what everybody was meant to see. Nobody's account is in it, no
link, no phone, no vote: words keep the name they bore, but nobody is their author any more. What may only be counted,
such as the people who came, goes along as a number.
"""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec
from msgspec.structs import replace

from rooms.ballot import Ballot, Prize, Tally
from rooms.board import Board, Note, shown_to_all
from rooms.experts import Group, Member
from rooms.harvest import Pledge
from rooms.initiative import About, Initiative, Need, RecipePart
from rooms.kernel import Festival, Record, one_of
from rooms.marketplace import Conversation, Market
from rooms.milestones import Milestone
from rooms.offers import Connection, Offer
from rooms.programme import Programme, Round

CARRIED = "carried"


class Carried(Record, frozen=True):
    """What a festival had that is no longer here: of a loaded one how many people came in, contacts were given, letters
    of each kind were written and are unanswered, and how many voted in each ballot that was open; and how many people
    were erased since."""

    people: int = 0
    contacts: int = 0
    written: dict[str, int] = msgspec.field(default_factory=dict)
    unanswered: dict[str, int] = msgspec.field(default_factory=dict)
    voted: dict[str, int] = msgspec.field(default_factory=dict)


def before(festival: Festival) -> Carried:
    """What it had before; nothing for one that was founded here and knows everybody still."""
    return festival.get(Carried, CARRIED) or Carried(id=CARRIED)


def _whole(festival: Festival, row: Any) -> Any:
    return row


def _about(festival: Festival, row: About) -> About:
    """A call is a place to meet, and a key to it."""
    return replace(row, call="")


def _note(festival: Festival, row: Note) -> Note | None:
    return replace(row, author="", waits=False) if shown_to_all(row) else None


def _part(festival: Festival, row: RecipePart) -> RecipePart:
    behind = (festival.get(Note, note) for note in row.notes)
    return replace(row, notes=tuple(note.id for note in behind if note is not None and shown_to_all(note)))


def _conversation(festival: Festival, row: Conversation) -> Conversation:
    return replace(row, conveners=())


def _nobodys(festival: Festival, row: Any) -> Any:
    return replace(row, person="")


def _member(festival: Festival, row: Member) -> Member:
    return replace(row, person="", name="")


def _prize(festival: Festival, row: Prize) -> Prize:
    return row if row.revealed else replace(row, winners=(), settled=False)


def _tally(festival: Festival, row: Tally) -> Tally | None:
    return row if row.revealed else None


FORMS: dict[type[Record], Callable[[Festival, Any], Record | None]] = {
    About: _about,
    Ballot: _whole,
    Board: _whole,
    Connection: _whole,
    Conversation: _conversation,
    Group: _whole,
    Initiative: _whole,
    Market: _whole,
    Member: _member,
    Milestone: _whole,
    Need: _whole,
    Note: _note,
    Offer: _nobodys,
    Pledge: _nobodys,
    Prize: _prize,
    Programme: _whole,
    RecipePart: _part,
    Round: _whole,
    Tally: _tally,
}
"""Each kind that goes along, in the form in which it does; None for a row that stays behind."""

CarriedRecord = one_of((*FORMS, Carried))

PLACES: dict[str, type[Record]] = {"initiative": Initiative, "board": Board, "ballot": Ballot, "group": Group}
"""Fields that name another row: a row that names one that is not there belongs nowhere."""


def carried(festival: Festival, counted: Carried) -> tuple[Record, ...]:
    """The rows that go along, always in the same order; `counted` is what goes along as a number."""
    rows = (form(festival, row) for kind, form in FORMS.items() for row in festival.all(kind))
    kept = [row for row in rows if row is not None and _placed(festival, row)]
    return (*sorted(kept, key=lambda row: (type(row).__name__, row.id)), counted)


def _placed(festival: Festival, row: Record) -> bool:
    return all(festival.get(kind, name) is not None for kind, name in _named(row))


def _named(row: Record) -> Iterator[tuple[type[Record], str]]:
    """The rows that this one names."""
    for field, kind in PLACES.items():
        if name := getattr(row, field, ""):
            yield kind, name
