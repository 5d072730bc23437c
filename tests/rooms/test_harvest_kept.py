"""What a conversation of the open space brought stays: after its round, merged, and withdrawn."""

import pytest

from rooms.board import Board, Note, NoteKind, PostNote, SetBoard, TakeBackNote
from rooms.kernel import Reason
from rooms.marketplace import HARVEST_LENGTH, Conversation, Harvest, PlaceConversation, Propose, WriteHarvest
from rooms.merging import AgreeMerge, AskMerge, DeclineMerge, MergeAsked, Withdraw
from rooms.outcomes import outcomes
from tests.rooms.said import ANN, BEN, FEE, LEA, Said, begun, new_id

ONE, TWO, THREE, NEW = new_id("one"), new_id("two"), new_id("three"), new_id("new")


def insight(talk: str, text: str, was: str = "") -> WriteHarvest:
    """The insights of this conversation are `text` from now on."""
    return WriteHarvest(conversation=talk, field=Harvest.INSIGHTS, text=text, was=was)


def placed() -> Said:
    """Ann's conversation has a place and a board; Ben's has not."""
    day = begun()
    day.do(ANN, Propose(id=ONE, title="Repareren"))
    day.do(BEN, Propose(id=TWO, title="Ruilen"))
    day.do(ANN, PlaceConversation(conversation=ONE, slot=1, place=1))
    return day


def test_who_is_no_convener_and_in_the_hall_again_still_saves_what_they_wrote_in_a_conversation() -> None:
    day = placed()
    day.do(LEA, insight(ONE, "Lijm"))
    assert day.tables.find(Conversation, ONE).insights == "Lijm"


def test_a_convener_does_not_withdraw_a_conversation_on_whose_board_others_wrote() -> None:
    day = placed()
    day.do(BEN, PostNote(id=NEW, board=ONE, kind=NoteKind.TIP, text="Lijm"))
    assert day.say(ANN, Withdraw(conversation=ONE)) is Reason.NOT_NOW
    day.do(BEN, TakeBackNote(note=NEW))
    day.do(ANN, Withdraw(conversation=ONE))


def test_when_a_facilitator_withdraws_a_conversation_its_notes_are_told_and_its_board_is_closed() -> None:
    day = placed()
    day.do(BEN, PostNote(id=NEW, board=ONE, kind=NoteKind.TIP, text="Lijm"))
    day.do(FEE, Withdraw(conversation=ONE))
    assert day.tables.find(Note, NEW).text == "Lijm"
    late = PostNote(id=new_id("late"), board=ONE, kind=NoteKind.TIP, text="Touw")
    assert day.say(BEN, late) is Reason.BOARD_CLOSED
    told = outcomes(day.tables)
    (gone,) = [talk for talk in told.conversations if talk.title == "Repareren"]
    assert [note.text for note in gone.notes[NoteKind.TIP]] == ["Lijm"]
    assert told.figures.notes == 1


def test_proposing_and_withdrawing_time_and_again_leaves_nothing_behind() -> None:
    day = begun()
    before = len(day.tables.all(Board))
    for number in range(9):
        talk = new_id(f"talk{number}")
        day.do(ANN, Propose(id=talk, title="Repareren"))
        day.do(ANN, PlaceConversation(conversation=talk, slot=1, place=1))
        day.do(ANN, Withdraw(conversation=talk))
    assert len(day.tables.all(Board)) == before


def test_what_other_conversations_went_on_in_leaves_nothing_behind_when_it_is_withdrawn() -> None:
    day = placed()
    before = len(day.tables.all(Board)) - 1
    day.do(ANN, Propose(id=THREE, title="Delen"))
    for ending, into, asks, agrees in ((ONE, TWO, ANN, BEN), (TWO, THREE, BEN, ANN)):
        day.do(asks, AskMerge(conversation=ending, into=into, wanted=True))
        day.do(agrees, AgreeMerge(conversation=ending))
    day.do(ANN, Withdraw(conversation=THREE))
    assert len(day.tables.all(Board)) == before


def test_two_whose_words_do_not_fit_in_one_do_not_become_one() -> None:
    day = placed()
    day.do(ANN, insight(ONE, "a" * HARVEST_LENGTH))
    day.do(BEN, insight(TWO, "b"))
    day.do(ANN, AskMerge(conversation=ONE, into=TWO, wanted=True))
    assert day.say(BEN, AgreeMerge(conversation=ONE)) is Reason.BAD_LENGTH
    day.do(BEN, insight(TWO, "", was="b"))
    day.do(BEN, AgreeMerge(conversation=ONE))


@pytest.mark.parametrize("ending", [ONE, TWO])
def test_words_on_their_way_when_two_become_one_are_put_beside_what_is_there_now(ending: str) -> None:
    day = placed()
    into, asks, agrees = (TWO, ANN, BEN) if ending == ONE else (ONE, BEN, ANN)
    day.do(agrees, insight(into, "Lijm"))
    day.do(asks, AskMerge(conversation=ending, into=into, wanted=True))
    day.do(agrees, AgreeMerge(conversation=ending))
    assert day.say(LEA, insight(ending, "Touw")) is Reason.CHANGED_MEANWHILE
    day.do(LEA, insight(ending, "Lijm\nTouw", was="Lijm"))
    assert day.tables.find(Conversation, into).insights == "Lijm\nTouw"


def test_where_one_of_two_boards_was_seen_first_or_closed_the_one_that_is_left_is_so_too() -> None:
    day = placed()
    day.do(BEN, PlaceConversation(conversation=TWO, slot=1, place=2))
    day.do(FEE, SetBoard(board=TWO, open=False, approve=True))
    day.do(BEN, AskMerge(conversation=TWO, into=ONE, wanted=True))
    day.do(ANN, AgreeMerge(conversation=TWO))
    assert (day.tables.find(Board, ONE).open, day.tables.find(Board, ONE).approve) == (False, True)


def test_words_for_a_conversation_that_never_was_are_refused() -> None:
    assert begun().say(LEA, insight(NEW, "Touw")) is Reason.GONE


def test_a_facilitator_declines_for_who_is_gone() -> None:
    day = placed()
    day.do(ANN, AskMerge(conversation=ONE, into=TWO, wanted=True))
    assert day.tables.find(MergeAsked, ONE).declined is False
    day.do(FEE, DeclineMerge(conversation=ONE))
    assert day.tables.find(MergeAsked, ONE).declined
