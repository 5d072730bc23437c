"""The run of show: one round at a time, opened by a facilitator, timed by the clock."""

import pytest

from rooms.board import NoteKind, PostNote
from rooms.kernel import Reason
from rooms.people import CLOCK
from rooms.programme import (
    MINUTE,
    MOST_MINUTES,
    CloseRound,
    ExtendRound,
    OpenRound,
    Programme,
    Round,
    RoundState,
    programme_of,
)
from tests.rooms.said import ANN, BIKE, FEE, FONS, OTTO, SOUP, Said, begun, new_id


def the(day: Said, round_id: str) -> Round:
    return day.tables.find(Round, round_id)


def time_is_up(day: Said, round_id: str) -> Said:
    day.go(round_id)
    assert isinstance(day.say(CLOCK.id, CloseRound(round=round_id), at=the(day, round_id).ends), list)
    return day


def test_before_the_first_round_the_festival_is_in_none() -> None:
    assert programme_of(begun().tables) == Programme(id="programme")


def test_opening_a_round_makes_it_the_current_one_for_as_long_as_it_lasts() -> None:
    day = begun()
    day.go("pitch-soup")
    opened = the(day, "pitch-soup")
    assert (opened.state, opened.began, opened.ends) == (RoundState.OPEN, day.now, day.now + 5 * MINUTE)
    assert programme_of(day.tables) == Programme(id="programme", round="pitch-soup", initiative=SOUP)


def test_opening_a_round_ends_the_one_before() -> None:
    day = begun()
    day.go("welcome")
    day.go("pitch-bike")
    assert the(day, "welcome").state is RoundState.DONE
    assert programme_of(day.tables).initiative == BIKE


def test_rounds_may_be_opened_in_any_order() -> None:
    day = begun()
    day.go("prizes")
    day.go("welcome", by=OTTO)
    assert programme_of(day.tables).round == "welcome"


def test_two_facilitators_pressing_next_move_one_step() -> None:
    day = begun()
    day.go("welcome")
    day.do(FEE, OpenRound(round="pitch-soup", after="welcome"))
    assert day.say(FONS, OpenRound(round="pitch-soup", after="welcome")) is Reason.ALREADY_MOVED
    assert day.say(FONS, OpenRound(round="pitch-bike", after="welcome")) is Reason.ALREADY_MOVED
    assert programme_of(day.tables).round == "pitch-soup"


def test_two_facilitators_pressing_next_in_one_batch_move_one_step() -> None:
    day = begun()
    day.go("welcome")
    nexts = [day.wish(who, OpenRound(round="pitch-soup", after="welcome")) for who in (FEE, FONS)]
    first, second = day.festival.decide(day.now, nexts)
    assert (first.reason, second.reason) == (None, Reason.ALREADY_MOVED)


def test_the_round_it_is_already_is_not_opened_again() -> None:
    day = begun()
    day.go("welcome")
    assert day.say(FEE, OpenRound(round="welcome", after="welcome")) is Reason.ALREADY_MOVED


def test_a_round_that_is_not_there_is_not_opened_nor_extended_nor_closed() -> None:
    day = begun()
    assert day.say(FEE, OpenRound(round="nothing", after="")) is Reason.GONE
    assert day.say(FEE, ExtendRound(round="nothing", minutes=1)) is Reason.GONE
    assert day.say(CLOCK.id, CloseRound(round="nothing")) is Reason.GONE


def test_going_back_picks_a_round_up_with_the_time_it_had_left() -> None:
    day = begun()
    day.go("welcome")
    began = day.now
    day.now += 3 * MINUTE
    day.go("pitch-soup")
    left = the(day, "welcome").left
    assert left == began + 10 * MINUTE - day.now
    day.go("welcome")
    again = the(day, "welcome")
    assert (again.ends, again.left, again.began) == (day.now + left, 0, began)


def test_going_back_to_a_round_whose_time_was_up_gives_it_one_minute() -> None:
    day = time_is_up(begun(), "welcome")
    day.now += 7 * MINUTE
    day.go("pitch-soup")
    assert the(day, "welcome").left == 0
    day.go("welcome")
    assert the(day, "welcome").ends == day.now + MINUTE


def test_the_clock_closes_a_round_when_its_time_is_up_and_not_a_moment_before() -> None:
    day = begun()
    day.go("welcome")
    ends = the(day, "welcome").ends
    assert day.say(CLOCK.id, CloseRound(round="welcome"), at=ends - 1) is Reason.NOT_NOW
    assert isinstance(day.say(CLOCK.id, CloseRound(round="welcome"), at=ends), list)
    assert the(day, "welcome").state is RoundState.OVER


def test_the_clock_says_so_once() -> None:
    day = time_is_up(begun(), "welcome")
    assert day.say(CLOCK.id, CloseRound(round="welcome")) is Reason.NOT_NOW


@pytest.mark.parametrize("left", [True, False])
def test_the_clock_closes_no_round_that_is_not_the_current_one(left: bool) -> None:
    day = begun()
    if left:
        day.go("welcome")
        day.go("pitch-soup")
    assert day.say(CLOCK.id, CloseRound(round="welcome"), at=day.now + 99 * MINUTE) is Reason.NOT_NOW


def test_nothing_is_cut_off_when_time_is_up() -> None:
    day = time_is_up(begun(), "pitch-soup")
    assert programme_of(day.tables).round == "pitch-soup"
    wish = PostNote(id=new_id("late"), board=SOUP, kind=NoteKind.TIP, text="Nog iets")
    assert isinstance(day.say(ANN, wish), list)


def test_a_round_gets_more_minutes_on_top_of_what_it_had() -> None:
    day = begun()
    day.go("welcome")
    ends = the(day, "welcome").ends
    day.do(FEE, ExtendRound(round="welcome", minutes=2))
    assert the(day, "welcome").ends == ends + 2 * MINUTE


def test_a_minute_more_after_time_is_up_reopens_the_round_from_now() -> None:
    day = time_is_up(begun(), "welcome")
    day.now += 3 * MINUTE
    day.do(FEE, ExtendRound(round="welcome", minutes=1))
    assert (the(day, "welcome").state, the(day, "welcome").ends) == (RoundState.OPEN, day.now + MINUTE)


def test_a_minute_more_beats_the_clock_that_came_too_late() -> None:
    day = begun()
    day.go("welcome")
    ends = the(day, "welcome").ends
    day.say(FEE, ExtendRound(round="welcome", minutes=1), at=ends)
    assert day.say(CLOCK.id, CloseRound(round="welcome"), at=ends) is Reason.NOT_NOW


@pytest.mark.parametrize("minutes", [-1, 0, MOST_MINUTES + 1, 10**15])
def test_a_round_gets_1_to_60_minutes_more_at_a_time(minutes: int) -> None:
    day = begun()
    day.go("welcome")
    assert day.say(FEE, ExtendRound(round="welcome", minutes=minutes)) is Reason.BAD_LENGTH


def test_only_the_current_round_gets_more_minutes() -> None:
    day = begun()
    day.go("welcome")
    day.go("pitch-soup")
    for other in ("welcome", "pitch-bike"):
        assert day.say(FEE, ExtendRound(round=other, minutes=1)) is Reason.ALREADY_MOVED
