"""What no honest phone sends, and what must come of it: a list of cases, each played on a line of its own."""

import asyncio
import json
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.frames import Frame, Opcode

from rooms.wire import MESSAGE_BYTES
from tests.festijn import Raw

BOARD = "kunstpost"
CLOSED = "closed"
BYE = "bye not_understood"
PASSED_OVER = "passed over"
OTHER = 4096
"""The seq of the honest note that follows on junk."""


@dataclass(frozen=True)
class Case:
    """What is sent, and what may come of it: `closed`, `bye ...`, `passed over`, or the reason of the answer."""

    name: str
    do: Callable[[Raw], Awaitable[str]]
    may: tuple[str, ...]


def note(seq: int, device: str = "a-phone-in-a-drill", **other: Any) -> dict[str, Any]:
    """A submit of a note; `other` takes the place of, or comes to, the fields of its command."""
    row = f"{abs(hash((device, seq))) % 10**12:012}{seq % 10_000:04}"
    command = {"type": "PostNote", "id": row, "board": BOARD, "kind": "tip", "text": f"Tip {seq}", **other}
    return {"ref": f"{device}.{seq}", "low": max(1, seq - 200), "seen": 0, "command": command}


def device_of(raw: Raw) -> str:
    """A device name that no other line has."""
    raw.__dict__.setdefault("device", f"device-{secrets.token_hex(8)}")
    return str(raw.__dict__["device"])


async def outcome(raw: Raw, within: float = 4.0) -> str:
    """What comes of what was sent: the first answer, the bye, or the end of the line."""
    try:
        async with asyncio.timeout(within):
            while True:
                told = await raw.line.recv()
                if told == "2":
                    await raw.line.send("3")
                if str(told).startswith("42"):
                    event, content = json.loads(str(told)[2:])
                    if event == "bye":
                        return f"bye {content['why']}"
                    if event == "answer":
                        return str(content.get("reason", "ok"))
    except (ConnectionClosed, ConnectionError):
        return CLOSED
    except TimeoutError:
        return "nothing"


async def noted(raw: Raw, seq: int) -> str:
    """Post a note; gives the answer. Its device is this line's own."""
    await raw.say("submit", note(seq, device_of(raw)))
    return await outcome(raw)


async def then_a_note(raw: Raw) -> str:
    """After junk that nobody answers, an honest note: `passed over` if that is granted."""
    try:
        came = await noted(raw, OTHER)
    except (ConnectionClosed, ConnectionError):
        return CLOSED
    return PASSED_OVER if came == "ok" else came


def text(packet: str) -> Callable[[Raw], Awaitable[str]]:
    """Send this packet, then an honest note."""

    async def do(raw: Raw) -> str:
        await raw.line.send(packet)
        return await then_a_note(raw)

    return do


def submitted(**other: Any) -> Callable[[Raw], Awaitable[str]]:
    """Send a note with these fields."""

    async def do(raw: Raw) -> str:
        await raw.say("submit", note(1, device_of(raw), **other))
        return await outcome(raw)

    return do


def said(event: str, content: Any) -> Callable[[Raw], Awaitable[str]]:
    """Send this message, then an honest note."""
    return text("42" + json.dumps([event, content]))


async def exactly_64_kb(raw: Raw) -> str:
    """The longest message there may be: it is answered."""
    empty = "42" + json.dumps(["submit", note(1, text="")])
    await raw.line.send("42" + json.dumps(["submit", note(1, text="x" * (MESSAGE_BYTES - len(empty)))]))
    return await outcome(raw)


async def large(raw: Raw, size: int) -> str:
    """One message of so many bytes."""
    try:
        await raw.line.send("42" + json.dumps(["submit", "x" * (size - 13)]))
    except (ConnectionClosed, ConnectionError):
        return CLOSED
    return await outcome(raw)


async def endless(raw: Raw) -> str:
    """A message in pieces that never ends, up to a gigabyte."""
    piece = "x" * 32_768

    async def pieces() -> Any:
        for _ in range(32_768):
            yield piece

    try:
        await raw.line.send(pieces())
    except (ConnectionClosed, ConnectionError):
        return CLOSED
    return await outcome(raw)


async def squeezed(raw: Raw) -> str:
    """A frame that says it is compressed, though nobody agreed to that."""
    frame = Frame(Opcode.TEXT, b"x" * 100).serialize(mask=True)
    raw.line.transport.write(bytes([frame[0] | 0x40]) + frame[1:])
    return await outcome(raw)


