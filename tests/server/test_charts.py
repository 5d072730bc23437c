"""Charts: as long as the numbers say, the same in words beside them, and nobody's words can draw."""

import re
from xml.etree import ElementTree

import pytest

from rooms.aftermath import ConnectionsMade, HelpOfKind, NotesInAWhile
from rooms.charted import Charted, Voted
from rooms.initiative import NeedKind
from rooms.offers import Sort
from server.charts import (
    MOST_COLUMNS,
    WIDE,
    Bar,
    Dot,
    Line,
    Word,
    charts,
    gathered,
    help_chart,
    network,
    time_chart,
    turnout_chart,
)
from server.svg import as_svg
from tests.outcome import BEGAN, words

SAY = words("nl")
WHILE = 5 * 60 * 1000
KINDS = list(NeedKind)


def help_of(kind: NeedKind, asked: int, offered: int, found: int) -> HelpOfKind:
    return HelpOfKind(kind=kind, asked=asked, offered=offered, found=found)


def test_bars_are_as_long_as_the_numbers_and_bear_them() -> None:
    chart = help_chart([help_of(NeedKind.MONEY, 8, 4, 2), help_of(NeedKind.LEARNING, 0, 0, 1)], SAY)
    bars = [mark.wide for mark in chart.marks if isinstance(mark, Bar)][3:]
    assert bars[0] == 2 * bars[1] == 4 * bars[2]
    assert bars[3] == bars[4] == 2.0
    assert [mark.text for mark in chart.marks if isinstance(mark, Word) and mark.text.isdigit()] == list("842001")
    assert chart.told[0] == "Geld: 8 keer gevraagd, 4 keer aangeboden, 2 keer gevonden"


def connection(name: str, kind: NeedKind, count: int, sort: Sort = Sort.PUBLIC) -> ConnectionsMade:
    return ConnectionsMade(initiative=name, kind=kind, sort=sort, count=count)


def test_a_line_joins_who_found_help_with_what_and_both_sorts_are_told() -> None:
    post = [connection("Post", KINDS[0], 2), connection("Post", KINDS[0], 1, Sort.PRIVATE)]
    rows = [*post, connection("Tuin", KINDS[1], 1), connection("Tuin", KINDS[0], 1)]
    chart = network(rows, SAY)
    lines = [mark for mark in chart.marks if isinstance(mark, Line)]
    assert [line.thick for line in lines] == [10, 2 + 8 / 3, 2 + 8 / 3]
    said = [mark.text for mark in chart.marks if isinstance(mark, Word)]
    assert said == ["Post · 3", "Tuin · 2", f"{SAY(f'need-{KINDS[1]}')} · 1", f"{SAY(f'need-{KINDS[0]}')} · 4"]
    assert len(chart.told) == 4
    ends = {(mark.x, mark.y) for mark in chart.marks if isinstance(mark, Dot)}
    assert all((line.x, line.y) in ends and (line.to_x, line.to_y) in ends for line in lines)


def over(*counts: tuple[int, int]) -> list[NotesInAWhile]:
    return [NotesInAWhile(begins=BEGAN + at * WHILE, notes=count) for at, count in counts]


def test_columns_stand_where_the_notes_came_and_quiet_whiles_stay_empty() -> None:
    chart = time_chart(over((0, 10), (3, 5)), SAY)
    first, last = [mark for mark in chart.marks if isinstance(mark, Bar)]
    assert first.high == 2 * last.high
    assert last.x - first.x == pytest.approx(3 * WIDE / 4)
    assert chart.told == (
        ["Er kwamen 15 briefjes, tussen 23:13 en 23:33.", "De meeste briefjes, 10, kwamen tussen 23:13 en 23:18."]
    )


@pytest.mark.parametrize("last", [1, 47, 48, 500, 288 * 30, 288 * 400])
def test_however_long_it_lasts_the_columns_fit_and_no_note_is_lost(last: int) -> None:
    minutes, first, columns = gathered(over((0, 3), (last // 2, 1), (last, 2)))
    assert (len(columns) <= MOST_COLUMNS or minutes == 10_080) and sum(columns) == 6 and first == BEGAN
    chart = time_chart(over((0, 3), (last, 2)), SAY)
    assert all(-0.1 <= mark.x <= WIDE for mark in chart.marks if isinstance(mark, Bar))


def test_a_turnout_is_a_part_of_the_people_who_came_in() -> None:
    chart = turnout_chart([Voted(prizes=("Spreekuur",), voted=30, people=40)], SAY)
    whole, part = [mark.wide for mark in chart.marks if isinstance(mark, Bar)]
    assert part == whole * 0.75
    assert list(chart.told) == ["30 van de 40 mensen stemden over: Spreekuur."]


def test_of_what_nothing_is_known_there_is_no_chart() -> None:
    nothing = Charted(
        help=(), over_time=tuple(over((0, 1))), voted=(Voted(prizes=(), voted=0, people=9),), connections=()
    )
    assert charts(nothing, SAY) == []


FULL = Charted(
    help=tuple(help_of(kind, 10**6, 3, 0) for kind in NeedKind),
    over_time=tuple(over(*((at, at % 7) for at in range(60)))),
    voted=(Voted(prizes=("<b>Prijs</b>" * 9, "x"), voted=99, people=3),),
    connections=(connection('"><script>alert(1)</script>', KINDS[0], 1), connection("مطبخ " * 20, KINDS[1], 4)),
)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_drawing_is_whole_stays_on_its_sheet_and_holds_no_code(lang: str) -> None:
    drawn = charts(FULL, words(lang))
    assert len(drawn) == 4
    for chart in drawn:
        svg = as_svg(chart)
        root = ElementTree.fromstring(svg)
        assert (root.tag, root.attrib["role"], root.attrib["aria-label"]) == ("svg", "img", chart.title)
        assert {child.tag for child in root} <= {"rect", "line", "circle", "text"}
        assert not re.search(r"<script|<b>|style=|on\w+=", svg)
        for mark in chart.marks:
            assert -0.1 <= mark.x <= WIDE + 0.1 and -0.1 <= mark.y <= chart.high + 0.1
