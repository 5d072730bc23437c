"""The tables in plain text: a double click opens them well in either language, and nothing in them can run."""

import csv
import io
import zipfile
from typing import Any

import pytest
from msgspec.structs import replace

from rooms.board import Note, NoteKind
from rooms.initiative import Initiative
from rooms.kernel import Put
from rooms.outcomes import outcomes
from server.csvtables import as_csv
from server.sheets import sheets
from tests.outcome import CASE, Day, planted, words


@pytest.fixture
def day() -> Day:
    day = Day()
    planted(day)
    return day


def files(day: Day, lang: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(as_csv(outcomes(day.tables), lang, words(lang)))) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def table(content: bytes, separator: str) -> list[list[str]]:
    """A table as another programme reads it."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=separator, strict=True))


def named(tables: dict[str, Any], end: str) -> Any:
    (found,) = [content for name, content in tables.items() if name.endswith(end)]
    return found


@pytest.mark.parametrize(("lang", "separator", "notes"), [("nl", ";", "Briefjes.csv"), ("en", ",", "Notes.csv")])
def test_each_sheet_is_a_table_as_spreadsheets_of_the_language_expect(
    day: Day, lang: str, separator: str, notes: str
) -> None:
    made = files(day, lang)
    told = list(sheets(outcomes(day.tables), lang, words(lang)))
    assert len(made) == len(told) and sorted(made) == list(made)
    for sheet, content in zip(told, made.values(), strict=True):
        assert content.startswith(b"\xef\xbb\xbf") and content.endswith(b"\r\n")
        head, *rows = table(content, separator)
        assert head == [words(lang)(word) for word in sheet.heads]
        assert {len(row) for row in rows} <= {len(head)}
        assert len(rows) == len(list(sheet.rows))
    assert any("a plain tip" in row for row in table(named(made, notes), separator))


def test_numbers_days_and_times_are_as_the_language_reads_them(day: Day) -> None:
    dutch, english = files(day, "nl"), files(day, "en")
    assert table(named(dutch, "Mijlpalen.csv"), ";")[1][3] == "2022-03-01"
    assert table(named(dutch, "Recepten.csv"), ";")[1][1] == "1,0"
    assert table(named(english, "Recipes.csv"), ",")[1][1] == "1.0"
    assert any("2023-11-14 23:13" in row for row in table(named(dutch, "Briefjes.csv"), ";"))


HARD = [
    "=1+1",
    "+31 zes",
    "-1 voor geld",
    "@SUM(A1)",
    "\t=1+1",
    "  =1+1",
    '=HYPERLINK("https://evil.example";"klik")',
    'a;b,c"d\ne',
    "één ☀️ \u202eomgedraaid",
    "'quoted",
    "code _x0041_ hier",
]


@pytest.mark.parametrize("text", HARD)
@pytest.mark.parametrize(("lang", "separator"), [("nl", ";"), ("en", ",")])
def test_what_people_wrote_is_one_cell_of_text_to_the_letter(day: Day, text: str, lang: str, separator: str) -> None:
    note = Note(id="n", board=CASE, author="x", name="X", kind=NoteKind.TOP, text=text, at=1)
    day.tables.apply([Put(note)])
    rows = [row for content in files(day, lang).values() for row in table(content, separator)]
    found = [cell for row in rows for cell in row if text.strip() in cell]
    runs = text.lstrip()[0] in "=+-@"
    assert set(found) == {f"'{text}" if runs else text}
    assert not [cell for row in rows for cell in row if cell.lstrip()[:1] in ("=", "+", "@", "-") and cell != ""]


def test_a_name_that_no_file_may_have_becomes_one(day: Day) -> None:
    case = day.tables.find(Initiative, CASE)
    for name in ("../../etc/passwd", "C:\\weg", "naam\x00\n", "", "x" * 300, "مطبخ الحي"):
        day.tables.apply([Put(replace(case, name=name))])
        made = list(files(day, "nl"))
        assert all(set(one).isdisjoint('/\\:*?"<>|\0\n') and ".." not in one and len(one) < 70 for one in made)


def test_the_same_outcomes_give_the_same_bytes(day: Day) -> None:
    assert as_csv(outcomes(day.tables), "nl", words("nl")) == as_csv(outcomes(day.tables), "nl", words("nl"))
