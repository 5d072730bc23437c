"""Making the store forget: after a snapshot trimmed the journal, the store's own file still holds the old words.

The store is asked to write that file anew, and only when a rewrite that *began* after the trim has ended is something
truly gone. On a store that is not ours we may not be allowed to; then we say what is left for its operator to do.
"""

import asyncio

import structlog
from redis.exceptions import ResponseError

from server.journal import STORE_TROUBLE, Journal
from server.standing import Standing

POLL = 0.1
TRY_AGAIN = 30.0
"""Seconds."""

log = structlog.get_logger()


async def purge_owed(journal: Journal, standing: Standing) -> None:
    """Purge until nothing is owed: more may come to be owed meanwhile, and what fails is tried again."""
    try:
        while owed := standing.purge_owed:
            if await journal.purged() >= owed or await purge(journal, owed):
                standing.purge_owed = standing.purge_owed if standing.purge_owed != owed else 0
            else:
                await asyncio.sleep(TRY_AGAIN)
    except ResponseError as refusal:
        log.warning("trimmed words stay in this store's files: that is left to its operator", refusal=str(refusal))
    except STORE_TROUBLE as trouble:
        log.warning("the store's file was not rewritten yet", trouble=type(trouble).__name__)


async def purge(journal: Journal, n: int) -> bool:
    """Have the store's file rewritten, for the snapshot of entry n; whether that went well."""
    while not await journal.rewrite():  # noqa: ASYNC110 - the store tells nobody; it must be asked
        await asyncio.sleep(POLL)
    while (well := await journal.rewritten()) is None:  # noqa: ASYNC110
        await asyncio.sleep(POLL)
    if well:
        await journal.say_purged(n)
    else:
        log.warning("the store could not rewrite its file; is its disk full?")
    return well
