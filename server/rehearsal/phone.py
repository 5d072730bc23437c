"""A lean phone: what docs/wire.md asks of a client, over a bare websocket, so light that one process can be hundreds.

It keeps its layers, comes back by its places, and counts what it would have to complain of. It never looks inside a
row: a row is its bytes, and a layer's fingerprint is the sum of those of its rows, so that it can be compared with what
the server's own view gives, at every place a frame told.
"""

import asyncio
import contextlib
import hashlib
import json
from functools import lru_cache
from typing import Any

import msgspec
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from rooms.wire import TO_PHONE, Frame

LINE_TROUBLE = (OSError, TimeoutError, WebSocketException)
WELCOME_WITHIN = 5.0
"""Seconds a server may take to open a line, and to say hello on it."""
Key = tuple[str, str]

_named = msgspec.json.Decoder(tuple[str, msgspec.Raw])
_messages = {event: msgspec.json.Decoder(kind) for event, kind in TO_PHONE.items()}


class UnwelcomeError(Exception):
    """The server refused the connection; the text says why."""


class _Row(msgspec.Struct):
    id: str


_row = msgspec.json.Decoder(_Row)


@lru_cache(100_000)
def fingerprint(row: bytes) -> int:
    """64 bits that stand for these bytes."""
    return int.from_bytes(hashlib.blake2b(row, digest_size=8).digest())


@lru_cache(100_000)
def row_id(row: bytes) -> str:
    """The id in an encoded row."""
    return _row.decode(row).id


@lru_cache(1_000)
def decoded(packet: str) -> tuple[str, Any]:
    """The event and message of a packet; the same packet goes to hundreds of phones, so it is decoded once."""
    event, content = _named.decode(packet[2:])
    return event, _messages[event].decode(content)


class Layer:
    """What a phone holds of one audience: its rows, where it stands, and the sum of its rows' fingerprints."""

    __slots__ = ("n", "place", "rows", "total")

    def __init__(self) -> None:
        self.rows: dict[Key, bytes] = {}
        self.place = ""
        self.n = -1
        self.total = 0

    def apply(self, frame: Frame) -> None:
        """Put and drop what the frame tells, and stand where it stands."""
        for kind, rows in frame.put.items():
            for row in map(bytes, rows):
                self._set((kind, row_id(row)), row)
        for kind, ids in frame.drop.items():
            for one in ids:
                self._set((kind, one), None)
        self.place, self.n = frame.place, entry_of(frame.place)

    def _set(self, key: Key, row: bytes | None) -> None:
        before = self.rows.pop(key, None)
        if before is not None:
            self.total -= fingerprint(before)
        if row is not None:
            self.rows[key] = row
            self.total += fingerprint(row)


def entry_of(place: str) -> int:
    """The entry number in a place."""
    return int(place.split(".")[1])


class Lean:
    """One screen. `visit` is one stay on one line; its layers outlive it. Override `heard` to do something."""

    def __init__(self, code: str, role: str, cookie: str) -> None:
        self.code, self.role, self.cookie = code, role, cookie
        self.audiences: list[str] = []
        self.layers: dict[str, Layer] = {}
        self.look = ""
        self.gaps = 0
        self.line: ClientConnection | None = None

    @property
    def seen(self) -> int:
        """The newest entry of all layers."""
        return max((layer.n for layer in self.layers.values()), default=0)

    @property
    def entered(self) -> bool:
        """Whether this phone has all its layers."""
        return bool(self.audiences) and all(one in self.layers for one in self.audiences)

    async def visit(self, base: str) -> None:
        """Connect, enter with what we hold, and hear until the line is gone. Raises LINE_TROUBLE or UnwelcomeError."""
        try:
            self.line = await self._open(base)
            await self.enter()
            async for packet in self.line:
                await self._hear(str(packet))
        finally:
            self.hang_up()

    async def _open(self, base: str) -> ClientConnection:
        address = base.replace("http", "ws", 1) + "/socket.io/?EIO=4&transport=websocket"
        line = await connect(
            address,
            additional_headers={"Cookie": self.cookie},
            compression=None,
            max_size=None,
            ping_interval=None,
            open_timeout=WELCOME_WITHIN,
            close_timeout=0.1,
            proxy=None,
        )
        try:
            async with asyncio.timeout(WELCOME_WITHIN):
                welcome = await self._say_hello(line)
        except BaseException:
            line.transport.abort()
            raise
        if welcome.startswith("44"):
            line.transport.abort()
            raise UnwelcomeError(json.loads(welcome[2:])["message"])
        return line

    async def _say_hello(self, line: ClientConnection) -> str:
        """Say who we are; gives the packet that lets us in (40), or refuses (44)."""
        assert str(await line.recv()).startswith("0")
        await line.send("40" + json.dumps({"code": self.code, "role": self.role}))
        while not (told := str(await line.recv())).startswith("4"):
            pass
        return told

    def hang_up(self) -> None:
        """Leave without a word, as a phone does that goes out of reach."""
        if self.line is not None:
            self.line.transport.abort()
            self.line = None

    async def say(self, event: str, content: dict[str, Any]) -> None:
        """Send a message; into the void when there is no line."""
        if self.line is not None:
            with contextlib.suppress(*LINE_TROUBLE):
                await self.line.send("42" + json.dumps([event, content]))

    async def look_at(self, board: str) -> None:
        """Have this board before us from now on; "" is the one on stage."""
        self.look = board
        await self.say("look", {"look": board})

    async def enter(self, without: str = "") -> None:
        """Say where we stand, in every layer but `without`."""
        places = {audience: layer.place for audience, layer in self.layers.items() if audience != without}
        await self.say("enter", {"places": places, "look": self.look})

    async def _hear(self, packet: str) -> None:
        if self.line is None:  # it hung up at what it heard just before
            return
        if packet == "2":
            await self.line.send("3")
        elif packet.startswith("42"):
            event, message = decoded(packet)
            if event == "layers":
                self.audiences = message.audiences
                self.layers = {one: layer for one, layer in self.layers.items() if one in self.audiences}
            elif event == "frame":
                await self._show(message)
            self.heard(event, message)

    async def _show(self, frame: Frame) -> None:
        """One frame, as section 3 of the wire asks."""
        layer = self.layers.get(frame.audience)
        if frame.audience not in self.audiences:
            return
        if frame.after == -1:
            layer = self.layers[frame.audience] = Layer()
        elif layer is None or frame.after > layer.n:
            self.gaps += 1
            await self.enter(frame.audience)
            return
        if layer.n < entry_of(frame.place):
            layer.apply(frame)
            self.shown(frame, layer)

    def heard(self, event: str, message: Any) -> None:
        """Something was told, and (a frame) taken."""

    def shown(self, frame: Frame, layer: Layer) -> None:
        """A frame changed this layer."""
