"""Keeping order: another name, out of the festival and back in again, wherever somebody sits at that moment.

A facilitator puts somebody out who spoils it for others, and can let them back in. A link can be taken back, together
with everybody who came by it; they stay out. Who is out leaves their room and has no vote any more; what they wrote
stays as it was.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from rooms.ballot import Vote
from rooms.kernel import Change, Changes, Command, Draft, Drop, Festival, Id, Moment, Put, Reason, require
from rooms.messages import Message
from rooms.milestones import Milestone, plans
from rooms.people import (
    OPERATOR,
    Link,
    Person,
    Rename,
    RevokeLink,
    Role,
    a_name,
    came_by,
    rename,
    revoke_link,
    same_name,
    shared_name,
)
from rooms.seats import HelpCall, Seat, leave

PUT_OUT = frozenset({Role.PARTICIPANT, Role.LEAD})
"""Whom a facilitator may put out; a colleague's link is the organiser's to take back."""


class RemovePerson(Command, frozen=True):
    """Put somebody out, or (`removed` false) let them back in."""

    person: Id
    removed: bool


def go_by(festival: Festival, wish: Rename, by: Person, at: Moment) -> Changes:
    """Another name, in the room as well, and where they are known by no more than their name."""
    seat, name = festival.get(Seat, by.id), a_name(wish.name)
    yield from rename(festival, wish, by, at)
    if seat is not None:
        yield Put(replace(seat, name=name))
    for message in sorted(festival.where(Message, "by", by.id), key=lambda row: row.id):
        yield Put(replace(message, name=name))
    if by.name != name and not shared_name(festival, by):
        yield from called(festival, by, name)


def called(festival: Festival, by: Person, name: str) -> Changes:
    """Have the milestones that somebody may plan bear their new name."""
    for stone in sorted(festival.all(Milestone), key=lambda row: row.id):
        if same_name(stone.who, by.name) and plans(festival, stone.initiative, stone.group, by):
            yield Put(replace(stone, who=name))


def remove_person(festival: Festival, wish: RemovePerson, by: Person, at: Moment) -> Changes:
    person = festival.find(Person, wish.person)
    link = festival.get(Link, person.link)

    require(person.role in PUT_OUT, Reason.NOT_ALLOWED)
    require(wish.removed or link is None or not link.revoked, Reason.NOT_ALLOWED)
    yield Put(replace(person, removed=wish.removed))
    if wish.removed:
        yield from gone(festival, person.id)


def take_back_link(festival: Festival, wish: RevokeLink, by: Person, at: Moment) -> Changes:
    yield from revoke_link(festival, wish, by, at)
    yield from gone(festival, *(person.id for person in came_by(festival, festival.find(Link, wish.link))))


def revoke_again(festival: Festival, links: Iterable[Link]) -> list[Change]:
    """What makes a festival as it was earlier take these links back once more, as far as it has them."""
    draft, changes = Draft(festival), list[Change]()
    for link in sorted(links, key=lambda link: link.id):
        there = draft.get(Link, link.id)
        if there is not None and not there.revoked:
            these = [*take_back_link(draft, RevokeLink(link=link.id), OPERATOR, 0)]
            draft.apply(these)
            changes += these
    return changes


def put_out_again(festival: Festival, people: Iterable[Person]) -> list[Change]:
    """What makes a festival as it was earlier put out once more who of these is out, as far as it has them."""
    draft, changes = Draft(festival), list[Change]()
    for person in sorted(people, key=lambda one: one.id):
        there = draft.get(Person, person.id)
        if person.removed and there is not None and not there.removed:
            these = [Put(replace(there, removed=True)), *gone(draft, there.id)]
            draft.apply(these)
            changes += these
    return changes


def gone(festival: Festival, *people: str) -> Changes:
    """These people leave the room they are in, no longer ask for help, and no longer vote."""
    yield from leave(festival, *people)
    for person in people:
        for call in sorted(festival.where(HelpCall, "by", person), key=lambda call: call.id):
            yield Drop("HelpCall", call.id)
        for vote in sorted(festival.where(Vote, "voter", person), key=lambda vote: vote.id):
            yield Drop("Vote", vote.id)
