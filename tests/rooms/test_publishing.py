"""What anybody may read: exactly the parts that are published, and nobody's name who did not agree to that."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from rooms.ballot import Prize
from rooms.goodbye import Agree, Purpose
from rooms.initiative import Initiative, Need, PartKind, RecipePart
from rooms.keeping import DAY
from rooms.kernel import Put
from rooms.openforms import OpenFestival, OpenInitiative
from rooms.people import Person
from rooms.published import open_festival, open_initiative
from rooms.publishing import WHOLE, Part, Published, public_parts
from rooms.recipe import BeginVersion, EditPart, PutBehind
from tests.outcome import BEGAN, CASE, Day, planted
from tests.rooms.said import ANN, LEA, SOUP, begun

MARKS = {
    Part.CARD: "Jongeren maken zelf",
    Part.NEEDS: "a plain need",
    Part.NOTES: "a plain top",
    Part.RECIPE: "a plain ingredient",
    Part.MILESTONES: "a plain milestone",
    Part.NUMBERS: '"people":',
    Part.CONVERSATIONS: "a plain insight",
    Part.PRIZES: "a plain prize",
}


def secretive() -> Day:
    """A festival with secrets in every corner, and something of each part."""
    day = Day()
    planted(day)
    tables = day.tables
    initiative = tables.find(Initiative, CASE)
    need = min(tables.where(Need, "initiative", CASE), key=lambda need: need.id)
    tables.apply(
        [
            Put(replace(initiative, what=MARKS[Part.CARD])),
            Put(replace(need, text=MARKS[Part.NEEDS])),
            Put(RecipePart(id="secretpart", initiative=CASE, order=9, kind=PartKind.STEP, text=MARKS[Part.RECIPE])),
            Put(Prize(id="secretprize", ballot="x", order=1, title=MARKS[Part.PRIZES], giver="Bank", revealed=True)),
            Put(Prize(id="secretprize2", ballot="x", order=2, title="x", giver="secret giver")),
        ]
    )
    return day


def readable(day: Day) -> str:
    """All that anybody can read, as one text, without the ids of initiatives."""
    told: tuple[OpenFestival | OpenInitiative | None, ...] = (
        open_festival(day.tables),
        *(open_initiative(day.tables, row.id) for row in day.tables.all(Initiative)),
    )
    return msgspec.json.encode(told).decode()


parts = st.lists(st.sampled_from(list(Part)), unique=True).map(tuple)


@settings(deadline=None, max_examples=60)
@given(whole=parts, of_case=parts, of_other=parts, named=st.sets(st.integers(0, 5)))
def test_exactly_what_is_published_can_be_read_and_only_who_agreed_is_named(
    whole: tuple[Part, ...], of_case: tuple[Part, ...], of_other: tuple[Part, ...], named: set[int]
) -> None:
    day = secretive()
    public = {WHOLE: whole, CASE: of_case, "buurtmaaltijden": of_other}
    day.tables.apply([Put(Published(id=about, parts=parts, at=1)) for about, parts in public.items() if parts])
    for number in named:
        guest = day.tables.find(Person, f"secret-guest{number:04}")
        day.say(Agree(purpose=Purpose.NAMED, text="secret consent"), guest)
    text = readable(day)
    assert "secret" not in text and "Mila" not in text and "plain pledge" not in text
    for part, mark in MARKS.items():
        there = part in (whole if part in (Part.NUMBERS, Part.CONVERSATIONS, Part.PRIZES) else of_case)
        assert (mark in text) == there, part
    assert {number for number in range(6) if f"Gast {number}" in text} <= named
    assert ("Gast 1" in text) == (1 in named and Part.NOTES in of_case)
    assert ("Gast 4" in text) == (4 in named and Part.CONVERSATIONS in whole)


def test_nothing_is_there_to_read_before_anything_is_published_or_of_what_is_not_there() -> None:
    day = secretive()
    assert open_festival(day.tables) is None and open_initiative(day.tables, CASE) is None
    day.tables.apply([Put(Published(id=CASE, parts=(Part.NUMBERS,), at=1))])
    assert open_initiative(day.tables, CASE) is None, "an initiative has no numbers of its own"
    assert open_initiative(day.tables, "nowhere") is None


def test_what_is_still_asked_comes_before_what_was_found() -> None:
    """One need was met that was planted, and one more here."""
    day = secretive()
    first, *others = sorted(day.tables.where(Need, "initiative", CASE), key=lambda need: (need.order, need.id))
    day.tables.apply([Put(replace(first, found=2)), Put(Published(id=CASE, parts=(Part.NEEDS,), at=1))])
    row = open_initiative(day.tables, CASE)
    assert row is not None and row.needs is not None
    assert [need.found for need in row.needs] == [0] * (len(others) - 1) + [2, 1]
    festival = open_festival(day.tables)
    assert festival is not None
    assert [(entry.id, entry.place, entry.asks) for entry in festival.initiatives] == [(CASE, "", len(others) - 1)]


def test_it_is_told_until_when_people_agreed_to_be_named() -> None:
    day = secretive()
    day.tables.apply([Put(Published(id=CASE, parts=(Part.NOTES,), at=1))])
    row = open_initiative(day.tables, CASE)
    assert row is not None and row.named_until == 0
    day.say(Agree(purpose=Purpose.NAMED, text="ja"), day.tables.find(Person, "secret-guest0001"))
    row = open_initiative(day.tables, CASE)
    assert row is not None and row.named_until == BEGAN + 365 * DAY


def test_the_notes_behind_a_change_of_the_recipe_are_told_only_when_the_notes_are() -> None:
    day = begun()
    note = day.note(ANN, "Zet het vuur lager")
    day.do(LEA, BeginVersion(initiative=SOUP, after=10))
    day.do(LEA, EditPart(part="soup-part-20", text="Pan op laag vuur", was="Pan op het vuur"))
    day.do(LEA, PutBehind(part="soup-part-20", note=note, behind=True))
    for parts, behind in (((Part.RECIPE,), []), ((Part.NOTES, Part.RECIPE), ["Zet het vuur lager"])):
        day.tables.apply([Put(Published(id=SOUP, parts=parts, at=1))])
        assert public_parts(day.tables, SOUP) == parts
        row = open_initiative(day.tables, SOUP)
        assert row is not None and row.recipe is not None
        assert (row.recipe.version, row.recipe.before) == (20, 10)
        assert row.recipe.parts == {PartKind.STEP: ("Pan op laag vuur",)}
        (change,) = row.recipe.changes
        assert [span.text for span in change.spans] == ["Pan op", "het", "laag", "vuur"]
        assert [(one.text, one.name) for one in change.notes] == [(text, "") for text in behind]
