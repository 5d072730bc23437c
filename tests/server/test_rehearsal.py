"""A rehearsal: the whole day with people who are not there, and nothing of it lost."""

import asyncio
import random
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from rooms.initiative import About
from rooms.kernel import Reason, Record, Tables
from rooms.people import Role
from rooms.wire import Answer
from server.embedded import Store
from server.eventfile import load
from server.journal import Journal
from server.lives import call_off
from server.register import Listed
from server.rehearsal.cast import Key, keys_of
from server.rehearsal.day import Day
from server.rehearsal.leading import give_out
from server.rehearsal.people import Door, Someone
from server.rehearsal.phone import Layer
from server.rehearsal.proof import Said, differs, lost, prove
from server.rehearsal.summary import NEVER, OFTEN, Book
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
    assert book.granted.total() > 100
    assert {"OpenRound", "PostNote", "MoveTo", "Propose", "MakePledge", "CastVote", "RevealPrize"} <= set(book.granted)
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


def told(book: Book, count: int, **answer: Any) -> Book:
    """The book after so many wishes with this answer."""
    for _ in range(count):
        book.note("PostNote", Answer(ref="x", **answer), 1)
    return book


def test_a_rehearsal_in_which_a_kind_of_wish_is_never_granted_is_not_well() -> None:
    assert told(Book(), OFTEN - 1, reason=Reason.NOT_NOW).well
    assert "PostNote: wished 20 times, never granted" in told(Book(), OFTEN, reason=Reason.NOT_NOW).told()
    assert not told(Book(), OFTEN, reason=Reason.NOT_NOW).well
    assert told(told(Book(), OFTEN, reason=Reason.NOT_NOW), 1, ok=5).well


@pytest.mark.parametrize("reason", NEVER)
def test_one_refusal_that_no_phone_in_good_order_gets_is_wrong(reason: Reason) -> None:
    book = told(told(Book(), 1, reason=reason), 5, ok=5)
    assert not book.well
    assert f"wrong: PostNote: refused as {reason}" in book.told()


async def test_what_only_a_phone_of_the_day_still_shows_counts_as_lost(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.rehearsal.proof.ALIKE_WITHIN", 1.0)
    listed = await founded(store.url, event(rehearsal=True))
    async with inside(store.url, tmp_path) as house:
        door = Door(house.base, listed.code, Book())
        (key, *_) = [key for key in await keys(store.url, listed) if key.role == Role.FACILITATOR]
        host = await Someone.by_link(door, key, random.Random(1))
        living = asyncio.create_task(host.live())
        await host.here()
        host.granted.append((1, {"type": "MakePledge", "id": "forgotten"}))
        host.layers["festival"].rows["Pledge", "forgotten"] = b"{}"
        await prove([host], host, door.book)
        host.go()
        await call_off(living)
    assert door.book.lost == ["MakePledge forgotten"]


class Deaf(Someone):
    """A facilitator whose wishes come to nothing."""

    async def wish(self, kind: str, /, **fields: Any) -> Answer | None:
        """Say it to nobody."""


async def test_a_ballot_that_does_not_close_ends_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.rehearsal.leading.SHOWN_WITHIN", 0.2)
    host = Deaf(Door("", "", Book()), "facilitator", "", random.Random(1))
    host.audiences, host.layers = ["festival"], {"festival": Layer()}
    host.layers["festival"].rows["Ballot", "b"] = b'{"id":"b","state":"open"}'
    async with asyncio.timeout(5):
        await give_out(host, "b")
    assert host.door.book.wrong == ["ballot b was not closed"]
