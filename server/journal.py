"""The journal of one festival: numbered entries in one stream of the store, and the place where it stands.

An entry is added only if the journal still stands where its writer believes it does; otherwise the writer gets the
entries it misses. That one comparison, made inside the store, is why several servers can write at once and all agree
on one history. The first entry is always a snapshot of all tables; what lies before it is gone for good.
"""

import secrets
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any, NamedTuple, Self

import msgspec
from redis.exceptions import RedisError, ResponseError

from rooms.festival import AnyRecord
from rooms.kernel import Change, Drop, Moment, Put, Record
from server.storeline import Script, StoreLine, info

SCHEMA = 1
PAGE = 200
ANSWER_WITHIN = 1.0
"""Seconds the store may take to answer before we say it is away."""

STORE_TROUBLE = (RedisError, OSError, TimeoutError)
"""What any call of the store may raise; the outcome of that call is then unknown."""

APPEND = Script("""
local stands = redis.call('GET', KEYS[2]) or ''
if stands ~= ARGV[1] then
    return {0, redis.call('XRANGE', KEYS[1], ARGV[2], '+', 'COUNT', ARGV[6])}
end
if ARGV[7] == 'snapshot' then
    redis.call('XADD', KEYS[3], ARGV[4], 'e', ARGV[5])
    redis.call('RENAME', KEYS[3], KEYS[1])
else
    redis.call('XADD', KEYS[1], ARGV[4], 'e', ARGV[5])
end
redis.call('SET', KEYS[2], ARGV[3])
return {1, redis.call('TIME')}
""")
"""A snapshot begins a new stream in place of the old one. To trim the old one would not do: the store only marks what
it trims, and keeps its bytes, in memory and on disk, as long as a neighbour in the same block of entries is there."""


class Place(NamedTuple):
    """Where a history stands: `n` counts entries, `mark` was drawn by the writer of entry n.

    Equal places mean equal histories. The epoch changes only when an operator restores a back-up.
    """

    epoch: int
    n: int
    mark: str

    def __str__(self) -> str:
        return f"{self.epoch}.{self.n}.{self.mark}"

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """The place this text tells, or None if it tells none."""
        parts = text.split(".")
        if len(parts) != 3 or not (parts[0].isdecimal() and parts[1].isdecimal()):
            return None
        return cls(int(parts[0][:15]), int(parts[1][:15]), parts[2])


NOWHERE = Place(0, 0, "")


class Commit(msgspec.Struct, frozen=True):
    """One granted wish: who wished what, under which ref, when (ms), and what it changed."""

    ref: str
    by: str
    command: msgspec.Raw
    at: Moment
    changes: list[AnyRecord | tuple[str, str]]

    def facts(self) -> list[Change]:
        """The changes; the journal keeps a put as its record and a drop as kind and id."""
        return [Drop(*fact) if isinstance(fact, tuple) else Put(fact) for fact in self.changes]


class Snapshot(msgspec.Struct, frozen=True):
    """All tables, and the marks of the last entries. `purge_owed` and `at`: see Standing."""

    records: list[AnyRecord]
    past: dict[int, str]
    purge_owed: int = 0
    at: Moment = 0


class Entry(msgspec.Struct, frozen=True):
    """Entry `n`. `after` is the mark of the one before. It holds commits, or a snapshot."""

    n: int
    epoch: int
    mark: str
    after: str
    commits: list[Commit] = []
    snapshot: Snapshot | None = None
    schema: int = SCHEMA

    @property
    def place(self) -> Place:
        return Place(self.epoch, self.n, self.mark)


class NewerSchemaError(Exception):
    """The journal was written by a newer version of Festijn than this one; this process must not go on."""


class ElsewhereError(Exception):
    """The store moved while we looked: look again."""


class EmptiedError(Exception):
    """The store has lost this festival, or part of it: that is for an operator to mend, never for us."""


class _Version(msgspec.Struct):
    schema: int = SCHEMA


_pack = msgspec.msgpack.Encoder().encode
_version = msgspec.msgpack.Decoder(_Version)
_entry = msgspec.msgpack.Decoder(Entry)


def read_entry(raw: bytes) -> Entry:
    """The entry in these bytes; raises NewerSchemaError when a newer version wrote it."""
    if _version.decode(raw).schema > SCHEMA:
        raise NewerSchemaError(f"the journal has schema {_version.decode(raw).schema}, this version knows {SCHEMA}")
    return _entry.decode(raw)


def facts(changes: list[Change]) -> list[Record | tuple[str, str]]:
    """Changes as a commit keeps them."""
    return [change.record if isinstance(change, Put) else (change.kind, change.id) for change in changes]


def new_mark() -> str:
    """A mark nobody else draws (64 bits)."""
    return secrets.token_urlsafe(8)


def keys_of(festival: str) -> tuple[str, str]:
    """The stream and the place of a festival; the braces keep both in one slot of a cluster."""
    return f"festival:{{{festival}}}:journal", f"festival:{{{festival}}}:place"


def rewriting(told: dict[str, str]) -> bool:
    """Whether the store, as its INFO tells, rewrites its file or is about to."""
    return told.get("aof_rewrite_in_progress") == "1" or told.get("aof_rewrite_scheduled") == "1"


