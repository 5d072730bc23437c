"""A whole Festijn as an operator starts it: the supervisor, its web workers and its own store, with the first festival.

A journey may make a worker crash, or the store, and keep the store away for a while. Only processes of this Festijn are
ended, each by its own number.
"""

import asyncio
import os
import signal
import socket
import subprocess
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Self

from server.child import end
from server.settings import PROJECT, socket_path
from tests.festijn import EVENT

START_WITHIN = 30.0
OPEN = "Festijn is open at"


class House:
    """A running Festijn: its address, its code, every way in by its label, and what was chosen for it, by the names of
    the settings; that is read anew at each start."""

    def __init__(self, data_dir: Path, workers: int = 2, event: Path = EVENT) -> None:
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self.port = probe.getsockname()[1]
        self.data_dir = data_dir
        self.base = f"http://127.0.0.1:{self.port}"
        self.links: dict[str, str] = {}
        self.said: list[str] = []
        self.chosen = {"DATA_DIR": str(data_dir), "PORT": str(self.port), "WORKERS": str(workers), "FSYNC": "always"}
        self.chosen |= {"FIRST_EVENT": str(event), "LOG_LEVEL": "warning"}
        self._process: Process | None = None
        self._listening: asyncio.Task[None] | None = None

    @property
    def code(self) -> str:
        """What people type to come in."""
        return self.links["participants"].rpartition("/")[2]

    async def start(self) -> Self:
        """Start everything, and wait until it says it is open and has shown the links."""
        # Nothing of what the operator of this machine chose may reach it.
        environ = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "server", "run"),
            cwd=PROJECT,
            env={**environ, **self.chosen},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        opened = asyncio.Event()
        self._listening = asyncio.create_task(self._listen(opened))
        try:
            await asyncio.wait_for(opened.wait(), START_WITHIN)
        except TimeoutError:
            raise AssertionError("Festijn does not open; it says:\n" + "\n".join(self.said)) from None
        return self

    async def close(self) -> None:
        """Stop as an operator does."""
        assert self._process is not None
        await end(self._process, patience=30)
        if self._listening is not None:
            await self._listening

    async def _listen(self, opened: asyncio.Event) -> None:
        assert self._process is not None
        assert self._process.stdout is not None
        async for line in self._process.stdout:
            text = line.decode().rstrip()
            self.said.append(text)
            label, _, address = text.strip().rpartition("  ")
            if address.startswith(self.base):
                self.links[label.strip()] = address
            if text.startswith(OPEN):
                opened.set()

    # -- what may go wrong

    def parts(self, named: str) -> list[int]:
        """The numbers of the supervisor's own processes with this in their command line, oldest first."""
        assert self._process is not None
        command = ["ps", "-A", "-ww", "-o", "pid=,ppid=,args="]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        rows = [line.split(maxsplit=2) for line in told.splitlines()]
        mine = str(self._process.pid)
        return sorted(int(pid) for pid, parent, *args in rows if parent == mine and named in " ".join(args))

    def workers(self) -> list[int]:
        """The numbers of the web workers that live now."""
        return self.parts("server.web")

    def worker_crashes(self, number: int) -> None:
        """End this web worker as a crash would."""
        assert number in self.workers()
        os.kill(number, signal.SIGKILL)

    def store_crashes(self) -> None:
        """End the store as a crash would, on a day on which it can't start again either: its door is blocked."""
        door = socket_path(self.data_dir)
        (store,) = self.parts("-server")
        door.unlink()
        (door / "in the way").mkdir(parents=True)
        os.kill(store, signal.SIGKILL)

    def store_may_return(self) -> None:
        """Take away what keeps the store from starting."""
        door = socket_path(self.data_dir)
        (door / "in the way").rmdir()
        door.rmdir()

    def command(self, *words: str) -> None:
        """What an operator may ask beside the running festival; it must go well."""
        command = (sys.executable, "-m", "server", *words)
        subprocess.run(command, cwd=PROJECT, env={**os.environ, **self.chosen}, check=True, stdout=subprocess.DEVNULL)

    def export(self, directory: Path) -> dict[str, bytes]:
        """`festijn export`, as an operator gives it beside the running festival: the files by what their names end in
        (`md`, `csv.zip`)."""
        self.command("export", "--to", str(directory))
        return {file.name.split(".", 1)[1]: file.read_bytes() for file in directory.iterdir()}


@asynccontextmanager
async def open_house(data_dir: Path) -> AsyncIterator[House]:
    """A Festijn that is open as long as this lasts."""
    house = House(data_dir)
    try:
        yield await house.start()
    finally:
        await house.close()
