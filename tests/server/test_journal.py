"""The journal: an entry is added only where its writer stands, and what lies before a snapshot is gone, exactly."""

import asyncio
import signal
import time
from collections.abc import AsyncIterator
from typing import Any

import msgspec
import pytest
import pytest_asyncio
from redis.asyncio import Redis

from rooms.board import Board
from rooms.kernel import Drop, Put
from rooms.people import Person, Role
from server.embedded import Store
from server.journal import (
    ANSWER_WITHIN,
    NOWHERE,
    PAGE,
    SCHEMA,
    STORE_TROUBLE,
    Commit,
    Entry,
    Journal,
    NewerSchemaError,
    Place,
    Snapshot,
    facts,
    keys_of,
    read_entry,
)
from tests.festijn import eventually

STREAM, PLACE = keys_of("here")
ANNA = Person(id="anna", name="Anna", role=Role.PARTICIPANT)


@pytest_asyncio.fixture
async def journal(store: Store, redis: Redis) -> AsyncIterator[Journal]:
    """A journal nobody wrote in."""
    new = Journal(store.url, "here")
    await new.connect()
    yield new
    await new.close()


def entry(n: int, after: str = "", *, mark: str = "", snapshot: bool = False) -> Entry:
    """Entry n: one commit, or an empty snapshot."""
    if snapshot:
        return Entry(n, 1, mark or f"m{n}", after, snapshot=Snapshot([], {}))
    change = facts([Put(ANNA), Drop("Note", f"note {n}")])
    commit = Commit(f"device.{n}", "anna", msgspec.Raw(msgspec.msgpack.encode({"type": "Rename"})), n, change)
    return Entry(n, 1, mark or f"m{n}", after, [commit])


async def write(journal: Journal, last: int) -> Place:
    """Entries 1 to `last`, a snapshot first; gives where the journal stands."""
    stand = NOWHERE
    for n in range(1, last + 1):
        new = entry(n, stand.mark, snapshot=n == 1)
        assert await journal.append(stand, new) is None
        stand = new.place
    return stand


async def test_an_entry_is_added_where_its_writer_stands_and_the_place_moves_with_it(journal: Journal) -> None:
    stand = await write(journal, 2)
    assert stand == Place(1, 2, "m2") == await journal.place()
    assert [(one.n, one.mark, one.after) for one in await journal.after(0)] == [(1, "m1", ""), (2, "m2", "m1")]


async def test_a_second_beginning_is_refused(journal: Journal) -> None:
    await write(journal, 1)
    missed = await journal.append(NOWHERE, entry(1, mark="other", snapshot=True))
    assert missed is not None
    assert [one.mark for one in missed] == ["m1"]


async def test_who_is_behind_is_refused_and_gets_what_is_missing(journal: Journal) -> None:
    await write(journal, 5)
    missed = await journal.append(Place(1, 2, "m2"), entry(3, "m2", mark="mine"))
    assert missed is not None
    assert [one.mark for one in missed] == ["m3", "m4", "m5"]
    assert await journal.place() == Place(1, 5, "m5")


@pytest.mark.parametrize("stand", [Place(1, 7, "m7"), Place(1, 5, "other"), Place(2, 5, "m5")])
async def test_who_stands_where_the_journal_does_not_adds_nothing(journal: Journal, stand: Place) -> None:
    await write(journal, 5)
    assert await journal.append(stand, entry(stand.n + 1, stand.mark)) == []
    assert len(await journal.after(0)) == 5


async def test_what_is_missing_comes_in_pages(journal: Journal) -> None:
    await write(journal, PAGE + 7)
    missed = await journal.append(Place(1, 1, "m1"), entry(2, "m1"))
    assert missed is not None
    assert [one.n for one in missed] == list(range(2, PAGE + 2))
    assert [one.n for one in await journal.after(PAGE + 1)] == list(range(PAGE + 2, PAGE + 8))


@pytest.mark.parametrize("before", [1, 3, 30])
async def test_a_snapshot_trims_everything_before_it_and_nothing_else(
    journal: Journal, redis: Redis, before: int
) -> None:
    stand = await write(journal, before)
    new = entry(before + 1, stand.mark, snapshot=True)
    assert await journal.append(stand, new) is None
    assert await journal.append(new.place, entry(before + 2, new.mark)) is None
    assert [key for key, _ in await redis.xrange(STREAM)] == [b"%d-0" % (before + 1), b"%d-0" % (before + 2)]


