"""What one person at the festival sent and heard: the evidence that is held against the journal afterwards."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Sent:
    """A wish as it first left, at `at` (ms since 1970): what its phone had seen, the newest entry that it knew of as
    granted, and where the layer stood that it was drawn from."""

    command: dict[str, Any]
    seen: int
    after: int
    drawn_at: int
    at: float


@dataclass(frozen=True)
class No:
    """A refusal: of which wish, why, and when it was heard (ms since 1970)."""

    sent: Sent
    reason: str
    at: float


@dataclass(frozen=True)
class Contradiction:
    """Two answers to one wish that can't both be, and when the second was heard (ms since 1970)."""

    sent: Sent
    what: str
    at: float


@dataclass
class Diary:
    """One person's evidence. `sent` keeps every wish, `granted` the entry that was told for it."""

    person: str
    device: str
    sent: dict[int, Sent] = field(default_factory=dict)
    granted: dict[int, int] = field(default_factory=dict)
    refused: dict[int, No] = field(default_factory=dict)
    contradicted: list[Contradiction] = field(default_factory=list)
    went_to: defaultdict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    """To which process each wish was sent, each time it was."""
    complaints: list[str] = field(default_factory=list)
    again: int = 0
    twice: int = 0
    resumed: Counter[str] = field(default_factory=Counter)
    away: list[tuple[float, float]] = field(default_factory=list)
    """From when to when (monotonic seconds) this person could not work."""


Shown = dict[str, dict[tuple[str, int], str]]
"""Every picture anybody had: place -> (audience, fingerprint of the layer) -> one person who had it."""
