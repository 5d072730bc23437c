"""Hunting for violations: draw random runs, and make the first bad one short enough to read.

A run is drawn from its seed alone, so a seed is all one needs to see it again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import accumulate
from random import Random

from tests.trust.model.checks import ViolationError, Wrong
from tests.trust.model.rules import Rules
from tests.trust.model.store import Fate
from tests.trust.model.world import PHONES, Action, World

LENGTHS = (20, 60, 120)
FATES: tuple[Fate, ...] = (*[Fate.CLEAN] * 6, *Fate)


@dataclass
class Run:
    """A list of actions for a world with so many processes, and what came of it under some rules."""

    rules: Rules
    processes: int
    actions: list[Action]
    seed: int | None = None
    counts: Counter[str] = field(default_factory=Counter)
    violation: ViolationError | None = None

    def play(self) -> Run:
        """Do all the actions and let the world settle; stops at a violation and keeps it."""
        world = World(self.rules, self.processes)
        try:
            for action in self.actions:
                world.do(action)
            world.settle()
        except ViolationError as violation:
            self.violation = violation
        self.counts = world.ledger.counts
        return self

    def shrunk(self) -> Run:
        """The same violation with as few of the actions as can be: none of them can be left out."""
        best, size = self, max(1, len(self.actions) // 2)
        while True:
            shorter = best._without_a_piece(size)
            if shorter:
                best = shorter
            elif size == 1:
                return best
            else:
                size //= 2

    def _without_a_piece(self, size: int) -> Run | None:
        for start in range(0, len(self.actions), size):
            actions = self.actions[:start] + self.actions[start + size :]
            shorter = Run(self.rules, self.processes, actions, self.seed).play()
            if shorter.wrong is self.wrong:
                return shorter
        return None

    @property
    def wrong(self) -> Wrong | None:
        """How it went wrong; None when all went well."""
        return self.violation.wrong if self.violation else None

    def report(self) -> str:
        """The violation and what led to it, one action a line."""
        title = f"{self.violation} (seed {self.seed}, {self.processes} processes, {len(self.actions)} actions)"
        lines = [f"{number:4}. {describe(action)}" for number, action in enumerate(self.actions, 1)]
        return "\n".join([title, *lines, "      and then all faults stop"])


def describe(action: Action) -> str:
    """One action in words: 'process 1 appends: reply lost'."""
    verb, *arguments = action
    subject, _, rest = verb.partition("_")
    who = [str(arguments.pop(0))] if subject in ("phone", "process") else []
    words = [argument.value if isinstance(argument, Fate) else str(argument) for argument in arguments]
    sentence = " ".join([subject, *who, *rest.split("_")])
    return f"{sentence}: {', '.join(words)}" if words else sentence


def draw(seed: int, rules: Rules) -> Run:
    """The random run of this seed. One of its processes may be slow, so that it lags behind the others."""
    dice = Random(seed)
    processes = dice.choice((2, 3))
    speeds = [1.0] * processes
    speeds[dice.randrange(processes)] = dice.choice((1.0, 0.3, 0.05))

    def phone() -> int:
        return dice.randrange(PHONES)

    def process() -> int:
        return dice.randrange(processes)

    def busy() -> int:
        return dice.choices(range(processes), speeds)[0]

    def fate() -> Fate:
        return dice.choice(FATES)

    deck: dict[Callable[[], Action], float] = {
        lambda: ("phone_posts", phone()): 11,
        lambda: ("phone_turns_board", phone()): 3,
        lambda: ("phone_erases", phone(), phone()): 1.5,
        lambda: ("phone_sends", phone()): 30,
        lambda: ("phone_moves", phone(), process()): 6,
        lambda: ("phone_enters", phone()): 10,
        lambda: ("process_appends", busy(), fate()): 18,
        lambda: ("process_reads", busy()): 16,
        lambda: ("process_compacts", busy(), fate()): 3,
        lambda: ("process_trims", busy()): 3,
        lambda: ("process_dies", process()): 3,
        lambda: ("process_starts", process()): 3,
        lambda: ("late_request_arrives",): 2,
        lambda: ("store_crashes", dice.choice((0, 0, 1, 2, 3))): 1.4,
        lambda: ("operator_restores", dice.randint(1, 3)): 0.4,
    }
    cards = dice.choices(list(deck), cum_weights=list(accumulate(deck.values())), k=dice.choice(LENGTHS))
    return Run(rules, processes, [card() for card in cards], seed)


@dataclass
class Catch:
    """What a hunt saw: how many runs, how often everything happened, and the first run that went wrong."""

    runs: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    bad: Run | None = None

    def report(self) -> str:
        """The first bad run, made short; or that there was none."""
        return self.bad.shrunk().report() if self.bad else f"{self.runs} runs, nothing went wrong"


def hunt(rules: Rules, seeds: Iterable[int], wanted: frozenset[Wrong] = frozenset(Wrong)) -> Catch:
    """Play the runs of these seeds until one goes wrong in a way that is wanted."""
    catch = Catch()
    for seed in seeds:
        run = draw(seed, rules).play()
        catch.runs += 1
        catch.counts += run.counts
        if run.wrong in wanted:
            catch.bad = run
            break
    return catch
