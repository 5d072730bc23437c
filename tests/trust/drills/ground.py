"""Where most drills happen: a real store, one real worker, and a festival full of people who have their cookies."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from server.embedded import Store
from tests.festijn import Raw, Worker
from tests.trust.chaos.scene import CREW, Guest, Scene, founded_scene

OTHERS = len(CREW)
"""How many of a scene's people are no participants."""


@dataclass(frozen=True)
class Ground:
    """What stands, and who may come in."""

    store: Store
    worker: Worker
    scene: Scene

    @property
    def pid(self) -> int:
        """The worker's process."""
        assert self.worker.process is not None
        return self.worker.process.pid

    @property
    def participants(self) -> list[Guest]:
        """The participants, in a fixed order."""
        return self.scene.guests[OTHERS:]

    @property
    def hello(self) -> dict[str, str]:
        """What a participant says when connecting."""
        return {"code": self.scene.listed.code, "role": "participant"}

    async def knock(self, at: int) -> Raw:
        """The at-th participant connects, and says hello; what the server says to that is still to be heard."""
        guest = self.participants[at]
        return await Raw.connect(self.worker.base, guest.cookie, self.hello, close_timeout=0.2)

    async def inside(self, at: int) -> Raw:
        """The at-th participant, who has entered and was told so."""
        raw = await self.knock(at)
        assert (await raw.packet()).startswith("40{")
        await raw.say("enter", {"places": {}, "look": self.scene.boards[0]})
        await raw.heard("store")
        return raw


@asynccontextmanager
async def ground(
    where: Path,
    participants: int,
    ballots: int = 0,
    program: tuple[str, ...] = ("-m", "server"),
    environ: Mapping[str, str] = MappingProxyType({}),
) -> AsyncIterator[Ground]:
    """Everything a drill needs, in this directory; `program` is what the worker runs, with `environ` beside its own."""
    store = Store(where)
    await store.start()
    worker = Worker(store.url, where, program=program)
    worker.environ.update(environ)
    try:
        scene = await founded_scene(store.url, OTHERS + participants, ballots)
        await worker.start()
        yield Ground(store, worker, scene)
    finally:
        await worker.close()
        await store.close()
