"""The spreadsheet: numbers are numbers, dates are dates, and what people wrote is text that nothing can make run."""

import io
import re
import zipfile
from datetime import datetime
from time import process_time
from typing import Any

import pytest
from msgspec.structs import replace
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from rooms.ballot import CloseBallot, DecidedBy, Prize, RevealPrize
from rooms.board import Note, NoteKind
from rooms.initiative import About, Initiative, RecipePart
from rooms.kernel import Put, Tables
from rooms.outcomes import outcomes
from rooms.people import Person, Role
from rooms.programme import OpenRound
from server.spreadsheet import LONGEST, as_xlsx, plain, sheet_name, units
from tests.outcome import BEGAN, CASE, Day, planted, words


@pytest.fixture
def day() -> Day:
    day = Day()
    planted(day)
    return day


def rows(book: Workbook, sheet: str) -> list[dict[str, Any]]:
    """What a sheet tells: each row by its headings."""
    heads, *others = book[sheet].iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in others]


def written_in(day: Day, text: str) -> Cell:
    """The cell in which this text stands, when somebody wrote it in a note."""
    day.tables.apply([Put(Note(id="n", board=CASE, author="x", name="X", kind=NoteKind.TOP, text=text, at=1))])
    cells = [cell for row in day.book()["Briefjes"].iter_rows() for cell in row]
    (found,) = [cell for cell in cells if cell.value == plain(text)]
    return found


def raw(day: Day) -> str:
    """All that the file says of its sheets, as it is written."""
    with zipfile.ZipFile(io.BytesIO(as_xlsx(outcomes(day.tables), "nl", words("nl")))) as packed:
        return "".join(packed.read(name).decode() for name in packed.namelist() if "worksheets" in name)


def test_there_is_a_sheet_for_each_kind_and_one_for_each_initiative(day: Day) -> None:
    dutch = day.book().sheetnames
    assert dutch[:6] == ["Festijn", "De initiatieven", "Briefjes", "Hulpvragen", "Recepten", "Mijlpalen"]
    assert dutch[6:10] == ["Toezeggingen", "De gesprekken", "De prijzen", "Het programma"]
    assert dutch[18:] == [row.name for row in outcomes(day.tables).initiatives]
    assert day.book("en").sheetnames[1:4] == ["The initiatives", "Notes", "Requests for help"]


def test_every_sheet_keeps_its_headings_in_sight_and_filters_all_its_rows(day: Day) -> None:
    for sheet in day.book().worksheets:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(cell.font.bold and cell.value for cell in sheet[1])
        assert all(8 < sheet.column_dimensions[cell.column_letter].width < 80 for cell in sheet[1])
        assert all(cell.alignment.wrap_text for row in sheet.iter_rows() for cell in row if cell.value is not None)


def test_numbers_are_numbers_and_dates_are_dates(day: Day) -> None:
    day.say(OpenRound(round="round-1", after=""))
    book = day.book()
    (tip,) = [row for row in rows(book, "Briefjes") if row["Tekst"] == "a plain tip"]
    assert (tip["Stippen"], tip["Vragen dit ook"]) == (1, 0)
    assert tip["Wanneer"] == datetime(2023, 11, 14, 23, 13, 20)
    assert rows(book, "Mijlpalen")[0]["Wanneer"] == datetime(2022, 3, 1)
    assert [sheet["D2"].number_format for sheet in (book["Mijlpalen"],)] == ["dd-mm-yyyy"]
    assert rows(book, "Recepten")[0]["Versie"] == 1
    (talk,) = rows(book, "De gesprekken")
    assert (talk["Blok"], talk["Plek"], talk["Wilden erheen"], talk["Briefjes"]) == (2, 3, 1, 1)
    programme = rows(book, "Het programma")
    assert [row["Nummer"] for row in programme] == list(range(1, len(programme) + 1))
    assert (programme[0]["Begonnen"], programme[0]["Gehouden?"]) == (datetime(2023, 11, 14, 23, 13, 20), "nog bezig")
    assert (programme[1]["Begonnen"], programme[1]["Gehouden?"]) == (None, "niet gehouden")


def test_in_summer_a_moment_is_told_by_the_summer_clock(day: Day) -> None:
    note = day.tables.all(Note)[0]
    summer = BEGAN + 240 * 86_400_000
    day.tables.apply([Put(replace(note, id="s", text="summer", at=summer, hidden=False, kind=NoteKind.TOP))])
    (row,) = [row for row in rows(day.book(), "Briefjes") if row["Tekst"] == "summer"]
    assert row["Wanneer"] == datetime(2024, 7, 12, 0, 13, 20)


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "=cmd|' /C calc'!A0",
        "+31 zes",
        "-1 voor geld",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "  =1+1",
        "=",
        "==",
        '=HYPERLINK("https://evil.example","klik")',
    ],
)
def test_what_begins_like_a_formula_stays_text_to_the_letter(day: Day, text: str) -> None:
    cell = written_in(day, text)
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
    assert cell.value == text.replace("\r", "\n")
    assert "<f>" not in raw(day) and "<f " not in raw(day)


