"""What holds at every moment of a day: a place for everybody, tables that fit, nothing lost, nobody sees too much.

Each rule looks at the tables as they stand, and says in its AssertionError what is wrong.
"""

from collections import Counter

import msgspec

from rooms.board import Board, ImproveNote, Note, NoteKind, PostNote, others_built_on
from rooms.festival import EVERYBODY, actor, decide
from rooms.goodbye import Address, Consent, Farewell
from rooms.harvest import Dot as Given
from rooms.harvest import Pledge
from rooms.kernel import Draft, Moment, Refused, Tables
from rooms.listening import NAMES, audiences
from rooms.marketplace import Conversation, Going, Harvest, WriteHarvest
from rooms.milestones import Milestone
from rooms.numbers import numbers
from rooms.people import Person
from rooms.seats import HALL, HelpCall, Seat, Table, has_tables, is_room, room_of, sits
from rooms.view import FACILITATORS, ORGANISERS, leads_audience, person_audience, room_audience, view
from server.layers import Layers
from tests.rooms.said import STAN, new_id

TOGETHER, LEAST, MOST = 8, 3, 7
SENT_LATE = (0, 60_000)
"""How long (ms) after the end of a round a half-written note is sent."""


def everybody_is_in_one_place(tables: Tables, layers: Layers) -> None:
    """Nobody is in two places and nobody without one: who is not in a room that is there is in the hall."""
    rooms = {seat.room for seat in tables.all(Seat)}
    shown = Counter(row for room in rooms for kind, row in layers.rows(room_audience(room)) if kind == "Seat")
    heads = numbers(tables).heads
    for person in tables.all(Person):
        room = room_of(tables, person)
        assert room == HALL or (is_room(tables, room) and not person.removed), f"{person.id} is in {room!r}"
        assert shown[person.id] == (room != HALL), f"{person.id} is seen in {shown[person.id]} rooms"
    assert sum(heads.values()) == len(shown) == sum(shown.values()), "who is counted is not who is there"
    for seat in tables.all(Seat):
        assert seat.name == tables.find(Person, seat.id).name, "a place under another name"


def tables_fit(tables: Tables) -> None:
    """Up to eight are together; more sit at tables of three to seven; each task is done by who sits there."""
    for room in {seat.room for seat in tables.all(Seat)} | {table.room for table in tables.all(Table)}:
        guests = [seat for seat in tables.where(Seat, "room", room) if sits(seat)]
        sizes = Counter(seat.table for seat in guests)
        laid = {table.number: table for table in tables.where(Table, "room", room)}
        assert sizes.keys() - {0} == laid.keys(), f"the tables of {room} are not where people sit"
        if not has_tables(tables, room) or set(sizes) <= {0}:
            assert not laid and (len(guests) <= TOGETHER or not has_tables(tables, room)), f"no tables in {room}"
            continue
        assert all(LEAST <= size <= MOST for size in sizes.values()) and 0 not in sizes, f"{room}: {sizes}"
        at = {seat.id: seat.table for seat in guests}
        for table in laid.values():
            assert all(at[who] == table.number for who in (table.host, table.scribe) if who)
        assert all(seat.table == 0 for seat in tables.where(Seat, "room", room) if not sits(seat))


def counts_are_right(tables: Tables) -> None:
    """Nothing counts that is not there any more."""
    for note in tables.all(Note):
        assert note.dots == len(tables.where(Given, "note", note.id))
    notes = {note.id for note in tables.all(Note)}
    assert {dot.note for dot in tables.all(Given)} <= notes, "a dot on a note that is gone"
    assert all(is_room(tables, call.room) for call in tables.all(HelpCall) if call.room), "a call from no room"
    assert len(tables.all(Going)) == len({(one.conversation, one.person) for one in tables.all(Going)})


