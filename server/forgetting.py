"""What is kept for a time only goes by itself when that time is over.

Every process looks once a minute at the festivals it has open, and every process may say so; the journal takes the
first. The time is the store's. Who was erased and is there all the same, as after an older copy of the store's files
was put back, is erased again before a process that starts with it lets anybody in.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Protocol

from rooms.erasing import EraseAgain, Erased, back_again
from rooms.keeping import Forget, owed
from rooms.kernel import Command, Moment, Tables
from server.judging import Verdict

LOOK_EVERY = 60.0
SAID_WITHIN = 5.0
"""Seconds in which it is to be granted; if not, we look again."""


class Standpoint(Protocol):
    """What is read of a replica."""

    @property
    def tables(self) -> Tables: ...

    @property
    def here(self) -> bool: ...

    def now(self) -> Moment: ...


async def forget(replica: Standpoint, say: Callable[[Command], Awaitable[Verdict]]) -> None:
    """Say so whenever there is something to forget, until cancelled."""
    while True:
        with suppress(TimeoutError):
            async with asyncio.timeout(SAID_WITHIN):
                while replica.here and owed(replica.tables, replica.now()):  # a large hall is forgotten in parts
                    if (await say(Forget())).reason is not None:
                        break
        await asyncio.sleep(LOOK_EVERY)


async def erase_known(
    tables: Tables, known: Callable[[], list[Erased]], say: Callable[[Command], Awaitable[Verdict]]
) -> None:
    """Erase again who is there though the list (`known`, which waits for a disk) has them; raises OSError."""
    for row in await asyncio.to_thread(known):
        if back_again(tables, row):
            await say(EraseAgain(person=row.id, at=row.at, words=row.words, link=row.link))
