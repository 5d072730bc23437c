"""What comes into people's heads at a festival: mostly a tip, now and then something that can't be.

A wish is drawn by chance from what this person's own screen shows, as a thumb would choose it. What is wished stays
within bounds: who has written much takes something back first, so a festival of any length keeps the same size.
"""

import random
from collections.abc import Callable
from typing import Any, Protocol

import msgspec

from rooms.people import Role
from tests.lean import Layer
from tests.trust.chaos.scene import Guest, Scene

MOST_NOTES = 8
KINDS = ["tip", "tip", "tip", "top", "contact", "question", "impact"]
Command = dict[str, Any]


class Screen(Protocol):
    """What a person sees."""

    layers: dict[str, Layer]
    look: str


class Ideas:
    """One person's next wish, each time it is asked for."""

    def __init__(self, scene: Scene, guest: Guest, screen: Screen, chance: random.Random) -> None:
        self._scene, self._guest, self._screen, self._chance = scene, guest, screen, chance
        self._count = 0
        self._mine = f"person:{guest.person}"

    def next(self) -> Command | None:
        """A wish, or None when nothing comes to mind."""
        if self._guest.role is Role.STAGE:
            return None
        if self._guest.role in (Role.FACILITATOR, Role.ORGANISER):
            return self._facilitate()
        return self._take_part()

    def drawn_from(self, command: Command) -> str:
        """The audience whose layer shows what this wish is about."""
        if command["type"] in {"ImproveNote", "TakeBackNote"}:
            return self._mine
        return "facilitators" if command["type"] in {"HideNote", "ReleaseNote"} else "festival"

    # -- what the screen shows

    def _rows(self, audience: str, kind: str) -> list[dict[str, Any]]:
        layer = self._screen.layers.get(audience)
        rows = [] if layer is None else [row for key, row in layer.rows.items() if key[0] == kind]
        return [msgspec.json.decode(row) for row in rows]

    def _one(self, audience: str, kind: str) -> dict[str, Any] | None:
        layer = self._screen.layers.get(audience)
        keys = [] if layer is None else [key for key in layer.rows if key[0] == kind]
        return msgspec.json.decode(layer.rows[self._chance.choice(keys)]) if layer and keys else None

    def _ballots(self, state: str) -> list[str]:
        rows = self._rows("festival", "Ballot")
        return [row["id"] for row in rows if row["state"] == state and row["id"] in self._scene.ballots]

    # -- those who take part

    def _take_part(self) -> Command:
        mine = [key[1] for key in getattr(self._screen.layers.get(self._mine), "rows", {}) if key[0] == "Note"]
        if len(mine) > MOST_NOTES:
            return {"type": "TakeBackNote", "note": self._chance.choice(mine)}
        ideas: list[tuple[int, Callable[[], Command]]] = [
            (50, self._post),
            (20, self._vote),
            (15, self._improve),
            (6, self._take_back),
            (3, self._rename),
            (3, self._cannot_be),
        ]
        weights = [weight for weight, _ in ideas]
        return self._chance.choices([idea for _, idea in ideas], weights)[0]()

    def _post(self) -> Command:
        self._count += 1
        return {
            "type": "PostNote",
            "id": f"{self._guest.person[-7:]}-{self._count:08}",
            "board": self._chance.choice(self._scene.boards),
            "kind": self._chance.choice(KINDS),
            "text": f"{self._guest.person} heeft idee {self._count} voor de buurt",
        }

    def _improve(self) -> Command:
        note = self._one(self._mine, "Note")
        if note is None:
            return self._post()
        self._count += 1
        return {"type": "ImproveNote", "note": note["id"], "was": note["text"], "text": f"beter idee {self._count}"}

    def _take_back(self) -> Command:
        note = self._one(self._mine, "Note")
        return {"type": "TakeBackNote", "note": note["id"]} if note else self._post()

    def _vote(self) -> Command:
        ballots = self._ballots("open") or self._ballots("closed")[-1:]
        if not ballots:
            return self._post()
        prize = f"prize-{self._chance.choice(ballots)}"
        return {"type": "CastVote", "prize": prize, "choice": self._chance.choice(self._scene.boards[1:])}

    def _rename(self) -> Command:
        self._count += 1
        return {"type": "Rename", "name": f"{self._guest.person} de {self._count}e"}

    def _cannot_be(self) -> Command:
        """Something no rule grants."""
        blank = {**self._post(), "text": " \n "}
        return self._chance.choice([blank, {"type": "TakeBackNote", "note": "nobody-wrote-this"}])

    # -- those who move it along

    def _facilitate(self) -> Command | None:
        opened, planned = self._ballots("open"), self._ballots("planned")
        if planned and len(opened) < 2:
            return {"type": "OpenBallot", "ballot": planned[0]}
        choice = self._chance.random()
        if opened and choice < 0.5:
            return {"type": "CloseBallot", "ballot": self._chance.choice(opened)}
        if choice < 0.75:
            note = self._one("facilitators", "Note")
            word = self._chance.choice(["hidden", "released"])
            wish = {"hidden": "HideNote", "released": "ReleaseNote"}[word]
            return None if note is None else {"type": wish, "note": note["id"], word: self._chance.random() < 0.6}
        now = (self._rows("festival", "Programme") or [{"round": ""}])[0]["round"]
        if choice < 0.95 or not now:
            return {"type": "OpenRound", "round": self._chance.choice(self._scene.pitches), "after": now}
        return {"type": "ExtendRound", "round": now, "minutes": 1}
