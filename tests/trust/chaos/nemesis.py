"""Everything that can go wrong with servers, their store, their network and their clocks, in an order drawn by lot.

A `Nemesis` has a deck with one card or more of each misfortune. It draws, does what the card says, mends what it broke,
waits until every worker says it is ready, and notes when that was. A new kind is one method and one line in `deals`.
"""

import asyncio
import contextlib
import random
import signal
import sys
import time
from asyncio.subprocess import Process
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import NamedTuple

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError, ResponseError

from server.child import end
from server.embedded import Store
from tests.festijn import Worker, eventually
from tests.trust.chaos.clock import HOUR, Clock
from tests.trust.chaos.disk import AbsentError, Disk
from tests.trust.chaos.faults import FAULTS, Hurt
from tests.trust.chaos.proxy import Proxy

PAUSE = (0.3, 2.0)  # seconds between two misfortunes
DOWN = (0.0, 0.5)  # seconds until what was killed is started again
FROZEN = (0.3, 3.0)  # seconds
TAIL = 64 * 1024  # bytes that a disk which lied may lose
HEALTHY_WITHIN = 60.0  # seconds
STOP_PATIENCE = 30.0  # seconds a worker may take to see its people off

Deed = Callable[[], Awaitable[None]]


class Misfortune(NamedTuple):
    """What happened, when it began, when its cause was gone and when all were ready again (all `time.monotonic`)."""

    what: str
    began: float
    ended: float
    healthy_at: float