def hidden_and_unreleased_reach_no_stage(tables: Tables, layers: Layers, since: int) -> None:
    """The layers a stage hears, names on or off, and its frame of what came after entry `since`, have only notes that
    were released and are not hidden, and no word of any other."""
    stage = tables.find(Person, STAN)
    shown = {note.id: note for note in tables.all(Note) if note.released and not note.hidden}
    assert not any(note.kind is NoteKind.CONTACT for note in shown.values()), "a contact was released"
    said = {note.text for note in shown.values()}
    for audience in {heard for look in ("", NAMES) for heard in audiences(tables, stage, look)}:
        there = {row for kind, row in layers.rows(audience) if kind == "Note"}
        assert there <= shown.keys(), f"{audience} has notes that are not for the stage"
        patch = layers.patch(audience, since)
        frame = msgspec.json.encode(patch.content) if patch else b""
        frame += b"".join(bytes(row) for row in layers.rows(audience).values())
        for note in tables.all(Note):
            told = note.text in said or note.text.encode() not in frame
            assert told or not secret(note), f"{audience} has the words of {note.id}, which is not for the stage"


def secret(note: Note) -> bool:
    """Whether nobody but its author said this."""
    return note.text.startswith("alleen ")


def contacts_reach_exactly_three(tables: Tables, layers: Layers, everywhere: set[str]) -> None:
    """A contact is with its giver, the leads of that initiative and the facilitators; hidden, not with the leads."""
    for note in tables.all(Note):
        if note.kind is NoteKind.CONTACT:
            has = {audience for audience in everywhere if ("Note", note.id) in layers.rows(audience)}
            three = {person_audience(note.author), leads_audience(note.board), FACILITATORS}
            assert has == three - ({leads_audience(note.board)} if note.hidden else set()), f"{note.id} is with {has}"


def goodbyes_reach_two(tables: Tables) -> None:
    """What is said at the goodbye is with who said it and the organisers."""
    for row in (*tables.all(Farewell), *tables.all(Address)):
        assert set(view(row)) == {person_audience(row.id), ORGANISERS}
    for consent in tables.all(Consent):
        assert set(view(consent)) == {person_audience(consent.person), ORGANISERS}


def kept(tables: Tables) -> dict[tuple[str, str], str]:
    """What people wrote, by where it stands."""
    notes = {("note", row.id): f"{row.board} {row.text}" for row in tables.all(Note)}
    pledges = {("pledge", row.id): row.what for row in tables.all(Pledge)}
    plans = {("milestone", row.id): f"{row.what} {row.who} {row.when}" for row in tables.all(Milestone)}
    talks = {(part, row.id): getattr(row, part) for row in tables.all(Conversation) for part in Harvest}
    answers = {("answer", row.id): row.answer for row in tables.all(Note)}
    farewells = {("farewell", row.id): row.will_do for row in tables.all(Farewell)}
    return notes | pledges | plans | talks | answers | farewells


def half_a_harvest(before: Tables) -> list[WriteHarvest]:
    """What somebody may be writing down in each conversation there was before."""
    talks = before.all(Conversation)
    return [
        WriteHarvest(conversation=one.id, field=part, text="Half", was=getattr(one, part))
        for one in talks
        for part in Harvest
    ]


def what_is_half_written_can_still_be_sent(before: Tables, tables: Tables, at: Moment) -> None:
    """Everybody can send the note they were at, or the better words for one, until a minute after the end (`at`); and
    who had a seat `before` what they were writing down there."""
    writers = [person for person in tables.all(Person) if person.role in EVERYBODY and not person.removed]
    boards = [board for board in before.all(Board) if board.open]
    for late in SENT_LATE:
        for writer in writers:
            wishes = [PostNote(id=new_id("half"), board=one.id, kind=NoteKind.TIP, text="Half") for one in boards]
            for note in tables.where(Note, "author", writer.id):
                if tables.find(Board, note.board).open and not others_built_on(note):
                    wishes.append(ImproveNote(note=note.id, text="Heel", was=note.text))
            seated = before.get(Seat, writer.id) is not None
            for wish in [*wishes, *(half_a_harvest(before) if seated else [])]:
                try:
                    list(decide(Draft(tables), wish, actor(tables, writer.id), at + late))
                except Refused as no:
                    raise AssertionError(f"{writer.id}'s half-written words are refused: {no.reason}") from no
