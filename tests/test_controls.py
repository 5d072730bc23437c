"""What is written down for who checks us is what the code does, and is added up well."""

import re
from collections import Counter
from importlib import import_module

import pytest

from tests.festijn import PROJECT

ROW = re.compile(r"^\| .* \| ([\d,]+)(?: (kB|bytes|signs|s))? \| `([\w.]+)\.(\w+)` \|$", re.MULTILINE)
ANSWERS = ("yes", "partly", "no", "n.a.")
ANSWER = re.compile(r"^\| [\d.]+ \(L[12]\) \| .*? \| (?:\*\*)?(yes|partly|no|n\.a\.)(?:\*\*)? \|", re.MULTILINE)
ROWS = ROW.findall((PROJECT / "docs" / "controls.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("told", "unit", "module", "name"), ROWS, ids=[row[3] for row in ROWS])
def test_each_limit_is_as_it_is_written_down(told: str, unit: str, module: str, name: str) -> None:
    assert getattr(import_module(module), name) == int(told) * (1024 if unit == "kB" else 1)


def test_no_limit_was_passed_over() -> None:
    text = (PROJECT / "docs" / "controls.md").read_text(encoding="utf-8")
    assert len(ROWS) == len(re.findall(r"\| `(?:server|rooms)\.[\w.]+` \|$", text, re.MULTILINE)) > 30


def test_the_answers_to_the_asvs_are_added_up_well() -> None:
    whole, *chapters = re.split(r"(?m)^(?=## V\d+ )", (PROJECT / "docs" / "asvs.md").read_text(encoding="utf-8"))
    together: Counter[str] = Counter()
    for chapter in chapters:
        found = Counter(ANSWER.findall(chapter))
        counts = [found[answer] for answer in ANSWERS]
        assert in_words(found) in chapter
        row = " | ".join(map(str, [*counts, sum(counts)]))
        assert re.search(rf"(?m)^\| {chapter.split()[1]} .* \| {re.escape(row)} \|$", whole), chapter[:40]
        together += found
    assert f"**{in_words(together)}**" in whole


def in_words(found: Counter[str]) -> str:
    return "{} yes, {} partly, {} no, {} not applicable.".format(*(found[answer] for answer in ANSWERS))
