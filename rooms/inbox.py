"""See a chance, have a question? Tell us: the festival's letterbox and that of each initiative, open after the day too.

A letter is seen by who wrote it, by those it is for, and by the facilitators. What nobody answered yet stays on the
list until somebody does.
"""

from enum import StrEnum

from msgspec.structs import replace

from rooms.board import for_initiative
from rooms.initiative import Initiative
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
from rooms.people import Person
from rooms.plans import unchanged, words

LETTER_LENGTH = 500
MOST_LETTERS = 50
"""Letters of one person."""


class LetterKind(StrEnum):
    """What somebody writes about."""

    CHANCE = "chance"
    QUESTION = "question"


class Letter(Record, frozen=True):
    """One letter. `initiative` is whom it is for, "" for the festival; `answer` is "" as long as there is none."""

    initiative: str
    person: str
    name: str
    kind: LetterKind
    text: str
    at: Moment
    answer: str = ""

    INDEXED = ("initiative", "person")


class WriteLetter(Command, frozen=True):
    """Tell of a chance, or ask something."""

    id: NewId
    initiative: Id
    kind: LetterKind
    text: Text


class AnswerLetter(Command, frozen=True):
    """Answer it; `was` is the answer one started from, "" for none yet."""

    letter: Id
    text: Text
    was: Text = ""


class TakeBackLetter(Command, frozen=True):
    """Take one's letter back."""

    letter: Id


def write_letter(festival: Festival, wish: WriteLetter, by: Person, at: Moment) -> Changes:
    if wish.initiative:
        festival.find(Initiative, wish.initiative)
    text = words(wish.text, most=LETTER_LENGTH)

    require(festival.get(Letter, wish.id) is None, Reason.ID_IN_USE)
    require(len(festival.where(Letter, "person", by.id)) < MOST_LETTERS, Reason.TOO_MANY)
    yield Put(
        Letter(id=wish.id, initiative=wish.initiative, person=by.id, name=by.name, kind=wish.kind, text=text, at=at)
    )


def answer_letter(festival: Festival, wish: AnswerLetter, by: Person, at: Moment) -> Changes:
    letter = festival.find(Letter, wish.letter)

    require(for_initiative(by, letter.initiative), Reason.NOT_YOURS)
    unchanged(letter.answer, wish.was)
    yield Put(replace(letter, answer=words(wish.text, least=0, most=LETTER_LENGTH)))


def take_back_letter(festival: Festival, wish: TakeBackLetter, by: Person, at: Moment) -> Changes:
    letter = festival.get(Letter, wish.letter)
    if letter is None or letter.person != by.id:
        raise Refused(Reason.GONE)
    yield Drop("Letter", letter.id)
