"""What is in the air but never written down: how many people are here.

Every server process tells the others, by the store's channels, who is with it; each adds it all up. A process that
dies is forgotten within ten seconds. Somebody with two tabs counts once. Above a hundred the number is told by tens.
"""

import asyncio
import secrets
import struct
import zlib
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from server.journal import STORE_TROUBLE
from server.storeline import connection

TELL_EVERY = 3.0
FORGET_AFTER = 8.0
"""Seconds after which a process that says nothing is taken for dead."""
TRY_AGAIN = 0.5
"""Seconds between two tellings at least, and before a lost connection is made again."""
EXACT_UP_TO = 100


def coarse(number: int) -> int:
    """Exact to a hundred, then by tens."""
    return number if number <= EXACT_UP_TO else number // 10 * 10


class Presence:
    """Who is here, over all processes: people as 32-bit hashes, which is enough to count them."""

    def __init__(self, url: str, festival: str) -> None:
        self.process = secrets.token_bytes(8)
        self._url = url
        self._channel = f"festival:{{{festival}}}:presence"
        self._here: set[int] = set()
        self._others: dict[bytes, tuple[set[int], float]] = {}
        self._changed = asyncio.Event()

    def local(self, people: Iterable[str]) -> None:
        """These people are with this process now."""
        here = {zlib.crc32(person.encode()) for person in people}
        if here != self._here:
            self._here = here
            self._changed.set()

    def count(self) -> int:
        """How many different people are here."""
        now = asyncio.get_running_loop().time()
        self._others = {who: told for who, told in self._others.items() if told[1] > now}
        return len(self._here.union(*(people for people, _ in self._others.values())))

    async def tell(self) -> None:
        """Tell the other processes who is here, until cancelled."""
        while True:
            with suppress(*STORE_TROUBLE):
                async with connection(self._url, answer_within=1.0) as mouth:
                    while True:
                        await self._tell_when_due(mouth)
            await asyncio.sleep(TRY_AGAIN)

    async def _tell_when_due(self, mouth: Any) -> None:
        self._changed.clear()
        people = struct.pack(f"<{len(self._here)}I", *self._here)
        await mouth.publish(self._channel, self.process + people)
        await asyncio.sleep(TRY_AGAIN)
        with suppress(TimeoutError):
            async with asyncio.timeout(TELL_EVERY):
                await self._changed.wait()

    async def hear(self) -> None:
        """Hear who is with the other processes, until cancelled."""
        while True:
            with suppress(*STORE_TROUBLE):
                async with connection(self._url, answer_within=None) as ear, ear.pubsub() as channel:
                    await channel.subscribe(self._channel)
                    async for told in channel.listen():
                        if told["type"] == "message":
                            self._heard(told["data"])
            await asyncio.sleep(TRY_AGAIN)

    def _heard(self, told: bytes) -> None:
        who, people = told[:8], told[8:]
        if who != self.process and len(people) % 4 == 0:
            until = asyncio.get_running_loop().time() + FORGET_AFTER
            self._others[who] = (set(struct.unpack(f"<{len(people) // 4}I", people)), until)
