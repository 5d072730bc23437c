"""The people of a festival, and the links that let some of them do more.

Everyone who comes in gives a name, nothing else. Facilitators, organisers, leads and the stage come in by a link
that holds a secret; only a fingerprint of that secret is kept, and a link can be taken back at any moment, together
with everybody who came in by it.
"""

from enum import StrEnum

from msgspec.structs import replace

from rooms.initiative import About, Initiative
from rooms.kernel import (
    Changes,
    Command,
    Festival,
    Id,
    Moment,
    NewId,
    Put,
    Reason,
    Record,
    Text,
    require,
    tidy,
)

NAME_LENGTH = 60


class Role(StrEnum):
    """What somebody is here for. The last three are not people: who opens the door, the clock, the operator."""

    PARTICIPANT = "participant"
    LEAD = "lead"
    FACILITATOR = "facilitator"
    STAGE = "stage"
    ORGANISER = "organiser"
    DOOR = "door"
    CLOCK = "clock"
    OPERATOR = "operator"


class Sector(StrEnum):
    """What somebody says they are, if they want to."""

    UNSAID = ""
    RESIDENT = "resident"
    INITIATIVE = "initiative"
    MUNICIPALITY = "municipality"
    COMPANY = "company"
    FUND = "fund"
    OTHER = "other"


class Person(Record, frozen=True):
    """Somebody who takes part. `link` is the link they came by ("" for the join code); `shut` that it was taken back,
    so that nobody lets them in again."""

    name: str
    role: Role
    at: Moment = 0
    link: str = ""
    initiative: str = ""
    removed: bool = False
    sector: Sector = Sector.UNSAID
    shut: bool = False

    INDEXED = ("link", "initiative")
    SECRET = True


class Link(Record, frozen=True):
    """A secret link: what role it gives, and the SHA-256 of its token in hex. `initiative` is set for leads alone;
    `person` is whom the link brings back, "" for one by which anybody comes in anew. One that is `personal` is for one
    participant: whoever comes by it first is whom it brings back."""

    role: Role
    label: str
    fingerprint: str
    initiative: str = ""
    revoked: bool = False
    at: Moment = 0
    person: str = ""
    personal: bool = False

    INDEXED = ("fingerprint", "person")
    SECRET = True


LINKED = (Role.LEAD, Role.FACILITATOR, Role.STAGE, Role.ORGANISER, Role.PARTICIPANT)
"""The roles that a link can give; all but the last only a link."""

DOOR = Person(id="door", name="", role=Role.DOOR)
CLOCK = Person(id="clock", name="", role=Role.CLOCK)
OPERATOR = Person(id="operator", name="", role=Role.OPERATOR)
ACTORS = {actor.id: actor for actor in (DOOR, CLOCK, OPERATOR)}


class Join(Command, frozen=True):
    """Come in: by the join code (no `link`), or by a link. The door draws the `id`."""

    id: NewId
    name: Text
    link: Id = ""


class Rename(Command, frozen=True):
    """Go by another name from now on. What was written before keeps the name it bore."""

    name: Text


class TellSector(Command, frozen=True):
    """Say what one is, or (unsaid) no longer."""

    sector: Sector


class MakeLink(Command, frozen=True):
    """A new secret link for one role. Its token is derived from the operator's key, so only they can make one."""

    id: NewId
    role: Role
    label: Text
    fingerprint: Id
    initiative: Id = ""


class KeepReturnLink(Command, frozen=True):
    """Keep a link that brings this person back on any device. `instead` is the one it replaces, "" for none."""

    id: NewId
    person: Id
    fingerprint: Id
    instead: Id = ""


class RevokeLink(Command, frozen=True):
    """Take a link back: it opens no door any more, and who came in by it is out."""

    link: Id


def a_name(text: str) -> str:
    """The name as it is kept: one line of 1 to 60 signs; refuses with BAD_LENGTH."""
    name = " ".join(tidy(text).split())
    require(0 < len(name) <= NAME_LENGTH, Reason.BAD_LENGTH)
    return name


