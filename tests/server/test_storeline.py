"""A line to the store that is gone stays gone: whoever asks must first find out where the store stands."""

import asyncio

import pytest

from server.embedded import Store
from server.journal import STORE_TROUBLE
from server.storeline import Script, StoreLine


@pytest.fixture
async def line(store: Store) -> StoreLine:
    """An open line."""
    new = StoreLine(store.url)
    await new.open()
    return new


async def test_after_a_time_out_nothing_is_asked_on_another_line(line: StoreLine) -> None:
    assert await line.ask("PING", within=1) == b"PONG"
    with pytest.raises(TimeoutError):
        await line.ask("XREAD", "BLOCK", 5000, "STREAMS", "nothing", "0", within=0.05)
    with pytest.raises(STORE_TROUBLE):
        await line.ask("PING", within=1)
    await line.close()


async def test_who_asks_at_the_same_time_gets_their_own_answer(line: StoreLine) -> None:
    words = [str(number).encode() for number in range(50)]
    assert await asyncio.gather(*(line.ask("ECHO", word, within=1) for word in words)) == words
    await line.close()


async def test_a_script_the_store_does_not_know_is_told_to_it(line: StoreLine) -> None:
    script = Script("return {KEYS[1], ARGV[1]}")
    await line.ask("SCRIPT", "FLUSH", within=1)
    for _ in range(2):
        assert await line.run(script, ["key"], ["word"], within=1) == [b"key", b"word"]
    assert await line.ask("SCRIPT", "EXISTS", script.sha, within=1) == [1]
    await line.close()
