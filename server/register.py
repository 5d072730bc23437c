"""The register: which festivals there are, so that a join code finds its festival before anybody has it open.

It lies in the store beside the journals and holds nothing personal: id, code, title, date and how long names are kept.
"""

import asyncio
import secrets
from typing import Any

import msgspec

from server.journal import ANSWER_WITHIN, STORE_TROUBLE
from server.storeline import connection

REGISTER = "festijn:register"
ROUND = "festijn:round"
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""31 signs that nobody mistakes for another: no 0, O, 1, I or L."""
CODE_LENGTH = 6


class Listed(msgspec.Struct, frozen=True):
    """A festival as the register knows it. `retention_days` is how long names are to be kept after `date`."""

    id: str
    code: str
    title: str
    date: str
    retention_days: int
    language: str


def tidy_code(typed: str) -> str:
    """A code as somebody typed it, as it was meant: capitals, no blanks or dashes."""
    return "".join(sign for sign in typed.upper() if sign.isalnum())


def draw_code() -> str:
    """A join code: 6 signs, about 30 bits."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


class Register:
    """Asks the register; every call may raise RedisError, OSError or TimeoutError."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._connection: Any = None
        self._asking = asyncio.Lock()
        self._known: dict[str, Listed] = {}

    async def _ask(self, command: str, *words: str | bytes) -> Any:
        """A question, asked again if the connection is an old one, from before the store was started again."""
        try:
            return await self._say(command, *words)
        except STORE_TROUBLE:
            return await self._say(command, *words)

    async def _say(self, command: str, *words: str | bytes) -> Any:
        """One command, on a connection that is made anew after any trouble."""
        async with self._asking:  # one at a time: nobody's connection is closed while they use it
            if self._connection is None:
                self._connection = connection(self._url, answer_within=ANSWER_WITHIN)
            try:
                return await self._connection.execute_command(command, *words)
            except STORE_TROUBLE:
                await self.close()
                raise

    async def close(self) -> None:
        """Let go of the connection."""
        going, self._connection = self._connection, None
        if going is not None:
            await going.aclose()

    async def find(self, code: str) -> Listed | None:
        """The festival with this join code. One that was found once is known, also while the store is away."""
        code = tidy_code(code)
        if code not in self._known:
            told = await self._ask("HGET", REGISTER, code)
            if told is None:
                return None
            self._known[code] = msgspec.json.decode(told, type=Listed)
        return self._known[code]

    async def all(self) -> list[Listed]:
        """Every festival, by date."""
        told = await self._ask("HVALS", REGISTER)
        return sorted((msgspec.json.decode(row, type=Listed) for row in told), key=lambda row: (row.date, row.code))

    async def add(self, listed: Listed) -> bool:
        """List a festival; False when its code is another's."""
        return bool(await self._say("HSETNX", REGISTER, listed.code, msgspec.json.encode(listed)))

    async def my_round(self, seconds: int) -> bool:
        """Whether it is time for a round along all festivals, and ours to make: only one process hears so, and none
        for so many seconds after that."""
        return bool(await self._say("SET", ROUND, "", "NX", "EX", str(seconds)))

    async def alive(self) -> bool:
        """Whether the store answers."""
        return bool(await self._ask("PING"))
