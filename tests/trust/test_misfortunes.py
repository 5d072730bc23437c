"""The misfortunes of `bin/chaos` do what they say: without that, surviving them would prove nothing."""

import random
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email.utils import parsedate_to_datetime
from pathlib import Path

import httpx
import pytest
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from server.embedded import Store
from tests.festijn import Worker, eventually
from tests.trust.chaos import clock, disk
from tests.trust.chaos.disk import AbsentError, Disk
from tests.trust.chaos.nemesis import Nemesis


@pytest.fixture(autouse=True)
def nothing_is_absent(capsys: pytest.CaptureFixture[str]) -> None:
    """Skips the test when this machine has not what it needs, and says so whatever the options are."""
    try:
        disk.library()
        clock.library()
    except AbsentError as problem:
        with capsys.disabled():
            print(f"\n  {problem}", end=" ")
        pytest.skip(str(problem))


@asynccontextmanager
async def on_disk(data_dir: Path, fsync: str) -> AsyncIterator[tuple[Disk, Redis]]:
    """A store on a disk that may fail, and a client that keeps nothing waiting."""
    async with Disk(data_dir, fsync) as failing:
        client = Redis.from_url(failing.store.url, retry=Retry(NoBackoff(), 0), protocol=2)
        try:
            await client.set("first", "x")
            await eventually(lambda: fsync == "no" or failing.unsafe() == 0)
            yield failing, client
        finally:
            await client.aclose()


async def written(client: Redis, count: int) -> None:
    """So many writes that the store has said yes to."""
    for number in range(count):
        assert await client.rpush("list", f"number {number:06}")


@pytest.mark.parametrize(("fsync", "all_left"), [("always", True), ("everysec", False)])
async def test_a_power_cut_takes_what_was_not_brought_to_disk_and_nothing_else(
    tmp_path: Path, fsync: str, all_left: bool
) -> None:
    async with on_disk(tmp_path, fsync) as (failing, client):
        await written(client, 100)
        lost = await failing.power_cut()
        assert (lost == 0) == all_left
        await failing.start()
        assert (await client.llen("list") == 100) == all_left
        assert await client.get("first") == b"x"


async def test_a_killed_process_loses_nothing_but_the_power_cut_after_it_may(tmp_path: Path) -> None:
    async with on_disk(tmp_path, "no") as (failing, client):
        await written(client, 100)
        await failing.store.kill()
        await failing.start()
        assert await client.llen("list") == 100
        assert await failing.power_cut() > 0
        await failing.start()
        assert await client.llen("list") == 0


async def test_after_a_rewrite_of_its_files_all_is_safe_too(tmp_path: Path) -> None:
    async with on_disk(tmp_path, "always") as (failing, client):
        await written(client, 100)
        before = failing.journal()
        await client.bgrewriteaof()
        await eventually(lambda: failing.journal() != before and not before.exists())
        await written(client, 10)
        assert await failing.power_cut() == 0
        await failing.start()
        assert await client.llen("list") == 110


async def test_a_lost_tail_takes_what_was_safe(tmp_path: Path) -> None:
    async with on_disk(tmp_path, "always") as (failing, client):
        await written(client, 100)
        assert await failing.lose_tail(1000) == 1000
        await failing.start()
        assert 50 < await client.llen("list") < 100
        assert await failing.lose_tail(1_000_000) < 1_000_000
        await failing.start()
        assert await client.llen("list") == 0


async def test_a_full_disk_ends_the_store_and_what_it_said_yes_to_is_there_when_there_is_room_again(
    tmp_path: Path,
) -> None:
    async with on_disk(tmp_path, "always") as (failing, client):
        failing.full(room=1000)
        with pytest.raises(RedisError):
            await written(client, 100)
        assert failing.store.process is not None
        assert await failing.store.process.wait() == 1
        assert failing.refused
        failing.room_again()
        await failing.start()
        kept = await client.llen("list")
        assert 10 < kept < 30
        await written(client, 1)
        assert await client.llen("list") == kept + 1


async def error_of(worker: Worker) -> float:
    """How many seconds the worker's wall clock is fast."""
    async with httpx.AsyncClient(base_url=worker.base) as http:
        told = parsedate_to_datetime((await http.get("/healthz")).headers["Date"])
    return told.timestamp() - time.time()


async def test_a_clock_is_wrong_by_an_hour_jumps_and_is_right_again(store: Store, tmp_path: Path) -> None:
    worker = Worker(store.url, tmp_path)
    wrong = clock.Clock(worker, tmp_path / "clock")
    wrong.off_by(clock.HOUR)
    try:
        await worker.start()
        assert abs(await error_of(worker) - clock.HOUR) < 10
        wrong.off_by(-clock.HOUR)
        await eventually(lambda: shifted(worker, -clock.HOUR))
        wrong.right()
        await worker.kill()
        await worker.start()
        assert abs(await error_of(worker)) < 10
    finally:
        await worker.close()


async def shifted(worker: Worker, error: int) -> bool:
    return abs(await error_of(worker) - error) < 10


async def test_a_nemesis_waits_for_health_and_tells_of_who_ended_by_itself(tmp_path: Path) -> None:
    async with Disk(tmp_path) as failing:
        worker = await Worker(failing.store.url, tmp_path).start()
        nemesis = Nemesis([worker], failing, chance=random.Random(4))
        try:
            before = failing.store.process
            met = await nemesis.meet("store killed")
            assert met.began < met.ended < met.healthy_at
            assert failing.store.process is not before
            assert await worker.ready()
            assert (nemesis.counts, nemesis.kills) == ({"store killed": 1}, {"store": 1})
            await worker.kill()
            with pytest.raises(AssertionError, match="after 'rewrite' worker 0 ended by itself"):
                await nemesis.meet("rewrite")
        finally:
            await worker.close()


def test_a_deck_has_worker_kills_most_and_says_what_is_absent(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nemesis = Nemesis([], Store(tmp_path), chance=random.Random(5))
    deck = nemesis.deck()
    assert max(set(deck), key=deck.count) == "worker killed"
    assert set(deck) == set(nemesis.deals)
    assert "power cut" not in deck
    assert "absent: a disk that may fail" in capsys.readouterr().err
