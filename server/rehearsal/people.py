"""Somebody at a rehearsal: a person with a phone, who wishes things, waits for answers, goes away and comes back."""

import asyncio
import contextlib
import random
import secrets
import time
from functools import lru_cache
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode, urlsplit

import msgspec

from rooms.wire import Answer
from server.rehearsal.cast import Key
from server.rehearsal.phone import LINE_TROUBLE, Lean, UnwelcomeError
from server.rehearsal.summary import Book
from server.settings import Unusable

Row = dict[str, Any]
RESEND_AFTER = 2.5
ANSWER_WITHIN = 30.0
"""Seconds after which a wish without an answer counts as lost."""
DOOR_WITHIN = 15.0

_row = msgspec.json.Decoder(dict[str, Any])


@lru_cache(50_000)
def row_of(packed: bytes) -> Row:
    """A row as it was told. Many phones have the same; nobody may change it."""
    return _row.decode(packed)


def knock(base: str, path: str, body: str, kind: str) -> str:
    """Post this at the door; gives the cookie that proves who came in. Raises Unusable when the door stays shut."""
    where = urlsplit(base)
    line = (HTTPSConnection if where.scheme == "https" else HTTPConnection)(where.netloc, timeout=DOOR_WITHIN)
    try:
        line.request("POST", path, body.encode(), {"Content-Type": kind})
        answer = line.getresponse()
        answer.read()
    except (OSError, HTTPException) as fault:
        asked = "is Festijn running there, with the PORT, HOST and PUBLIC_URL that are set here?"
        raise Unusable(f"{base} does not answer ({type(fault).__name__}); {asked}") from None
    finally:
        line.close()
    cookies = [cookie.partition(";")[0] for cookie in answer.headers.get_all("Set-Cookie", [])]
    if answer.status not in (200, 303) or not cookies:
        raise Unusable(f"{base} lets nobody in: it answered {answer.status}; is it the address of this festival?")
    return "; ".join(cookies)


class Door(NamedTuple):
    """Where people come in: the address, the festival's code, and the book in which all is noted."""

    base: str
    code: str
    book: Book


class Someone(Lean):
    """One person. `live` keeps them connected; `wish` sends and waits."""

    def __init__(self, door: Door, role: str, cookie: str, chance: random.Random) -> None:
        super().__init__(door.code, role, cookie)
        self.door, self.chance = door, chance
        self.device, self.seq = secrets.token_urlsafe(12), 0
        self.me = ""
        self.granted: list[tuple[int, Row]] = []
        self._welcome = False
        self._out = False
        self._over = False
        self._waiting: dict[int, asyncio.Future[Answer]] = {}

    @classmethod
    async def through(cls, door: Door, name: str, chance: random.Random) -> "Someone":
        """Come in with the join code and a name."""
        form = urlencode({"code": door.code, "name": name})
        cookie = await asyncio.to_thread(knock, door.base, "/in", form, "application/x-www-form-urlencoded")
        return cls(door, "participant", cookie, chance)

    @classmethod
    async def by_link(cls, door: Door, key: Key, chance: random.Random) -> "Someone":
        """Come in by a secret link."""
        told = msgspec.json.encode({"token": key.token}).decode()
        cookie = await asyncio.to_thread(knock, door.base, f"/{quote(door.code)}/key", told, "application/json")
        return cls(door, key.role, cookie, chance)

    async def live(self) -> None:
        """Stay connected until it is over, except while away."""
        while not self._over:
            with contextlib.suppress(UnwelcomeError, *LINE_TROUBLE):
                if not self._out:
                    await self.visit(self.door.base)
            await asyncio.sleep(self.chance.uniform(0.1, 0.4))

    async def away(self, seconds: float) -> None:
        """Be out of reach so long, and come back."""
        self._out = True
        self.hang_up()
        await asyncio.sleep(seconds)
        self._out = False

    def go(self) -> None:
        """Leave for good."""
        self._over = True
        self.hang_up()

    async def here(self, within: float = ANSWER_WITHIN) -> None:
        """Wait until the first picture is there; raises TimeoutError."""
        async with asyncio.timeout(within):
            while not (self._welcome and self.entered):  # noqa: ASYNC110 - once a person
                await asyncio.sleep(0.02)

    async def wish(self, kind: str, /, **fields: Any) -> Answer | None:
        """Wish something, and again until it is answered; None when no answer came."""
        self.seq += 1
        seq, command = self.seq, {"type": kind, **fields}
        told = self._waiting[seq] = asyncio.get_running_loop().create_future()
        began = time.monotonic()
        while not told.done() and time.monotonic() - began < ANSWER_WITHIN:
            with contextlib.suppress(TimeoutError):
                await self.here(RESEND_AFTER)
                await self._send(seq, command)
            await asyncio.wait([told], timeout=RESEND_AFTER)
        del self._waiting[seq]
        answer = told.result() if told.done() else None
        self.door.book.note(kind, answer, (time.monotonic() - began) * 1000)
        if answer is not None and answer.ok is not None:
            self.granted.append((answer.ok, command))
        return answer

    async def _send(self, seq: int, command: Row) -> None:
        ref, low = f"{self.device}.{seq}", min(self._waiting)
        await self.say("submit", {"ref": ref, "low": low, "seen": self.seen, "command": command})

    def heard(self, event: str, message: Any) -> None:
        if event == "layers":
            self.me, self._welcome = message.you.id, True
        elif event == "answer" and message.reason != "too_fast":
            waiting = self._waiting.get(int(message.ref.rpartition(".")[2]))
            if waiting is not None and not waiting.done():
                waiting.set_result(message)

    def hang_up(self) -> None:
        self._welcome = False
        super().hang_up()

    def rows(self, kind: str) -> dict[str, Row]:
        """The rows of this kind as the screen shows them: the nearest audience wins."""
        merged: dict[str, Row] = {}
        for audience in reversed(self.audiences):
            layer = self.layers.get(audience)
            for (one, row), packed in (layer.rows if layer else {}).items():
                if one == kind:
                    merged[row] = row_of(packed)
        return merged

    def new_id(self) -> str:
        """An id for something new."""
        return secrets.token_urlsafe(12)

    def one(self, rows: list[Row]) -> Row | None:
        """One of these by chance, None of none."""
        return self.chance.choice(rows) if rows else None

    @property
    def room(self) -> str:
        """The room this person is in, "" for the hall."""
        seat = self.rows("Seat").get(self.me)
        return str(seat["room"]) if seat else ""
