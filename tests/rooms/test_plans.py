"""Days that a milestone may have, and words that two people change at once."""

import pytest
from msgspec.structs import replace

from rooms.festival import decide
from rooms.initiative import Initiative, Need, NeedKind
from rooms.kernel import Put, Reason, Refused, Tables
from rooms.milestones import AddMilestone, EditMilestone, Milestone, MilestoneField
from rooms.people import Person, Role
from rooms.plans import EditInitiative, EditNeed, Field, NeedField

CASE = Initiative(id="kunstpost", order=1, name="KunstPost", place="Den Haag", what="Kunst", dream="Een gebouw")
LEAD = Person(id="lead", name="Noor", role=Role.LEAD, initiative="kunstpost")
OTHER = Person(id="other", name="Bo", role=Role.LEAD, initiative="buurtmaaltijden")
GOAL = Milestone(id="goal", initiative="kunstpost", what="De eerste huurder", who="Noor", when="2027-03-01")
ASKED = Need(id="asked", initiative="kunstpost", order=1, kind=NeedKind.SPACE, text="Een gebouw")
TABLES = Tables([CASE, GOAL, ASKED])


def milestone(when: str) -> AddMilestone:
    return AddMilestone(id="m" * 16, initiative="kunstpost", what="De eerste huurder", when=when)


@pytest.mark.parametrize("when", ["", "2026-02-28", "2028-02-29", "2026-12-31"])
def test_a_milestone_has_a_day_of_the_calendar_or_none(when: str) -> None:
    (change,) = decide(TABLES, milestone(when), LEAD, 0)
    assert isinstance(change, Put)
    assert change.record.when == when  # type: ignore[attr-defined]


@pytest.mark.parametrize("when", ["2026-02-29", "2026-04-31", "1999-12-31", "31-12-2026", "soon", "2026-13-01"])
def test_a_day_that_no_calendar_has_is_refused(when: str) -> None:
    with pytest.raises(Refused) as no:
        list(decide(TABLES, milestone(when), LEAD, 0))
    assert no.value.reason is Reason.BAD_LENGTH


def test_whoever_comes_second_hears_what_is_there_now() -> None:
    wish = EditInitiative(initiative="kunstpost", field=Field.DREAM, text="Twee gebouwen", was="Een tent")
    with pytest.raises(Refused) as no:
        list(decide(TABLES, wish, LEAD, 0))
    assert (no.value.reason, no.value.present) == (Reason.CHANGED_MEANWHILE, "Een gebouw")


def test_another_initiatives_words_are_not_ones_own() -> None:
    wish = EditInitiative(initiative="kunstpost", field=Field.DREAM, text="Niets", was="Een gebouw")
    with pytest.raises(Refused) as no:
        list(decide(TABLES, wish, OTHER, 0))
    assert no.value.reason is Reason.NOT_YOURS


def change(field: MilestoneField, text: str, was: str) -> EditMilestone:
    return EditMilestone(milestone="goal", field=field, text=text, was=was)


def test_two_who_change_other_parts_of_a_milestone_keep_each_others_words() -> None:
    day = Tables([CASE, GOAL])
    for wish in (
        change(MilestoneField.WHO, "Bo", "Noor"),
        change(MilestoneField.WHAT, "De tweede huurder", "De eerste huurder"),
        change(MilestoneField.WHEN, "", "2027-03-01"),
    ):
        day.apply(decide(day, wish, LEAD, 0))
    there = day.find(Milestone, "goal")
    assert (there.what, there.who, there.when) == ("De tweede huurder", "Bo", "")


@pytest.mark.parametrize(
    ("wish", "present"),
    [
        (change(MilestoneField.WHO, "Bo", "Ali"), "Noor"),
        (change(MilestoneField.WHEN, "", "2027-04-01"), "2027-03-01"),
        (EditNeed(need="asked", field=NeedField.KIND, text="money", was="people"), "space"),
        (EditNeed(need="asked", field=NeedField.TEXT, text="Geld", was="Een tent"), "Een gebouw"),
    ],
)
def test_two_who_change_the_same_part_do_not_undo_each_other(wish: EditMilestone | EditNeed, present: str) -> None:
    with pytest.raises(Refused) as no:
        list(decide(TABLES, wish, LEAD, 0))
    assert (no.value.reason, no.value.present) == (Reason.CHANGED_MEANWHILE, present)


@pytest.mark.parametrize(
    ("wish", "reason"),
    [
        (change(MilestoneField.WHEN, "2027-02-30", "2027-03-01"), Reason.BAD_LENGTH),
        (change(MilestoneField.WHO, "o" * 61, "Noor"), Reason.BAD_LENGTH),
        (change(MilestoneField.WHAT, " ", "De eerste huurder"), Reason.BAD_LENGTH),
        (EditNeed(need="asked", field=NeedField.KIND, text="gold", was="space"), Reason.NOT_UNDERSTOOD),
        (EditNeed(need="asked", field=NeedField.TEXT, text="", was="Een gebouw"), Reason.BAD_LENGTH),
    ],
)
def test_a_part_takes_only_what_it_is_for(wish: EditMilestone | EditNeed, reason: Reason) -> None:
    with pytest.raises(Refused) as no:
        list(decide(TABLES, wish, LEAD, 0))
    assert no.value.reason is reason


def test_a_need_becomes_one_for_another_kind_of_help_and_keeps_its_words() -> None:
    (change_of_kind,) = decide(TABLES, EditNeed(need="asked", field=NeedField.KIND, text="money", was="space"), LEAD, 0)
    assert change_of_kind == Put(replace(ASKED, kind=NeedKind.MONEY))
