"""A round along the festivals that nobody has open: what is kept for a time only ends there too.

Once a day one of the processes goes past all of them, one by one, opens each for a moment and has it forget what it
should. Who does it, the store decides. That is within a day after the promised moment, and not at the very minute.
"""

import asyncio
from collections.abc import Collection

import structlog

from rooms.keeping import Forget, owed
from rooms.people import CLOCK
from server.erasures import Erasures
from server.hall import Hall
from server.journal import STORE_TROUBLE
from server.register import Register

EVERY = 24 * 3600
"""Seconds between two rounds."""
ASK_EVERY = 600.0
"""Seconds after which each process asks whether it is time."""
WITHIN = 60.0
"""Seconds one festival may take; if it takes longer, it goes on the next day."""

log = structlog.get_logger()


async def forget_in(url: str, festival: str, erasures: Erasures) -> int:
    """Open a festival and have it forget what it should; gives in how many entries. Raises TimeoutError."""
    hall, said = Hall(url, festival, erasures), 0
    try:
        async with asyncio.timeout(WITHIN):
            await hall.open()
            while owed(hall.replica.tables, hall.replica.now()):
                if (await hall.wish(Forget(), CLOCK)).reason is not None:
                    break
                said += 1
            await hall.forgotten()
    finally:
        await hall.close()
    return said


async def one_round(url: str, register: Register, erasures: Erasures, open_here: Collection[str]) -> None:
    """Go past every festival that is not open here: those forget by themselves."""
    for listed in await register.all():
        if listed.id in open_here:
            continue
        try:
            if said := await forget_in(url, listed.id, erasures):
                log.info("forgot what was kept for long enough", festival=listed.id, entries=said)
        except TimeoutError:
            log.warning("no time to forget", festival=listed.id)
        except STORE_TROUBLE as trouble:
            log.warning("no round along this festival", festival=listed.id, trouble=type(trouble).__name__)
