"""What is written down for who checks our limits is what the code does."""

import re
from importlib import import_module

import pytest

from tests.festijn import PROJECT

ROW = re.compile(r"^\| .* \| ([\d,]+)(?: (kB|bytes|signs|s))? \| `([\w.]+)\.(\w+)` \|$", re.MULTILINE)
ROWS = ROW.findall((PROJECT / "docs" / "controls.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("told", "unit", "module", "name"), ROWS, ids=[row[3] for row in ROWS])
def test_each_limit_is_as_it_is_written_down(told: str, unit: str, module: str, name: str) -> None:
    assert getattr(import_module(module), name) == int(told) * (1024 if unit == "kB" else 1)


def test_no_limit_was_passed_over() -> None:
    text = (PROJECT / "docs" / "controls.md").read_text(encoding="utf-8")
    assert len(ROWS) == len(re.findall(r"\| `(?:server|rooms)\.[\w.]+` \|$", text, re.MULTILINE)) > 30
