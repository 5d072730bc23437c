"""Days that a milestone may have, and words that two people change at once."""

import pytest

from rooms.festival import decide
from rooms.initiative import Initiative
from rooms.kernel import Put, Reason, Refused, Tables
from rooms.people import Person, Role
from rooms.plans import AddMilestone, EditInitiative, Field

CASE = Initiative(id="kunstpost", order=1, name="KunstPost", place="Den Haag", what="Kunst", dream="Een gebouw")
LEAD = Person(id="lead", name="Noor", role=Role.LEAD, initiative="kunstpost")
OTHER = Person(id="other", name="Bo", role=Role.LEAD, initiative="buurtmaaltijden")
TABLES = Tables([CASE])


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
