"""Making the store forget: after a snapshot trimmed the journal, the store's own file still holds the old words.

The store is asked to write that file anew, and only when a rewrite that *began* after the trim has ended is something
truly gone. On a store that is not ours we may not be allowed to; then we say what is left for its operator to do.
"""

import asyncio

import structlog
from redis.exceptions import RedisError, ResponseError

from server.journal import Journal
from server.standing import Standing

POLL = 0.1
TRIES = 3000

log = structlog.get_logger()


async def purge_owed(journal: Journal, standing: Standing) -> None:
    """Purge until nothing is owed: more may come to be owed while the store rewrites its file."""
    while owed := standing.purge_owed:
        if not await purge(journal, owed):
            return
        if standing.purge_owed == owed:
            standing.purge_owed = 0


async def purge(journal: Journal, n: int) -> bool:
    """Have the store's file rewritten, for the snapshot of entry n, unless it was before; whether it is done."""
    try:
        if await journal.purged() >= n:
            return True
        for _ in range(TRIES):
            if await journal.rewrite():
                break
            await asyncio.sleep(POLL)
        for _ in range(TRIES):
            if await journal.rewritten():
                await journal.say_purged(n)
                return True
            await asyncio.sleep(POLL)
    except ResponseError:
        log.warning("this store does not let us rewrite its file: trimmed words stay in it until its operator does")
    except (RedisError, OSError, TimeoutError) as trouble:
        log.warning("the store's file was not rewritten yet", trouble=type(trouble).__name__)
    return False
