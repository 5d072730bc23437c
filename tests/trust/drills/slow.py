"""Slow phones: some stop reading, in a hall where everybody else goes on.

By turns nobody is slow and somebody is. A phone that does not read may cost a megabyte, must be gone within ten
seconds (and a pulse or two, at which the server looks), and those who do read must hardly notice.
"""

import argparse
import asyncio
import statistics
import time
from dataclasses import dataclass, field
from pathlib import Path

from server.hall import PULSE
from server.lives import call_off
from server.transport import LONGEST_UNREAD, MOST_UNREAD
from tests.festijn import eventually
from tests.trust.drills.crowd import Deaf, Well, lines_of, post_steadily, stay
from tests.trust.drills.ground import Ground, ground
from tests.trust.drills.report import Report, memory

NOTES_A_SECOND = 20
FILLER = "€" * 400
HEAVY = "№" * 470
"""What was posted before it began: a newcomer's picture must be more than the kernel takes in."""
HEAVY_NOTES = 300
GONE_WITHIN = LONGEST_UNREAD + 2 * PULSE + 0.5
GROWTH = 0.10
"""By how much the others' p95 may grow."""
LEAST_PAIRS = 3
LOOK = 0.5
ENOUGH = 10
"""How many must be slow for the worker's memory to tell what one costs."""
SETTLE = 2.0
"""Seconds before the first phase."""
SENT_AWAY_WITHIN = 2 * LONGEST_UNREAD + 2


def options(parser: argparse.ArgumentParser) -> None:
    """What may be asked of this drill."""
    parser.add_argument("--well", type=int, default=100, help="phones that read")
    parser.add_argument("--slow", type=int, nargs="*", default=[1, 20], help="how many do not, one run for each")
    parser.add_argument("--pairs", type=int, default=3, help="phases without, and as many with, slow phones")
    parser.add_argument("--seconds", type=float, default=6.0, help="how long a phase is, at most 8")


@dataclass
class Phases:
    """What was measured, with so many slow phones."""

    without: list[float] = field(default_factory=list)
    beside: list[float] = field(default_factory=list)
    gone: list[float] = field(default_factory=list)
    held: list[int] = field(default_factory=list)

    def ratio(self) -> float:
        """How the others' p95 is beside slow phones: the median of the pairs' ratios, as all our measurements have it,
        for what a machine does meanwhile lasts longer than a pair."""
        return statistics.median(beside / without for without, beside in zip(self.without, self.beside, strict=True))

    def grew(self) -> bool:
        """Whether it grew: the ratio is over its limit, and more than half of the phases with slow phones were worse
        than the worst without. A busy machine can do the one or the other, hardly both; from a single pair nothing
        can be told."""
        worse = [p95 for p95 in self.beside if p95 > max(self.without)]
        return len(self.beside) >= LEAST_PAIRS and self.ratio() > 1 + GROWTH and len(worse) > len(self.beside) / 2


async def drill(where: Path, asked: argparse.Namespace) -> Report:
    """For each number of slow phones: phases without and with them, by turns."""
    report = Report("slow")
    took: list[float] = []
    async with ground(where, asked.well + max(asked.slow) + 1) as here:
        board, code = here.scene.boards[0], here.scene.listed.code
        phones = [Well(code, guest, board, took) for guest in here.participants[: asked.well]]
        lives = [asyncio.create_task(stay(phone, here.worker.base)) for phone in phones]
        await eventually(lambda: all(phone.entered for phone in phones))
        nonsense = asyncio.create_task(sent_away(here))
        await make_heavy(phones)
        lives.append(asyncio.create_task(post_steadily(phones, NOTES_A_SECOND, FILLER)))
        await asyncio.sleep(SETTLE)
        for count in asked.slow:
            phases = await by_turns(here, asked, count, took)
            tell(report, count, phases)
        away = await nonsense
        report.figures["sent_away_and_gone_after_s"] = round(away, 1)
        report.expect(away < SENT_AWAY_WITHIN, f"who was sent away and read nothing was there for {away:.1f} s")
        for life in lives:
            await call_off(life)
        report.expect(not any(phone.gaps for phone in phones), "somebody who reads missed a frame")
        report.expect(all(phone.answers for phone in phones), "somebody who reads could not post")
    report.figures.update(well_phones=asked.well, notes_a_second=NOTES_A_SECOND)
    return report


