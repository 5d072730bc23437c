"""Exports: nothing secret is in any, all that was shown is, and nobody's words can pass for the report's own."""

import re
import zipfile
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from rooms.ballot import AwardPrize, CloseBallot, DecidedBy, Prize, RevealPrize
from rooms.board import Note, NoteKind
from rooms.harvest import Pledge, Terms
from rooms.initiative import About, Initiative
from rooms.kernel import Put, Record, Tables
from rooms.marketplace import Conversation
from rooms.milestones import Milestone
from rooms.outcomes import outcomes
from rooms.people import DOOR, Join, Person
from rooms.programme import OpenRound, Round
from server.exports import KINDS, as_json, file_name, write_all
from server.markdown import line, lines
from server.settings import Unusable
from tests.outcome import CASE, PLAIN, Day, planted


@pytest.fixture
def day() -> Day:
    return Day()


def leaks(export: str) -> list[str]:
    return re.findall(r".*(?:secret|424242|fingerprint|voter).*", export)


def tallies(export: str) -> list[str]:
    """Lines that tell how many votes somebody got, or who won."""
    return re.findall(
        r'.*(?:4 stemmen|4 votes|"votes": 4|KunstPost: 4|(?:goes to|gaat naar): |"winners": \[\n).*', export
    )


def test_no_export_holds_a_secret_at_any_moment_of_the_vote(day: Day) -> None:
    planted(day)
    assert [leaks(export) + tallies(export) for export in day.exports()] == [[]] * 7
    day.say(CloseBallot(ballot="publieksprijs"))
    assert [leaks(export) + tallies(export) for export in day.exports()] == [[]] * 7
    day.say(RevealPrize(prize="spreekuur", winners=("kunstpost",)))
    assert [leaks(export) for export in day.exports()] == [[]] * 7
    assert [len(tallies(export)) for export in day.exports()] == [3, 2, 2, 1, 1, 1, 1]


def test_the_secrets_were_there_to_find(day: Day) -> None:
    planted(day)
    everything = msgspec.json.encode(day.tables.records()).decode()
    secrets = (
        "contact",
        "tip, soon hidden",
        "tip, not approved",
        "contact for the talk",
        "farewell",
        "consent",
        "label",
    )
    marks = ("secretdevice0001", "secretprint", "secret-guest0005", "secret@buurt.example.org", "424242")
    for secret in (*(f"secret {what}" for what in secrets), *marks):
        assert leaks(everything) and secret in everything


def test_every_export_holds_what_everybody_saw(day: Day) -> None:
    planted(day)
    day.say(CloseBallot(ballot="publieksprijs"))
    day.say(RevealPrize(prize="spreekuur", winners=("kunstpost",)))
    day.say(OpenRound(round="round-1", after=""))
    for export in day.exports():
        for text in PLAIN:
            assert text in export
    dutch, english = day.exports()[1:3]
    assert "De prijs gaat naar: **KunstPost**" in dutch and "- Buurtmaaltijden: 2 stemmen" in dutch
    assert "15 december 2021" in dutch and "15 December 2021" in english
    assert "The prize goes to: **KunstPost**" in english and "6 people have voted" in english
    assert dutch.count("niet gehouden") == english.count("not held") == 9


def test_every_winner_of_a_prize_is_told_and_no_turnout_of_the_vote_about_another() -> None:
    day = Day("brein-festijn")
    day.say(AwardPrize(prize="geldprijs", winners=("kunstpost", "buurtmaaltijden")))
    day.say(RevealPrize(prize="geldprijs", winners=("kunstpost", "buurtmaaltijden")))
    dutch, english, *_ = day.exports()[1:]
    assert "De prijs gaat naar: **KunstPost, Buurtmaaltijden**" in dutch
    assert "Gegeven door Maatschappelijke Alliantie, in geld" in dutch and "Besluit van: de gever" in dutch
    assert "The prize goes to: **KunstPost, Buurtmaaltijden**" in english
    assert "gestemd" not in dutch and "voted" not in english


