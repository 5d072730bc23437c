"""One run of chaos: everything is started, everybody comes, things go wrong until it is time; then it is checked."""

import asyncio
import random
import statistics
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from server.lives import call_off
from server.rehearsal.phone import entry_of
from tests.festijn import eventually
from tests.trust.chaos.check import Check
from tests.trust.chaos.chronicle import Chronicle
from tests.trust.chaos.diary import Diary, Shown
from tests.trust.chaos.forgetting import standing_of, still_kept
from tests.trust.chaos.hurry import hurried
from tests.trust.chaos.nemesis import Nemesis
from tests.trust.chaos.operator import Operator
from tests.trust.chaos.passersby import OF_OLD, PassersBy
from tests.trust.chaos.people import Someone, crowd
from tests.trust.chaos.scene import founded_scene
from tests.trust.chaos.stage import Stage, staged

BALLOT_EVERY = 4.0
"""Seconds; so often facilitators open and close a ballot, at most."""
WORKING_WITHIN = 20.0
"""Seconds in which everybody can work again, once all is healthy."""


RESTLESS = "it does not come to rest"


class RestlessError(AssertionError):
    """All is well, and still not everybody has what there is; says how many have not."""


@dataclass(frozen=True)
class Plan:
    """What to run: for how long (seconds), with which seed, how many people, each wishing how often a second.

    `weakness` is a rule the processes are started without; `only` the misfortunes to draw from (all, when empty);
    `haste` makes the facilitators faster; `patience` is how many seconds everything may take to be answered, and then
    to come to rest, once all is well.
    """

    seconds: float = 60.0
    seed: int = 1
    people: int = 100
    workers: int = 2
    pace: float = 1.5
    fsync: str = "always"
    weakness: str = ""
    only: tuple[str, ...] = ()
    haste: float = 1.0
    patience: float = 60.0

    @property
    def ballots(self) -> int:
        """As many as can be opened and closed."""
        return int(self.seconds * self.haste / BALLOT_EVERY) + 4


@dataclass
class Outcome:
    """What came of it: complaints, and figures by name."""

    complaints: list[str]
    figures: dict[str, Any] = field(default_factory=dict)


async def brew(plan: Plan) -> Outcome:
    """Run it; gives what was found."""
    chance = random.Random(plan.seed)
    with hurried(), tempfile.TemporaryDirectory(prefix="chaos-") as where:
        async with staged(Path(where), plan.workers, chance, plan.fsync, plan.weakness) as stage:
            return await Storm(plan, stage, Path(where), chance).run()


