"""What is in the air but never written down: how many people are here, and how they clap.

Every server process tells the others, by the store's channels, who is with it and how often people clapped there; each
adds it all up. A process that dies is forgotten within ten seconds. Somebody with two tabs counts once. Claps sound for
a few seconds. Above a hundred a number is told by tens.
"""

import asyncio
import secrets
import struct
import zlib
from collections import deque
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from rooms.people import Role
from server.journal import STORE_TROUBLE
from server.storeline import connection

TELL_EVERY = 3.0
FORGET_AFTER = 8.0
"""Seconds after which a process that says nothing is taken for dead."""
TRY_AGAIN = 0.5
"""Seconds between two tellings at least, and before a lost connection is made again."""
COUNTED = frozenset({Role.PARTICIPANT, Role.LEAD})
"""Whom processes tell each other of; who leads the day does not count."""
EXACT_UP_TO = 100
SOUNDS = 3.0
"""Seconds that a clap is heard."""
ONE_SOUND = 0.1
"""Seconds within which claps count as one sound, so that a storm of them takes no room."""
MOST_CLAPS = 2**32 - 1
HEAD = struct.Struct("<8sI")
"""How a telling begins: which process, and how often people clapped there since it last told. Then its people."""


def coarse(number: int) -> int:
    """Exact to a hundred, then by tens."""
    return number if number <= EXACT_UP_TO else number // 10 * 10


def face(person: str) -> int:
    """A person as processes tell each other of them: 32 bits, which is enough to count people."""
    return zlib.crc32(person.encode())


class Applause:
    """The claps of the last seconds."""

    def __init__(self) -> None:
        self._claps: deque[list[float]] = deque()

    def add(self, claps: int, now: float) -> None:
        """People clapped so often at this moment (seconds)."""
        if self._claps and now - self._claps[-1][0] < ONE_SOUND:
            self._claps[-1][1] += claps
        else:
            self._claps.append([now, claps])

    def count(self, now: float) -> int:
        """How many claps are still heard."""
        while self._claps and now - self._claps[0][0] >= SOUNDS:
            self._claps.popleft()
        return int(sum(claps for _, claps in self._claps))


class Presence:
    """Who is here and how they clap, over all processes."""

    def __init__(self, url: str, festival: str) -> None:
        self.process = secrets.token_bytes(8)
        self._url = url
        self._channel = f"festival:{{{festival}}}:presence"
        self._here: set[int] = set()
        self._others: dict[bytes, tuple[set[int], float]] = {}
        self._changed = asyncio.Event()
        self._applause = Applause()
        self._untold = 0

    def local(self, people: Iterable[str]) -> None:
        """These people are with this process now."""
        here = {face(person) for person in people}
        if here != self._here:
            self._here = here
            self._changed.set()

    def faces(self) -> set[int]:
        """Everybody who is here, at any process."""
        now = asyncio.get_running_loop().time()
        self._others = {who: told for who, told in self._others.items() if told[1] > now}
        return self._here.union(*(people for people, _ in self._others.values()))

    def count(self) -> int:
        """How many different people are here."""
        return len(self.faces())

    def clap(self) -> None:
        """Somebody with this process claps."""
        self._applause.add(1, asyncio.get_running_loop().time())
        self._untold += 1
        self._changed.set()

    def applause(self) -> int:
        """How often people clapped in the last seconds, over all processes."""
        return self._applause.count(asyncio.get_running_loop().time())

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
        claps, self._untold = self._untold, 0
        await mouth.publish(self._channel, HEAD.pack(self.process, min(claps, MOST_CLAPS)) + people)
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
        if len(told) < HEAD.size or len(told) % 4 or told.startswith(self.process):
            return
        (who, claps), people = HEAD.unpack_from(told), told[HEAD.size :]
        now = asyncio.get_running_loop().time()
        self._others[who] = (set(struct.unpack(f"<{len(people) // 4}I", people)), now + FORGET_AFTER)
        if claps:
            self._applause.add(claps, now)
