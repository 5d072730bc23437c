"""What somebody at a festival sees on their own screen, and their own chance, words and ids."""

import random
from collections.abc import Callable
from typing import Any, Protocol

import msgspec

from server.rehearsal.phone import Layer
from tests.trust.chaos.scene import Guest, Scene

Command = dict[str, Any]
Idea = Callable[[], Command | None]
Row = dict[str, Any]


class Screen(Protocol):
    """What a person sees."""

    layers: dict[str, Layer]
    look: str


class Eyes:
    """One person before their screen. `source` is the audience they looked at last."""

    def __init__(self, scene: Scene, guest: Guest, screen: Screen, chance: random.Random) -> None:
        self.scene, self.guest, self.screen, self.chance = scene, guest, screen, chance
        self.mine = f"person:{guest.person}"
        self.source = "festival"
        self._count = 0

    def rows(self, audience: str, kind: str) -> list[Row]:
        """All rows of this kind."""
        return [msgspec.json.decode(row) for row in self._raw(audience, kind)]

    def one(self, audience: str, kind: str) -> Row | None:
        """One of them, by chance."""
        rows = self._raw(audience, kind)
        return msgspec.json.decode(self.chance.choice(rows)) if rows else None

    def which(self, audience: str, kind: str, row: str) -> Row | None:
        """The one with this id."""
        return next((one for one in self.rows(audience, kind) if one["id"] == row), None)

    def _raw(self, audience: str, kind: str) -> list[bytes]:
        self.source = audience
        layer = self.screen.layers.get(audience)
        return [] if layer is None else [row for key, row in layer.rows.items() if key[0] == kind]

    def near(self, beginning: str) -> str:
        """The first audience here that begins so, or ""."""
        return next((audience for audience in self.screen.layers if audience.startswith(beginning)), "")

    def seat(self) -> Row | None:
        """Where this person sits."""
        return self.one(self.mine, "Seat")

    def text(self, about: str) -> str:
        """Words nobody wrote before."""
        self._count += 1
        return f"{self.guest.person} heeft {about} {self._count} voor de buurt"

    def new_id(self) -> str:
        """An id nobody has."""
        self._count += 1
        return f"{self.guest.person[-7:]}-{self._count:08}"

    def maybe(self, chance: float = 0.6) -> bool:
        """Yes or no."""
        return self.chance.random() < chance
