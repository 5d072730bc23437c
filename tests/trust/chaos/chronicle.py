"""The journal of a festival, written down as it comes, while it is cut, rewritten, compacted and restored.

What was once in the journal is kept here also when a snapshot took its place. Where the journal went on without
entries we saw, those are set apart with what came in their stead: that may only be an operator's restore.
"""

import asyncio
import time
from contextlib import suppress
from dataclasses import dataclass

from server.journal import NOWHERE, STORE_TROUBLE, Entry, Journal, Place


@dataclass(frozen=True)
class Leap:
    """The journal went on from entry `entry`, a snapshot, though we stood further or elsewhere at `stood`. `at` is when
    we saw it (ms since 1970)."""

    stood: Place
    back_to: int
    entry: Entry
    at: float


class Chronicle:
    """Every entry in order; a `Leap` where the order was broken."""

    def __init__(self, url: str, festival: str) -> None:
        self.told: list[Entry | Leap] = []
        self.place = NOWHERE
        self._marks: dict[int, str] = {}
        self._journal = Journal(url, festival)

    async def write(self) -> None:
        """Follow the journal until called off, through any trouble with the store."""
        try:
            while True:
                with suppress(*STORE_TROUBLE):
                    await self._journal.connect()
                    while True:
                        await self.catch_up(wait=100)
                await asyncio.sleep(0.01)
        finally:
            await self._journal.close()

    async def catch_up(self, wait: int = 1) -> None:
        """Take what is new; waits up to `wait` ms for something."""
        for entry in await self._journal.news(self.place.n, wait):
            if entry.n != self.place.n + 1 or entry.after != self.place.mark:
                await self._look_back()
                return
            self._add(entry)
        there = await self._journal.place()
        if there is not None and there != self.place and there.n <= self.place.n:
            await self._look_back()

    def _add(self, entry: Entry) -> None:
        self.told.append(entry)
        self._stand(entry)

    def _stand(self, entry: Entry) -> None:
        self.place = entry.place
        self._marks[entry.n] = entry.mark

    async def _look_back(self) -> None:
        """The journal is not where we left it: read it from its first entry, and see where the two part."""
        page = await self._journal.after(0)
        if not page or page[0].snapshot is None:
            return
        first = page[0]
        if self._marks.get(first.n) != first.mark:
            past = first.snapshot.past
            back_to = max((n for n, mark in past.items() if self._marks.get(n) == mark), default=0)
            self.told.append(Leap(self.place, back_to, first, time.time() * 1000))
            self._stand(first)
        self._follow(page[1:])

    def _follow(self, page: list[Entry]) -> None:
        for entry in page:
            if self._marks.get(entry.n) == entry.mark and entry.n <= self.place.n:
                continue
            if entry.n <= self.place.n or entry.after != self.place.mark:
                self.told.append(Leap(self.place, entry.n - 1, entry, time.time() * 1000))
                self._stand(entry)
            else:
                self._add(entry)
