"""python-socketio as we use it: for those whose line we cannot write to ourselves (see `greeting.py`).

That is who comes by long polling, and everybody where another web server than ours runs the app. It knows three kinds
of packets that our phones send, and no others.
"""

from typing import Any

import socketio

from rooms.wire import FROM_PHONE, MESSAGE_BYTES
from server.transport import PING_EVERY, PONG_WITHIN


class Packet(socketio.packet.Packet):  # type: ignore[misc]
    """A Socket.IO packet as our phones send it; any other is not read, as if it never came.

    Without this a phone could send an event by the name under which *we* are told of somebody's coming or going.
    """

    uses_binary_events = False

    def decode(self, encoded_packet: object) -> int:
        if not isinstance(encoded_packet, str) or encoded_packet[:1] not in {"0", "1", "2"}:
            raise ValueError("not a packet of ours")
        attached = super().decode(encoded_packet)
        if self.packet_type == socketio.packet.EVENT and self.data[0] not in FROM_PHONE:
            raise ValueError("not an event of ours")
        return int(attached or 0)


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