class Journal:
    """The store protocol of one festival, over two connections: one that writes and asks, one that waits for news.

    Every call may raise RedisError, OSError or TimeoutError: then the outcome is unknown.
    """

    def __init__(self, url: str, festival: str) -> None:
        self.festival = festival
        self._url = url
        self._stream, self._place = keys_of(festival)
        self._ahead = 0.0
        self._writer: StoreLine | None = None
        self._listener: StoreLine | None = None

    async def connect(self) -> None:
        """Begin with fresh connections."""
        await self.close()
        self._writer, self._listener = StoreLine(self._url), StoreLine(self._url)
        await self._writer.open()
        await self._listener.open()
        self._heard(await self.ask("TIME"))

    async def close(self) -> None:
        """Let go of both connections."""
        lines, self._writer, self._listener = (self._writer, self._listener), None, None
        for one in lines:
            if one is not None:
                await one.close()

    async def ask(self, *words: object) -> Any:
        """One command to the store, on the connection that writes and asks."""
        return await self._writing().ask(*words, within=ANSWER_WITHIN)

    async def run(self, script: Script, keys: Sequence[str], words: Sequence[object]) -> Any:
        """One script inside the store."""
        return await self._writing().run(script, keys, words, within=ANSWER_WITHIN)

    def _writing(self) -> StoreLine:
        if self._writer is None:
            raise ConnectionError("not connected to the store")
        return self._writer

    def now(self) -> Moment:
        """The store's time in ms, reckoned from when it was last heard."""
        return int((time.monotonic() + self._ahead) * 1000)

    def _heard(self, told: Any) -> None:
        self._ahead = int(told[0]) + int(told[1]) / 1_000_000 - time.monotonic()

    async def born(self) -> tuple[str, int]:
        """The id of the store's present run, and how many whole seconds it is up."""
        told = info(await self.ask("INFO", "server"))
        return told["run_id"], int(told["uptime_in_seconds"])

    async def place(self) -> Place | None:
        """Where the journal stands; None when there is none."""
        told = await self.ask("GET", self._place)
        return None if told is None else Place.parse(told.decode())

    async def append(self, stand: Place, entry: Entry) -> list[Entry] | None:
        """Add `entry` if the journal stands at `stand` (a snapshot trims all before it): None when it did.

        Otherwise the entries after `stand`, at most a page of them; possibly none, when the store is behind.
        """
        added, told = await self.run(
            APPEND,
            [self._stream, self._place, f"{self._stream}:new"],
            [
                str(stand) if stand.n else "",
                f"({stand.n}-0",
                str(entry.place),
                f"{entry.n}-0",
                _pack(entry),
                PAGE,
                "snapshot" if entry.snapshot else "commits",
            ],
        )
        if added:
            self._heard(told)
            return None
        return [read_entry(fields[1]) for _, fields in told]

    async def after(self, n: int) -> list[Entry]:
        """The entries after the n-th, at most a page of them."""
        told = await self.ask("XRANGE", self._stream, f"({n}-0", "+", "COUNT", PAGE)
        return [read_entry(fields[1]) for _, fields in told]

    async def beginning(self) -> list[Entry]:
        """The first entry, a snapshot, and at most a page after it; raises EmptiedError when any of these is lost."""
        page = await self.after(0)
        if not page or not page[0].snapshot:
            raise EmptiedError("its journal has no beginning: restore a back-up (bin/festijn restore --from FILE)")
        if any((after.n, after.after) != (entry.n + 1, entry.mark) for entry, after in pairwise(page)):
            raise EmptiedError("its journal has a hole: restore a back-up (bin/festijn restore --from FILE)")
        return page

    async def news(self, n: int, wait: int, known: Callable[[], int] = lambda: 0) -> list[Entry]:
        """As `after`, but waits up to `wait` ms for something to come, on the listening connection.

        What is known by then, such as what we added ourselves while we waited, is not unpacked and left out.
        """
        if self._listener is None:
            raise ConnectionError("not connected to the store")
        asked = ("XREAD", "COUNT", PAGE, "BLOCK", wait, "STREAMS", self._stream, f"{n}-0")
        told = await self._listener.ask(*asked, within=wait / 1000 + ANSWER_WITHIN)
        rows = told[0][1] if told else []
        return [read_entry(fields[1]) for name, fields in rows if int(name.partition(b"-")[0]) > known()]

    async def rewrite(self) -> bool:
        """Ask the store to rewrite its file without what was trimmed; False while an older rewrite still runs.

        Raises ResponseError when this store does not let us, or keeps no such file.
        """
        told = info(await self.ask("INFO", "persistence"))
        if told.get("aof_enabled") != "1":
            raise ResponseError("this store keeps no append-only file")
        if rewriting(told):
            return False
        try:
            await self.ask("BGREWRITEAOF")
        except ResponseError as refusal:
            if "in progress" not in str(refusal):
                raise
            return False  # another process asked between our two words
        return True

    async def rewritten(self) -> bool | None:
        """Whether the rewrite that was asked for went well; None while it runs."""
        told = info(await self.ask("INFO", "persistence"))
        return None if rewriting(told) else told.get("aof_last_bgrewrite_status") == "ok"

    async def purged(self) -> Place:
        """Up to which place the store's file is known to be clean; NOWHERE when that is not known.

        A bare number, as an older version wrote it, tells nothing: numbers may begin anew after a restore.
        """
        told = await self.ask("GET", f"festival:{{{self.festival}}}:purged") or b""
        return Place.parse(told.decode()) or NOWHERE

    async def say_purged(self, place: Place) -> None:
        """Remember that the store's file is clean up to this place."""
        await self.ask("SET", f"festival:{{{self.festival}}}:purged", str(place))
