"""Well phones that post notes and take the time until others see them, and phones that stop reading."""

import asyncio
import itertools
import json
import secrets
import socket
import time
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec
from websockets.frames import Frame as WebsocketFrame
from websockets.frames import Opcode

from rooms.wire import Frame
from server.rehearsal.phone import LINE_TROUBLE, Layer, Lean
from tests.trust.chaos.scene import Guest

ROOM = 4096
"""Bytes the kernel of a phone that does not read may keep for it."""
SENT = "sent at "


class _Text(msgspec.Struct):
    text: str


_text = msgspec.json.Decoder(_Text)


@lru_cache(100_000)
def sent_at(row: bytes) -> float | None:
    """When the note in this row was sent, as its text tells; None for another note."""
    text = _text.decode(row).text
    return float(text.removeprefix(SENT).split(";")[0]) if text.startswith(SENT) else None


class Well(Lean):
    """A phone that reads. `took` gathers how long (s) notes needed from who sent them to this screen."""

    def __init__(self, code: str, guest: Guest, board: str, took: list[float]) -> None:
        super().__init__(code, guest.role, guest.cookie)
        self.look = board
        self.took = took
        self.answers = 0
        self._device = f"well-{secrets.token_hex(8)}"
        self._count = itertools.count(1)

    async def wish(self, command: dict[str, Any]) -> None:
        """Send a command; its answer is not waited for."""
        seq = next(self._count)
        ref = {"ref": f"{self._device}.{seq}", "low": seq, "seen": self.seen, "command": command}
        await self.say("submit", ref)

    async def post(self, filler: str) -> str:
        """Post a note that says when it was sent; gives its id."""
        row = secrets.token_urlsafe(12)
        text = f"{SENT}{time.monotonic():.6f};{filler}"
        await self.wish({"type": "PostNote", "id": row, "board": self.look, "kind": "tip", "text": text})
        return row

    def heard(self, event: str, message: Any) -> None:
        self.answers += event == "answer" and message.ok is not None

    def shown(self, frame: Frame, layer: Layer) -> None:
        if frame.after != -1 and frame.audience.startswith("board:"):
            now = time.monotonic()
            times = (sent_at(bytes(row)) for row in frame.put.get("Note", ()))
            self.took += [now - sent for sent in times if sent is not None]


async def post_steadily(phones: list[Well], a_second: float, filler: str) -> None:
    """Have them post by turns, so many a second in all, until called off; each takes its former note back."""
    due, former = time.monotonic(), dict.fromkeys(phones, "")
    for phone in itertools.cycle(phones):
        if former[phone]:
            await phone.wish({"type": "TakeBackNote", "note": former[phone]})
        former[phone] = await phone.post(filler)
        due += 1 / a_second
        await asyncio.sleep(max(0.0, due - time.monotonic()))


async def stay(phone: Lean, base: str) -> None:
    """Have a phone visit, and hang up when it is called off; a lost line is no trouble of ours."""
    with suppress(*LINE_TROUBLE):
        await phone.visit(base)


class Deaf:
    """A phone that connects, says what it has to, and never reads again. Its address stays known."""

    def __init__(self, port: int, hello: dict[str, str], cookie: str) -> None:
        self.socket = socket.socket()
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, ROOM)
        self.socket.setblocking(False)
        self._port, self._hello, self._cookie = port, hello, cookie

    async def connect(self) -> None:
        """Knock, and be let in."""
        loop = asyncio.get_running_loop()
        await loop.sock_connect(self.socket, ("127.0.0.1", self._port))
        lines = [
            "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1",
            f"Host: 127.0.0.1:{self._port}",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
            f"Cookie: {self._cookie}",
        ]
        await loop.sock_sendall(self.socket, "\r\n".join([*lines, "", ""]).encode())
        await self._until(b'"pingTimeout"')
        await self._send("40" + json.dumps(self._hello))
        await self._until(b"40{")

    async def say(self, event: str, content: Any) -> None:
        """Send a message."""
        await self._send("42" + json.dumps([event, content]))

    async def _send(self, packet: str) -> None:
        frame = WebsocketFrame(Opcode.TEXT, packet.encode()).serialize(mask=True)
        await asyncio.get_running_loop().sock_sendall(self.socket, frame)

    async def _until(self, told: bytes) -> None:
        heard = b""
        while told not in heard:
            more = await asyncio.get_running_loop().sock_recv(self.socket, 1024)
            if not more:
                raise ConnectionResetError("sent away")
            heard += more

    @property
    def port(self) -> int:
        """Our own end of the line."""
        return int(self.socket.getsockname()[1])

    def close(self) -> None:
        """Let go of it."""
        self.socket.close()


def lines_of(port: int) -> set[int]:
    """The far ends (ports) of all lines the kernel still has at this port, whatever their state."""
    rows = (row.split() for row in Path("/proc/net/tcp").read_text().splitlines()[1:])
    return {int(row[2][-4:], 16) for row in rows if row[1].endswith(f":{port:04X}")}
