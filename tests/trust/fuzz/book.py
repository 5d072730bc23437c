"""What a run of the fuzzer writes down: how many cases went through each door, what became of them, how long answers
took, and everything that must not be.

The same fault, found a thousand times, is told once: with its seed, the shortest input that was found, and how often.
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

ACCEPTED, REFUSED, BRAKED, CLOSED = "accepted", "refused", "braked", "closed"
LONGEST_SHOWN = 3000
MOST_ROWS = 14
"""Of a traceback: its last ones."""
RUN = re.compile(rb"[A-Za-z0-9_-]{27,}")
"""Signs in a row that could be a secret of ours: the signature of a cookie (43), the token of a link (32)."""


@dataclass(frozen=True)
class Told:
    """What became of a case. `wrong` says what must not be, in a few words that are the same for the same fault."""

    became: str
    ms: float = 0.0
    wrong: str = ""


@dataclass
class Fault:
    """Something that must not be: where it was seen first, by which input, and how often it came again."""

    what: str
    door: str
    seed: str
    shortest: Any
    evidence: str = ""
    times: int = 1

    def __str__(self) -> str:
        shown = repr(self.shortest)
        kept = shown if len(shown) <= LONGEST_SHOWN else f"{shown[:LONGEST_SHOWN]}… ({len(shown)} signs)"
        told = f"{self.what}\n    door {self.door}, seed {self.seed!r}, {self.times} times\n    input: {kept}"
        return "\n".join([told, *(f"    | {row}" for row in self.evidence.splitlines()[-MOST_ROWS:])])


@dataclass
class Book:
    """All of it, of one run."""

    became: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    kinds: Counter[str] = field(default_factory=Counter)
    slowest: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    spent: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    """Seconds that each door had."""
    faults: dict[str, Fault] = field(default_factory=dict)
    figures: dict[str, Any] = field(default_factory=dict)

    def note(self, door: str, told: Told) -> None:
        """This case is over."""
        self.became[door][told.became] += 1
        self.took(door, told.ms)

    def took(self, what: str, ms: float) -> None:
        """An answer took so long."""
        self.slowest[what] = max(self.slowest[what], ms)

    def known(self, what: str) -> bool:
        """Whether this was found before; counts it."""
        if found := self.faults.get(what):
            found.times += 1
        return found is not None

    def fault(self, what: str, door: str = "", seed: str = "", shortest: Any = None, evidence: str = "") -> None:
        """Something that must not be."""
        if not self.known(what):
            self.faults[what] = Fault(what, door, seed, shortest, evidence)
            print(f"! {self.faults[what]}", flush=True)

    def cases(self, door: str) -> int:
        """How many cases went through this door."""
        return sum(self.became[door].values())

    def line(self) -> str:
        """How far it is, in one line."""
        doors = ", ".join(f"{door} {sum(counts.values())}" for door, counts in self.became.items())
        return f"{doors}; {len(self.faults)} faults"

    def text(self) -> str:
        """The whole, to be read."""
        rows = []
        for door, counts in self.became.items():
            told = ", ".join(f"{times} {what}" for what, times in counts.most_common())
            rows.append(f"  {door:<12} {self.cases(door):>8} cases: {told}; slowest {self.slowest[door]:,.0f} ms")
            rows[-1] += f"; {self.spent[door]:,.0f} s"
        others = {what: ms for what, ms in self.slowest.items() if what not in self.became}
        rows += [f"  {what:<12} slowest answer {ms:,.0f} ms" for what, ms in others.items()]
        rows += [f"  {name:<28} {value}" for name, value in self.figures.items()]
        rows += [f"  ! {fault.what}: {fault.times} times, seed {fault.seed!r}" for fault in self.faults.values()]
        return "\n".join([*rows, "  well" if not self.faults else f"  {len(self.faults)} faults"])


@dataclass
class Secrets:
    """What was planted: it may be told to nobody but who showed it."""

    planted: set[bytes] = field(default_factory=set)

    def plant(self, secret: str) -> None:
        """Look out for this from now on: the token of a link, or the signature at the end of a cookie."""
        self.planted.add(secret.rpartition(".")[2].encode())

    def told_in(self, answer: bytes, asked: bytes) -> str:
        """The first secret in this answer that who asked did not show, or ""."""
        for run in RUN.finditer(answer):
            if run[0] in self.planted and run[0] not in asked:
                return run[0].decode()
        return ""