@pytest.mark.parametrize("text", ["12", "1-2", "2021-12-15", "WAAR", "#N/A", "#REF!", "gewoon", "'quoted"])
def test_words_that_look_like_a_value_are_text(day: Day, text: str) -> None:
    cell = written_in(day, text)
    assert (cell.data_type, cell.value, bool(cell.quotePrefix)) == ("s", text, False)


def test_a_name_a_title_and_a_place_can_not_run_either(day: Day) -> None:
    (about,) = day.tables.all(About)
    case = day.tables.find(Initiative, CASE)
    run = "=1+1"
    day.tables.apply([Put(replace(about, title=run, welcome=run)), Put(replace(case, name=run, place=run, dream=run))])
    cells = [cell for sheet in day.book().worksheets for row in sheet.iter_rows() for cell in row]
    found = [cell for cell in cells if cell.value == run]
    assert len(found) > 10
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in found)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("een\x00\x08\x0b\x1ftwee", "eentwee"),
        ("half \ud800 teken\ufffe", "half  teken"),
        ("een\ntwee\tdrie", "een\ntwee\tdrie"),
        ("_x003D_1", "_x005F_x003D_1"),
        ("a_xyz_", "a_xyz_"),
    ],
)
def test_signs_that_no_spreadsheet_can_hold_are_dropped_and_none_is_read_as_another(text: str, kept: str) -> None:
    assert plain(text) == kept


