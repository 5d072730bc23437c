"""How a measurement goes: a server is started afresh, people connect, something happens, and what it cost is kept.

What counts must be complete: everybody has seen everything and every wish has its answer, or the figure does not count.
"""

import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from bench import machine
from bench.contenders import App, Contender
from bench.crowd import NOTE, VOTE, Crowd
from bench.generator import Load

Kind = type[Contender] | partial[Any]
Told = dict[str, Any]


BUSY_PCT = 60
"""Share of its core above which the load generator may itself be what is slow."""
LEAST = 1e-6
"""Seconds of CPU that a cost is at least counted for, so that one can divide by it."""
DRAIN = 30
"""Seconds after the last post in which all must have come: a server that can't keep up shows it in its p99."""


@dataclass
class Sample:
    """What one contender did once: its figures by name. `case` tells apart what one scenario measures."""

    scenario: str
    case: str
    contender: str
    round: int
    figures: dict[str, float]
    complete: bool = True


@dataclass
class Plan:
    """How long and how often."""

    rounds: int = 3
    seconds: float = 6
    warm: float = 2
    people: int = 1000
    many: int = 5000
    within: float = 30
    """Seconds in which the many come."""
    idle: float = 20
    most: int = 8000
    """People of the last step of capacity."""
    screens: int = 100
    """Posts that are seen on another's screen."""
    only_app: bool = False
    workers: int | None = None

    @classmethod
    def quickly(cls, **chosen: Any) -> "Plan":
        """One short round, to see that all works."""
        return cls(
            **{"rounds": 1, "seconds": 3, "warm": 1, "within": 20, "idle": 5, "most": 2000, "screens": 20, **chosen}
        )


@dataclass
class Course:
    """One run of the bench: its plan, the round it is in, and what was measured and remarked so far."""

    plan: Plan
    say: Callable[[str], None]
    scenario: str = ""
    round: int = 1
    samples: list[Sample] = field(default_factory=list)
    remarks: dict[str, list[str]] = field(default_factory=dict)
    known: dict[str, float] = field(default_factory=dict)
    """What an earlier measurement found that later ones need, such as the app's tick."""

    def keep(self, case: str, contender: str, figures: dict[str, float], fault: str = "") -> None:
        """Keep what was measured; `fault` says what was not complete."""
        self.samples.append(Sample(self.scenario, case, contender, self.round, figures, not fault))
        shown = "  ".join(f"{name} {figure:.5g}" for name, figure in figures.items())
        shown += f"  INCOMPLETE: {fault}" if fault else ""
        if figures.get("load_pct", 0) > BUSY_PCT:
            self.remark(f"The load took more than {BUSY_PCT} % of its core beside {contender}: times may be its own.")
        self.say(f"  {self.round} {contender}{', ' + case if case else ''}: {shown}")

    def remark(self, text: str) -> None:
        """Say something below the table, once."""
        said = self.remarks.setdefault(self.scenario, [])
        if text not in said:
            said.append(text)

    def here(self, *kinds: Kind) -> Iterator[Kind]:
        """Those of these contenders that can run here; of the others it is said what is missing. Each round another
        one begins, for whoever comes first may find the machine in another mood."""
        first = (self.round - 1) % len(kinds)
        for kind in kinds[first:] + kinds[:first]:
            made: Any = kind.func if isinstance(kind, partial) else kind
            if self.plan.only_app and made is not App:
                continue
            if lacks := made.lacks():
                self.remark(f"{made.__name__} is absent: {lacks}.")
                continue
            yield kind

    @asynccontextmanager
    async def meeting(self, kind: Kind, crowd: Crowd, template: str = NOTE) -> AsyncIterator["Meeting"]:
        """A server of this kind with its festival, and a load generator for its people, for as long as this lasts."""
        program = machine.built("load")
        assert program is not None, "who measures with a load has looked whether there is one"
        machine.GROUND.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=machine.GROUND, prefix="run-") as ground:
            server, load = kind(crowd, Path(ground)), Load(program)
            try:
                await server.start()
                await load.start()
                meeting = Meeting(server, load)
                await meeting.prepare(template)
                yield meeting
            finally:
                await load.close()
                await server.close()


