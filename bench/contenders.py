"""Who is measured: the app itself, the peer that people would write with Node, and the ruler, in C.

Each is a process of its own, started afresh for every measurement, on a core of its own. The app has a real store that
writes to disk before it answers, in a process of its own; so has the peer where it is about what the store costs.
"""

import json
import signal
import socket
from asyncio.subprocess import Process
from pathlib import Path

from bench import machine
from bench.crowd import Crowd, cookie_of, person
from server.child import end, spawn
from server.embedded import Store
from server.register import Listed
from tests.festijn import Raw, Worker, eventually, founded


class Contender:
    """One server and the festival in it. `start`, then read its figures, then `close`."""

    name = ""

    @staticmethod
    def lacks() -> str:
        """What is missing on this machine to run it; "" when it can run."""
        return ""

    def __init__(self, crowd: Crowd, ground: Path) -> None:
        self.crowd = crowd
        self.ground = ground
        self.port = 0
        self.store: Store | None = None
        self.processes: list[Process] = []

    async def start(self) -> None:
        """Start it; returns when people can connect."""
        raise NotImplementedError

    def list_people(self, path: Path) -> None:
        """Write down for the generator who connects, with which packets."""
        self.crowd.list_people(path, "BENCH", lambda _: "bench=1", self._enter)

    def _enter(self, number: int) -> dict[str, object]:
        group = number % self.crowd.groups
        return {"places": {}, "look": self.crowd.look(number), "group": group}

    def cpu(self) -> float:
        """Seconds of CPU it used so far, its store not counted."""
        return sum(machine.cpu(one.pid) for one in self.processes)

    def store_cpu(self) -> float:
        """Seconds of CPU its store used so far."""
        return machine.cpu(self.store.process.pid) if self.store and self.store.process else 0.0

    def memory(self) -> int:
        """What it has in memory, in kB."""
        return sum(machine.memory(one.pid) for one in self.processes)

    async def _open_store(self) -> str:
        self.store = Store(self.ground)
        await self.store.start()
        return self.store.url

    async def _run(self, *command: str, **environ: object) -> None:
        """Start a program that says "ready" when it listens."""
        log = self.ground / "server.log"
        told = [f"{name}={value}" for name, value in environ.items()]
        with log.open("ab") as file:
            self.processes = [await spawn("/usr/bin/env", *told, *command, output=file.fileno())]
        (process,) = self.processes
        await eventually(lambda: "ready" in log.read_text() or process.returncode is not None)
        if process.returncode is not None:
            raise RuntimeError(f"{self.name} does not start; it says: {log.read_text()}")
        machine.pin(process.pid, machine.SERVER_CORE)

    async def close(self) -> None:
        """Stop it, and its store."""
        for process in self.processes:
            await end(process, patience=5)
        if self.store is not None:
            await self.store.close()


