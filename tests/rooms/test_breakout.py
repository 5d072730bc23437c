"""Rooms and tables: everybody walks as they like, and comes back by themselves when the time is up."""

import pytest

from rooms.breakout import WRAP_UP, BringBack, ExtendRoom, MoveTo, SendHome, SitAt, SpreadHall, TakeTask, Task, due
from rooms.calls import SetCall
from rooms.kernel import Reason
from rooms.messages import AnswerCall, CallForHelp
from rooms.order import RemovePerson
from rooms.people import CLOCK, Rename
from rooms.plans import DropNeed
from rooms.programme import MINUTE, CloseRound, ExtendRound, Round, RoundState
from rooms.seats import HALL_NAME, HelpCall, Room, Seat, Table
from tests.rooms.said import ANN, BEN, BIKE, FEE, LEA, SOUP, Said, new_id
from tests.rooms.test_reasons import at_tables


def sits(day: Said, who: str) -> str:
    seat = day.tables.get(Seat, who)
    return seat.room if seat else ""


def sizes(day: Said, room: str = SOUP) -> list[int]:
    seats = [seat.table for seat in day.tables.where(Seat, "room", room) if seat.table]
    return sorted(seats.count(table) for table in set(seats))


def over(day: Said) -> int:
    """The clock says that the dream round is over: when its people are brought back."""
    ends = day.tables.find(Round, "dream").ends
    day.say(CLOCK.id, CloseRound(round="dream"), at=ends)
    return ends + WRAP_UP


def test_leads_find_themselves_in_their_own_room_and_all_others_in_the_hall() -> None:
    day = at_tables(0)
    assert (sits(day, LEA), sits(day, ANN)) == (SOUP, "")


def test_whoever_walks_is_where_they_went_and_nowhere_else() -> None:
    day = at_tables(0)
    for room in (SOUP, BIKE, ""):
        day.do(ANN, MoveTo(room=room))
        assert sits(day, ANN) == room
    assert day.say(ANN, MoveTo(room="nothing")) is Reason.GONE


def test_above_eight_a_room_splits_around_its_needs_and_its_leads_walk() -> None:
    day = at_tables(9)
    assert sizes(day) == [4, 5]
    assert {table.need for table in day.tables.all(Table)} == {"soup-need"}
    assert day.tables.find(Seat, LEA).table == 0


def test_who_hosts_a_table_and_leaves_it_hosts_it_no_more() -> None:
    day = at_tables(12)
    host = new_id("guest0")
    table = day.tables.find(Seat, host).table
    day.do(host, TakeTask(task=Task.HOST, taken=True))
    assert day.tables.find(Table, f"{SOUP}/{table}").host == host
    day.do(host, MoveTo(room=BIKE))
    assert day.tables.find(Table, f"{SOUP}/{table}").host == ""


def test_one_walks_to_another_table_that_is_there() -> None:
    day = at_tables(12)
    who = new_id("guest0")
    other = next(seat.table for seat in day.tables.all(Seat) if seat.table not in (0, day.tables.find(Seat, who).table))
    day.do(who, SitAt(table=other))
    assert day.tables.find(Seat, who).table == other
    assert day.say(who, SitAt(table=99)) is Reason.GONE


def test_people_are_brought_back_a_minute_after_the_end_and_not_before() -> None:
    day = at_tables(9)
    back = over(day)
    assert due(day.tables) == (back, BringBack(round="dream"))
    assert day.say(CLOCK.id, BringBack(round="dream"), at=back - 1) is Reason.NOT_NOW
    assert isinstance(day.say(CLOCK.id, BringBack(round="dream"), at=back), list)
    assert not day.tables.all(Seat) and not day.tables.all(Table)
    assert day.tables.find(Round, "dream").back and due(day.tables) is None