async def test_not_a_byte_of_what_a_snapshot_replaces_stays_in_the_store(journal: Journal, redis: Redis) -> None:
    stand = await write(journal, 5)
    await redis.config_set("rdbcompression", "no")
    assert b"anna" in await redis.dump(STREAM)
    await journal.append(stand, entry(6, stand.mark, snapshot=True))
    assert b"anna" not in await redis.dump(STREAM)
    assert sorted(await redis.keys("*")) == [STREAM.encode(), PLACE.encode()]


async def test_a_refused_snapshot_trims_nothing(journal: Journal) -> None:
    await write(journal, 3)
    assert await journal.append(Place(1, 2, "m2"), entry(3, "m2", mark="late", snapshot=True))
    assert [one.n for one in await journal.after(0)] == [1, 2, 3]


async def test_news_waits_for_what_comes(journal: Journal) -> None:
    stand = await write(journal, 1)
    assert await journal.news(1, wait=1) == []
    await journal.append(stand, entry(2, "m1"))
    assert [one.mark for one in await journal.news(1, wait=5000)] == ["m2"]


async def test_an_entry_of_a_newer_version_stops_reading_and_says_why(journal: Journal, redis: Redis) -> None:
    newer = msgspec.structs.replace(entry(1, snapshot=True), schema=SCHEMA + 1)
    await journal.append(NOWHERE, newer)
    with pytest.raises(NewerSchemaError, match=f"has schema {SCHEMA + 1}, this version knows {SCHEMA}"):
        await journal.after(0)


async def test_a_newer_version_is_recognised_even_when_all_else_in_it_is_strange() -> None:
    with pytest.raises(NewerSchemaError):
        read_entry(msgspec.msgpack.encode({"schema": SCHEMA + 1, "n": "not a number"}))


def spelled(told: Entry) -> Any:
    """An entry as plain values, to add to and take from."""
    return msgspec.msgpack.decode(msgspec.msgpack.encode(told))


def test_fields_we_do_not_know_are_passed_over() -> None:
    plain = spelled(entry(2, "m1"))
    plain["mood"] = plain["commits"][0]["mood"] = plain["commits"][0]["changes"][0]["mood"] = "good"
    assert read_entry(msgspec.msgpack.encode(plain)) == entry(2, "m1")


def test_fields_that_were_not_there_yet_get_their_defaults() -> None:
    plain = spelled(entry(2, "m1"))
    del plain["schema"], plain["snapshot"]
    for field in ("at", "link", "initiative", "removed"):
        del plain["commits"][0]["changes"][0][field]
    assert read_entry(msgspec.msgpack.encode(plain)) == entry(2, "m1")


def test_an_entry_gives_back_its_changes_as_they_were() -> None:
    changes = [Put(Board(id="kunstpost", open=False)), Drop("Note", "gone"), Put(ANNA)]
    told = Commit("device.1", "anna", msgspec.Raw(b"\x80"), 1, facts(changes))  # type: ignore[arg-type,list-item]
    read = read_entry(msgspec.msgpack.encode(Entry(2, 1, "m2", "m1", [told])))
    assert read.commits[0].facts() == changes


@pytest.mark.parametrize("text", ["", "1.2", "1.2.3.4", "a.2.mark", "1.-2.mark", "1.²x.mark"])
def test_a_place_that_is_none_is_none(text: str) -> None:
    assert Place.parse(text) is None


def test_a_place_is_told_and_read_alike() -> None:
    assert Place.parse(str(Place(3, 14, "mark"))) == Place(3, 14, "mark")


async def test_a_store_that_does_not_answer_is_given_up_in_a_second(own_store: Store) -> None:
    journal = Journal(own_store.url, "here")
    await journal.connect()
    assert own_store.process is not None
    own_store.process.send_signal(signal.SIGSTOP)
    began = time.monotonic()
    with pytest.raises(STORE_TROUBLE):
        await journal.append(NOWHERE, entry(1, snapshot=True))
    assert time.monotonic() - began < ANSWER_WITHIN + 0.5
    own_store.process.send_signal(signal.SIGCONT)
    await journal.close()


async def test_the_journal_tells_the_time_of_the_store(journal: Journal, redis: Redis) -> None:
    seconds, micros = await redis.time()
    assert abs(journal.now() - (seconds * 1000 + micros // 1000)) < 100


async def test_processes_that_ask_for_a_rewrite_at_once_get_one_and_wait_for_it(store: Store, redis: Redis) -> None:
    both = [Journal(store.url, "here"), Journal(store.url, "here")]
    await asyncio.gather(*(one.connect() for one in both))
    for _ in range(20):
        assert any(await asyncio.gather(*(one.rewrite() for one in both)))
        await eventually(both[0].rewritten)
    await asyncio.gather(*(one.close() for one in both))
