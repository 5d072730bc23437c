"""Making the store forget: after a snapshot trimmed the journal, the store's own file still holds the old words.

The store is asked to write that file anew, and only when a rewrite that *began* after the trim has ended is something
truly gone. On a store that is not ours we may not be allowed to; then we say what is left for its operator to do.
"""

import asyncio

import structlog
from redis.exceptions import RedisError, ResponseError

from server.journal import Journal

POLL = 0.1
TRIES = 3000

log = structlog.get_logger()


async def purge(journal: Journal, n: int) -> bool:
    """Have the store's file rewritten, for the snapshot of entry n; whether it was done."""
    try:
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
