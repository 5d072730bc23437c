"""What nobody may see, told a second time and apart from the code that shows things.

Here the question is asked from the other end: given all there is, which words, names and rows must not be on this
person's screen, whichever board they look at?
"""

import json
from typing import Any

from rooms.ballot import LEAST_VOTES, Prize, Tally, Vote
from rooms.board import Board, Note, NoteKind
from rooms.contacts import Shared
from rooms.experts import Member
from rooms.goodbye import Address, Consent
from rooms.inbox import Letter
from rooms.kernel import Record, Tables
from rooms.listening import NAMES, audiences
from rooms.marketplace import Conversation
from rooms.messages import Message
from rooms.offers import Offer
from rooms.people import Link, Person, Role
from rooms.receipt import Device
from rooms.seats import HALL_NAME, HelpCall, Seat, Table, room_of
from rooms.view import VIEWS

Rows = dict[tuple[str, str], dict[str, Any]]

AGREED: dict[str, type[Record]] = {"Offer": Offer, "Letter": Letter, "Shared": Shared}
GUESTS = (Role.PARTICIPANT, Role.LEAD)
FORMS = {kind.__name__: [set(form) for form in forms] for kind, (_, forms) in VIEWS.items()}


def may_see_note(note: Note, person: Person) -> bool:
    """Whether this note may ever be on this person's screen."""
    if person.role in (Role.FACILITATOR, Role.ORGANISER) or note.author == person.id:
        return True
    if note.hidden:
        return False
    if person.role is Role.STAGE:
        return note.released and note.kind is not NoteKind.CONTACT
    return note.kind is not NoteKind.CONTACT or (person.role is Role.LEAD and person.initiative == note.board)


def acquainted(tables: Tables, person: Person) -> set[str]:
    """Who this person knows by id: who is in the same room, and who convenes a conversation with them."""
    room = room_of(tables, person)
    there = {seat.id for seat in tables.where(Seat, "room", room)} if room else set()
    callers = {call.by for call in tables.where(HelpCall, "room", room)} if room else set()
    talks = (talk.conveners for talk in tables.all(Conversation) if person.id in talk.conveners)
    return there.union(callers, *talks)


def goodbyes_of_others(tables: Tables, person: Person) -> dict[str, str]:
    """What others agreed to, where they can be written to, what they said they will do: theirs and the organisers'."""
    if person.role is Role.ORGANISER:
        return {}
    mine = tables.get(Address, person.id)
    secret = {row.email: "an address" for row in tables.all(Address) if mine is None or row.email != mine.email}
    secret |= {f"{row.person}/{row.purpose}": "a consent" for row in tables.all(Consent) if row.person != person.id}
    return secret


def secrets_from(tables: Tables, person: Person) -> dict[str, str]:
    """Texts that must not be on this person's screen, and what each is."""
    secret = {link.fingerprint: "the fingerprint of a link" for link in tables.all(Link)}
    secret |= {device.id: "a phone" for device in tables.all(Device)}
    secret |= {vote.id: "somebody else's vote" for vote in tables.all(Vote) if vote.voter != person.id}
    if person.role in (*GUESTS, Role.STAGE):
        known = {person.id, *acquainted(tables, person)}
        secret |= {other.id: "who somebody is" for other in tables.all(Person) if other.id not in known}
    secret |= goodbyes_of_others(tables, person)
    mine = [row for row in tables.all(Shared) if person.id in (row.person, row.to)]
    reached = {row.contact for row in mine}
    secret |= {row.contact: "how to reach somebody" for row in tables.all(Shared) if row.contact not in reached}
    shown = {note.text for note in tables.all(Note) if may_see_note(note, person)}
    for note in tables.all(Note):
        if not may_see_note(note, person):
            secret[f'"id": "{note.id}"'] = "a note"
            if note.text not in shown:
                secret[f'"text": {json.dumps(note.text)}'] = "the words of a note"
    return secret