class Storm:
    """A festival in bad weather."""

    def __init__(self, plan: Plan, stage: Stage, where: Path, chance: random.Random) -> None:
        self._plan, self._stage, self._where, self._chance = plan, stage, where, chance
        self._shown: Shown = {}
        gone = min(30.0, plan.seconds / 12)
        self._nemesis = Nemesis(stage.workers, stage.disk, chance=chance, front=stage.front, back=stage.back, gone=gone)
        self._unanswered = 0
        self._kept: list[str] = []
        self._left: list[str] = []

    async def run(self) -> Outcome:
        """From the first process to the last check."""
        plan, stage = self._plan, self._stage
        scene = await founded_scene(stage.store.url, plan.people, plan.ballots)
        self._operator = Operator(stage, scene.listed, self._where, self._chance)
        chance = random.Random(f"passers-by {plan.seed}")
        self._passing = PassersBy(stage.store, scene, stage.bases, chance)
        self._deal()
        chronicle = Chronicle(stage.store.url, scene.listed.id)
        writing = asyncio.create_task(chronicle.write())
        await eventually(lambda: chronicle.place.n)  # those of long ago are forgotten as soon as a worker is there
        await asyncio.gather(*(worker.start() for worker in stage.workers))
        people = crowd(scene, stage.bases, (plan.pace, plan.haste), self._shown, plan.seed)
        living = [asyncio.create_task(person.live()) for person in people]
        try:
            await eventually(lambda: all(person.entered for person in people), within=60)
            await self._day(people)
            await self._come_to_rest(people, chronicle)
            self._kept = await still_kept(stage.store, scene.listed.id, chronicle, self._operator.compact)
            self._left = self._passing.still_there(await standing_of(stage.store.url, scene.listed.id))
        finally:
            for task in (*living, writing):
                await call_off(task)
        return self._judge(people, chronicle)

    def _deal(self) -> None:
        """What may go wrong: all there is and what an operator does, or what the plan names."""
        deals = self._nemesis.deals
        deals |= {"compaction": (3, self._operator.compact), "restore": (1, self._operator.restore)}
        if unknown := set(self._plan.only) - set(deals):
            raise SystemExit(f"no such misfortune: {', '.join(unknown)}; there are: {', '.join(deals)}")
        self._nemesis.deals = {what: deals[what] for what in self._plan.only or deals}

    async def _day(self, people: list[Someone]) -> None:
        """Everybody works while things go wrong; then all is made well, and everything gets its answer."""
        until = time.monotonic() + self._plan.seconds
        working = [asyncio.create_task(person.work(until)) for person in people]
        passing = asyncio.create_task(self._passing.run(until))
        await self._nemesis.run(until)
        await call_off(passing)
        _, late = await asyncio.wait(working, timeout=max(0, until - time.monotonic()) + self._plan.patience)
        self._unanswered = sum(person.waiting for person in people)
        for task in late:
            await call_off(task)

    async def _come_to_rest(self, people: list[Someone], chronicle: Chronicle) -> None:
        """Wait until nothing moves any more, and every phone has what there is."""

        def rested() -> bool:
            return all(person.entered and person.saving for person in people)

        try:
            async with asyncio.timeout(self._plan.patience):
                while True:
                    before = chronicle.place
                    await asyncio.sleep(1.5)
                    if chronicle.place == before and rested():
                        return
        except TimeoutError:
            absent = sum(not (person.entered and person.saving) for person in people)
            raise RestlessError(f"{RESTLESS}: {absent} people can't work, it stands at {chronicle.place}") from None

    # -- afterwards

    def _judge(self, people: list[Someone], chronicle: Chronicle) -> Outcome:
        check = Check(self._shown, self._operator.put_back)
        check.read(chronicle.told)
        diaries = [person.diary for person in people]
        check.people(diaries)
        for person in people:
            check.last_pictures(person.diary.person, person.stands())
            check.listens(person.diary.person, person.look, person.audiences)
            for _ in range(person.gaps):
                check.verdict.complain("gap", person.diary.person)
        for _ in range(self._unanswered):
            check.verdict.complain("never answered", "in time")
        for secret in self._kept:
            check.verdict.complain("secret kept", secret)
        for somebody in self._left:
            check.verdict.complain("not forgotten", somebody)
        for late in self._late(diaries):
            check.verdict.complain("slow to recover", late)
        return Outcome(check.verdict.complaints, self._figures(people, diaries, check, chronicle))

    def _figures(
        self, people: list[Someone], diaries: list[Diary], check: Check, chronicle: Chronicle
    ) -> dict[str, Any]:
        counts = check.verdict.counts
        resumed = sum((diary.resumed for diary in diaries), Counter[str]())
        recovery = sorted(self._recoveries(diaries))
        return {
            "seed": self._plan.seed,
            "minutes": round(self._plan.seconds / 60, 2),
            "people": len(people),
            "workers": self._plan.workers,
            "acknowledged": counts["granted"],
            "refused": counts["refused"],
            "sent again": sum(diary.again for diary in diaries),
            "sent to two": sum(diary.twice for diary in diaries),
            "entries": entry_of(str(chronicle.place)),
            "snapshots": counts["snapshots"],
            "restores": counts["restores"],
            "undone by restores": len(check.undone),
            "pictures compared": counts["pictures"],
            "misfortunes": dict(sorted(self._nemesis.counts.items())),
            "worker kills": self._nemesis.kills["worker"],
            "store kills": self._nemesis.kills["store"],
            "resumed by patch": resumed["patch"],
            "resumed by picture": resumed["picture"],
            "recovery p50 s": round(statistics.median(recovery), 2) if recovery else None,
            "recovery p99 s": round(recovery[int(len(recovery) * 0.99)], 2) if recovery else None,
            "unseen entries": counts["entries nobody wrote down"],
            "granted but not written down": counts["granted but not written down"],
            "refusals around a leap": counts["refusals around a leap"],
            "restores not compared": counts["restores not compared"],
            "asked to be forgotten": len(self._passing.forgotten),
            "links taken back": self._passing.shut_out,
            "names of long ago": OF_OLD,
            "done": dict(check.done.most_common()),
            "lost": counts["lost"],
            "doubled": counts["doubled"],
            "gaps": counts["gap"],
            "violations": sum(counts[kind] for kind in {line.split(":")[0] for line in check.verdict.complaints}),
        }

    def _recoveries(self, diaries: list[Diary]) -> list[float]:
        """For everybody whom an outage reached: seconds from when all was healthy again until they could work."""
        found = []
        for misfortune in self._nemesis.log:
            for diary in diaries:
                for since, until in diary.away:
                    if misfortune.began <= since <= misfortune.healthy_at and until > misfortune.began:
                        found.append(max(0.0, until - misfortune.healthy_at))
        return found

    def _late(self, diaries: list[Diary]) -> list[str]:
        """Who could not work for long though all was healthy; what goes wrong in between does not count."""
        found = []
        for diary in diaries:
            for since, until in diary.away:
                if (
                    until - since > WORKING_WITHIN
                    and (well := until - since - self._ill(since, until)) > WORKING_WITHIN
                ):
                    found.append(f"{diary.person} was away for {well:.0f} s in which all was healthy")
        return found

    def _ill(self, since: float, until: float) -> float:
        """How many seconds between these two something was wrong."""
        return sum(max(0.0, min(until, one.healthy_at) - max(since, one.began)) for one in self._nemesis.log)
