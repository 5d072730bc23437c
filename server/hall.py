"""A festival as this process hosts it: its tables, its screens, its clock, and who is here.

A process holds only the festivals somebody here is in: it opens one when the first person arrives, and lets go of it
when it has been quiet for a while.
"""

import asyncio
import secrets
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

import structlog

from rooms.breakout import SpreadHall
from rooms.erasing import Erased
from rooms.kernel import Command, Reason, Record, Step, Tables
from rooms.numbers import Numbers, numbers
from rooms.people import CLOCK, DOOR, Join, Person, Role
from rooms.receipt import Ref
from rooms.seats import Seat
from rooms.wire import Counted
from server.absence import Absence
from server.ambient import COUNTED, Presence, coarse, face
from server.erasures import Erasures
from server.fanout import Fanout
from server.forgetting import LOOK_EVERY, erase_known, forget
from server.journal import Journal
from server.judging import Verdict, Wish
from server.lives import call_off, kept
from server.replica import Replica
from server.timekeeper import Timekeeper
from server.tokens import new_id
from server.transport import Message

log = structlog.get_logger()

R = TypeVar("R", bound=Record)

PULSE = 1.0
SCREENS_A_SECOND, SELDOM = 500, 5.0
"""Numbers go to so many screens a second, but no screen waits longer for them than this (seconds)."""
NEWS_WITHIN = 2.0
"""Seconds for the store to tell what was granted elsewhere."""
FORGOTTEN_POLL = 0.05
LET_GO_AFTER = 600.0
"""Seconds without anybody here, after which a festival is let go."""


