"""The time after the day: expert groups and their milestones, letters, what is published, and what is forgotten."""

import pytest

from rooms.board import Board
from rooms.breakout import MoveTo
from rooms.contacts import Shared
from rooms.experts import EditGroup, Group, JoinGroup, LeaveGroup, Member, OpenGroup, Product
from rooms.goodbye import Address, Agree, Consent, Disagree, Purpose, named
from rooms.inbox import AnswerLetter, LetterKind, TakeBackLetter, WriteLetter
from rooms.keeping import DAY, Forget
from rooms.kernel import Reason
from rooms.listening import moved_by
from rooms.milestones import AddMilestone, Milestone, MilestoneState, TellMilestone
from rooms.people import CLOCK
from rooms.publishing import WHOLE, Part, Publish, Published, public_parts
from rooms.seats import Room
from tests.rooms.said import ANN, BEN, FEE, LEA, OTTO, SOUP, Said, begun, new_id
from tests.rooms.test_offers import shared
from tests.rooms.test_view import screen, who_see

GROUP, GOAL, LETTER = new_id("group"), new_id("goal"), new_id("letter")


def grouped() -> Said:
    """A day on which Ann joined the soup's expert group."""
    day = begun()
    day.do(LEA, OpenGroup(id=GROUP, initiative=SOUP, product=Product.PODCAST, title="Soep op band"))
    day.do(ANN, JoinGroup(id=new_id("ann-in"), group=GROUP, brings="Een microfoon"))
    return day


def planned() -> Said:
    """And then said what will be there."""
    day = grouped()
    day.do(ANN, AddMilestone(id=GOAL, initiative=SOUP, what="Een podcast", who="Ann", when="2027-03-01", group=GROUP))
    return day


def written(about: str = SOUP) -> Said:
    """A day on which Ann wrote a letter."""
    day = begun()
    day.do(ANN, WriteLetter(id=LETTER, initiative=about, kind=LetterKind.CHANCE, text="Er komt een pand vrij"))
    return day


def test_a_group_has_a_room_and_a_board() -> None:
    day = grouped()
    assert day.tables.get(Room, GROUP) and day.tables.find(Board, GROUP).open


def test_who_signs_up_twice_is_in_once_with_what_they_said_last() -> None:
    day = grouped()
    day.do(ANN, JoinGroup(id=new_id("again"), group=GROUP, brings="Twee microfoons"))
    assert [one.brings for one in day.tables.all(Member)] == ["Twee microfoons"]
    assert day.tables.find(Group, GROUP).members == 1


def test_who_leaves_a_group_is_in_it_no_longer() -> None:
    day = grouped()
    day.do(ANN, LeaveGroup(group=GROUP))
    assert (day.tables.all(Member), day.tables.find(Group, GROUP).members) == ([], 0)
    assert day.say(ANN, LeaveGroup(group=GROUP)) is Reason.GONE


def test_a_closed_group_takes_nobody_in_and_keeps_who_is_there() -> None:
    day = grouped()
    day.do(LEA, EditGroup(group=GROUP, product=Product.PODCAST, title="Soep", open=False, was="Soep op band"))
    assert day.say(BEN, JoinGroup(id=new_id("ben-in"), group=GROUP, brings="Tijd")) is Reason.NOT_NOW
    day.do(ANN, JoinGroup(id=new_id("again"), group=GROUP, brings="Nog steeds"))


def test_who_is_in_a_group_is_seen_by_the_others_in_it_by_the_initiative_and_by_facilitators() -> None:
    day = grouped()
    assert who_see(day, "Member", new_id("ann-in")) == {ANN, LEA, FEE, OTTO}
    day.do(BEN, MoveTo(room=GROUP))
    assert BEN not in who_see(day, "Member", new_id("ann-in"))
    day.do(BEN, JoinGroup(id=new_id("ben-in"), group=GROUP, brings="Tijd"))
    assert BEN in who_see(day, "Member", new_id("ann-in"))
    day.do(BEN, LeaveGroup(group=GROUP))
    assert BEN not in who_see(day, "Member", new_id("ann-in"))


def test_who_joins_or_leaves_a_group_listens_to_it_from_then_on_or_no_longer() -> None:
    day = grouped()
    (member,) = day.tables.all(Member)
    assert moved_by(member) == ANN


def test_people_know_which_letter_and_which_place_in_a_group_is_their_own() -> None:
    for day, key in ((grouped(), ("Member", new_id("ann-in"))), (written(), ("Letter", LETTER))):
        assert {who for who in (ANN, LEA, FEE, OTTO) if "person" in screen(day, who)[key]} == {ANN}


def test_members_keep_the_milestones_of_their_group_and_others_do_not() -> None:
    day = planned()
    done = TellMilestone(milestone=GOAL, state=MilestoneState.DONE, was=MilestoneState.PLANNED, why="Staat online")
    assert day.say(BEN, done) is Reason.NOT_YOURS
    day.now += 7 * DAY
    day.do(ANN, done)
    row = day.tables.find(Milestone, GOAL)
    assert (row.state, row.why, row.when) == (MilestoneState.DONE, "Staat online", "2027-03-01")


