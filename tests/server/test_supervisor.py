"""The supervisor: what stops is started again, soon but not in a frenzy, and everything ends in the right order."""

import asyncio
import os
import signal
import sys
import time
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest
import pytest_asyncio

from server import supervisor
from server.child import end, spawn
from server.settings import PROJECT, Settings, Unusable
from server.supervisor import Part, listen, pauses, ready

FOREVER = ("sleep", "60")


class Kept:
    """A part that is being kept, and every process it has had."""

    def __init__(self, *command: str) -> None:
        self.command = command
        self.processes: list[Process] = []
        self.started = asyncio.Condition()
        self.broken = 0  # how many launches still fail
        self.part = Part("The part", self.launch)
        self.keeping: asyncio.Task[None] | None = None

    async def launch(self) -> Process:
        if self.broken:
            self.broken -= 1
            raise Unusable("The part is broken.")
        self.processes.append(await spawn(*self.command))
        async with self.started:
            self.started.notify_all()
        return self.processes[-1]

    async def keep(self) -> None:
        await self.part.start()
        self.keeping = asyncio.create_task(self.part.keep())

    async def lives(self, count: int) -> None:
        async with asyncio.timeout(10), self.started:
            await self.started.wait_for(lambda: len(self.processes) >= count)

    async def stop(self) -> None:
        if self.keeping is not None:
            self.keeping.cancel()
            await asyncio.wait((self.keeping,))
        await self.part.stop()


@pytest_asyncio.fixture
async def kept() -> AsyncIterator[Kept]:
    """A part whose process would sleep for a minute."""
    kept = Kept(*FOREVER)
    yield kept
    await kept.stop()


async def test_what_is_killed_is_started_again_at_once(kept: Kept) -> None:
    await kept.keep()
    kept.processes[0].kill()
    killed = time.monotonic()
    await kept.lives(2)
    assert time.monotonic() - killed < 0.1
    assert kept.processes[1].returncode is None


async def test_what_keeps_dying_is_started_ever_less_often(kept: Kept, capsys: pytest.CaptureFixture[str]) -> None:
    kept.command = ("false",)
    await kept.keep()
    began = time.monotonic()
    await kept.lives(4)
    assert time.monotonic() - began > 0 + 0.1 + 0.2
    assert capsys.readouterr().err.splitlines()[:2] == [
        "The part stopped (exit code 1); starting it again now.",
        "The part stopped (exit code 1); starting it again in 0.1 s.",
    ]


async def test_who_lived_long_enough_is_started_at_once_again(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "HASTE", -1.0)
    monkeypatch.setattr(supervisor, "FIRST_PAUSE", 60.0)
    kept.command = ("true",)
    await kept.keep()
    await kept.lives(4)


async def test_a_launch_that_fails_is_tried_again(kept: Kept, capsys: pytest.CaptureFixture[str]) -> None:
    await kept.keep()
    kept.broken = 2
    kept.processes[0].kill()
    await kept.lives(2)
    assert capsys.readouterr().err.splitlines() == [
        "The part stopped (SIGKILL); starting it again now.",
        "The part is broken.",
        "The part did not start; starting it again in 0.1 s.",
        "The part is broken.",
        "The part did not start; starting it again in 0.2 s.",
    ]


def test_pauses_double_up_to_a_limit() -> None:
    assert list(islice(pauses(), 9)) == [0.0, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 5.0, 5.0]


async def test_a_part_is_asked_to_stop_politely(kept: Kept) -> None:
    await kept.keep()
    await kept.stop()
    assert kept.processes[0].returncode == -signal.SIGTERM


async def talking(code: str) -> tuple[Process, str]:
    """Start Python code and give its process and the first line it prints."""
    process = await spawn(sys.executable, "-c", code, output=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    return process, (await process.stdout.readline()).decode().strip()


async def test_who_does_not_listen_is_ended() -> None:
    deaf, line = await talking(
        "import signal as s; s.signal(s.SIGTERM, s.SIG_IGN); print('deaf', flush=True); s.pause()"
    )
    assert line == "deaf"
    assert await end(deaf, 0.1) == -signal.SIGKILL


async def test_a_child_has_its_own_group_so_that_ctrl_c_reaches_us_only() -> None:
    child = await spawn(*FOREVER)
    assert os.getpgid(child.pid) != os.getpgid(0)
    await end(child, 1)


PARENT = """
import asyncio
from server.child import spawn

async def main():
    print((await spawn("sleep", "60")).pid, flush=True)
    await asyncio.sleep(60)

asyncio.run(main())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process that its parent died")
async def test_no_child_outlives_a_kill_9_of_its_parent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(PROJECT))
    parent, line = await talking(PARENT)
    child = os.pidfd_open(int(line))
    ended = asyncio.Event()
    asyncio.get_running_loop().add_reader(child, ended.set)
    assert not ended.is_set()
    parent.kill()
    async with asyncio.timeout(5):
        await ended.wait()
    asyncio.get_running_loop().remove_reader(child)
    os.close(child)
    await parent.wait()


def test_a_taken_port_is_told_in_one_sentence() -> None:
    with listen("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        with pytest.raises(Unusable, match=rf"^Port {port} on 127\.0\.0\.1 is in use; .* such as PORT={port + 1}\.$"):
            listen("127.0.0.1", port)


def test_an_address_that_is_not_ours_is_told_in_one_sentence() -> None:
    with pytest.raises(Unusable, match=r"^Port 8000 on 192\.0\.2\.1 cannot be used; HOST should be an address of this"):
        listen("192.0.2.1", 8000)


@pytest.mark.parametrize(("answer", "verdict"), [(b"200 OK", True), (b"503 Service Unavailable", False), (b"", False)])
async def test_ready_is_what_the_web_says(settings: Settings, answer: bytes, verdict: bool) -> None:
    async def reply(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        assert (await reader.readline()).startswith(b"GET /readyz ")
        writer.write(b"HTTP/1.1 " + answer + b"\r\n\r\n")
        writer.close()

    with listen(settings.host, 0) as door:
        async with await asyncio.start_server(reply, sock=door):
            assert await ready(replace(settings, port=door.getsockname()[1])) is verdict


async def test_nobody_there_is_not_ready(settings: Settings) -> None:
    with listen(settings.host, 0) as door:
        free = door.getsockname()[1]
    assert not await ready(replace(settings, port=free))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """The settings of who set nothing."""
    return Settings.read({"DATA_DIR": str(tmp_path)})
