"""The report as PDF, read and drawn by another programme: all is there, on the pages the contents name, and nobody."""

import re
from collections.abc import Callable

import pypdfium2
import pytest
from msgspec.structs import replace

from rooms.ballot import CloseBallot, RevealPrize
from rooms.board import Note, NoteKind
from rooms.initiative import About, Initiative, NeedKind
from rooms.kernel import Put, Tables
from rooms.offers import Connection, Sort
from rooms.outcomes import Outcomes, outcomes
from rooms.partly import of_initiative
from rooms.people import Sector
from server.pdf import MOST_NOTES, as_pdf
from tests.outcome import CASE, PLAIN, Day, planted, words

UNTOLD = (
    "Gast 1",
    "Gast 3",
    "Gast 4",
    "Mila",
    "plain cluster",
    "plain yes",
    "plain tip for the talk",
    "plain offer",
    "plain microphone",
)
"""Of what is planted for everybody, what does not go to people outside."""


@pytest.fixture
def day() -> Day:
    day = Day()
    planted(day)
    return day


def pages(told: Outcomes, lang: str = "nl") -> list[str]:
    """The text of each page, as another programme reads it."""
    with pypdfium2.PdfDocument(as_pdf(told, lang, words(lang))) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_contents_name_the_page_on_the_left_at_which_each_initiative_begins(day: Day, lang: str) -> None:
    told = outcomes(day.tables)
    cover, contents, *_ = every = pages(told, lang)
    assert "Brein Festijn" in cover and ("15 december 2021" if lang == "nl" else "15 December 2021") in cover
    for row in told.initiatives:
        (number,) = map(int, re.findall(rf"{re.escape(row.name)} (\d+)", contents))
        assert number % 2 == 0
        assert every[number - 1].startswith(f"{row.name} {row.place}")
        assert every[number - 1].endswith(str(number))
    assert len(every) == 2 * len(told.initiatives) + 5


def test_what_everybody_saw_is_in_it_and_no_secret_and_nobodys_name(day: Day) -> None:
    day.say(CloseBallot(ballot="publieksprijs"))
    assert "Lobby Lokaal" not in " ".join(pages(outcomes(day.tables)))
    day.say(RevealPrize(prize="spreekuur", winners=("kunstpost",)))
    everything = " ".join(pages(outcomes(day.tables)))
    assert "De prijs gaat naar: KunstPost" in everything
    for text in (*PLAIN, "Dit kwam eruit", "Hulp per soort"):
        assert (text in everything) != (text in UNTOLD), text
    assert "Gast" not in everything and "secret" not in everything


def test_the_same_outcomes_give_the_same_bytes(day: Day) -> None:
    told = outcomes(day.tables)
    assert as_pdf(told, "nl", words("nl")) == as_pdf(told, "nl", words("nl"))


def noted(day: Day, text: str) -> Outcomes:
    """The outcomes when somebody wrote this wherever people write."""
    case, note = day.tables.find(Initiative, CASE), day.tables.all(Note)[0]
    fields = dict.fromkeys(("name", "place", "what", "dream", "next_step"), text)
    about = replace(day.tables.all(About)[0], title=text, welcome=text)
    said = replace(note, id="odd", board=CASE, kind=NoteKind.TIP, text=text, answer=text, hidden=False, taken=True)
    day.tables.apply([Put(about), Put(replace(case, **fields)), Put(said)])
    return outcomes(day.tables)


ODD = [
    "",
    " ",
    "x" * 400,
    "W" * 400,
    "w " * 200,
    "\n" * 100,
    "a\nb\n" * 40,
    "half \ud800 teken \x00\x07\ufffe",
    "omgedraaid\u202egnirts",
    "👩\u200d👩\u200d👧 👍🏽 ☀️",
    "漢字",
    "**vet** __schuin__ [link](https://evil.example)",
    "e\u0301" * 50,
    "مطبخ الحي",
    "שלום 12 abc",
]


@pytest.mark.parametrize("text", ODD)
def test_whatever_people_write_can_be_printed(day: Day, text: str) -> None:
    assert len(pages(of_initiative(noted(day, text), CASE))) >= 5


