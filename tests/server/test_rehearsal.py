"""A rehearsal: the whole day with people who are not there, and nothing of it lost."""

import random
from pathlib import Path

import pytest
from msgspec.structs import replace

from rooms.initiative import About
from rooms.kernel import Record, Tables
from server.embedded import Store
from server.eventfile import load
from server.journal import Journal
from server.register import Listed
from server.rehearsal.cast import Key, keys_of
from server.rehearsal.day import Day
from server.rehearsal.people import Door, Someone
from server.rehearsal.phone import Layer
from server.rehearsal.proof import Said, differs, lost
from server.rehearsal.summary import Book
from server.settings import Unusable
from tests.festijn import IDENTITY, WHOLE_DAY, founded, inside

PEOPLE = 20
MINUTES = 0.2


def event(*, rehearsal: bool) -> tuple[Record, ...]:
    """The whole day of the first event, to practise with or not."""
    return tuple(replace(row, rehearsal=rehearsal) if isinstance(row, About) else row for row in load(WHOLE_DAY))


async def keys(url: str, listed: Listed) -> list[Key]:
    """The cast of this festival's rehearsal."""
    journal = Journal(url, listed.id)
    await journal.connect()
    try:
        snapshot = (await journal.after(0))[0].snapshot
        assert snapshot is not None
        return keys_of(IDENTITY, listed, Tables(snapshot.records))
    finally:
        await journal.close()


async def test_a_whole_day_is_played_and_nothing_of_it_is_lost(store: Store, tmp_path: Path) -> None:
    listed = await founded(store.url, event(rehearsal=True))
    told: list[str] = []
    async with inside(store.url, tmp_path) as house:
        door = Door(house.base, listed.code, Book())
        book = await Day(door, await keys(store.url, listed), PEOPLE, MINUTES, told.append).play()
    assert book.well, book.told()
    assert book.people == PEOPLE
    assert book.granted > 100
    assert {"OpenRound", "PostNote", "MoveTo", "Propose", "MakePledge", "CastVote", "RevealPrize"} <= set(book.wishes)
    assert any("goodbye" in line for line in told)


async def test_a_festival_that_is_no_rehearsal_gets_no_made_up_people(store: Store) -> None:
    listed = await founded(store.url, event(rehearsal=False))
    with pytest.raises(Unusable, match="is no rehearsal"):
        await keys(store.url, listed)


async def test_what_was_granted_and_is_not_there_counts_as_lost() -> None:
    host = Someone(Door("", "", Book()), "facilitator", "", random.Random(1))
    host.granted.append((99, {"type": "PostNote", "id": "never-written-down", "text": "Een tip"}))
    host.granted.append((99, {"type": "MakePledge", "id": "no-pledge"}))
    assert set(lost(Said([host]), host)) == {"MakePledge no-pledge", "the words of note never-written-down"}


def test_a_phone_that_lacks_a_row_is_not_what_a_fresh_one_has() -> None:
    who, fresh = (Someone(Door("", "", Book()), "participant", "", random.Random(1)) for _ in range(2))
    for one in (who, fresh):
        one.audiences, one.layers = ["festival"], {"festival": Layer()}
    assert differs(who, fresh) == ""
    fresh.layers["festival"].rows["Note", "a"] = b"{}"
    assert "festival" in differs(who, fresh)
