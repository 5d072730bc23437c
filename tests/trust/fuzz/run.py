"""One run of the fuzzer: all four doors in turn, one small batch after the other, while honest people go on beside it.

After each batch the logs are read. What must not be is tried again alone, made as short as it can be, and told once.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, Protocol

from server.lives import call_off
from tests.trust.fuzz.afterwards import Judge, Leaks, agreed
from tests.trust.fuzz.beside import Beside
from tests.trust.fuzz.book import Book, Told
from tests.trust.fuzz.fair import Fair, fair
from tests.trust.fuzz.files import Files
from tests.trust.fuzz.founded import visit
from tests.trust.fuzz.ground import Ground, ground, named
from tests.trust.fuzz.handshake import Handshake
from tests.trust.fuzz.lines import Phones
from tests.trust.fuzz.packets import Packets
from tests.trust.fuzz.pages import Pages
from tests.trust.fuzz.shrink import shortest

BATCH = {"handshake": 40, "packets": 200, "pages": 80, "files": 8}
AT_ONCE = {"handshake": 40, "packets": 24, "pages": 16, "files": 1}
LATE = 0.2
"""Seconds after a batch in which what it did may still reach a log."""
TELL_EVERY = 60.0


class Door(Protocol):
    """One of the four."""

    name: str

    def draw(self, chance: Random) -> Any:
        """A case, as `chance` has it."""

    async def play(self, tree: Any) -> Told:
        """Do it; gives what became of it."""


@dataclass(frozen=True)
class Plan:
    """For how long (seconds), by which seed, through which doors. `season` is after how many seconds another festival
    is begun; `patience`, how many the processes may take at the end to let go of everything (who comes by long polling
    is given up after 45; None: don't wait for it); `search`, how many may be spent on a shorter input for one fault."""

    seconds: float
    seed: int
    doors: tuple[str, ...] = tuple(BATCH)
    season: float = 300.0
    patience: float | None = 90.0
    search: float = 30.0


class Run:
    """A run on this ground."""

    def __init__(self, ground: Ground, plan: Plan, book: Book) -> None:
        self._ground, self._plan, self._book = ground, plan, book
        self._drawn: dict[str, int] = dict.fromkeys(BATCH, 0)
        self._until = time.monotonic() + plan.seconds
        self._leaks = Leaks(ground)
        self._told_at = time.monotonic()

    async def go(self) -> None:
        """Season after season, then the last look."""
        first = True
        while time.monotonic() < self._until and not self._ground.dead():
            async with fair(self._ground.store.url) as festival:
                if first:
                    await self._warm(festival)
                    first = False
                await self._season(festival)
        if self._plan.patience is not None and not self._ground.dead():
            await self._leaks.judge(self._book, self._plan.patience)
        for death in self._ground.dead():
            self._book.fault(death)

    async def _warm(self, festival: Fair) -> None:
        """One festival is open, and nobody is in it: what it costs, is no leak."""
        async with Beside(self._ground, festival, self._book):
            await asyncio.sleep(2)
        await asyncio.sleep(2.5)
        self._leaks.one_festival()

    async def _season(self, festival: Fair) -> None:
        judge, phones = Judge(festival), Phones(self._ground, festival)
        judging = asyncio.create_task(judge.follow())
        every: dict[str, Door] = {
            "handshake": Handshake(self._ground, festival),
            "packets": Packets(festival, phones),
            "pages": Pages(self._ground, festival),
            "files": Files(self._ground.where),
        }
        try:
            async with Beside(self._ground, festival, self._book) as beside:
                await self._batches(festival, [every[name] for name in self._plan.doors])
            self._book.figures["honest wishes answered"] = beside.answered
        finally:
            phones.close()
            await call_off(judging)
        if not self._ground.dead():
            await agreed(self._ground, festival, judge, self._book)

    async def _batches(self, festival: Fair, doors: list[Door]) -> None:
        ends = min(self._until, time.monotonic() + self._plan.season)
        while time.monotonic() < ends and not self._ground.dead():
            for door in doors:
                began = time.monotonic()
                played = await self._batch(door)
                self._book.spent[door.name] += time.monotonic() - began
                if isinstance(door, Files):
                    await self._found(door, played)
            await festival.restock()
            self._tell()

    def _tell(self) -> None:
        if time.monotonic() - self._told_at > TELL_EVERY:
            self._told_at = time.monotonic()
            print(f"{time.monotonic() - self._leaks.began:6.0f} s: {self._book.line()}", flush=True)

    # -- cases

    async def _batch(self, door: Door) -> list[tuple[str, Any]]:
        """Some cases of this door, several at once; then see what the logs say. Gives the cases."""
        room = asyncio.Semaphore(AT_ONCE[door.name])
        played: list[tuple[str, Any, Told]] = []

        async def one() -> None:
            async with room:
                seed = f"{self._plan.seed} {door.name} {self._drawn[door.name]}"
                self._drawn[door.name] += 1
                tree = door.draw(Random(seed))
                told = await door.play(tree)
                self._book.note(door.name, told)
                played.append((seed, tree, told))

        await asyncio.gather(*(one() for _ in range(BATCH[door.name])))
        for seed, tree, told in played:
            if told.wrong and not self._book.known(told.wrong):
                await self._shrunk(door, told.wrong, seed, tree)
        await asyncio.sleep(LATE)
        cases = [(seed, tree) for seed, tree, _ in played]
        await self._read_logs(door, cases)
        return cases

    async def _read_logs(self, door: Door, played: list[tuple[str, Any]]) -> None:
        """Find out which of these cases it was that a log complains of."""
        for complaint in self._ground.news():
            what = named(complaint)
            if self._book.known(what):
                continue
            found = await self._culprit(door, what, played)
            if len(found) == 1:
                await self._shrunk(door, what, *found[0], complaint)
            else:
                self._book.fault(what, door.name, found[0][0], f"one of the {len(found)} cases from here on", complaint)

    async def _culprit(self, door: Door, what: str, played: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
        """The case that does it, found by playing half of them, and half of that; or as few as can be told."""
        while len(played) > 1:
            for half in (played[: len(played) // 2], played[len(played) // 2 :]):
                symptoms = await asyncio.gather(*(self._symptoms(door, tree) for _, tree in half))
                if any(what in one for one in symptoms):
                    played = half
                    break
            else:
                return played
        return played

    async def _symptoms(self, door: Door, tree: Any) -> set[str]:
        """What is wrong when this case is played alone."""
        try:
            told = await door.play(tree)
        except (KeyError, TypeError, ValueError, AttributeError):
            return set()  # it was made so small that it is no case any more
        await asyncio.sleep(LATE)
        return {told.wrong} | {named(complaint) for complaint in self._ground.news()}

    async def _shrunk(self, door: Door, what: str, seed: str, tree: Any, evidence: str = "") -> None:
        print(f"looking for the shortest input: {what} (seed {seed!r})", flush=True)
        fails: Callable[[Any], Awaitable[bool]] = lambda less: self._fails(door, less, what)  # noqa: E731
        found = await shortest(tree, fails, self._plan.search) if not self._ground.dead() else tree
        self._book.fault(what, door.name, seed, found, evidence)

    async def _fails(self, door: Door, tree: Any, what: str) -> bool:
        return not self._ground.dead() and what in await self._symptoms(door, tree)

    async def _found(self, files: Files, played: list[tuple[str, Any]]) -> None:
        """Found one of the festivals that loaded, and read its pages."""
        seeds = {id(tree): seed for seed, tree in played}
        for tree, records in files.loaded[-1:]:
            seed, door = seeds.get(id(tree), "an earlier batch"), "files, once founded"
            for wrong in await visit(self._ground, records):
                self._book.fault(wrong, door, seed, tree["text"])
            for complaint in self._ground.news():
                self._book.fault(named(complaint), door, seed, tree["text"], complaint)
        files.loaded.clear()


async def run(where: Path, plan: Plan) -> Book:
    """Start everything, fuzz, and look."""
    book = Book()
    async with ground(where) as here:
        await Run(here, plan, book).go()
    return book
