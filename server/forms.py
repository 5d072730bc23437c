"""What browsers send to our pages: whether it comes from our own pages, and what is in it."""

import asyncio

import msgspec
from starlette.requests import Request

BODY_BYTES = 4096
BODY_WITHIN = 3.0
"""Seconds in which a form is here; it has room in two packets of the network."""


class TooSlow(Exception):  # noqa: N818 - it is no error of ours
    """What was announced did not come in time."""


def from_here(request: Request) -> bool:
    """Whether a request that changes something comes from our own pages (Fetch metadata, else Origin)."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("origin")
    return origin is None or origin.split("://")[-1] == request.headers.get("host")


async def body_of(request: Request) -> bytes:
    """The request's body; b"" when it is longer than any of our forms. Raises TooSlow, ClientDisconnect."""
    body = b""
    try:
        async with asyncio.timeout(BODY_WITHIN):
            async for piece in request.stream():
                body += piece
                if len(body) > BODY_BYTES:
                    return b""
    except TimeoutError:
        raise TooSlow from None
    return body


def word_in(body: bytes, name: str) -> str:
    """The word with this name in a JSON body, "" when there is none."""
    try:
        return msgspec.json.decode(body, type=dict[str, str]).get(name, "")
    except (msgspec.DecodeError, UnicodeDecodeError):
        return ""
