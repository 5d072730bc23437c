"""Who is here and how they clap, over all processes: told coarsely, forgotten with their process."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from redis.asyncio import Redis

from server.ambient import SOUNDS, Applause, Presence, coarse
from server.embedded import Store
from server.lives import call_off
from tests.festijn import eventually, founded, links, working
from tests.phone import Phone, connected


@asynccontextmanager
async def presence(url: str) -> AsyncIterator[Presence]:
    """What one process knows of who is here."""
    one = Presence(url, "here")
    tasks = [asyncio.create_task(one.tell()), asyncio.create_task(one.hear())]
    yield one
    await asyncio.gather(*map(call_off, tasks))


@pytest.mark.parametrize(
    ("number", "told"), [(0, 0), (1, 1), (99, 99), (100, 100), (101, 100), (119, 110), (5000, 5000)]
)
def test_above_a_hundred_it_is_told_by_tens(number: int, told: int) -> None:
    assert coarse(number) == told


@pytest.fixture
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes tell each other more often than they need to."""
    monkeypatch.setattr("server.ambient.TELL_EVERY", 0.2)


@pytest.mark.usefixtures("often")
async def test_somebody_with_two_tabs_at_two_processes_counts_once(store: Store, redis: Redis) -> None:
    async with presence(store.url) as one, presence(store.url) as other:
        one.local(["anna", "bram"])
        other.local(["anna", "chris"])
        await eventually(lambda: one.count() == other.count() == 3)
        other.local([])
        await eventually(lambda: one.count() == other.count() == 2)


async def test_who_starts_later_hears_soon_who_is_here(store: Store, redis: Redis) -> None:
    async with presence(store.url) as one:
        one.local(["anna"])
        async with presence(store.url) as late:
            await eventually(lambda: late.count() == 1, within=5)


@pytest.mark.usefixtures("often")
async def test_it_goes_on_after_the_store_was_away(own_store: Store) -> None:
    async with presence(own_store.url) as one, presence(own_store.url) as other:
        one.local(["anna"])
        await eventually(lambda: other.count() == 1)
        await own_store.kill()
        await own_store.start()
        one.local(["anna", "bram"])
        await eventually(lambda: other.count() == 2)


def test_a_clap_is_heard_for_a_few_seconds() -> None:
    applause = Applause()
    for at in (10.0, 10.01, 12.0):
        applause.add(2, at)
    assert applause.count(12.5) == 6
    assert applause.count(10.0 + SOUNDS) == 2
    assert applause.count(12.0 + SOUNDS) == 0


def test_a_storm_of_claps_takes_no_room() -> None:
    applause = Applause()
    for clap in range(100_000):
        applause.add(1, 10.0 + clap / 100_000)
    assert applause.count(11.0) == 100_000
    assert len(applause._claps) <= 11


async def test_claps_at_two_processes_are_heard_at_both_and_then_fade(store: Store, redis: Redis) -> None:
    async with presence(store.url) as one, presence(store.url) as other:
        one.local(["anna"])
        other.local(["bram"])
        await eventually(lambda: one.count() == other.count() == 2)
        for _ in range(3):
            one.clap()
        other.clap()
        await eventually(lambda: one.applause() == other.applause() == 4)
        await eventually(lambda: one.applause() == other.applause() == 0, within=SOUNDS + 2)
        assert one.count() == other.count() == 2


@pytest.mark.parametrize("told", [b"", b"x" * 11, b"x" * 13, b"x" * 15])
async def test_what_is_no_telling_is_passed_over(store: Store, redis: Redis, told: bytes) -> None:
    async with presence(store.url) as one, presence(store.url) as other:
        await redis.publish(one._channel, told)
        other.local(["anna"])
        await eventually(lambda: one.count() == 1)


async def test_who_claps_is_heard_at_another_process(store: Store, redis: Redis, tmp_path: Path) -> None:
    listed = await founded(store.url)
    async with working(store.url, tmp_path, processes=2) as (one, other):
        here = await Phone.come_in(one.base, listed.code, "Claps")
        there = await Phone.come_in(other.base, listed.code, "Hears")
        async with connected(here, there):
            for _ in range(5):
                await here.sio.emit("applaud", {})
            for phone in (here, there):
                await phone.until(lambda phone=phone: told(phone, "applause") == 5)
                await phone.until(lambda phone=phone: told(phone, "applause") == 0)
        assert not [event for event, _ in here.heard if event in {"answer", "bye"}]


def told(phone: Phone, number: str) -> int:
    """What a phone was told last of a number; -1 before it was told anything."""
    return int(([{number: -1}] + [content for event, content in phone.heard if event == "numbers"])[-1][number])


async def test_who_was_at_a_killed_process_is_gone_within_ten_seconds(
    store: Store, redis: Redis, tmp_path: Path
) -> None:
    listed = await founded(store.url)
    async with working(store.url, tmp_path, processes=2) as (one, other):
        stage = await Phone.by_link((await links(store.url, listed, one.base))["stage"])
        here = await Phone.come_in(one.base, listed.code, "Stays")
        there = await Phone.come_in(other.base, listed.code, "Goes")
        await there.connect()
        there.sio.reconnection = False
        async with connected(stage, here):
            await stage.until(lambda: told(stage, "here") == 2)
            await other.kill()
            began = time.monotonic()
            await stage.until(lambda: told(stage, "here") == 1)
            assert time.monotonic() - began < 10
        await there.leave()