class Nemesis:
    """Does `workers`, their store and their networks harm. `front` are the proxies between people and workers, `back`
    those between workers and store; `gone` is how many seconds the store stays away when it does.

    With a plain `Store` in place of a `Disk`, what needs the disk is left out. What is left out is in `absent`, and
    said aloud. `log` tells what happened, `counts` how often each, `kills` how often a worker and the store died.
    """

    def __init__(
        self,
        workers: Sequence[Worker],
        disk: Disk | Store,
        *,
        chance: random.Random,
        front: Sequence[Proxy] = (),
        back: Sequence[Proxy] = (),
        gone: float = 30.0,
    ) -> None:
        self.log: list[Misfortune] = []
        self.counts: Counter[str] = Counter()
        self.kills: Counter[str] = Counter()
        self.absent: list[str] = []
        self._workers, self._chance, self._gone = list(workers), chance, gone
        self._front, self._back = list(front), list(back)
        self._disk = disk if isinstance(disk, Disk) else None
        self._store = disk.store if isinstance(disk, Disk) else disk
        self._clocks: list[Clock] = []
        self.deals = self._deals()

    def _deals(self) -> dict[str, tuple[int, Deed]]:
        """How many cards of each misfortune are in a deck, and what it is."""
        deals: dict[str, tuple[int, Deed]] = {
            "worker killed": (20, self._worker_killed),
            "worker frozen": (3, self._worker_frozen),
            "store killed": (5, self._store_killed),
            "store frozen": (2, self._store_frozen),
            "worker and store killed": (2, self._both_killed),
            "store gone": (1, self._store_gone),
            "store killed while slow": (1, self._store_killed_while_slow),
            "rewrite": (2, self._rewrite),
            "rolling restart": (1, self._rolling_restart),
        }
        if self._disk is not None:
            deals |= {
                "power cut": (2, partial(self._power_cut, self._disk)),
                "lost tail": (2, partial(self._lost_tail, self._disk)),
                "disk full": (1, partial(self._disk_full, self._disk)),
            }
        else:
            self._miss("absent: a disk that may fail, so no power cut, no lost tail, no full disk.")
        try:
            place = self._store.data_dir
            self._clocks = [Clock(worker, place / f"clock-{worker.port}") for worker in self._workers]
            deals["clock"] = (2, self._clock)
        except AbsentError as problem:
            self._miss(str(problem))
        for side, proxies in (("people", self._front), ("store", self._back)):
            for fault, hurt in FAULTS.items():
                if proxies:
                    deals[f"{side}: {fault}"] = (1, partial(self._network, proxies, hurt))
            if not proxies:
                self._miss(f"absent: proxies on the side of the {side}, so its network is well.")
        return deals

    def _miss(self, what: str) -> None:
        self.absent.append(what)
        print(what, file=sys.stderr)

    def deck(self) -> list[str]:
        """A shuffled deck of misfortunes, by name."""
        cards = [what for what, (times, _) in self.deals.items() for _ in range(times)]
        self._chance.shuffle(cards)
        return cards

    async def run(self, until: float) -> None:
        """One misfortune after the other until then (`time.monotonic`); in the end all is well. Fails when a process
        ends that should not, or is not ready in time."""
        # What was there before is put in the store's base file: a lost tail takes only what was said since.
        await self._rewrite()
        deck: list[str] = []
        while time.monotonic() < until:
            deck = deck or self.deck()
            await self.meet(deck.pop())
            await asyncio.sleep(self._chance.uniform(*PAUSE))
        await self.all_well()

    async def meet(self, what: str) -> Misfortune:
        """Let this misfortune happen, wait until all are ready, and note it."""
        began = time.monotonic()
        await self.deals[what][1]()
        ended = time.monotonic()
        await self.healthy(what)
        met = Misfortune(what, began, ended, time.monotonic())
        self.log.append(met)
        self.counts[what] += 1
        return met

    async def healthy(self, after: str) -> None:
        """Wait until every worker is ready; fails with what went wrong when one has ended or takes too long."""
        until = time.monotonic() + HEALTHY_WITHIN
        while True:
            for number, worker in enumerate(self._workers):
                code = _running(worker.process).returncode
                assert code is None, f"after {after!r} worker {number} ended by itself, with exit code {code}"
            ready = await asyncio.gather(*(worker.ready() for worker in self._workers))
            if all(ready):
                return
            assert time.monotonic() < until, f"{HEALTHY_WITHIN} s after {after!r} not every worker is ready: {ready}"
            await asyncio.sleep(0.05)

    async def all_well(self) -> None:
        """Mend everything, and wait until every worker is ready."""
        for proxy in (*self._front, *self._back):
            proxy.well()
        for clock, worker in zip(self._clocks, self._workers, strict=False):
            if clock.wrong:
                clock.right()
                await self._restart(worker)
        await self.healthy("everything")

    async def _worker_killed(self) -> None:
        await self._kill(worker := self._one())
        await self._down()
        await worker.start()

    async def _worker_frozen(self) -> None:
        await self._freeze(_running(self._one().process))

    async def _store_killed(self) -> None:
        await self._kill_store()
        await self._down()
        await self._start_store()

    async def _store_killed_while_slow(self) -> None:
        """Much is decided together while the store takes its time; then what was decided last never gets there."""
        for proxy in self._back:
            proxy.latency(self._chance.uniform(150, 300))
        await asyncio.sleep(self._chance.uniform(0.5, 1.5))
        await self._kill_store()
        for proxy in self._back:
            proxy.well()
        await self._start_store()

    async def _store_frozen(self) -> None:
        await self._freeze(_running(self._store.process))

    async def _store_gone(self) -> None:
        await self._kill_store()
        await asyncio.sleep(self._gone)
        await self._start_store()

    async def _both_killed(self) -> None:
        worker = self._one()
        await asyncio.gather(self._kill(worker), self._kill_store())
        await self._down()
        await self._start_store()
        await worker.start()

    async def _power_cut(self, disk: Disk) -> None:
        await asyncio.gather(*(self._kill(worker) for worker in self._workers))
        self.kills["store"] += 1
        await disk.power_cut()
        await self._start_store()
        await asyncio.gather(*(worker.start() for worker in self._workers))

    async def _lost_tail(self, disk: Disk) -> None:
        self.kills["store"] += 1
        await disk.lose_tail(self._chance.randint(1, TAIL))
        await self._start_store()

    async def _disk_full(self, disk: Disk) -> None:
        """The store ends, or says no to every write: that depends on what it promised (appendfsync)."""
        before = disk.refused
        disk.full(self._chance.randint(0, 4096))
        client = self._client()
        while disk.refused == before:  # also when nobody else writes
            with contextlib.suppress(RedisError):
                await client.set("chaos", bytes(4096))
        await client.aclose()
        if self._store.fsync == "always":
            async with asyncio.timeout(10):
                await _running(self._store.process).wait()
        disk.room_again()
        if _running(self._store.process).returncode is not None:
            await self._start_store()

    async def _rewrite(self) -> None:
        client = self._client()

        async def done() -> bool:
            return not (await client.info("persistence"))["aof_rewrite_in_progress"]

        try:
            await eventually(done, within=30)
            await client.bgrewriteaof()
            await eventually(done, within=30)
        except ResponseError as problem:
            assert "already in progress" in str(problem), problem
        finally:
            await client.aclose()

    async def _rolling_restart(self) -> None:
        for worker in self._workers:
            await self._restart(worker)

    async def _clock(self) -> None:
        """A clock goes wrong by an hour and then jumps; when one is wrong already, it is put right."""
        wrong = [number for number, clock in enumerate(self._clocks) if clock.wrong]
        number = wrong[0] if wrong else self._chance.randrange(len(self._workers))
        clock, error = self._clocks[number], self._chance.choice([HOUR, -HOUR])
        clock.right() if wrong else clock.off_by(error)
        await self._restart(self._workers[number])
        if not wrong:
            await asyncio.sleep(self._chance.uniform(1, 3))
            clock.off_by(-error)

    async def _network(self, proxies: list[Proxy], hurt: Hurt) -> None:
        hit = proxies if self._chance.random() < 0.25 else [self._chance.choice(proxies)]
        try:
            await asyncio.gather(*(hurt(proxy, self._chance) for proxy in hit))
        finally:
            for proxy in hit:
                proxy.well()

    def _client(self) -> Redis:
        return Redis.from_url(self._store.url, retry=Retry(NoBackoff(), 0))

    def _one(self) -> Worker:
        return self._chance.choice(self._workers)

    async def _down(self) -> None:
        await asyncio.sleep(self._chance.uniform(*DOWN))

    async def _kill(self, worker: Worker) -> None:
        self.kills["worker"] += 1
        await worker.kill()

    async def _kill_store(self) -> None:
        self.kills["store"] += 1
        await self._store.kill()

    async def _start_store(self) -> None:
        await (self._disk or self._store).start()

    async def _restart(self, worker: Worker) -> None:
        await end(_running(worker.process), STOP_PATIENCE)
        await worker.start()

    async def _freeze(self, process: Process) -> None:
        process.send_signal(signal.SIGSTOP)
        try:
            await asyncio.sleep(self._chance.uniform(*FROZEN))
        finally:
            process.send_signal(signal.SIGCONT)


def _running(process: Process | None) -> Process:
    assert process is not None, "it was never started"
    return process
