"""The fourth door: event files and exports that somebody changed, in their text and in what they say. Each loads, or is
refused with a sentence, in time; and what loads becomes a festival whose pages can be read.
"""

import asyncio
import datetime
import functools
import json
import tempfile
import time
import tomllib
from pathlib import Path
from random import Random
from typing import Any

import msgspec

from rooms.carrying import CarriedRecord
from rooms.kernel import Record, Tables
from rooms.outcomes import outcomes
from server.eventfile import Faulty, load
from server.exports import as_json
from server.loading import records_in
from server.settings import PROJECT, Unusable
from tests.outcome import Day, planted
from tests.trust.fuzz.book import ACCEPTED, REFUSED, Told
from tests.trust.fuzz.spoil import TEXTS, Tree, scratch, spoil

EVENTS = sorted((PROJECT / "events").glob("*.toml"))
LONGEST = 10_000.0
"""Milliseconds that reading a file may take."""
DATES = [
    "0001-01-01",
    "9999-12-31",
    "2024-02-29",
    "1970-01-01",
    "2021-12-15T10:00:00Z",
    "10:00:00",
    "1e400",
    "0x7fff",
    "nan",
]
MANY = [
    "[[rounds]]\n",
    "x = 1\n",
    "[[initiatives]]\n",
    "[[ballots.prizes]]\n",
    '[[rounds]]\ninitiative = "{}"\n',
    '"{}" = 1\n',
]
MANY += ['[[initiatives]]\nid = "a-{}"\n', "a." * 40 + "b{} = 1\n", "x{} = [[[[[[]]]]]]\n"]
RECORDS = msgspec.json.Decoder(list[CarriedRecord])


@functools.cache
def event(at: int) -> dict[str, Any]:
    """One of the events of every Festijn, as a tree; small, so that a change is a large part of it."""
    tree = tomllib.loads(EVENTS[at].read_text(encoding="utf-8"))
    return tree if at else {**tree, "initiatives": tree["initiatives"][:2]}


@functools.cache
def export() -> dict[str, Any]:
    """The export of a festival with something in every corner, as a tree."""
    day = Day()
    planted(day)
    told: dict[str, Any] = json.loads(as_json(outcomes(day.tables)))
    return told


def as_toml(value: Tree) -> str:
    """A value within a line of TOML; what TOML can't say, as something that it can't either."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(str(name))} = {as_toml(inner)}" for name, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(as_toml, value)) + "]"
    return json.dumps(value, default=str)


def as_file(tree: Tree) -> str:
    """A tree as a TOML file: a line for each of its names."""
    rows = tree.items() if isinstance(tree, dict) else [("x", tree)]
    return "".join(f"{json.dumps(str(name))} = {as_toml(value)}\n" for name, value in rows)


def an_event(chance: Random) -> str:
    """An event file with something wrong in it."""
    at, manner = chance.randrange(len(EVENTS)), chance.random()
    if manner < 0.35:
        return scratch(EVENTS[at].read_text(encoding="utf-8"), chance)
    if manner < 0.4:
        times = chance.choice([10, 500, 2000])
        return "".join(chance.choice(MANY).replace("{}", str(number)) for number in range(times))
    tree = event(at)
    if manner < 0.5:
        text = as_file(tree)
        return f"date = {chance.choice(DATES)}\n" + "".join(
            f"{row}\n" for row in text.splitlines() if "date" not in row
        )
    for _ in range(chance.choice([1, 1, 2, 3])):
        tree = spoil(tree, chance)
    return as_file(tree)


def an_export(chance: Random) -> str:
    """An export that somebody changed; often so well that all it tells still follows from its rows."""
    tree, manner = export(), chance.random()
    if manner < 0.2:
        return scratch(json.dumps(tree), chance)
    if manner < 0.45:
        return json.dumps(spoil(tree, chance))
    rows = tree["records"]
    for _ in range(chance.choice([1, 1, 2])):
        at = chance.randrange(len(rows))
        rows = [*rows[:at], mended(rows[at], spoil(rows[at], chance), chance), *rows[at + 1 :]]
    return consistent({**tree, "records": rows})


def mended(row: dict[str, Any], spoilt: Tree, chance: Random) -> Tree:
    """The spoilt row; mostly one whose fields are of the type that they were of, so that it comes deeper."""
    if chance.random() < 0.2 or not isinstance(spoilt, dict):
        return spoilt
    kept = {name: spoilt.get(name, value) for name, value in row.items() if name != "type"}
    fits = {name: value if type(value) is type(row[name]) else row[name] for name, value in kept.items()}
    name = chance.choice(sorted(fits))
    if isinstance(fits[name], str):
        fits[name] = chance.choice([*TEXTS, *DATES, fits[name]])
    elif type(fits[name]) is int:
        fits[name] = chance.choice([0, -1, 2**31, 2**53, 2**62, 99_999])
    return {"type": row["type"], **fits}


def consistent(tree: dict[str, Any]) -> str:
    """The same rows with all that follows from them made anew, where they are rows at all."""
    try:
        return as_json(outcomes(Tables(RECORDS.decode(json.dumps(tree["records"]))))).decode()
    except Exception:  # whatever is wrong with these rows, the reader must say so
        return json.dumps(tree)


class Files:
    """Draws files, and reads them as an operator would have it done."""

    name = "files"

    def __init__(self, where: Path) -> None:
        self._where = where
        self.loaded: list[tuple[Tree, tuple[Record, ...]]] = []
        """What the last files held that could be loaded."""

    def draw(self, chance: Random) -> Tree:
        """A file."""
        is_event = chance.random() < 0.6
        return {"event": is_event, "text": an_event(chance) if is_event else an_export(chance)}

    async def play(self, tree: Tree) -> Told:
        """Read it."""
        told, records = await asyncio.to_thread(read, self._where, tree["event"], tree["text"])
        if records:
            self.loaded = [*self.loaded[-20:], (tree, records)]
        return told


def read(where: Path, is_event: bool, text: str) -> tuple[Told, tuple[Record, ...]]:
    """What became of a file with this text, and the rows in it."""
    with tempfile.NamedTemporaryFile(dir=where, suffix=".toml" if is_event else ".json") as file:
        file.write(text.encode("utf-8", "surrogatepass"))
        file.flush()
        began = time.monotonic()
        records: tuple[Record, ...] = ()
        became, wrong = ACCEPTED, ""
        try:
            records = load(Path(file.name)) if is_event else records_in(Path(file.name))
        except (Faulty, Unusable) as no:
            became, wrong = REFUSED, "" if str(no).strip() else "refused without a word"
        except Exception as fault:
            became, wrong = REFUSED, f"a file is not refused with a sentence: {type(fault).__name__}{where_in(fault)}"
        ms = (time.monotonic() - began) * 1000
        return Told(became, ms, wrong or ("a file took too long" if ms > LONGEST else "")), records


def where_in(fault: BaseException) -> str:
    """Where in our code it was raised."""
    trail, found = fault.__traceback__, ""
    while trail is not None:
        name = trail.tb_frame.f_code.co_filename
        if "/server/" in name or "/rooms/" in name:
            found = f" at {'/'.join(name.split('/')[-2:])}:{trail.tb_lineno}"
        trail = trail.tb_next
    return found
