"""What can go wrong with the store itself: it dies, stands still, stays away, loses its last words or has no room left.

Each is done as a whole: when it returns the store stands again, though nobody need have noticed yet.
"""

import asyncio
import contextlib
import random
import signal
from asyncio.subprocess import Process
from collections import Counter

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError, ResponseError

from server.embedded import Store
from tests.festijn import eventually
from tests.trust.chaos.disk import Disk

DOWN = (0.0, 0.5)  # seconds until what was killed is started again
FROZEN = (0.3, 3.0)  # seconds
TAIL = 64 * 1024  # bytes that a disk which lied may lose


class StoreFaults:
    """The misfortunes of one store, on its disk if that may fail. `gone` is how many seconds it stays away; `kills`
    counts how often it died."""

    def __init__(self, disk: Disk | Store, chance: random.Random, gone: float, kills: Counter[str]) -> None:
        self.store = disk.store if isinstance(disk, Disk) else disk
        self._disk, self._chance, self._gone, self._kills = disk, chance, gone, kills

    async def kill(self) -> None:
        """The store dies, and stays dead."""
        self._kills["store"] += 1
        await self.store.kill()

    async def start(self) -> None:
        """The store is started."""
        await self._disk.start()

    async def killed(self) -> None:
        """The store dies and is soon started again."""
        await self.kill()
        await down(self._chance)
        await self.start()

    async def frozen(self) -> None:
        """The store stands still for a while."""
        await freeze(running(self.store.process), self._chance)

    async def gone(self) -> None:
        """The store stays away for long."""
        await self.kill()
        await asyncio.sleep(self._gone)
        await self.start()

    async def power_cut(self, disk: Disk) -> None:
        """The store loses what was not brought to disk."""
        self._kills["store"] += 1
        await disk.power_cut()
        await self.start()

    async def lost_tail(self, disk: Disk) -> None:
        """The store loses also what its disk said was safe."""
        self._kills["store"] += 1
        await disk.lose_tail(self._chance.randint(1, TAIL))
        await self.start()

    async def disk_full(self, disk: Disk) -> None:
        """The store ends, or says no to every write: that depends on what it promised (appendfsync)."""
        before = disk.refused
        disk.full(self._chance.randint(0, 4096))
        client = self._client()
        while disk.refused == before:  # also when nobody else writes
            with contextlib.suppress(RedisError):
                await client.set("chaos", bytes(4096))
        await client.aclose()
        if self.store.fsync == "always":
            async with asyncio.timeout(10):
                await running(self.store.process).wait()
        disk.room_again()
        if running(self.store.process).returncode is not None:
            await self.start()

    async def rewrite(self) -> None:
        """The store writes its files anew."""
        client = self._client()

        async def done() -> bool:
            return not (await client.info("persistence"))["aof_rewrite_in_progress"]

        try:
            await eventually(done, within=30)
            await client.bgrewriteaof()
            await eventually(done, within=30)
        except ResponseError as problem:
            assert "already in progress" in str(problem), problem
        finally:
            await client.aclose()

    def _client(self) -> Redis:
        return Redis.from_url(self.store.url, retry=Retry(NoBackoff(), 0))


def running(process: Process | None) -> Process:
    """The process of what was started."""
    assert process is not None, "it was never started"
    return process


async def down(chance: random.Random) -> None:
    """Wait as long as what died stays down."""
    await asyncio.sleep(chance.uniform(*DOWN))


async def freeze(process: Process, chance: random.Random) -> None:
    """This process stands still for a while."""
    process.send_signal(signal.SIGSTOP)
    try:
        await asyncio.sleep(chance.uniform(*FROZEN))
    finally:
        process.send_signal(signal.SIGCONT)
