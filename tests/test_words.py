"""The catalogues: every word is there in both languages, and none is there for nothing.

A word is used when its key stands between quotes anywhere in the client's or the server's sources. A family is a word
for each value of a closed list; its keys are spelled by the code from the value.
"""

import re
from functools import cache

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from rooms.board import NoteKind
from rooms.initiative import NeedKind, PartKind
from rooms.kernel import Reason
from rooms.programme import RoundKind
from server.words import CATALOGUES, LANGUAGES

PROJECT = CATALOGUES.parent.parent
SOURCES = [
    *(PROJECT / "client" / "src").rglob("*.ts*"),
    *(PROJECT / "client" / "templates").glob("*.html"),
    *(PROJECT / "server").glob("*.py"),
]
FAMILIES = {"reason": Reason, "note": NoteKind, "need": NeedKind, "part": PartKind, "round": RoundKind}
SENTENCES = {
    f"page-{what}-{part}"
    for what in ("missing", "own-link", "store", "foreign", "results", "slow", "tries")
    for part in ("heading", "text")
}
QUOTED = re.compile(r"""["'`]([a-z][a-z0-9]*(?:-[a-z0-9]+)*)["'`]""")
LONGEST_SENTENCE = 15


@cache
def messages(language: str) -> dict[str, ast.Message]:
    text = (CATALOGUES / f"{language}.ftl").read_text(encoding="utf-8")
    body = FluentParser().parse(text).body
    junk = [entry.content for entry in body if isinstance(entry, ast.Junk)]
    assert not junk, junk
    found = [entry for entry in body if isinstance(entry, ast.Message)]
    names = [entry.id.name for entry in found]
    assert len(names) == len(set(names)), sorted(name for name in names if names.count(name) > 1)
    return {entry.id.name: entry for entry in found}


def of_families() -> set[str]:
    return {f"{family}-{value.value.replace('_', '-')}" for family, kind in FAMILIES.items() for value in kind}


def test_both_languages_have_the_same_words() -> None:
    dutch, english = (set(messages(language)) for language in LANGUAGES)
    assert dutch - english == set()
    assert english - dutch == set()


def test_every_word_is_used() -> None:
    quoted = {key for source in SOURCES for key in QUOTED.findall(source.read_text(encoding="utf-8"))}
    assert set(messages("nl")) - quoted - of_families() - SENTENCES == set()


def test_every_word_that_code_asks_for_is_there() -> None:
    asked = re.compile(r"""\bsay\(\s*["']([a-z0-9-]+)["']""")
    missing = {
        f"{source.relative_to(PROJECT)}: {key}"
        for source in SOURCES
        for key in asked.findall(source.read_text(encoding="utf-8"))
        if key not in messages("nl")
    }
    assert missing == set()
    assert (of_families() | SENTENCES) - set(messages("nl")) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_has_at_most_fifteen_words(language: str) -> None:
    long = {}
    for name, message in messages(language).items():
        for text in texts(message):
            for sentence in re.split(r"[.!?:]\s", text):
                if len(sentence.split()) > LONGEST_SENTENCE:
                    long[name] = sentence
    assert long == {}


def texts(node: ast.BaseNode) -> list[str]:
    """Every piece of running text in a message, with a stand-in for what is filled in."""
    if isinstance(node, ast.Pattern):
        plain = "".join(part.value if isinstance(part, ast.TextElement) else "…" for part in node.elements)
        inner = [text for part in node.elements if isinstance(part, ast.Placeable) for text in texts(part)]
        return [plain, *inner]
    if isinstance(node, ast.Placeable):
        return texts(node.expression)
    if isinstance(node, ast.SelectExpression):
        return [text for variant in node.variants for text in texts(variant.value)]
    return texts(node.value) if isinstance(node, ast.Message) and node.value else []


def test_both_languages_fill_in_the_same_things() -> None:
    dutch, english = messages("nl"), messages("en")
    differing = {
        name: (filled(dutch[name]), filled(english[name]))
        for name in dutch.keys() & english.keys()
        if filled(dutch[name]) != filled(english[name])
    }
    assert differing == {}


class Variables(Visitor):
    """Gathers the names of the variables in a message."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - fluent's own way of naming
        self.names.add(node.id.name)


def filled(message: ast.Message) -> set[str]:
    """The names of all variables in a message."""
    found = Variables()
    found.visit(message)
    return found.names
