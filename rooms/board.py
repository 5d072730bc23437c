"""The boards: where everybody gives an initiative tips, tops, contacts, questions and ideas.

A note belongs to who wrote it: only they improve it or take it back. A facilitator can hide a note, and show it again,
but never changes a word of it. A contact is for the initiative's eyes, not for the hall: it never goes on the stage,
and can be given to an initiative alone.
Who improves a note says which text they started from, so that nobody's words are overwritten unseen. A question that
others ask too, or that was answered, keeps its words, and so does a note with dots or one that the initiative takes
along: other words would be put in their mouths.
"""

from enum import StrEnum

from msgspec.structs import replace

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
    given,
    require,
    tidy,
)
from rooms.people import Person, Role

NOTE_LENGTH = 500
MOST_NOTES = 200
"""Notes of one person, on all boards together."""


class NoteKind(StrEnum):
    """A tip could make it better, a top is strong, a contact can help, a question asks, an impact idea shows."""

    TIP = "tip"
    TOP = "top"
    CONTACT = "contact"
    QUESTION = "question"
    IMPACT = "impact"


class Board(Record, frozen=True):
    """The board of one initiative or conversation, whose id it bears. With `approve`, a facilitator sees each note
    first. `into` is the board on which it goes on, for that of a conversation that became one with another; `title` is
    what the conversation was called, for that of one that was withdrawn."""

    open: bool = True
    approve: bool = False
    into: str = ""
    title: str = ""


class Note(Record, frozen=True):
    """One note. `name` is what its author was called when writing; `edited` is when it was last improved, or 0.

    `waits` says that it is hidden only because nobody approved it yet; `taken` that the initiative takes it along;
    `answer` is what the initiative answered to a question; `backed` how many people ask it too; `dots` how many find it
    useful; `cluster` the word it was put under, together with others; `goals` the goals it works for (see `goals.py`).
    """

    board: str
    author: str
    name: str
    kind: NoteKind
    text: str
    at: Moment
    edited: Moment = 0
    hidden: bool = False
    released: bool = False
    waits: bool = False
    taken: bool = False
    answer: str = ""
    backed: int = 0
    dots: int = 0
    cluster: str = ""
    goals: tuple[int, ...] = ()

    INDEXED = ("board", "author")


class Backing(Record, frozen=True):
    """Somebody asks a question too. Its id, `note/person`, is why they count once."""

    note: str
    person: str

    INDEXED = ("note", "person")


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


class SetBoard(Command, frozen=True):
    """Open or close a board; and whether a facilitator sees each note before the others do. What is left out stays."""

    board: Id
    open: bool | None = None
    approve: bool | None = None


class BackNote(Command, frozen=True):
    """Ask a question too, or (`backed` false) no longer."""

    note: Id
    backed: bool


class TakeAlong(Command, frozen=True):
    """The initiative takes a note along, or (`taken` false) leaves it."""

    note: Id
    taken: bool


class AnswerNote(Command, frozen=True):
    """The initiative answers a question; `was` is the answer one started from, "" for none yet."""

    note: Id
    text: Text
    was: Text = ""


def shown_to_all(note: Note) -> bool:
    """Whether everybody who has the board before them sees this note."""
    return not note.hidden and note.kind is not NoteKind.CONTACT


def others_built_on(note: Note) -> bool:
    """Whether others ask this too, answered it, found it useful or took it along: it keeps the words they read."""
    return note.backed > 0 or note.answer != "" or note.dots > 0 or note.taken


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


def for_initiative(by: Person, initiative: str) -> bool:
    """Whether this person may act for an initiative: its leads may, and so may who leads the day."""
    return by.role in {Role.FACILITATOR, Role.ORGANISER} or (by.role is Role.LEAD and by.initiative == initiative)


def goes_on(festival: Festival, board: str) -> Board:
    """The board of this id, or the one on which it goes on by now."""
    found = festival.find(Board, board)
    return goes_on(festival, found.into) if found.into else found


