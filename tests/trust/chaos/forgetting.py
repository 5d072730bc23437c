"""What was taken back is truly gone: after a compaction and a rewrite no file of the store holds it any more.

Every address anybody left is unique. Those nobody has any more must be nowhere on the disk, and neither may a vote of a
ballot that was closed.
"""

from collections.abc import Awaitable, Callable

import msgspec
from redis.asyncio import Redis

from rooms.ballot import Vote
from rooms.festival import AnyCommand
from rooms.goodbye import Address, Agree, Consent
from rooms.kernel import Drop, Put
from server.embedded import Store
from server.journal import Entry, Journal
from server.standing import Standing
from tests.festijn import eventually
from tests.trust.chaos.chronicle import Chronicle

_command = msgspec.msgpack.Decoder(AnyCommand)


def secrets_told(chronicle: Chronicle) -> set[bytes]:
    """Every address, and the row of every vote and consent, that ever came by."""
    told: set[bytes] = set()
    entries = [one if isinstance(one, Entry) else one.entry for one in chronicle.told]
    for commit in (commit for entry in entries for commit in entry.commits):
        command = _command.decode(commit.command)
        if isinstance(command, Agree):
            told.add(command.email.encode())
        for change in commit.facts():
            if isinstance(change, Put) and isinstance(change.record, Vote):
                told.add(change.record.id.encode())
            if isinstance(change, Drop) and change.kind == Consent.__name__:
                told.add(change.id.encode())
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
    """The secrets that were taken back and are still in a file of the store, when all was compacted and rewritten."""
    redis = Redis.from_url(store.url)
    try:
        await redis.config_set("rdbcompression", "no")
        await compact()
        await rewritten(redis)
    finally:
        await redis.aclose()
    tables = (await standing_of(store.url, festival)).tables
    kept = {address.email.encode() for address in tables.all(Address)}
    kept |= {row.id.encode() for kind in (Vote, Consent) for row in tables.all(kind)}
    files = [file.read_bytes() for file in store.data_dir.rglob("*.aof") if file.is_file()]
    files += [file.read_bytes() for file in store.data_dir.rglob("*.rdb") if file.is_file()]
    assert files, f"the store has no files in {store.data_dir}"
    return [one.decode() for one in sorted(secrets_told(chronicle) - kept) if any(one in file for file in files)]


async def rewritten(redis: Redis) -> None:
    """Have the store write its files anew, and wait for it."""

    async def idle() -> bool:
        told = await redis.info("persistence")
        return not told["aof_rewrite_in_progress"] and not told.get("aof_rewrite_scheduled")

    await eventually(idle, within=30)
    await redis.bgrewriteaof()
    await eventually(idle, within=30)
