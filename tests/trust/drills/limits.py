"""Limits: whatever a phone sends, it gets a reason or is sent away, and nobody else notices.

Each case says what is sent and what must come of it. After each, the server must be alive, somebody else's note must
come through, and its memory must not have grown by more than a little.
"""

import argparse
import asyncio
import json
import time
from functools import partial
from pathlib import Path

from tests.festijn import Raw
from tests.trust.drills.ground import Ground, ground
from tests.trust.drills.junk import AWAY, CASES, CLOSED, Case, forged, note, noted
from tests.trust.drills.report import Report, memory

CROWD = 500
SOCKETS = 50
AT_ONCE = 50
GROWTH = 5 * 1024 * 1024
"""Bytes the worker may grow by for one case."""
WITNESS = CROWD + 1
IDLER = CROWD + 2


def options(parser: argparse.ArgumentParser) -> None:
    """What may be asked of this drill."""
    parser.add_argument("--crowd", type=int, default=CROWD, help="phones behind one address")


async def drill(where: Path, asked: argparse.Namespace) -> Report:
    """All limits, one after the other, on one server."""
    report = Report("limits")
    async with ground(where, CROWD + 10) as here:
        witness = await here.inside(WITNESS)
        idle = asyncio.create_task(idler(here))
        await warm(here)
        told = report.figures.setdefault("answers", {})
        for at, case in enumerate([*CASES, forgery(here, len(CASES))]):
            told[case.name] = await one(here, report, witness, at, case)
        told["61 messages at once, and again later"] = await burst(here, report)
        told[f"{SOCKETS} sockets of one person"] = await one_person(here, report)
        told[f"{asked.crowd} phones behind one address"] = await one_address(here, report, asked.crowd)
        told["connected, never entered"] = await told_in_time(idle, report)
        report.expect(await here.worker.ready(), "the worker is not ready any more")
        report.figures["rss_megabytes"] = memory(here.pid) // 2**20
        await witness.line.close()
    return report


async def warm(here: Ground) -> None:
    """Have what is allocated once allocated, so that growth is growth."""
    for at in range(10):
        raw = await here.inside(at)
        await raw.line.send("x" * 60_000)
        raw.line.transport.abort()


def forgery(here: Ground, at: int) -> Case:
    """The case of the phone that forges its own connecting; it needs to know who it is."""
    cookie = here.participants[at].cookie
    return Case("a forged connect", partial(forged, here.hello, cookie), AWAY)


async def one(here: Ground, report: Report, witness: Raw, at: int, case: Case) -> str:
    """Do one case; gives what came of it."""
    before = memory(here.pid)
    raw = await here.inside(at)
    try:
        came = await case.do(raw)
    finally:
        raw.line.transport.abort()
    grown = memory(here.pid) - before
    report.expect(came in case.may, f"{case.name}: {came}, not {' or '.join(case.may)}")
    report.expect(grown < GROWTH, f"{case.name}: the worker grew by {grown:,} bytes")
    seen = await noted(witness, at + 1)
    report.expect(seen == "ok", f"{case.name}: afterwards somebody else's note was answered {seen}")
    return came


async def burst(here: Ground, report: Report) -> str:
    """More than the burst: what is too fast is told so, and is granted when it is sent again."""
    raw = await here.inside(CROWD - 1)
    refs = range(1, 71)
    for seq in refs:
        await raw.say("submit", note(seq))
    answers = {answer["ref"]: answer for answer in [await raw.heard("answer") for _ in refs]}
    hasty = sorted(int(ref.rpartition(".")[2]) for ref, told in answers.items() if told.get("reason") == "too_fast")
    report.expect(5 <= len(hasty) <= 12, f"of 70 messages at once {len(hasty)} were too fast, not about 10")
    report.expect(all("ok" in told or told.get("reason") == "too_fast" for told in answers.values()), "others failed")
    again = 0
    for seq in hasty:
        while await noted(raw, seq) == "too_fast":
            await asyncio.sleep(0.1)
            again += 1
    raw.line.transport.abort()
    return f"{70 - len(hasty)} granted, {len(hasty)} too_fast, and granted later"


async def one_person(here: Ground, report: Report) -> str:
    """Many sockets of one person share one allowance."""
    began = time.monotonic()
    knocked = await asyncio.gather(*(here.knock(CROWD) for _ in range(SOCKETS)))
    sent = 0
    for which, raw in enumerate(knocked):
        for seq in range(1, 5):
            await raw.say("submit", note(seq, f"socket-{which:03}-of-one"))
            sent += 1
    granted = hasty = 0
    for raw in knocked:
        for _ in range(4):
            answer = await raw.heard("answer")
            granted += "ok" in answer
            hasty += answer.get("reason") == "too_fast"
        raw.line.transport.abort()
    most = 60 + 4 * (time.monotonic() - began) + 1
    report.expect(granted <= most, f"{SOCKETS} sockets of one person were granted {granted}, more than {most:.0f}")
    report.expect(granted + hasty == sent, f"of {sent} only {granted + hasty} were answered")
    return f"{sent} sent, {granted} granted, {hasty} too_fast"


async def one_address(here: Ground, report: Report, crowd: int) -> str:
    """A whole hall behind one address gets in, and everybody may post."""
    room = asyncio.Semaphore(AT_ONCE)
    phones: list[Raw] = []

    async def come_in(at: int) -> None:
        async with room:
            phones.append(await here.inside(at))

    began = time.monotonic()
    await asyncio.gather(*(come_in(at) for at in range(crowd)))
    took = time.monotonic() - began
    answers = await asyncio.gather(*(noted(raw, 900) for raw in phones))
    granted = answers.count("ok")
    report.expect(granted == crowd, f"of {crowd} people behind one address {granted} could post")
    for raw in phones:
        raw.line.transport.abort()
    return f"{len(phones)} came in within {took:.1f} s, {granted} posts granted"


async def idler(here: Ground) -> float:
    """Connect and never enter: how long that is borne, in seconds."""
    raw = await here.knock(IDLER)
    began = time.monotonic()
    while await came_of(raw, 15) != CLOSED:
        pass
    return time.monotonic() - began


async def came_of(raw: Raw, within: float) -> str:
    """`closed`, or what was heard."""
    try:
        return await raw.packet(within)
    except ConnectionError:
        return CLOSED
    except Exception as end:
        return CLOSED if "close frame" in str(end) else json.dumps(str(end))


async def told_in_time(idle: "asyncio.Task[float]", report: Report) -> str:
    """Who never entered was sent away in time."""
    took = await idle
    report.expect(9 < took < 12, f"who never entered was sent away after {took:.1f} s, not 10")
    return f"closed after {took:.1f} s"
