"""Walking between the rooms, and coming back.

Every room is always open, and everybody walks as they like. Who sits at a table may walk to another, or say that they
will host it or write for it. When a round's time is up there is a minute to finish a sentence; then the clock brings
everybody back to the hall.
"""

from enum import StrEnum

from msgspec.structs import replace

from rooms.initiative import Initiative
from rooms.kernel import Changes, Command, Festival, Id, Moment, Put, Reason, Refused, require
from rooms.people import Person, Role
from rooms.programme import (
    MINUTE,
    MOST_MINUTES,
    CloseRound,
    Grouping,
    OpenRound,
    Round,
    RoundState,
    current_round,
    open_round,
)
from rooms.seats import HALL, Room, Seat, Table, clear, enter, is_room, leave, room_of, seated, seats_in
from rooms.tables import MOST, NO_TABLE

WRAP_UP = MINUTE
"""How long (ms) people have to finish their sentence before they are brought back."""


class Task(StrEnum):
    """What somebody can do for a table: keep the talk going, or write down what is said."""

    HOST = "host"
    SCRIBE = "scribe"


class MoveTo(Command, frozen=True):
    """Go into a room; "" is the hall."""

    room: Id


class SitAt(Command, frozen=True):
    """Go to another table of the room one is in."""

    table: int


class TakeTask(Command, frozen=True):
    """Be the host or the scribe of one's table, or (`taken` false) leave it to somebody else."""

    task: Task
    taken: bool


class ExtendRoom(Command, frozen=True):
    """Give one room some minutes more than the others."""

    room: Id
    minutes: int


class SpreadHall(Command, frozen=True):
    """Bring who is still in the hall into the rooms, evenly. The server says who is here, and deals the cards: `people`
    are ids in an order that means nothing."""

    people: tuple[Id, ...] = ()


class SendHome(Command, frozen=True):
    """The clock says: these people are gone, on every screen and for a while already. Their places are for others."""

    people: tuple[Id, ...]


class BringBack(Command, frozen=True):
    """The clock says: the minute to finish a sentence is over."""

    round: Id


def move_to(festival: Festival, wish: MoveTo, by: Person, at: Moment) -> Changes:
    here = room_of(festival, by)

    require(wish.room == HALL or is_room(festival, wish.room), Reason.GONE)
    if wish.room == here:
        return
    yield from leave(festival, by.id)
    if wish.room != HALL:
        yield from enter(festival, [by], wish.room, at)


def own_table(festival: Festival, by: Person) -> Seat:
    """The seat of somebody who sits at a table; refuses with NOT_IN_ROOM."""
    seat = festival.get(Seat, by.id)
    if seat is None or seat.table == NO_TABLE:
        raise Refused(Reason.NOT_IN_ROOM)
    return seat


def sit_at(festival: Festival, wish: SitAt, by: Person, at: Moment) -> Changes:
    seat = own_table(festival, by)
    there = seats_in(festival, seat.room)
    company = [one for one in there if one.table == wish.table and one.id != by.id]

    require(festival.get(Table, f"{seat.room}/{wish.table}") is not None, Reason.GONE)
    require(len(company) < MOST, Reason.FULL)
    moved = replace(seat, table=wish.table, at=at)
    yield from seated(festival, seat.room, [one if one.id != by.id else moved for one in there])


def take_task(festival: Festival, wish: TakeTask, by: Person, at: Moment) -> Changes:
    seat = own_table(festival, by)
    table = festival.find(Table, f"{seat.room}/{seat.table}")
    does = getattr(table, wish.task)
    require(does == by.id if not wish.taken else does in {"", by.id}, Reason.TAKEN)
    yield Put(replace(table, **{wish.task: by.id if wish.taken else ""}))


def spread_hall(festival: Festival, wish: SpreadHall, by: Person, at: Moment) -> Changes:
    current = current_round(festival)
    rooms = sorted(festival.all(Initiative), key=lambda row: (row.order, row.id))

    require(current is not None and current.grouping is Grouping.TABLES and not current.back, Reason.NOT_NOW)
    require(bool(rooms), Reason.NOT_NOW)
    people = [festival.get(Person, who) for who in dict.fromkeys(wish.people)]
    guests = [who for who in people if who and who.role is Role.PARTICIPANT and not who.removed]
    loose = [who for who in guests if room_of(festival, who) == HALL]
    heads = {row.id: len(festival.where(Seat, "room", row.id)) for row in rooms}
    coming: dict[str, list[Person]] = {row.id: [] for row in rooms}
    for who in loose:
        room = min(rooms, key=lambda row: (heads[row.id], row.order)).id
        heads[room] += 1
        coming[room].append(who)
    for room, new in coming.items():
        if new:
            yield from enter(festival, new, room, at)


