"""The festival that chaos visits: the first event of every Festijn, with many more ballots, and its people.

Everybody is there before it begins, each with a cookie, so that a run is about what they do and not about the door.
"""

from dataclasses import dataclass

from msgspec.structs import replace

from rooms.ballot import Ballot, Prize
from rooms.initiative import Initiative
from rooms.kernel import Record
from rooms.people import Person, Role
from rooms.programme import Round, RoundKind
from server.eventfile import load
from server.register import Listed
from tests.festijn import EVENT, IDENTITY, founded

FACILITATORS = 3


@dataclass(frozen=True)
class Guest:
    """Somebody with a way in: who they are, as what they come, and the cookie that proves it."""

    person: str
    role: Role
    cookie: str


@dataclass(frozen=True)
class Scene:
    """A founded festival: its line in the register, who comes, and what there is to do."""

    listed: Listed
    guests: list[Guest]
    boards: list[str]
    ballots: list[str]
    pitches: list[str]


def people(count: int) -> list[Person]:
    """So many people: a few facilitators, a stage and an organiser, one lead, and participants for the rest."""
    roles = [*[Role.FACILITATOR] * FACILITATORS, Role.STAGE, Role.ORGANISER, Role.LEAD]
    roles += [Role.PARTICIPANT] * (count - len(roles))
    return [Person(id=f"person-{at:09}", name=f"{role} {at}", role=role) for at, role in enumerate(roles)]


def short(record: Record) -> Record:
    """Rounds last a minute, so that the clock has something to say."""
    return replace(record, minutes=1) if isinstance(record, Round) else record


async def founded_scene(url: str, count: int, ballots: int) -> Scene:
    """Found the festival in this store, with so many people and ballots."""
    event = [short(record) for record in load(EVENT)]
    boards = [record.id for record in event if isinstance(record, Initiative)]
    crowd = [replace(person, initiative=boards[0]) if person.role is Role.LEAD else person for person in people(count)]
    names = [f"ballot-{at:04}" for at in range(ballots)]
    prizes = [Prize(id=f"prize-{name}", ballot=name, order=at, title=name, giver="") for at, name in enumerate(names)]
    more = [Ballot(id=name) for name in names]
    listed = await founded(url, (*event, *crowd, *more, *prizes))
    pitches = [record.id for record in event if isinstance(record, Round) and record.kind is RoundKind.PITCH]
    return Scene(listed, [guest(listed.id, person) for person in crowd], boards, names, pitches)


def guest(festival: str, person: Person) -> Guest:
    """This person's way in."""
    signed = IDENTITY._signer.dumps([festival, person.role, person.id])
    return Guest(person.id, person.role, f"{IDENTITY.cookie_name(festival, person.role)}={signed}")
