"""The operator, who also acts in the middle of a festival: puts a back-up back, or has the journal compacted."""

import asyncio
import random
import sys
from contextlib import suppress
from pathlib import Path

from rooms.kernel import Step
from server.backup import read
from server.child import spawn
from server.journal import STORE_TROUBLE, ElsewhereError, Journal
from server.lives import call_off
from server.register import Listed
from server.replica import Replica
from tests.festijn import eventually
from tests.trust.chaos.passersby import LINKS
from tests.trust.chaos.stage import Stage

MEANWHILE = (0.5, 4.0)
"""Seconds that people go on between a back-up and its return: all that is undone then."""
PATIENCE = 20.0
"""Seconds an operator goes on trying while the store is busy."""


class Operator:
    """Whoever runs this Festijn. `put_back` holds the entry of every back-up that was put back, in order."""

    def __init__(self, stage: Stage, listed: Listed, where: Path, chance: random.Random) -> None:
        self.put_back: list[int] = []
        self._stage, self._listed, self._where, self._chance = stage, listed, where, chance
        self._made = 0

    async def restore(self) -> None:
        """Make a back-up, let people go on for a while, take a link back that nobody uses, and put the back-up back."""
        self._made += 1
        file = self._where / f"back-up-{self._made}"
        await self._ask("backup", "--to", str(file), "--festival", self._listed.code)
        await asyncio.sleep(self._chance.uniform(*MEANWHILE))
        unused = f"facilitator {LINKS // 2 - self._made}"
        await self._ask("links", "--revoke", unused, "--festival", self._listed.code)
        await self._ask("restore", "--from", str(file), "--yes")
        self.put_back.append(read(file)[0].standing.place.n)

    async def _ask(self, *words: str) -> None:
        """A command as an operator gives it, who speaks with the store itself."""
        environ = {**self._stage.workers[0].environ, "REDIS_URL": self._stage.store.url}
        told = [f"{name}={value}" for name, value in environ.items()]
        log = self._where / "operator.log"
        with log.open("ab") as output:
            asked = await spawn("/usr/bin/env", *told, sys.executable, "-m", "server", *words, output=output.fileno())
            code = await asked.wait()
        assert code == 0, f"{words[0]} ended with {code}: {log.read_text()[-500:]}"

    async def compact(self) -> None:
        """Have one more process join for a moment, and compact whatever the others are doing."""
        replica = Replica(Journal(self._stage.store.url, self._listed.id), Deaf())
        running = asyncio.create_task(replica.run())
        await replica.ready.wait()
        await call_off(running)
        await eventually(lambda: compacted(replica), within=PATIENCE)


async def compacted(replica: Replica) -> bool:
    """Try it once; false when the store was busy. If others move the store meanwhile they go on, and so do we."""
    try:
        await replica.journal.connect()
        with suppress(ElsewhereError):
            await replica._check()
            await replica._compact()
    except STORE_TROUBLE:
        return False
    finally:
        with suppress(*STORE_TROUBLE):
            await replica.journal.close()
    return True


class Deaf:
    """Nobody listens to this process."""

    def took(self, steps: list[Step]) -> None:
        """An entry was taken."""

    def replaced(self, other_history: bool) -> None:
        """The tables are others."""

    def forgot(self) -> None:
        """What was before is gone."""

    def store_is(self, here: bool) -> None:
        """The store is there or not."""

    def pace(self) -> float:
        """Nobody waits."""
        return 0.0
