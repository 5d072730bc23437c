"""The day of a rehearsal: everybody comes in, the rounds go by, people come late, leave and come back, and say goodbye.

The rounds are those of the festival's own programme; how long each lasts is scaled to the minutes of the rehearsal.
"""

import asyncio
import random
import time
from collections.abc import Callable

from rooms.people import Role
from server.lives import call_off
from server.rehearsal import texts
from server.rehearsal.cast import Key
from server.rehearsal.ideas import Wish, next_wish
from server.rehearsal.leading import give_out, host, open_together, receive
from server.rehearsal.people import Door, Row, Someone
from server.rehearsal.proof import prove
from server.rehearsal.summary import Book

LATE = 0.15
"""How many of the people come when it has begun."""
LEAVES = 0.04
"""How often somebody goes out of reach instead of doing something."""
WISHES = 30
"""How often each person does something in a day, about."""
SLOWEST = 20.0
FASTEST = 0.4
"""Seconds between two things that somebody does."""
AT_ONCE = 10
"""People who come through the door together."""
BOTH = 0.3
"""How often two facilitators press at the same moment."""

Tell = Callable[[str], None]


def say(line: str) -> None:
    """A line of progress, at once."""
    print(line, flush=True)


class Day:
    """A day with so many people, played in so many minutes. `tell` hears how far it is."""

    def __init__(self, door: Door, keys: list[Key], people: int, minutes: float, tell: Tell = say) -> None:
        self.book = door.book
        self._door, self._keys, self._tell = door, keys, tell
        self._guests, self._seconds = max(1, people - len(keys)), minutes * 60
        self._pause = min(SLOWEST, max(FASTEST, self._seconds / WISHES))
        self._chance = random.Random(people)
        self._kind = ""
        self._over = False
        self._everybody: list[Someone] = []
        self._lives: list[asyncio.Task[None]] = []
        self._doing: list[asyncio.Task[None]] = []

    async def play(self) -> Book:
        """Play it; gives what came of it. Raises Unusable when nobody is let in."""
        try:
            hosts = await self._open_the_doors()
            await self._rounds(hosts)
            self._over = True
            await asyncio.gather(*self._doing)
            self._tell("everybody looks once more at what is there")
            await prove(self._everybody, hosts[0], self.book)
        finally:
            for who in self._everybody:
                who.go()
            for task in (*self._doing, *self._lives):
                await call_off(task)
        self.book.people = len(self._everybody)
        return self.book

    # -- coming in

    async def _open_the_doors(self) -> list[Someone]:
        crew = [await self._by(key) for key in self._keys]
        hosts = [who for who in crew if who.role == Role.FACILITATOR]
        late = int(self._guests * LATE)
        for at in range(0, self._guests - late, AT_ONCE):
            await asyncio.gather(*(self._guest(at + one) for one in range(min(AT_ONCE, self._guests - late - at))))
        self._tell(f"{len(self._everybody)} people are in, {late} come later")
        for who in crew:
            self._doing.append(asyncio.create_task(self._take_part(who, host if who in hosts else receive)))
        self._doing.append(asyncio.create_task(self._come_late(late)))
        return hosts

    async def _by(self, key: Key) -> Someone:
        who = await Someone.by_link(self._door, key, self._own_chance())
        return await self._in(who)

    async def _guest(self, number: int) -> None:
        name = f"{self._chance.choice(texts.FIRST)} {self._chance.choice(texts.LAST)}".strip()
        who = await Someone.through(self._door, name, self._own_chance())
        await self._in(who)
        self._doing.append(asyncio.create_task(self._take_part(who, next_wish)))

    async def _in(self, who: Someone) -> Someone:
        self._everybody.append(who)
        self._lives.append(asyncio.create_task(who.live()))
        await who.here()
        return who

    def _own_chance(self) -> random.Random:
        return random.Random(self._chance.random())

    async def _come_late(self, late: int) -> None:
        for number in range(late):
            await asyncio.sleep(0.6 * self._seconds / late)
            await self._guest(self._guests - late + number)

    # -- what everybody does

    async def _take_part(self, who: Someone, idea: Callable[[Someone, str], Wish]) -> None:
        while not self._over:
            await asyncio.sleep(min(2 * SLOWEST, who.chance.expovariate(1 / self._pause)))
            if who.role == Role.PARTICIPANT and who.chance.random() < LEAVES:
                await who.away(who.chance.uniform(0.5, 3) * self._pause)
                await who.here()
            wish = idea(who, self._kind) if not self._over and self._kind else None
            if wish is not None:
                await who.wish(wish["type"], **{field: value for field, value in wish.items() if field != "type"})

    # -- the rounds

    async def _rounds(self, hosts: list[Someone]) -> None:
        every = sorted(hosts[0].rows("Round").values(), key=lambda row: (row["order"], row["id"]))
        rounds = [row for row in every if not row["skipped"]]
        whole = sum(row["minutes"] for row in rounds)
        for at, row in enumerate(rounds, 1):
            lasts = self._seconds * row["minutes"] / whole
            await open_together(hosts, row["id"], both=self._chance.random() < BOTH)
            await self._round(hosts[0], row, lasts)
            self._tell(f"round {at} of {len(rounds)}, {row['kind']}: {self.book.wishes.total()} wishes so far")

    async def _round(self, one: Someone, row: Row, lasts: float) -> None:
        """One round; a ballot opens with its own round, and its prizes are given out in theirs."""
        self._kind, until = row["kind"], time.monotonic() + lasts
        if row["kind"] == "ballot":
            await one.wish("OpenBallot", ballot=row["ballot"])
        if row["kind"] == "prizes":
            await give_out(one, row["ballot"])
        await asyncio.sleep(max(0.0, until - time.monotonic()))
