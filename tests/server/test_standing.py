"""What a snapshot carries on: the time that was told, and the purge that is owed."""

import pytest

from rooms.goodbye import Address
from rooms.kernel import Drop
from server.journal import Commit, Entry, Snapshot
from server.standing import Standing
from tests.replica import RECORDS

FIRST = Entry(1, 1, "first", "", snapshot=Snapshot(RECORDS, {}))
LATE = 1_800_000_000_000


def begun() -> Standing:
    standing = Standing()
    standing.load(FIRST)
    return standing


def dropped_vote() -> Entry:
    """An entry that drops a vote, late in time."""
    fact = Drop("Vote", "prize-1/person-0")
    return Entry(2, 1, "second", "first", [Commit("", "person-fee", b"", LATE, [(fact.kind, fact.id)])])


def test_time_does_not_go_back_over_a_snapshot() -> None:
    standing = begun()
    standing.take(dropped_vote())
    other = Standing()
    other.load(Entry(3, 1, "third", "second", snapshot=standing.snapshot(3)))
    assert other.last_at == standing.last_at == LATE


def test_who_heals_after_a_secret_was_dropped_owes_a_purge() -> None:
    standing = begun()
    assert standing.snapshot(1).purge_owed == 0
    standing.take(dropped_vote())
    snapshot = standing.snapshot(2)
    assert snapshot.purge_owed == 2
    standing.forget(snapshot)
    assert (standing.purge_owed, standing.snapshot(9).purge_owed) == (2, 2), "owed until it is done"


@pytest.mark.parametrize(("second", "owed"), [("old@example.org", 0), ("new@example.org", 3)])
def test_an_address_in_whose_place_another_came_is_to_be_purged(second: str, owed: int) -> None:
    standing = begun()
    for n, email in ((2, "old@example.org"), (3, second)):
        fact = Address(id="person-0", email=email)
        standing.take(Entry(n, 1, f"mark-{n}", "", [Commit("", "person-0", b"", LATE, [fact])]))
    assert standing.snapshot(3).purge_owed == owed
