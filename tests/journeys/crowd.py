"""Sixty simulated people among those before a window: they do what people do in each round, and come back again.

They are the people of the rehearsal, but they lead nothing: all that is put on the stage, placed or decided is done by
somebody before a window.
"""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from rooms.people import Role
from server.lives import call_off
from server.rehearsal import texts
from server.rehearsal.cast import Key
from server.rehearsal.ideas import next_wish
from server.rehearsal.people import Door, Row, Someone
from server.rehearsal.proof import prove
from server.rehearsal.summary import Book
from tests.festijn import eventually

PEOPLE = 60
AT_ONCE = 10
PAUSE, LONGEST = 7.0, 12.0
"""Seconds between two things that somebody does: about, and at most."""
MOST = 2
"""Things that somebody does in one round: on a slow machine the day lasts longer, but is not fuller."""
LEAVES = 0.03
"""How often somebody goes out of reach instead, and comes back."""
EVERY_FOURTH = 4


class Crowd:
    """The people. `room` is where every fourth of them goes, so that it is full; `likes` are the initiatives they vote
    for: for each prize the one of everybody's number, turn by turn."""

    def __init__(self, base: str, code: str, room: str, likes: list[str]) -> None:
        self.book = Book()
        self.people: list[Someone] = []
        self._door, self._room, self._likes = Door(base, code, self.book), room, likes
        self._names: set[str] = set()
        self._chance = random.Random(PEOPLE)
        self._lives: list[asyncio.Task[None]] = []
        self._doing: list[asyncio.Task[None]] = []
        self._over: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    async def come_in(self) -> None:
        """Everybody through the door."""
        for _ in range(0, PEOPLE, AT_ONCE):
            await asyncio.gather(*(self._one() for _ in range(AT_ONCE)))

    async def _one(self) -> None:
        name = f"{self._chance.choice(texts.FIRST)} {self._chance.choice(texts.LAST[1:])}"
        self._names.add(name)
        who = await Someone.through(self._door, name, random.Random(self._chance.random()))
        self.people.append(who)
        await self._live(who)

    async def _live(self, who: Someone) -> None:
        self._lives.append(asyncio.create_task(who.live()))
        await who.here()

    def begin(self) -> None:
        """From now on they do things."""
        self._doing = [asyncio.create_task(self._take_part(at, who)) for at, who in enumerate(self.people)]

    async def _take_part(self, number: int, who: Someone) -> None:
        done: Counter[str] = Counter()
        while not await self._over_within(min(LONGEST, who.chance.expovariate(1 / PAUSE))):
            if who.chance.random() < LEAVES:
                await who.away(who.chance.uniform(0.5, 2))
                await who.here()
            round_now, kind = round_of(who)
            done[round_now] += 1
            if done[round_now] > MOST and kind != "ballot":
                continue
            for wish in self._ideas(number, who, kind):
                await who.wish(wish["type"], **{field: value for field, value in wish.items() if field != "type"})

    async def _over_within(self, seconds: float) -> bool:
        await asyncio.wait([self._over], timeout=seconds)
        return self._over.done()

    # -- what they do otherwise than at a rehearsal

    def _ideas(self, number: int, who: Someone, kind: str) -> list[Row]:
        if kind == "ballot":
            return self._votes(number, who)
        wish = next_wish(who, kind) if kind else None
        return [wish] if wish is not None and self._goes(number, who, kind, wish) else []

    def _goes(self, number: int, who: Someone, kind: str, wish: Row) -> bool:
        """Whether they do this; every fourth goes to one room only, where somebody before a window calls for help."""
        if wish["type"] == "MoveTo" and kind in ("dream", "need") and number % EVERY_FOURTH == 0:
            wish["room"] = self._room
        if wish["type"] == "CallForHelp":
            return who.room != self._room
        return wish["type"] != "WriteHarvest" or self._convenes(who, wish["conversation"])

    def _convenes(self, who: Someone, conversation: str) -> bool:
        """In a conversation of people before a window, those write themselves."""
        return set(who.rows("Conversation")[conversation]["names"]) <= self._names

    def _votes(self, number: int, who: Someone) -> list[Row]:
        prizes = [] if not self._open(who) else self.prizes(who)
        fresh = [prize for prize in prizes if f"{prize}/{who.me}" not in who.rows("Vote")]
        return [{"type": "CastVote", "prize": prize, "choice": self.choice(number)} for prize in fresh]

    def _open(self, who: Someone) -> bool:
        return any(ballot["state"] == "open" for ballot in who.rows("Ballot").values())

    def prizes(self, who: Someone) -> list[str]:
        """The prizes that are voted about."""
        return sorted(row for row, prize in who.rows("Prize").items() if prize.get("decided", "vote") == "vote")

    def choice(self, number: int) -> str:
        """Whom somebody votes for."""
        return self._likes[number % len(self._likes)]

    async def have_voted(self) -> None:
        """Wait until everybody has voted for every prize."""

        def all_have() -> bool:
            return all(f"{prize}/{who.me}" in who.rows("Vote") for who in self.people for prize in self.prizes(who))

        await eventually(all_have, within=4 * LONGEST)

    # -- afterwards

    async def prove(self, facilitator_link: str) -> Book:
        """They stop. Then look whether all that was granted is there, and whether every phone shows what a fresh one
        does; gives the book in which it stands."""
        self._over.set_result(None)
        self.book.people = len(self.people)
        await asyncio.gather(*self._doing)
        key = Key(Role.FACILITATOR, facilitator_link.partition("#")[2])
        host = await Someone.by_link(self._door, key, self._chance)
        await self._live(host)
        await prove(self.people, host, self.book)
        host.go()
        return self.book

    async def go(self) -> None:
        """Everybody leaves."""
        for who in self.people:
            who.go()
        for task in (*self._doing, *self._lives):
            await call_off(task)


def round_of(who: Someone) -> tuple[str, str]:
    """Which round it is, and of which kind, as this person's screen has it; "" before the first."""
    here = str(who.rows("Programme").get("programme", {"round": ""})["round"])
    return here, str(who.rows("Round").get(here, {"kind": ""})["kind"])


@asynccontextmanager
async def crowd_of(base: str, code: str, room: str, likes: list[str]) -> AsyncIterator[Crowd]:
    """Everybody in, until this ends."""
    crowd = Crowd(base, code, room, likes)
    try:
        await crowd.come_in()
        yield crowd
    finally:
        await crowd.go()
