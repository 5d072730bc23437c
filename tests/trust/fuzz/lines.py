"""The lines by which the fuzzer speaks: bare HTTP requests, and websockets of people who came in and entered.

A request is sent byte by byte as it is told, well-formed or not. Nothing here judges an answer.
"""

import asyncio
import contextlib
import json
import time
from dataclasses import dataclass, field
from random import Random
from typing import Any

from websockets.exceptions import WebSocketException

from rooms.people import Person
from tests.festijn import Raw
from tests.trust.fuzz.fair import Fair
from tests.trust.fuzz.grammar import a_device
from tests.trust.fuzz.ground import Ground

TROUBLE = (OSError, TimeoutError, WebSocketException, asyncio.IncompleteReadError, AssertionError)
ANSWER_WITHIN = 15.0
WAITS_FOR_A_BODY = 1.5
STILL = 0.3
"""Seconds without another byte after which an answer on a line that stays open is over."""
SWITCHED = 101
MOST_BYTES = 50_000_000


@dataclass
class Answer:
    """What came back on a line: all bytes, and how long the first of them took."""

    raw: bytes = b""
    ms: float = 0.0
    late: bool = False

    @property
    def status(self) -> int:
        """The status of the first answer; 0 when there was none."""
        first = self.raw[:12].split(b" ")
        return int(first[1]) if len(first) > 1 and first[1].isdigit() else 0


def request(method: str, target: str, headers: list[list[str]], body: bytes) -> bytes:
    """A request as it travels; what is no Latin-1 travels as UTF-8."""
    rows = [f"{method} {target} HTTP/1.1", *(f"{name}: {value}" for name, value in headers)]
    return "\r\n".join([*rows, "", ""]).encode("utf-8", "surrogatepass") + body


def patience(headers: list[list[str]]) -> tuple[float, bool]:
    """How long to wait for an answer, and whether there must be one: who announces a body, and sends another or none,
    makes the server wait for the rest of it."""
    announces = any(name.lower() in ("transfer-encoding", "content-length", "expect") for name, _ in headers)
    return (WAITS_FOR_A_BODY, False) if announces else (ANSWER_WITHIN, True)


async def ask(port: int, asked: bytes, within: float = ANSWER_WITHIN, must: bool = True, then: bytes = b"") -> Answer:
    """Send this, and read until the line is closed, or still after an answer. If there `must` be one, none is late.
    What comes `then` is sent once the line is a websocket: the web server drops what comes along with the request."""
    began = time.monotonic()
    answer = Answer()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(asked)
        while len(answer.raw) < MOST_BYTES:
            async with asyncio.timeout(STILL if answer.raw else within):
                piece = await reader.read(1 << 20)
            answer.ms = answer.ms or (time.monotonic() - began) * 1000
            answer.raw += piece
            if not piece:
                break
            if then and answer.status == SWITCHED:
                writer.write(then)
                then = b""
    except TimeoutError:
        answer.late = must and not answer.raw
        answer.ms = answer.ms or (time.monotonic() - began) * 1000
    except ConnectionError:
        pass
    finally:
        writer.transport.abort()
    return answer


@dataclass
class Phone:
    """Somebody's line, who came in and entered. `heard` is everything that came on it during a case."""

    person: Person
    cookie: str
    raw: Raw
    device: str
    seq: int = 1
    heard: list[str] = field(default_factory=list)

    async def send(self, what: Any) -> None:
        """Send a text, bytes, or (as {"raw": ...}) bytes past the library; {"torn": ...} may be half a frame."""
        if isinstance(what, dict):
            with contextlib.suppress(RuntimeError):  # the line was ended by now, which is an answer too
                self.raw.line.transport.write(b"".join(what.values()))
        elif isinstance(what, bytes):
            await self.raw.line.send(what)
        else:
            await self.raw.line.send(what.encode("utf-8", "replace"), text=True)

    async def until(self, ref: str, within: float = 8.0) -> dict[str, Any] | None:
        """The answer to this ref; None when the line says goodbye. Raises TimeoutError when neither comes."""
        async with asyncio.timeout(within):
            while True:
                packet = await self.raw.line.recv()
                told = packet.decode("utf-8", "replace") if isinstance(packet, bytes) else packet
                self.heard.append(told)
                if told == "2":
                    await self.raw.line.send("3")
                elif told.startswith('42["bye"'):
                    return None
                elif told.startswith('42["answer"') and (answer := json.loads(told[2:])[1]).get("ref") == ref:
                    return dict(answer)

    def cut(self) -> None:
        """Leave without a word."""
        self.raw.line.transport.abort()


class Phones:
    """Phones that are in already, kept for the next case of the same person or role."""

    def __init__(self, ground: Ground, fair: Fair) -> None:
        self._ground, self._fair = ground, fair
        self._idle: list[Phone] = []
        self.refused = 0

    async def take(self, person: Person, chance: Random) -> Phone | None:
        """A phone of this person; None when they are not let in (any more)."""
        for phone in self._idle:
            if phone.person.id == person.id:
                self._idle.remove(phone)
                return phone
        cookie = self._fair.cookie(person)
        hello = {"code": self._fair.listed.code, "role": person.role}
        base = chance.choice(self._ground.workers).base
        raw = await Raw.connect(base, cookie, hello, max_queue=None, max_size=None, close_timeout=0.1, proxy=None)
        if not (await raw.packet(20.0)).startswith("40{"):
            raw.line.transport.abort()
            self.refused += 1
            return None
        await raw.say("enter", {"places": {}, "look": "kunstpost"})
        return Phone(person, cookie, raw, a_device(chance))

    def put_back(self, phone: Phone) -> None:
        """Keep it; of many the oldest leave, without a word."""
        phone.heard.clear()
        self._idle.append(phone)
        while len(self._idle) > 40:
            self._idle.pop(0).cut()

    def close(self) -> None:
        """All leave."""
        for phone in self._idle:
            phone.cut()
        self._idle.clear()


async def gone(phone: Phone) -> None:
    """Wait until the line is closed, after a goodbye."""
    with contextlib.suppress(*TROUBLE):
        async with asyncio.timeout(2):
            await phone.raw.line.wait_closed()
