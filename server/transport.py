"""How a message gets to a phone: built once, the same bytes written to every socket that shall have it.

A library's `emit` costs a task, a queue and a timer for each recipient. Where the web server lets us at the socket's
transport, a finished websocket frame is written to it instead, eight times cheaper; where it does not, and for those
few who come by long polling, `emit` serves as well. The transport's own write buffer is a phone's outbox: who has a
megabyte waiting when more comes, or reads nothing for ten seconds, is cut off and comes back to where it was.
"""

import asyncio
import random
import socket
import struct
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Protocol

import msgspec
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import Frame, Opcode
from websockets.http11 import Request

from rooms.wire import encode
from server.frames import OTHER, plain_size, plain_text, text_frame

EXTENSION = "festijn.transport"
MOST_UNREAD = 1024 * 1024
"""Bytes a phone may have waiting when more is to be sent."""
LONGEST_UNREAD = 10.0
"""Seconds a phone may read nothing of what waits for it."""
PING_EVERY, PONG_WITHIN = 25, 20
"""Looks, which is seconds, as Socket.IO has them: networks forget who is silent for half a minute. A process that was
stopped for long looked at nobody meanwhile, and so cuts nobody for it."""
LET_IN_WITHIN = 10.0
"""Seconds after which a line is cut that was not let in."""
KERNEL_UNSENT = 32 * 1024
"""Bytes the kernel may keep for a phone beside what is on its way: else it hides megabytes of unread words from us."""
AT_ONCE = struct.pack("ii", 1, 0)
"""The linger option by which the kernel drops what waits, instead of keeping it for minutes."""
BREATH = 0.25
"""Seconds that nothing is read from a phone that sends too fast: its own network then makes it wait."""


TOO_LONG = b"HTTP/1.1 431 Request Header Fields Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"

Listen = Callable[[Callable[[bytes], bool]], None]


class OpenTransportProtocol(WebSocketsSansIOProtocol):
    """uvicorn's websocket protocol, which also hands its transport to the application, and lets it listen.

    Who listens hears each message at once; uvicorn's queue and its pause in reading are spared. What comes in pieces,
    and what comes before somebody listens, goes the usual way.
    """

    hear: Callable[[bytes], bool] | None = None
    patience: asyncio.TimerHandle | None = None
    """Cuts this line when nobody let it in: then nobody else looks after it."""
    ours = False
    """Whether we read this line ourselves, from the first frame on and as long as all are plain."""
    begun = b""
    """What has come of a frame that is not whole yet."""

    def handle_connect(self, event: Request) -> None:
        super().handle_connect(event)
        scope: Any = getattr(self, "scope", None)
        if scope is not None:
            scope["extensions"][EXTENSION] = {"transport": self.transport, "listen": self.listen}
            self.patience = self.loop.call_later(LET_IN_WITHIN, self.transport.abort)
            self.ours = not self.conn.reader.buffer

    def connection_lost(self, exc: Exception | None) -> None:
        """Let go of what holds on to us: the collector comes seldom (see `collector.py`)."""
        super().connection_lost(exc)
        self.hear = None
        if self.patience is not None:
            self.patience.cancel()
            self.scope["extensions"].pop(EXTENSION, None)

    def listen(self, hear: Callable[[bytes], bool]) -> None:
        """From now on `hear` is called with each message; its False says: too fast. What was asked to open the line
        is forgotten: it weighs two kilobytes."""
        self.hear = hear
        self.scope["headers"] = []
        self.request = self.response = None  # type: ignore[assignment]
        if self.patience is not None:
            self.patience.cancel()

    def data_received(self, data: bytes) -> None:
        """Read the plain frames ourselves; from the first other one on, the library reads this line."""
        if not self.ours:
            super().data_received(data)
            self._refuse_what_is_too_long()
            return
        data = self.begun + data
        while (size := plain_size(data)) and len(data) >= size:
            self.handle_text(Frame(Opcode.TEXT, plain_text(data[:size])))
            data = data[size:]
        self.begun = data
        if size == OTHER:
            self.ours, self.begun = False, b""
            super().data_received(data)

    def _refuse_what_is_too_long(self) -> None:
        """Headers that the library does not read, it does not answer either: the line would stay open for ever."""
        if self.conn.handshake_exc is not None and not self.handshake_initiated and not self.transport.is_closing():
            self.transport.write(TOO_LONG)
            self.transport.close()

    def handle_text(self, event: Frame) -> None:
        if not event.fin or self.hear is None:
            super().handle_text(event)
        elif not self.transport.is_closing() and not self.hear(bytes(event.data)):
            self.transport.pause_reading()
            self.loop.call_later(BREATH, self._read_on)

    def _read_on(self) -> None:
        if not self.read_paused and not self.transport.is_closing():
            self.transport.resume_reading()

    def handle_bytes(self, _: Frame) -> None:
        self.transport.abort()


