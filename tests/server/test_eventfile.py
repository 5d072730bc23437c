"""Event files: a good one becomes a festival; of a faulty one every fault is told at once, and nothing is loaded."""

import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

from rooms.ballot import Ballot, DecidedBy, Prize
from rooms.board import Board
from rooms.initiative import About, Initiative, Need, NeedKind, PartKind, RecipePart
from rooms.kernel import Tables
from rooms.marketplace import Market
from rooms.programme import Grouping, Round, RoundKind
from server.closedtoml import FILE_BYTES
from server.eventfile import EventFile, Faulty, load
from server.register import ALPHABET
from server.video import FRAME_HOSTS
from tests.festijn import EVENT, WHOLE_DAY

PROJECT = Path(__file__).resolve().parents[2]
BREIN = PROJECT / "events" / "korte-dag.toml"
SMALL = """
title = "Klein"

[[rounds]]
kind = "pitch"
minutes = 5
initiative = "een"

[[initiatives]]
id = "een"
name = "Een"
place = "Hier"
what = "Iets"
"""


def read(folder: Path, text: str | bytes) -> Tables:
    file = folder / "event.toml"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return Tables(load(file))


def faults(folder: Path, text: str | bytes) -> list[str]:
    with pytest.raises(Faulty) as told:
        read(folder, text)
    return [str(fault) for fault in told.value.faults]


def test_the_brein_festijn_is_a_whole_festival_of_six_initiatives_in_an_hour() -> None:
    festival = Tables(load(BREIN))
    rounds = sorted(festival.all(Round), key=lambda row: row.order)
    initiatives = festival.all(Initiative)
    assert [row.kind for row in rounds] == [
        RoundKind.WELCOME, *[RoundKind.PITCH] * 6, RoundKind.BALLOT, RoundKind.PRIZES, RoundKind.GOODBYE,
    ]  # fmt: skip
    assert sum(row.minutes for row in rounds) == 60
    assert {row.initiative for row in rounds if row.kind is RoundKind.PITCH} == {row.id for row in initiatives}
    assert {board.id for board in festival.all(Board)} == {row.id for row in initiatives}
    for row in initiatives:
        assert row.dream and row.next_step and festival.where(Need, "initiative", row.id)
        parts = festival.where(RecipePart, "initiative", row.id)
        assert {part.kind for part in parts} == set(PartKind)
        assert {part.version for part in parts} == {10}
    (prize,) = festival.all(Prize)
    assert festival.find(Ballot, prize.ballot)
    assert festival.find(About, "about").date == "2021-12-15"


def test_contact_persons_in_our_files_are_made_up() -> None:
    addresses = re.findall(r"\S+@\S+", BREIN.read_text())
    assert addresses and all(re.search(r"[@.]example\.org\W*$", address) for address in addresses)


def test_a_small_file_gets_sensible_values_and_no_code_of_its_own(tmp_path: Path) -> None:
    festival = read(tmp_path, SMALL)
    assert festival.find(About, "about") == About(id="about", title="Klein", code="", retention_days=90)
    assert [record.id for record in festival.records()] == ["about", "een", "een", "market", "round-1"]


def test_texts_are_tidied_and_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    text = SMALL.replace('"Iets"', '"""\n  Iets\\u202e moois  \n\n\n\nen meer\n"""')
    assert read(tmp_path, text.encode("utf-8-sig")).find(Initiative, "een").what == "Iets moois\n\nen meer"


def test_a_code_video_need_and_prize_arrive_in_the_records(tmp_path: Path) -> None:
    text = f'code = "KMN4R7"\n{SMALL}video = "https://youtu.be/dQw4w9WgXcQ"\n'
    text += '[[initiatives.needs]]\nkind = "pilot"\ntext = "Wie?"\n'
    text += '[[ballots]]\nid = "b"\n[[ballots.prizes]]\nid = "p"\ntitle = "T"\ngiver = "G"\n'
    festival = read(tmp_path, text)
    assert festival.find(About, "about").code == "KMN4R7"
    assert festival.find(Initiative, "een").video.startswith(FRAME_HOSTS[0])
    assert festival.all(Need) == [Need(id="een-1", initiative="een", order=1, kind=NeedKind.PILOT, text="Wie?")]
    assert festival.all(Prize) == [Prize(id="p", ballot="b", order=1, title="T", giver="G")]


