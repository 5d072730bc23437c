"""A web worker that writes down, every second, what one can't see from outside: its tasks, its phones, and where each
festival stands there, with a hash of all its rows.

`python -m tests.trust.fuzz.watched web --fd N`, with the file's name in WATCHED. The hash is made only while nothing
happens: it looks at every row.
"""

import asyncio
import hashlib
import json
import os
import socket
import sys
from collections.abc import Iterable
from pathlib import Path

import msgspec

import server.web
from rooms.kernel import Record
from server.app import App

EVERY = 1.0


def hash_of(records: Iterable[Record]) -> str:
    """What stands for these rows: equal for equal rows."""
    return hashlib.blake2b(msgspec.msgpack.encode(list(records)), digest_size=12).hexdigest()


class _Watched(server.web.Worker):
    watching: asyncio.Task[None]

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.watching = asyncio.create_task(watch(self._app, Path(os.environ["WATCHED"])))


async def watch(app: App, told: Path) -> None:
    """Write it down until the end; the file is there as a whole or not at all."""
    stood: dict[str, tuple[str, str]] = {}
    part = told.with_suffix(".part")
    while True:
        for hall in app.venue.halls():
            place, (before, kept) = str(hall.replica.place), stood.get(hall.festival, ("", ""))
            made = hash_of(hall.replica.tables.records()) if place == before and not kept else kept
            stood[hall.festival] = place, made if place == before else ""
        open_now = {hall.festival: stood[hall.festival] for hall in app.venue.halls()}
        phones = sum(len(hall.fanout.screens) for hall in app.venue.halls())
        part.write_text(json.dumps({"tasks": len(asyncio.all_tasks()), "phones": phones, "halls": open_now}))
        part.rename(told)
        await asyncio.sleep(EVERY)


if __name__ == "__main__":
    server.web.Worker = _Watched  # type: ignore[misc]
    sys.exit(server.web.main(sys.argv[2:]))
