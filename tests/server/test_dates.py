"""Milestones in people's own calendars: read by another programme, moved and crossed out there, and only one's own."""

from datetime import date
from typing import Any

import pytest
from icalendar import Calendar
from msgspec.structs import replace

from rooms.experts import JoinGroup, OpenGroup, Product
from rooms.harvest import MakePledge, Terms
from rooms.initiative import NeedKind
from rooms.kernel import Put
from rooms.milestones import AddMilestone, EditMilestone, Milestone, MilestoneField, MilestoneState, TellMilestone
from rooms.mine import milestones_of
from rooms.offers import How, MakeOffer, Reply, ReplyToOffer
from rooms.outcomes import outcomes
from rooms.partly import of_initiative
from rooms.people import Person, Role
from rooms.plans import AddNeed
from server.dates import as_ics
from tests.outcome import CASE, Day, words

STONE = "stone00000000000"
OTHER = "buurtmaaltijden"


@pytest.fixture
def day() -> Day:
    day = Day()
    stone = AddMilestone(
        id=STONE, initiative=CASE, what="Naam; komma, en \\ strepen\nop twee regels", when="2022-03-01"
    )
    day.say(stone)
    day.say(AddMilestone(id="stone00000000001", initiative=CASE, what="zonder dag"))
    day.say(AddMilestone(id="stone00000000002", initiative=OTHER, what="x" * 300, who="Mila", when="2022-12-31"))
    return day


def read(day: Day) -> dict[str, dict[str, Any]]:
    """The file as another programme reads it, by the names of its entries."""
    made = as_ics(outcomes(day.tables), words("nl"))
    assert made.endswith(b"\r\n") and all(len(line) <= 75 for line in made.split(b"\r\n"))
    calendar = Calendar.from_ical(made)
    assert isinstance(calendar, Calendar)
    assert (calendar["METHOD"], calendar["VERSION"]) == ("PUBLISH", "2.0")
    return {str(event["UID"]): dict(event.items()) for event in calendar.walk("VEVENT")}


def test_every_milestone_with_a_day_is_a_whole_day(day: Day) -> None:
    first, second = read(day).values()
    assert str(first["SUMMARY"]) == "KunstPost: Naam; komma, en \\ strepen\nop twee regels"
    assert (first["DTSTART"].dt, first["DTEND"].dt) == (date(2022, 3, 1), date(2022, 3, 2))
    assert second["DTEND"].dt == date(2023, 1, 1)
    assert str(second["SUMMARY"]) == "Buurtmaaltijden: " + "x" * 300
    assert "Mila" in str(second["DESCRIPTION"])


def test_one_that_moves_is_the_same_entry_and_one_that_is_dropped_is_crossed_out(day: Day) -> None:
    planned = MilestoneState.PLANNED
    before = read(day)
    tell = TellMilestone(milestone=STONE, state=MilestoneState.MOVED, was=planned, when="2022-04-01", why="te druk")
    day.say(tell)
    day.say(TellMilestone(milestone="stone00000000002", state=MilestoneState.DROPPED, was=planned, why="geen geld"))
    after = read(day)
    assert sorted(after) == sorted(before)
    moved, dropped = after.values()
    assert moved["DTSTART"].dt == date(2022, 4, 1)
    assert "te druk" in str(moved["DESCRIPTION"])
    assert int(str(moved["SEQUENCE"])) > int(str(before[str(moved["UID"])]["SEQUENCE"]))
    assert (str(moved["STATUS"]), str(dropped["STATUS"])) == ("CONFIRMED", "CANCELLED")


def test_each_change_is_a_newer_word_on_the_same_entry(day: Day) -> None:
    def sequence() -> int:
        (found,) = [event["SEQUENCE"] for event in read(day).values() if "Naam" in str(event["SUMMARY"])]
        return int(str(found))

    told, was = [sequence()], MilestoneState.PLANNED
    for state, when in (("moved", "2022-04-01"), ("moved", "2022-05-01"), ("dropped", ""), ("planned", "")):
        day.say(TellMilestone(milestone=STONE, state=MilestoneState(state), was=was, when=when))
        was = MilestoneState(state)
        told.append(sequence())
    day.say(EditMilestone(milestone=STONE, field=MilestoneField.WHEN, text="2022-06-01", was="2022-05-01"))
    assert [*told, sequence()] == [0, 1, 2, 3, 4, 5]


def test_of_one_initiative_only_its_own(day: Day) -> None:
    made = as_ics(of_initiative(outcomes(day.tables), OTHER), words("nl"))
    assert b"Buurtmaaltijden" in made and b"KunstPost" not in made


def test_a_festival_without_milestones_gives_a_calendar_without_entries() -> None:
    assert read(Day()) == {}


def test_nobodys_words_can_make_an_entry(day: Day) -> None:
    row = day.tables.find(Milestone, STONE)
    day.tables.apply([Put(replace(row, what="x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:evil", why="\x00\x0b\u2028"))])
    assert len(read(day)) == 2


def mine(day: Day, person: Person) -> set[str]:
    return {row.id for row in milestones_of(day.tables, day.tables.find(Person, person.id))}


def test_a_lead_has_those_of_the_initiative_and_a_guest_none(day: Day) -> None:
    lead = Person(id="lead000000000000", name="Lea", role=Role.LEAD, initiative=CASE)
    day.tables.apply([Put(lead)])
    assert mine(day, lead) == {STONE, "stone00000000001"}
    assert mine(day, day.guest(1)) == set()


def test_who_helps_has_those_of_the_initiative_and_who_is_in_a_group_those_of_the_group(day: Day) -> None:
    giver, promiser, expert = day.guest(1), day.guest(2), day.guest(3)
    day.say(AddNeed(id="need000000000000", initiative=OTHER, kind=NeedKind.MONEY, text="een ton"))
    day.say(MakeOffer(id="offer00000000000", need="need000000000000", how=How.CAN, what="een gift"), giver)
    assert mine(day, giver) == set()
    day.say(ReplyToOffer(offer="offer00000000000", reply=Reply.YES, was=Reply.NONE))
    assert mine(day, giver) == {"stone00000000002"}
    day.say(MakePledge(id="pledge0000000000", initiative=CASE, what="soep", when="", terms=Terms.UNPAID), promiser)
    assert mine(day, promiser) == {STONE, "stone00000000001"}
    day.say(OpenGroup(id="group00000000000", initiative=OTHER, product=Product.METHOD, title="Hoe"))
    day.say(JoinGroup(id="member0000000000", group="group00000000000", brings="pen"), expert)
    day.say(AddMilestone(id="stone00000000003", initiative=OTHER, what="concept", group="group00000000000"), expert)
    assert mine(day, expert) == {"stone00000000003"}
    assert mine(day, giver) == {"stone00000000002"}


def test_another_day_for_the_same_words_stays_the_same_entry(day: Day) -> None:
    before = sorted(read(day))
    edit = EditMilestone(milestone=STONE, field=MilestoneField.WHEN, text="2022-05-05", was="2022-03-01")
    day.say(edit)
    assert sorted(read(day)) == before
