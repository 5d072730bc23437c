"""Passers-by: they come in during the storm, leave some words, and ask to be forgotten; or come by a secret link that
is taken back while they are there. And people of long ago, whose names should have gone by themselves.

Each has a name that is nowhere else. Whoever was told "you are forgotten" must be in no table and no file at the end,
whatever was killed, cut or put back meanwhile; and so must everybody of long ago.
"""

import asyncio
import random
import secrets
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import httpx

from rooms.board import Note, NoteKind
from rooms.kernel import Record, Tables
from rooms.people import Link, Person, Role
from server.embedded import Store
from server.identity import fingerprint
from server.rehearsal.phone import LINE_TROUBLE
from server.standing import Standing
from tests.phone import Phone
from tests.trust.chaos.forgetting import in_files

if TYPE_CHECKING:
    from tests.trust.chaos.scene import Scene

LONG_AGO = 1_400_000_000_000
LINKS = 120
OF_OLD = 240
"""People of long ago: more than are forgotten in one entry."""
BETWEEN = (0.2, 1.5)
"""Seconds between two visits."""
AT_MOST = 12.0
"""Seconds somebody tries one thing."""
TROUBLE = (*LINE_TROUBLE, httpx.HTTPError, AssertionError)


def people_of_old(board: str) -> list[Record]:
    """People whose time was over long before the festival, each with a note."""
    people = [Person(id=f"old-{at:012}", name=old_name(at), role=Role.PARTICIPANT, at=LONG_AGO) for at in range(OF_OLD)]
    notes = [
        Note(id=f"oldnote-{at:08}", board=board, author=one.id, name=one.name, kind=NoteKind.TIP, text="Oud", at=1)
        for at, one in enumerate(people)
    ]
    return [*people, *notes]


def links_to_take_back() -> list[Record]:
    """Secret links whose secret is what they are called."""
    keys = [f"sleutel-{at:024}" for at in range(LINKS)]
    return [
        Link(id=f"link-{key[-11:]}", role=Role.FACILITATOR, label=key, fingerprint=fingerprint(key)) for key in keys
    ]


def old_name(at: int) -> str:
    """What one of them was called."""
    return f"vanvroeger-{at:04}-"


class PassersBy:
    """All who come by during one storm."""

    def __init__(self, store: Store, scene: "Scene", bases: list[str], chance: random.Random) -> None:
        self.forgotten: list[str] = []
        """The names of who was told that they are forgotten."""
        self.shut_out = 0
        self._store, self._listed, self._board = store, scene.listed, scene.boards[0]
        self._organiser = next(guest.cookie for guest in scene.guests if guest.role is Role.ORGANISER)
        self._keys = [link.label for link in links_to_take_back() if isinstance(link, Link)]
        self._bases, self._chance = bases, chance

    async def run(self, until: float) -> None:
        """Come by, one after the other, until then (monotonic seconds)."""
        while time.monotonic() < until - AT_MOST:
            visit = self._is_shut_out if self._chance.random() < 0.2 else self._is_forgotten
            with suppress(*TROUBLE):
                await visit()
            await asyncio.sleep(self._chance.uniform(*BETWEEN))

    async def _is_forgotten(self) -> None:
        """Come in, write something, and ask to be forgotten until that is granted."""
        name = f"voorbij-{secrets.token_hex(8)}"
        async with asyncio.timeout(AT_MOST):
            phone = await Phone.come_in(self._somewhere(), self._listed.code, name)
        try:
            with suppress(*TROUBLE):
                async with asyncio.timeout(AT_MOST):
                    await phone.connect()
                    await phone.post(self._board, f"gezegd door {name}")
        finally:  # also when the storm is called off
            with suppress(*TROUBLE):
                await phone.leave()
        form = {"words": "drop", "sure": "yes"}
        while not await self._post(f"/{self._listed.code}/mydata/erase", phone.cookie, form):  # noqa: ASYNC110
            await asyncio.sleep(0.3)
        self.forgotten.append(name)

    async def _post(self, path: str, cookie: str, form: dict[str, str]) -> bool:
        """Whether this was done: now, or before, when the answer was lost; then nobody knows us any more."""
        with suppress(*TROUBLE):
            async with httpx.AsyncClient(base_url=self._somewhere(), headers={"Cookie": cookie}, timeout=3) as http:
                return (await http.post(path, data=form)).status_code in {200, 403}
        return False

    async def _is_shut_out(self) -> None:
        """Come in by a link that an organiser then takes back: the door stays closed, whatever is put back."""
        key = self._keys.pop()
        async with asyncio.timeout(2 * AT_MOST):
            phone = await Phone.by_link(f"{self._somewhere()}/{self._listed.code}/key#{key}")
            organiser = Phone(self._somewhere(), self._listed.code, "organiser", self._organiser)
            try:
                await organiser.connect()
                row = next(one["id"] for one in organiser.rows("Link").values() if one["label"] == key)
                await organiser.wish("RevokeLink", link=row)
                while not await self._stays_out(phone.cookie):  # noqa: ASYNC110
                    await asyncio.sleep(0.2)
            finally:
                await organiser.leave()

    async def _stays_out(self, cookie: str) -> bool:
        with suppress(*TROUBLE):
            async with httpx.AsyncClient(base_url=self._somewhere(), headers={"Cookie": cookie}, timeout=3) as http:
                if (await http.get(f"/{self._listed.code}/console")).status_code == 403:
                    self.shut_out += 1
                    return True
        return False

    def _somewhere(self) -> str:
        return self._chance.choice(self._bases)

    def still_there(self, standing: Standing) -> list[str]:
        """Of whom there is something left, in the tables or in a file of the store, once all is compacted."""
        names = {*self.forgotten, *map(old_name, range(OF_OLD))}
        told = names_in(standing.tables)
        return [f"{name} is in the tables" for name in sorted(names & told)] + [
            f"{name} is in a file" for name in in_files(self._store, {name.encode() for name in names})
        ]


def names_in(tables: Tables) -> set[str]:
    """What people are called, in who they are and in what they wrote."""
    return {row.name for kind in (Person, Note) for row in tables.all(kind)}
