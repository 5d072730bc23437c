"""A drill with back-ups: a festival in a store of its own, an operator at the command line, and a first back-up."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from redis.asyncio import Redis

from rooms.board import Note
from server.cli import main
from server.embedded import Store
from server.hall import Hall
from server.journal import NOWHERE, Entry, Place, keys_of, read_entry
from server.register import Listed
from tests.festijn import SECRET
from tests.phone import Phone

BOARD = "kunstpost"
TOLD = ("notice", {"notice": "other_history"})
Asked = tuple[int, str, str]


class Drill:
    """`file` is the festival as it began."""

    def __init__(
        self, store: Store, client: Redis, listed: Listed, heard: Callable[[], tuple[str, str]], data_dir: Path
    ) -> None:
        self.store, self.client, self.listed, self.data_dir = store, client, listed, data_dir
        self.environ = {"REDIS_URL": store.url, "DATA_DIR": str(data_dir), "SECRET_KEY": SECRET, "LOG_LEVEL": "error"}
        self.file = data_dir / "first"
        self._heard = heard

    async def ask(self, *words: str | Path) -> Asked:
        """Ask something as an operator: gives the exit code, what was said, and what was complained."""
        async with asyncio.timeout(30):
            code = await asyncio.to_thread(main, [str(word) for word in words])
        return (code, *self._heard())

    async def restore(self, file: Path, *more: str) -> str:
        """Put a back-up back; gives what was said."""
        code, said, complained = await self.ask("restore", "--from", file, "--yes", *more)
        assert (code, complained) == (0, ""), complained
        return said

    async def everything(self) -> dict[bytes, bytes]:
        """The store's whole content."""
        return {key: await self.client.dump(key) or b"" for key in await self.client.keys("*")}

    async def place(self) -> Place:
        """Where the festival's journal stands."""
        told = await self.client.get(keys_of(self.listed.id)[1])
        return (told and Place.parse(told.decode())) or NOWHERE

    async def history(self) -> list[Entry]:
        """All entries of its journal."""
        return [read_entry(fields[b"e"]) for _, fields in await self.client.xrange(keys_of(self.listed.id)[0])]

    @asynccontextmanager
    async def hall(self) -> AsyncIterator[Hall]:
        """The festival as one more process has it."""
        hall = Hall(self.store.url, self.listed.id)
        await hall.open()
        yield hall
        await hall.close()

    async def notes_of(self, phone: Phone) -> set[str]:
        """The notes of this phone's person that the store has."""
        async with self.hall() as hall:
            return {note.id for note in hall.replica.tables.all(Note) if note.author == phone.you["id"]}


def kept_in(said: str) -> Path:
    """The file that keeps what a restore replaced, as the operator was told."""
    found = re.search(r"^what is in the store now is kept in (.+)$", said, re.MULTILINE)
    assert found, said
    return Path(found[1])