def test_the_report_puts_first_what_is_taken_along_and_tells_what_became_of_it(day: Day) -> None:
    planted(day)
    early = day.note(day.guest(7), NoteKind.TIP, "an early tip")
    day.tables.apply([Put(replace(day.tables.find(Note, early), at=1))])
    report = day.markdown()
    assert "- a plain tip (Gast 1) · **Meegenomen** · 1 stip · Bij: plain cluster\n- an early tip (Gast 7)" in report
    assert "- a plain question (Gast 1) · 1 mens vraagt dit ook\\\n  Antwoord: a plain answer" in report
    assert "- 1 maart 2022: a plain milestone (Mila)" in report
    assert "- **Gast 3**: a plain pledge (in May · in ruil voor iets)" in report
    assert "Blok 2, plek 3 · Begonnen door: Gast 4 · Wilden erheen: 1" in report


def test_the_same_outcomes_give_the_same_bytes(day: Day) -> None:
    planted(day)
    again = Tables(reversed(day.tables.records()))
    assert as_json(outcomes(day.tables)) == as_json(outcomes(again))
    data: dict[str, Any] = msgspec.json.decode(as_json(outcomes(again)))
    assert data["festijn"] == 4
    assert as_json(outcomes(again)).startswith(b'{\n  "festijn": 4,\n  "about": {\n')


FORGED = [
    "# Kop",
    "Kop\n===",
    "Kop\n---",
    "Kop\n:-",
    "- punt",
    "+ punt",
    "* punt",
    "1. punt",
    "12) punt",
    "> citaat",
    "    code",
    "`code`",
    "```\ncode\n```",
    "~~~\ncode\n~~~",
    "***",
    "**vet** _schuin_ ~~weg~~",
    "[link](https://evil.example)",
    "![beeld](https://evil.example/x.png)",
    "[x]: https://evil.example",
    "[^1]: noot",
    "<https://evil.example>",
    "https://evil.example",
    "WWW.evil.example",
    "mailto:evil@evil.example",
    "evil@evil.example",
    "<script>alert(1)</script>",
    "<!-- weg",
    "&lt;b&gt;",
    "a | b\n--|--\n1 | 2",
    "$$x$$",
    "{{7*7}} ${x}",
    "eind\\",
    "a\\\n# Kop",
    "a\r# Kop",
    "a\u2028# Kop",
    "a\n\n\n# Kop",
    "- [ ] taak",
    "naam)\n\n## Kop",
]
"""What people may write that Markdown would take for more than text."""


def shape(markdown: str) -> list[str]:
    """What Markdown reads in this text: its structure, without its words."""
    plain = re.sub(r"\\[!-/:-@\[-`{-~]", "x", markdown.replace("\r", "\n"))
    marks = re.findall(r"(?m)^(?: {4,}|\t| *(?:(?:#+|[-+*>]|\d+[.)]) )+| *[-=:|]+ *$)", plain)
    return marks + re.findall(r"[<>`\[\]|~$&{}^_@]|\*+|https?:|mailto:|(?i:www\.)", plain)


def rows_of(day: Day, text: str) -> list[Record]:
    """The rest of the day, with these words wherever people write."""
    (note,) = day.tables.all(Note)
    (first, *_) = day.tables.all(Round)
    (prize, *_) = day.tables.all(Prize)
    said = {"what": text, "when": text, "name": text, "at": 0, "terms": Terms.PAID}
    return [
        replace(note, answer=text, cluster=text, taken=True, dots=2),
        Milestone(id="milestone", initiative=CASE, what=text, who=text),
        Pledge(id="pledge", initiative=CASE, need="", person="", **said),
        Conversation(id="talk", title=text, conveners=("x",), names=(text,), at=0, insights=text, agreements=text),
        replace(first, title=text, prompt_nl=text),
        replace(prize, title=text, giver=text, what=text, winners=(CASE,), revealed=True, decided=DecidedBy.PARTNER),
    ]


@pytest.mark.parametrize("text", FORGED)
def test_nobodys_words_change_the_shape_of_the_report(day: Day, text: str) -> None:
    def report(words_of_somebody: str) -> str:
        day = Day()
        (about,) = day.tables.all(About)
        row = day.tables.find(Initiative, "kunstpost")
        forged = dict.fromkeys(("name", "place", "what", "dream", "next_step"), words_of_somebody)
        records = [replace(about, title=words_of_somebody, welcome=words_of_somebody), replace(row, **forged)]
        day.tables = Tables([*day.tables.records(), *records])
        name = " ".join(words_of_somebody.split()) or "x"
        day.say(Join(id="somebody00000000", name=name), DOOR)
        day.note(day.tables.find(Person, "somebody00000000"), NoteKind.TIP, words_of_somebody)
        day.tables.apply([Put(row) for row in rows_of(day, words_of_somebody)])
        return day.markdown()

    assert shape(report(text)) == shape(report("woord"))


