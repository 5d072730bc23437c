"""What a rehearsal tells afterwards: how many wished what, how fast they were answered, and what went wrong."""

from collections import Counter
from dataclasses import dataclass, field

from rooms.kernel import Reason
from rooms.wire import Answer

SHOWN = 20
"""Of what went wrong, so many are told one by one."""
OFTEN = 20
"""A kind of wish that came so often and was never granted is broken."""
NEVER = (Reason.NOT_UNDERSTOOD, Reason.ID_IN_USE)
"""Why no wish of a phone in good order is ever refused."""


def percentile(values: list[float], share: float) -> float:
    """The value that this share of them does not exceed; 0 of none."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))] if values else 0.0


@dataclass
class Book:
    """What happened, as it happens. `ms` is how long each answer took."""

    people: int = 0
    wishes: Counter[str] = field(default_factory=Counter)
    granted: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    ms: list[float] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def note(self, kind: str, answer: Answer | None, ms: float) -> None:
        """A wish, its answer (None: there was none), and how long that took."""
        self.wishes[kind] += 1
        if answer is None:
            self.lost.append(f"{kind}: no answer")
            return
        self.ms.append(ms)
        if answer.ok is not None:
            self.granted[kind] += 1
        else:
            if answer.reason in NEVER:
                self.wrong.append(f"{kind}: refused as {answer.reason}")
            self.refused[f"{kind} {answer.reason}"] += 1

    @property
    def well(self) -> bool:
        """Whether nothing was lost or wrong, and every kind of wish that came often was granted to somebody."""
        return not self.lost and not self.faults

    @property
    def faults(self) -> list[str]:
        """All that was wrong: what was noted, and what was wished often and granted to nobody."""
        vain = [kind for kind, count in self.wishes.items() if count >= OFTEN and not self.granted[kind]]
        return [*self.wrong, *(f"{kind}: wished {self.wishes[kind]} times, never granted" for kind in sorted(vain))]

    def told(self) -> str:
        """The summary, line by line."""
        refused = ", ".join(f"{why} {count}" for why, count in self.refused.most_common()) or "none"
        lines = [
            f"people   {self.people}",
            f"wishes   {self.wishes.total()} of {len(self.wishes)} kinds",
            f"granted  {self.granted.total()}",
            f"refused  {self.refused.total()} ({refused})",
            f"answers  p50 {percentile(self.ms, 0.5):.0f} ms, p99 {percentile(self.ms, 0.99):.0f} ms",
            f"lost     {len(self.lost)}",
            f"wrong    {len(self.faults)}",
        ]
        lines += [f"  lost: {one}" for one in self.lost[:SHOWN]]
        lines += [f"  wrong: {one}" for one in self.faults[:SHOWN]]
        return "\n".join(lines)
