"""Rubbish put into the store by hand: its festival says that it can't save, all others go on, and it goes on by itself
once the rubbish is gone."""

import msgspec
import pytest
from redis.asyncio import Redis

from server.embedded import Store
from server.journal import Place, keys_of
from tests.festijn import Inside, founded
from tests.phone import Phone, connected

BOARD = "kunstpost"
pack = msgspec.msgpack.Encoder().encode
FUTURE = 4_102_444_800_000


def rubbish(place: Place) -> dict[str, tuple[int, bytes]]:
    """What somebody may put there: under which number, and the bytes."""
    whole = {"n": place.n + 1, "epoch": place.epoch, "mark": "x", "after": place.mark, "commits": [], "schema": 1}
    strange = {"ref": "a.1", "by": "x", "command": {}, "at": 0, "changes": [{"type": "Unheard", "id": "x"}]}
    return {
        "no msgpack": (place.n + 1, b"\xc1 rubbish"),
        "huge": (place.n + 1, b"\xff" * 3_000_000),
        "another shape": (place.n + 1, pack([1, 2, 3])),
        "an unheard kind": (place.n + 1, pack(whole | {"commits": [strange]})),
        "from the year 2100": (FUTURE, pack(whole | {"n": FUTURE})),
    }


@pytest.mark.parametrize("what", ["no msgpack", "huge", "another shape", "an unheard kind", "from the year 2100"])
async def test_rubbish_in_one_journal_stops_that_festival_alone(
    what: str, store: Store, redis: Redis, server: Inside
) -> None:
    poisoned, other = await founded(store.url), await founded(store.url)
    stream, place = keys_of(poisoned.id)
    anna, ben = [await Phone.come_in(server.base, one.code, "Anna") for one in (poisoned, other)]
    async with connected(anna, ben):
        note = await anna.post(BOARD, "Before")
        there = Place.parse((await redis.get(place) or b"").decode())
        assert there is not None
        number, raw = rubbish(there)[what]
        await redis.xadd(stream, {"e": raw}, id=f"{number}-0")
        await anna.until(lambda: ("store", False) in [(event, told.get("here")) for event, told in anna.heard])
        await ben.post(BOARD, "All is well here")
        assert await redis.get(place) == str(there).encode(), "nothing was written after it"
        await redis.xdel(stream, f"{number}-0")
        if what == "from the year 2100":  # the store gives no smaller number any more
            return
        await anna.until(lambda: ("store", True) in [(event, told.get("here")) for event, told in anna.heard][-3:])
        await anna.look(BOARD)
        await anna.until(lambda: note in anna.rows("Note"))
