"""Which audiences a screen listens to: by who its person is, where they are, and what they chose to look at.

What each audience gets is said in `view.py`.
"""

from rooms.board import Board
from rooms.experts import Member
from rooms.kernel import Festival, Record
from rooms.people import Person, Role
from rooms.programme import Programme, programme_of
from rooms.seats import Seat, room_of
from rooms.view import (
    FACILITATORS,
    FESTIVAL,
    ORGANISERS,
    STAGE,
    STAGE_NAMED,
    board_audience,
    group_audience,
    leads_audience,
    person_audience,
    room_audience,
)

NAMES = "names"
"""What a stage looks at to have the names beneath its notes; it gets them only while it asks."""


def audiences(festival: Festival, person: Person, look: str) -> list[str]:
    """What this person's screen listens to, nearest first. `look` is the board they chose, "" for that of the room they
    are in, or else the one on stage.

    Where two audiences show the same record, the screen believes the nearest.
    """
    mine = person_audience(person.id)
    if person.removed:
        return []
    if person.role is Role.STAGE:
        return [mine, STAGE_NAMED, STAGE, FESTIVAL] if look == NAMES else [mine, STAGE, FESTIVAL]
    if person.role is Role.FACILITATOR:
        return [mine, FACILITATORS, room_audience(room_of(festival, person)), FESTIVAL]
    if person.role is Role.ORGANISER:
        return [mine, ORGANISERS, FACILITATORS, room_audience(room_of(festival, person)), FESTIVAL]
    room = room_of(festival, person)
    boards = (look, room, programme_of(festival).initiative)
    before = next((one for one in boards if one and festival.get(Board, one)), "")
    listened = [mine, room_audience(room)]
    if person.initiative:
        listened.append(leads_audience(person.initiative))
    listened += [group_audience(group) for group in sorted(groups_of(festival, person))]
    if before:
        listened.append(board_audience(before))
    return [*listened, FESTIVAL]


def groups_of(festival: Festival, person: Person) -> set[str]:
    """The expert groups this person is in."""
    return {member.group for member in festival.where(Member, "person", person.id)}


def moved_by(record: Record) -> str | None:
    """Who may listen to something else after a change of this record: a person's id, "*" for everybody, or None."""
    if isinstance(record, Programme):
        return "*"
    if isinstance(record, Member):
        return record.person
    return record.id if isinstance(record, Person | Seat) else None
