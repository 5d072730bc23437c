"""Who must notice nothing: honest people who go on writing beside the fuzzer, and somebody who asks whether the server
is alive."""

import asyncio
import time

import socketio

from rooms.people import Person
from server.lives import call_off
from tests.phone import Phone
from tests.trust.fuzz.book import Book
from tests.trust.fuzz.fair import HONEST, Fair
from tests.trust.fuzz.ground import Ground, Logged
from tests.trust.fuzz.lines import TROUBLE, ask, request

ALIVE_WITHIN = 5_000.0
"""Milliseconds within which a process says that it is alive, however busy it is; this machine is busy as well."""
WRITES_EVERY, ASKS_EVERY = 0.7, 0.5
BOARD = "kunstpost"


class Beside:
    """These, for as long as a festival is fuzzed."""

    def __init__(self, ground: Ground, fair: Fair, book: Book) -> None:
        self._ground, self._fair, self._book = ground, fair, book
        self._phones: list[Phone] = []
        self._lives: list[asyncio.Task[None]] = []
        self.answered = 0

    async def __aenter__(self) -> "Beside":
        people = {person.id: person for person in self._fair.tables.all(Person)}
        for worker, who in zip(self._ground.workers, HONEST, strict=True):
            phone = Phone(worker.base, self._fair.listed.code, "participant", self._fair.cookie(people[who]))
            await phone.connect()
            self._phones.append(phone)
            self._lives.append(asyncio.create_task(self._writes(phone)))
            self._lives.append(asyncio.create_task(self._asks(worker)))
        return self

    async def __aexit__(self, *_: object) -> None:
        for life in self._lives:
            await call_off(life)
        for phone in self._phones:
            await phone.leave()

    async def _writes(self, phone: Phone) -> None:
        """Post a note and take it back, again and again; every answer will do, none will not."""
        while True:
            try:
                await self._one_note(phone)
            except TimeoutError:
                self._book.fault("an honest person was not answered", "beside", phone.base)
            except socketio.exceptions.SocketIOError as trouble:
                self._book.fault(f"an honest person lost their line: {type(trouble).__name__}", "beside")
            await asyncio.sleep(WRITES_EVERY)

    async def _one_note(self, phone: Phone) -> None:
        note = f"honest{phone.device[:4]}{phone.seq:06}"
        post = {"id": note, "board": BOARD, "kind": "tip", "text": "Ik ben er gewoon"}
        wishes = {"PostNote": post, "TakeBackNote": {"note": note}}
        for kind, fields in wishes.items():
            began = time.monotonic()
            await phone.wish(kind, **fields)
            self._book.took("honest", (time.monotonic() - began) * 1000)
            self.answered += 1

    async def _asks(self, worker: Logged) -> None:
        """Ask whether the process is alive, and see that it is the same one."""
        asked = request("GET", "/healthz", [["Host", "127.0.0.1"], ["Connection", "close"]], b"")
        while True:
            try:
                answer = await ask(worker.port, asked, ALIVE_WITHIN / 1000)
            except TROUBLE as trouble:
                self._book.fault(f"/healthz can't be asked: {type(trouble).__name__}", "beside")
            else:
                self._book.took("healthz", answer.ms)
                if answer.status != 200 or answer.ms > ALIVE_WITHIN:
                    self._book.fault(f"/healthz said {answer.status}, or too late", "beside")
            await asyncio.sleep(ASKS_EVERY)
