"""How a message gets to a phone: built once, the same bytes written to every socket that shall have it.

A library's `emit` costs a task, a queue and a timer for each recipient. Where the web server lets us at the socket's
transport, a finished websocket frame is written to it instead, eight times cheaper; where it does not, and for those
few who come by long polling, `emit` serves as well. The transport's own write buffer is a phone's outbox: who has a
megabyte waiting when more comes, or reads nothing for ten seconds, is cut off and comes back to where it was.
"""

import asyncio
import time
from collections.abc import Callable
from typing import Any

import msgspec
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.http11 import Request

from rooms.wire import encode

EXTENSION = "festijn.transport"
MOST_UNREAD = 1024 * 1024
"""Bytes a phone may have waiting when more is to be sent."""
LONGEST_UNREAD = 10.0
"""Seconds a phone may read nothing of what waits for it."""


class OpenTransportProtocol(WebSocketsSansIOProtocol):
    """uvicorn's websocket protocol, which also hands its transport to the application."""

    def handle_connect(self, event: Request) -> None:
        super().handle_connect(event)
        scope: Any = getattr(self, "scope", None)
        if scope is not None:
            scope["extensions"][EXTENSION] = {"transport": self.transport}


def transport_of(environ: dict[str, Any]) -> asyncio.Transport | None:
    """The transport of this Socket.IO connection, or None where we are not let at it."""
    scope = environ.get("asgi.scope", {})
    extension = scope.get("extensions", {}).get(EXTENSION)
    return extension["transport"] if extension and scope.get("type") == "websocket" else None


def text_frame(payload: bytes) -> bytes:
    """The payload as one websocket text frame of a server (RFC 6455, 5.2: final, opcode 1, not masked)."""
    size = len(payload)
    if size < 126:
        head = bytes((0x81, size))
    elif size < 65536:
        head = b"\x81\x7e" + size.to_bytes(2, "big")
    else:
        head = b"\x81\x7f" + size.to_bytes(8, "big")
    return head + payload


class Message:
    """One event for phones: its name, its content, and (made once, when first needed) the bytes on the wire."""

    __slots__ = ("_frame", "content", "event")

    def __init__(self, event: str, content: msgspec.Struct) -> None:
        self.event = event
        self.content = content
        self._frame: bytes | None = None

    @property
    def frame(self) -> bytes:
        """An Engine.IO message (4) with a Socket.IO event (2), as a websocket frame."""
        if self._frame is None:
            self._frame = text_frame(b'42["%s",%s]' % (self.event.encode(), encode(self.content)))
        return self._frame

    def plain(self) -> Any:
        """The content as plain Python values, for `emit`."""
        return msgspec.json.decode(encode(self.content))


class Line:
    """The way to one phone."""

    __slots__ = ("_emit", "_let_go", "_read", "_read_at", "_transport", "_written")

    def __init__(
        self, transport: asyncio.Transport | None, emit: Callable[[str, Any], None], let_go: Callable[[], None]
    ) -> None:
        self._transport = transport
        self._emit = emit
        self._let_go = let_go
        self._written = 0
        self._read = 0
        self._read_at = time.monotonic()

    def send(self, message: Message) -> None:
        """Send it; or cut the line, when too much waits in it already."""
        if self._transport is None:
            self._emit(message.event, message.plain())
        elif self._transport.get_write_buffer_size() > MOST_UNREAD:
            self._transport.abort()
        elif not self._transport.is_closing():
            self._transport.write(message.frame)
            self._written += len(message.frame)

    def hang_up(self) -> None:
        """Close the line once what was sent is on its way."""
        if self._transport is None:
            self._let_go()
        else:
            self._transport.close()

    def look_after(self) -> None:
        """Cut the line if its phone reads nothing of what waits for it. Who reads slowly may take their time."""
        if self._transport is None:
            return
        now, waiting = time.monotonic(), self._transport.get_write_buffer_size()
        read = self._written - waiting
        if not waiting or read > self._read:
            self._read, self._read_at = read, now
        elif now - self._read_at > LONGEST_UNREAD:
            self._transport.abort()
