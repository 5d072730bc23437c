"""The boards: where everybody gives an initiative tips, tops, contacts, questions and ideas.

A note belongs to who wrote it: only they improve it or take it back. A facilitator can hide a note, and show it again,
but never changes a word of it. A contact is for the initiative's eyes, not for the hall: it never goes on the stage.
Who improves a note says which text they started from, so that nobody's words are overwritten unseen.
"""

from enum import StrEnum

from msgspec.structs import replace

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
    tidy,
)
from rooms.people import Person

NOTE_LENGTH = 500


class NoteKind(StrEnum):
    """A tip could make it better, a top is strong, a contact can help, a question asks, an impact idea shows."""

    TIP = "tip"
    TOP = "top"
    CONTACT = "contact"
    QUESTION = "question"
    IMPACT = "impact"


class Board(Record, frozen=True):
    """The board of one initiative; it bears the initiative's id."""

    open: bool = True


class Note(Record, frozen=True):
    """One note. `name` is what its author was called when writing; `edited` is when it was last improved, or 0."""

    board: str
    author: str
    name: str
    kind: NoteKind
    text: str
    at: Moment
    edited: Moment = 0
    hidden: bool = False
    released: bool = False

    INDEXED = ("board", "author")


class PostNote(Command, frozen=True):
    """Put a note on a board. The phone draws the note's `id`."""

    id: NewId
    board: Id
    kind: NoteKind
    text: Text


class ImproveNote(Command, frozen=True):
    """Change the text of one's own note; `was` is the text one started from."""

    note: Id
    text: Text
    was: Text


class TakeBackNote(Command, frozen=True):
    """Take one's own note away again."""

    note: Id


class HideNote(Command, frozen=True):
    """Hide a note from everybody but its author and the facilitators, or (`hidden` false) bring it back."""

    note: Id
    hidden: bool


class ReleaseNote(Command, frozen=True):
    """Show a note on the stage, or (`released` false) take it off."""

    note: Id
    released: bool


def a_note(text: str) -> str:
    """The text as it is kept: 1 to 500 signs; refuses with BAD_LENGTH."""
    kept = tidy(text)
    require(0 < len(kept) <= NOTE_LENGTH, Reason.BAD_LENGTH)
    return kept


def own_note(festival: Festival, note: str, by: Person) -> Note:
    """The person's own note of this id; refuses alike whether it is another's or not there at all."""
    found = festival.get(Note, note)
    if found is None or found.author != by.id:
        raise Refused(Reason.GONE)
    return found


def post_note(festival: Festival, wish: PostNote, by: Person, at: Moment) -> Changes:
    board = festival.find(Board, wish.board)
    text = a_note(wish.text)

    require(board.open, Reason.BOARD_CLOSED)
    require(festival.get(Note, wish.id) is None, Reason.ID_IN_USE)
    yield Put(Note(id=wish.id, board=board.id, author=by.id, name=by.name, kind=wish.kind, text=text, at=at))


def improve_note(festival: Festival, wish: ImproveNote, by: Person, at: Moment) -> Changes:
    note = own_note(festival, wish.note, by)
    text = a_note(wish.text)

    require(festival.find(Board, note.board).open, Reason.BOARD_CLOSED)
    require(note.text == wish.was, Reason.CHANGED_MEANWHILE, present=note.text)
    yield Put(replace(note, text=text, edited=at, released=False))


def take_back_note(festival: Festival, wish: TakeBackNote, by: Person, at: Moment) -> Changes:
    yield Drop("Note", own_note(festival, wish.note, by).id)


def hide_note(festival: Festival, wish: HideNote, by: Person, at: Moment) -> Changes:
    note = festival.find(Note, wish.note)
    yield Put(replace(note, hidden=wish.hidden, released=note.released and not wish.hidden))


def release_note(festival: Festival, wish: ReleaseNote, by: Person, at: Moment) -> Changes:
    note = festival.find(Note, wish.note)

    require(note.kind is not NoteKind.CONTACT, Reason.NOT_ALLOWED)
    require(not (note.hidden and wish.released), Reason.NOT_NOW)
    yield Put(replace(note, released=wish.released))