def test_a_milestone_is_moved_to_another_date() -> None:
    day = planned()
    moved = TellMilestone(milestone=GOAL, state=MilestoneState.MOVED, was=MilestoneState.PLANNED, when="2027-05-01")
    day.do(LEA, moved)
    assert day.tables.find(Milestone, GOAL).when == "2027-05-01"
    assert day.say(ANN, moved) is Reason.ALREADY_MOVED


def test_one_that_is_moved_needs_a_date_and_the_others_have_none() -> None:
    day = planned()
    nowhere = TellMilestone(milestone=GOAL, state=MilestoneState.MOVED, was=MilestoneState.PLANNED)
    dated = TellMilestone(milestone=GOAL, state=MilestoneState.DONE, was=MilestoneState.PLANNED, when="2027-05-01")
    assert [day.say(ANN, wish) for wish in (nowhere, dated)] == [Reason.NOT_UNDERSTOOD] * 2


@pytest.mark.parametrize(("about", "seen_by"), [(SOUP, {ANN, LEA, FEE, OTTO}), ("", {ANN, FEE, OTTO})])
def test_a_letter_is_seen_by_who_wrote_it_and_whom_it_is_for(about: str, seen_by: set[str]) -> None:
    assert who_see(written(about), "Letter", LETTER) == seen_by


def test_a_letter_to_the_festival_is_not_the_leads_to_answer() -> None:
    assert written("").say(LEA, AnswerLetter(letter=LETTER, text="Ja")) is Reason.NOT_YOURS


def test_a_letter_can_be_taken_back_by_who_wrote_it_alone() -> None:
    day = written()
    assert day.say(BEN, TakeBackLetter(letter=LETTER)) is Reason.GONE
    day.do(ANN, TakeBackLetter(letter=LETTER))


def test_parts_are_published_one_by_one_and_taken_back() -> None:
    day = begun()
    some = Publish(about=SOUP, parts=(Part.RECIPE, Part.CARD), was=())
    day.do(OTTO, some, Publish(about="", parts=(Part.PRIZES,), was=()))
    assert public_parts(day.tables, SOUP) == (Part.CARD, Part.RECIPE)
    assert public_parts(day.tables, WHOLE) == (Part.PRIZES,)
    day.do(OTTO, Publish(about=SOUP, parts=(), was=(Part.CARD, Part.RECIPE)))
    assert public_parts(day.tables, SOUP) == () and day.tables.get(Published, SOUP) is None


def test_nobody_publishes_anew_unseen_what_somebody_else_just_took_back() -> None:
    day = begun()
    day.do(OTTO, Publish(about=SOUP, parts=(Part.CARD, Part.NOTES), was=()))
    day.do(OTTO, Publish(about=SOUP, parts=(Part.CARD,), was=(Part.CARD, Part.NOTES)))
    late = Publish(about=SOUP, parts=(Part.CARD, Part.NOTES, Part.NEEDS), was=(Part.CARD, Part.NOTES))
    assert day.say(OTTO, late) is Reason.ALREADY_MOVED
    assert public_parts(day.tables, SOUP) == (Part.CARD,)


def test_being_named_needs_no_address_and_ends_when_it_is_taken_back() -> None:
    day = begun()
    day.do(ANN, Agree(purpose=Purpose.NAMED, text="Mijn naam mag erbij"))
    assert named(day.tables, ANN) and not day.tables.all(Address)
    day.do(ANN, Disagree(purpose=Purpose.NAMED))
    assert named(day.tables, ANN) is None


def test_an_address_goes_with_the_last_consent_that_needs_it() -> None:
    day = begun()
    day.do(ANN, Agree(purpose=Purpose.NAMED, text="Mijn naam mag erbij"))
    day.do(ANN, Agree(purpose=Purpose.REPORT, text="Ja", email="ann@example.org"))
    day.do(ANN, Disagree(purpose=Purpose.REPORT))
    assert not day.tables.all(Address) and named(day.tables, ANN)


def test_a_consent_ends_by_itself_when_its_time_is_over() -> None:
    day = begun()
    day.do(ANN, Agree(purpose=Purpose.REPORT, text="Ja", email="ann@example.org"))
    day.do(ANN, Agree(purpose=Purpose.COMMUNITY, text="Ja", email="ann@example.org"))
    assert day.say(CLOCK.id, Forget()) is Reason.NOT_NOW
    day.now += 90 * DAY
    day.do(CLOCK.id, Forget())
    assert [one.purpose for one in day.tables.all(Consent)] == [Purpose.COMMUNITY]
    assert day.tables.find(Address, ANN)
    day.now += 275 * DAY
    day.do(CLOCK.id, Forget())
    assert not [*day.tables.all(Consent), *day.tables.all(Address)]


def test_how_to_reach_each_other_is_forgotten_after_a_year_on_both_sides() -> None:
    day = shared()
    day.now += 366 * DAY
    day.do(CLOCK.id, Forget())
    assert day.tables.all(Shared) == []
