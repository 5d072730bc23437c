"""Telling every screen what changed for it, as soon as that does any good.

When all is quiet a change leaves at once. When much happens, changes are gathered and leave at a steady tick, the last
state of each record only, in one frame per audience. The tick grows with the work, from 25 to 100 ms.
"""

import asyncio
import time
from typing import Protocol

from rooms.erasing import Erased
from rooms.kernel import Step, Tables
from rooms.listening import audiences, moved_by
from rooms.people import Person
from rooms.view import person_audience
from rooms.wire import Bye, Notice, Store, You
from rooms.wire import Layers as LayersMessage
from server.journal import Place
from server.layers import Layers
from server.transport import Line, Message

FASTEST = 0.025
SLOWEST = 0.100
"""Seconds between two frames of one audience, at least and at most."""
SHARE = 8
"""The tick is this many times what the last flush took: an eighth of the time goes to telling, until the slowest."""


class Standpoint(Protocol):
    """What the fan-out reads of a replica."""

    @property
    def tables(self) -> Tables: ...

    @property
    def place(self) -> Place: ...

    @property
    def here(self) -> bool: ...

    def came_by(self, place: Place) -> bool: ...

    def now(self) -> int: ...


class Screen:
    """One connected screen: whose it is, the board it looks at, and what it listens to."""

    __slots__ = ("audiences", "line", "look", "person", "sid")

    def __init__(self, sid: str, person: str, line: Line) -> None:
        self.sid = sid
        self.person = person
        self.line = line
        self.look = ""
        self.audiences: list[str] = []


class Fanout:
    """All screens of one festival in this process."""

    def __init__(self, replica: Standpoint) -> None:
        self.screens: dict[str, Screen] = {}
        self.layers = Layers()
        self._replica = replica
        self._listening: dict[str, dict[str, Screen]] = {}
        self._sent: dict[str, int] = {}
        self._dirty: set[str] = set()
        self._timer: asyncio.TimerHandle | None = None
        self._last_flush = 0.0
        self.tick = FASTEST

    # -- screens come, look elsewhere, and go

    def enter(self, screen: Screen, places: dict[str, str], look: str, *then: Message) -> None:
        """A screen comes in, or comes back: it gets what it missed since its places, or the whole picture; `then`
        what else it should know."""
        self.leave(screen)
        self.screens[screen.sid] = screen
        screen.look = look
        self._settle(screen, places, *then)

    def look(self, screen: Screen, look: str) -> None:
        """The screen looks at another board."""
        screen.look = look
        self._settle(screen, {})

    def leave(self, screen: Screen) -> None:
        """The screen is gone."""
        self.screens.pop(screen.sid, None)
        for audience in screen.audiences:
            self._stop_listening(screen, audience)
        screen.audiences = []

    def _settle(self, screen: Screen, places: dict[str, str], *then: Message) -> None:
        """Have a screen listen to exactly what its person may hear now; it gets all that is new to it in one go."""
        person = self._replica.tables.get(Person, screen.person)
        wanted = audiences(self._replica.tables, person, screen.look) if person else []
        if not wanted or person is None:
            erased = self._replica.tables.get(Erased, screen.person) is not None
            screen.line.send(Message("bye", Bye("erased" if erased else "removed")))
            screen.line.hang_up()
            self.leave(screen)
            return
        before = screen.audiences
        if wanted == before:
            return
        for audience in set(before) - set(wanted):
            self._stop_listening(screen, audience)
        screen.audiences = wanted
        told = [Message("layers", LayersMessage(wanted, self._replica.now(), You(person.id, person.role)))]
        for audience in wanted:
            if audience not in before:
                told += self._start_listening(screen, audience, places.get(audience, ""))
        screen.line.send(*told, *then)

    def _start_listening(self, screen: Screen, audience: str, place: str) -> list[Message]:
        self._listening.setdefault(audience, {})[screen.sid] = screen
        self._sent.setdefault(audience, self.layers.last(audience))
        return self._since(audience, Place.parse(place))

    def _since(self, audience: str, place: Place | None) -> list[Message]:
        """What a screen that stands at `place` needs to be up to date."""
        if place is not None and self._replica.came_by(place) and self.layers.knows(place.n):
            patch = self.layers.patch(audience, place.n)
            return [patch] if patch else []
        return self.layers.picture(audience)

    def _stop_listening(self, screen: Screen, audience: str) -> None:
        listening = self._listening.get(audience, {})
        listening.pop(screen.sid, None)
        if not listening:
            self._listening.pop(audience, None)
            self._sent.pop(audience, None)
            self._dirty.discard(audience)

    # -- what the replica tells

    def took(self, steps: list[Step]) -> None:
        """An entry was taken: see who notices, and tell them soon."""
        touched = self.layers.take(self._replica.place, steps)
        self._dirty |= touched & self._listening.keys()
        self._move({who for step in steps if (record := step.after or step.before) and (who := moved_by(record))})
        if self._dirty:
            self._flush_soon()

    def _move(self, who: set[str]) -> None:
        """Have the screens of these people settle again; "*" is everybody."""
        if "*" in who:
            concerned = list(self.screens.values())
        else:
            concerned = [s for one in who for s in self._listening.get(person_audience(one), {}).values()]
        for screen in concerned:
            self._settle(screen, {})

    def replaced(self, other_history: bool) -> None:
        """The tables are others as a whole: everybody gets a new picture, and is told if it is another history."""
        self.layers.rebuild(self._replica.tables.records(), self._replica.place)
        notice = Message("notice", Notice("other_history"))
        for screen in list(self.screens.values()):
            if other_history:
                screen.line.send(notice)
            self.enter(screen, {}, screen.look)

    def forgot(self) -> None:
        """Nothing from before this moment may be kept."""
        self._flush()
        self.layers.forget()

    def store_is(self, here: bool) -> None:
        """Tell every screen whether words can be saved."""
        self.tell(Message("store", Store(here, self._replica.now())))

    def tell(self, message: Message) -> None:
        """Send something to every screen of the festival."""
        for screen in self.screens.values():
            screen.line.send(message)

    def answer(self, screen: Screen, answer: Message) -> None:
        """Answer a wish; what it changed for its own person goes along, to this screen and their others."""
        own = person_audience(screen.person)
        listening = self._listening.get(own, {})
        news = self._news(own) if own in self._dirty and screen.sid in listening else None
        if news is None:
            screen.line.send(answer)
            return
        self._dirty.discard(own)
        screen.line.send(news, answer)
        for other in listening.values():
            if other is not screen:
                other.line.send(news)

    # -- the tick

    def _flush_soon(self) -> None:
        if self._timer is None:
            loop = asyncio.get_running_loop()
            self._timer = loop.call_at(max(loop.time(), self._last_flush + self.tick), self._flush)

    def _news(self, audience: str) -> Message | None:
        """What this audience has not been sent yet."""
        news = self.layers.patch(audience, self._sent[audience])
        self._sent[audience] = self.layers.last(audience)
        return news

    def _flush(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        began, self._last_flush = time.perf_counter(), asyncio.get_running_loop().time()
        dirty, self._dirty = self._dirty, set()
        for audience in dirty:
            message = self._news(audience)
            if message is not None:
                for screen in self._listening[audience].values():
                    screen.line.send(message)
        self.tick = min(SLOWEST, max(FASTEST, SHARE * (time.perf_counter() - began)))
