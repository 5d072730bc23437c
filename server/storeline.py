"""One line to the store: a command goes out, its answer comes back.

Making the line (passwords, databases, TLS) is the library's. What is asked with every entry of a journal goes without
what the library lays over that, which costs more than the store itself: no pool, no task for each command, and above
all nothing that is sent twice by itself, since an entry might then be there twice.
"""

import asyncio
import hashlib
from collections.abc import Sequence
from typing import Any

from redis.asyncio import Redis
from redis.asyncio.connection import ConnectionPool
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import NoScriptError

CONNECT_WITHIN = 1.0
"""Seconds."""


class Script:
    """A program that runs inside the store, in one step."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.sha = hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()


class StoreLine:
    """A connection. After any trouble the outcome of what was asked is unknown: close it, open another."""

    def __init__(self, url: str) -> None:
        pool = ConnectionPool.from_url(
            url,
            protocol=2,
            retry=Retry(NoBackoff(), 0),
            socket_timeout=None,
            socket_connect_timeout=CONNECT_WITHIN,
            **({} if url.startswith("unix") else {"socket_keepalive": True}),
        )
        self._asking = asyncio.Lock()
        self._connection: Any = pool.make_connection()  # type: ignore[no-untyped-call]

    async def open(self) -> None:
        """Connect; raises RedisError, OSError or TimeoutError."""
        async with asyncio.timeout(CONNECT_WITHIN):
            await self._connection.connect()

    async def close(self) -> None:
        """Let go of it."""
        await self._connection.disconnect(nowait=True)

    async def ask(self, *words: object, within: float | None) -> Any:
        """One command and its answer, in bytes. `within` is how long the store may take (seconds); None waits for ever.

        Raises ResponseError when the store refuses; RedisError, OSError or TimeoutError when the outcome is unknown.
        """
        async with asyncio.timeout(within), self._asking:  # one at a time, or somebody gets another's answer
            if not self._connection.is_connected:  # the library would connect again, past all that we ask first
                raise ConnectionError("this line to the store is gone")
            await self._connection.send_command(*words)
            return await self._connection.read_response(disable_decoding=True)

    async def run(self, script: Script, keys: Sequence[str], words: Sequence[object], within: float) -> Any:
        """Run a script; the store gets its text only when it does not know it yet."""
        told = (len(keys), *keys, *words)
        try:
            return await self.ask("EVALSHA", script.sha, *told, within=within)
        except NoScriptError:
            return await self.ask("EVAL", script.text, *told, within=within)


def info(told: bytes) -> dict[str, str]:
    """The answer to INFO, by name."""
    return dict(line.split(":", 1) for line in told.decode().splitlines() if ":" in line)


def connection(url: str, answer_within: float | None) -> Any:
    """One connection that never sends anything twice by itself. `answer_within` in seconds; None waits for ever.

    Typed Any: redis-py's types allow for every protocol and encoding at once, ours is one.
    """
    return Redis.from_url(
        url,
        retry=Retry(NoBackoff(), 0),
        single_connection_client=True,
        socket_timeout=answer_within,
        socket_connect_timeout=CONNECT_WITHIN,
        **({} if url.startswith("unix") else {"socket_keepalive": True}),
    )
