"""Notes belong to who wrote them; a facilitator hides and shows, and never changes a word."""

import pytest

from rooms.board import (
    NOTE_LENGTH,
    AnswerNote,
    BackNote,
    Board,
    HideNote,
    ImproveNote,
    Note,
    NoteKind,
    PostNote,
    ReleaseNote,
    TakeBackNote,
)
from rooms.kernel import Command, Drop, Reason, Record
from tests.rooms.said import ANN, BEN, BIKE, FEE, LEA, OTTO, PLAN, SOUP, Said, begun, new_id

NEW = new_id("new")
CLOSED: tuple[Record, ...] = tuple(Board(id=one.id, open=False) if isinstance(one, Board) else one for one in PLAN)


def the(day: Said, note: str) -> Note:
    return day.tables.find(Note, note)


@pytest.mark.parametrize("kind", NoteKind)
@pytest.mark.parametrize("author", [ANN, LEA, FEE, OTTO])
def test_everybody_but_the_stage_puts_notes_of_every_kind_on_every_board(author: str, kind: NoteKind) -> None:
    day = begun()
    note = the(day, day.note(author, "Vraag de bakker", kind, BIKE))
    assert (note.board, note.author, note.kind, note.text) == (BIKE, author, kind, "Vraag de bakker")
    assert (note.at, note.edited, note.hidden, note.released) == (day.now, 0, False, False)


@pytest.mark.parametrize("text", ["", " \n ", "\u200d", "a" * (NOTE_LENGTH + 1)])
def test_a_note_has_1_to_500_signs(text: str) -> None:
    day = begun()
    assert day.say(ANN, PostNote(id=NEW, board=SOUP, kind=NoteKind.TIP, text=text)) is Reason.BAD_LENGTH
    note = day.note(ANN, "a" * NOTE_LENGTH)
    assert day.say(ANN, ImproveNote(note=note, text=text, was="a" * NOTE_LENGTH)) is Reason.BAD_LENGTH


def test_no_note_goes_on_a_board_that_is_not_there() -> None:
    assert begun().say(ANN, PostNote(id=NEW, board="nothing", kind=NoteKind.TIP, text="Hoi")) is Reason.GONE


def test_no_note_takes_the_id_of_another() -> None:
    day = begun()
    note = day.note(ANN)
    assert day.say(BEN, PostNote(id=note, board=BIKE, kind=NoteKind.TOP, text="Mooi")) is Reason.ID_IN_USE
    assert the(day, note).author == ANN


def test_a_closed_board_takes_no_notes() -> None:
    wish = PostNote(id=NEW, board=SOUP, kind=NoteKind.TIP, text="Hoi")
    assert begun(CLOSED).say(ANN, wish) is Reason.BOARD_CLOSED


def test_on_a_closed_board_nothing_is_improved_but_a_note_may_be_taken_back() -> None:
    day = begun((*CLOSED, Note(id=NEW, board=SOUP, author=ANN, name="Ann", kind=NoteKind.TIP, text="Hoi", at=1)))
    assert day.say(ANN, ImproveNote(note=NEW, text="Hallo", was="Hoi")) is Reason.BOARD_CLOSED
    assert isinstance(day.say(ANN, TakeBackNote(note=NEW)), list)


def test_an_author_improves_their_note_and_it_tells_when() -> None:
    day = begun()
    note = day.note(ANN, "Vraag de baker")
    posted = the(day, note).at
    day.do(ANN, ImproveNote(note=note, text=" Vraag de bakker ", was="Vraag de baker"))
    assert (the(day, note).text, the(day, note).edited, the(day, note).at) == ("Vraag de bakker", day.now, posted)


def test_who_started_from_another_text_is_refused_and_gets_the_text_there_is() -> None:
    day = begun()
    note = day.note(ANN, "een")
    day.do(ANN, ImproveNote(note=note, text="twee", was="een"))
    assert day.say(ANN, ImproveNote(note=note, text="drie", was="een")) is Reason.CHANGED_MEANWHILE
    assert day.last.present == "twee"
    assert the(day, note).text == "twee"


def test_of_two_improvements_in_one_batch_the_second_is_refused() -> None:
    day = begun()
    note = day.note(ANN, "een")
    both = [day.wish(ANN, ImproveNote(note=note, text=text, was="een")) for text in ("twee", "drie")]
    assert [verdict.reason for verdict in day.festival.decide(day.now, both)] == [None, Reason.CHANGED_MEANWHILE]


