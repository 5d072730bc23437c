"""The open space: proposing, placing, merging; and what people promise and agree to at the end of the day."""

import pytest

from rooms.board import Board, ImproveNote, Note, NoteKind, PostNote, TakeBackNote
from rooms.breakout import MoveTo
from rooms.goodbye import BY_MAIL, Address, Agree, Consent, Disagree, Purpose
from rooms.harvest import DOTS, Dot, GiveDot, MakePledge, Pledge
from rooms.kernel import Reason
from rooms.marketplace import (
    MOST_OWN,
    Conversation,
    GoTo,
    Harvest,
    PlaceConversation,
    Propose,
    SetMarket,
    WriteHarvest,
)
from rooms.merging import AgreeMerge, AskMerge, DeclineMerge, MergeAsked, Withdraw
from rooms.messages import KEPT, Announce, Message
from rooms.milestones import AddMilestone
from rooms.plans import DropNeed, EditInitiative, Field
from rooms.programme import Round
from rooms.schedule import MoveRound, SkipRound
from rooms.seats import Room, Seat
from rooms.view import FESTIVAL, board_audience, person_audience, view
from tests.rooms.said import ANN, BEN, FEE, LEA, SOUP, Said, begun, new_id

ONE, TWO, NEW = new_id("one"), new_id("two"), new_id("new")


def two_talks() -> Said:
    """Ann proposed one conversation, Ben another."""
    day = begun()
    day.do(ANN, Propose(id=ONE, title="Repareren"))
    day.do(BEN, Propose(id=TWO, title="Ruilen"))
    return day


def test_a_conversation_that_got_a_place_has_a_room_and_a_board_and_nobody_elses_place() -> None:
    day = two_talks()
    day.do(ANN, PlaceConversation(conversation=ONE, slot=1, place=1))
    assert day.tables.get(Room, ONE) and day.tables.get(Board, ONE)
    assert day.say(BEN, PlaceConversation(conversation=TWO, slot=1, place=1)) is Reason.TAKEN
    assert day.say(BEN, PlaceConversation(conversation=ONE, slot=2, place=1)) is Reason.NOT_YOURS
    assert day.say(FEE, SetMarket(open=True, slots=9, places=1)) is Reason.BAD_LENGTH


@pytest.mark.parametrize("wish", [Withdraw(conversation=ONE), PlaceConversation(conversation=ONE, slot=0, place=0)])
def test_who_sits_in_a_conversation_that_ends_finds_themselves_in_the_hall(
    wish: Withdraw | PlaceConversation,
) -> None:
    day = two_talks()
    day.do(ANN, PlaceConversation(conversation=ONE, slot=1, place=1))
    day.do(BEN, MoveTo(room=ONE))
    day.do(ANN, wish)
    assert not day.tables.all(Seat) and not day.tables.get(Room, ONE)


def test_two_conversations_become_one_only_when_both_conveners_want_it() -> None:
    day = two_talks()
    assert day.say(FEE, AskMerge(conversation=ONE, into=TWO, wanted=True)) is Reason.NOT_YOURS
    day.do(ANN, GoTo(conversation=ONE, going=True))
    day.do(ANN, WriteHarvest(conversation=ONE, field=Harvest.INSIGHTS, text="Lijm", was=""))
    day.do(ANN, AskMerge(conversation=ONE, into=TWO, wanted=True))
    for who in (ANN, FEE):
        assert day.say(who, AgreeMerge(conversation=ONE)) is Reason.NOT_YOURS
    day.do(BEN, AgreeMerge(conversation=ONE))
    (both,) = day.tables.all(Conversation)
    assert (both.id, set(both.conveners), both.insights, both.going) == (TWO, {ANN, BEN}, "Lijm", 1)
    assert not day.tables.all(MergeAsked)


def asked(no: bool = False) -> Said:
    """Ann asks to go on in Ben's conversation; with `no` he says no."""
    day = two_talks()
    day.do(ANN, AskMerge(conversation=ONE, into=TWO, wanted=True))
    if no:
        day.do(BEN, DeclineMerge(conversation=ONE))
    return day


def test_who_was_asked_to_come_together_says_no_and_nobody_else_does_so() -> None:
    day = asked()
    assert day.say(ANN, DeclineMerge(conversation=ONE)) is Reason.NOT_YOURS
    day.do(BEN, DeclineMerge(conversation=ONE))
    assert len(day.tables.all(Conversation)) == 2
    for answer in (AgreeMerge(conversation=ONE), DeclineMerge(conversation=ONE)):
        assert day.say(BEN, answer) is Reason.ALREADY_MOVED


def test_a_no_is_heard_by_who_asked_and_by_nobody_else() -> None:
    assert set(view(asked().tables.find(MergeAsked, ONE))) == {FESTIVAL}
    assert set(view(asked(no=True).tables.find(MergeAsked, ONE))) == {person_audience(ANN)}


def test_who_heard_a_no_puts_it_aside_or_asks_again() -> None:
    day = asked(no=True)
    day.do(ANN, AskMerge(conversation=ONE, into=TWO, wanted=True))
    day.do(BEN, DeclineMerge(conversation=ONE))
    day.do(ANN, AskMerge(conversation=ONE, into=TWO, wanted=False))
    assert not day.tables.all(MergeAsked)


def merged() -> Said:
    """Ann's conversation, with a note and a dot on its board, went on in Ben's, which has no place yet."""
    day = asked()
    day.do(ANN, PlaceConversation(conversation=ONE, slot=1, place=1))
    day.do(BEN, PostNote(id=NEW, board=ONE, kind=NoteKind.TIP, text="Lijm"))
    day.do(ANN, GiveDot(note=NEW, given=True))
    day.do(BEN, AgreeMerge(conversation=ONE))
    return day