class App(Contender):
    """Festijn itself: one web process, or several behind one door, and a store."""

    name = "app"

    def __init__(self, crowd: Crowd, ground: Path, workers: int = 1) -> None:
        super().__init__(crowd, ground)
        self._count = workers
        self._workers: list[Worker] = []
        self.listed: Listed

    @property
    def base(self) -> str:
        """Its address."""
        return self._workers[0].base

    async def start(self) -> None:
        url = await self._open_store()
        self.listed = await founded(url, self.crowd.records())
        for _ in range(self._count):
            await self._one_more(url)
        self.port = self._workers[0].port
        await self.places()

    async def _one_more(self, url: str) -> None:
        """One more process at the same door. Those before it stand still meanwhile, so that it is the new one that
        says it is ready."""
        worker = Worker(url, self.ground, self._count)
        if self._workers:
            worker.door.close()
            worker.door, worker.base = self._workers[0].door, self.base
        for other in self._workers:
            other.signal(signal.SIGSTOP)
        self._workers.append(worker)
        await worker.start()
        for other in self._workers:
            other.signal(signal.SIGCONT)
        assert worker.process is not None
        self.processes.append(worker.process)
        machine.pin(worker.process.pid, machine.SERVER_CORE if self._count == 1 else machine.CORES)

    def list_people(self, path: Path) -> None:
        self.crowd.list_people(path, self.listed.code, self._cookie, lambda n: self._entering(n, {}))

    def list_returning(self, path: Path, places: dict[str, str]) -> None:
        """As `list_people`, of people who have what is shared up to these places, and what is theirs alone."""

        def enter(number: int) -> dict[str, object]:
            return self._entering(number, {**places, f"person:{person(number)}": places["festival"]})

        self.crowd.list_people(path, self.listed.code, self._cookie, enter)

    def list_new(self, path: Path, cookies: list[str]) -> None:
        """As `list_people`, of people who just got these cookies."""
        self.crowd.list_people(path, self.listed.code, cookies.__getitem__, lambda n: self._entering(n, {}))

    def _cookie(self, number: int) -> str:
        return cookie_of(self.listed.id, person(number))

    def _entering(self, number: int, places: dict[str, str]) -> dict[str, object]:
        return {"places": places, "look": self.crowd.look(number)}

    async def visitor(self) -> tuple[Raw, dict[str, str], int]:
        """The first person, on a line of their own: also the places of what they got, and its bytes."""
        cookie = cookie_of(self.listed.id, person(0))
        raw = await Raw.connect(self.base, cookie, {"code": self.listed.code, "role": "participant"}, max_size=None)
        await raw.say("enter", {"places": {}, "look": self.crowd.look(0)})
        places: dict[str, str] = {}
        size = 0
        while True:
            packet = await raw.packet()
            if packet.startswith('42["numbers"'):
                return raw, places, size
            if packet.startswith('42["frame"'):
                size += len(packet.encode())
                _, frame = json.loads(packet[2:])
                places[frame["audience"]] = frame["place"]

    async def places(self) -> tuple[dict[str, str], int]:
        """The places of what everybody gets who looks at the first board, and its bytes."""
        raw, places, size = await self.visitor()
        await raw.line.close()
        return {audience: place for audience, place in places.items() if not audience.startswith("person:")}, size

    async def close(self) -> None:
        for worker in self._workers:
            await worker.close()
        await super().close()


class Node(Contender):
    """The peer: socket.io and node-redis, one message for each note or gathered at a tick."""

    def __init__(self, crowd: Crowd, ground: Path, tick: float = 0, snapshot: int = 0) -> None:
        super().__init__(crowd, ground)
        self.name = "node tick" if tick else "node"
        self._tick, self._snapshot = tick, snapshot

    @staticmethod
    def lacks() -> str:
        return "" if machine.node() else "there is no Node here, or not what the peer needs (bench/peer)"

    async def start(self) -> None:
        node = machine.node()
        assert node is not None
        self.port = free_port()
        url = {"REDIS_URL": await self._open_store()} if self.crowd.store else {}
        chosen = {"PORT": self.port, "TICK_MS": self._tick, "SNAPSHOT_BYTES": self._snapshot, **url}
        await self._run(node, str(machine.PEER / "server.mjs"), **chosen)


class Ruler(Contender):
    """The ruler: a broadcaster that does nothing but write, the least a server can do."""

    def __init__(self, crowd: Crowd, ground: Path, tick: float = 0, snapshot: int = 0) -> None:
        super().__init__(crowd, ground)
        self.name = "C tick" if tick else "C"
        self._tick, self._snapshot = tick, snapshot

    @staticmethod
    def lacks() -> str:
        return "" if machine.built("ruler") else "there is no C compiler here (cc)"

    async def start(self) -> None:
        program = machine.built("ruler")
        assert program is not None
        self.port = free_port()
        groups = [str(self.crowd.groups)] if self.crowd.groups > 1 else []
        await self._run(str(program), str(self.port), str(self._tick), str(self._snapshot), *groups)


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])
