"""The drills of the hall, each as short as it can be and still tell."""

import asyncio
import json
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from typing import Any

import pytest_asyncio

from server.child import end
from server.settings import PROJECT

SHORT = {
    "races": ("--attempts", "10000"),
    "limits": ("--crowd", "100"),
    "slow": ("--well", "50", "--slow", "1", "--pairs", "1", "--seconds", "2"),
}
PATIENCE = 90.0

Told = dict[str, Any]


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def drills() -> AsyncIterator[dict[str, Process]]:
    """All of them at once: most of their time they wait."""
    command = (sys.executable, "-m", "tests.trust.drills")
    started = {
        drill: await asyncio.create_subprocess_exec(*command, drill, *more, stdout=PIPE, stderr=PIPE, cwd=PROJECT)
        for drill, more in SHORT.items()
    }
    yield started
    for one in started.values():
        await end(one, patience=5)


async def told(drill: Process) -> Told:
    """What a drill found."""
    async with asyncio.timeout(PATIENCE):
        out, trouble = await drill.communicate()
    assert drill.returncode == 0, (out + trouble[-2000:]).decode()
    found: Told = json.loads(out.splitlines()[-1])
    return found


async def test_of_votes_that_race_through_three_processes_none_is_lost_or_counted_twice(
    drills: dict[str, Process],
) -> None:
    found = await told(drills["races"])
    assert found["attempts"] > 9_900
    assert found["closings"] > 5
    assert found["granted"] == found["granted_and_counted"] + found["granted_and_replaced_by_a_later_vote"]


async def test_every_limit_is_answered_with_a_reason_and_nothing_dies_of_it(drills: dict[str, Process]) -> None:
    found = await told(drills["limits"])
    assert len(found["answers"]) > 40


async def test_a_phone_that_stops_reading_is_gone_soon(drills: dict[str, Process]) -> None:
    found = await told(drills["slow"])
    assert found["1_slow"]["gone after (s), at most"] > 5, "it was never slow"
