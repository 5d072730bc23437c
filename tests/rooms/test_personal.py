"""What somebody is told of themselves: every record that bears them, and nothing of others."""

import pytest

from rooms.people import Person
from rooms.personal import TOLD, lines_of, records_of, told
from tests.laws import pack
from tests.rooms.improvise import play, seeded
from tests.rooms.said import ANN, begun

WORKINGS = {"Device", "Table", "MergeAsked"}
"""What bears an id only for things to work: receipts of wishes, who does what at a table, what was asked of whom."""
OTHERS = {"Shared"}
"""What may bear the id of who it is told to, and is another's."""


@pytest.mark.parametrize("seed", range(4))
def test_every_record_that_bears_somebody_is_told_to_them(seed: int) -> None:
    tables = play(seeded(seed), turns=120)[0].tables
    for person in tables.all(Person):
        told_of = {(type(row).__name__, row.id) for row in records_of(tables, person)}
        bearing = [row for row in tables.records() if person.id.encode() in pack(row)]
        left = {type(row).__name__ for row in bearing if (type(row).__name__, row.id) not in told_of}
        assert left <= WORKINGS | OTHERS


def test_what_has_words_is_told_in_words_too() -> None:
    tables = play(seeded(2), turns=150)[0].tables
    sorts = set()
    for person in tables.all(Person):
        rows = [row for row in records_of(tables, person) if type(row) in TOLD]
        lines = list(lines_of(tables, person))
        assert len(lines) == len(rows)
        sorts |= {line.sort for line in lines}
    assert len(sorts) > 4


def test_no_secret_of_a_link_is_told() -> None:
    day = begun()
    assert "fingerprint" not in repr(told(day.tables, day.tables.find(Person, ANN)))
