"""Charts of what came of it, each with the same in words beside it: who can't see a drawing misses nothing.

A chart is a handful of marks (bars, lines, dots, words) on a sheet WIDE units wide: pages draw them as SVG, the report
as PDF. Nothing in it is told by colour alone: each bar and each end of a line bears its number.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from rooms.aftermath import ConnectionsMade, HelpOfKind, NotesInAWhile
from rooms.charted import Charted, Voted
from server.days import ZONE
from server.words import Say

WIDE = 400.0
"""How wide each chart is, in units of which a word is 15 high: about the pixels of a phone."""
LINE = 18.0
MOST_SIGNS = 15
"""How much of a name stands at a line; beside the drawing stands all."""
WHILES = (5, 10, 15, 30, 60, 120, 240, 720, 1440, 10_080)
"""In how many minutes notes may be counted together, and the most columns that fit."""
MOST_COLUMNS = 48
MINUTE = 60 * 1000


class Bar(NamedTuple):
    """A filled rectangle. `tone` is "soft", "mid", "strong" or "line"."""

    x: float
    y: float
    wide: float
    high: float
    tone: str


class Line(NamedTuple):
    """A line of this thickness."""

    x: float
    y: float
    to_x: float
    to_y: float
    thick: float
    tone: str


class Dot(NamedTuple):
    """A disc around a point."""

    x: float
    y: float
    radius: float
    tone: str


class Word(NamedTuple):
    """A line of text: `x` is where it begins, or its middle, or its end ("start", "middle", "end")."""

    x: float
    y: float
    text: str
    at: str = "start"
    bold: bool = False


Mark = Bar | Line | Dot | Word


class Chart(NamedTuple):
    """A chart: its title, how high it is, its marks, and the same in sentences."""

    title: str
    high: float
    marks: Sequence[Mark]
    told: Sequence[str]


def charts(told: Charted, say: Say) -> list[Chart]:
    """A chart of all there is something to see of."""
    drawn = (
        help_chart(told.help, say) if told.help else None,
        network(told.connections, say) if told.connections else None,
        time_chart(told.over_time, say) if len(told.over_time) > 1 else None,
        turnout_chart(told.voted, say) if any(one.voted for one in told.voted) else None,
    )
    return [chart for chart in drawn if chart is not None]


def cut(text: str, most: int) -> str:
    """A text as it fits in a drawing: of at most so many signs."""
    one = " ".join(text.split())
    return one if len(one) <= most else one[: most - 1].rstrip() + "…"


def help_chart(kinds: Sequence[HelpOfKind], say: Say) -> Chart:
    """Each kind of help: a bar for how often it was asked, offered and found."""
    most = max(max(one.asked, one.offered, one.found) for one in kinds)
    bars = (("asked", "soft"), ("offered", "mid"), ("found", "strong"))
    marks: list[Mark] = []
    for (field, tone), x in zip(bars, (0.0, 130.0, 275.0), strict=True):
        marks += [Bar(x, 0, 14, 14, tone), Word(x + 20, 12, say(f"outcome-{field}"))]
    y = 36.0
    for one in kinds:
        marks.append(Word(0, y + 14, say(f"need-{one.kind}"), bold=True))
        y += 20
        for field, tone in bars:
            count = getattr(one, field)
            wide = max(2.0, (WIDE - 36) * count / most)
            marks += [Bar(0, y, wide, LINE - 4, tone), Word(wide + 6, y + LINE - 6, str(count))]
            y += LINE
        y += 10
    sentences = [
        f"{say(f'need-{one.kind}')}: " + say("outcome-help-line", asked=one.asked, offered=one.offered, found=one.found)
        for one in kinds
    ]
    return Chart(say("outcome-help"), y, marks, sentences)


def network(connections: Sequence[ConnectionsMade], say: Say) -> Chart:
    """Who found help with what: initiatives on the left, kinds of help on the right, a line between them as thick as
    what was found is much."""
    counts: dict[tuple[str, str], int] = {}
    for one in connections:
        counts[one.initiative, one.kind] = counts.get((one.initiative, one.kind), 0) + one.count
    names = sorted({name for name, _ in counts})
    kinds = sorted({kind for _, kind in counts})
    high = 40.0 * max(len(names), len(kinds))
    left = dict(zip(names, _spread(len(names), high), strict=True))
    right = dict(zip(kinds, _spread(len(kinds), high), strict=True))
    most = max(counts.values())
    from_x, to_x = 168.0, WIDE - 142
    marks: list[Mark] = [
        Line(from_x, left[name], to_x, right[kind], 2 + 8 * count / most, "soft")
        for (name, kind), count in counts.items()
    ]
    for at, ys, x, side in ((0, left, from_x, "end"), (1, right, to_x, "start")):
        for node, y in ys.items():
            count = sum(found for ends, found in counts.items() if ends[at] == node)
            text = say(f"need-{node}") if at else cut(node, MOST_SIGNS)
            marks += _node(x, y, f"{text} · {count}", side)
    sentences = [
        f"{one.initiative}, {say(f'need-{one.kind}')}: {one.count} ({say('outcome-sort', sort=one.sort)})"
        for one in connections
    ]
    return Chart(say("outcome-connections"), high, marks, sentences)


def _spread(count: int, high: float) -> list[float]:
    """Where so many points stand, evenly over this height."""
    return [high * (number + 0.5) / count for number in range(count)]


def _node(x: float, y: float, text: str, at: str) -> Iterator[Mark]:
    yield Dot(x, y, 6, "strong")
    yield Word(x + (-12 if at == "end" else 12), y + 5, text, at)


def time_chart(over_time: Sequence[NotesInAWhile], say: Say) -> Chart:
    """A column for each while: how many notes were given in it."""
    minutes, first, columns = gathered(over_time)
    most, base, step = max(columns), 130.0, WIDE / len(columns)
    marks: list[Mark] = [
        Bar(number * step + step * 0.1, base - 100 * count / most, step * 0.8, 100 * count / most, "strong")
        for number, count in enumerate(columns)
        if count
    ]
    peak = columns.index(most)
    at = "start" if peak < len(columns) * 0.1 else "end" if peak > len(columns) * 0.9 else "middle"
    marks += [
        Line(0, base, WIDE, base, 1.5, "line"),
        Word((peak + {"start": 0.1, "middle": 0.5, "end": 0.9}[at]) * step, base - 106, str(most), at, bold=True),
    ]
    ends = [clock(first + number * minutes * MINUTE, first) for number in (0, len(columns))]
    marks += [Word(0, base + 20, ends[0]), Word(WIDE, base + 20, ends[1], "end")]
    begins, over = (clock(first + (peak + more) * minutes * MINUTE, first) for more in (0, 1))
    text = say("chart-time-text", count=sum(columns), begins=ends[0], ends=ends[1])
    peak_text = say("chart-time-most", count=most, begins=begins, ends=over)
    return Chart(say("chart-time"), base + 28, marks, [text, peak_text])


def gathered(over_time: Sequence[NotesInAWhile]) -> tuple[int, int, list[int]]:
    """Notes per while: its length in minutes, when the first begins (ms), and the count in each."""
    first, last = over_time[0].begins, over_time[-1].begins
    minutes = next((one for one in WHILES if (last - first) / MINUTE / one < MOST_COLUMNS), WHILES[-1])
    columns = [0] * ((last - first) // (minutes * MINUTE) + 1)
    for one in over_time:
        columns[(one.begins - first) // (minutes * MINUTE)] += one.notes
    return minutes, first, columns


def clock(moment: int, first: int) -> str:
    """A moment on the clock; with its day when that is not the day of the first."""
    told, day = (datetime.fromtimestamp(one / 1000, ZONE) for one in (moment, first))
    return f"{told:%H:%M}" if told.date() == day.date() else f"{told:%d-%m %H:%M}"


def turnout_chart(voted: Sequence[Voted], say: Say) -> Chart:
    """For each ballot, how many of the people voted."""
    marks: list[Mark] = []
    y = 0.0
    for one in voted:
        whole = max(one.people, one.voted, 1)
        wide = (WIDE - 80) * one.voted / whole
        marks += [
            Word(0, y + 14, cut(", ".join(one.prizes), 40), bold=True),
            Bar(0, y + 22, WIDE - 80, LINE, "soft"),
            Bar(0, y + 22, wide, LINE, "strong"),
            Word(WIDE - 70, y + 37, f"{one.voted} / {whole}", bold=True),
        ]
        y += 58
    sentences = [
        say("chart-turnout-text", voted=one.voted, people=max(one.people, one.voted), prizes=", ".join(one.prizes))
        for one in voted
    ]
    return Chart(say("chart-turnout"), y, marks, sentences)