def send_home(festival: Festival, wish: SendHome, by: Person, at: Moment) -> Changes:
    require(any(festival.get(Seat, who) is not None for who in wish.people), Reason.NOT_NOW)
    yield from leave(festival, *dict.fromkeys(wish.people))


def extend_room(festival: Festival, wish: ExtendRoom, by: Person, at: Moment) -> Changes:
    current = current_round(festival)

    require(is_room(festival, wish.room), Reason.GONE)
    require(current is not None and current.grouping is not Grouping.PLENARY and not current.back, Reason.NOT_NOW)
    assert current is not None
    require(1 <= wish.minutes <= MOST_MINUTES, Reason.BAD_LENGTH)
    room = festival.get(Room, wish.room) or Room(id=wish.room)
    yield Put(replace(room, ends=max(room.ends, current.ends, at) + wish.minutes * MINUTE))


def back_at(festival: Festival, current: Round, room: str) -> Moment:
    """When the people of a room are brought back."""
    own = festival.get(Room, room)
    return max(current.ends, own.ends if own else 0) + WRAP_UP


def still_out(festival: Festival, current: Round) -> dict[str, Moment]:
    """The rooms whose people are still to be brought back, and when. Who walks into a room after that may stay."""
    when = {room: back_at(festival, current, room) for room in {seat.room for seat in festival.all(Seat)}}
    return {seat.room: when[seat.room] for seat in festival.all(Seat) if seat.at < when[seat.room]}


def bring_back(festival: Festival, wish: BringBack, by: Person, at: Moment) -> Changes:
    current = festival.find(Round, wish.round)
    rooms = still_out(festival, current)
    due = sorted(room for room, when in rooms.items() if at >= when)

    require(current == current_round(festival) and current.state is RoundState.OVER, Reason.NOT_NOW)
    require(not current.back and at >= current.ends + WRAP_UP, Reason.NOT_NOW)
    require(bool(due) or not rooms, Reason.NOT_NOW)
    for room in due:
        yield from clear(festival, room)
    if len(due) == len(rooms):
        yield Put(replace(current, back=True))


def go_on(festival: Festival, wish: OpenRound, by: Person, at: Moment) -> Changes:
    """Go to a round: before and after a round in rooms everybody comes back to the hall by themselves; and the leads go
    to their own room when people are to sit by initiative."""
    going, coming = current_round(festival), festival.find(Round, wish.round)
    yield from open_round(festival, wish, by, at)
    if any(row is not None and row.grouping is not Grouping.PLENARY for row in (going, coming)):
        longer = {row.id for row in festival.all(Room) if row.ends}
        for room in sorted({seat.room for seat in festival.all(Seat)} | longer):
            yield from clear(festival, room)
    if coming.grouping is Grouping.TABLES:
        for row in sorted(festival.all(Initiative), key=lambda row: (row.order, row.id)):
            leads = [who for who in festival.where(Person, "initiative", row.id) if who.role is Role.LEAD]
            yield from lead_in(sorted(leads, key=lambda who: who.id), row.id, at)


def lead_in(leads: list[Person], room: str, at: Moment) -> Changes:
    """The leads take place in their own room."""
    for who in leads:
        if not who.removed:
            yield Put(Seat(id=who.id, room=room, name=who.name, role=who.role, at=at))


def due(festival: Festival) -> tuple[Moment, Command] | None:
    """What the clock will say next of the round we are in, and when; None while there is nothing to say."""
    current = current_round(festival)
    if current is None or current.state not in (RoundState.OPEN, RoundState.OVER):
        return None
    if current.state is RoundState.OPEN:
        return current.ends, CloseRound(round=current.id)
    if current.grouping is Grouping.PLENARY or current.back:
        return None
    first = min(still_out(festival, current).values(), default=current.ends + WRAP_UP)
    return first, BringBack(round=current.id)