class Meeting:
    """A server and the people at it."""

    def __init__(self, server: Contender, load: Load) -> None:
        self.server = server
        self.load = load
        self.empty = server.memory()
        self.came = 0

    async def prepare(self, template: str) -> None:
        """Tell the generator all it must know."""
        boards = self.server.crowd.boards
        others = boards if template == VOTE else boards[: self.server.crowd.groups]
        texts = {"template": template + "\n", "others": "\n".join(others) + "\n"}
        for name, text in texts.items():
            self.file(name).write_text(text, encoding="utf-8")
        self.server.list_people(self.file("people"))
        await self.load.say("server", "127.0.0.1", self.server.port)
        await self.load.say("people", self.file("people"))
        await self.load.say("template", self.file("template"))
        if self.server.crowd.groups > 1:
            await self.load.say("watch", 0, self.server.crowd.people, self.server.crowd.groups)

    def file(self, name: str) -> Path:
        """A file for the generator to read."""
        return self.server.ground / name

    async def _counted(self, *command: object) -> Told:
        """Have the generator do this; gives what it tells, with the CPU (s) of server and store meanwhile."""
        server, store = self.server.cpu(), self.server.store_cpu()
        told = await self.load.say(*command)
        return {**told, "server": self.server.cpu() - server, "store": self.server.store_cpu() - store}

    async def arrive(self, first: int, last: int, seconds: float = 0, batch: int = 100) -> Told:
        """Have these people connect, over so many seconds (0: as fast as they are taken in)."""
        told = await self._counted("connect", first, last, seconds, batch)
        await self.load.say("wait", 0.5)
        self.came += told["in"]
        return told

    async def all_in(self) -> None:
        """Have everybody connect. Raises RuntimeError when somebody can't."""
        told = await self.arrive(0, self.server.crowd.people)
        if told["failed"]:
            raise RuntimeError(f"{told['failed']} people could not connect to {self.server.name}: {told.get('why')}")

    async def post(self, people: int, rate: float, seconds: float) -> Told:
        """Have the first so many people send wishes at this pace (0: all at once), until all have seen all."""
        await self.load.say("others", self.file("others"))
        return await self._counted("post", 0, people, rate, seconds, DRAIN)

    async def wait(self, seconds: float) -> Told:
        """Let nothing happen for a while."""
        return await self._counted("wait", seconds)

    def memory_each(self) -> float:
        """What a connection costs in memory, in kB."""
        return (self.server.memory() - self.empty) / max(self.came, 1)


def fault(told: Told) -> str:
    """What is not complete: somebody who could not connect, a note not seen, a wish not granted. "" when all is."""
    if told.get("failed"):
        return f"{told['failed']} people could not connect: {told.get('why')}"
    if told.get("complete", True) and not told.get("refused"):
        return ""
    seen = f"{told['deliveries']} of {told['expected']} deliveries"
    return f"{seen}, {told['answered']} of {told['posted']} granted: {told.get('why', 'no reason given')}"


def joined(told: Told) -> dict[str, float]:
    """The figures of people connecting."""
    each = told["server"] / max(told["in"], 1)
    return {"cpu_us": each * 1e6, "p50": told["p50"], "p99": told["p99"], "last_s": told["seconds"]}


def heard(told: Told, meeting: Meeting) -> dict[str, float]:
    """The figures of notes that everybody heard."""
    used, deliveries = max(told["server"], LEAST), max(told["deliveries"], 1)
    return {
        "cpu_us": used / deliveries * 1e6,
        "per_cpu_s": deliveries / used,
        "p50": told["p50"],
        "p99": told["p99"],
        "rss_kb": meeting.memory_each(),
        "store_us": told["store"] / max(told["posted"], 1) * 1e6,
        "frames_s": told["tellings"] / max(meeting.came, 1) / told["seconds"],
        "load_pct": told["cpu"] / told["seconds"] * 100,
    }
