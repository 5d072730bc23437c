"""The recipe that grows: a new version from the old one, the notes behind a part, and what changed word by word."""

import json

import pytest

from rooms.board import HideNote, NoteKind
from rooms.difference import Mark, difference, spans
from rooms.goals import TagInitiative, TagNote
from rooms.initiative import Initiative, PartKind, RecipePart
from rooms.kernel import Reason
from rooms.recipe import AddPart, BeginVersion, DropPart, EditPart, PutBehind, parts_of
from server.settings import PROJECT
from tests.rooms.said import ANN, BEN, BIKE, FEE, LEA, SOUP, Said, begun, new_id

COPY = "soup-part-20"


def grown() -> Said:
    """A day on which recipe 2.0 was begun."""
    day = begun()
    day.do(LEA, BeginVersion(initiative=SOUP, after=10))
    return day


def texts(day: Said, version: int) -> list[str]:
    return [part.text for part in parts_of(day.tables, SOUP, version)]


def test_a_new_version_begins_as_a_copy_and_the_old_one_stays_as_it_was() -> None:
    day = grown()
    day.do(LEA, EditPart(part=COPY, text="Pan op een laag vuur", was="Pan op het vuur"))
    assert (texts(day, 10), texts(day, 20)) == (["Pan op het vuur"], ["Pan op een laag vuur"])
    assert day.tables.find(RecipePart, COPY).of == "soup-part"


def test_what_came_before_the_newest_version_can_not_be_changed() -> None:
    day = grown()
    assert day.say(LEA, EditPart(part="soup-part", text="Soep", was="Pan op het vuur")) is Reason.NOT_NOW
    assert day.say(LEA, DropPart(part="soup-part")) is Reason.NOT_NOW
    late = AddPart(id=new_id("part"), initiative=SOUP, kind=PartKind.STEP, text="Roer", version=10)
    assert day.say(LEA, late) is Reason.NOT_NOW


def test_two_leads_who_begin_it_together_begin_one_version() -> None:
    day = grown()
    assert day.say(LEA, BeginVersion(initiative=SOUP, after=10)) is Reason.ALREADY_MOVED
    assert day.tables.find(Initiative, SOUP).recipe == 20


def test_a_third_version_comes_from_the_second() -> None:
    day = grown()
    day.do(LEA, BeginVersion(initiative=SOUP, after=20))
    assert [part.id for part in parts_of(day.tables, SOUP, 30)] == ["soup-part-30"]
    assert day.tables.find(RecipePart, "soup-part-30").of == COPY


def test_the_notes_behind_a_part_are_told_with_what_changed() -> None:
    day = grown()
    note = day.note(ANN, "Zet het vuur lager")
    day.do(LEA, PutBehind(part=COPY, note=note, behind=True))
    day.do(LEA, EditPart(part=COPY, text="Pan op een laag vuur", was="Pan op het vuur"))
    (row,) = difference(day.tables, SOUP, 20)
    assert [(span.mark, span.text) for span in row.spans] == [
        (Mark.SAME, "Pan op"),
        (Mark.GONE, "het"),
        (Mark.NEW, "een laag"),
        (Mark.SAME, "vuur"),
    ]
    assert [one.id for one in row.notes] == [note]
    assert row.changed


def test_a_note_that_is_hidden_or_taken_off_is_behind_nothing() -> None:
    day = grown()
    note = day.note(ANN)
    day.do(LEA, PutBehind(part=COPY, note=note, behind=True))
    day.do(FEE, HideNote(note=note, hidden=True))
    assert difference(day.tables, SOUP, 20)[0].notes == ()
    day.do(FEE, HideNote(note=note, hidden=False))
    day.do(LEA, PutBehind(part=COPY, note=note, behind=False))
    assert difference(day.tables, SOUP, 20)[0].notes == ()


@pytest.mark.parametrize(("kind", "board"), [(NoteKind.CONTACT, SOUP), (NoteKind.TIP, BIKE)])
def test_a_contact_or_a_note_of_another_initiative_is_behind_no_part(kind: NoteKind, board: str) -> None:
    day = grown()
    note = day.note(ANN, "Bel 06", kind, board)
    assert day.say(LEA, PutBehind(part=COPY, note=note, behind=True)) is Reason.GONE


def test_what_came_and_what_went_are_told_too() -> None:
    day = grown()
    day.do(LEA, DropPart(part=COPY))
    day.do(LEA, AddPart(id=new_id("part"), initiative=SOUP, kind=PartKind.PITFALL, text="Zout", version=20))
    marks = [(row.kind, [span.mark for span in row.spans]) for row in difference(day.tables, SOUP, 20)]
    assert marks == [(PartKind.PITFALL, [Mark.NEW]), (PartKind.STEP, [Mark.GONE])]


@pytest.mark.parametrize("text", ["", "een", "een twee drie"])
def test_the_same_words_are_no_change(text: str) -> None:
    assert {span.mark for span in spans(text, text)} <= {Mark.SAME}


def test_goals_are_kept_in_their_order_each_once() -> None:
    day = begun()
    note = day.note(ANN)
    day.do(ANN, TagNote(note=note, goals=(11, 3, 11)))
    day.do(LEA, TagInitiative(initiative=SOUP, goals=(17, 1)))
    assert day.tables.find(Initiative, SOUP).goals == (1, 17)


@pytest.mark.parametrize("goal", [0, 18, -1])
def test_a_number_that_is_no_goal_is_refused(goal: int) -> None:
    assert begun().say(LEA, TagInitiative(initiative=SOUP, goals=(goal,))) is Reason.NOT_UNDERSTOOD


def test_others_do_not_tag_somebodys_note() -> None:
    day = begun()
    assert day.say(BEN, TagNote(note=day.note(ANN), goals=(1,))) is Reason.NOT_YOURS


def test_the_examples_that_the_client_is_held_against_are_ours() -> None:
    """`client/tests/differences.json`; the client's own test reads the same."""
    examples = json.loads((PROJECT / "client" / "tests" / "differences.json").read_text(encoding="utf-8"))
    told = [[[mark, text] for mark, text in spans(one["was"], one["now"])] for one in examples]
    assert told == [one["spans"] for one in examples]
    assert len(examples) > 50
