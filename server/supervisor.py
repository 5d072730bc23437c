"""Keeps Festijn running on one machine: the store, and a few web workers that share one port.

What stops by itself is started again at once. When we are asked to stop, the web goes first, so that what
waits is still answered, and then the store.
"""

import argparse
import asyncio
import contextlib
import errno
import signal
import socket
import sys
import time
from asyncio.subprocess import Process
from collections.abc import Awaitable, Callable, Iterator, Sequence
from importlib import import_module
from urllib.parse import urlsplit

from server.child import end, spawn, stop_asked
from server.embedded import STOP_PATIENCE, Store
from server.preflight import look_at, read_along
from server.settings import Settings, Unusable

UNUSABLE = 2  # the exit code of a part that cannot work as things are set; it has said why
HASTE = 1.0  # seconds: a part that lives shorter than this, time and again, is not started again at once
FIRST_PAUSE, LONGEST_PAUSE = 0.1, 5.0  # seconds
BACKLOG = 2048  # phones that may be knocking while the workers are busy
PROBE_INTERVAL = 0.05  # seconds


class Part:
    """One process that is started again whenever it stops. `code` is how it ended the last time."""

    def __init__(self, name: str, launch: Callable[[], Awaitable[Process]]) -> None:
        self.name = name
        self.process: Process | None = None
        self.code: int | None = None
        self._launch = launch
        self._pauses = pauses()

    async def start(self) -> None:
        """Start the process. Raises `Unusable`."""
        self.process = None
        self.process = await self._launch()

    async def keep(self) -> None:
        """Start the process again each time it stops, until cancelled."""
        while True:
            why = await self._lifetime()
            pause = next(self._pauses)
            say(f"{self.name} {why}; starting it again {f'in {pause:g} s' if pause else 'now'}.")
            await asyncio.sleep(pause)
            try:
                await self.start()
            except Unusable as problem:
                say(str(problem))

    async def stop(self) -> None:
        """Ask the process to stop, and wait for it; whoever keeps it starts it again."""
        if self.process is not None:
            await end(self.process, STOP_PATIENCE)

    async def _lifetime(self) -> str:
        """Wait until the process has stopped and say how."""
        if self.process is None:
            return "did not start"
        began = time.monotonic()
        self.code = await self.process.wait()
        if time.monotonic() - began > HASTE:
            self._pauses = pauses()
        return f"stopped ({f'exit code {self.code}' if self.code >= 0 else signal.Signals(-self.code).name})"


class Supervisor:
    """Runs all parts of Festijn until asked to stop."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.web: list[Part] = []
        self.renewal = asyncio.Event()

    async def run(self) -> None:
        """Keep everything running until we are asked to stop. Raises `Unusable`, in a group with its like."""
        asked = asyncio.create_task(stop_asked().wait())
        asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, self.renewal.set)
        running = asyncio.create_task(self._run())
        await asyncio.wait((asked, running), return_when=asyncio.FIRST_COMPLETED)
        if not running.done():
            say("Stopping.")
        asked.cancel()
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running

    async def _run(self) -> None:
        with listen(self.settings.host, self.settings.port) as door:
            for warning in read_along(self.settings):
                say(warning)
            if self.settings.redis_url is not None:
                if warning := await look_at(self.settings.redis_url):
                    say(warning)
                await self._run_web(door)
                return
            store = Store(self.settings.data_dir, self.settings.fsync)
            part = Part("The store", store.start)
            try:
                await part.start()
                # The web stops first: it is inside the group that keeps the store.
                async with asyncio.TaskGroup() as group:
                    group.create_task(part.keep())
                    await self._run_web(door)
            finally:
                await store.close()

    async def _run_web(self, door: socket.socket) -> None:
        """Run the workers, which all accept from `door`; it stays open while one of them starts again."""

        async def launch() -> Process:
            return await spawn(sys.executable, "-m", "server.web", "--fd", str(door.fileno()), keep=(door.fileno(),))

        self.web = [Part(f"Web worker {number}", launch) for number in range(1, self.settings.workers + 1)]
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._renew_when_asked())
                # Only the welcome needs to know the whole festival: it is read in while the first worker starts.
                cli = group.create_task(asyncio.to_thread(import_module, "server.cli"))
                for part in self.web:
                    await part.start()
                    group.create_task(part.keep())
                    await self._until_ready(part)
                await (await cli).welcome(self.settings)
        finally:
            await asyncio.gather(*(part.stop() for part in self.web))

    async def _until_ready(self, part: Part) -> None:
        while not await ready(self.settings):
            if part.code == UNUSABLE:
                raise Unusable("Festijn cannot start: its web part said why.")
            await asyncio.sleep(PROBE_INTERVAL)

    async def _renew_when_asked(self) -> None:
        """On SIGUSR1, give the workers a new life one by one, for new code. The phones come back by themselves."""
        while await self.renewal.wait():
            self.renewal.clear()
            for part in self.web:
                await part.stop()


def pauses() -> Iterator[float]:
    """Give how long to wait before each next start, in seconds: first not at all, then ever longer."""
    yield 0.0
    pause = FIRST_PAUSE
    while True:
        yield pause
        pause = min(2 * pause, LONGEST_PAUSE)


def say(line: str) -> None:
    """Tell the operator one thing."""
    print(line, file=sys.stderr, flush=True)


def listen(host: str, port: int) -> socket.socket:
    """Give the socket that all workers accept from. Raises `Unusable` when the port is taken or not ours to use."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    other = port + 1 if port < 65535 else 8000
    try:
        return socket.create_server((host, port), family=family, backlog=BACKLOG, dualstack_ipv6=host == "::")
    except OSError as problem:
        why = {
            errno.EADDRINUSE: f"is in use; stop the program that has it, or choose another, such as PORT={other}",
            errno.EACCES: "is not for you to use; choose one above 1023, such as PORT=8000",
        }.get(problem.errno or 0, "cannot be used; HOST should be an address of this machine, such as 127.0.0.1")
        raise Unusable(f"Port {port} on {host} {why}.") from None


async def ready(settings: Settings) -> bool:
    """Say whether a web worker is ready to receive people."""
    here = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(settings.host, settings.host)
    question = f"GET /readyz HTTP/1.1\r\nHost: {urlsplit(settings.public_url).netloc}\r\nConnection: close\r\n\r\n"
    try:
        async with asyncio.timeout(0.5):
            reader, writer = await asyncio.open_connection(here, settings.port)
            with contextlib.closing(writer):
                writer.write(question.encode())
                return (await reader.readline()).split()[1:2] == [b"200"]
    except OSError:  # TimeoutError is one of them
        return False


def main(arguments: Sequence[str] = ()) -> int:
    """Run Festijn. Gives the exit code: 2, after one clear line, when it cannot work as things are set."""
    argparse.ArgumentParser(prog="festijn run", description="Run Festijn until Ctrl-C.").parse_args(arguments)
    code = 0
    try:
        asyncio.run(Supervisor(Settings.read()).run())
    except* Unusable as problems:
        say(_sentence(problems))
        code = UNUSABLE
    return code


def _sentence(problem: BaseException) -> str:
    return _sentence(problem.exceptions[0]) if isinstance(problem, BaseExceptionGroup) else str(problem)
