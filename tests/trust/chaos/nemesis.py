"""Everything that can go wrong with servers, their store, their network and their clocks, in an order drawn by lot.

A `Nemesis` has a deck with one card or more of each misfortune. It draws, does what the card says, mends what it broke,
waits until every worker says it is ready, and notes when that was. Now and then it draws two at once. A new kind is one
method and one line in `deals`.
"""

import asyncio
import random
import sys
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import NamedTuple

from server.child import end
from server.embedded import Store
from tests.festijn import Worker
from tests.trust.chaos.clock import HOUR, Clock
from tests.trust.chaos.disk import AbsentError, Disk
from tests.trust.chaos.faults import FAULTS, Hurt
from tests.trust.chaos.proxy import Proxy
from tests.trust.chaos.storefaults import StoreFaults, down, freeze, running

PAUSE = (0.3, 2.0)  # seconds between two misfortunes
HEALTHY_WITHIN = 60.0  # seconds
STOP_PATIENCE = 30.0  # seconds a worker may take to see its people off

TOGETHER = 0.2  # how often a second card is drawn with the first
STOPS_STORE = {
    "store killed",
    "store frozen",
    "store gone",
    "store killed while slow",
    "worker and store killed",
    "power cut",
    "lost tail",
    "disk full",
}
NEEDS_STORE = {"compaction", "rewrite"}

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
        self._workers, self._chance = list(workers), chance
        self._front, self._back = list(front), list(back)
        self._disk = disk if isinstance(disk, Disk) else None
        self._store = StoreFaults(disk, chance, gone, self.kills)
        self._clocks: list[Clock] = []
        self.deals = self._deals()

    def _deals(self) -> dict[str, tuple[int, Deed]]:
        """How many cards of each misfortune are in a deck, and what it is."""
        deals: dict[str, tuple[int, Deed]] = {
            "worker killed": (20, self._worker_killed),
            "worker frozen": (3, self._worker_frozen),
            "store killed": (5, self._store.killed),
            "store frozen": (2, self._store.frozen),
            "worker and store killed": (2, self._both_killed),
            "store gone": (1, self._store.gone),
            "store killed while slow": (1, self._store_killed_while_slow),
            "rewrite": (2, self._store.rewrite),
            "rolling restart": (1, self._rolling_restart),
        }
        if self._disk is not None:
            deals |= {
                "power cut": (2, partial(self._power_cut, self._disk)),
                "lost tail": (2, partial(self._store.lost_tail, self._disk)),
                "disk full": (1, partial(self._store.disk_full, self._disk)),
            }
        else:
            self._miss("absent: a disk that may fail, so no power cut, no lost tail, no full disk.")
        try:
            place = self._store.store.data_dir
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
        await self._store.rewrite()
        deck: list[str] = []
        while time.monotonic() < until:
            deck = deck or self.deck()
            await self.meet(*self._draw(deck))
            await asyncio.sleep(self._chance.uniform(*PAUSE))
        await self.all_well()

    def _draw(self, deck: list[str]) -> list[str]:
        """The next card, and now and then one more that may happen at the same time."""
        first = deck.pop()
        if deck and self._chance.random() < TOGETHER and may_meet(first, deck[-1]):
            return [first, deck.pop()]
        return [first]

    async def meet(self, *what: str) -> Misfortune:
        """Let this misfortune happen, or these together; wait until all are ready, and note it."""
        began = time.monotonic()
        await asyncio.gather(*(self.deals[one][1]() for one in what))
        ended = time.monotonic()
        named = " + ".join(what)
        await self.healthy(named)
        met = Misfortune(named, began, ended, time.monotonic())
        self.log.append(met)
        self.counts[named] += 1
        return met

    async def healthy(self, after: str) -> None:
        """Wait until every worker is ready; fails with what went wrong when one has ended or takes too long."""
        until = time.monotonic() + HEALTHY_WITHIN
        while True:
            for number, worker in enumerate(self._workers):
                code = running(worker.process).returncode
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
        await down(self._chance)
        await worker.start()

    async def _worker_frozen(self) -> None:
        await freeze(running(self._one().process), self._chance)

    async def _store_killed_while_slow(self) -> None:
        """Much is decided together while the store takes its time; then what was decided last never gets there."""
        for proxy in self._back:
            proxy.latency(self._chance.uniform(150, 300))
        await asyncio.sleep(self._chance.uniform(0.5, 1.5))
        await self._store.kill()
        for proxy in self._back:
            proxy.well()
        await self._store.start()

    async def _both_killed(self) -> None:
        worker = self._one()
        await asyncio.gather(self._kill(worker), self._store.kill())
        await down(self._chance)
        await self._store.start()
        await worker.start()

    async def _power_cut(self, disk: Disk) -> None:
        await asyncio.gather(*(self._kill(worker) for worker in self._workers))
        await self._store.power_cut(disk)
        await asyncio.gather(*(worker.start() for worker in self._workers))

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

    def _one(self) -> Worker:
        return self._chance.choice(self._workers)

    async def _kill(self, worker: Worker) -> None:
        self.kills["worker"] += 1
        await worker.kill()

    async def _restart(self, worker: Worker) -> None:
        await end(running(worker.process), STOP_PATIENCE)
        await worker.start()


def may_meet(one: str, other: str) -> bool:
    """Whether these two may happen at the same time: they break different things, or one only makes things move."""
    network, moving = [": " in what for what in (one, other)], {one, other} & NEEDS_STORE
    if one == other or (moving and {one, other} & STOPS_STORE):
        return False
    return any(network) or bool(moving)
