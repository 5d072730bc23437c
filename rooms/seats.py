"""Where people sit: the hall, a room for each initiative, and the rooms of the open space.

Who sits nowhere is in the hall, so nobody is in two places and nobody is nowhere. In a round of tables a full room
splits (see `tables.py`), each table around one of the initiative's needs; its own people walk between the tables.
"""

from collections.abc import Container, Iterable

from msgspec.structs import replace

from rooms.initiative import Initiative, Need
from rooms.kernel import Changes, Drop, Festival, Moment, Put, Record
from rooms.people import Person, Role
from rooms.programme import Grouping, current_round
from rooms.tables import NO_TABLE, tables

HALL = ""
HALL_NAME = "hall"
"""What the hall is called where "" would mean something else."""


class Seat(Record, frozen=True):
    """Where somebody is who is not in the hall. It bears the person's id, which is why there can be only one.

    `table` is 0 while the room is together, and for who walks between the tables; `at` is when they came in.
    """

    room: str
    name: str
    role: Role
    table: int = NO_TABLE
    at: Moment = 0

    INDEXED = ("room",)


class Table(Record, frozen=True):
    """One table of a room (`room/number`), and what it is about. `host` and `scribe` are who said they would do it."""

    room: str
    number: int
    need: str = ""
    host: str = ""
    scribe: str = ""

    INDEXED = ("room",)


class Room(Record, frozen=True):
    """What one room has of its own. `call` is the address of its call when that is another than the festival's own
    pattern gives; `ends` is when its people are brought back, when that is later than the others'."""

    call: str = ""
    ends: Moment = 0


class HelpCall(Record, frozen=True):
    """A room, or one of its tables, asks a facilitator to come. It bears the room's or the table's id."""

    room: str
    table: int
    by: str
    name: str
    at: Moment

    INDEXED = ("by", "room")


def is_room(festival: Festival, room: str) -> bool:
    """Whether one can go there: an initiative has a room, and so has a conversation that got a place."""
    named = room != HALL_NAME and festival.get(Room, room) is not None
    return named or festival.get(Initiative, room) is not None


def room_of(festival: Festival, person: Person) -> str:
    """Where this person is."""
    seat = festival.get(Seat, person.id)
    return seat.room if seat else HALL


def seats_in(festival: Festival, room: str) -> list[Seat]:
    """Who is in a room, in the order in which they came."""
    return sorted(festival.where(Seat, "room", room), key=lambda seat: (seat.at, seat.id))


def sits(seat: Seat) -> bool:
    """Whether this person sits at tables; leads and facilitators walk between them."""
    return seat.role is Role.PARTICIPANT


def has_tables(festival: Festival, room: str) -> bool:
    """Whether people sit at tables in this room now, should it be full."""
    current = current_round(festival)
    running = current is not None and current.grouping is Grouping.TABLES
    return running and festival.get(Initiative, room) is not None


def seated(festival: Festival, room: str, there: Iterable[Seat]) -> Changes:
    """Put these seats, who are all there is in the room, at their tables; and the tables as they then are."""
    people = sorted(there, key=lambda seat: (seat.at, seat.id))
    guests = [(seat.id, seat.table) for seat in people if sits(seat)]
    at = tables(guests) if has_tables(festival, room) else {}
    for seat in people:
        now = replace(seat, table=at.get(seat.id, NO_TABLE))
        if now != festival.get(Seat, seat.id):
            yield Put(now)
    yield from laid(festival, room, at)
    if room != HALL and not guests:
        yield from hushed(festival, room, {seat.id for seat in people})


def hushed(festival: Festival, room: str, still: Container[str] = ()) -> Changes:
    """Nobody is left in a room to be helped, but for who is `still` there and asked for it."""
    for call in sorted(festival.where(HelpCall, "room", room), key=lambda call: call.id):
        if call.by not in still:
            yield Drop("HelpCall", call.id)


def laid(festival: Festival, room: str, at: dict[str, int]) -> Changes:
    """The tables of a room, as people sit at them now: each about one of its needs, each with who does what there."""
    needs = sorted(festival.where(Need, "initiative", room), key=lambda need: (need.order, need.id))
    before = {table.number: table for table in festival.where(Table, "room", room)}
    used = set(at.values()) - {NO_TABLE}
    for number in sorted(used):
        need = needs[(number - 1) % len(needs)].id if needs else ""
        table = before.get(number) or Table(id=f"{room}/{number}", room=room, number=number, need=need)
        host, scribe = (who if at.get(who) == number else "" for who in (table.host, table.scribe))
        now = replace(table, host=host, scribe=scribe)
        if now != before.get(number):
            yield Put(now)
    for number in sorted(before.keys() - used):
        yield Drop("Table", before[number].id)
        if festival.get(HelpCall, before[number].id) is not None:
            yield Drop("HelpCall", before[number].id)


def leave(festival: Festival, *people: str) -> Changes:
    """These people go to the hall."""
    gone = set(people)
    seats = [seat for person in people if (seat := festival.get(Seat, person)) is not None]
    for seat in seats:
        yield Drop("Seat", seat.id)
    for room in sorted({seat.room for seat in seats}):
        yield from seated(festival, room, [seat for seat in seats_in(festival, room) if seat.id not in gone])


def enter(festival: Festival, coming: Iterable[Person], room: str, at: Moment) -> Changes:
    """These people come into a room, at the same moment."""
    new = [Seat(id=who.id, room=room, name=who.name, role=who.role, at=at) for who in coming]
    yield from seated(festival, room, [*seats_in(festival, room), *new])


def clear(festival: Festival, room: str) -> Changes:
    """Everybody in a room goes to the hall, and its tables and extra minutes are gone."""
    for seat in seats_in(festival, room):
        yield Drop("Seat", seat.id)
    yield from laid(festival, room, {})
    yield from hushed(festival, room)
    own = festival.get(Room, room)
    if own is not None and own.ends:
        yield Put(replace(own, ends=0))
