"""Long tasks of a process: kept going through faults of our own, and only over when they say so themselves."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

AGAIN_AFTER = 1.0
"""Seconds before a task that failed begins again."""

log = structlog.get_logger()


async def kept(life: Callable[[], Awaitable[None]]) -> None:
    """Live this life, again when it fails, until cancelled."""
    while True:
        try:
            return await life()
        except Exception:
            log.exception("a task failed and begins again", task=getattr(life, "__qualname__", ""))
            await asyncio.sleep(AGAIN_AFTER)


async def call_off(task: asyncio.Task[None]) -> None:
    """Cancel a task until it has ended: before Python 3.12 `asyncio.wait_for`, in the store's client, may lose one."""
    while not task.done():
        task.cancel()
        await asyncio.wait([task], timeout=0.1)
    if not task.cancelled():
        task.exception()  # told by whoever waited for it; here nobody does