def test_an_initiative_is_not_called_as_the_hall_is(tmp_path: Path) -> None:
    told = faults(tmp_path, SMALL.replace('"een"', '"hall"'))
    assert told == [
        'line 10, initiatives[0].id: should be another name: "hall" is that of the hall, where everybody is together'
    ]


def test_every_fault_is_told_at_once_each_on_its_line(tmp_path: Path) -> None:
    told = faults(
        tmp_path,
        '''titel = "x"
title = ""
code = "LIOL10"
welcome = """
[[rounds]]
"""  # [[rounds]]
[[rounds]]
kind = "pich"
minutes = 241
[[rounds]]
kind = "break"
minutes = true
ballot = "geen"
[[initiatives]]
id = "Kunst Post"
place = "a\\nb"
what = 3
  [[initiatives.needs]]
  kind = "knowlege"
  text = "ok"
  token = "hush-hush"
''',
    )
    starts = [
        'line 1, titel: is not known here; did you mean "title"?',
        "line 2, title: should be one line of 1 to 80 signs",
        "line 3, code: should be 6 signs out of",
        "line 8, rounds[0].kind: should be one of welcome, pitch, dream, break, need, open_space, harvest, ballot, p",
        "line 9, rounds[0].minutes: should be a whole number from 1 to 240, not 241",
        "line 12, rounds[1].minutes: should be a whole number from 1 to 240, and is true or false",
        'line 13, rounds[1].ballot: should be the id of a known ballot, not "geen"',
        "line 13, rounds[1].ballot: should be left out of a break round",
        "line 14, initiatives[0].name: is missing; should be one line of 1 to 80 signs",
        'line 15, initiatives[0].id: should be a short name of small letters, digits and dashes, such as "kunstpost"',
        "line 16, initiatives[0].place: should be one line of 1 to 80 signs",
        "line 17, initiatives[0].what: should be text of 1 to 400 signs, not 3",
        "line 19, initiatives[0].needs[0].kind: should be one of knowledge, experience",
        "line 21, initiatives[0].needs[0].token: is not known here; known here: kind, text",
    ]
    assert [line[: len(start)] for line, start in zip(told, starts, strict=True)] == starts
    assert 'did you mean "knowledge"?' in told[12]
    assert not any("hush-hush" in line or "\n" in line for line in told)


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        ('initiative = "een"', 'initiative = "eem"', 'not "eem"; did you mean "een"?'),
        ('initiative = "een"', "", "rounds[0].initiative: is missing; a pitch round should name its initiative"),
        (
            'initiative = "een"',
            'initiative = "een"\ntitle = ""\n[[rounds]]\nkind = "break"\nminutes = 1\ninitiative = "een"',
            "should be left out of a break round",
        ),
        ('name = "Een"', f'name = "{"a" * 81}"', "should be one line of 1 to 80 signs"),
        ('what = "Iets"', f'what = "{"a" * 401}"', "should be text of 1 to 400 signs, and has 401"),
        ('what = "Iets"', "what = 2021-12-15", "should be text of 1 to 400 signs, and is a date or time"),
        ('what = "Iets"', 'what = "a"\nneeds = [3]', "needs[0]: should be a table, and is a number"),
        ('what = "Iets"', 'what = "a"\nrecipe = {steps = "a"}', "recipe.steps: should be a list of 0 to 20"),
        ('title = "Klein"', 'title = "K"\ndate = "2021-12-15"', "should be a date such as 2021-12-15, without quotes"),
        ('title = "Klein"', 'title = "K"\ndate = 2021-12-15T10:00:00', "without quotes, and is a date or time"),
        ('title = "Klein"', 'title = "K"\nlanguage = "de"', 'should be one of en, nl, not "de"'),
        ('title = "Klein"', f'title = "K"\nretention_days = {"9" * 400}', "from 1 to 365, and is a number"),
        (
            'title = "Klein"',
            'title = "K"\n[[ballots]]\nid = "b"\nprizes = []',
            "a list of 1 to 20, and has 0",
        ),
        ('what = "Iets"', 'what = "a"\nvideo = "javascript:alert(1)"', "should be a film on https://www.youtube.com"),
        (
            'what = "Iets"',
            'what = "a"\n[[initiatives]]\nid = "een"\nname = "a"\nplace = "b"\nwhat = "c"',
            'initiatives[1].id: should be different from initiatives[0].id, and both are "een"',
        ),
    ],
)
def test_a_fault_says_what_would_be_right(tmp_path: Path, was: str, becomes: str, told: str) -> None:
    assert was in SMALL
    (only,) = faults(tmp_path, SMALL.replace(was, becomes))
    assert told in only
    assert only.startswith("line ")


