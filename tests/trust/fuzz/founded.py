"""What comes of a file that could be loaded: a festival is founded of it, and its pages are read by everybody."""

from collections.abc import AsyncIterator, Iterator
from random import Random

from msgspec.structs import replace

from rooms.initiative import About
from rooms.kernel import Record, Refused
from rooms.people import Person, Role
from server.register import Listed
from tests.festijn import founded
from tests.trust.chaos.scene import guest
from tests.trust.fuzz.ground import Ground
from tests.trust.fuzz.lines import TROUBLE, ask, request

MOST = 12
"""Festivals that are founded in one run: each stays open for ten minutes."""
PEOPLE = [
    Person(id=f"visitor-{role}".ljust(16, "0"), name="Bezoek", role=role) for role in (Role.PARTICIPANT, Role.ORGANISER)
]
READ = [
    "",
    "/now",
    "/results",
    "/mydata",
    "/mydata.json",
    "/people",
    "/desk",
    "/mine.ics",
    "/agreements.csv",
    "/qr.svg",
]
READ += ["/outcome.json", "/outcome.md", "/outcome.ics", "/outcome.csv.zip"]
_founded: list[str] = []


async def visit(ground: Ground, records: tuple[Record, ...]) -> list[str]:
    """Found it, and read everything; gives what must not be."""
    if len(_founded) >= MOST:
        return []
    try:
        listed = await founded(ground.store.url, (*(coded(row) for row in records), *PEOPLE))
    except Refused:
        return []
    except Exception as fault:
        return [f"what loads can't be founded: {type(fault).__name__}"]
    _founded.append(listed.id)
    return [wrong async for wrong in _read(ground, listed)]


async def _read(ground: Ground, listed: Listed) -> AsyncIterator[str]:
    port = Random(listed.id).choice(ground.workers).port
    cookies = "; ".join(guest(listed.id, person).cookie for person in PEOPLE)
    for path in READ:
        asked = list(headers(cookies))
        try:
            answer = await ask(port, request("GET", f"/{listed.code}{path}", asked, b""), 60)
        except TROUBLE as trouble:
            yield f"no connection to the server: {type(trouble).__name__}"
            return
        if answer.late or answer.status >= 500:
            yield f"HTTP {answer.status} at {path!r} of a festival that was loaded"


def headers(cookies: str) -> Iterator[list[str]]:
    """What a browser says."""
    yield from (["Host", "127.0.0.1"], ["Connection", "close"], ["Cookie", cookies])


def coded(record: Record) -> Record:
    """The row, with a code that is nobody's."""
    return replace(record, code="") if isinstance(record, About) else record
