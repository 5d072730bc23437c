"""Putting festivals back into the store from a back-up.

Each goes back in one step that the servers at work may see at any moment: the back-up's tables under a new epoch of
its history. No server takes that for a loss to be healed; each lets go of what it had, also one that was frozen or
away meanwhile, and every screen gets the picture of the back-up within about a second.
"""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from redis.exceptions import ResponseError

from rooms.erasing import Erased, erase_again
from rooms.keeping import Forget, end_again, forget, owed
from rooms.kernel import Put, Tables
from rooms.order import put_out_again, revoke_again
from rooms.people import CLOCK, Link, Person, taken_back
from server.backup import TRIES, Kept, UnreadableError, opened, pack, standing_of, write
from server.erasures import Erasures
from server.journal import NOWHERE, STORE_TROUBLE, Entry, Journal, NewerSchemaError, Place, Snapshot, keys_of, new_mark
from server.purge import purge
from server.register import REGISTER, Listed
from server.settings import Unusable
from server.storeline import Script

LEAP = 1000
"""Numbers left free before the entry that is put back, for what others still add while we try."""

RESTORE = """
local stands, row = redis.call('GET', KEYS[2]) or '', redis.call('HGET', KEYS[4], ARGV[2]) or ''
if stands ~= ARGV[1] or row ~= ARGV[3] then
    return 0
end
redis.call('XADD', KEYS[3], ARGV[5], 'e', ARGV[6])
redis.call('RENAME', KEYS[3], KEYS[1])
redis.call('SET', KEYS[2], ARGV[4])
redis.call('HSET', KEYS[4], ARGV[2], ARGV[7])
return 1
"""
"""As the journal's own script adds a snapshot, and the register's row goes with it: all of it or nothing."""