def test_other_scripts_are_read_as_they_were_written_and_what_can_not_be_printed_is_explained(day: Day) -> None:
    def read(text: str) -> list[str]:
        return pages(of_initiative(noted(day, text), CASE))

    everything = " ".join(read("Привет Ελλάδα Straße → € ☀"))
    assert "Привет Ελλάδα Straße → € ☀" in everything and "□" not in everything
    arabic = " ".join(read("مطبخ"))
    assert "مطبخ" in arabic or "خبطم" in arabic
    boxed = read("een 漢 teken")
    assert "een □ teken" in " ".join(boxed)
    assert "□ staat voor een teken dat hier niet gedrukt kan worden." in boxed[1]


def test_of_many_notes_the_strongest_are_shown_and_the_rest_is_counted(day: Day) -> None:
    for number in range(30):
        note = Note(id=f"n{number}", board=CASE, author="x", name="X", kind=NoteKind.TOP, text=f"top-{number}-", at=1)
        day.tables.apply([Put(replace(note, dots=number))])
    everything = " ".join(pages(outcomes(day.tables)))
    assert [number for number in range(30) if f"top-{number}-" in everything] == [27, 28, 29][-MOST_NOTES:]
    assert "Nog 28 briefjes staan in het rekenblad." in everything
    assert "Tops (31)" in everything


def test_of_one_initiative_there_is_nothing_of_the_others(day: Day) -> None:
    every = pages(of_initiative(outcomes(day.tables), CASE))
    assert "KunstPost" in every[0] and "Buurtmaaltijden" not in " ".join(every)


def test_a_festival_with_nothing_in_it_has_a_report_too(day: Day) -> None:
    assert len(pages(outcomes(Tables([About(id="about", title="Leeg", code="")])))) == 3


def test_forty_initiatives_are_all_in_the_contents(day: Day) -> None:
    case = day.tables.find(Initiative, CASE)
    day.tables.apply([Put(replace(case, id=f"more{number:02}", name=f"Nummer-{number:02}")) for number in range(40)])
    every = pages(outcomes(day.tables))
    found = re.findall(r"(Nummer-\d\d) (\d+)", " ".join(every[1:3]))
    assert len(found) == 40
    assert all(every[int(page) - 1].startswith(name) for name, page in found)


@pytest.mark.parametrize("count", [20, 25, 26, 27, 28, 29, 30, 50])
def test_however_many_initiatives_the_contents_and_the_charts_fit(day: Day, count: int) -> None:
    case = day.tables.find(Initiative, CASE)
    rows = [replace(case, id=f"more{number:02}", name=f"Nummer-{number:02} 漢") for number in range(count - 6)]
    day.tables.apply([Put(row) for row in rows])
    of = {"kind": NeedKind.MONEY, "sort": Sort.PUBLIC, "sector": Sector.FUND, "at": 1}
    day.tables.apply([Put(Connection(id=f"c{row.id}", initiative=row.id, **of)) for row in rows])
    every = pages(outcomes(day.tables))
    first = int(re.findall(r"Beesd voor Elkaar (\d+)", " ".join(every[1:3]))[0])
    assert first <= 10 and "□ staat voor" in " ".join(every[1:4])


def colour(page: int, at: tuple[float, float]) -> Callable[[Outcomes], tuple[int, ...]]:
    """The colour of a page at a point, as parts of its width and height."""

    def seen(told: Outcomes) -> tuple[int, ...]:
        with pypdfium2.PdfDocument(as_pdf(told, "nl", words("nl"))) as document:
            drawn = document[page].render(scale=0.5).to_pil().convert("RGB")
        picked = drawn.getpixel((int(drawn.width * at[0]), int(drawn.height * at[1])))
        assert isinstance(picked, tuple)
        return picked

    return seen


def test_the_cover_is_drawn_and_a_page_is_paper(day: Day) -> None:
    told = outcomes(day.tables)
    assert colour(0, (0.02, 0.5))(told) == (23, 80, 107)
    assert colour(3, (0.02, 0.9))(told) == (255, 255, 255)
    assert colour(5, (0.5, 0.01))(told) == (23, 80, 107)