async def not_utf8(raw: Raw) -> str:
    """A text that is none."""
    raw.line.transport.write(Frame(Opcode.TEXT, b"42[\xff\xfe]").serialize(mask=True))
    return await outcome(raw)


async def binary(raw: Raw) -> str:
    """Bytes where words belong."""
    await raw.line.send(b"\x00\x01binary")
    return await then_a_note(raw)


async def attachments(raw: Raw) -> str:
    """Ten thousand promises of binary attachments that never come."""
    try:
        for _ in range(10_000):
            await raw.line.send('451-["x",{"_placeholder":true,"num":0}]')
    except (ConnectionClosed, ConnectionError):
        return CLOSED
    return await then_a_note(raw)


async def forged(hello: dict[str, str], cookie: str, raw: Raw) -> str:
    """Says of itself that it was gone and connects, from a place of its own making, and enters with that."""
    extensions = {"festijn.transport": {"transport": "mine"}}
    made = {"HTTP_COOKIE": cookie, "asgi.scope": {"type": "websocket", "extensions": extensions}}
    await raw.say("disconnect", "gone")
    await raw.line.send("42" + json.dumps(["connect", made, hello]))
    await raw.say("enter", {"places": {}, "look": BOARD})
    return await then_a_note(raw)


DEEP = "[" * 10_000 + "]" * 10_000
REFUSED = ("not_understood",)
AWAY = (CLOSED, BYE)
SHRUG = (PASSED_OVER, CLOSED, BYE)

CASES = [
    Case("64 kB", exactly_64_kb, REFUSED),
    Case("64 kB + 1", lambda raw: large(raw, MESSAGE_BYTES + 1), (CLOSED,)),
    Case("10 MB", lambda raw: large(raw, 10_000_000), (CLOSED,)),
    Case("1 GB in pieces", endless, (CLOSED,)),
    Case("a compressed frame", squeezed, (CLOSED,)),
    Case("a text that is no UTF-8", not_utf8, (CLOSED,)),
    Case("a note of 501 signs", submitted(text="x" * 501), ("bad_length",)),
    Case("a note of 4,001 signs", submitted(text="x" * 4001), REFUSED),
    Case("an empty note", submitted(text=" "), ("bad_length",)),
    Case("a note with a role", submitted(role="organiser"), REFUSED),
    Case("a note with is_admin", submitted(is_admin=True), REFUSED),
    Case("a note with person_id", submitted(person_id="person-000000001"), REFUSED),
    Case("a note with __proto__", submitted(__proto__={"role": "organiser"}), REFUSED),
    Case("a note with constructor", submitted(constructor={}), REFUSED),
    Case("a command nobody knows", submitted(type="Promote"), REFUSED),
    Case("a facilitator's command", submitted(type="OpenBallot"), REFUSED),
    Case("NUL in a note", submitted(text="a\0b"), ("ok",)),
    Case("half a sign in a note", submitted(text="a\ud800"), REFUSED),
    *(
        Case(f"packet {packet[:24]}", text(packet), SHRUG)
        for packet in (
            "",
            "4",
            "42",
            "42{",
            "42[]",
            "42[1]",
            "42[null]",
            "42" + "0" * 101,
            "4" + "0" * 101,
            "9",
            "2probe",
        )
    ),
    Case("10,000 brackets", text("42" + DEEP), SHRUG),
    Case("10,000 brackets in a submit", text(f'42["submit",{DEEP}]'), SHRUG),
    Case("1e400", text('42["submit",{"ref":"a","low":1e400,"seen":0,"command":{}}]'), REFUSED),
    Case("NaN", text('42["submit",{"ref":"a","low":NaN,"seen":0,"command":{}}]'), (*REFUSED, *AWAY)),
    Case("an event nobody knows", said("shutdown", {}), SHRUG),
    Case("two payloads", text('42["submit",{},{}]'), SHRUG),
    Case("an ack nobody asked for", text("431[]"), SHRUG),
    Case("another namespace", text("40/admin,"), SHRUG),
    Case("an event in another namespace", text('42/admin,["x"]'), SHRUG),
    Case("a second hello", text("40{}"), SHRUG),
    Case("an event called connect", said("connect", {}), SHRUG),
    Case("an event called disconnect", said("disconnect", "gone"), SHRUG),
    Case("bytes", binary, AWAY),
    Case("10,000 promised attachments", attachments, (CLOSED,)),
    Case("enter with junk", said("enter", {"places": 1}), AWAY),
    Case("look with junk", said("look", None), AWAY),
]