def own_line(scope: Any) -> "tuple[OwnLine, Listen] | None":
    """The line of this connection and how to listen to it, or None where we are not let at it."""
    extension = scope.get("extensions", {}).get(EXTENSION)
    return (OwnLine(extension["transport"]), extension["listen"]) if extension else None


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


PING = text_frame(b"2")


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


class Line(Protocol):
    """The way to one phone."""

    def send(self, *messages: Message) -> None:
        """Send these."""

    def hang_up(self) -> None:
        """Close the line once what was sent is on its way."""

    def cut(self) -> None:
        """End the line at once."""

    def look_after(self) -> None:
        """See whether somebody still is there; to be called once a second."""


class LibraryLine:
    """A line that python-socketio keeps, and looks after."""

    def __init__(self, emit: Callable[[str, Any], None], let_go: Callable[[], None]) -> None:
        self._emit = emit
        self.hang_up = self.cut = let_go

    def send(self, *messages: Message) -> None:
        for message in messages:
            self._emit(message.event, message.plain())

    def look_after(self) -> None:
        pass


class OwnLine:
    """A line we write to ourselves."""

    __slots__ = ("_looks", "_read", "_read_at", "_transport", "_written")

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport
        self._written = 0
        self._read = 0
        self._read_at = time.monotonic()
        self._looks = random.randrange(PING_EVERY)  # so that those who came together are not pinged together
        leave_little_to_the_kernel(transport)

    def send(self, *messages: Message) -> None:
        """Send these, with the effort of one; or cut the line, when too much waits in it already."""
        self._write(messages[0].frame if len(messages) == 1 else b"".join(message.frame for message in messages))

    def say(self, packet: bytes) -> None:
        """Send a packet that is no event."""
        self._write(text_frame(packet))

    def _write(self, frame: bytes) -> None:
        if self._transport.get_write_buffer_size() > MOST_UNREAD:
            cut(self._transport)
        elif not self._transport.is_closing():
            self._transport.write(frame)
            self._written += len(frame)

    def hang_up(self) -> None:
        """Close the line once what was sent is on its way; cut it when that takes too long."""
        self._transport.close()
        if self._transport.get_write_buffer_size():
            asyncio.get_running_loop().call_later(LONGEST_UNREAD, cut, self._transport)

    def cut(self) -> None:
        cut(self._transport)

    def pong(self) -> None:
        """The phone answered a ping."""
        self._looks = 0

    def look_after(self) -> None:
        """Ping the phone; cut the line if it does not answer, or reads nothing of what waits for it. Who reads slowly
        may take their time."""
        self._looks += 1
        if self._looks == PING_EVERY:
            self._write(PING)
        elif self._looks > PING_EVERY + PONG_WITHIN:
            self.cut()
        now, waiting = time.monotonic(), self._transport.get_write_buffer_size()
        read = self._written - waiting
        if not waiting or read > self._read:
            self._read, self._read_at = read, now
        elif now - self._read_at > LONGEST_UNREAD:
            self.cut()
