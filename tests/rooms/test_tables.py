"""Nobody writes in a table: changes are applied in one place, and a draft leaves what lies below it alone."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooms.board import Note, NoteKind
from rooms.kernel import Change, Draft, Drop, Put, Reason, Record, Refused, Step, Tables
from rooms.people import Link, Person, Role
from tests.laws import draft_is_tables, packed
from tests.rooms.said import ANN, BIKE, SOUP


def note(row: str, board: str = SOUP, text: str = "Hoi") -> Note:
    return Note(id=row, board=board, author=ANN, name="Ann", kind=NoteKind.TIP, text=text, at=1)


PERSON = Person(id=ANN, name="Ann", role=Role.PARTICIPANT)
SOME: list[Record] = [note("a"), note("b", BIKE), PERSON, Link(id="l", role=Role.LEAD, label="L", fingerprint="f")]
ANY_CHANGE = st.one_of(
    st.builds(note, st.sampled_from("abcd"), st.sampled_from([SOUP, BIKE])).map(Put),
    st.sampled_from("abcd").map(lambda row: Drop("Note", row)),
    st.sampled_from([Put(PERSON), Drop("Person", ANN), Drop("Prize", "none")]),
)


@pytest.mark.parametrize("order", list(itertools.permutations(SOME)))
def test_the_same_records_are_the_same_bytes_in_whatever_order_they_came(order: tuple[Record, ...]) -> None:
    assert packed(Tables(order)) == packed(Tables(SOME))


def test_applying_tells_what_was_there_before_and_after() -> None:
    tables = Tables([note("a")])
    steps = tables.apply([Put(note("a", text="Ha")), Put(note("b")), Drop("Note", "a"), Drop("Note", "none")])
    assert steps == [
        Step(note("a"), note("a", text="Ha")),
        Step(None, note("b")),
        Step(note("a", text="Ha"), None),
        Step(None, None),
    ]


def test_what_is_not_there_is_not_found() -> None:
    for festival in (Tables(SOME), Draft(Tables(SOME))):
        assert festival.get(Note, "none") is None
        with pytest.raises(Refused) as no:
            festival.find(Note, "none")
        assert no.value.reason is Reason.GONE


def test_a_note_that_moves_is_found_where_it_is_and_not_where_it_was() -> None:
    tables = Tables([note("a")])
    tables.apply([Put(note("a", BIKE))])
    assert [len(tables.where(Note, "board", board)) for board in (SOUP, BIKE)] == [0, 1]


@given(st.lists(ANY_CHANGE, max_size=6), st.lists(ANY_CHANGE, max_size=6))
def test_a_draft_answers_as_the_tables_would(before: list[Change], after: list[Change]) -> None:
    tables = Tables(SOME)
    tables.apply(before)
    below = packed(tables)
    draft_is_tables(tables, after)
    assert packed(tables) == below, "a draft wrote in the tables below it"
