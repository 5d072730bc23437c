"""The clock of a festival: says when a round's time is up, and when the minute after it is.

Every process has one and every one may say it; the journal takes the first and the others are refused, so no lease is
needed. The time is the store's, the same for all.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from rooms.breakout import due
from rooms.kernel import Command, Moment, Tables

LONGEST_SLEEP = 30.0
SAY_AGAIN = 1.0
"""Seconds after which time's up is said again, should it have been refused."""


class Timekeeper:
    """Watches the current round. Call `look` after each change of the tables."""

    def __init__(
        self,
        tables: Callable[[], Tables],
        now: Callable[[], Moment],
        say: Callable[[Command], Awaitable[object]],
    ) -> None:
        self._tables = tables
        self._now = now
        self._say = say
        self._changed = asyncio.Event()

    def look(self) -> None:
        """Something may have changed."""
        self._changed.set()

    async def run(self) -> None:
        """Keep time until cancelled."""
        while True:
            self._changed.clear()
            pause = await self._keep()
            with suppress(TimeoutError):
                async with asyncio.timeout(pause):
                    await self._changed.wait()

    async def _keep(self) -> float:
        """Say so if time is up; gives after how many seconds to look again."""
        coming = due(self._tables())
        if coming is None:
            return LONGEST_SLEEP
        when, what = coming
        left = (when - self._now()) / 1000
        if left > 0:
            return min(left + 0.01, LONGEST_SLEEP)
        await self._say(what)
        return SAY_AGAIN
