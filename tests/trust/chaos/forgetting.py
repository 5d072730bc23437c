"""What was taken back is truly gone: no file of the store holds it any more.

Every address and contact anybody left is unique. What was taken back, an address in whose place another came, and the
votes of a ballot that was closed, the processes must make the store forget by themselves. And when we then compact and
rewrite too, all else that nobody has any more must be nowhere on the disk either, such as a vote in whose place another
came.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress

from redis.asyncio import Redis

from rooms.ballot import Vote
from rooms.contacts import Shared
from rooms.festival import SECRET_KINDS
from rooms.goodbye import Address, Consent
from rooms.kernel import Change, Drop, Put
from server.embedded import Store
from server.journal import Entry, Journal
from server.standing import Standing
from tests.festijn import eventually
from tests.trust.chaos.chronicle import Chronicle

FORGETS_WITHIN = 40.0
"""Seconds in which the processes make the store forget; a rewrite that failed is tried again after 30."""

LEAVE_THEIR_ID = {"Address", "Person"}
"""Kinds whose id is somebody's, who may be there still, or of whom it is kept that they were erased."""

READ_EVERY = 0.5
"""Seconds between two looks at the files, which are many megabytes."""


def changes_of(chronicle: Chronicle) -> Iterator[Change]:
    """Every change that ever came by, in order."""
    for one in chronicle.told:
        for commit in (one if isinstance(one, Entry) else one.entry).commits:
            yield from commit.facts()


def reached_by(change: Change) -> bytes | None:
    """How somebody can be reached, when this change tells that."""
    if isinstance(change, Put) and isinstance(change.record, Address):
        return change.record.email.encode()
    if isinstance(change, Put) and isinstance(change.record, Shared):
        return change.record.contact.encode()
    return None


def secrets_dropped(chronicle: Chronicle) -> set[bytes]:
    """Every address and contact that was dropped or overwritten, and the row of every vote, consent and contact that
    was dropped."""
    dropped: set[bytes] = set()
    reached: dict[tuple[str, str], bytes] = {}
    for change in changes_of(chronicle):
        if (new := reached_by(change)) is not None and isinstance(change, Put):
            row = type(change.record).__name__, change.record.id
            before = reached.get(row, new)
            dropped |= {before} if before != new else set()
            reached[row] = new
        if isinstance(change, Drop):
            dropped |= {reached[change.kind, change.id]} if (change.kind, change.id) in reached else set()
            dropped |= {change.id.encode()} if change.kind in SECRET_KINDS - LEAVE_THEIR_ID else set()
    return dropped


def secrets_told(chronicle: Chronicle) -> set[bytes]:
    """Those, and every address, contact and vote that ever came by."""
    told = secrets_dropped(chronicle)
    for change in changes_of(chronicle):
        told |= {new} if (new := reached_by(change)) is not None else set()
        if isinstance(change, Put) and isinstance(change.record, Vote):
            told.add(change.record.id.encode())
    return told


async def standing_of(url: str, festival: str) -> Standing:
    """Where the festival stands, read from its journal."""
    journal, standing = Journal(url, festival), Standing()
    await journal.connect()
    for entry in await journal.after(0):
        if standing.place.n == 0:
            standing.load(entry)
        standing.take(entry)
    await journal.close()
    return standing


async def still_kept(
    store: Store, festival: str, chronicle: Chronicle, compact: Callable[[], Awaitable[None]]
) -> list[str]:
    """The secrets that are still in a file of the store: those the processes did not make it forget by themselves, and
    what remains when all was compacted and rewritten."""
    redis = Redis.from_url(store.url)
    try:
        await redis.config_set("rdbcompression", "no")
        unforgotten = await forgotten_by_itself(store, festival, chronicle)
        await compact()
        await rewritten(redis)
    finally:
        await redis.aclose()
    return [*unforgotten, *in_files(store, secrets_told(chronicle) - await held(store, festival))]


async def forgotten_by_itself(store: Store, festival: str, chronicle: Chronicle) -> list[str]:
    """Wait until the processes made the store forget what was dropped; gives what it still holds when they did not.

    This must come before we compact: our own compaction and rewrite would do their work.
    """
    dropped = secrets_dropped(chronicle) - await held(store, festival)

    async def forgotten() -> bool:
        if there := in_files(store, dropped):
            await asyncio.sleep(READ_EVERY)
        return not there

    with suppress(AssertionError):
        await eventually(forgotten, within=FORGETS_WITHIN)
    return [f"{one}, for the store was never made to forget it" for one in in_files(store, dropped)]


async def held(store: Store, festival: str) -> set[bytes]:
    """The secrets that may be there: of who agrees to something still, and of a ballot that is open."""
    tables = (await standing_of(store.url, festival)).tables
    agreeing = {consent.person for consent in tables.all(Consent)}
    addresses = {address.email.encode() for address in tables.all(Address) if address.id in agreeing}
    contacts = {shared.contact.encode() for shared in tables.all(Shared)}
    return addresses | contacts | {row.id.encode() for kind in (Vote, Consent, Shared) for row in tables.all(kind)}


def in_files(store: Store, secrets: set[bytes]) -> list[str]:
    """Which of these are in a file of the store."""
    files = [file for kind in ("*.aof", "*.rdb") for file in store.data_dir.rglob(kind) if file.is_file()]
    assert files, f"the store has no files in {store.data_dir}"
    found: set[bytes] = set()
    for file in files:
        with suppress(FileNotFoundError):  # a rewrite just took it away
            words = file.read_bytes()
            found |= {one for one in secrets if one in words}
    return [one.decode() for one in sorted(found)]


async def rewritten(redis: Redis) -> None:
    """Have the store write its files anew, and wait for it."""

    async def idle() -> bool:
        told = await redis.info("persistence")
        return not told["aof_rewrite_in_progress"] and not told.get("aof_rewrite_scheduled")

    await eventually(idle, within=30)
    await redis.bgrewriteaof()
    await eventually(idle, within=30)
