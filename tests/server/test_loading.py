"""A festival taken home as JSON is loaded as it was, or not at all: then a sentence says what is wrong, and where."""

import asyncio
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rooms.outcomes import outcomes
from server.exports import as_json
from server.hall import Hall
from server.register import Listed, Register
from tests.drill import Asked, Drill
from tests.outcome import Day, planted

Told = dict[str, Any]


@pytest.fixture(scope="module")
def exported() -> bytes:
    """The export of a festival with something in every corner."""
    day = Day()
    planted(day)
    return as_json(outcomes(day.tables))


async def loaded(drill: Drill, content: bytes, *more: str) -> Asked:
    """What `festijn import` says to a file with this in it."""
    file = drill.data_dir / "festijn.json"
    file.write_bytes(content)
    return await drill.ask("import", file, *more)


async def every(drill: Drill) -> list[Listed]:
    """The festivals there are."""
    register = Register(drill.store.url)
    try:
        return await register.all()
    finally:
        await register.close()


async def test_what_was_exported_is_exported_again_to_the_letter(drill: Drill) -> None:
    taken = await taken_home(drill, drill.data_dir / "before")
    await drill.client.flushall()
    code, said, complained = await loaded(drill, taken)
    assert (code, complained) == (0, "")
    assert f"/{drill.listed.code}" in said
    assert await taken_home(drill, drill.data_dir / "after") == taken


async def taken_home(drill: Drill, directory: Path) -> bytes:
    """The JSON of the only festival there is."""
    code, _, complained = await drill.ask("export", "--to", directory)
    assert code == 0, complained
    return json_in(directory)


def json_in(directory: Path) -> bytes:
    (file,) = directory.glob("*.json")
    return file.read_bytes()


async def test_with_a_code_of_its_own_it_can_stand_beside_the_one_it_came_from(drill: Drill) -> None:
    taken = await taken_home(drill, drill.data_dir / "before")
    code, _, complained = await loaded(drill, taken)
    assert code == 2
    assert complained == f"code {drill.listed.code} is another festival's; say --new-code to load it beside that one.\n"
    assert [one.code for one in await every(drill)] == [drill.listed.code]
    code, _, complained = await loaded(drill, taken, "--new-code")
    assert (code, complained) == (0, "")
    first, other = sorted(await every(drill), key=lambda one: one.code != drill.listed.code)
    assert (first.title, first.date) == (other.title, other.date)
    assert first.code != other.code


async def test_all_that_was_said_is_there_and_nobody_is(drill: Drill, exported: bytes) -> None:
    await drill.client.flushall()
    assert (await loaded(drill, exported))[0] == 0
    (listed,) = await every(drill)
    hall = Hall(drill.store.url, listed.id)
    await hall.open()
    there = outcomes(hall.replica.tables)
    await hall.close()
    told, made = json.loads(exported), json.loads(as_json(there))
    assert made["about"].pop("code") == listed.code
    assert told["about"].pop("code") == ""
    assert without_code(made) == without_code(told)


def without_code(told: Told) -> Told:
    """What a file tells, but for the join code: the festival of this export had none yet."""
    rows = [{name: value for name, value in row.items() if name != "code"} for row in told["records"]]
    return {**told, "records": rows}


def changed(way: Callable[[Told], object]) -> Callable[[bytes], bytes]:
    """The export after somebody did this to it."""

    def change(content: bytes) -> bytes:
        told = json.loads(content)
        way(told)
        return json.dumps(told).encode()

    return change


def row_of(told: Told, kind: str) -> Told:
    found: Told = next(row for row in told["records"] if row["type"] == kind)
    return found


def a_vote(told: Told) -> None:
    told["records"].append({"type": "Vote", "id": "spreekuur/x", "prize": "spreekuur", "voter": "x", "choice": "y"})


def a_person(told: Told) -> None:
    told["records"].append({"type": "Person", "id": "me", "name": "Me", "role": "organiser"})


def a_hidden_note(told: Told) -> None:
    row_of(told, "Note")["hidden"] = True


def a_note_of_nowhere(told: Told) -> None:
    told["records"].append({**row_of(told, "Note"), "id": "nowhere", "board": "nowhere"})