class Return:
    """One festival of a back-up on its way into the store."""

    def __init__(self, journal: Journal, kept: Kept, erasures: Erasures) -> None:
        self.kept = kept
        self.forgotten = 0
        """How many people of the back-up were erased since, or known for long enough, and do not come back."""
        self.shut = 0
        """How many links that the back-up has open were taken back since, and stay so."""
        self.put_out = 0
        """How many of its people were put out since, and stay out."""
        self._erasures = erasures
        self.present: Kept | None = None
        self.readable: Kept | None = None
        """What could last be read of it."""
        self._journal = journal
        self._there = NOWHERE
        self._row = b""

    @property
    def listed(self) -> bool:
        """Whether there is a list of who was erased."""
        return self._erasures.path.exists()

    async def look(self) -> None:
        """See what the store has of it now. Raises Unusable when it may not be put back there."""
        listed, known = self.kept.listed, self.present.standing if self.present else None
        self._row = await self._journal.ask("HGET", REGISTER, listed.code) or b""
        row = msgspec.json.decode(self._row, type=Listed) if self._row else listed
        if row.id != listed.id:
            raise Unusable(
                f"code {listed.code} is another festival's now ({row.title}); {listed.title} is not put back."
            )
        self.present = None
        try:
            standing = await standing_of(self._journal, known)
        except NewerSchemaError:
            right = "use that version to put a back-up back."
            raise Unusable(f"a newer version of Festijn writes {listed.code} ({listed.title}); {right}") from None
        except UnreadableError:
            self._there = await self._journal.place() or NOWHERE
            return
        self._there = standing.place if standing else NOWHERE
        self.present = Kept(row, standing) if standing else None
        self.readable = self.present or self.readable

    def __str__(self) -> str:
        lost = "nothing that can be read" if self._there.n else "nothing"
        listed = self.kept.listed
        return f"{listed.code}  {listed.title}\n  in the store: {self.present or lost}\n  in the file:  {self.kept}"

    async def put_back(self, keep: Callable[[], None]) -> Place:
        """Put it in the store in one step, at a place that is in nobody's past; gives that place.

        Others may write meanwhile: then look again, and `keep` what is there now before it is replaced. Raises
        Unusable when they never let us through.
        """
        epoch = self._there.epoch
        for _ in range(TRIES):
            if self._there.epoch != epoch:  # somebody else put one back meanwhile
                break
            entry = self._entry()  # anew each time: somebody may have been erased meanwhile
            if await self._put(entry):
                return entry.place
            await self.look()
            keep()
        busy = "changes too fast to put anything back; stop the workers, then do this again."
        raise Unusable(f"{self.kept.listed.code} ({self.kept.listed.title}) {busy}")

    def _entry(self) -> Entry:
        """The snapshot that is put back. Its epoch grows with the clock, so that it is new also to a server that lived
        through an epoch of which an emptied store knows nothing any more."""
        standing = self.kept.standing
        self.forgotten += self._forget(standing.tables)
        self.shut += self._shut(standing.tables)
        self.put_out += self._keep_out(standing.tables)
        n = max(standing.place.n, self._there.n) + LEAP
        epoch = max(standing.place.epoch, self._there.epoch, self._journal.now()) + 1
        snapshot = Snapshot(standing.tables.records(), {}, purge_owed=n, at=standing.last_at)
        return Entry(n, epoch, new_mark(), after="", snapshot=snapshot)

    def _forget(self, tables: Tables) -> int:
        """Have the tables of the back-up forget who was erased since, as the list tells and what is in the store; and
        who would be forgotten today. Gives how many people that are."""
        people, listed = len(tables.all(Person)), self.kept.listed
        try:
            erased = {row.id: row for row in self._erasures.of(listed.id)}
        except OSError as trouble:
            raise Unusable(f"the list of who was erased can't be read: {trouble.strerror}.") from None
        if self.readable:
            erased |= {row.id: row for row in self.readable.standing.tables.all(Erased)}
            tables.apply(end_again(tables, self.readable.standing.tables))
        tables.apply(erase_again(tables, erased.values()))
        while owed(tables, self._journal.now()):
            tables.apply([*forget(tables, Forget(), CLOCK, self._journal.now())])
        return people - len(tables.all(Person))

    def _shut(self, tables: Tables) -> int:
        """Take back in the back-up's tables what links were taken back since; gives how many."""
        since = taken_back(self.readable.standing.tables) if self.readable else []
        open_before = sum(not link.revoked for link in tables.all(Link))
        tables.apply(revoke_again(tables, since))
        return open_before - sum(not link.revoked for link in tables.all(Link))

    def _keep_out(self, tables: Tables) -> int:
        """Put out in the back-up's tables who was put out since; gives how many."""
        since = self.readable.standing.tables.all(Person) if self.readable else []
        changes = put_out_again(tables, since)
        tables.apply(changes)
        return sum(isinstance(change, Put) and isinstance(change.record, Person) for change in changes)

    async def _put(self, entry: Entry) -> bool:
        listed, (stream, place) = self.kept.listed, keys_of(self.kept.listed.id)
        stands = str(self._there) if self._there.n else ""
        row = msgspec.json.encode(listed)
        keys = [stream, place, f"{stream}:new", REGISTER]
        told = [stands, listed.code, self._row, str(entry.place), f"{entry.n}-0", pack(entry), row]
        try:
            return bool(await self._journal.run(Script(RESTORE), keys, told))
        except STORE_TROUBLE as trouble:
            unknown = "it may be back or not; when the store answers again, do this again"
            why = f"the store did not answer ({type(trouble).__name__}) while {listed.title} was put back"
            raise Unusable(f"{why}: {unknown}.") from None

    async def purge(self, place: Place) -> None:
        """Have the store's own file forget what was there before."""
        try:
            await purge(self._journal, place)
        except ResponseError as refusal:
            print(f"what was there before stays in this store's files; that is left to its operator ({refusal})")


@asynccontextmanager
async def returning(url: str, kept: Kept, erasures: Erasures) -> AsyncIterator[Return]:
    """A festival on its way back, with what the store has of it now."""
    async with opened(url, kept.listed.id) as journal:
        one = Return(journal, kept, erasures)
        await one.look()
        yield one


def safety_path(path: Path) -> Path:
    """The file beside a back-up that keeps what is in the store before that back-up is put back."""
    return path.with_name(f"{path.name}.replaced-{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}")


async def put_all_back(returns: Sequence[Return], safety: Path, say: Callable[[str], None]) -> None:
    """Put festivals back one by one, and keep what they replace in the file `safety`: written before the first, and
    again when somebody wrote between that and the last moment. Raises Unusable."""
    present = [one.readable for one in returns if one.readable]
    if present:
        write(safety, present)
        say(f"what is in the store now is kept in {safety}")

    def keep() -> None:
        if present := [one.readable for one in returns if one.readable]:
            write(safety, present, anew=True)

    if returns and not returns[0].listed:
        say("there is no list of who was erased: who was, after this back-up, comes back unless the store knows it")
    for one in returns:
        place = await one.put_back(keep)
        say(f"{one.kept.listed.code}  {one.kept.listed.title}: put back as entry {place.n}")
        if one.forgotten:
            say(f"  {one.forgotten} of its people were erased since, or known for long enough: they did not come back")
        if one.shut:
            say(f"  {one.shut} of its links were taken back since: they stay so, and who came in by them stays out")
        if one.put_out:
            say(f"  {one.put_out} of its people were put out since: they stay out")
        await one.purge(place)