def nobody_sees_too_much(tables: Tables, held: dict[str, Rows]) -> None:
    """Hold all rows to law 4, for everybody who is in, whichever board they look at, and with names or without."""
    texts = {audience: json.dumps([*rows.values()]) for audience, rows in held.items()}
    for audience, rows in held.items():
        for (kind, row), fields in rows.items():
            assert set(fields) in FORMS.get(kind, []), f"law 4: {audience} has {kind} {row} with {sorted(fields)}"
    looks = ["", NAMES, *(board.id for board in tables.all(Board))]
    for person in tables.all(Person):
        heard = {audience for look in looks for audience in audiences(tables, person, look)} & held.keys()
        assert not (person.removed and heard), f"law 4: {person.id} was removed and still hears {heard}"
        for text, what in secrets_from(tables, person).items():
            for audience in heard:
                assert text not in texts[audience], f"law 4: {person.role} {person.id} sees {what} in {audience}"
        for audience in heard:
            _no_early_prizes(tables, person, held[audience])
            _nobody_elses(tables, person, held[audience])


def _nobody_elses(tables: Tables, person: Person, rows: Rows) -> None:
    """Rows that are somebody's own reach nobody else; who is where reaches the room and the facilitators."""
    host = person.role in (Role.FACILITATOR, Role.ORGANISER)
    for kind, row in rows:
        if kind in ("Backing", "Going", "Dot"):
            assert row.endswith(f"/{person.id}"), f"law 4: {person.role} sees somebody else's {kind}"
        if kind in AGREED:
            _agreed_with(tables, person, kind, row)
        if kind == "Member" and not host:
            _in_the_group(tables, person, tables.find(Member, row))
        if kind in ("Farewell", "Address", "Consent"):
            assert person.id == row.split("/")[0] or person.role is Role.ORGANISER, f"law 4: they see a {kind}"
        if kind in ("Seat", "Table") and not host:
            seat = tables.find(Seat, row) if kind == "Seat" else tables.find(Table, row)
            assert seat.room == room_of(tables, person), f"law 4: {person.role} sees who is in another room"
        if kind == "Message" and not host:
            rooms = tables.find(Message, row).rooms
            assert not rooms or (room_of(tables, person) or HALL_NAME) in rooms, "law 4: a message for another room"


def _agreed_with(tables: Tables, person: Person, kind: str, row: str) -> None:
    """An offer and a letter are between who made it and whom it is for; how to reach somebody between two people."""
    found = tables.find(AGREED[kind], row)
    if isinstance(found, Shared):
        assert person.id in (found.person, found.to), f"law 4: {person.role} sees how to reach somebody"
    elif isinstance(found, Offer | Letter):
        for_them = person.role is Role.LEAD and person.initiative == found.initiative
        host = person.role in (Role.FACILITATOR, Role.ORGANISER)
        assert host or for_them or person.id == found.person, f"law 4: {person.role} sees somebody else's {kind}"


def _in_the_group(tables: Tables, person: Person, member: Member) -> None:
    """Who is in an expert group is for who is in it, and for the initiative that opened it."""
    inside = any(other.person == person.id for other in tables.where(Member, "group", member.group))
    for_them = person.role is Role.LEAD and person.initiative == member.initiative
    assert inside or for_them, f"law 4: {person.role} sees who is in a group"


def _no_early_prizes(tables: Tables, person: Person, rows: Rows) -> None:
    for (kind, row), fields in rows.items():
        assert kind != "Link" or person.role is Role.ORGANISER, f"law 4: {person.role} sees a link"
        assert kind != "Tally" or fields["cast"] >= LEAST_VOTES, "law 4: a tally of too few votes"
        if person.role not in (Role.FACILITATOR, Role.ORGANISER):
            early = kind in ("Prize", "Tally") and not tables.find(Prize, row).revealed
            assert not (early and (kind == "Tally" or {"winners", "settled"} & fields.keys())), (
                f"law 4: {person.role} sees the outcome of {row} before it is revealed"
            )
            tally = tables.get(Tally, row) if kind == "Tally" else None
            assert tally is None or tally.revealed
