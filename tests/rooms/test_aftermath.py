"""What came of the day for the time after it: help, groups, recipes, goals, and nothing between two people."""

import msgspec
import pytest

from rooms.board import NoteKind
from rooms.contacts import ShareContact
from rooms.experts import JoinGroup, OpenGroup, Product
from rooms.goals import TagInitiative, TagNote
from rooms.inbox import LetterKind, WriteLetter
from rooms.initiative import NeedKind, RecipePart
from rooms.offers import How, MakeOffer, Reply, ReplyToOffer
from rooms.outcomes import outcomes
from rooms.people import Person
from rooms.plans import AddNeed
from rooms.recipe import BeginVersion, EditPart, PutBehind
from tests.outcome import CASE, Day


@pytest.fixture
def day() -> Day:
    day = Day()
    day.say(AddNeed(id="need000000000000", initiative=CASE, kind=NeedKind.MONEY, text="een ton"))
    offer = MakeOffer(id="offer00000000000", need="need000000000000", how=How.CAN, what="een gift")
    day.say(offer, giver := day.guest(1))
    day.say(ReplyToOffer(offer="offer00000000000", reply=Reply.YES, was=Reply.NONE))
    day.say(ShareContact(offer="offer00000000000", contact="secret@buurt.example.org", text="secret words"), giver)
    return day


def test_an_offer_is_told_with_its_answer_and_how_to_reach_nobody(day: Day) -> None:
    came = outcomes(day.tables)
    (offer,) = [offer for row in came.initiatives for offer in row.offers]
    assert (offer.need, offer.what, offer.reply, offer.name) == ("een ton", "een gift", Reply.YES, "Gast 1")
    (found,) = [row for row in came.help if row.kind is NeedKind.MONEY and row.found]
    assert (found.offered, found.found) == (1, 1)
    assert [(row.initiative, row.count) for row in came.connections] == [(CASE, 1)]
    assert b"secret" not in msgspec.json.encode(came)


def test_a_group_tells_what_is_brought_and_not_by_whom(day: Day) -> None:
    day.say(OpenGroup(id="group00000000000", initiative=CASE, product=Product.PODCAST, title="Podcast"))
    guest: Person = day.guest(7)
    day.say(JoinGroup(id="member0000000000", group="group00000000000", brings="een microfoon"), guest)
    (group,) = [group for row in outcomes(day.tables).initiatives for group in row.groups]
    assert (group.members, group.brings) == (1, ("een microfoon",))
    assert b"Gast 7" not in msgspec.json.encode(outcomes(day.tables))


def test_of_letters_only_their_number_is_told(day: Day) -> None:
    day.say(WriteLetter(id="letter0000000000", initiative="", kind=LetterKind.QUESTION, text="secret"), day.guest(2))
    came = outcomes(day.tables)
    assert [(row.written, row.unanswered) for row in came.letters if row.kind is LetterKind.QUESTION] == [(1, 1)]
    assert b"secret" not in msgspec.json.encode(came)


def test_a_recipe_that_grew_names_the_tip_and_goals_count_what_works_for_them(day: Day) -> None:
    tip = day.note(day.guest(3), NoteKind.TIP, "korter")
    day.say(TagNote(note=tip, goals=(11,)))
    day.say(TagInitiative(initiative=CASE, goals=(11,)))
    day.say(BeginVersion(initiative=CASE, after=10))
    part = next(p for p in day.tables.where(RecipePart, "initiative", CASE) if p.version == 20)
    day.say(EditPart(part=part.id, text="Heel anders", was=part.text))
    day.say(PutBehind(part=part.id, note=tip, behind=True))
    came = outcomes(day.tables)
    (grown,) = [grown for row in came.initiatives for grown in row.grown]
    (changed,) = [one for one in grown.parts if one.changed]
    assert [(note.text, note.name) for note in changed.notes] == [("korter", "Gast 3")]
    assert [(goal.goal, goal.initiatives, goal.notes) for goal in came.goals] == [(11, (CASE,), 1)]
    assert [row.notes for row in came.over_time] == [1]
