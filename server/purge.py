"""Making the store forget: after a snapshot trimmed the journal, the store's own file still holds the old words.

The store is asked to write that file anew, and only when a rewrite that *began* after the trim has ended is something
truly gone. On a store that is not ours we may not be allowed to; then we say what is left for its operator to do.
"""

import asyncio

import structlog
from redis.exceptions import ResponseError

from server.journal import STORE_TROUBLE, Journal, Place
from server.lives import call_off
from server.standing import Standing

POLL = 0.1
TRY_AGAIN = 30.0
"""Seconds."""

log = structlog.get_logger()


class Purge:
    """The making-forget of one festival, at most one at a time, beside all else."""

    def __init__(self, journal: Journal, standing: Standing) -> None:
        self._journal = journal
        self._standing = standing
        self._life: asyncio.Task[None] | None = None

    @property
    def busy(self) -> bool:
        """Whether the store's file is being written anew."""
        return self._life is not None and not self._life.done()

    def begin(self) -> None:
        """Have the store forget what is owed, if anything is."""
        if self._standing.purge_owed and not self.busy:
            self._life = asyncio.create_task(purge_owed(self._journal, self._standing))

    async def stop(self) -> None:
        """Stop asking the store; what is owed stays owed."""
        if self._life is not None:
            await call_off(self._life)


async def purge_owed(journal: Journal, standing: Standing) -> None:
    """Purge until nothing is owed: more may come to be owed meanwhile, and what fails is tried again."""
    try:
        while standing.purge_owed:
            standing.is_clean(await journal.purged())
            if standing.purge_owed and not await purge(journal, standing.place):
                await asyncio.sleep(TRY_AGAIN)
    except ResponseError as refusal:
        log.warning("trimmed words stay in this store's files: that is left to its operator", refusal=str(refusal))
    except STORE_TROUBLE as trouble:
        log.warning("the store's file was not rewritten yet", trouble=type(trouble).__name__)


async def purge(journal: Journal, place: Place) -> bool:
    """Have the store's file rewritten, for all that was trimmed up to this place; whether that went well."""
    while not await journal.rewrite():  # noqa: ASYNC110 - the store tells nobody; it must be asked
        await asyncio.sleep(POLL)
    while (well := await journal.rewritten()) is None:  # noqa: ASYNC110
        await asyncio.sleep(POLL)
    if well:
        await journal.say_purged(place)
    else:
        log.warning("the store could not rewrite its file; is its disk full?")
    return well
