"""Soak: a festival that goes on and on, while memory, descriptors and tasks stay where they are.

Its people post, take back, vote, leave and come back at a steady pace, and take back what is old, so that the tables
stay as large as they are. Every ten seconds it is written down what the worker and the store hold.

Of the store we judge what it says that it uses, at its lowest between two compactions: its journal grows until the next
one. What its process holds beside that is the allocator's, and told only.
"""

import argparse
import asyncio
import random
import statistics
import time
from collections import deque
from pathlib import Path

from msgspec import Struct
from redis.asyncio import Redis

from server.lives import call_off
from tests.festijn import eventually
from tests.trust.drills.crowd import Well, stay
from tests.trust.drills.ground import Ground, ground
from tests.trust.drills.report import Report, descriptors, memory, threads

PEOPLE = 60
BALLOTS = 3
ROUND, LULL = 30.0, 2.0
SAMPLE = 10.0
WINDOWS = 10
"""Of how many equal stretches the lowest is taken; each is longer than it takes until the next compaction."""
FLAT = 0.05
"""Of what it holds, how much a process may grow in an hour, after the first third."""
FEW = 5
"""How many more phones there may be in the last samples than in the first ones after a third: people come and go."""
A_PHONE = {"descriptors": 1, "threads": 0, "tasks": 5}
"""What a connected phone has."""
PAUSE = (0.5, 3.0)
KEPT = 10
"""Notes one person leaves on the board; older ones are taken back."""
STAYS = (10.0, 60.0)
FILLER = "what I would say " * 10


def options(parser: argparse.ArgumentParser) -> None:
    """What may be asked of this drill."""
    parser.add_argument("--hours", type=float, default=0.5, help="how long")
    parser.add_argument("--seed", type=int, default=1, help="what people's whims are drawn from")


class Sample(Struct):
    """What is held at a moment: seconds since the beginning, bytes, counts."""

    at: float
    rss: int
    store_rss: int
    store_used: int
    descriptors: int
    threads: int
    tasks: int
    objects: int


async def drill(where: Path, asked: argparse.Namespace) -> Report:
    """Have people live their lives, and watch."""
    report = Report("soak")
    told = where / "watched"
    program, environ = ("-m", "tests.trust.drills.watched"), {"WATCHED": str(told)}
    async with ground(where, PEOPLE, BALLOTS, program, environ) as here:
        await open_ballots(here)
        chance = random.Random(asked.seed)
        people = [Well(here.scene.listed.code, guest, here.scene.boards[0], []) for guest in here.participants]
        going = asyncio.Event()
        lives = [asyncio.create_task(live(person, here, random.Random(chance.random()), going)) for person in people]
        lives.append(asyncio.create_task(rounds(going)))
        samples = await watched(here, told, asked.hours * 3600)
        for life in lives:
            why = repr(life.exception()) if life.done() and not life.cancelled() else "called off"
            report.expect(not life.done(), f"somebody's life ended before its time: {why}")
            await call_off(life)
        report.expect(not any(person.gaps for person in people), "somebody missed a frame")
        report.figures.update(hours=asked.hours, people=PEOPLE, granted=sum(person.answers for person in people))
    judge(report, samples)
    return report


async def open_ballots(here: Ground) -> None:
    """A facilitator opens all ballots."""
    facilitator = Well(here.scene.listed.code, here.scene.guests[0], here.scene.boards[0], [])
    visit = asyncio.create_task(stay(facilitator, here.worker.base))
    await eventually(lambda: facilitator.entered)
    for ballot in here.scene.ballots:
        await facilitator.wish({"type": "OpenBallot", "ballot": ballot})
    await eventually(lambda: facilitator.answers == BALLOTS)
    await call_off(visit)


async def rounds(going: asyncio.Event) -> None:
    """Now and then everybody listens for a moment, as between two rounds."""
    while True:
        going.set()
        await asyncio.sleep(ROUND)
        going.clear()
        await asyncio.sleep(LULL)