@pytest.mark.parametrize("sign", ["x", "😀"])
def test_a_text_that_is_too_long_is_cut_with_a_mark(sign: str) -> None:
    fits = sign * (LONGEST // units(sign))
    assert plain(fits) == fits
    cut = plain(fits + sign)
    assert cut.endswith(f"{sign} […]")
    assert LONGEST - 2 < units(cut) <= LONGEST


NAMES = [
    ("Samen [doen]: *wat*? /ja\\nee", "Samen doen wat ja nee"),
    ("'t Hof van Heden'", "t Hof van Heden"),
    ("De Werkplaats voor Ontmoeting en Ontwikkeling", "De Werkplaats voor Ontmoeting e"),
    ("😀" * 40, "😀" * 15),
    ("  ", "Festijn"),
    ("[]", "Festijn"),
    ("twee\nregels\x00", "twee regels"),
]


@pytest.mark.parametrize(("wanted", "name"), NAMES)
def test_a_sheet_gets_a_name_that_it_may_have(wanted: str, name: str) -> None:
    assert sheet_name(wanted, set()) == name
    assert units(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name)


def test_no_two_sheets_get_the_same_name_in_capitals_or_not() -> None:
    taken: set[str] = set()
    long = "De Werkplaats voor Ontmoeting en Ontwikkeling"
    names = [sheet_name(wanted, taken) for wanted in ("Oogst", "OOGST", "oogst", long, long.upper())]
    assert names[:3] == ["Oogst", "OOGST (2)", "oogst (3)"]
    assert names[3:] == ["De Werkplaats voor Ontmoeting e", "DE WERKPLAATS VOOR ONTMOETI (2)"]


def test_an_initiative_may_bear_the_name_of_another_sheet(day: Day) -> None:
    case = day.tables.find(Initiative, CASE)
    day.tables.apply([Put(replace(case, name="briefjes")), Put(replace(case, id="other", name="History"))])
    names = day.book().sheetnames
    assert "briefjes (2)" in names and "History (2)" in names


def test_the_sheet_of_an_initiative_has_all_that_is_its_own(day: Day) -> None:
    told = {(row["Onderdeel"], row["Soort"], row["Tekst"], row["Wie"]) for row in rows(day.book(), "KunstPost")}
    assert ("Briefjes", "Tip", "a plain tip", "Gast 1") in told
    assert ("Toezeggingen", "in ruil voor iets", "a plain pledge", "Gast 3") in told
    assert ("Mijlpalen", None, "a plain milestone", "Mila") in told
    assert ("Kaart", "Initiatief", "KunstPost", None) in told
    parts = day.tables.where(RecipePart, "initiative", CASE)
    assert sum(part == "Buurtrecept 1.0" for part, *_ in told) == len(parts) / 2 > 0
    assert sum(part == "Buurtrecept 2.0" for part, *_ in told) == len(parts) / 2
    assert any(part == "Hulpvragen" for part, *_ in told)
    assert ("Hulp die is aangeboden", "ja, graag", "a plain offer", "Gast 1") in told
    assert ("Expertgroepen", "Podcast", "a plain group", None) in told


def test_what_came_after_the_day_has_sheets_of_its_own(day: Day) -> None:
    book = day.book()
    (offer,) = rows(book, "Hulp die is aangeboden")
    assert (offer["Voor de hulpvraag"], offer["Wat"], offer["Zei het initiatief"]) == (
        "a plain need",
        "a plain offer",
        "ja, graag",
    )
    assert offer["Antwoord"] == "a plain yes"
    (found,) = rows(book, "Hulp die is gevonden")
    assert (found["Initiatief"], found["Telt als"], found["Aantal"]) == ("KunstPost", "niet gezegd", 1)
    (money,) = [row for row in rows(book, "Hulp per soort") if row["Aangeboden"]]
    assert (money["Soort"], money["Gevonden"]) == ("Geld", 1)
    (group,) = rows(book, "Expertgroepen")
    assert (group["Mensen"], group["Wat mensen meebrengen"]) == (1, "a plain microphone")
    (change,) = rows(book, "Wat er anders is")
    assert change["Tekst"] == f"{change['Stond er']} plain-changed"
    assert (change["Versie"], change["Briefjes erachter"]) == (2, "a plain tip behind a change (Gast 1)")
    (goal,) = rows(book, "Doelen voor de wereld")
    assert (goal["Nummer"], goal["De initiatieven"]) == (11, "KunstPost")
    (letters,) = [row for row in rows(book, "Brieven") if row["Aantal"]]
    assert (letters["Aantal"], letters["Zonder antwoord"]) == (1, 1)
    assert sum(row["Briefjes"] for row in rows(book, "Briefjes per vijf minuten")) == 6


def test_a_note_stands_with_its_initiative_or_conversation_and_what_became_of_it(day: Day) -> None:
    notes = {row["Tekst"]: row for row in rows(day.book(), "Briefjes")}
    assert notes["a plain tip"]["Waar"] == "KunstPost"
    assert (notes["a plain tip"]["Meegenomen"], notes["a plain tip"]["Onder het woord"]) == ("ja", "plain cluster")
    assert (notes["a plain question"]["Antwoord"], notes["a plain question"]["Meegenomen"]) == ("a plain answer", None)
    assert notes["a plain tip for the talk"]["Waar"] == "a plain conversation"


def test_a_prize_tells_all_its_winners_and_only_a_vote_has_a_turnout(day: Day) -> None:
    day.say(CloseBallot(ballot="publieksprijs"))
    prize = day.tables.find(Prize, "spreekuur")
    won = {"winners": ("kunstpost", "buurtmaaltijden"), "revealed": True, "money": True}
    day.tables.apply([Put(replace(prize, id="other", title="Ander", order=9, decided=DecidedBy.PARTNER, **won))])
    voted, other = rows(day.book(), "De prijzen")
    assert (voted["De prijs gaat naar"], voted["Stemmen"], voted["Mensen die stemden"]) == (None, None, 6)
    assert (other["De prijs gaat naar"], other["Soort"]) == ("KunstPost, Buurtmaaltijden", "geld")
    assert (other["Besluit van"], other["Mensen die stemden"]) == ("de gever", None)
    day.say(RevealPrize(prize="spreekuur", winners=("kunstpost",)))
    voted = rows(day.book(), "De prijzen")[0]
    assert (voted["De prijs gaat naar"], voted["Stemmen"]) == ("KunstPost", "KunstPost: 4, Buurtmaaltijden: 2")


def test_a_festival_with_nothing_in_it_gives_sheets_with_headings_alone() -> None:
    day = Day()
    day.tables = Tables([About(id="about", title="Leeg", code="")])
    for lang in ("nl", "en"):
        book = day.book(lang)
        assert len(book.worksheets) == 18
        assert [sheet.max_row for sheet in book.worksheets[1:]] == [1] * 15 + [3] + [1]
        assert all(filtered(sheet) == sheet.dimensions for sheet in book.worksheets)
        assert day.markdown(lang).startswith("# Leeg\n")


def filtered(sheet: Worksheet) -> str:
    return str(sheet.auto_filter.ref)


def test_a_full_festival_takes_little_time(day: Day) -> None:
    for initiative in day.tables.all(Initiative):
        for number in range(300):
            row = Note(id="", board=initiative.id, author="x", name="Iemand", kind=NoteKind.TIP, text="=" * 200, at=1)
            day.tables.apply([Put(replace(row, id=f"{initiative.id}{number}", answer="y" * 100))])
    people = [Person(id=f"p{number}", name="Iemand", role=Role.PARTICIPANT) for number in range(200)]
    day.tables.apply([Put(person) for person in people])
    began = process_time()
    made = as_xlsx(outcomes(day.tables), "nl", words("nl"))
    assert process_time() - began < 5
    assert len(made) < 5_000_000
