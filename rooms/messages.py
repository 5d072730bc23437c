"""Words between a room and the facilitators: a room asks for help, a facilitator tells all or some rooms something.

A room asks once, however often somebody presses; the calls wait in the order in which they came until a facilitator
walks in. A message bears the name of who sent it, stays until it is taken back or replaced, and reaches latecomers too.
"""

from rooms.breakout import MoveTo, move_to
from rooms.kernel import Changes, Command, Drop, Festival, Id, Moment, NewId, Put, Reason, Record, Text, require, tidy
from rooms.people import Person
from rooms.seats import HALL_NAME, HelpCall, Seat, is_room

MESSAGE_LENGTH = 300
MOST_ROOMS = 60
KEPT = 20
"""Messages that are kept; of more the oldest is dropped."""


class Message(Record, frozen=True):
    """What a facilitator (`by`) said, to these rooms or, with none, to everybody."""

    text: str
    name: str
    at: Moment
    rooms: tuple[str, ...] = ()
    by: str = ""

    INDEXED = ("by",)


class CallForHelp(Command, frozen=True):
    """Ask a facilitator to come to the room, or the table, one is in; or (`wanted` false) it is no longer needed."""

    wanted: bool


class AnswerCall(Command, frozen=True):
    """A facilitator goes there; with `walk` they move into the room."""

    call: Id
    walk: bool = True


class Announce(Command, frozen=True):
    """Tell these rooms something; none means everybody. "hall" is who is in no room."""

    id: NewId
    text: Text
    rooms: tuple[Id, ...] = ()


class TakeBackMessage(Command, frozen=True):
    """Take a message away again."""

    message: Id


def call_for_help(festival: Festival, wish: CallForHelp, by: Person, at: Moment) -> Changes:
    seat = festival.get(Seat, by.id)
    where = f"{seat.room}/{seat.table}" if seat and seat.table else seat.room if seat else f"hall/{by.id}"
    open_call = festival.get(HelpCall, where)
    waiting = {call.id for call in (open_call, *festival.where(HelpCall, "by", by.id)) if call is not None}

    require(wish.wanted or bool(waiting), Reason.ALREADY_MOVED)
    if wish.wanted and open_call is None:
        room, table = (seat.room, seat.table) if seat else ("", 0)
        yield Put(HelpCall(id=where, room=room, table=table, by=by.id, name=by.name, at=at))
    if not wish.wanted:
        for call in sorted(waiting):
            yield Drop("HelpCall", call)


def answer_call(festival: Festival, wish: AnswerCall, by: Person, at: Moment) -> Changes:
    call = festival.get(HelpCall, wish.call)

    require(call is not None, Reason.ALREADY_MOVED)
    assert call is not None
    yield Drop("HelpCall", call.id)
    if wish.walk and call.room and is_room(festival, call.room):
        yield from move_to(festival, MoveTo(room=call.room), by, at)


def announce(festival: Festival, wish: Announce, by: Person, at: Moment) -> Changes:
    text = tidy(wish.text)
    kept = sorted(festival.all(Message), key=lambda message: (message.at, message.id))

    require(0 < len(text) <= MESSAGE_LENGTH, Reason.BAD_LENGTH)
    require(festival.get(Message, wish.id) is None, Reason.ID_IN_USE)
    require(len(wish.rooms) <= MOST_ROOMS, Reason.TOO_MANY)
    require(all(room == HALL_NAME or is_room(festival, room) for room in wish.rooms), Reason.GONE)
    for old in kept[: max(0, len(kept) + 1 - KEPT)]:
        yield Drop("Message", old.id)
    rooms = tuple(sorted(set(wish.rooms)))
    yield Put(Message(id=wish.id, text=text, name=by.name, at=at, rooms=rooms, by=by.id))


def take_back_message(festival: Festival, wish: TakeBackMessage, by: Person, at: Moment) -> Changes:
    require(festival.get(Message, wish.message) is not None, Reason.GONE)
    yield Drop("Message", wish.message)
