"""python-socketio as we use it: for those whose line we cannot write to ourselves (see `greeting.py`).

That is who comes by long polling, and everybody where another web server than ours runs the app. It knows three kinds
of packets that our phones send, and no others.
"""

from typing import Any

import socketio

from rooms.wire import FROM_PHONE, MESSAGE_BYTES
from server.transport import PING_EVERY, PONG_WITHIN

EVENT_AND_CONTENT = 2
PASSED_OVER = ""
NOTHING = "?"
"""Stands for a packet with nothing in it, which the library would take for an event."""

GOODBYE = socketio.packet.DISCONNECT
MALFORMED = (ValueError, TypeError, LookupError, RecursionError)


class Packet(socketio.packet.Packet):  # type: ignore[misc]
    """A Socket.IO packet as our phones send it, with the same manners as on the lines we read ourselves: an event that
    nobody here knows is passed over, and what is no packet of a phone ends the line, as a goodbye would.

    Without this a phone could send an event by the name under which *we* are told of somebody's coming or going.
    """

    uses_binary_events = False
    packet_type: int
    data: Any

    def __init__(self, *said: Any, encoded_packet: object = None, **more: Any) -> None:
        super().__init__(*said, encoded_packet=NOTHING if encoded_packet == "" else encoded_packet, **more)

    def decode(self, encoded_packet: object) -> int:
        try:
            super().decode(encoded_packet)
            ours = self.packet_type in {socketio.packet.CONNECT, GOODBYE} or self._is_event()
        except MALFORMED:
            ours = False
        if not ours:
            self.packet_type, self.namespace, self.id, self.data = GOODBYE, None, None, None
        elif self.packet_type == socketio.packet.EVENT and self._name() not in FROM_PHONE:
            self.data = [PASSED_OVER]
        return 0

    def _is_event(self) -> bool:
        """Whether this is an event with its content that asks for no answer of the library's."""
        event = self.packet_type == socketio.packet.EVENT and self.id is None
        return event and isinstance(self._name(), str)

    def _name(self) -> object:
        """The event's name; None when there is no content beside it."""
        fits = isinstance(self.data, list) and len(self.data) == EVENT_AND_CONTENT
        return self.data[0] if fits else None


def library(origins: list[str], polling: bool) -> Any:
    """Socket.IO's server; `polling` says whether phones may come by long polling too."""
    return socketio.AsyncServer(
        async_mode="asgi",
        transports=["polling", "websocket"] if polling else ["websocket"],
        allow_upgrades=False,
        async_handlers=False,
        cors_allowed_origins=origins,
        max_http_buffer_size=MESSAGE_BYTES,
        ping_interval=PING_EVERY,
        ping_timeout=PONG_WITHIN,
        http_compression=False,
        serializer=Packet,
        logger=False,
        engineio_logger=False,
    )
