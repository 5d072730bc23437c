"""ARCHITECTURE.md leads to every part: who looks for something finds its file there, and finds no file that is gone."""

import re

import pytest

from server.settings import PROJECT

TOLD = set(re.findall(r"`(?:\w+/)*(\w+\.(?:py|tsx?|css|ftl))`", (PROJECT / "ARCHITECTURE.md").read_text("utf-8")))
OWN_DOORS = {"__init__.py", "__main__.py"}
PLACES = ("rooms", "server", "bench", "tests", "client/src", "client/styles", "client/words")


@pytest.mark.parametrize("part", ["rooms", "server"])
def test_every_file_is_on_the_map(part: str) -> None:
    assert {file.name for file in (PROJECT / part).glob("*.py")} - OWN_DOORS <= TOLD


def test_no_file_on_the_map_is_gone() -> None:
    assert {file.name for place in PLACES for file in (PROJECT / place).rglob("*.*")} >= TOLD
