"""The festival that chaos visits: the first event of every Festijn, with many more ballots, and its people.

Everybody is there before it begins, each with a cookie, so that a run is about what they do and not about the door.
"""

from dataclasses import dataclass

from msgspec.structs import replace

from rooms.ballot import Ballot, DecidedBy, Prize
from rooms.initiative import Initiative
from rooms.kernel import Record
from rooms.people import Person, Role
from rooms.programme import GROUPED, Grouping, Round, RoundKind
from server.eventfile import load
from server.register import Listed
from tests.festijn import EVENT, IDENTITY, founded
from tests.trust.chaos.passersby import links_to_take_back, people_of_old

CREW = (*[Role.FACILITATOR] * 3, Role.STAGE, Role.ORGANISER, *[Role.LEAD] * 3)
"""Who comes besides the participants; they are the first."""
TALKS = (RoundKind.DREAM, RoundKind.OPEN_SPACE, RoundKind.NEED)
GIVEN = 20
"""Prizes that are not voted about."""


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
    rounds: list[str]


def people(count: int, initiatives: list[str]) -> list[Person]:
    """So many people: who is needed for a festival, and participants for the rest. Of the leads two are of the same
    initiative."""
    roles = [*CREW, *[Role.PARTICIPANT] * (count - len(CREW))]
    leading = iter([initiatives[0], *initiatives])
    return [
        Person(
            id=f"person-{at:09}",
            name=f"{role} {at}",
            role=role,
            initiative=next(leading) if role is Role.LEAD else "",
        )
        for at, role in enumerate(roles)
    ]


def short(record: Record) -> Record:
    """Rounds last a minute, so that the clock has something to say."""
    return replace(record, minutes=1) if isinstance(record, Round) else record


def talks() -> list[Round]:
    """Rounds in rooms whose time is up as soon as they begin, so that people are brought back from them all day."""
    return [
        Round(id=f"talk-{at}", order=90 + at, kind=kind, minutes=0, grouping=GROUPED.get(kind, Grouping.PLENARY))
        for at, kind in enumerate(TALKS)
    ]


def given(ballot: str) -> list[Prize]:
    """Prizes of this ballot that a partner or the facilitators decide about."""
    others = (DecidedBy.PARTNER, DecidedBy.FACILITATOR)
    return [
        Prize(id=f"given-{at:02}", ballot=ballot, order=at + 2, title="Gift", giver="Fonds", decided=others[at % 2])
        for at in range(GIVEN)
    ]


async def founded_scene(url: str, count: int, ballots: int) -> Scene:
    """Found the festival in this store, with so many people and ballots."""
    event = [short(record) for record in load(EVENT)]
    boards = [record.id for record in event if isinstance(record, Initiative)]
    crowd = people(count, boards)
    names = [f"ballot-{at:04}" for at in range(ballots)]
    prizes = [Prize(id=f"prize-{name}", ballot=name, order=at, title=name, giver="") for at, name in enumerate(names)]
    more = [
        *(Ballot(id=name) for name in names),
        *prizes,
        *(given(names[0]) if names else []),
        *talks(),
        *people_of_old(boards[0]),
        *links_to_take_back(),
    ]
    listed = await founded(url, (*event, *crowd, *more))
    pitches = [record.id for record in event if isinstance(record, Round) and record.kind is RoundKind.PITCH]
    rounds = [*pitches, *(talk.id for talk in talks() for _ in range(3))]
    return Scene(listed, [guest(listed.id, person) for person in crowd], boards, names, rounds)


def guest(festival: str, person: Person) -> Guest:
    """This person's way in."""
    signed = IDENTITY._signer.dumps([festival, person.role, person.id])
    return Guest(person.id, person.role, f"{IDENTITY.cookie_name(festival, person.role)}={signed}")