class Hall:
    """One open festival."""

    def __init__(self, url: str, festival: str, erasures: Erasures | None = None) -> None:
        self.festival = festival
        self._erasures = erasures
        self.replica = Replica(Journal(url, festival), self)
        self.fanout = Fanout(self.replica)
        self.presence = Presence(url, festival)
        self.timekeeper = Timekeeper(lambda: self.replica.tables, self.replica.now, self._say_time)
        self.absence = Absence(self.replica, self.presence, self._say_time)
        self.quiet_since = asyncio.get_running_loop().time()
        self._voice = secrets.token_urlsafe(12)
        self._spoken = 0
        self.ready = asyncio.Event()
        self._other_tables = asyncio.Event()
        self._unheard: dict[int, asyncio.Future[Verdict]] = {}
        self._told: Counted | None = None
        self._tell_after = 0.0
        self._recount = True
        self._numbers = Numbers({}, {}, {})
        self._tasks: list[asyncio.Task[None]] = []
        self._writing: set[asyncio.Task[None]] = set()

    # -- what the replica tells

    def took(self, steps: list[Step]) -> None:
        self.fanout.took(steps)
        self._write_down([step.after for step in steps if isinstance(step.after, Erased)])
        self._look_around()

    def replaced(self, other_history: bool) -> None:
        if other_history:  # what waited may have been dropped, and would then never be answered
            for answer in self._unheard.values():
                tell(answer, Verdict(reason=Reason.NOT_NOW))
            self._unheard.clear()
        self.fanout.replaced(other_history)
        self._write_down(self.replica.tables.all(Erased))
        self._other_tables.set()
        self._look_around()

    def _write_down(self, rows: list[Erased]) -> None:
        """Have the list outside the store know who was erased; beside the loop, for it waits for the disk."""
        if rows and self._erasures is not None:
            writing = asyncio.create_task(asyncio.to_thread(self._erasures.note, self.festival, rows))
            self._writing.add(writing)
            writing.add_done_callback(self._writing.discard)

    def forgot(self) -> None:
        self._write_down(self.replica.tables.all(Erased))  # again, for who could not be written down before
        self.fanout.forgot()

    def store_is(self, here: bool) -> None:
        self.fanout.store_is(here)
        self._look_around()

    def pace(self) -> float:
        """Seconds between two tellings; a little more, so that each finds the newest entry just added."""
        return self.fanout.tick * 1.05

    def _look_around(self) -> None:
        self._recount = True
        self.timekeeper.look()

    # -- wishes

    def filled_in(self, command: Command) -> Command:
        """A phone's command with what only the server knows: who is in the hall, in an order that means nothing."""
        if not isinstance(command, SpreadHall):
            return command
        faces, tables = self.presence.faces(), self.replica.tables
        here = [who.id for who in tables.all(Person) if who.role is Role.PARTICIPANT and face(who.id) in faces]
        loose = [who for who in here if tables.get(Seat, who) is None]
        secrets.SystemRandom().shuffle(loose)
        return SpreadHall(people=tuple(loose))

    async def wish(self, command: Command, by: Person = DOOR) -> Verdict:
        """Have a command of the door, the clock or an operator decided; waits for its outcome."""
        answer: asyncio.Future[Verdict] = asyncio.get_running_loop().create_future()
        self._spoken += 1
        ref = Ref(f"{self._voice}{by.id}", self._spoken, self._spoken)
        wish = Wish(command, ref, by.id, 0, lambda verdict: tell(answer, verdict))
        self._unheard[ref.seq] = answer
        self.replica.submit(wish)
        try:
            return await answer
        finally:
            self._unheard.pop(ref.seq, None)
            self.replica.withdraw(wish)

    async def admit(self, name: str, link: str = "") -> tuple[str, Reason | None]:
        """Let somebody in: who they are now, or why not. That the id is in use means that our own wish came through."""
        person = new_id()
        reason = (await self.wish(Join(id=person, name=name, link=link))).reason
        return person, None if reason is Reason.ID_IN_USE else reason

    async def find(self, look: Callable[[Tables], R | None]) -> R | None:
        """What is in the tables; what nobody here knows may have come about elsewhere just now, so the store is asked
        first. Raises TimeoutError when it does not tell: then nobody can say that there is no such thing."""
        if (found := look(self.replica.tables)) is not None:
            return found
        async with asyncio.timeout(NEWS_WITHIN):
            await self.replica.current()
        return look(self.replica.tables)

    async def person(self, who: str | None) -> Person | None:
        """Somebody whose cookie proves who they are; raises as `find`."""
        return await self.find(lambda tables: tables.get(Person, who)) if who else None

    async def _forget(self) -> None:
        await forget(self.replica, self._say_time)

    async def _stay_forgotten(self) -> None:
        """At first, each time there are other tables, and once a minute: an older copy of them may have people who were
        erased since. A list that can't be read keeps nobody waiting."""
        await self.replica.ready.wait()
        while True:
            self._other_tables.clear()
            try:
                await erase_known(self.replica.tables, self._known_erased, self.wish)
            except OSError as trouble:
                log.warning("the list of who was erased can't be read", trouble=trouble.strerror)
            self.ready.set()
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_EVERY):
                    await self._other_tables.wait()

    def _known_erased(self) -> list[Erased]:
        return self._erasures.of(self.festival) if self._erasures is not None else []

    async def _say_time(self, command: Command) -> Verdict:
        return await self.wish(command, CLOCK)

    # -- its life

    def begin(self) -> None:
        """Start everything; the festival is loaded, without who was erased, when `ready` is set."""
        ambient, clock = (self.presence.tell, self.presence.hear), (self.timekeeper.run, self.absence.run)
        lives = (self.replica.run, *ambient, *clock, self._forget, self._stay_forgotten, self._pulse)
        self._tasks += [asyncio.create_task(kept(life)) for life in lives]

    async def open(self) -> None:
        """Start everything; returns when the festival is loaded."""
        self.begin()
        await self.ready.wait()

    async def forgotten(self) -> bool:
        """Wait until what was dropped is also gone from journal and store; whether this store let us do so."""
        while self.replica.forgetting:  # noqa: ASYNC110 - the store's file tells nobody
            await asyncio.sleep(FORGOTTEN_POLL)
        return not self.replica.owes

    async def close(self) -> None:
        """Stop everything."""
        await asyncio.gather(*map(call_off, self._tasks), *self._writing)

    async def _pulse(self) -> None:
        """Once a second: cut lines nobody reads, say who is here, tell the numbers people watch."""
        while True:
            for screen in list(self.fanout.screens.values()):
                screen.line.look_after()
            people = {screen.person for screen in self.fanout.screens.values()}
            self.presence.local(who for who in people if self._counts(who))
            if people:
                self.quiet_since = asyncio.get_running_loop().time()
            self._tell_numbers()
            await asyncio.sleep(PULSE)

    def _counts(self, who: str) -> bool:
        person = self.replica.tables.get(Person, who)
        return person is not None and person.role in COUNTED

    def told_numbers(self) -> Counted:
        """The numbers as they were last told to everybody."""
        return self._told or self._counted()

    def _counted(self) -> Counted:
        """The numbers as they are now."""
        if self._recount:
            self._numbers, self._recount = numbers(self.replica.tables), False
        told = self._numbers
        here, applause = coarse(self.presence.count()), coarse(self.presence.applause())
        return Counted(here, told.notes, told.turnout, told.heads, applause, told.contacts, told.connections)

    def _tell_numbers(self) -> None:
        """The larger the hall, the less often: one second for each 500 screens."""
        now = asyncio.get_running_loop().time()
        if now < self._tell_after:
            return
        told = self._counted()
        if told != self._told:
            self._told = told
            self.fanout.tell(Message("numbers", told))
            self._tell_after = now + min(SELDOM, len(self.fanout.screens) / SCREENS_A_SECOND)


def tell(answer: "asyncio.Future[Verdict]", verdict: Verdict) -> None:
    """Give the verdict to who waits for it, if somebody still does."""
    if not answer.done():
        answer.set_result(verdict)


class Venue:
    """All festivals this process has open."""

    def __init__(self, url: str, erasures: Erasures | None = None) -> None:
        self._url = url
        self._erasures = erasures
        self._halls: dict[str, Hall] = {}

    async def open(self, festival: str) -> Hall:
        """The hall of this festival, opened if need be; waits until it is loaded."""
        hall = self._halls.get(festival)
        if hall is None:
            hall = self._halls[festival] = Hall(self._url, festival, self._erasures)
            hall.begin()
        hall.quiet_since = asyncio.get_running_loop().time()
        await hall.ready.wait()
        return hall

    def halls(self) -> list[Hall]:
        """Those that are open."""
        return list(self._halls.values())

    async def let_go(self) -> None:
        """Close the halls that have been quiet for long."""
        now = asyncio.get_running_loop().time()
        for hall in self.halls():
            if now - hall.quiet_since > LET_GO_AFTER:
                del self._halls[hall.festival]
                await hall.close()

    async def close(self) -> None:
        """Close all."""
        for hall in self.halls():
            await hall.close()