async def make_heavy(phones: list[Well]) -> None:
    """Fill the board."""
    shares = [phones[at % len(phones)] for at in range(HEAVY_NOTES)]
    for phone in shares:
        await phone.post(HEAVY)
    await eventually(lambda: sum(phone.answers for phone in phones) >= HEAVY_NOTES, within=30)


async def by_turns(here: Ground, asked: argparse.Namespace, count: int, took: list[float]) -> Phases:
    """Phases without and with so many slow phones."""
    phases = Phases()
    for _ in range(asked.pairs):
        before = memory(here.pid)
        phases.without.append(await phase(took, asked.seconds))
        anyhow, before = memory(here.pid) - before, memory(here.pid)
        deaf = [Deaf(here.worker.port, here.hello, guest.cookie) for guest in here.participants[asked.well :][:count]]
        await asyncio.gather(*(one.connect() for one in deaf))
        for one in deaf:
            await one.say("enter", {"places": {}, "look": here.scene.boards[0]})
        began = time.monotonic()
        watching = asyncio.create_task(until_gone(here, deaf, began))
        await asyncio.sleep(1)
        phases.beside.append(await phase(took, asked.seconds))
        phases.held.append(max(0, memory(here.pid) - before - anyhow) // count)
        phases.gone += await watching
        for one in deaf:
            one.close()
    return phases


async def phase(took: list[float], seconds: float) -> float:
    """The p95 (s) from who sends to who sees, over some seconds."""
    took.clear()
    await asyncio.sleep(seconds)
    return statistics.quantiles(took, n=20)[-1]


async def until_gone(where: Ground, deaf: list[Deaf], began: float) -> list[float]:
    """After how many seconds each line was gone; infinite when it stays. Looks seldom: to look takes time as well."""
    gone: list[float] = []
    here = {one.port for one in deaf}
    while here and time.monotonic() - began < 3 * LONGEST_UNREAD:
        await asyncio.sleep(LOOK)
        still = here & await asyncio.to_thread(lines_of, where.worker.port)
        gone += [time.monotonic() - began] * (len(here) - len(still))
        here = still
    return gone + [float("inf")] * len(here)


async def sent_away(here: Ground) -> float:
    """One that never enters, sends nonsense and reads no answers: the server hangs up, and it must be gone as well.
    Gives after how many seconds it was."""
    deaf = Deaf(here.worker.port, here.hello, here.participants[-1].cookie)
    await deaf.connect()
    began = time.monotonic()
    nonsense = [{"ref": f"{at:030}", "low": 1, "seen": 0, "command": {"type": "X" * 3000}} for at in range(2500)]
    try:
        for one in nonsense:
            await deaf.say("submit", one)
    except ConnectionError:
        pass
    (gone,) = await until_gone(here, [deaf], began)
    deaf.close()
    return gone


def tell(report: Report, count: int, phases: Phases) -> None:
    """The figures for so many slow phones, and what must not be."""
    ratio, gone, held = phases.ratio(), max(phases.gone), max(phases.held)
    report.figures[f"{count}_slow"] = {
        "others' p95 without (ms)": [round(1000 * p95, 1) for p95 in phases.without],
        "others' p95 beside (ms)": [round(1000 * p95, 1) for p95 in phases.beside],
        "median of the pairs' ratios": round(ratio, 3),
        "gone after (s), at most": round(gone, 1),
        "growth of the worker for each (kB), beside what it grew anyhow, at most": held // 1024,
    }
    report.expect(min(phases.gone) > LONGEST_UNREAD - 1, f"{count} slow: one was gone before it was slow")
    report.expect(gone <= GONE_WITHIN, f"{count} slow: one was there for {gone:.1f} s")
    report.expect(count < ENOUGH or held <= MOST_UNREAD * 1.1, f"{count} slow: each cost {held:,} bytes")
    report.expect(not phases.grew(), f"{count} slow: the others' p95 grew by {ratio - 1:.0%}")