def same_name(one: str, other: str) -> bool:
    """Whether people hear these as one name."""
    return one.casefold() == other.casefold()


def shared_name(festival: Festival, person: Person) -> bool:
    """Whether somebody else goes by this person's name too."""
    return any(same_name(other.name, person.name) and other.id != person.id for other in festival.all(Person))


def join(festival: Festival, wish: Join, by: Person, at: Moment) -> Changes:
    link = festival.find(Link, wish.link) if wish.link else None
    about = festival.get(About, "about")
    require(link is not None or about is None or not about.personal, Reason.NOT_ALLOWED)
    require(festival.get(Person, wish.id) is None, Reason.ID_IN_USE)
    require(link is None or not (link.revoked or link.person), Reason.GONE)
    yield Put(
        Person(
            id=wish.id,
            name=a_name(wish.name),
            role=link.role if link else Role.PARTICIPANT,
            at=at,
            link=wish.link,
            initiative=link.initiative if link else "",
        )
    )
    if link is not None and link.personal:
        yield Put(replace(link, person=wish.id))


def rename(festival: Festival, wish: Rename, by: Person, at: Moment) -> Changes:
    yield Put(replace(by, name=a_name(wish.name)))


def tell_sector(festival: Festival, wish: TellSector, by: Person, at: Moment) -> Changes:
    yield Put(replace(by, sector=wish.sector))


def make_link(festival: Festival, wish: MakeLink, by: Person, at: Moment) -> Changes:
    require(festival.get(Link, wish.id) is None, Reason.ID_IN_USE)
    require(not festival.where(Link, "fingerprint", wish.fingerprint), Reason.ID_IN_USE)
    require(wish.role in LINKED, Reason.NOT_ALLOWED)
    require(bool(wish.initiative) == (wish.role is Role.LEAD), Reason.NOT_ALLOWED)
    if wish.initiative:
        festival.find(Initiative, wish.initiative)
    label = a_name(wish.label)
    yield Put(
        Link(
            id=wish.id,
            role=wish.role,
            label=label,
            fingerprint=wish.fingerprint,
            initiative=wish.initiative,
            at=at,
            personal=wish.role is Role.PARTICIPANT,
        )
    )


def keep_return_link(festival: Festival, wish: KeepReturnLink, by: Person, at: Moment) -> Changes:
    person = festival.find(Person, wish.person)
    kept = [link for link in festival.where(Link, "person", person.id) if not link.revoked]

    require(person.role in (Role.PARTICIPANT, Role.LEAD) and not person.removed, Reason.NOT_ALLOWED)
    require([link.id for link in kept] == ([wish.instead] if wish.instead else []), Reason.ALREADY)
    require(festival.get(Link, wish.id) is None, Reason.ID_IN_USE)
    require(not festival.where(Link, "fingerprint", wish.fingerprint), Reason.ID_IN_USE)
    for link in kept:
        yield Put(replace(link, revoked=True))
    yield Put(
        Link(
            id=wish.id,
            role=person.role,
            label=person.name,
            fingerprint=wish.fingerprint,
            initiative=person.initiative,
            at=at,
            person=person.id,
            personal=any(link.personal for link in kept),
        )
    )


def revoke_link(festival: Festival, wish: RevokeLink, by: Person, at: Moment) -> Changes:
    link = festival.find(Link, wish.link)
    yield Put(replace(link, revoked=True))
    for person in came_by(festival, link):
        yield Put(replace(person, removed=True, shut=True))


def taken_back(festival: Festival) -> list[Link]:
    """The links that were taken back; not those that only made place for a newer one of the same person."""
    newer = {link.person for link in festival.all(Link) if link.person and not link.revoked}
    return [link for link in festival.all(Link) if link.revoked and link.person not in newer]


def came_by(festival: Festival, link: Link) -> list[Person]:
    """Who came in by this link, or for whom alone it is; in a fixed order."""
    own = festival.get(Person, link.person) if link.personal else None
    people = {person.id: person for person in (*festival.where(Person, "link", link.id), own) if person is not None}
    return [people[row] for row in sorted(people)]