def post_note(festival: Festival, wish: PostNote, by: Person, at: Moment) -> Changes:
    board = goes_on(festival, wish.board)
    text = a_note(wish.text)
    waits = board.approve and not for_initiative(by, board.id)

    require(board.open, Reason.BOARD_CLOSED)
    require(festival.get(Note, wish.id) is None, Reason.ID_IN_USE)
    require(len(festival.where(Note, "author", by.id)) < MOST_NOTES, Reason.TOO_MANY)
    require(wish.kind is not NoteKind.CONTACT or festival.get(Initiative, board.id) is not None, Reason.NOT_ALLOWED)
    new = Note(id=wish.id, board=board.id, author=by.id, name=by.name, kind=wish.kind, text=text, at=at)
    yield Put(replace(new, hidden=waits, waits=waits))


def improve_note(festival: Festival, wish: ImproveNote, by: Person, at: Moment) -> Changes:
    note = own_note(festival, wish.note, by)
    text = a_note(wish.text)

    require(festival.find(Board, note.board).open, Reason.BOARD_CLOSED)
    require(note.text == wish.was, Reason.CHANGED_MEANWHILE, present=note.text)
    require(not others_built_on(note), Reason.NOT_NOW)
    waits = note.waits or (festival.find(Board, note.board).approve and not for_initiative(by, note.board))
    yield Put(replace(note, text=text, edited=at, released=False, hidden=note.hidden or waits, waits=waits))


def take_back_note(festival: Festival, wish: TakeBackNote, by: Person, at: Moment) -> Changes:
    note = own_note(festival, wish.note, by)
    yield Drop("Note", note.id)
    for backing in sorted(festival.where(Backing, "note", note.id), key=lambda one: one.id):
        yield Drop("Backing", backing.id)


def hide_note(festival: Festival, wish: HideNote, by: Person, at: Moment) -> Changes:
    note = festival.find(Note, wish.note)
    yield Put(replace(note, hidden=wish.hidden, waits=False, released=note.released and not wish.hidden))


def release_note(festival: Festival, wish: ReleaseNote, by: Person, at: Moment) -> Changes:
    note = festival.find(Note, wish.note)

    require(for_initiative(by, note.board), Reason.NOT_YOURS)
    require(note.kind is not NoteKind.CONTACT, Reason.NOT_ALLOWED)
    require(not (note.hidden and wish.released), Reason.NOT_NOW)
    yield Put(replace(note, released=wish.released))


def set_board(festival: Festival, wish: SetBoard, by: Person, at: Moment) -> Changes:
    yield Put(replace(festival.find(Board, wish.board), **given(open=wish.open, approve=wish.approve)))


def back_note(festival: Festival, wish: BackNote, by: Person, at: Moment) -> Changes:
    note = festival.find(Note, wish.note)
    mine = f"{note.id}/{by.id}"
    before = festival.get(Backing, mine) is not None

    require(not wish.backed or (note.kind is NoteKind.QUESTION and not note.hidden), Reason.NOT_NOW)
    require(note.author != by.id, Reason.NOT_ALLOWED)
    if wish.backed:
        yield Put(Backing(id=mine, note=note.id, person=by.id))
    else:
        yield Drop("Backing", mine)
    yield Put(replace(note, backed=note.backed + wish.backed - before))


def note_for(festival: Festival, note: str, by: Person) -> Note:
    """A note on a board that is this person's to act for."""
    found = festival.find(Note, note)
    require(for_initiative(by, found.board), Reason.NOT_YOURS)
    require(not found.hidden or by.role is not Role.LEAD, Reason.GONE)
    return found


def take_along(festival: Festival, wish: TakeAlong, by: Person, at: Moment) -> Changes:
    yield Put(replace(note_for(festival, wish.note, by), taken=wish.taken))


def answer_note(festival: Festival, wish: AnswerNote, by: Person, at: Moment) -> Changes:
    note = note_for(festival, wish.note, by)
    text = tidy(wish.text)

    require(note.kind is NoteKind.QUESTION, Reason.NOT_NOW)
    require(len(text) <= NOTE_LENGTH, Reason.BAD_LENGTH)
    require(note.answer == wish.was, Reason.CHANGED_MEANWHILE, present=note.answer)
    yield Put(replace(note, answer=text))
