"""The part of one initiative: its own numbers, and none that nobody counted for it alone."""

import pytest

from rooms.board import NoteKind
from rooms.kernel import Reason, Refused
from rooms.outcomes import outcomes
from rooms.partly import of_initiative
from server.report import as_markdown
from tests.outcome import CASE, Day, words

OTHER = "buurtmaaltijden"


def spoken() -> Day:
    """Two guests, a contact and a tip for one initiative, a tip for the other."""
    day = Day()
    anna, ben = day.guest(1), day.guest(2)
    day.note(anna, NoteKind.CONTACT, "a secret contact")
    day.note(anna, NoteKind.TIP, "Vraag de huisarts mee")
    day.note(ben, NoteKind.TIP, "Begin op tijd", OTHER)
    return day


def test_what_was_counted_for_it_alone_is_told() -> None:
    day = spoken()
    whole = outcomes(day.tables).figures
    assert (whole.people, whole.notes, whole.contacts, whole.conversations) == (2, 2, 1, 0)
    part = of_initiative(outcomes(day.tables), CASE).figures
    assert (part.notes, part.milestones, part.pledges) == (1, 0, 0)
    assert part.people is part.contacts is part.conversations is None


def test_its_report_has_no_line_for_what_nobody_counted() -> None:
    whole = outcomes(spoken().tables)
    told = as_markdown(of_initiative(whole, CASE), "nl", words("nl"))
    assert "- Mijlpalen: 0" in told
    every = as_markdown(whole, "nl", words("nl"))
    for word in ("Mensen", "Contacten", "Gesprekken"):
        assert f"- {word}" in every
        assert f"- {word}" not in told
    assert "None" not in told


def test_there_is_no_part_of_nothing() -> None:
    with pytest.raises(Refused) as refused:
        of_initiative(outcomes(spoken().tables), "nobody")
    assert refused.value.reason is Reason.GONE