async def live(person: Well, here: Ground, chance: random.Random, going: asyncio.Event) -> None:
    """Come, do things, leave without a word, come back: for ever."""
    notes: deque[str] = deque()
    while True:
        visit = asyncio.create_task(stay(person, here.worker.base))
        until = time.monotonic() + chance.uniform(*STAYS)
        try:
            while time.monotonic() < until and not visit.done():
                await asyncio.sleep(chance.uniform(*PAUSE))
                await going.wait()
                person.took.clear()
                await act(person, here, notes, chance)
        finally:
            await call_off(visit)
        await asyncio.sleep(chance.uniform(*PAUSE))


async def act(person: Well, here: Ground, notes: deque[str], chance: random.Random) -> None:
    """One thing somebody does."""
    what = chance.random()
    if what < 0.2:
        ballot = chance.choice(here.scene.ballots)
        await person.wish({"type": "CastVote", "prize": f"prize-{ballot}", "choice": chance.choice(here.scene.boards)})
    elif what < 0.3:
        person.look = chance.choice(here.scene.boards)
        await person.say("look", {"look": person.look})
    else:
        notes.append(await person.post(FILLER))
        while len(notes) > KEPT:
            await person.wish({"type": "TakeBackNote", "note": notes.popleft()})


async def watched(here: Ground, told: Path, seconds: float) -> list[Sample]:
    """Samples, until the time is over."""
    began = time.monotonic()
    samples: list[Sample] = []
    async with Redis.from_url(here.store.url) as redis:
        while time.monotonic() - began < seconds:
            await asyncio.sleep(min(SAMPLE, seconds / 9))
            used = (await redis.info("memory"))["used_memory"]
            samples.append(sample(time.monotonic() - began, here, used, told))
    return samples


def sample(at: float, here: Ground, used: int, told: Path) -> Sample:
    """What is held now; `used` is what the store says that it uses."""
    assert here.store.process is not None
    tasks, objects = map(int, told.read_text().split())
    store = memory(here.store.process.pid)
    return Sample(at, memory(here.pid), store, used, descriptors(here.pid), threads(here.pid), tasks, objects)


def lowest(samples: list[Sample], what: str) -> list[Sample]:
    """The lowest sample of each stretch."""
    each = max(1, len(samples) // WINDOWS)
    stretches = [samples[at : at + each] for at in range(0, len(samples) - each + 1, each)]
    return [min(stretch, key=lambda sample: int(getattr(sample, what))) for stretch in stretches]


def slope(samples: list[Sample], what: str) -> tuple[float, float]:
    """How much it grows in an hour, by least squares, and as a share of what it is on average."""
    values = [getattr(sample, what) for sample in samples]
    an_hour = statistics.linear_regression([sample.at / 3600 for sample in samples], values).slope
    return an_hour, an_hour / statistics.fmean(values)


def judge(report: Report, samples: list[Sample]) -> None:
    """What the samples after the first third tell."""
    later = samples[len(samples) // 3 :]
    few = max(1, len(later) // 6)
    for what, judged in (("rss", later), ("store_used", lowest(later, "store_used")), ("store_rss", later)):
        an_hour, share = slope(judged, what)
        megabytes = [round(getattr(sample, what) / 2**20, 1) for sample in (judged[0], judged[-1])]
        report.figures[what] = {
            "MB": megabytes,
            "kB an hour": round(an_hour / 1024),
            "% an hour": round(100 * share, 1),
        }
        report.expect(what == "store_rss" or share < FLAT, f"{what} grows by {share:.1%} an hour")
    for what in ("descriptors", "threads", "tasks", "objects"):
        # Objects pile up until the collector clears up after who left: what it leaves is what is held.
        level = min if what == "objects" else statistics.median
        first, last = (level(getattr(s, what) for s in part) for part in (later[:few], later[-few:]))
        report.figures[what] = [first, last]
        more = FEW * A_PHONE[what] if what in A_PHONE else first * FLAT
        report.expect(last <= first + more, f"{what} went from {first:,} to {last:,}")
    report.figures["samples"] = len(samples)
