"""Where phones come in: connect, enter, look, submit, and gone.

Who somebody is comes from their signed cookie, never from what they send. What they send must fit one of the four
messages exactly. Connects and small talk are python-socketio's; everything a phone hears from us goes over its `Line`.
"""

import asyncio
import json
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

import msgspec
import structlog
from socketio.exceptions import ConnectionRefusedError as Unwelcome
from starlette.requests import cookie_parser

from rooms.kernel import Reason, Refused, require
from rooms.people import Person
from rooms.receipt import parse_ref
from rooms.wire import FROM_PHONE, Answer, Applaud, Bye, Enter, Hello, Look, Store, Submit, parse
from server.collector import Collector
from server.fanout import Screen
from server.hall import Hall, Venue
from server.identity import Identity
from server.journal import STORE_TROUBLE
from server.judging import Verdict, Wish
from server.limits import MOST_REFUSED, Bucket
from server.register import Register
from server.smalltalk import library
from server.transport import LibraryLine, Line, Message

LONGEST_REF = 64
ENTER_WITHIN = 10.0
"""Seconds after which a phone that connected and never entered is sent away."""
DRAIN_WITHIN = 1.0
"""Seconds that wishes get to be answered before a process stops."""
OPEN_WITHIN = 5.0
"""Seconds a phone waits for its festival to be loaded before it is told to try again."""

log = structlog.get_logger()
_event = msgspec.json.Decoder(tuple[str, msgspec.Raw])
_fitting = {event: msgspec.json.Decoder(kind) for event, kind in FROM_PHONE.items()}


