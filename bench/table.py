"""What was measured, as a table that reads well in a terminal and in Markdown; and which floors it stands on.

A cell is the median of the rounds. A comparison is made within each round, for only there was the machine the same;
of those the median is told, with the least and the most.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from typing import Any

import msgspec

from bench.course import Sample
from bench.scenarios import Scenario

FLOORS = Path(__file__).with_name("floors.json")
HEADINGS = {
    "cpu_us": "CPU us per {each}",
    "per_cpu_s": "changes per CPU-s",
    "p50": "p50 ms",
    "p99": "p99 ms",
    "max": "max ms",
    "each_s": "s per {each}",
    "most_s": "most s",
    "last_s": "until the last, s",
    "rss_kb": "RSS kB per connection",
    "cpu_pct": "CPU % of a core",
    "store_us": "store us per post",
    "frames_s": "frames/s each",
    "load_pct": "load % of its core",
    "people": "people",
    "failed": "failed",
    "exponent": "exponent",
}
"""The figures there are, in the order of their columns."""


class Floor(msgspec.Struct):
    """What must hold: a figure of one contender, by itself or as a ratio to another's in the same round."""

    metric: str
    scenario: str
    of: str
    figure: str
    floor: float
    goal: float
    direction: str
    case: str = ""
    against: str = ""

    def reaches(self, figure: float, mark: float) -> bool:
        """Whether a figure is as good as this mark."""
        return figure >= mark if self.direction == "at least" else figure <= mark


def floors(path: Path = FLOORS) -> list[Floor]:
    """The floors of the file."""
    return msgspec.json.decode(path.read_bytes(), type=list[Floor])


def figures(samples: Iterable[Sample], case: str, contender: str, figure: str) -> dict[int, float]:
    """This figure of this contender, by round; only where it was complete."""
    return {
        one.round: one.figures[figure]
        for one in samples
        if (one.case, one.contender) == (case, contender) and figure in one.figures and one.complete
    }


def ratios(samples: list[Sample], case: str, figure: str, of: str, against: str) -> list[float]:
    """How this figure of one relates to another's, in each round."""
    upper, lower = figures(samples, case, of, figure), figures(samples, case, against, figure)
    return [upper[n] / lower[n] for n in upper if lower.get(n)]


def spread(values: list[float]) -> str:
    """The median, and the least and most when there are more."""
    if not values:
        return ""
    return short(median(values)) + (f" ({short(min(values))}..{short(max(values))})" if len(values) > 1 else "")


def short(value: float) -> str:
    """A figure with as many digits as mean something."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def table(scenario: Scenario, samples: list[Sample], remarks: list[str]) -> str:
    """The table of one scenario."""
    used = [name for name in HEADINGS if any(name in one.figures for one in samples)]
    rivals = [one for one in ("node", "C") if any(sample.contender == one for sample in samples)]
    cases = any(one.case for one in samples)
    head = ["case"] * cases + ["contender"] + [HEADINGS[name].format(each=scenario.each) for name in used]
    rows = [head + [f"cost x {'Node' if one == 'node' else one}" for one in rivals]]
    for case, contender in dict.fromkeys((one.case, one.contender) for one in samples):
        whole = all(one.complete for one in samples if (one.case, one.contender) == (case, contender))
        row = [case] * cases + [contender if whole else f"{contender} INCOMPLETE"]
        for name in used:
            found = figures(samples, case, contender, name)
            row.append(short(median(found.values())) if found else "")
        row += [spread(ratios(samples, case, scenario.cost, contender, one)) for one in rivals]
        rows.append(row)
    told = [f"\n## {scenario.name}: {scenario.about}\n", *lined(rows)]
    return "\n".join(told + ([""] if remarks else []) + remarks)


def lined(rows: list[list[str]]) -> list[str]:
    """Rows as lines, their columns one below the other."""
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows
    ]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return [lines[0], rule, *lines[1:]]


def judged(floor: Floor, samples: list[Sample]) -> dict[str, Any]:
    """Where a floor and its goal stand; `value` is None when it was not measured."""
    mine = [one for one in samples if one.scenario == floor.scenario]
    if floor.against:
        values = ratios(mine, floor.case, floor.figure, floor.of, floor.against)
    else:
        values = list(figures(mine, floor.case, floor.of, floor.figure).values())
    value = median(values) if values else None
    verdict = "skipped" if value is None else "pass" if floor.reaches(value, floor.floor) else "FAIL"
    goal = value is not None and floor.reaches(value, floor.goal)
    return {"metric": floor.metric, "floor": floor.floor, "goal": floor.goal, "value": value, "values": values,
            "verdict": verdict, "goal_reached": goal, "direction": floor.direction}  # fmt: skip


def floors_table(verdicts: list[dict[str, Any]]) -> str:
    """The floors, as a table."""
    rows = [["metric", "measured", "floor", "goal", ""]]
    for one in verdicts:
        sign = ">=" if one["direction"] == "at least" else "<="
        told = f"{one['verdict']}{', goal reached' if one['goal_reached'] else ''}"
        marks = [f"{sign} {one[mark]:,g}" for mark in ("floor", "goal")]
        rows.append([one["metric"], spread(one["values"]) or "not measured", *marks, told])
    return "\n".join(["\n## floors\n", *lined(rows)])


def as_json(samples: list[Sample], verdicts: list[dict[str, Any]], remarks: dict[str, list[str]], about: Any) -> str:
    """Everything that was measured, for programs."""
    told = {"about": about, "samples": samples, "floors": verdicts, "remarks": remarks}
    return json.dumps(msgspec.to_builtins(told), indent=1)
