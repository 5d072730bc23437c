"""The bench itself: with a few people it must run, and find that everything came to everybody. How fast is not judged:
machines differ."""

import asyncio
import json
import os
import shutil
import sys
import time
from pathlib import Path

import pytest

from bench import machine
from server.settings import PROJECT

WITHIN = 120


def test_the_cpu_of_a_process_is_told_by_its_own_clock() -> None:
    before = time.process_time()
    told = machine.cpu(os.getpid())
    assert before <= told <= time.process_time()


@pytest.mark.skipif(
    shutil.which("cc") is None, reason="the bench's load generator is in C, and there is no compiler: cc"
)
async def test_with_fifty_people_the_bench_finds_everything_complete(tmp_path: Path) -> None:
    figures = tmp_path / "figures.json"
    command = (sys.executable, "-m", "bench", "--smoke", "--json", str(figures))
    bench = await asyncio.create_subprocess_exec(
        *command, cwd=PROJECT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    try:
        async with asyncio.timeout(WITHIN):
            told, _ = await bench.communicate()
    finally:
        if bench.returncode is None:
            bench.kill()
            await bench.wait()
    assert bench.returncode == 0, told.decode()
    samples = json.loads(figures.read_text(encoding="utf-8"))["samples"]
    assert {one["scenario"] for one in samples} == {"plenary", "votes", "join"}
    assert all(one["complete"] for one in samples)
