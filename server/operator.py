"""Who works at the command line: finds a festival, opens it, founds one, and gets its links shown."""

import asyncio
import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import segno
from msgspec.structs import replace

from rooms.initiative import About
from rooms.kernel import Record
from server.erasures import Erasures
from server.eventfile import Faulty, load
from server.founding import CodeTakenError, found
from server.hall import Hall
from server.identity import Identity
from server.links import headline, shown_links
from server.register import Listed, Register
from server.settings import Settings, Unusable

OPEN_WITHIN = 10.0
"""Seconds that opening a festival may take."""


class Operator:
    """An operator at the command line, with the settings of this machine."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.register = Register(settings.store_url)
        self.identity = Identity(settings.secret_key, secure=settings.public_url.startswith("https:"))

    async def which(self, asked: str | None) -> Listed:
        """The festival asked for by code or id; the only one when none is asked for."""
        every = await self.register.all()
        fitting = [one for one in every if asked is None or asked.upper() in (one.code, one.id.upper())]
        if len(fitting) != 1:
            known = ", ".join(f"{one.code} ({one.title})" for one in every) or "none yet"
            wanted = f"there is no festival {asked!r}" if asked else "say which festival, with --festival CODE"
            raise Unusable(f"{wanted}; there are: {known}.")
        return fitting[0]

    @asynccontextmanager
    async def at(self, listed: Listed) -> AsyncIterator[Hall]:
        """The festival, opened here as another process would."""
        hall = Hall(self.settings.store_url, listed.id, Erasures(self.settings.erasures))
        try:
            async with asyncio.timeout(OPEN_WITHIN):
                await hall.open()
            yield hall
        finally:
            await hall.close()

    async def show_links(self, listed: Listed, qr: bool) -> None:
        """Print every way in."""
        async with self.at(listed) as hall:
            rows = shown_links(self.settings.public_url, self.identity, listed, hall.replica.tables)
            print(f"\n{headline(hall.replica.tables, listed)}\n")
        width = max(len(label) for label, _ in rows)
        for label, address in rows:
            print(f"  {label:<{width}}  {address}")
        if qr:
            print(terminal_qr(rows[0][1]))

    async def load(self, path: Path, rehearsal: bool = False) -> Listed:
        """Found a festival from an event file; raises Unusable with every fault in it."""
        try:
            records = tuple(replace(row, rehearsal=rehearsal) if isinstance(row, About) else row for row in load(path))
        except Faulty as faults:
            raise Unusable(str(faults)) from None
        return await self.found(records, "choose another code, or leave it out")

    async def found(self, records: tuple[Record, ...], otherwise: str) -> Listed:
        """Found a festival of these records; raises Unusable when its code is taken, with what to do otherwise."""
        try:
            return await found(self.settings.store_url, self.register, self.identity, records)
        except CodeTakenError as taken:
            raise Unusable(f"code {taken} is another festival's; {otherwise}.") from None


def terminal_qr(address: str) -> str:
    """An address as a QR code in half-block signs, for a terminal."""
    out = io.StringIO()
    segno.make_qr(address, error="m").terminal(out, border=2, compact=True)
    return out.getvalue()