def test_a_room_with_minutes_more_comes_back_later_than_the_others() -> None:
    day = at_tables(3)
    day.do(ANN, MoveTo(room=BIKE))
    day.do(FEE, ExtendRoom(room=BIKE, minutes=2))
    back = over(day)
    day.say(CLOCK.id, BringBack(round="dream"), at=back)
    assert {seat.id for seat in day.tables.all(Seat)} == {ANN}
    assert due(day.tables) == (back + 2 * MINUTE, BringBack(round="dream"))
    day.say(CLOCK.id, BringBack(round="dream"), at=back + 2 * MINUTE)
    assert not day.tables.all(Seat)


def test_minutes_more_for_a_room_are_gone_with_its_round() -> None:
    """Also when nobody sat there any more; else it would come back late from a later round."""
    day = at_tables(0)
    day.do(FEE, ExtendRoom(room=BIKE, minutes=60))
    day.go("welcome")
    assert day.tables.find(Room, BIKE).ends == 0


def test_more_time_after_the_return_seats_who_had_walked_on() -> None:
    day = at_tables(9)
    day.say(CLOCK.id, BringBack(round="dream"), at=over(day))
    for number in range(9):
        day.do(new_id(f"guest{number}"), MoveTo(room=SOUP))
    day.do(FEE, ExtendRound(round="dream", minutes=5))
    assert day.tables.find(Round, "dream").state is RoundState.OPEN
    assert sizes(day) == [4, 5]


def test_a_walk_from_round_to_round_leaves_nobody_behind() -> None:
    day = at_tables(9)
    day.go("welcome")
    assert not day.tables.all(Seat) and not day.tables.all(Table)


def test_the_hall_is_spread_evenly_over_the_rooms_and_nobody_who_is_out_is_with_them() -> None:
    day = at_tables(0)
    guests = day.guests(9)
    day.do(FEE, RemovePerson(person=guests[0], removed=True))
    day.do(FEE, SpreadHall(people=tuple(guests)))
    assert sits(day, guests[0]) == ""
    assert sorted(len(day.tables.where(Seat, "room", row)) for row in (SOUP, BIKE, "garden")) == [3, 3, 3]


def test_who_is_gone_leaves_their_place_and_who_is_put_out_too() -> None:
    day = at_tables(9)
    day.do(CLOCK.id, SendHome(people=(new_id("guest0"), "nobody")))
    day.do(FEE, RemovePerson(person=new_id("guest1"), removed=True))
    assert (sits(day, new_id("guest0")), sits(day, new_id("guest1"))) == ("", "")
    assert day.say(CLOCK.id, SendHome(people=(new_id("guest0"),))) is Reason.NOT_NOW


def test_a_new_name_is_also_that_of_ones_seat() -> None:
    day = at_tables(1)
    day.do(new_id("guest0"), Rename(name="Noor"))
    assert day.tables.find(Seat, new_id("guest0")).name == "Noor"


def test_a_room_calls_once_and_a_facilitator_walks_in() -> None:
    day = at_tables(2)
    for guest in (new_id("guest0"), new_id("guest1")):
        day.do(guest, CallForHelp(wanted=True))
    (call,) = day.tables.all(HelpCall)
    day.do(FEE, AnswerCall(call=call.id))
    assert not day.tables.all(HelpCall) and sits(day, FEE) == SOUP


@pytest.mark.parametrize("way", ["leave", "back"])
def test_no_call_stays_from_a_room_where_nobody_is(way: str) -> None:
    day = at_tables(1)
    day.do(new_id("guest0"), CallForHelp(wanted=True))
    if way == "leave":
        day.do(new_id("guest0"), MoveTo(room=""))
    else:
        day.say(CLOCK.id, BringBack(round="dream"), at=over(day))
    assert not day.tables.all(HelpCall)


def test_a_need_that_is_no_longer_asked_is_on_no_table() -> None:
    day = at_tables(9)
    day.do(LEA, DropNeed(need="soup-need"))
    assert {table.need for table in day.tables.all(Table)} == {""}


def test_a_call_for_the_hall_makes_no_room_of_it() -> None:
    day = at_tables(0)
    day.do(FEE, SetCall(room=HALL_NAME, address="https://meet.example.org/hall"))
    assert day.say(BEN, MoveTo(room=HALL_NAME)) is Reason.GONE