class Sockets:
    """All phones connected to this process."""

    def __init__(self, register: Register, venue: Venue, identity: Identity, origins: list[str], polling: bool) -> None:
        self._register = register
        self._venue = venue
        self._identity = identity
        self._at: dict[str, tuple[Hall, Screen]] = {}
        self._buckets: defaultdict[str, Bucket] = defaultdict(Bucket)
        self._talk: set[asyncio.Task[None]] = set()
        self._collector = Collector()
        self.draining = False
        self.turned_away: Callable[[str], None] = lambda why: None
        """Hears why somebody was not let in."""
        self.sio = library(origins, polling)
        self.sio.on("connect", self.connect)
        self.sio.on("disconnect", self.gone)
        for event in FROM_PHONE:  # of those whose line we can't listen to ourselves
            self.sio.on(event, partial(self._said, event))

    # -- coming and going

    async def connect(self, sid: str, environ: dict[str, Any], auth: object = None) -> None:
        """A phone knocks that the library brings."""
        line = LibraryLine(lambda event, data: self._emit(sid, event, data), lambda: self._drop(sid))
        await self.let_in(sid, line, environ.get("HTTP_COOKIE", ""), auth)

    async def let_in(self, sid: str, line: Line, cookies: str, auth: object) -> None:
        """Let a phone in as the person its cookie proves, or raise Unwelcome with the reason."""
        if self.draining:
            raise Unwelcome("draining")
        try:
            hall, person = await self._recognise(cookies, auth)
        except Unwelcome as no:
            self.turned_away(f"socket_{no.error_args.get('message')}")
            raise
        self._at[sid] = (hall, Screen(sid, person.id, line))
        asyncio.get_running_loop().call_later(ENTER_WITHIN, self._send_idlers_away, sid)

    async def _recognise(self, cookies: str, auth: object) -> tuple[Hall, Person]:
        try:
            hello: Hello = parse(Hello, auth)
            async with asyncio.timeout(OPEN_WITHIN):
                # without a cookie nobody learns here which codes there are
                own = self._identity.festivals(cookie_parser(cookies))
                listed = await self._register.find(hello.code) if own else None
                if listed is None or listed.id not in own:
                    raise Unwelcome("who")
                hall = await self._venue.open(listed.id)
                proven = self._identity.read(cookie_parser(cookies), listed.id, hello.role)
                person = await hall.person(proven)
        except Refused as fault:
            raise Unwelcome("not_understood") from fault
        except STORE_TROUBLE as trouble:
            raise Unwelcome("store_away") from trouble
        if person is None or person.removed or person.role != hello.role:
            raise Unwelcome("who")
        return hall, person

    def _send_idlers_away(self, sid: str) -> None:
        found = self._at.get(sid)
        if found is not None and not found[1].audiences:
            found[1].line.hang_up()

    async def gone(self, sid: str, _why: str = "") -> None:
        """A phone is gone."""
        self._collector.left()
        if found := self._at.pop(sid, None):
            hall, screen = found
            hall.fanout.leave(screen)
            if not hall.replica.here:  # it sends again what it hears nothing of, perhaps elsewhere: that shall count
                hall.replica.leave(screen)

    # -- the four messages

    def hear(self, sid: str, line: Line, packet: bytes) -> bool:
        """An event as it came over the line (its packet from the bracket on); one that nobody here knows is passed
        over. False: it came too fast."""
        if sid not in self._at:  # it said goodbye, and goes on
            line.cut()
            return True
        try:
            event, content = _event.decode(packet)
            message = _fitting[event].decode(content) if event in _fitting else None
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            return self._misfit(sid, line, packet)
        return self._hear(sid, message, getattr(message, "ref", None))

    def _misfit(self, sid: str, line: Line, packet: bytes) -> bool:
        """It does not fit at first sight: look closely, so that the refusal says what is wrong."""
        try:
            event, content = json.loads(packet)
        except (ValueError, TypeError, RecursionError):
            line.cut()
            return True
        return self._said(event, sid, content)

    def _said(self, event: object, sid: str, payload: object = None) -> bool:
        """A message as plain values."""
        message: object = None
        try:
            if isinstance(event, str) and event in FROM_PHONE:
                message = parse(FROM_PHONE[event], payload)
        except Refused as no:
            message = no
        ref = payload.get("ref") if isinstance(payload, dict) and event != "applaud" else None
        return self._hear(sid, message, ref)

    def _hear(self, sid: str, message: object, ref: object) -> bool:
        """Take a message; one that does not fit, or comes too fast, is answered, or ends the line. False: too fast."""
        if sid not in self._at:
            return True
        hall, screen = self._at[sid]
        bucket = self._buckets[screen.person]
        in_time = bucket.take()
        try:
            require(in_time, Reason.TOO_FAST)
            if isinstance(message, Refused):
                raise message
            self._take(hall, screen, message)
        except Refused as no:
            told = isinstance(ref, str) and len(ref) <= LONGEST_REF and ref.isprintable()
            if told and bucket.refused <= MOST_REFUSED:
                self._answer(hall, screen, str(ref), Verdict(reason=no.reason, present=no.present))
            elif not isinstance(message, Applaud) or bucket.refused > MOST_REFUSED:
                screen.line.send(Message("bye", Bye(no.reason)))
                screen.line.hang_up()
        return in_time

    def _take(self, hall: Hall, screen: Screen, message: object) -> None:
        """What a phone said. `enter`: it tells what it has, and gets what it misses. `look`: it looks at another board.
        `submit`: it wishes something; the answer comes when it is in the journal. `applaud`: it claps."""
        if isinstance(message, Submit):
            ref = parse_ref(message.ref, message.low)
            answer = partial(self._answer, hall, screen, message.ref)
            command = hall.filled_in(message.command)
            hall.replica.submit(Wish(command, ref, screen.person, message.seen, answer, screen))
        elif isinstance(message, Look):
            if screen.audiences:
                hall.fanout.look(screen, message.look)
        elif isinstance(message, Applaud):
            if screen.audiences:
                hall.presence.clap()
        elif isinstance(message, Enter):
            store = Message("store", Store(hall.replica.here, hall.replica.now()))
            hall.fanout.enter(screen, message.places, message.look, store, Message("numbers", hall.told_numbers()))

    def _answer(self, hall: Hall, screen: Screen, ref: str, verdict: Verdict) -> None:
        answer = Message("answer", Answer(ref, verdict.ok, verdict.reason, verdict.present))
        hall.fanout.answer(screen, answer)

    # -- for the few without a transport of their own

    def _emit(self, sid: str, event: str, data: Any) -> None:
        self._soon(self.sio.emit(event, data, to=sid))

    def _drop(self, sid: str) -> None:
        self._soon(self.sio.disconnect(sid))

    def _soon(self, talk: Any) -> None:
        task = asyncio.ensure_future(talk)
        self._talk.add(task)
        task.add_done_callback(self._talk.discard)

    def tidy(self) -> None:
        """Forget how fast people sent who have been quiet since, and clear up after who left."""
        self._collector.tidy(len(self._at))
        for person in [person for person, bucket in self._buckets.items() if bucket.full()]:
            del self._buckets[person]

    async def drain(self) -> None:
        """We are going to stop: answer what waits, then send every phone to another process."""
        self.draining = True
        with suppress(TimeoutError):
            async with asyncio.timeout(DRAIN_WITHIN):
                while any(hall.replica.busy for hall in self._venue.halls()):  # noqa: ASYNC110 - a stop is rare
                    await asyncio.sleep(0.01)
        bye = Message("bye", Bye("draining"))
        for _, screen in list(self._at.values()):
            screen.line.send(bye)
            screen.line.hang_up()
