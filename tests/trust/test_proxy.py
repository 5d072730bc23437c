"""The bad network of `bin/chaos` does what it says: without that, surviving it would prove nothing."""

import asyncio
import random
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import pytest_asyncio

from tests.festijn import eventually
from tests.trust.chaos.proxy import Proxy

Line = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Parrot:
    """A server that says everything back, and keeps what it heard."""

    def __init__(self) -> None:
        self.heard = b""
        self.reading = asyncio.Event()
        self.reading.set()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while await self.reading.wait() and (data := await reader.read(4096)):
                self.heard += data
                writer.write(data)
                await writer.drain()
        except ConnectionError:
            pass
        finally:
            writer.close()


@pytest_asyncio.fixture
async def parrot() -> Parrot:
    return Parrot()


@pytest_asyncio.fixture
async def proxy(parrot: Parrot) -> AsyncIterator[Proxy]:
    server = await asyncio.start_server(parrot.serve, "127.0.0.1", 0)
    async with Proxy("tcp", server.sockets[0].getsockname(), random.Random(1)) as made:
        yield made
    server.close()


@asynccontextmanager
async def calling(proxy: Proxy) -> AsyncIterator[Line]:
    """A connection through the proxy, ended without a goodbye."""
    if isinstance(proxy.address, Path):
        line = await asyncio.open_unix_connection(proxy.address)
    else:
        line = await asyncio.open_connection(*proxy.address)
    try:
        yield line
    finally:
        line[1].transport.abort()


async def said(line: Line, words: bytes, within: float = 2.0) -> bytes:
    """What comes back to these words."""
    line[1].write(words)
    async with asyncio.timeout(within):
        return await line[0].readexactly(len(words))


async def broken(line: Line) -> bool:
    """Whether it breaks, with a reset, within a moment."""
    try:
        async with asyncio.timeout(2):
            await line[0].read(1)
    except ConnectionResetError:
        return True
    return False


async def unheard(line: Line, words: bytes) -> bool:
    """Whether nothing comes back to these words, while the connection stays."""
    try:
        await said(line, words, within=0.2)
    except TimeoutError:
        return not line[0].at_eof()
    return False


async def test_a_network_that_is_well_passes_everything_and_tells_both_when_one_leaves(
    proxy: Proxy, tmp_path: Path
) -> None:
    words = random.Random(2).randbytes(1_000_000)
    async with Proxy(tmp_path / "door", proxy.address) as second:
        async with calling(second) as line:
            assert await said(line, words) == words
            assert len(proxy.links) == len(second.links) == 1
        await eventually(lambda: not proxy.links and not second.links)


async def test_latency_keeps_the_order(proxy: Proxy) -> None:
    async with calling(proxy) as line:
        proxy.latency(50, jitter=30)
        began = time.monotonic()
        words = [f"{number:04}".encode() for number in range(20)]
        for word in words:
            line[1].write(word)
            await asyncio.sleep(0)
        assert await said(line, b"last") == words[0]
        assert time.monotonic() - began > 0.1
        assert await line[0].readexactly(80) == b"".join(words[1:]) + b"last"
        proxy.well()
        began = time.monotonic()
        assert await said(line, b"fast") == b"fast"
        assert time.monotonic() - began < 0.05


@pytest.mark.parametrize("way", ["up", "down"])
async def test_a_silent_cut_swallows_one_direction_and_breaks_what_missed_bytes_when_it_ends(
    proxy: Proxy, parrot: Parrot, way: str
) -> None:
    async with calling(proxy) as line, calling(proxy) as lucky:
        assert await said(lucky, b"hello") == b"hello"
        assert await said(line, b"hello") == b"hello"
        proxy.cut("up" if way == "up" else "down")
        assert await unheard(line, b"swallowed")
        assert (b"swallowed" in parrot.heard) == (way == "down")
        proxy.well()
        assert await broken(line)
        assert await said(lucky, b"still here") == b"still here"


async def test_lost_replies_are_of_requests_that_arrived(proxy: Proxy, parrot: Parrot) -> None:
    async with calling(proxy) as line:
        losing = asyncio.create_task(proxy.lose_replies(0.3))
        await asyncio.sleep(0)
        assert await unheard(line, b"a request")
        assert parrot.heard == b"a request"
        await losing
        assert await broken(line)
    async with calling(proxy) as again:
        assert await said(again, b"hello") == b"hello"


async def test_a_reset_breaks_all_that_are_there_and_a_refusal_all_that_come(proxy: Proxy) -> None:
    async with calling(proxy) as line, calling(proxy) as other:
        assert await said(line, b"hello") == await said(other, b"hello")
        proxy.refuse()
        assert await said(line, b"hello") == b"hello"
        async with calling(proxy) as late:
            assert await broken(late)
        proxy.well()
        proxy.reset()
        for there in (line, other):
            assert await broken(there)
        assert not proxy.links
    async with calling(proxy) as again:
        assert await said(again, b"hello") == b"hello"


async def test_a_slow_drip_lets_so_many_bytes_through_and_the_speaker_waits(proxy: Proxy) -> None:
    async with calling(proxy) as line:
        proxy.drip(100)
        began = time.monotonic()
        assert await said(line, bytes(400)) == bytes(400)
        assert 0.2 <= time.monotonic() - began < 1
        line[1].write(bytes(8_000_000))
        await asyncio.sleep(0.2)
        assert line[1].transport.get_write_buffer_size() > 1_000_000, "the proxy takes all it is given"
        proxy.well()
        await line[0].readexactly(8_000_000)


async def test_who_does_not_read_makes_the_speaker_wait_also_when_the_network_is_well(
    proxy: Proxy, parrot: Parrot
) -> None:
    async with calling(proxy) as line:
        assert await said(line, b"hello") == b"hello"
        parrot.reading.clear()
        line[1].write(bytes(32_000_000))
        await asyncio.sleep(0.3)
        assert line[1].transport.get_write_buffer_size() > 1_000_000, "the proxy takes all it is given"
        parrot.reading.set()


async def test_nobody_there_breaks_the_call(tmp_path: Path) -> None:
    async with Proxy("tcp", tmp_path / "nobody") as proxy, calling(proxy) as line:
        assert await broken(line)


async def test_bad_luck_is_drawn_per_connection(proxy: Proxy) -> None:
    async with Proxy("tcp", proxy.address, random.Random(3), odds=0.5) as unlucky:
        treated = []
        for _ in range(20):
            async with calling(unlucky):
                await eventually(lambda: unlucky.links)
                treated.append(next(iter(unlucky.links)).weather)
            unlucky.reset()
            await eventually(lambda: not unlucky.links)
        assert len(set(treated)) == 3
