"""What the fuzzer itself must be able to do: see what is wrong, and come deep enough to find it."""

import json
from random import Random
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest

from rooms.board import Board, Note, NoteKind
from rooms.festival import PHONE_COMMANDS
from rooms.kernel import Command, Tables
from rooms.wire import FROM_PHONE
from server.settings import PROJECT
from server.standing import Standing
from tests.festijn import EVENT
from tests.trust.fuzz.afterwards import Judge, compare
from tests.trust.fuzz.book import Book, Secrets
from tests.trust.fuzz.grammar import Grammar
from tests.trust.fuzz.ground import complaints_in, named
from tests.trust.fuzz.routes import routes, words_asked
from tests.trust.fuzz.shrink import shortest
from tests.trust.fuzz.spoil import places, scratch, spoil

TRACE = 'Traceback (most recent call last):\n  File "/x/server/pages.py", line 7, in door\n    x\nValueError: no\n'
CALM = '{"event": "turned away at the door", "level": "warning"}\nWARNING:  Invalid HTTP request received.\n'
LOUD = '{"event": "a rule failed", "level": "error", "exception": "Traceback\\\\nKeyError: 1"}\n'


def test_a_log_is_searched_for_what_nobody_expects() -> None:
    assert list(complaints_in(CALM)) == []
    assert len(list(complaints_in(CALM + LOUD + TRACE + CALM))) == 2
    assert "KeyError" in named(LOUD)
    assert named(TRACE) == "log: ValueError: no server/pages.py:7 in door"


def test_a_secret_is_seen_when_somebody_else_is_told_it() -> None:
    secrets = Secrets()
    secrets.plant("festijn-x-lead=abc.def." + "s" * 43)
    answer = b'{"x": "' + b"s" * 43 + b'"}'
    assert secrets.told_in(answer, b"") == "s" * 43
    assert not secrets.told_in(answer, answer)


@pytest.mark.parametrize("kind", PHONE_COMMANDS)
def test_every_command_is_spoken_as_its_type_says(kind: type[Command]) -> None:
    note = Note(id="n" * 16, board="plein", author="", name="", kind=NoteKind.TIP, text="x", at=0)
    tables = Tables([Board(id="plein"), note])
    grammar = Grammar(lambda: tables, set())
    fits = 0
    for seed in range(30):
        try:
            msgspec.convert(grammar.command(Random(seed), kind), kind, strict=True)
            fits += 1
        except msgspec.ValidationError:
            continue
    assert fits > 10


def test_every_message_is_spoken() -> None:
    grammar = Grammar(Tables, set())
    for event, kind in FROM_PHONE.items():
        assert event == "submit" or msgspec.convert(grammar.message(Random(1), event), kind)


def test_every_page_and_every_field_is_found(tmp_path: Any) -> None:
    found = dict(routes(tmp_path, "redis://127.0.0.1:1"))
    assert {"/in", "/{code}/key", "/healthz", "/{code}/people/{person}/erase", "/media/{path}"} <= set(found)
    assert {"code", "name", "token", "role", "words", "sure", "as", "lang", "late"} <= set(words_asked())


def test_the_same_seed_spoils_the_same_way() -> None:
    tree, text = {"a": [1, {"b": "x"}]}, EVENT.read_text(encoding="utf-8")
    for seed in range(200):
        first, second = (repr(spoil(tree, Random(seed))) for _ in range(2))
        assert first == second
        assert scratch(text, Random(seed)) == scratch(text, Random(seed))
    assert len({repr(spoil(tree, Random(seed))) for seed in range(200)}) > 100
    assert len(list(places(tree))) == 5


async def test_what_fails_is_made_short() -> None:
    async def fails(tree: Any) -> bool:
        return "boom" in json.dumps(tree)

    packet = "42" + json.dumps(["submit", {"ref": "x" * 50, "command": {"text": "a boom here", "id": "1"}}])
    found = await shortest({"said": ["x", packet, "y" * 100]}, fails, 5)
    assert len(found["said"]) == 1 and len(found["said"][0]) < 30


def test_processes_that_differ_are_seen() -> None:
    nothing: Any = SimpleNamespace(chronicle=SimpleNamespace(told=[]))
    book = Book()
    compare({"one": ("1.1.x", "a"), "two": ("1.1.x", "b")}, Standing(), Judge(nothing), book)
    assert "the processes do not agree" in book.faults
    assert (PROJECT / "bin" / "fuzz").stat().st_mode & 0o111
