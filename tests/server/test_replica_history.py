"""A replica before another history, an emptied store, or a newer version."""

import shutil
from pathlib import Path

import pytest
from redis.asyncio import Redis
from structlog.testing import capture_logs

from rooms.board import Note
from rooms.kernel import Tables
from server.backup import pack
from server.embedded import Store
from server.journal import SCHEMA, Entry, Place, new_mark
from tests.festijn import eventually
from tests.replica import PLACE, STREAM, begin, post, process, same


@pytest.mark.parametrize("n", [2, 50])
async def test_another_history_is_adopted_told_and_what_only_we_hold_is_handed_in_again_once(
    url: str, redis: Redis, n: int
) -> None:
    async with process(url) as one, process(url) as other:
        await one.wish(post(1))
        before = Tables(one.replica.tables.records())
        await one.wish(post(2))
        await other.wish(post(3))
        await same(one, other)
        await redis.flushall()
        await begin(url, before, Place(1, n, "other"))
        await eventually(lambda: one.histories == other.histories == [False, True])
        await eventually(lambda: len(one.notes()) == 3)
        await same(one, other)
        assert one.notes() == [post(1).id, post(2).id, post(3).id]
        assert len([True for step in one.steps if isinstance(step.after, Note)]) == 2


async def test_an_emptied_store_is_never_healed(url: str, redis: Redis) -> None:
    with capture_logs() as logs:
        async with process(url) as one:
            await one.wish(post(1))
            await redis.flushall()
            answer = one.hand_in(post(2))
            await eventually(lambda: len([row for row in logs if "restore a back-up" in row.get("fault", "")]) >= 2)
            assert one.store == [True, False]
            assert not answer.done()
            assert await redis.keys("*") == []
            assert one.notes() == [post(1).id]


async def test_a_restored_back_up_of_a_new_epoch_stands_and_what_waited_is_dropped(own: Store, tmp_path: Path) -> None:
    async with process(own.url) as one:
        await one.wish(post(1))
        await own.kill()
        waiting = one.hand_in(post(2))
        restored = Store(tmp_path / "restored")
        restored.data_dir.mkdir()
        await restored.start()
        await begin(restored.url, place=Place(2, 1, "restored"))
        await restored.close()
        shutil.rmtree(own.data_dir / "store")
        (restored.data_dir / "store").rename(own.data_dir / "store")
        await own.start()
        await eventually(lambda: one.replica.place.epoch == 2 and one.store[-1])
        assert one.histories == [False, True]
        assert (await one.wish(post(3))).ok == 2
        assert one.notes() == [post(3).id]
        assert not waiting.done()


async def test_a_journal_with_a_hole_is_left_to_an_operator(url: str, redis: Redis) -> None:
    with capture_logs() as logs:
        async with process(url) as one:
            place = one.replica.place
            await redis.xadd(STREAM, {"e": pack(Entry(place.n + 2, 1, "far", "nobody's"))}, id=f"{place.n + 2}-0")
            await redis.set(PLACE, str(Place(1, place.n + 2, "far")))
            await eventually(lambda: len([row for row in logs if "has a hole" in row.get("fault", "")]) >= 2)
            assert one.store[-1] is False
            assert one.replica.place == place
            await redis.delete(STREAM, PLACE)
            await begin(url, place=Place(2, 1, "restored"))
            await eventually(lambda: one.store[-1])


async def test_a_journal_of_a_newer_version_is_not_followed(url: str, redis: Redis) -> None:
    with capture_logs() as logs:
        async with process(url) as one:
            newer = Entry(2, 1, new_mark(), one.replica.place.mark, schema=SCHEMA + 1)
            assert await one.replica.journal.append(one.replica.place, newer) is None
            await eventually(lambda: one.store == [True, False])
            assert one.replica.place.n == 1
    assert f"schema {SCHEMA + 1}" in logs[0]["fault"]
