"""One festival in one server process: it follows the journal, decides what waits, and answers.

One task does all of it, so the tables change in one place only. Wishes that arrived since the last entry are decided
together on a draft and added as one entry; nobody hears "saved" or "refused" before that entry is in the journal. If
somebody else was first, their entries are taken and ours is decided again, at once. If the store does not answer, the
outcome is unknown: the draft is dropped, and the receipts in the tables will tell what was ours.
"""

import asyncio
from contextlib import suppress

import structlog

from rooms.kernel import Moment, Tables
from server.journal import STORE_TROUBLE, ElsewhereError, EmptiedError, Entry, Journal, NewerSchemaError, Place
from server.judging import Wish, again, judge
from server.listener import Listener
from server.lives import call_off
from server.purge import Purge
from server.standing import Standing
from server.waiting import Waiting

BATCH = 300
IDLE = 0.5
"""Seconds without news after which we ask whether the store still stands where we do."""
QUIET = 1.0
"""Seconds a store that just started is left alone, but for healing."""
COMPACT_AFTER = 2000
COMPACT_AT_LAST = 20_000
"""Entries after which a snapshot is made in a quiet moment; and after which it waits no longer for one."""
OWN_NEWS = 0.05
"""Seconds not to listen after hearing only what we added ourselves: who writes much would else hear each of its own
entries, at the price of one more round trip. What others add meanwhile comes then, or with our next entry's refusal."""

log = structlog.get_logger()


