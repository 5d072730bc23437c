"""A full room becomes tables; from then on nobody who sits well is moved, whoever comes or goes."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rooms.tables import NO_TABLE, tables

TOGETHER, LEAST, MOST = 8, 3, 7
COMING, LEAVING = "coming", "leaving"
STEPS = st.lists(st.one_of(st.just((COMING, 0)), st.tuples(st.just(LEAVING), st.integers(0, 99))), max_size=90)
Sitting = dict[str, int]


def step(at: Sitting, what: str, which: int, name: str) -> tuple[Sitting, Sitting]:
    """Who sits where after one comes or goes, and where those who stayed sat before."""
    if what == LEAVING and at:
        gone = list(at)[which % len(at)]
        before = {who: table for who, table in at.items() if who != gone}
    else:
        before = {**at, name: NO_TABLE} if what == COMING else dict(at)
    after = tables(before.items())
    return before, {who: after[who] for who in before}


def sizes(at: Sitting) -> list[int]:
    return sorted(Counter(at.values()).values())


def fits(at: Sitting) -> bool:
    """Together up to eight, or tables of three to seven."""
    if set(at.values()) <= {NO_TABLE}:
        return len(at) <= TOGETHER
    return NO_TABLE not in at.values() and all(LEAST <= size <= MOST for size in sizes(at))


@settings(max_examples=300, deadline=None)
@given(STEPS)
def test_tables_stay_within_three_to_seven_and_at_most_two_are_moved(steps: list[tuple[str, int]]) -> None:
    at: Sitting = {}
    for number, (what, which) in enumerate(steps):
        before, at = step(at, what, which, f"p{number}")
        assert fits(at), f"{sizes(at)} after {what}"
        sat = {who: table for who, table in before.items() if table != NO_TABLE}
        moved = [who for who, table in sat.items() if at[who] != table]
        assert len(moved) <= 2 or set(at.values()) == {NO_TABLE}, f"{len(moved)} were moved by one {what}"


@settings(max_examples=200, deadline=None)
@given(st.integers(TOGETHER + 1, 60))
def test_a_newcomer_goes_to_the_smallest_table(people: int) -> None:
    at = tables((f"p{number}", NO_TABLE) for number in range(people))
    least = sizes(at)[0]
    after = tables([*at.items(), ("new", NO_TABLE)])
    if least < MOST:
        assert Counter(at.values())[after["new"]] == least
        assert {who: after[who] for who in at} == at


@given(st.integers(0, 100))
def test_a_room_splits_into_tables_of_about_five(people: int) -> None:
    at = tables((f"p{number}", NO_TABLE) for number in range(people))
    assert fits(at)
    if people > TOGETHER:
        assert max(sizes(at)) - min(sizes(at)) <= 1
        assert min(sizes(at)) >= 4 and max(sizes(at)) <= MOST


@settings(deadline=None)
@given(st.lists(st.integers(0, 6), max_size=70))
def test_any_chairs_at_all_become_tables_that_fit(chairs: list[int]) -> None:
    """Also when many leave at once, or walk to another table, nobody is left over and no table is too small or full."""
    full: Counter[int] = Counter()
    people = []
    for number, table in enumerate(chairs):
        full[table] += 1
        people.append((f"p{number}", table if full[table] <= MOST else NO_TABLE))
    at = tables(people)
    assert set(at) == {who for who, _ in people}
    alone = set(at.values()) <= {NO_TABLE}
    assert all(size <= MOST for size in sizes(at)) or alone
    assert alone or all(size >= LEAST for size in sizes(at))


@pytest.mark.parametrize(("people", "count"), [(0, 0), (8, 1), (9, 2), (13, 3), (23, 5), (60, 12)])
def test_so_many_tables(people: int, count: int) -> None:
    assert len(set(tables((f"p{number}", NO_TABLE) for number in range(people)).values())) == count
