"""Exports: nothing secret is in any, all that was shown is, and nobody's words can pass for the report's own."""

import functools
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from fluent.runtime import FluentBundle, FluentResource
from msgspec.structs import replace

from rooms.ballot import CastVote, CloseBallot, OpenBallot, RevealPrize
from rooms.board import HideNote, NoteKind, PostNote, ReleaseNote
from rooms.festival import decide
from rooms.initiative import About, Initiative
from rooms.kernel import Command, Tables
from rooms.outcomes import outcomes
from rooms.people import DOOR, OPERATOR, Join, MakeLink, Person, Role
from rooms.programme import OpenRound
from rooms.receipt import parse_ref, receipt
from rooms.setup import SetUp
from server.eventfile import load
from server.exports import as_json, as_markdown, file_name, line, lines

PROJECT = Path(__file__).resolve().parents[2]
FACILITATOR = Person(id="secret-facilitator", name="Fee", role=Role.FACILITATOR)
ORGANISER = Person(id="secret-organiser", name="Olga", role=Role.ORGANISER)


@functools.cache
def words(lang: str) -> Callable[..., str]:
    """The sentences of one language; a sentence that is not there, or not complete, is an error."""
    bundle = FluentBundle([lang], use_isolating=False)
    bundle.add_resource(FluentResource((PROJECT / "client" / "words" / f"{lang}.ftl").read_text()))

    def say(word: str, /, **args: object) -> str:
        pattern = bundle.get_message(word).value
        assert pattern is not None
        said, errors = bundle.format_pattern(pattern, args)
        assert not errors
        return str(said)

    return say


CASE = "kunstpost"


class Day:
    """The Brein Festijn, to say things at."""

    def __init__(self) -> None:
        self.tables = Tables()
        self.say(SetUp(records=load(PROJECT / "events" / "korte-dag.toml")), OPERATOR)

    def say(self, wish: Command, by: Person = FACILITATOR) -> None:
        self.tables.apply(list(decide(self.tables, wish, by, 1_700_000_000_000)))

    def guest(self, number: int) -> Person:
        self.say(Join(id=f"secret-guest{number:04}", name=f"Gast {number}"), DOOR)
        return self.tables.find(Person, f"secret-guest{number:04}")

    def note(self, by: Person, kind: NoteKind, text: str, board: str = CASE) -> str:
        note = f"secretnote{len(self.tables.records()):06}"
        self.say(PostNote(id=note, board=board, kind=kind, text=text), by)
        return note

    def exports(self) -> list[str]:
        """Every export there is, as text."""
        came = outcomes(self.tables)
        return [as_json(came).decode(), as_markdown(came, "nl", words("nl")), as_markdown(came, "en", words("en"))]

    def markdown(self) -> str:
        return self.exports()[1]


@pytest.fixture
def day() -> Day:
    return Day()


def planted(day: Day) -> None:
    """Secrets in every corner, each with "secret" in it, and beside them what everybody may see."""
    guests = [day.guest(number) for number in range(6)]
    link = MakeLink(
        id="secret-link-0001", role=Role.LEAD, label="secret label", fingerprint="secretprint", initiative=CASE
    )
    day.say(link, OPERATOR)
    day.say(Join(id="secret-lead-0001", name="Lea", link="secret-link-0001"), DOOR)
    day.tables.apply(list(receipt(day.tables, parse_ref("secretdevice0001.7", 7), guests[0], 424_242)))
    day.note(guests[0], NoteKind.CONTACT, "secret contact")
    hidden = day.note(guests[0], NoteKind.TIP, "secret tip, soon hidden")
    day.say(HideNote(note=hidden, hidden=True))
    day.note(guests[1], NoteKind.TIP, "a plain tip")
    day.note(guests[1], NoteKind.TOP, "a plain top")
    day.note(guests[1], NoteKind.QUESTION, "a plain question")
    released = day.note(guests[1], NoteKind.IMPACT, "a plain impact idea")
    day.say(ReleaseNote(note=released, released=True))
    day.say(OpenBallot(ballot="publieksprijs"))
    for guest, choice in zip(guests, ["kunstpost"] * 4 + ["buurtmaaltijden"] * 2, strict=True):
        day.say(CastVote(prize="spreekuur", choice=choice), guest)


def leaks(export: str) -> list[str]:
    return re.findall(r".*(?:secret|424242|fingerprint|voter).*", export)


def tallies(export: str) -> list[str]:
    """Lines that tell how many votes somebody got, or who won."""
    return re.findall(r'.*(?:4 stemmen|4 votes|"votes": 4|goes to|gaat naar|"winners": \[\n).*', export)


def test_no_export_holds_a_secret_at_any_moment_of_the_vote(day: Day) -> None:
    planted(day)
    assert [leaks(export) + tallies(export) for export in day.exports()] == [[], [], []]
    day.say(CloseBallot(ballot="publieksprijs"))
    assert [leaks(export) + tallies(export) for export in day.exports()] == [[], [], []]
    day.say(RevealPrize(prize="spreekuur"))
    assert [leaks(export) for export in day.exports()] == [[], [], []]
    assert all(len(tallies(export)) == 2 for export in day.exports())


def test_the_secrets_were_there_to_find(day: Day) -> None:
    planted(day)
    everything = msgspec.json.encode(day.tables.records()).decode()
    for secret in ("secret contact", "soon hidden", "secretdevice0001", "secretprint", "secret-guest0005", "424242"):
        assert leaks(everything) and secret in everything


def test_every_export_holds_what_everybody_saw(day: Day) -> None:
    planted(day)
    day.say(CloseBallot(ballot="publieksprijs"))
    day.say(RevealPrize(prize="spreekuur"))
    day.say(OpenRound(round="round-1", after=""))
    for export in day.exports():
        for text in (
            "plain tip",
            "plain top",
            "plain question",
            "plain impact idea",
            "Gast 1",
            "KunstPost",
            "Lobby Lokaal",
        ):
            assert text in export
    dutch, english = day.exports()[1:]
    assert "De prijs gaat naar: **KunstPost**" in dutch and "- Buurtmaaltijden: 2 stemmen" in dutch
    assert "15 december 2021" in dutch and "15 December 2021" in english
    assert "The prize goes to: **KunstPost**" in english and "6 people have voted" in english
    assert dutch.count("niet gehouden") == english.count("not held") == 9


def test_the_same_outcomes_give_the_same_bytes(day: Day) -> None:
    planted(day)
    again = Tables(reversed(day.tables.records()))
    assert as_json(outcomes(day.tables)) == as_json(outcomes(again))
    data: dict[str, Any] = msgspec.json.decode(as_json(outcomes(again)))
    assert data["festijn"] == 1
    assert as_json(outcomes(again)).startswith(b'{\n  "festijn": 1,\n  "about": {\n')


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
    return marks + re.findall(r"[<>`\[\]|~$&{}^_]|\*+|https?:|mailto:|(?i:www\.)", plain)


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
