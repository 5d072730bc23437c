"""How a phone is greeted that comes by websocket, where we can write to its line ourselves.

Engine.IO 4 and Socket.IO 5 need six kinds of packets for that. python-socketio has them all and many more, at the price
of two tasks, a queue and a ping task for each phone: half of what a phone costs that only sits there. Who comes to the
same address by long polling, or through another web server, is the library's; a line that does not fit is refused.
"""

import asyncio
from functools import partial
from urllib.parse import parse_qs

import msgspec
from socketio.exceptions import ConnectionRefusedError as Unwelcome
from starlette.types import ASGIApp, Receive, Scope, Send

from rooms.wire import MESSAGE_BYTES, encode
from server.sockets import Sockets
from server.tokens import new_id
from server.transport import BREATH, PING_EVERY, PONG_WITHIN, Listen, OwnLine, own_line

OPEN, CLOSE, PONG, CONNECT, DISCONNECT, EVENT, REFUSED = b"0", b"1", b"3", b"40", b"41", b"42", b"44"
"""Packets as they begin: Engine.IO's own, and a message (4) with one of Socket.IO's."""


class Greeting:
    """Stands before the library's app, and greets by itself whom it can."""

    def __init__(self, otherwise: ASGIApp, sockets: Sockets, path: str, origins: list[str]) -> None:
        self._otherwise = otherwise
        self._sockets = sockets
        self._path = path
        self._origins = {origin.encode() for origin in origins}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        here = scope["type"] == "websocket" and scope["path"].startswith(self._path)
        own = own_line(scope) if here else None
        if own is None:
            await self._otherwise(scope, receive, send)
        elif self._fits(scope):
            await self._greet(scope, receive, send, *own)
        else:
            await receive()
            await send({"type": "websocket.close"})

    def _fits(self, scope: Scope) -> bool:
        """Whether this asks for a new line, from a page of ours or from no page."""
        asked = parse_qs(scope["query_string"].decode("latin-1"))
        origins = {value for name, value in scope["headers"] if name == b"origin"}
        new = asked.get("EIO") == ["4"] and asked.get("transport") == ["websocket"] and "sid" not in asked
        return new and scope["path"].rstrip("/") == self._path and origins <= self._origins

    async def _greet(self, scope: Scope, receive: Receive, send: Send, line: OwnLine, listen: Listen) -> None:
        """Open the line, let in who knocks, and wait until they are gone. Who is in is heard by the protocol; only
        what comes in pieces still comes by `receive`."""
        await receive()
        await send({"type": "websocket.accept"})
        sid = new_id()
        pings = {"pingInterval": PING_EVERY * 1000, "pingTimeout": PONG_WITHIN * 1000}
        line.say(OPEN + encode({"sid": sid, "upgrades": [], **pings, "maxPayload": MESSAGE_BYTES}))
        cookies = b"; ".join(value for name, value in scope["headers"] if name == b"cookie").decode("latin-1")
        inside = False
        try:
            while (event := await receive())["type"] == "websocket.receive":
                packet = event["text"].encode()
                if not inside:
                    inside = await self._let_in(sid, line, cookies, packet)
                    if inside:
                        listen(partial(self._hear, sid, line))
                elif not self._hear(sid, line, packet):
                    await asyncio.sleep(BREATH)
        finally:
            await self._sockets.gone(sid)

    async def _let_in(self, sid: str, line: OwnLine, cookies: str, packet: bytes) -> bool:
        """Whether this packet gets its phone in. One who may not come in hears why, and may ask again for a while."""
        if not packet.startswith(CONNECT):
            line.cut()
            return False
        try:
            hello = msgspec.json.decode(packet.removeprefix(CONNECT) or b"null")
        except (msgspec.DecodeError, RecursionError):
            hello = None
        try:
            await self._sockets.let_in(sid, line, cookies, hello)
        except Unwelcome as no:
            line.say(REFUSED + encode(no.error_args))
            return False
        line.say(CONNECT + encode({"sid": sid}))
        return True

    def _hear(self, sid: str, line: OwnLine, packet: bytes) -> bool:
        """What somebody says who is in; False: too fast. What no phone of ours sends ends the line."""
        if packet.startswith(EVENT):
            return self._sockets.hear(sid, line, packet.removeprefix(EVENT))
        if packet == PONG:
            line.pong()
        elif packet in {CLOSE, DISCONNECT}:
            line.hang_up()
        else:
            line.cut()
        return True
