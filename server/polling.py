"""What stands before Engine.IO for who comes by long polling: only what a phone of ours could ask gets through.

Script tags are refused, which would give our words to any website. Who went away before their request was read, and
what is no packet of a phone, never reaches the library: it would stumble, and fill the log with it.
"""

import asyncio
import re
from urllib.parse import parse_qs

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rooms.wire import MESSAGE_BYTES
from server.forms import BODY_WITHIN

BETWEEN = b"\x1e"
"""Parts the packets of one request (Engine.IO 4)."""
MOST_PACKETS = 16
"""In one request; Engine.IO reads no more either."""
SAID = re.compile(rb"3|4[012].*", re.DOTALL)
"""A pong, and the three messages of phones."""
GOODBYE = b"1"
"""Nothing comes after it."""


class Polling:
    """The application behind it; `path` is where the socket is."""

    def __init__(self, app: ASGIApp, path: str) -> None:
        self._app = app
        self._path = path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(self._path):
            await self._app(scope, receive, send)
            return
        try:
            async with asyncio.timeout(BODY_WITHIN):
                body = await body_of(receive)
        except TimeoutError:
            await PlainTextResponse("too slow", 408)(scope, receive, send)
            return
        if body is None:
            return
        if asks_jsonp(scope) or not could_be_said(body):
            await PlainTextResponse("not this way", 400)(scope, receive, send)
        else:
            await self._app(scope, once_more(body, receive), send)


async def body_of(receive: Receive) -> bytes | None:
    """All that was sent, as far as it could be of use; None when whoever asked is gone."""
    body, more = b"", True
    while more:
        message = await receive()
        if message["type"] != "http.request":
            return None
        body += message.get("body", b"")
        more = message.get("more_body", False) and len(body) <= MESSAGE_BYTES
    return body


def once_more(body: bytes, receive: Receive) -> Receive:
    """Receives this body as if nobody had read it, then what comes."""
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> Message:
        return waiting.pop() if waiting else await receive()

    return again


def could_be_said(body: bytes) -> bool:
    """Whether this is nothing, or packets that phones send."""
    try:
        body.decode()
    except UnicodeDecodeError:
        return False
    *first, last = body.split(BETWEEN)
    if len(body) > MESSAGE_BYTES or len(first) >= MOST_PACKETS:
        return False
    ends_well = last == GOODBYE or SAID.fullmatch(last) is not None
    return not body or (ends_well and all(map(SAID.fullmatch, first)))


def asks_jsonp(scope: Scope) -> bool:
    """Whether the answer is asked for as a script."""
    return "j" in parse_qs(scope.get("query_string", b"").decode("latin-1"), keep_blank_values=True)
