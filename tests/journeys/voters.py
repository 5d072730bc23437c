"""A hall of people whom nobody looks at closely: phones that write and vote, and come back whatever happens."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

from socketio.exceptions import SocketIOError

from tests.phone import Phone

LOOK_AFTER = 0.2


async def _stay(phone: Phone) -> None:
    """Connect again whenever the line is gone."""
    while True:
        await asyncio.sleep(LOOK_AFTER)
        if not phone.sio.connected:
            await _tidy(phone)
            with contextlib.suppress(SocketIOError, TimeoutError):
                await phone.connect()


async def _tidy(phone: Phone) -> None:
    """Close what a stock client leaves open when its line breaks."""
    if phone.sio.eio.http is not None:
        await phone.sio.eio.http.close()


@contextlib.asynccontextmanager
async def hall_of(count: int, base: str, code: str, name: str = "Stem") -> AsyncIterator[list[Phone]]:
    """So many participants with a phone, called "Stem 1" and on."""
    phones = await asyncio.gather(*(Phone.come_in(base, code, f"{name} {at}") for at in range(1, count + 1)))
    for phone in phones:
        # Of its own accord a stock client gives up once it is refused, as it is while the store is away.
        phone.sio.reconnection = False
    await asyncio.gather(*(phone.connect() for phone in phones))
    staying = [asyncio.create_task(_stay(phone)) for phone in phones]
    try:
        yield phones
    finally:
        for task in staying:
            task.cancel()
        await asyncio.gather(*staying, return_exceptions=True)
        await asyncio.gather(*(phone.leave() for phone in phones))
        await asyncio.gather(*(_tidy(phone) for phone in phones))
