"""How a message gets to a phone: built once, the same bytes written to every socket that shall have it.

A library's `emit` costs a task, a queue and a timer for each recipient. Where the web server lets us at the socket's
transport, a finished websocket frame is written to it instead, eight times cheaper; where it does not, and for those
few who come by long polling, `emit` serves as well. The transport's own write buffer is a phone's outbox: who has a
megabyte waiting when more comes, or reads nothing for ten seconds, is cut off and comes back to where it was.
"""

import asyncio
import socket
import struct
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import msgspec
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import Frame
from websockets.http11 import Request

from rooms.wire import encode

EXTENSION = "festijn.transport"
MOST_UNREAD = 1024 * 1024
"""Bytes a phone may have waiting when more is to be sent."""
LONGEST_UNREAD = 10.0
"""Seconds a phone may read nothing of what waits for it."""
LET_IN_WITHIN = 10.0
"""Seconds after which a line is cut that was not let in."""
KERNEL_UNSENT = 32 * 1024
"""Bytes the kernel may keep for a phone beside what is on its way: else it hides megabytes of unread words from us."""
AT_ONCE = struct.pack("ii", 1, 0)
"""The linger option by which the kernel drops what waits, instead of keeping it for minutes."""
BREATH = 0.25
"""Seconds that nothing is read from a phone that sends too fast: its own network then makes it wait."""
EVENT = b"42["
"""How an Engine.IO message (4) with a Socket.IO event (2) begins."""
SMALL_TALK = (b"3", b"40", b"1")
"""What else a phone may send: a pong, a connect, a close."""


class OpenTransportProtocol(WebSocketsSansIOProtocol):
    """uvicorn's websocket protocol, which also hands its transport to the application, and lets it listen.

    Who listens hears each event at once; the library's queue, two tasks and a pause in reading are spared. What no
    phone sends ends the line here. A message in pieces goes the library's way.
    """

    hear: Callable[[bytes], bool] | None = None
    patience: asyncio.TimerHandle | None = None
    """Cuts this line when nobody let it in: then nobody else looks after it."""

    def handle_connect(self, event: Request) -> None:
        super().handle_connect(event)
        scope: Any = getattr(self, "scope", None)
        if scope is not None:
            scope["extensions"][EXTENSION] = {"transport": self.transport, "listen": self.listen}
            self.patience = self.loop.call_later(LET_IN_WITHIN, self.transport.abort)

    def connection_lost(self, exc: Exception | None) -> None:
        """Let go of what holds on to us: the collector comes seldom (see `collector.py`)."""
        super().connection_lost(exc)
        self.hear = None
        if self.patience is not None:
            self.patience.cancel()
            self.scope["extensions"].pop(EXTENSION, None)

    def listen(self, hear: Callable[[bytes], bool]) -> None:
        """From now on `hear` is called with each event (its packet from the bracket on); False says: too fast."""
        self.hear = hear
        if self.patience is not None:
            self.patience.cancel()

    def handle_text(self, event: Frame) -> None:
        packet = bytes(event.data)
        if self.transport.is_closing():
            return
        if event.fin and self.hear is not None and packet.startswith(EVENT):
            if not self.hear(packet[2:]):
                self.transport.pause_reading()
                self.loop.call_later(BREATH, self._read_on)
        elif not event.fin or packet.startswith((EVENT, *SMALL_TALK)):
            super().handle_text(event)
        else:
            self.transport.abort()

    def _read_on(self) -> None:
        if not self.read_paused and not self.transport.is_closing():
            self.transport.resume_reading()

    def handle_bytes(self, _: Frame) -> None:
        self.transport.abort()


def transport_of(environ: dict[str, Any]) -> asyncio.Transport | None:
    """The transport of this Socket.IO connection, or None where we are not let at it."""
    scope = environ.get("asgi.scope", {})
    extension = scope.get("extensions", {}).get(EXTENSION)
    return extension["transport"] if extension and scope.get("type") == "websocket" else None


def listen(environ: dict[str, Any], hear: Callable[[bytes], bool]) -> None:
    """Have `hear` called with each event of this Socket.IO connection, where we are let at it."""
    if transport_of(environ) is not None:
        environ["asgi.scope"]["extensions"][EXTENSION]["listen"](hear)


def leave_little_to_the_kernel(transport: asyncio.Transport) -> None:
    """See KERNEL_UNSENT; a line that is no TCP, or is gone already, goes without."""
    with suppress(OSError, ValueError, AttributeError):
        transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NOTSENT_LOWAT, KERNEL_UNSENT)


def cut(transport: asyncio.Transport) -> None:
    """End a line at once. What waits in it is dropped by the kernel as well, which else keeps it for minutes."""
    if transport.get_write_buffer_size():
        with suppress(OSError, ValueError):
            transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, AT_ONCE)
    transport.abort()


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
        if transport is not None:
            leave_little_to_the_kernel(transport)

    def send(self, *messages: Message) -> None:
        """Send these, with the effort of one; or cut the line, when too much waits in it already."""
        if self._transport is None:
            for message in messages:
                self._emit(message.event, message.plain())
        elif len(messages) == 1:
            self._write(self._transport, messages[0].frame)
        else:
            self._write(self._transport, b"".join(message.frame for message in messages))

    def _write(self, transport: asyncio.Transport, frame: bytes) -> None:
        if transport.get_write_buffer_size() > MOST_UNREAD:
            cut(transport)
        elif not transport.is_closing():
            transport.write(frame)
            self._written += len(frame)

    def hang_up(self) -> None:
        """Close the line once what was sent is on its way; cut it when that takes too long."""
        if self._transport is None:
            self._let_go()
            return
        self._transport.close()
        if self._transport.get_write_buffer_size():
            asyncio.get_running_loop().call_later(LONGEST_UNREAD, cut, self._transport)

    def cut(self) -> None:
        """End the line at once."""
        if self._transport is None:
            self._let_go()
        else:
            cut(self._transport)

    def look_after(self) -> None:
        """Cut the line if its phone reads nothing of what waits for it. Who reads slowly may take their time."""
        if self._transport is None:
            return
        now, waiting = time.monotonic(), self._transport.get_write_buffer_size()
        read = self._written - waiting
        if not waiting or read > self._read:
            self._read, self._read_at = read, now
        elif now - self._read_at > LONGEST_UNREAD:
            cut(self._transport)
