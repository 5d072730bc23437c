"""The festival that is fuzzed: the whole day, with people in every role, each with a cookie that proves who they are.

The fuzzer has the festival open as one more process would, so that it knows what there is to speak of, and lets new
people in for those whom its facilitators put out. Two honest people are never named by it. Everything that is granted
is written down, to be judged again.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from random import Random

from msgspec.structs import replace

from rooms.initiative import Initiative
from rooms.kernel import Record, Tables
from rooms.people import DOOR, OPERATOR, Join, Link, MakeLink, Person, Role
from rooms.programme import Round
from server.eventfile import load
from server.founding import new_link
from server.hall import Hall
from server.identity import fingerprint
from server.lives import call_off
from server.register import Listed
from server.tokens import new_id
from tests.festijn import IDENTITY, WHOLE_DAY, founded
from tests.trust.chaos.chronicle import Chronicle
from tests.trust.chaos.scene import guest
from tests.trust.fuzz.book import Secrets

WANTED = {Role.PARTICIPANT: 120, Role.LEAD: 12, Role.FACILITATOR: 12, Role.ORGANISER: 6, Role.STAGE: 3}
"""How many there are of each; when half of them were put out, others come."""
JUST_NOW = 5_000
"""Milliseconds: longer than any answer of the door takes, and than a cookie's own second."""
HONEST = ("honest-person-01", "honest-person-02")


def crowd(initiatives: list[str]) -> list[Person]:
    """Everybody, at the beginning."""
    people = [Person(id=one, name="Eerlijk", role=Role.PARTICIPANT) for one in HONEST]
    for role, count in WANTED.items():
        for at in range(count):
            about = initiatives[at % len(initiatives)] if role is Role.LEAD else ""
            people.append(Person(id=f"{role}-{at:04}".ljust(16, "0"), name=f"{role} {at}", role=role, initiative=about))
    return people


def short(record: Record) -> Record:
    """Rounds last a minute or two, so that the clock has something to say."""
    return replace(record, minutes=record.order % 2 + 1) if isinstance(record, Round) else record


@dataclass(frozen=True)
class Fair:
    """A founded festival, and another one whose people are strangers here."""

    listed: Listed
    other: Listed
    hall: Hall
    chronicle: Chronicle
    secrets: Secrets

    @property
    def tables(self) -> Tables:
        """The festival as it is."""
        return self.hall.replica.tables

    def here(self, role: Role) -> list[Person]:
        """The people of this role whom the fuzzer may be. Not who comes in just now: the door is giving them the very
        cookie that we would make for them, and it would look like a secret that was told."""
        latest = self.hall.replica.now() - JUST_NOW
        return [one for one in self._every(role) if one.at < latest]

    def _every(self, role: Role) -> list[Person]:
        every = self.tables.all(Person)
        return [one for one in every if one.role is role and not one.removed and one.id not in HONEST]

    def somebody(self, chance: Random, roles: frozenset[Role]) -> Person:
        """One of these roles, else anybody."""
        able = [one for role in sorted(roles) for one in self.here(role)]
        return chance.choice(able or self.here(Role.PARTICIPANT))

    def cookie(self, person: Person) -> str:
        """What proves that it is them, planted as a secret."""
        made = guest(self.listed.id, person).cookie
        self.secrets.plant(made)
        return made

    def strange_cookie(self, chance: Random) -> str:
        """What proves somebody at the other festival."""
        made = guest(self.other.id, chance.choice(crowd(["kunstpost"]))).cookie
        self.secrets.plant(made)
        return made

    async def restock(self) -> None:
        """Let others in where half of a role was put out."""
        for role, count in WANTED.items():
            there = len(self._every(role))
            for _ in range(count - there if there < count / 2 else 0):
                await self._another(role)

    async def _another(self, role: Role) -> None:
        link = ""
        if role is not Role.PARTICIPANT:
            made = new_link(IDENTITY, self.listed.id, role, str(role))
            cases = self.tables.all(Initiative)
            about = cases[0].id if role is Role.LEAD and cases else ""
            wish = MakeLink(id=made.id, role=role, label=made.label, fingerprint=made.fingerprint, initiative=about)
            await self.hall.wish(wish, OPERATOR)
            link = made.id
        await self.hall.wish(Join(id=new_id(), name=f"{role} later", link=link), DOOR)

    def plant_links(self) -> None:
        """The secrets of the festival's own links are told by nobody."""
        for link in self.tables.all(Link):
            token = IDENTITY.token(self.listed.id, link.id)
            assert fingerprint(token) == link.fingerprint
            self.secrets.plant(token)


@asynccontextmanager
async def fair(url: str) -> AsyncIterator[Fair]:
    """A new festival on this store, followed from its first entry."""
    event = [short(record) for record in load(WHOLE_DAY)]
    initiatives = [record.id for record in event if isinstance(record, Initiative)]
    listed = await founded(url, tuple(without_code([*event, *crowd(initiatives)])))
    other = await founded(url, tuple(without_code([*event, *crowd(initiatives)])))
    hall, chronicle = Hall(url, listed.id), Chronicle(url, listed.id)
    writing = asyncio.create_task(chronicle.write())
    try:
        await hall.open()
        made = Fair(listed, other, hall, chronicle, Secrets())
        made.plant_links()
        for person in made.tables.all(Person):
            made.cookie(person)
        yield made
    finally:
        await call_off(writing)
        await hall.close()


def without_code(records: list[Record]) -> list[Record]:
    """The rows, of a festival that draws its own code."""
    return [replace(row, code="") if row.id == "about" and hasattr(row, "code") else row for row in records]
