"""Keeping order: who is out stays out, a call for help finds its way back, and a note keeps what others built on."""

import pytest

from rooms.ballot import Ballot, CastVote, OpenBallot, Vote, turnout
from rooms.board import ImproveNote, NoteKind, PostNote, TakeAlong
from rooms.breakout import MoveTo
from rooms.harvest import GiveDot
from rooms.kernel import Reason, Tables
from rooms.marketplace import PlaceConversation, Propose, SetMarket
from rooms.messages import CallForHelp
from rooms.order import RemovePerson, revoke_again
from rooms.people import DOOR, Join, Person, RevokeLink, Role, taken_back
from rooms.seats import HelpCall, Seat
from rooms.view import FACILITATORS, view
from tests.rooms.said import ANN, BEN, BIKE, FEE, GARDEN, LEA, OTTO, SOUP, begun, by_links_only, link_of, new_id
from tests.rooms.test_reasons import at_tables

SECOND_LEAD, TALK = new_id("lou"), new_id("talk")


def test_who_came_by_a_link_that_was_taken_back_is_not_let_in_again() -> None:
    day = begun()
    day.do(OTTO, RevokeLink(link=link_of(LEA)))
    assert day.say(FEE, RemovePerson(person=LEA, removed=False)) is Reason.NOT_ALLOWED


def test_who_called_from_the_hall_can_take_it_back_in_a_room() -> None:
    day = begun()
    day.do(ANN, CallForHelp(wanted=True), MoveTo(room=SOUP), CallForHelp(wanted=False))
    assert not day.tables.all(HelpCall)


def test_a_lead_who_waits_for_help_alone_still_waits_when_another_lead_comes() -> None:
    day = begun()
    day.do(LEA, MoveTo(room=SOUP), CallForHelp(wanted=True))
    day.do("door", Join(id=SECOND_LEAD, name="Lou", link=link_of(LEA)))
    day.do(SECOND_LEAD, MoveTo(room=SOUP))
    assert [call.by for call in day.tables.all(HelpCall)] == [LEA]


def test_the_call_of_a_table_goes_with_the_table() -> None:
    day = at_tables(9)
    caller = next(seat.id for seat in day.tables.all(Seat) if seat.table == 2)
    day.do(caller, CallForHelp(wanted=True))
    for seat in day.tables.all(Seat):
        if seat.role is Role.PARTICIPANT and seat.id != caller:
            day.do(seat.id, MoveTo(room=""))
    assert not [call for call in day.tables.all(HelpCall) if call.table]


@pytest.mark.parametrize("kind", ["dot", "taken"])
def test_a_note_that_others_built_on_keeps_its_words(kind: str) -> None:
    day = begun()
    note = day.note(ANN)
    day.do(*((BEN, GiveDot(note=note, given=True)) if kind == "dot" else (LEA, TakeAlong(note=note, taken=True))))
    assert day.say(ANN, ImproveNote(note=note, text="Iets anders", was="Vraag de bakker")) is Reason.NOT_NOW


def test_a_contact_is_given_to_an_initiative_alone() -> None:
    day = begun()
    day.do(FEE, SetMarket(open=True, slots=1, places=1))
    day.do(ANN, Propose(id=TALK, title="Ruilen"), PlaceConversation(conversation=TALK, slot=1, place=1))
    contact = PostNote(id=new_id("note"), board=TALK, kind=NoteKind.CONTACT, text="Bel 06")
    assert day.say(BEN, contact) is Reason.NOT_ALLOWED


def test_the_vote_of_who_is_put_out_does_not_count_and_is_not_in_the_way_of_another() -> None:
    day = by_links_only()
    day.do(FEE, OpenBallot(ballot="ballot"))
    for lead in (LEA, BEN):
        day.do(DOOR.id, Join(id=lead, name="Lea", link=link_of(LEA)))
    day.do(LEA, CastVote(prize="cup", choice=BIKE))
    day.do(FEE, RemovePerson(person=LEA, removed=True))
    assert turnout(day.tables, day.tables.find(Ballot, "ballot")) == 0
    day.do(BEN, CastVote(prize="cup", choice=GARDEN))
    day.do(FEE, RemovePerson(person=LEA, removed=False))
    assert day.say(LEA, CastVote(prize="cup", choice=BIKE)) is Reason.LINK_VOTED


def test_who_came_by_a_link_that_is_taken_back_leaves_room_and_ballot_also_in_a_back_up() -> None:
    day = begun()
    day.do(FEE, OpenBallot(ballot="ballot"))
    day.do(LEA, MoveTo(room=SOUP), CastVote(prize="cup", choice=BIKE))
    kept = Tables([*day.tables.records()])
    day.do(OTTO, RevokeLink(link=link_of(LEA)))
    kept.apply(revoke_again(kept, taken_back(day.tables)))
    for tables in (day.tables, kept):
        assert not tables.all(Vote) and tables.get(Seat, LEA) is None


def test_nobody_is_asked_to_let_in_who_came_by_a_link_that_was_taken_back() -> None:
    day = begun()
    day.do(OTTO, RevokeLink(link=link_of(LEA)))
    lea = day.tables.find(Person, LEA)
    assert FACILITATORS not in view(lea)
    day.do(FEE, RemovePerson(person=ANN, removed=True))
    assert FACILITATORS in view(day.tables.find(Person, ANN))
