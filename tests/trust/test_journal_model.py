"""The rules of the journal hold against every misfortune that chance can think of, and none of them can be missed."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from tests.trust.model.checks import Wrong
from tests.trust.model.hunt import Run, describe, hunt
from tests.trust.model.rules import NAMES, Rules
from tests.trust.model.scenarios import SCENARIOS, Scenario

RUNS = 10_000
EXPLORED = {
    "saved": 20_000,
    "refused": 5_000,
    "taken": 1_500,
    "unknown": 2_000,
    "resumed": 15_000,
    "compacted": 7_000,
    "rolled back": 1_000,
    "healed": 800,
    "restored": 500,
    "adopted": 700,
}
"""How often, at the least, each thing must have happened before we believe that nothing can go wrong."""


class Missed(NamedTuple):
    """What goes wrong without a rule, within how many random runs; `also_off` as in a scenario."""

    rule: str
    wrong: frozenset[Wrong]
    also_off: tuple[str, ...] = ()
    within: int = 1_000


MISSED = (
    Missed("compare_in_append", frozenset({Wrong.BASE, Wrong.HOLE}), also_off=("quiet_second",)),
    Missed("snapshot_is_an_entry", frozenset({Wrong.HOLE, Wrong.BASE, Wrong.ERASED, Wrong.STUCK})),
    Missed("receipts_in_tables", frozenset({Wrong.TWICE})),
    Missed("heal_with_own_snapshot", frozenset({Wrong.LOST})),
    Missed("marks_in_snapshots", frozenset({Wrong.LOST}), within=2_000),
    Missed("resume_by_place", frozenset({Wrong.PICTURE})),
    Missed("hand_in_again", frozenset({Wrong.LOST}), also_off=("quiet_second",), within=2_000),
    Missed("epoch_for_restore", frozenset({Wrong.RESTORED})),
    Missed("refusals_wait", frozenset({Wrong.NOTHING})),
)


def test_with_all_rules_nothing_goes_wrong_in_thousands_of_random_runs() -> None:
    catch = hunt(Rules(), range(RUNS))
    assert catch.bad is None, catch.report()
    too_seldom = {what: catch.counts[what] for what, floor in EXPLORED.items() if catch.counts[what] < floor}
    assert not too_seldom, f"{RUNS} runs saw too little: {too_seldom} where at least {EXPLORED} was asked"


@pytest.mark.parametrize("missed", MISSED, ids=lambda missed: missed.rule)
def test_without_this_rule_a_random_run_goes_wrong(missed: Missed) -> None:
    catch = hunt(Rules().without(missed.rule, *missed.also_off), range(missed.within), missed.wrong)
    assert catch.bad, f"{missed.within} runs without {missed.rule}: none went wrong, so nothing shows what it is for"
    bad = catch.bad.shrunk()
    with_it = Run(Rules().without(*missed.also_off), bad.processes, bad.actions, bad.seed).play()
    assert with_it.violation is None, f"{missed.rule} does not help against this:\n{with_it.report()}"


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.rule)
def test_a_story_goes_wrong_without_its_rule_and_well_with_it(scenario: Scenario) -> None:
    without_it = scenario.play(scenario.rule)
    assert without_it.wrong is scenario.wrong, f"without {scenario.rule}: {without_it.report()}"
    with_it = scenario.play()
    assert with_it.violation is None, with_it.report()


def test_every_rule_is_shown_to_be_needed() -> None:
    shown = {missed.rule for missed in MISSED} | {scenario.rule for scenario in SCENARIOS}
    assert shown == set(NAMES)


def test_a_violation_is_reported_as_a_short_run_in_words() -> None:
    bad = hunt(Rules().without("epoch_for_restore"), range(1_000)).bad
    assert bad
    short = bad.shrunk()
    assert short.wrong is bad.wrong
    assert len(short.actions) < 15 < len(bad.actions)
    for left_out in range(len(short.actions)):
        actions = short.actions[:left_out] + short.actions[left_out + 1 :]
        run = Run(short.rules, short.processes, actions).play()
        assert run.wrong is not short.wrong, f"action {left_out + 1} could be left out of:\n{short.report()}"
    report = short.report()
    assert f"seed {bad.seed}" in report
    assert all(describe(action) in report for action in short.actions)