class Replica:
    """One festival's tables in this process, kept equal to the journal."""

    def __init__(self, journal: Journal, listener: Listener) -> None:
        self.journal = journal
        self.here = False
        self.outdated = False
        self.ready = asyncio.Event()
        self._standing = Standing()
        self._listener = listener
        self._waiting = Waiting()
        self._news: list[Entry] = []
        self._wake = asyncio.Event()
        self._eaten = asyncio.Event()
        self._run_id = ""
        self._added_at = 0.0
        self._asked: set[asyncio.Event] = set()
        self._purge = Purge(journal, self._standing)

    @property
    def tables(self) -> Tables:
        """The festival as it is, for whoever only reads."""
        return self._standing.tables

    @property
    def place(self) -> Place:
        """Where the tables stand."""
        return self._standing.place

    def came_by(self, place: Place) -> bool:
        """Whether this place is ours, or in our past."""
        return place == self.place or self._standing.came_by(place)

    def now(self) -> Moment:
        """The store's time (ms), never before anything that was granted."""
        return max(self.journal.now(), self._standing.last_at)

    def submit(self, wish: Wish) -> None:
        """Queue a wish; its `reply` is called once, when the outcome is in the journal."""
        self._waiting.add(wish)
        self._wake.set()

    def withdraw(self, wish: Wish) -> None:
        """Nobody waits for this wish any more."""
        self._waiting.withdraw(wish)

    def leave(self, via: object) -> None:
        """This screen is gone: forget the wishes that wait from it."""
        self._waiting.leave(via)

    @property
    def forgetting(self) -> bool:
        """Whether something was dropped that the journal, or the store's own file, may still hold for a moment."""
        return self._standing.secret_dropped or self._purge.busy

    @property
    def owes(self) -> bool:
        """Whether the store's own file still holds what was dropped: for good, once we are no longer `forgetting`."""
        return bool(self._standing.purge_owed)

    async def current(self) -> None:
        """Wait until the tables hold all that was in the journal when this was asked, as long as that takes."""
        self._asked.add(asked := asyncio.Event())
        self._wake.set()
        try:
            await asked.wait()
        finally:  # also who gave up
            self._asked.discard(asked)

    @property
    def busy(self) -> bool:
        """Whether wishes wait to be decided."""
        return bool(self._waiting)

    async def run(self) -> None:
        """Follow and write the journal until cancelled; lives through any trouble with the store."""
        while True:
            try:
                await self._live()
            except ElsewhereError:
                await asyncio.sleep(0)
            except (NewerSchemaError, EmptiedError) as fault:
                self.outdated = isinstance(fault, NewerSchemaError)
                log.warning("this festival can't go on", festival=self.journal.festival, fault=str(fault))
                self._store_is(False)
                await asyncio.sleep(1)
            except Exception as trouble:  # the store's, as a rule; whatever it is, the festival goes on
                ours = not isinstance(trouble, STORE_TROUBLE)
                if ours:
                    log.exception("trouble of our own", festival=self.journal.festival)
                elif self.here:
                    log.warning("store away", festival=self.journal.festival, trouble=type(trouble).__name__)
                self._store_is(False)
                await asyncio.sleep(1 if ours else 0.05)
            finally:
                with suppress(*STORE_TROUBLE):
                    await self.journal.close()

    async def _live(self) -> None:
        """One life of the connections, from meeting the store to losing it."""
        await self.journal.connect()
        await self._meet()
        self._store_is(True)
        self.ready.set()
        ear = asyncio.create_task(self._listen())
        ear.add_done_callback(lambda _: self._wake.set())
        try:
            while not ear.done():
                await self._turn()
            ear.result()
        finally:
            await call_off(ear)
            await self._purge.stop()
            self._news = []

    async def _listen(self) -> None:
        """Hand over news as it comes; never touches the tables."""
        while True:
            stood = self.place.n
            news = await self.journal.news(stood, wait=1000, known=lambda: self.place.n)
            if not news and self.place.n > stood:
                await asyncio.sleep(OWN_NEWS)
            elif news:
                self._eaten.clear()
                self._news = news
                self._wake.set()
                await self._eaten.wait()

    async def _turn(self) -> None:
        """Wait for something to do, and do it; ask after the store when nothing comes."""
        try:
            async with asyncio.timeout(IDLE):
                await self._wake.wait()
        except TimeoutError:
            await self._check()
            if self.place.n - self._standing.base >= COMPACT_AFTER:
                await self._compact()
        self._wake.clear()
        await self._follow_news()
        if self._asked:
            await self._be_current()
        if self._waiting:
            await self._gather()
            await self._follow_news()
            await self._decide_and_append()
        if self._waiting:
            self._wake.set()
        if self._standing.secret_dropped or self.place.n - self._standing.base >= COMPACT_AT_LAST:
            await self._compact()

    async def _follow_news(self) -> None:
        news, self._news = self._news, []
        await self._follow(news)
        self._eaten.set()

    # -- where does the store stand?

    async def _meet(self) -> None:
        """After every connect: heal, read or adopt; a store that just started gets a second for healing only."""
        run_id, up = await self.journal.born()
        await self._check()
        if run_id != self._run_id and (self._run_id or up < QUIET):
            await asyncio.sleep(QUIET)
            await self._check()
        self._run_id = run_id
        self._purge.begin()

    async def _check(self) -> None:
        """Ask where the store stands, and stand there too when this returns."""
        there = await self.journal.place()
        if there is None:
            raise EmptiedError("the store has lost it: restore a back-up (bin/festijn restore --from FILE)")
        if there == self.place:
            return
        if self._standing.came_by(there):
            await self._heal(there)
        elif there.n > self.place.n:
            await self._catch_up(there.n)
        else:
            await self._adopt()

    async def _be_current(self) -> None:
        asked = set(self._asked)
        await self._check()
        self._asked -= asked
        for one in asked:
            one.set()

    async def _catch_up(self, n: int) -> None:
        while self.place.n < n:
            page = await self.journal.after(self.place.n)
            if not page:
                raise ElsewhereError
            await self._follow(page)

    async def _heal(self, there: Place) -> None:
        """The store lost its last entries: write our tables as a snapshot at our own place."""
        log.warning("healing the store", festival=self.journal.festival, there=str(there), here=str(self.place))
        here, snapshot = self.place, self._standing.snapshot(self.place.n)
        entry = Entry(here.n, here.epoch, here.mark, after="", snapshot=snapshot)
        if await self.journal.append(there, entry) is not None:
            raise ElsewhereError
        self._standing.forget(snapshot)
        self._listener.forgot()
        self._purge.begin()

    async def _follow(self, page: list[Entry]) -> None:
        """Take entries that came after ours; a gap is a snapshot further on our path, or another history."""
        for entry in page:
            if entry.n <= self.place.n:
                continue
            if self._standing.is_next(entry):
                self._take(entry)
            elif self._standing.leads_to(entry):
                self._standing.load(entry)
                self._listener.replaced(other_history=False)
            else:
                await self._adopt()
                return

    async def _adopt(self) -> None:
        """Another history is the store's: take its tables, and hand in again what only we hold."""
        log.warning("adopting the store's history", festival=self.journal.festival, here=str(self.place))
        epoch = self.place.epoch
        page = await self.journal.beginning()
        held = self._standing.load(page[0])
        self._listener.replaced(other_history=True)
        await self._follow(page[1:])
        if self.place.epoch != epoch:
            self._waiting.clear()
            return
        for wish in filter(None, map(again, [commit for entry in held for commit in entry.commits])):
            self._waiting.add_again(wish)
        self._wake.set()

    def _take(self, entry: Entry) -> None:
        steps = self._standing.take(entry)
        if entry.snapshot:
            self._listener.forgot()
        self._listener.took(steps)

    # -- deciding

    async def _gather(self) -> None:
        """Let more wishes come together, if our last entry was only just added: an entry costs the same whether it
        holds one wish or fifty, and nobody sees it before our listener tells. Who was second waits for nothing."""
        early = self._added_at + self._listener.pace() - asyncio.get_running_loop().time()
        if early > 0 and len(self._waiting) < BATCH:
            await asyncio.sleep(early)

    async def _decide_and_append(self) -> None:
        """Decide what waits on a draft, add it as one entry, take it, answer. Leaves the queue if others were first."""
        if any(wish.seen > self.place.n for wish in self._waiting.first(BATCH)):
            await self._follow(await self.journal.after(self.place.n))
        batch = self._waiting.first(BATCH)
        commits, verdicts = judge(self.tables, self.place.n + 1, self.now(), batch)
        if commits:
            entry = self._standing.next(commits)
            missed = await self.journal.append(self.place, entry)
            if missed is not None:
                await self._be_second(missed)
                return
            self._added_at = asyncio.get_running_loop().time()
            self._take(entry)
        self._waiting.answer(batch, verdicts)

    async def _be_second(self, missed: list[Entry]) -> None:
        """Somebody else was first: take what they added, or see where the store stands."""
        self._added_at = 0.0
        await (self._follow(missed) if missed else self._check())

    # -- compaction

    async def _compact(self) -> None:
        """Add a snapshot as the next entry and trim all before it; whoever is first, does it for all."""
        entry = self._standing.next([], self._standing.snapshot(self.place.n + 1))
        missed = await self.journal.append(self.place, entry)
        if missed is not None:
            await self._be_second(missed)
            return
        self._take(entry)
        self._purge.begin()

    def _store_is(self, here: bool) -> None:
        if here != self.here:
            self.here = here
            self._listener.store_is(here)
