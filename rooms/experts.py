"""Expert groups: people who make something usable together with an initiative, on the day and after it.

An initiative opens a group around a product: a method, a podcast, a programme plan. People sign up with what they
bring. A group has a room and a board, which stay open after the day, and milestones that its members keep too.
"""

from enum import StrEnum

from msgspec.structs import replace

from rooms.board import Board
from rooms.kernel import (
    Changes,
    Command,
    Drop,
    Festival,
    Id,
    Moment,
    NewId,
    Put,
    Reason,
    Record,
    Refused,
    Text,
    require,
)
from rooms.marketplace import a_title
from rooms.people import Person
from rooms.plans import theirs, unchanged, words
from rooms.seats import Room

BRINGS_LENGTH = 200
MOST_GROUPS = 5
"""Groups of one initiative."""


class Product(StrEnum):
    """What a group makes."""

    METHOD = "method"
    PODCAST = "podcast"
    PLAN = "plan"
    OTHER = "other"


class Group(Record, frozen=True):
    """An expert group. Its room and its board bear its id; `members` is how many signed up."""

    initiative: str
    product: Product
    title: str
    at: Moment
    open: bool = True
    members: int = 0

    INDEXED = ("initiative",)


class Member(Record, frozen=True):
    """Somebody in a group, with what they bring."""

    group: str
    initiative: str
    person: str
    name: str
    brings: str
    at: Moment

    INDEXED = ("group", "person")


class OpenGroup(Command, frozen=True):
    """Invite people into a group around a product."""

    id: NewId
    initiative: Id
    product: Product
    title: Text


class EditGroup(Command, frozen=True):
    """Call it otherwise, or have it take no more people in (`open` false). `was` is its title until now."""

    group: Id
    product: Product
    title: Text
    open: bool
    was: Text


class JoinGroup(Command, frozen=True):
    """Sign up with what one brings, or say that anew. Who is in it already keeps the `id` they have there."""

    id: NewId
    group: Id
    brings: Text


class LeaveGroup(Command, frozen=True):
    """Be in it no longer."""

    group: Id


def open_group(festival: Festival, wish: OpenGroup, by: Person, at: Moment) -> Changes:
    initiative = theirs(festival, wish.initiative, by)

    require(all(festival.get(kind, wish.id) is None for kind in (Group, Room, Board)), Reason.ID_IN_USE)
    require(len(festival.where(Group, "initiative", initiative.id)) < MOST_GROUPS, Reason.TOO_MANY)
    yield Put(Group(id=wish.id, initiative=initiative.id, product=wish.product, title=a_title(wish.title), at=at))
    yield Put(Room(id=wish.id))
    yield Put(Board(id=wish.id))


def edit_group(festival: Festival, wish: EditGroup, by: Person, at: Moment) -> Changes:
    group = festival.find(Group, wish.group)
    theirs(festival, group.initiative, by)
    unchanged(group.title, wish.was)
    yield Put(replace(group, product=wish.product, title=a_title(wish.title), open=wish.open))


def join_group(festival: Festival, wish: JoinGroup, by: Person, at: Moment) -> Changes:
    group = festival.find(Group, wish.group)
    brings = words(wish.brings, most=BRINGS_LENGTH)
    mine = member(festival, group.id, by)

    require(group.open or mine is not None, Reason.NOT_NOW)
    if mine is not None:
        yield Put(replace(mine, brings=brings))
        return
    require(festival.get(Member, wish.id) is None, Reason.ID_IN_USE)
    yield Put(
        Member(
            id=wish.id,
            group=group.id,
            initiative=group.initiative,
            person=by.id,
            name=by.name,
            brings=brings,
            at=at,
        )
    )
    yield Put(replace(group, members=group.members + 1))


def leave_group(festival: Festival, wish: LeaveGroup, by: Person, at: Moment) -> Changes:
    group = festival.find(Group, wish.group)
    mine = member(festival, group.id, by)

    if mine is None:
        raise Refused(Reason.GONE)
    yield Drop("Member", mine.id)
    yield Put(replace(group, members=group.members - 1))


def member(festival: Festival, group: str, by: Person) -> Member | None:
    """This person's place in a group, or None."""
    return next((one for one in festival.where(Member, "group", group) if one.person == by.id), None)