def test_the_shape_sees_a_forgery() -> None:
    assert [text for text in FORGED if shape(text) == shape("woord")] == ["eind\\", "a\u2028# Kop"]


@pytest.mark.parametrize(
    ("text", "one_line", "kept_lines"),
    [
        ("Gewoon, met 2.0 en (haakjes)!", "Gewoon, met 2.0 en (haakjes)!", "Gewoon, met 2.0 en (haakjes)!"),
        ("een\n\ntwee", "een twee", "een\\\ntwee"),
        ("een\n- twee", "een - twee", "een\\\n\\- twee"),
        ("2021. Een jaar", "2021\\. Een jaar", "2021\\. Een jaar"),
        ("a*b_c", "a\\*b\\_c", "a\\*b\\_c"),
        ("omgedraaid\u202egnirts", "omgedraaidgnirts", "omgedraaidgnirts"),
    ],
)
def test_plain_words_stay_readable(text: str, one_line: str, kept_lines: str) -> None:
    assert line(text) == one_line
    assert lines(text) == kept_lines


def test_a_file_is_called_after_its_festival_and_nothing_else(day: Day) -> None:
    came = outcomes(day.tables)
    assert file_name(came, "md") == "festijn-2021-12-15.md"
    named = replace(came, about=replace(came.about, code="KMN4R7"))
    assert file_name(named, "json") == "festijn-KMN4R7-2021-12-15.json"
    odd = replace(came, about=replace(came.about, code="../x\r\n", date="\u202e"))
    assert file_name(odd, "md") == "festijn-x.md"


def test_a_directory_gets_every_kind_of_file_whole_and_in_the_language_asked(day: Day, tmp_path: Path) -> None:
    came, said = outcomes(day.tables), list[str]()
    paths = write_all(came, "en", tmp_path / "new" / "out", said.append)
    assert [path.name for path in paths] == [file_name(came, kind) for kind in KINDS]
    assert sorted((tmp_path / "new" / "out").iterdir()) == sorted(paths)
    assert said == [f"{number} of {len(KINDS)}: {path.name}" for number, path in enumerate(paths, 1)]
    report = tmp_path / "new" / "out" / file_name(came, "md")
    assert "## The initiatives" in report.read_text()
    report.write_text("older")
    assert write_all(came, "nl", tmp_path / "new" / "out", said.append) == paths
    assert "## De initiatieven" in report.read_text()


def test_all_in_one_is_each_of_the_others(day: Day, tmp_path: Path) -> None:
    paths = write_all(outcomes(day.tables), "nl", tmp_path, print)
    others = {path.name: path.read_bytes() for path in paths[:-1]}
    with zipfile.ZipFile(paths[-1]) as archive:
        assert archive.testzip() is None
        packed = {name: archive.read(name) for name in archive.namelist()}
    assert sorted(packed) == sorted(others)
    # a spreadsheet tells at which second it was made
    assert all(packed[name] == content for name, content in others.items() if not name.endswith(".xlsx"))


@pytest.mark.parametrize("below", ["", "deeper"])
def test_where_a_file_stands_no_directory_is_written(day: Day, tmp_path: Path, below: str) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(Unusable, match=r"file(/deeper)? is a file, or in one; choose a directory\.$"):
        write_all(outcomes(day.tables), "nl", tmp_path / "file" / below, print)
    assert (tmp_path / "file").read_text() == "mine"


def test_where_nothing_may_be_written_is_told_in_a_sentence(day: Day) -> None:
    with pytest.raises(Unusable, match=r"^/proc/festijn can't be written in: .+\.$"):
        write_all(outcomes(day.tables), "nl", Path("/proc/festijn"), print)


def test_a_file_that_can_not_be_finished_leaves_nothing_behind(day: Day, tmp_path: Path) -> None:
    came = outcomes(day.tables)
    (tmp_path / file_name(came, "pdf")).mkdir()
    with pytest.raises(Unusable, match="can't be written in"):
        write_all(came, "nl", tmp_path, print)
    assert [path.name for path in tmp_path.iterdir()] == [file_name(came, "pdf")]
