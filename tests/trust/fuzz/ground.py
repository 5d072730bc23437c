"""Where the fuzzer plays: a real store and two web processes, each with a log that is read all along.

Everything is on this machine's loopback, and only what was started here is ended here.
"""

import json
import re
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from server.child import spawn
from server.embedded import Store
from tests.festijn import START_WITHIN, Worker, eventually
from tests.trust.drills.report import descriptors, memory

PROGRAM = ("-m", "tests.trust.fuzz.watched")
CALM = ("debug", "info", "warning")
USUAL = re.compile(
    r"WARNING: +(Invalid HTTP request received\.|Unsupported upgrade request\.)"
    r"|.*\(further occurrences of this error will be logged with level INFO\)$"
)
"""What the web server, and Engine.IO, may say of requests that are none."""
ERROR = re.compile(
    r"^[ |]*((?:\w+\.)*\w*(?:Error|Exception|Disconnect|Refused|Warning)\b(?! in ASGI)[^\n\"]{0,60})", re.MULTILINE
)
PROCESSES = 2


def is_harmless(line: str) -> bool:
    """Whether this line of a log tells of nothing that is our fault."""
    try:
        told = json.loads(line)
    except ValueError:
        return not line.strip() or USUAL.match(line) is not None
    return isinstance(told, dict) and told.get("level") in CALM and "exception" not in told


def complaints_in(text: str) -> Iterator[str]:
    """What a log complains of: each line that is not harmless; one that is no JSON with the traceback behind it."""
    lines = text.splitlines()
    at = 0
    while at < len(lines):
        end = at + 1
        if not is_harmless(lines[at]):
            if not lines[at].startswith("{"):
                while end < len(lines) and not lines[end].startswith("{") and not USUAL.match(lines[end]):
                    end += 1
            yield "\n".join(lines[at:end])
        at = end


def named(complaint: str) -> str:
    """A complaint in a few words, the same for the same fault: the last error, and where it was raised."""
    with_lines = complaint.replace("\\n", "\n")
    raised = re.findall(r'File "[^"]*?([^/"]+/[^/"]+)", line (\d+), in (\S+)', with_lines)
    errors = ERROR.findall(with_lines)
    where = "{}:{} in {}".format(*raised[-1]) if raised else ""
    return f"log: {errors[-1] if errors else complaint[:120]} {where}".strip()


class Logged(Worker):
    """A web process whose log is kept, and read as it grows."""

    def __init__(self, url: str, data_dir: Path, number: int) -> None:
        super().__init__(url, data_dir, workers=1, program=PROGRAM)
        self.log = data_dir / f"log-{number}"
        self._told = data_dir / f"watched-{number}"
        self._read = 0
        self.environ |= {"LOG_LEVEL": "warning", "WATCHED": str(self._told)}

    async def start(self) -> Self:
        told = [f"{name}={value}" for name, value in self.environ.items()]
        fd = self.door.fileno()
        command = ["/usr/bin/env", *told, sys.executable, *self._program, "web", "--fd", str(fd)]
        with self.log.open("ab") as log:
            self.process = await spawn(*command, output=log.fileno(), keep=(fd,))
        await eventually(self.ready, within=START_WITHIN)
        await eventually(self._told.exists)
        return self

    @property
    def alive(self) -> Process:
        """The process, as it was started; it is never started again."""
        assert self.process is not None
        return self.process

    def news(self) -> list[str]:
        """What the log complains of since the last look. A line that is not whole yet is left for the next."""
        with self.log.open("rb") as log:
            log.seek(self._read)
            text = log.read()
        whole = text[: text.rfind(b"\n") + 1]
        self._read += len(whole)
        return list(complaints_in(whole.decode("utf-8", "replace")))

    def watched(self) -> dict[str, Any]:
        """What the process wrote down of itself."""
        told: dict[str, Any] = json.loads(self._told.read_text())
        return told

    def held(self) -> dict[str, int]:
        """What the process holds now."""
        pid, told = self.alive.pid, self.watched()
        own = {"descriptors": descriptors(pid), "rss": memory(pid)}
        return own | {"tasks": told["tasks"], "phones": told["phones"], "halls": len(told["halls"])}


@dataclass(frozen=True)
class Ground:
    """What stands."""

    where: Path
    store: Store
    workers: list[Logged]

    def dead(self) -> list[str]:
        """The processes that are no longer there."""
        ended = [one.alive for one in self.workers if one.alive.returncode is not None]
        return [f"a web process ended by itself, with code {process.returncode}" for process in ended]

    def news(self) -> list[str]:
        """What any log complains of since the last look."""
        return [complaint for worker in self.workers for complaint in worker.news()]


@asynccontextmanager
async def ground(where: Path) -> AsyncIterator[Ground]:
    """A store and its processes, in this directory."""
    store = Store(where)
    await store.start()
    workers = [Logged(store.url, where, number) for number in range(PROCESSES)]
    try:
        for worker in workers:
            await worker.start()
        yield Ground(where, store, workers)
    finally:
        for worker in workers:
            await worker.close()
        await store.close()
