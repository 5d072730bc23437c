"""The whole of Festijn as `bin/run` starts it: it opens, comes back after a crash of any part, and closes in order."""

import asyncio
import os
import re
import signal
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from server.child import end, spawn
from server.settings import PROJECT, Settings
from server.supervisor import listen, ready


class Festijn:
    """A running Festijn and what it says."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.process: Process | None = None
        self.said: list[str] = []

    async def start(self) -> Process:
        self.process = await spawn(sys.executable, "-m", "server", "run", output=asyncio.subprocess.PIPE)
        return self.process

    async def says(self, pattern: str) -> None:
        """Read on until a line matches."""
        assert self.process is not None
        assert self.process.stdout is not None
        async with asyncio.timeout(60):
            async for line in self.process.stdout:
                self.said.append(line.decode().rstrip())
                if re.search(pattern, self.said[-1]):
                    return
        raise AssertionError(self.said)

    async def is_ready(self) -> bool:
        """Wait until a worker is ready, for half a minute at most."""
        for _ in range(600):
            if await ready(self.settings):
                return True
            await asyncio.sleep(0.05)
        return False

    def children(self) -> dict[int, str]:
        """The parts that run now: their process numbers and command lines."""
        assert self.process is not None
        numbers = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return {int(number): Path(f"/proc/{number}/cmdline").read_text().replace("\0", " ") for number in numbers}


@pytest_asyncio.fixture
async def festijn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Festijn]:
    """A Festijn with its own data and port, not started yet."""
    with listen("127.0.0.1", 0) as door:
        port = door.getsockname()[1]
    chosen = {"DATA_DIR": str(tmp_path), "PORT": str(port), "WORKERS": "2", "PYTHONPATH": str(PROJECT)}
    for name, value in chosen.items():
        monkeypatch.setenv(name, value)
    one = Festijn(Settings.read())
    yield one
    if one.process is not None:
        await end(one.process, 20)


async def test_it_opens_comes_back_after_crashes_and_closes_in_order(festijn: Festijn) -> None:
    process = await festijn.start()
    await festijn.says("is open at")
    before = festijn.children()
    assert sorted(line.count("server.web") for line in before.values()) == [0, 1, 1]
    for number in before:
        os.kill(number, signal.SIGKILL)
    for _ in before:
        await festijn.says(r"stopped \(SIGKILL\); starting it again now")
    assert await festijn.is_ready()
    assert not before.keys() & festijn.children().keys()
    after = festijn.children()
    process.terminate()
    assert await process.wait() == 0
    for number in after:
        with pytest.raises(ProcessLookupError):
            os.kill(number, 0)


async def test_a_taken_port_is_told_in_one_line(festijn: Festijn) -> None:
    with listen(festijn.settings.host, festijn.settings.port):
        process = await festijn.start()
        await festijn.says(r"^Port \d+ on 127\.0\.0\.1 is in use; ")
        assert await process.wait() == 2
    assert len(festijn.said) == 1