@pytest.mark.parametrize("other", [BEN, LEA, FEE, OTTO])
def test_nobody_else_improves_or_takes_back_a_note_nor_learns_whether_it_is_there(other: str) -> None:
    day = begun()
    for note in (day.note(ANN, "een"), "nothing"):
        assert day.say(other, ImproveNote(note=note, text="twee", was="een")) is Reason.GONE
        assert day.last.present is None
        assert day.say(other, TakeBackNote(note=note)) is Reason.GONE


def test_who_takes_a_note_back_leaves_nothing_of_it() -> None:
    day = begun()
    note = day.note(ANN)
    changes = day.say(ANN, TakeBackNote(note=note))
    assert isinstance(changes, list)
    assert Drop("Note", note) in changes
    assert not day.tables.all(Note)
    assert day.say(ANN, TakeBackNote(note=note)) is Reason.GONE


@pytest.mark.parametrize("who", [FEE, OTTO])
def test_hiding_and_showing_changes_no_word(who: str) -> None:
    day = begun()
    note = day.note(ANN)
    before = the(day, note)
    day.do(who, HideNote(note=note, hidden=True))
    assert the(day, note).hidden
    day.do(who, HideNote(note=note, hidden=False))
    assert the(day, note) == before


@pytest.mark.parametrize(
    ("by", "built"),
    [(BEN, BackNote(note=NEW, backed=True)), (LEA, AnswerNote(note=NEW, text="Ja"))],
    ids=["asked by others too", "answered"],
)
def test_a_question_that_others_built_on_keeps_the_words_they_read(by: str, built: Command) -> None:
    day = begun()
    day.do(ANN, PostNote(id=NEW, board=SOUP, kind=NoteKind.QUESTION, text="Mag ik mee?"))
    day.do(ANN, ImproveNote(note=NEW, text="Mag ik ook mee?", was="Mag ik mee?"))
    day.do(by, built)
    before = the(day, NEW)
    assert day.say(ANN, ImproveNote(note=NEW, text="Wie betaalt?", was="Mag ik ook mee?")) is Reason.NOT_NOW
    assert the(day, NEW) == before


def test_a_question_nobody_asks_any_more_can_be_improved_again() -> None:
    day = begun()
    note = day.note(ANN, "Mag ik mee?", NoteKind.QUESTION)
    day.do(BEN, BackNote(note=note, backed=True), BackNote(note=note, backed=False))
    day.do(ANN, ImproveNote(note=note, text="Mag ik ook mee?", was="Mag ik mee?"))
    assert the(day, note).text == "Mag ik ook mee?"


def test_an_improved_note_stays_hidden() -> None:
    day = begun()
    note = day.note(ANN, "een")
    day.do(FEE, HideNote(note=note, hidden=True))
    day.do(ANN, ImproveNote(note=note, text="twee", was="een"))
    assert the(day, note).hidden


def test_a_note_that_is_not_there_is_not_hidden_nor_released() -> None:
    day = begun()
    assert day.say(FEE, HideNote(note="nothing", hidden=True)) is Reason.GONE
    assert day.say(FEE, ReleaseNote(note="nothing", released=True)) is Reason.GONE


def test_a_note_goes_on_the_stage_and_off_it() -> None:
    day = begun()
    note = day.note(ANN)
    for released in (True, False):
        day.do(FEE, ReleaseNote(note=note, released=released))
        assert the(day, note).released is released


def test_a_contact_never_goes_on_the_stage() -> None:
    day = begun()
    note = day.note(ANN, "Bel 06", NoteKind.CONTACT)
    for who in (FEE, OTTO):
        assert day.say(who, ReleaseNote(note=note, released=True)) is Reason.NOT_ALLOWED
    assert not the(day, note).released


def test_a_hidden_note_does_not_go_on_the_stage() -> None:
    day = begun()
    note = day.note(ANN)
    day.do(FEE, HideNote(note=note, hidden=True))
    assert day.say(FEE, ReleaseNote(note=note, released=True)) is Reason.NOT_NOW


def test_hiding_takes_a_note_off_the_stage_and_showing_does_not_put_it_back() -> None:
    day = begun()
    note = day.note(ANN)
    day.do(FEE, ReleaseNote(note=note, released=True))
    day.do(FEE, HideNote(note=note, hidden=True))
    assert not the(day, note).released
    day.do(FEE, HideNote(note=note, hidden=False))
    assert not the(day, note).released


def test_words_nobody_chose_for_the_stage_are_not_on_it_so_improving_takes_a_note_off() -> None:
    day = begun()
    note = day.note(ANN, "een")
    day.do(FEE, ReleaseNote(note=note, released=True))
    day.do(ANN, ImproveNote(note=note, text="twee", was="een"))
    assert not the(day, note).released
