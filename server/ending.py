"""Ending what was begun: a task is only over when it says so itself."""

import asyncio


async def call_off(task: asyncio.Task[None]) -> None:
    """Cancel a task until it has ended: before Python 3.12 `asyncio.wait_for`, in the store's client, may lose one."""
    while not task.done():
        task.cancel()
        await asyncio.wait([task], timeout=0.1)
    if not task.cancelled():
        task.exception()  # told by whoever waited for it; here nobody does