def test_when_two_become_one_the_notes_of_the_one_are_on_the_board_of_the_other() -> None:
    day = merged()
    note = day.tables.find(Note, NEW)
    assert (note.board, note.author, note.text, note.dots) == (TWO, BEN, "Lijm", 1)
    assert board_audience(TWO) in view(note) and board_audience(ONE) not in view(note)
    assert [dot.board for dot in day.tables.all(Dot)] == [TWO]
    day.do(ANN, GiveDot(note=NEW, given=False))
    assert not day.tables.all(Dot)
    day.do(BEN, ImproveNote(note=NEW, text="Houtlijm", was="Lijm"))


def test_a_note_that_was_on_its_way_when_two_became_one_arrives_on_the_board_that_is_left() -> None:
    day, late = merged(), new_id("late")
    day.do(ANN, Propose(id=new_id("three"), title="Delen"))
    day.do(BEN, AskMerge(conversation=TWO, into=new_id("three"), wanted=True))
    day.do(ANN, AgreeMerge(conversation=TWO))
    day.do(BEN, PostNote(id=late, board=ONE, kind=NoteKind.TIP, text="Touw"))
    assert {note.board for note in day.tables.all(Note)} == {new_id("three")}


def test_one_proposes_only_so_many() -> None:
    day = begun()
    for number in range(MOST_OWN):
        day.do(ANN, Propose(id=new_id(f"talk{number}"), title="Repareren"))
    assert day.say(ANN, Propose(id=NEW, title="Nog een")) is Reason.TOO_MANY


def test_each_person_has_five_dots_for_a_board_and_gets_one_back_with_a_note_that_goes() -> None:
    day = begun()
    notes = [day.note(BEN, f"tip {number}") for number in range(DOTS + 1)]
    for note in notes[:DOTS]:
        day.do(ANN, GiveDot(note=note, given=True))
    assert day.say(ANN, GiveDot(note=notes[-1], given=True)) is Reason.TOO_MANY
    day.do(BEN, TakeBackNote(note=notes[0]))
    day.do(ANN, GiveDot(note=notes[-1], given=True))
    assert len(day.tables.all(Dot)) == DOTS
    assert day.tables.find(Note, notes[-1]).dots == 1


def test_a_pledge_stays_when_its_need_is_no_longer_asked() -> None:
    day = begun()
    day.do(ANN, MakePledge(id=NEW, initiative=SOUP, what="Ik kook", need="soup-need"))
    day.do(LEA, DropNeed(need="soup-need"))
    assert (day.tables.find(Pledge, NEW).what, day.tables.find(Pledge, NEW).need) == ("Ik kook", "")


def test_an_address_is_kept_as_long_as_a_consent_needs_it() -> None:
    day = begun()
    for purpose in BY_MAIL:
        day.do(ANN, Agree(purpose=purpose, text="Ja", email="ann@example.org"))
    day.do(ANN, Disagree(purpose=Purpose.REPORT))
    assert day.tables.get(Address, ANN) and len(day.tables.all(Consent)) == 1
    day.do(ANN, Disagree(purpose=Purpose.COMMUNITY))
    assert not day.tables.all(Address) and not day.tables.all(Consent)


@pytest.mark.parametrize("email", ["", "ann", "ann@", "@example.org", "a b@example.org", "ann@example.org,x@y.nl"])
def test_what_is_no_address_is_refused(email: str) -> None:
    wish = Agree(purpose=Purpose.REPORT, text="Ja", email=email)
    assert begun().say(ANN, wish) is Reason.NOT_AN_ADDRESS


def test_leads_write_for_their_own_initiative_and_nobody_is_overwritten() -> None:
    day = begun()
    day.do(LEA, EditInitiative(initiative=SOUP, field=Field.DREAM, text="Groot", was=""))
    again = EditInitiative(initiative=SOUP, field=Field.DREAM, text="Klein", was="")
    assert day.say(FEE, again) is Reason.CHANGED_MEANWHILE
    assert day.say(LEA, AddMilestone(id=NEW, initiative="bike", what="Pomp")) is Reason.NOT_YOURS


def test_of_many_messages_the_oldest_go() -> None:
    day = begun()
    for number in range(KEPT + 2):
        day.do(FEE, Announce(id=new_id(f"said{number}"), text="Soep!"))
    assert len(day.tables.all(Message)) == KEPT
    assert day.tables.get(Message, new_id("said0")) is None


def test_only_what_is_still_to_come_is_moved_or_skipped() -> None:
    day = begun()
    day.go("welcome")
    assert day.say(FEE, SkipRound(round="welcome", skipped=True)) is Reason.ALREADY_MOVED
    assert day.say(FEE, MoveRound(round="prizes", after="")) is Reason.NOT_NOW
    day.do(FEE, MoveRound(round="prizes", after="welcome"))
    rounds = sorted(day.tables.all(Round), key=lambda row: row.order)
    assert [row.id for row in rounds][:2] == ["welcome", "prizes"]
    assert [row.order for row in rounds] == list(range(1, len(rounds) + 1))


def test_a_note_on_a_conversations_board_is_kept_when_the_conversation_goes() -> None:
    day = two_talks()
    day.do(ANN, PlaceConversation(conversation=ONE, slot=1, place=1))
    day.do(BEN, PostNote(id=NEW, board=ONE, kind=NoteKind.TIP, text="Lijm"))
    day.do(FEE, Withdraw(conversation=ONE))
    assert day.tables.find(Note, NEW).text == "Lijm"
