"""What holds through a whole day, whatever people do: nobody in two places, tables that fit, nothing that is lost.

The days are those of the improviser; after every single wish all of it is looked at again.
"""

import random
from collections import Counter

import pytest

from rooms.board import Note, NoteKind
from rooms.festival import actor, decide
from rooms.goodbye import Address, Consent, Farewell
from rooms.harvest import Dot as Given
from rooms.harvest import Pledge
from rooms.kernel import Command, Draft, Refused, Tables
from rooms.marketplace import Going
from rooms.people import Person
from rooms.plans import Milestone
from rooms.seats import HelpCall, Seat, Table, has_tables, is_room, sits
from rooms.view import FACILITATORS, ORGANISERS, STAGE, leads_audience, person_audience, view
from tests.rooms.improvise import MORE, Improviser
from tests.rooms.said import PLAN, SECOND, begun

TOGETHER, LEAST, MOST = 8, 3, 7
ENDS = {"OpenRound", "CloseRound", "BringBack", "ExtendRound", "SkipRound", "MoveTo", "SpreadHall", "SendHome"}
SEEDS, TURNS = range(12), 350


def everybody_is_in_one_place(tables: Tables) -> None:
    """A seat bears its person's id, so there is one; its room is there; and who was put out has none."""
    for seat in tables.all(Seat):
        person = tables.find(Person, seat.id)
        assert not person.removed, "who was put out still has a place"
        assert is_room(tables, seat.room), f"somebody sits in {seat.room}, which is no room"
        assert seat.name == person.name, "a place under another name"


def tables_fit(tables: Tables) -> None:
    """Up to eight are together; more sit at tables of three to seven; each task is done by who sits there."""
    for room in {seat.room for seat in tables.all(Seat)} | {table.room for table in tables.all(Table)}:
        guests = [seat for seat in tables.where(Seat, "room", room) if sits(seat)]
        sizes = Counter(seat.table for seat in guests)
        laid = {table.number: table for table in tables.where(Table, "room", room)}
        assert sizes.keys() - {0} == laid.keys(), f"the tables of {room} are not where people sit"
        if not has_tables(tables, room) or set(sizes) <= {0}:
            assert not laid and (len(guests) <= TOGETHER or not has_tables(tables, room))
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


def reaches_whom_it_may(tables: Tables) -> None:
    """The stage gets what was released for it; a contact three audiences; what is said at the goodbye two."""
    for note in tables.all(Note):
        audiences = set(view(note))
        on_stage = any(audience.startswith(STAGE) for audience in audiences)
        assert not on_stage or (note.released and not note.hidden and note.kind is not NoteKind.CONTACT)
        if note.kind is NoteKind.CONTACT:
            three = {person_audience(note.author), leads_audience(note.board), FACILITATORS}
            assert audiences == three - ({leads_audience(note.board)} if note.hidden else set())
    for kind in (Farewell, Address):
        for row in tables.all(kind):
            assert set(view(row)) == {person_audience(row.id), ORGANISERS}
    for consent in tables.all(Consent):
        assert set(view(consent)) == {person_audience(consent.person), ORGANISERS}


def kept(tables: Tables) -> dict[tuple[str, str], str]:
    """What people wrote, by where it stands."""
    notes = {("note", row.id): row.text for row in tables.all(Note)}
    pledges = {("pledge", row.id): row.what for row in tables.all(Pledge)}
    return notes | pledges | {("milestone", row.id): row.what for row in tables.all(Milestone)}


def played(tables: Tables, wish: Command, by: str, at: int) -> bool:
    """Whether this wish was granted."""
    try:
        changes = list(decide(Draft(tables), wish, actor(tables, by), at))
    except Refused:
        return False
    tables.apply(changes)
    return True


@pytest.mark.parametrize("seed", SEEDS)
def test_through_a_whole_day_everybody_has_a_place_tables_fit_and_nothing_is_lost(seed: int) -> None:
    day, one = begun((*PLAN, *MORE)), Improviser(random.Random(seed).choice)
    day.guests(24)
    day.go("dream")
    tables, at, tried = day.tables, day.now, Counter[str]()
    for _ in range(TURNS):
        at += one.choose([1, SECOND, 60 * SECOND])
        wish, before = one.wish(tables), kept(tables)
        name = type(wish.command).__name__
        if not played(tables, wish.command, wish.by, at):
            continue
        tried[name] += 1
        everybody_is_in_one_place(tables)
        tables_fit(tables)
        counts_are_right(tables)
        reaches_whom_it_may(tables)
        assert name not in ENDS or kept(tables) == before, f"{name} lost words"
    assert len(tried) > 20, "the day was not worth playing"


def test_the_days_had_tables_and_contacts_and_pledges() -> None:
    """Else the properties above were not tried."""
    seen: Counter[str] = Counter()
    for seed in SEEDS:
        day, one = begun((*PLAN, *MORE)), Improviser(random.Random(seed).choice)
        day.guests(24)
        day.go("dream")
        tables, at = day.tables, day.now
        for _ in range(TURNS):
            at += one.choose([1, SECOND, 60 * SECOND])
            wish = one.wish(tables)
            played(tables, wish.command, wish.by, at)
            seen["tables"] += bool(tables.all(Table))
            seen["contacts"] += any(note.kind is NoteKind.CONTACT for note in tables.all(Note))
            seen.update({"pledges": len(tables.all(Pledge)), "milestones": len(tables.all(Milestone))})
            seen.update({"released": any(note.released for note in tables.all(Note))})
            seen.update({"consents": len(tables.all(Consent)), "calls": len(tables.all(HelpCall))})
    assert all(seen[what] for what in ("tables", "contacts", "pledges", "milestones", "released", "consents", "calls"))
