"""The table of attacks is whole: every case is shown by a test that exists."""

import ast
from functools import cache
from pathlib import Path

import pytest

from tests.trust.attacks.table import ATTACKS

TESTS = Path(__file__).parents[2]


@cache
def found_in(file: str) -> frozenset[str]:
    nodes = ast.walk(ast.parse((TESTS / file).read_text(encoding="utf-8")))
    functions = (node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return frozenset(one.name for one in functions if one.name.startswith("test_"))


def test_no_case_is_left_out() -> None:
    assert list(ATTACKS) == list(range(1, 35))
    assert all(attack.tried and attack.answer and attack.shown for attack in ATTACKS.values())


@pytest.mark.parametrize("number", ATTACKS)
def test_a_case_is_shown_by_tests_that_exist(number: int) -> None:
    for shown in ATTACKS[number].shown:
        file, _, name = shown.partition("::")
        assert name in found_in(file), shown
