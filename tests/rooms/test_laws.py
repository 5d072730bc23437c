"""The laws hold whatever people wish, in whatever order, however late, double or forged.

A short look by default; `HYPOTHESIS_PROFILE=long` looks for minutes, each time at other days.
"""

import functools
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from rooms.ballot import Tally
from rooms.festival import RULES
from rooms.kernel import Reason
from server import layers
from tests.laws import Watched
from tests.rooms.afterwards import AFTERWARDS, DURING, MONTHS
from tests.rooms.improvise import play, seeded
from tests.rooms.said import SECOND

COMMON = {"deadline": None, "suppress_health_check": list(HealthCheck)}
settings.register_profile("short", max_examples=30, stateful_step_count=25, derandomize=True, **COMMON)
settings.register_profile("long", max_examples=1500, stateful_step_count=60, **COMMON)
PROFILE = settings.get_profile(os.environ.get("HYPOTHESIS_PROFILE", "short"))

SEEDS = {"short": range(10), "long": range(300)}[os.environ.get("HYPOTHESIS_PROFILE", "short")]
SEED = st.integers(0, 2**32)
NOT_A_RULES = {Reason.TOO_FAST, Reason.TOO_MANY_WAITING}
"""These are met before a wish gets as far as a rule."""
RARE = {Reason.FULL, Reason.LINK_VOTED, Reason.NO_TIE, Reason.TAKEN, Reason.TIE, Reason.TOO_MANY}
"""These take a day of a kind of its own: `test_reasons.py` has one for each."""
RECENT, PATCHED_ROWS = 6, 4
"""So few that screens often come back too late for a patch, and pictures are often made anew."""


class AnyDay(RuleBasedStateMachine):
    """Any day at all: wishes in batches, screens that fall behind, snapshots in between."""

    def __init__(self) -> None:
        super().__init__()
        self.normal = layers.RECENT, layers.PATCHED_ROWS
        layers.RECENT, layers.PATCHED_ROWS = RECENT, PATCHED_ROWS
        self.festival = Watched()

    @initialize(seed=SEED, turns=st.sampled_from([0, 10, 40]))
    def some_time_went_by(self, seed: int, turns: int) -> None:
        self.improviser = seeded(seed)
        self.festival, _ = play(self.improviser, turns)

    @rule(seed=SEED, count=st.integers(1, 8), wait=st.sampled_from([1, SECOND, 400 * SECOND]))
    def people_wish(self, seed: int, count: int, wait: int) -> None:
        self.improviser.choose = random.Random(seed).choice
        batch = [self.improviser.wish(self.festival.tables) for _ in range(count)]
        self.festival.decide(self.festival.live.last_at + wait, batch)

    @rule(seed=SEED, batches=st.integers(1, 8))
    def people_wish_one_after_the_other(self, seed: int, batches: int) -> None:
        for number in range(batches):
            self.people_wish(seed + number, 1, SECOND)

    @rule()
    def late_screens_come_back(self) -> None:
        self.festival.catch_up()

    @rule()
    def a_snapshot_is_made(self) -> None:
        self.festival.compact()

    @rule()
    def a_process_starts(self) -> None:
        self.festival.renew()

    def teardown(self) -> None:
        self.festival.catch_up()
        layers.RECENT, layers.PATCHED_ROWS = self.normal


TestAnyDay = AnyDay.TestCase
TestAnyDay.settings = PROFILE


@functools.cache
def long_day(seed: int) -> Watched:
    return play(seeded(seed, DURING), turns=180)[0]


@functools.cache
def year_after(seed: int) -> Watched:
    return play(seeded(seed, AFTERWARDS), turns=120, pauses=MONTHS)[0]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_laws_hold_on_a_long_day(seed: int) -> None:
    long_day(seed)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_laws_hold_in_the_year_after(seed: int) -> None:
    year_after(seed)


def test_the_days_that_are_played_are_worth_playing() -> None:
    """Every command is granted, every refusal of a rule met, and a tally revealed; else the laws were not tried."""
    days = [*map(long_day, SEEDS), *map(year_after, SEEDS)]
    assert {command.__name__ for command in RULES} == set().union(*(day.granted for day in days))
    assert set(Reason) - set().union(*(day.refused for day in days)) - RARE == NOT_A_RULES
    assert any(tally.revealed for day in days for tally in day.tables.all(Tally))


def test_the_same_day_leaves_the_same_bytes_whatever_the_hash_seed() -> None:
    """Entries, tables and rows do not depend on the order of any set."""
    root = Path(__file__).parents[2]
    playing = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.rooms.improvise", "7"],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed},
            stdout=subprocess.PIPE,
            text=True,
        )
        for seed in ("0", "1", "4242")
    ]
    told = [process.communicate(timeout=120)[0].strip() for process in playing]
    assert len(told[0]) == 64
    assert told == [told[0]] * 3
