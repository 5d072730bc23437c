"""A replica without its store: it says so, keeps what waits, and heals what the store lost."""

import asyncio
import shutil
import signal
import time
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from server.embedded import Store
from server.journal import Entry
from server.lives import call_off
from tests.festijn import eventually
from tests.replica import STREAM, Process, post, process, same


async def test_a_store_that_hangs_is_told_within_two_seconds_and_wishes_wait_for_it(own: Store) -> None:
    async with process(own.url) as one:
        assert own.process is not None
        assert one.store == [True]
        own.process.send_signal(signal.SIGSTOP)
        began = time.monotonic()
        await eventually(lambda: one.store == [True, False])
        assert time.monotonic() - began < 2
        answer = one.hand_in(post(1))
        assert not answer.done()
        own.process.send_signal(signal.SIGCONT)
        async with asyncio.timeout(10):
            assert (await answer).ok == 2
        assert one.store == [True, False, True]
        assert one.histories == [False]


async def test_a_store_that_crashed_comes_back_and_nothing_is_lost(own: Store) -> None:
    async with process(own.url) as one, process(own.url) as other:
        granted = await asyncio.gather(*(one.hand_in(post(number)) for number in range(10)))
        await own.kill()
        waiting = [other.hand_in(post(number)) for number in range(10, 20)]
        await eventually(lambda: one.store[-1] is False)
        await own.start()
        async with asyncio.timeout(10):
            assert all(verdict.ok for verdict in [*granted, *await asyncio.gather(*waiting)])
        await same(one, other)
        assert len(one.notes()) == 20
        assert one.histories == other.histories == [False]


async def test_who_asks_to_be_current_waits_for_all_that_was_granted_before(
    own: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def deaf(*_: Any, **__: Any) -> list[Entry]:
        return await asyncio.sleep(3600, [])

    one = Process(own.url)
    monkeypatch.setattr(one.replica.journal, "news", deaf)
    life = asyncio.create_task(one.replica.run())
    async with process(own.url) as other, asyncio.timeout(30):
        await one.replica.ready.wait()
        for number in range(5):
            await other.wish(post(number))
            await one.replica.current()
            assert len(one.notes()) == number + 1
    await call_off(life)


async def test_nobody_is_current_without_the_store(own: Store) -> None:
    async with process(own.url) as one:
        await own.kill()
        await eventually(lambda: one.store[-1] is False)
        asked = asyncio.gather(*(one.replica.current() for _ in range(3)))
        await asyncio.sleep(0.5)
        assert not asked.done()
        await own.start()
        async with asyncio.timeout(10):
            await asked


async def cut_back(store: Store, after: Callable[[], Awaitable[object]]) -> None:
    """Let the store lose all that `after` writes, as a disk that lied would."""
    data, kept = store.data_dir / "store", store.data_dir / "kept"
    shutil.copytree(data, kept)
    await after()
    await store.kill()
    shutil.rmtree(data)
    kept.rename(data)
    await store.start()


async def test_a_store_that_lost_its_last_entries_is_healed_at_our_own_place(own: Store, connect: Any) -> None:
    async with process(own.url) as one, process(own.url) as other:
        await one.wish(post(1))

        async def more() -> None:
            await one.wish(post(2))
            await other.wish(post(3))
            await same(one, other)

        await cut_back(own, more)
        here = one.replica.place
        await eventually(lambda: one.store == other.store == [True, False, True])
        assert here == one.replica.place == other.replica.place
        assert await one.replica.journal.place() == here
        assert [key for key, _ in await connect(own).xrange(STREAM)] == [b"%d-0" % here.n]
        assert (await other.wish(post(4))).ok == here.n + 1
        async with process(own.url) as fresh:
            await same(one, other, fresh)
            assert len(fresh.notes()) == 4
        assert one.histories == other.histories == [False]


async def test_who_was_behind_the_lost_entries_follows_who_heals_them(own: Store) -> None:
    behind = Process(own.url)
    async with process(own.url) as ahead:
        await ahead.wish(post(1))
        life = asyncio.create_task(behind.replica.run())
        await eventually(lambda: behind.replica.place == ahead.replica.place)
        await call_off(life)
        await cut_back(own, lambda: ahead.wish(post(2)))
        await eventually(lambda: ahead.store == [True, False, True])
        life = asyncio.create_task(behind.replica.run())
        await same(ahead, behind)
        assert len(behind.notes()) == 2
        assert behind.histories == [False, False]
        await call_off(life)
