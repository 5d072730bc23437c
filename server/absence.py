"""Who is gone without saying so: their place at a table is for others.

Every process knows who is at any of them. Somebody who sits in a room and has had no screen anywhere for two minutes
is taken out of it; they find themselves in the hall when they come back. Every process may say so, and the journal
takes the first. While we can't save, or have only just begun, nobody is taken for gone.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Protocol

from rooms.breakout import SendHome
from rooms.kernel import Command, Tables
from rooms.seats import Seat
from server.ambient import COUNTED, Presence, face

GRACE = 120.0
"""Seconds without a screen anywhere after which somebody who sits is gone."""
LOOK_EVERY = 5.0
SAID_WITHIN = 5.0
"""Seconds in which it is to be granted; if not, we look again who is gone by then."""


class Standpoint(Protocol):
    """What is read of a replica."""

    @property
    def tables(self) -> Tables: ...

    @property
    def here(self) -> bool: ...


class Absence:
    """Since when each seated person is nowhere to be seen."""

    def __init__(self, replica: Standpoint, presence: Presence, say: Callable[[Command], Awaitable[object]]) -> None:
        self._replica = replica
        self._presence = presence
        self._say = say
        self._since: dict[str, float] = {}

    async def run(self) -> None:
        """Look who is gone, until cancelled."""
        while True:
            if gone := self._gone():
                with suppress(TimeoutError):
                    async with asyncio.timeout(SAID_WITHIN):
                        await self._say(SendHome(people=gone))
            await asyncio.sleep(LOOK_EVERY)

    def _gone(self) -> tuple[str, ...]:
        """Who sits and has been away for too long."""
        if not self._replica.here:  # nobody can tell us either who is with them
            self._since.clear()
            return ()
        now, faces = asyncio.get_running_loop().time(), self._presence.faces()
        seats = (seat for seat in self._replica.tables.all(Seat) if seat.role in COUNTED)
        self._since = {seat.id: self._since.get(seat.id, now) for seat in seats if face(seat.id) not in faces}
        return tuple(sorted(who for who, since in self._since.items() if now - since >= GRACE))
