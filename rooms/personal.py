"""What there is of one person, to show to them and to nobody else: their own words, and what they did.

What others wrote to them is not theirs, but for an answer to something of their own. Secrets of links are not told,
not even as fingerprints.
"""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from rooms.agreements import Agreement
from rooms.ballot import Vote
from rooms.board import Backing, Note
from rooms.contacts import Shared
from rooms.experts import Member
from rooms.goodbye import Address, Consent, Farewell
from rooms.harvest import Dot, Pledge
from rooms.inbox import Letter
from rooms.kernel import Festival, Moment, Record
from rooms.marketplace import Conversation, Going
from rooms.messages import Message
from rooms.milestones import Milestone
from rooms.offers import Offer
from rooms.people import Link, Person, same_name
from rooms.seats import HelpCall, Seat

OWNED: dict[type[Record], str] = {
    Note: "author",
    Pledge: "person",
    Offer: "person",
    Shared: "person",
    Member: "person",
    Letter: "person",
    Consent: "person",
    Agreement: "person",
    Dot: "person",
    Backing: "person",
    Going: "person",
    Vote: "voter",
    HelpCall: "by",
    Message: "by",
}
"""Kinds of records that are somebody's, and the field that says whose."""

BEARING: tuple[type[Record], ...] = (Person, Seat, Farewell, Address)
"""Kinds of records that bear the id of whose they are."""

UNTOLD = {"fingerprint"}


class Line(msgspec.Struct, frozen=True):
    """One thing of theirs in words: of which sort it is, what it says, about what, since when (ms), and until
    when it is kept at most (ms), 0 for as long as the name."""

    sort: str
    text: str
    about: str = ""
    at: Moment = 0
    until: Moment = 0


def records_of(festival: Festival, person: Person) -> list[Record]:
    """Every record that is this person's, by kind and id."""
    rows: list[Record] = [row for kind in BEARING if (row := festival.get(kind, person.id)) is not None]
    for kind, field in OWNED.items():
        rows += festival.where(kind, field, person.id)
    rows += festival.where(Link, "person", person.id)
    rows += [talk for talk in festival.all(Conversation) if person.id in talk.conveners]
    rows += called_by_name(festival, person)
    return sorted(rows, key=lambda row: (type(row).__name__, row.id))


def called_by_name(festival: Festival, person: Person) -> list[Milestone]:
    """Where they stand with no more than a name, as far as we can tell that it is theirs."""
    return [one for one in festival.all(Milestone) if same_name(one.who, person.name)]


def told(festival: Festival, person: Person) -> dict[str, Any]:
    """All of it for a machine: a list of records for each kind, every field but secrets."""
    kinds: dict[str, Any] = {}
    for row in records_of(festival, person):
        fields = msgspec.to_builtins({name: getattr(row, name) for name in row.__struct_fields__ if name not in UNTOLD})
        kinds.setdefault(type(row).__name__, []).append(fields)
    return kinds


def lines_of(festival: Festival, person: Person) -> Iterator[Line]:
    """All of it that has words, for people to read, in a fixed order."""
    for row in records_of(festival, person):
        tell = TOLD.get(type(row))
        if tell is not None:
            yield tell(row)


def _note(row: Note) -> Line:
    return Line("notes", row.text, row.board, row.at)


def _pledge(row: Pledge) -> Line:
    return Line("pledges", row.what, row.initiative, row.at)


def _offer(row: Offer) -> Line:
    return Line("offers", row.what, row.initiative, row.at)


def _shared(row: Shared) -> Line:
    return Line("contacts", row.contact, "", row.at, row.at + row.days * 86_400_000)


def _member(row: Member) -> Line:
    return Line("groups", row.brings, row.initiative, row.at)


def _letter(row: Letter) -> Line:
    return Line("letters", row.text, row.initiative, row.at)


def _farewell(row: Farewell) -> Line:
    return Line("farewell", row.will_do, "", row.at)


def _address(row: Address) -> Line:
    return Line("address", row.email)


def _agreement(row: Agreement) -> Line:
    return Line("ended" if row.ended else "agreed", row.text, "", row.at, row.at + row.days * 86_400_000)


def _conversation(row: Conversation) -> Line:
    return Line("conversations", row.title, "", row.at)


def _milestone(row: Milestone) -> Line:
    return Line("milestones", row.what, row.initiative, row.at)


def _message(row: Message) -> Line:
    return Line("messages", row.text, "", row.at)


TOLD: dict[type[Record], Callable[[Any], Line]] = {
    Note: _note,
    Pledge: _pledge,
    Offer: _offer,
    Shared: _shared,
    Member: _member,
    Letter: _letter,
    Farewell: _farewell,
    Address: _address,
    Agreement: _agreement,
    Conversation: _conversation,
    Milestone: _milestone,
    Message: _message,
}
"""How each kind is told in words; the others are numbers and places, and are in the file for machines."""