def test_a_file_without_initiatives_or_rounds_is_no_festival(tmp_path: Path) -> None:
    assert [line.split(";")[0] for line in faults(tmp_path, 'title = "Leeg"')] == [
        "rounds: is missing",
        "initiatives: is missing",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title = Klein", "line 1, column 9: should be TOML, and is not: invalid value"),
        ('title = "a\nb"', "line 1, column 11: should be TOML, and is not: illegal character"),
        ('title = "a"\ntitle = "b"', "line 2, end of file: should be TOML, and is not: cannot overwrite a value"),
        ("date = 2021-02-30", "line 1, column 8: should be TOML, and is not: invalid date or datetime"),
        ("a = " + "[" * 100_000, "event.toml: should be TOML, and is not: too many brackets"),
        (b"title = '\xff'", "event.toml: should be UTF-8 text, and byte 9 is not"),
        ("#" * (FILE_BYTES + 1), f"event.toml: should be at most {FILE_BYTES} bytes"),
    ],
)
def test_what_is_no_toml_is_told_in_one_sentence(tmp_path: Path, text: str | bytes, told: str) -> None:
    (only,) = faults(tmp_path, text)
    assert only.startswith(told)


def test_a_file_that_is_not_there_is_told_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(Faulty, match=r"^gone\.toml: cannot be read: No such file"):
        load(tmp_path / "gone.toml")


def test_join_codes_have_no_signs_that_look_alike() -> None:
    assert len(set(ALPHABET)) == len(ALPHABET) == 31
    assert not set(ALPHABET) & set("01ILO")


def keys_of(kind: Any) -> set[str]:
    """All keys of this struct and of those in it."""
    own = {field.name for field in msgspec.structs.fields(kind)}
    nested = re.findall(r"\b(\w+Row)\b", repr(kind.__annotations__))
    inside = [getattr(__import__("server.eventfile", fromlist=[name]), name) for name in nested]
    return own.union(*(keys_of(row) for row in inside))


def test_a_whole_day_is_read_as_it_is_written() -> None:
    records = load(WHOLE_DAY)
    rounds = [one for one in records if isinstance(one, Round)]
    assert sum(one.minutes for one in rounds) == 155
    grouped = {one.kind: one.grouping for one in rounds}
    assert grouped[RoundKind.DREAM] is grouped[RoundKind.NEED] is Grouping.TABLES
    assert grouped[RoundKind.OPEN_SPACE] is Grouping.CONVERSATIONS
    assert grouped[RoundKind.HARVEST] is Grouping.PLENARY
    dream = next(one for one in rounds if one.kind is RoundKind.DREAM)
    assert dream.prompt_nl
    assert dream.prompt_en
    assert dream.writes
    prizes = {one.decided for one in records if isinstance(one, Prize)}
    assert prizes == {DecidedBy.VOTE, DecidedBy.PARTNER}
    assert [one.slots for one in records if isinstance(one, Market)] == [2]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('call = "http://meet.example.org/{room}"', "call: should be a pattern"),
        ('call = "https://meet.example.org/all"', "call: should be a pattern"),
        ("market = {slots = 0}", "market.slots: should be a whole number from 1 to"),
    ],
)
def test_a_pattern_or_a_grid_that_can_not_be_is_told(tmp_path: Path, line: str, told: str) -> None:
    file = tmp_path / "event.toml"
    file.write_text(line + "\n" + EVENT.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(Faulty) as faults:
        load(file)
    assert any(told in str(fault) for fault in faults.value.faults), faults.value.faults


def test_a_pattern_for_calls_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "event.toml"
    pattern = "https://meet.example.org/{festival}-{room}"
    file.write_text(f'call = "{pattern}"\n' + EVENT.read_text(encoding="utf-8"), encoding="utf-8")
    assert next(one for one in load(file) if isinstance(one, About)).call == pattern


def test_the_manual_explains_every_key() -> None:
    manual = (PROJECT / "docs" / "event-file.md").read_text()
    assert {key for key in keys_of(EventFile) if f"`{key}`" not in manual and f".{key}]" not in manual} == {
        "rounds", "initiatives", "ballots",
    }  # fmt: skip
    assert all(f"`[[{key}]]`" in manual for key in ("rounds", "initiatives", "ballots"))