WRONG: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "empty": (lambda _: b"", "is not an export of Festijn"),
    "a picture": (lambda _: b"\x89PNG\r\n\x1a\n\xff\xfe", "is not an export of Festijn"),
    "half": (lambda content: content[: len(content) // 2], "is not an export of Festijn"),
    "other JSON": (lambda _: b'{"name": "x"}', "is not an export of Festijn"),
    "older": (
        changed(lambda told: told.update(festijn=3)),
        r"an older version of Festijn \(form 3; this one reads 4\)",
    ),
    "newer": (changed(lambda told: told.update(festijn=9)), r"a newer version of Festijn"),
    "a field too many": (changed(lambda told: told["about"].update(extra=1)), r"unknown field `extra` - at `\$.about`"),
    "a wrong kind": (changed(lambda told: told["figures"].update(notes="7")), r"got `str` - at `\$.figures.notes`"),
    "a vote": (changed(a_vote), r"Invalid value 'Vote' - at `\$.records\[\d+\].type`"),
    "an account": (changed(a_person), r"Invalid value 'Person' - at `\$.records\[\d+\].type`"),
    "an odd id": (changed(lambda told: row_of(told, "Note").update(id="<b>")), "a row has the id '<b>'"),
    "no card": (
        changed(lambda told: told["records"].remove(row_of(told, "About"))),
        "no row of the kind About",
    ),
    "other words": (
        changed(lambda told: told["initiatives"][0].update(name="X")),
        "was changed since it was exported: initiatives.0.name is not what its `records` make",
    ),
    "other rows": (changed(lambda told: row_of(told, "Need").update(text="X")), "was changed since it was exported"),
    "a hidden note": (changed(a_hidden_note), "was changed since it was exported"),
    "a note of nowhere": (changed(a_note_of_nowhere), "was changed since it was exported"),
    "a row twice": (
        changed(lambda told: told["records"].append(row_of(told, "Need"))),
        "was changed since it was exported: records",
    ),
}


@pytest.mark.parametrize("wrong", WRONG)
async def test_what_is_not_a_whole_export_is_told_in_a_sentence_and_nothing_is_loaded(
    drill: Drill, exported: bytes, wrong: str
) -> None:
    harm, why = WRONG[wrong]
    before = await drill.everything()
    code, said, complained = await loaded(drill, harm(exported))
    assert (code, said) == (2, "")
    assert complained.count("\n") == 1
    assert complained.startswith(f"{drill.data_dir / 'festijn.json'} ")
    assert re.search(why, complained), complained
    assert await drill.everything() == before


async def test_a_file_that_is_not_there_or_far_too_large_is_told(drill: Drill) -> None:
    nowhere = drill.data_dir / "nowhere.json"
    why = "No such file or directory"
    assert await drill.ask("import", nowhere) == (2, "", f"{nowhere} can't be read: {why}.\n")
    with nowhere.open("wb") as file:
        file.truncate(65 * 1024 * 1024)
    code, _, complained = await drill.ask("import", nowhere)
    assert (code, complained) == (2, f"{nowhere} is larger than 64 MB; that is no export of Festijn.\n")


@pytest.mark.parametrize("number", [2**64, -(2**63) - 1, 10**30])
async def test_a_number_without_end_is_told_with_its_row(drill: Drill, exported: bytes, number: int) -> None:
    told: Told = json.loads(exported)
    row = next(row for row in told["records"] if "order" in row)
    row["order"] = number
    code, _, complained = await loaded(drill, json.dumps(told).encode())
    assert code == 2
    assert repr(row["id"]) in complained and "too large" in complained


@pytest.mark.parametrize(
    ("kind", "field", "number"),
    [("Initiative", "recipe", 10**12), ("Note", "at", 2**62), ("Note", "at", -1), ("About", "retention_days", 10**9)],
)
async def test_a_number_that_nothing_could_be_made_of_is_told(
    drill: Drill, exported: bytes, kind: str, field: str, number: int
) -> None:
    told: Told = json.loads(exported)
    next(row for row in told["records"] if row["type"] == kind)[field] = number
    async with asyncio.timeout(20):
        code, _, complained = await loaded(drill, json.dumps(told).encode())
    assert code == 2
    assert field in complained


@pytest.mark.parametrize("content", [b"[" * 5000, b'{"festijn": 4, "x": ' + b"[" * 5000])
async def test_boxes_in_boxes_are_told(drill: Drill, content: bytes) -> None:
    code, _, complained = await loaded(drill, content)
    assert (code, "is not an export of Festijn" in complained) == (2, True)
