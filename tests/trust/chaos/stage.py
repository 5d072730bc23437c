"""Everything a run of chaos needs, standing: a store on a watched disk, processes on it, and bad networks between."""

import random
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from server.embedded import Store
from server.settings import socket_path
from tests.festijn import Worker
from tests.trust.chaos.disk import Disk
from tests.trust.chaos.proxy import Proxy

HURRIED = ("-m", "tests.trust.chaos.hurry")


@dataclass(frozen=True)
class Stage:
    """What stands: each worker speaks with the store through its proxy in `back`, people with it through `front`."""

    disk: Disk
    workers: list[Worker]
    front: list[Proxy]
    back: list[Proxy]

    @property
    def store(self) -> Store:
        """The store."""
        return self.disk.store

    @property
    def bases(self) -> list[str]:
        """Where people find each worker."""
        return [f"http://127.0.0.1:{proxy.port}" for proxy in self.front]


@asynccontextmanager
async def staged(where: Path, workers: int, chance: random.Random, fsync: str, weakness: str) -> AsyncIterator[Stage]:
    """Set it up in this directory, and take it down. `weakness` is one the workers are started with, or ""."""
    async with AsyncExitStack() as open_things:
        (where / "store").mkdir()
        disk = await open_things.enter_async_context(Disk(where / "store", fsync))
        stage = Stage(disk, [], [], [])
        for at in range(workers):
            path = where / f"back-{at}.socket"
            back = await open_things.enter_async_context(Proxy(path, socket_path(where / "store"), chance))
            program = ("-m", "tests.trust.chaos.weakened", weakness) if weakness else HURRIED
            worker = Worker(f"unix://{quote(str(path))}", where, workers, program=program)
            open_things.push_async_callback(worker.close)
            front = await open_things.enter_async_context(Proxy("tcp", ("127.0.0.1", worker.port), chance))
            stage.workers.append(worker)
            stage.front.append(front)
            stage.back.append(back)
        yield stage
