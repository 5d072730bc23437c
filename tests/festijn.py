"""The real thing for tests: web processes as an operator starts them, on a free port of this machine's loopback.

`Worker` is one `python -m server web`: start it, end it as a crash would, stop it for a while, start it again.
`inside` runs the same server in the test's own loop, for tests that must look at its parts. `Raw` is a phone that says
exactly what it is told to, well-formed or not. Only what was started here is ended here, by its own pid.
"""

import asyncio
import inspect
import json
import signal
import socket
import sys
import time
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Self

import httpx
import uvicorn
from websockets.asyncio.client import ClientConnection, connect

from rooms.kernel import Record, Tables
from server.app import App
from server.child import end, spawn
from server.eventfile import load
from server.founding import found
from server.identity import Identity
from server.journal import Journal
from server.links import shown_links
from server.register import Listed, Register
from server.settings import PROJECT, Settings
from server.web import configured

SECRET = "not a secret: 0123456789 abcdefghij, for tests only"
IDENTITY = Identity(SECRET, secure=False)
EVENT = PROJECT / "events" / "korte-dag.toml"
WHOLE_DAY = PROJECT / "events" / "brein-festijn.toml"


async def eventually(holds: Callable[[], Any], within: float = 10.0) -> None:
    """Wait until `holds()` (or what it awaits) is true; fails after `within` seconds."""
    until = time.monotonic() + within
    while True:
        told = holds()
        if await told if inspect.isawaitable(told) else told:
            return
        assert time.monotonic() < until, f"not within {within} s: {inspect.getsource(holds).strip()}"
        await asyncio.sleep(0.01)


async def founded(url: str, records: tuple[Record, ...] = ()) -> Listed:
    """A new festival in this store: of these records, or the first event of every Festijn."""
    register = Register(url)
    try:
        return await found(url, register, IDENTITY, records or load(EVENT))
    finally:
        await register.close()


async def links(url: str, listed: Listed, base: str) -> dict[str, str]:
    """Every way into a new festival, by its label."""
    journal = Journal(url, listed.id)
    await journal.connect()
    try:
        snapshot = (await journal.after(0))[0].snapshot
        assert snapshot is not None
        return dict(shown_links(base, IDENTITY, listed, Tables(snapshot.records)))
    finally:
        await journal.close()


def settings_for(url: str, data_dir: Path, port: int, workers: int = 1, **more: str) -> Settings:
    """The settings of a server on this store and port, and more by their names."""
    given = {**more, "REDIS_URL": url, "DATA_DIR": str(data_dir), "PORT": str(port), "WORKERS": str(workers)}
    return Settings.read({**given, "SECRET_KEY": SECRET, "LOG_LEVEL": "error"})


START_WITHIN = 60.0
"""Seconds for a process to be ready: long, for a busy machine is no fault of ours."""


class Worker:
    """One web process on a store. Its port stays open while it is down, so that who knocks then waits. What is changed
    in its `environ` holds from its next start."""

    def __init__(self, url: str, data_dir: Path, workers: int = 1, program: tuple[str, ...] = ("-m", "server")) -> None:
        self._program = program
        self.door = socket.create_server(("127.0.0.1", 0), backlog=512)
        self.port = self.door.getsockname()[1]
        self.base = f"http://127.0.0.1:{self.port}"
        self.process: Process | None = None
        self.environ = {
            "REDIS_URL": url,
            "DATA_DIR": str(data_dir),
            "PORT": str(self.port),
            "WORKERS": str(workers),
            "SECRET_KEY": SECRET,
            "LOG_LEVEL": "error",
            "PYTHONPATH": str(PROJECT),
        }

    async def start(self) -> Self:
        """Start the process, and wait until it says it is ready."""
        told = [f"{name}={value}" for name, value in self.environ.items()]
        fd = self.door.fileno()
        command = ["/usr/bin/env", *told, sys.executable, *self._program, "web", "--fd", str(fd)]
        self.process = await spawn(*command, keep=(fd,))
        await eventually(self.ready, within=START_WITHIN)
        return self

    async def ready(self) -> bool:
        """Whether it says that it can take people."""
        try:
            async with httpx.AsyncClient(base_url=self.base, timeout=2) as http:
                return (await http.get("/readyz")).status_code == 200
        except httpx.HTTPError:
            return False

    def signal(self, number: signal.Signals) -> None:
        """Send it a signal."""
        assert self.process is not None
        self.process.send_signal(number)

    async def kill(self) -> None:
        """End it as a crash would."""
        assert self.process is not None
        self.process.kill()
        await self.process.wait()

    async def close(self) -> None:
        """Stop it for good."""
        if self.process is not None and self.process.returncode is None:
            self.process.send_signal(signal.SIGCONT)
            await end(self.process, patience=10)
        self.door.close()


@asynccontextmanager
async def working(url: str, data_dir: Path, processes: int = 1, workers: int = 1) -> AsyncIterator[list[Worker]]:
    """Some web processes on one store, each on a port of its own; `workers` is what they believe there are."""
    every = [Worker(url, data_dir, workers) for _ in range(processes)]
    try:
        await asyncio.gather(*(one.start() for one in every))
        yield every
    finally:
        await asyncio.gather(*(one.close() for one in every))


class Inside:
    """A server in the test's own loop: its parts, and its address."""

    def __init__(self, app: App, base: str) -> None:
        self.app = app
        self.base = base


@asynccontextmanager
async def inside(url: str, data_dir: Path, workers: int = 1, ws: Any = None, **more: str) -> AsyncIterator[Inside]:
    """The server as `server.web` makes it, in this loop; `ws` is another websocket protocol of uvicorn, `more` are
    settings by their names."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        settings = settings_for(url, data_dir, door.getsockname()[1], workers, **more)
        app = App(settings)
        config = configured(settings, app)
        config.ws = ws or config.ws
        server = uvicorn.Server(config)
        life = asyncio.create_task(server.serve([door]))
        await eventually(lambda: server.started)
        yield Inside(app, settings.public_url)
        server.should_exit = True
        await life


class Raw:
    """A phone that sends what it is told, over a bare websocket, and keeps what it hears as it comes."""

    def __init__(self, line: ClientConnection) -> None:
        self.line = line

    @classmethod
    async def connect(cls, base: str, cookie: str, hello: Any, **more: Any) -> "Raw":
        """Connect and say hello; `heard` then gives the server's welcome, or its refusal."""
        address = base.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
        line = await connect(address, additional_headers={"Cookie": cookie}, compression=None, **more)
        phone = cls(line)
        assert (await phone.packet()).startswith("0{")
        await line.send("40" + json.dumps(hello))
        return phone

    async def packet(self, within: float = 5.0) -> str:
        """The next packet, as text; pings are answered on the way."""
        async with asyncio.timeout(within):
            while True:
                told = await self.line.recv()
                if told != "2":
                    return str(told)
                await self.line.send("3")

    async def heard(self, event: str, within: float = 5.0) -> Any:
        """The content of the next message of this name; others are passed over."""
        async with asyncio.timeout(within):
            while True:
                packet = await self.packet(within)
                if packet.startswith("42"):
                    name, content = json.loads(packet[2:])
                    if name == event:
                        return content

    async def say(self, event: str, content: Any) -> None:
        """Send a message."""
        await self.line.send("42" + json.dumps([event, content]))

    async def refusal(self) -> str:
        """Why the hello was refused."""
        packet = await self.packet()
        assert packet.startswith("44"), packet
        await self.line.close()
        return str(json.loads(packet[2:])["message"])
