"""A board on which a facilitator sees each note first; and the questions that others ask too."""

import pytest

from rooms.board import Backing, BackNote, HideNote, ImproveNote, Note, NoteKind, ReleaseNote, SetBoard, TakeBackNote
from rooms.kernel import Reason
from rooms.listening import audiences
from rooms.people import Person
from tests.laws import rows_of
from tests.rooms.said import ANN, BEN, BIKE, FEE, LEA, OTTO, SOUP, STAN, Said, begun

APPROVE = SetBoard(board=SOUP, open=True, approve=True)


def who_sees(day: Said, note: str) -> set[str]:
    """Who has this note on their screen, with the soup's board before them."""
    seen = set()
    for person in (ANN, BEN, LEA, FEE, OTTO, STAN):
        heard = audiences(day.tables, day.tables.find(Person, person), SOUP)
        if any(("Note", note) in rows_of(day.festival.layers, audience) for audience in heard):
            seen.add(person)
    return seen


def the(day: Said, note: str) -> Note:
    return day.tables.find(Note, note)


def waiting(kind: NoteKind = NoteKind.TIP) -> tuple[Said, str]:
    """A day on which Ann's note waits to be approved."""
    day = begun()
    day.do(FEE, APPROVE)
    return day, day.note(ANN, kind=kind)


def test_what_waits_is_seen_by_its_author_and_the_facilitators_alone() -> None:
    day, note = waiting()
    assert (the(day, note).hidden, the(day, note).waits) == (True, True)
    assert who_sees(day, note) == {ANN, FEE, OTTO}


def test_what_is_approved_is_seen_by_all_and_what_is_not_stays_with_its_author() -> None:
    for hidden, seen in ((False, {ANN, BEN, LEA, FEE, OTTO}), (True, {ANN, FEE, OTTO})):
        day, note = waiting()
        day.do(FEE, HideNote(note=note, hidden=hidden))
        assert (the(day, note).hidden, the(day, note).waits) == (hidden, False)
        assert who_sees(day, note) == seen


def test_what_waits_goes_on_no_stage() -> None:
    day, note = waiting()
    assert day.say(FEE, ReleaseNote(note=note, released=True)) is Reason.NOT_NOW


@pytest.mark.parametrize("by", [LEA, FEE])
def test_who_acts_for_the_initiative_need_not_wait(by: str) -> None:
    day, _ = waiting()
    note = the(day, day.note(by))
    assert (note.hidden, note.waits) == (False, False)


def test_a_lead_waits_on_the_board_of_another_initiative() -> None:
    day = begun()
    day.do(FEE, SetBoard(board=BIKE, open=True, approve=True))
    assert the(day, day.note(LEA, board=BIKE)).waits


def test_only_notes_of_later_wait_and_better_words_wait_again() -> None:
    day = begun()
    note = day.note(ANN)
    day.do(FEE, APPROVE)
    assert not the(day, note).waits
    day.do(ANN, ImproveNote(note=note, text="Anders", was="Vraag de bakker"))
    assert (the(day, note).hidden, the(day, note).waits) == (True, True)
    assert who_sees(day, note) == {ANN, FEE, OTTO}


def test_what_waited_still_waits_when_the_board_no_longer_asks_it() -> None:
    day, note = waiting()
    day.do(FEE, SetBoard(board=SOUP, open=True, approve=False))
    assert the(day, note).waits
    assert not the(day, day.note(BEN)).waits


def test_what_a_facilitator_hid_does_not_come_back_by_better_words() -> None:
    day = begun()
    note = day.note(ANN)
    day.do(FEE, HideNote(note=note, hidden=True))
    day.do(ANN, ImproveNote(note=note, text="Anders", was="Vraag de bakker"))
    assert (the(day, note).hidden, the(day, note).waits) == (True, False)


def asked() -> tuple[Said, str]:
    """A day with a question of Ann's."""
    day = begun()
    return day, day.note(ANN, "Hoe dan?", NoteKind.QUESTION)


def test_everybody_asks_a_question_too_once() -> None:
    day, note = asked()
    for who, backed, count in ((BEN, True, 1), (BEN, True, 1), (LEA, True, 2), (BEN, False, 1), (BEN, False, 1)):
        day.do(who, BackNote(note=note, backed=backed))
        assert the(day, note).backed == count == len(day.tables.all(Backing))


def test_nobody_asks_their_own_question_too() -> None:
    day, note = asked()
    assert day.say(ANN, BackNote(note=note, backed=True)) is Reason.NOT_ALLOWED


@pytest.mark.parametrize("kind", [kind for kind in NoteKind if kind is not NoteKind.QUESTION])
def test_only_a_question_is_asked_too(kind: NoteKind) -> None:
    day = begun()
    note = day.note(ANN, kind=kind)
    assert day.say(BEN, BackNote(note=note, backed=True)) is Reason.NOT_NOW


def test_a_hidden_question_is_asked_by_nobody_more_and_one_may_stop() -> None:
    day, note = asked()
    day.do(BEN, BackNote(note=note, backed=True))
    day.do(FEE, HideNote(note=note, hidden=True))
    assert day.say(LEA, BackNote(note=note, backed=True)) is Reason.NOT_NOW
    day.do(BEN, BackNote(note=note, backed=False))
    assert the(day, note).backed == 0


def test_who_asks_it_too_is_their_own_and_goes_with_the_question() -> None:
    day, note = asked()
    day.do(BEN, BackNote(note=note, backed=True))
    held = {
        one for one in day.festival.audiences if any(kind == "Backing" for kind, _ in day.festival.layers.rows(one))
    }
    assert held == {f"person:{BEN}"}
    day.do(ANN, TakeBackNote(note=note))
    assert not day.tables.all(Backing)
