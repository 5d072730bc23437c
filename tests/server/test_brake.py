"""The brake on guessing: wrong codes alone count, by address, and who is there already is never stopped."""

import pytest

from server import brake
from server.brake import (
    AT_ONCE,
    EACH_MINUTE,
    EVERYWHERE_AT_ONCE,
    MOST_ADDRESSES,
    MOST_CODES,
    Brake,
    TooManyTries,
    network,
)


class Clock:
    """Seconds, as the test wants them."""

    def __init__(self) -> None:
        self.now = 1000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(brake, "time", clock)
    return clock


def tried(one: Brake, address: str, times: int) -> int:
    """Try so many wrong codes; gives how many were looked at."""
    looked = 0
    for number in range(times):
        try:
            one.look(address, f"WRONG{number}")
        except TooManyTries:
            continue
        one.looked(address, f"WRONG{number}", wrong=True)
        looked += 1
    return looked


def test_a_guesser_gets_a_few_tries_and_then_some_each_minute(clock: Clock) -> None:
    one = Brake()
    assert tried(one, "192.0.2.1", 500) == AT_ONCE
    for _ in range(5):
        clock.now += 60
        assert tried(one, "192.0.2.1", 500) == EACH_MINUTE
    clock.now += 24 * 3600
    assert tried(one, "192.0.2.1", 500) == AT_ONCE
    assert tried(one, "192.0.2.2", 1) == 1


def test_a_right_code_costs_nothing(clock: Clock) -> None:
    one = Brake()
    for _ in range(5_000):
        one.look("192.0.2.1", "RIGHT2")
        one.looked("192.0.2.1", "RIGHT2", wrong=False)
    one.right("192.0.2.1", "RIGHT2")
    assert tried(one, "192.0.2.1", 500) == AT_ONCE


@pytest.mark.parametrize(("wrong", "left"), [(False, AT_ONCE), (True, AT_ONCE - 1)])
def test_a_code_that_a_whole_hall_gives_at_the_same_moment_counts_once(clock: Clock, wrong: bool, left: int) -> None:
    one = Brake()
    for _ in range(500):
        one.look("192.0.2.1", "HALL22")
    for _ in range(500):
        one.looked("192.0.2.1", "HALL22", wrong=wrong)
    assert tried(one, "192.0.2.1", 500) == left
    assert not one._addresses["192.0.2.1"].asked


def test_a_code_by_which_people_of_a_hall_came_in_goes_on_working_there_and_only_there(clock: Clock) -> None:
    one = Brake()
    one.right("192.0.2.1", "HALL22")
    for address in ("192.0.2.1", "192.0.2.2"):
        tried(one, address, 500)
    one.look("192.0.2.1", "HALL22")
    for address, code in (("192.0.2.1", "OTHER2"), ("192.0.2.2", "HALL22")):
        with pytest.raises(TooManyTries):
            one.look(address, code)


def test_who_guesses_from_many_addresses_is_slowed_as_well(clock: Clock) -> None:
    one = Brake()
    looked = sum(tried(one, f"192.0.2.{number}", 20) for number in range(1, 200))
    assert looked == EVERYWHERE_AT_ONCE


def test_what_is_remembered_stays_small(clock: Clock) -> None:
    one = Brake()
    for number in range(MOST_ADDRESSES + 50):
        one.right(f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}", "HALL22")
    for number in range(MOST_CODES + 50):
        one.right("192.0.2.1", f"CODE{number}")
    assert len(one._addresses) == MOST_ADDRESSES
    assert len(one._addresses["192.0.2.1"].codes) == MOST_CODES


@pytest.mark.parametrize(
    ("address", "visitor"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2::9", "2001:db8:1:2::"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("", ""),
        ("unix", "unix"),
    ],
)
def test_a_visitor_has_one_address_of_ipv4_and_a_whole_network_of_ipv6(address: str, visitor: str) -> None:
    assert network(address) == visitor
