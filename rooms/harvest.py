"""Gathering what the day brought: who will do what, and which notes matter most.

A pledge is a promise to an initiative: what somebody will do, when, and whether paid, unpaid or in exchange; all three
are worth the same. Notes are put together under a word, and everybody has five dots for each board, to put the most
useful first.
"""

from enum import StrEnum

from msgspec.structs import replace

from rooms.board import Board, Note, NoteKind, TakeBackNote, note_for, take_back_note
from rooms.initiative import Initiative, Need
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
    Text,
    require,
    tidy,
)
from rooms.people import Person
from rooms.plans import words

DOTS = 5
"""Dots each person has for each board."""
PLEDGE_LENGTH = 300
WHEN_LENGTH = 60
LABEL_LENGTH = 40
MOST_PLEDGES = 50
"""Pledges of one person."""


class Terms(StrEnum):
    """On which terms somebody does something."""

    UNPAID = "unpaid"
    PAID = "paid"
    EXCHANGE = "exchange"


class Pledge(Record, frozen=True):
    """What somebody will do for an initiative. `need` is the need it is for, or ""."""

    initiative: str
    need: str
    person: str
    name: str
    what: str
    when: str
    terms: Terms
    at: Moment

    INDEXED = ("initiative", "person")


class Dot(Record, frozen=True):
    """Somebody finds a note useful. Its id, `note/person`, is why they count once."""

    note: str
    board: str
    person: str

    INDEXED = ("note", "person")


class MakePledge(Command, frozen=True):
    """Say what one will do."""

    id: NewId
    initiative: Id
    what: Text
    need: Id = ""
    when: Text = ""
    terms: Terms = Terms.UNPAID


class TakeBackPledge(Command, frozen=True):
    """Take one's pledge back."""

    pledge: Id


class GiveDot(Command, frozen=True):
    """Give a note one of one's dots, or (`given` false) take it back."""

    note: Id
    given: bool


class ClusterNote(Command, frozen=True):
    """Put a note under a word, together with others; "" takes it out."""

    note: Id
    label: Text


def make_pledge(festival: Festival, wish: MakePledge, by: Person, at: Moment) -> Changes:
    initiative = festival.find(Initiative, wish.initiative)
    what, when = words(wish.what, most=PLEDGE_LENGTH), words(wish.when, least=0, most=WHEN_LENGTH)

    require(festival.get(Pledge, wish.id) is None, Reason.ID_IN_USE)
    require(not wish.need or festival.find(Need, wish.need).initiative == initiative.id, Reason.GONE)
    require(len(festival.where(Pledge, "person", by.id)) < MOST_PLEDGES, Reason.TOO_MANY)
    yield Put(
        Pledge(
            id=wish.id,
            initiative=initiative.id,
            need=wish.need,
            person=by.id,
            name=by.name,
            what=what,
            when=when,
            terms=wish.terms,
            at=at,
        )
    )


def take_back_pledge(festival: Festival, wish: TakeBackPledge, by: Person, at: Moment) -> Changes:
    pledge = festival.get(Pledge, wish.pledge)
    require(pledge is not None and pledge.person == by.id, Reason.GONE)
    yield Drop("Pledge", wish.pledge)


def give_dot(festival: Festival, wish: GiveDot, by: Person, at: Moment) -> Changes:
    note = festival.find(Note, wish.note)
    mine = f"{note.id}/{by.id}"
    before = festival.get(Dot, mine) is not None
    own = [dot for dot in festival.where(Dot, "person", by.id) if dot.board == note.board and dot.id != mine]
    given = [dot for dot in own if festival.get(Note, dot.note) is not None]

    require(not wish.given or (not note.hidden and note.kind is not NoteKind.CONTACT), Reason.NOT_NOW)
    require(festival.find(Board, note.board).open, Reason.BOARD_CLOSED)
    require(not wish.given or len(given) < DOTS, Reason.TOO_MANY)
    if wish.given:
        yield Put(Dot(id=mine, note=note.id, board=note.board, person=by.id))
    else:
        yield Drop("Dot", mine)
    yield Put(replace(note, dots=note.dots + wish.given - before))


def take_back(festival: Festival, wish: TakeBackNote, by: Person, at: Moment) -> Changes:
    """A note goes away, and its dots go back to who gave them."""
    yield from take_back_note(festival, wish, by, at)
    for dot in sorted(festival.where(Dot, "note", wish.note), key=lambda dot: dot.id):
        yield Drop("Dot", dot.id)


def cluster_note(festival: Festival, wish: ClusterNote, by: Person, at: Moment) -> Changes:
    label = " ".join(tidy(wish.label).split())
    require(len(label) <= LABEL_LENGTH, Reason.BAD_LENGTH)
    yield Put(replace(note_for(festival, wish.note, by), cluster=label))
