"""What comes into people's heads at a festival: mostly a tip, now and then something that can't be.

A wish is drawn by chance from what this person's own screen shows, as a thumb would choose it. What is wished stays
within bounds: who has written much takes something back first, so a festival of any length keeps the same size.
"""

import random
from collections.abc import Sequence

from rooms.people import Role
from tests.trust.chaos.daylong import Guests
from tests.trust.chaos.eyes import Command, Eyes, Idea, Screen
from tests.trust.chaos.hosting import Hosts
from tests.trust.chaos.leading import Leads
from tests.trust.chaos.scene import Guest, Scene

MOST_NOTES = 8
KINDS = ["tip", "tip", "tip", "top", "contact", "question", "impact"]
STAYS = 0.85
"""How often a facilitator lets people be in their rooms rather than go on."""


class Ideas:
    """One person's next wish, each time it is asked for."""

    def __init__(self, scene: Scene, guest: Guest, screen: Screen, chance: random.Random) -> None:
        self._scene, self._guest, self._chance = scene, guest, chance
        self._eyes = Eyes(scene, guest, screen, chance)
        self._hosts = Hosts(self._eyes)
        more: list[tuple[int, Idea]] = [(50, self._post), (20, self._vote), (15, self._improve), (6, self._take_back)]
        more += [(3, self._rename), (3, self._cannot_be)]
        leading = [(6 * weight, idea) for weight, idea in Leads(self._eyes).ideas]
        self._ideas = [*more, *Guests(self._eyes).ideas, *(leading if guest.role is Role.LEAD else [])]

    def next(self) -> Command | None:
        """A wish, or None when nothing comes to mind."""
        if self._guest.role is Role.STAGE:
            return None
        if self._guest.role in (Role.FACILITATOR, Role.ORGANISER):
            return self._facilitate()
        return self._take_part()

    def mends(self) -> Command | None:
        """What has to be put right before it is over."""
        return self._hosts.mends() if self._guest.role is Role.FACILITATOR else None

    def drawn_from(self) -> str:
        """The audience whose layer shows what the last wish is about."""
        return self._eyes.source

    def _ballots(self, state: str) -> list[str]:
        rows = self._eyes.rows("festival", "Ballot")
        return [row["id"] for row in rows if row["state"] == state and row["id"] in self._scene.ballots]

    def _drawn(self, ideas: Sequence[tuple[int, Idea]]) -> Command | None:
        self._eyes.source = "festival"
        return self._chance.choices([idea for _, idea in ideas], [weight for weight, _ in ideas])[0]()

    # -- those who take part

    def _take_part(self) -> Command:
        mine = self._eyes.rows(self._eyes.mine, "Note")
        if len(mine) > MOST_NOTES:
            return {"type": "TakeBackNote", "note": self._chance.choice(mine)["id"]}
        return self._drawn(self._ideas) or self._post()

    def _post(self) -> Command:
        return {
            "type": "PostNote",
            "id": self._eyes.new_id(),
            "board": self._chance.choice(self._scene.boards),
            "kind": self._chance.choice(KINDS),
            "text": self._eyes.text("idee"),
        }

    def _improve(self) -> Command:
        note = self._eyes.one(self._eyes.mine, "Note")
        if note is None or any(note[mark] for mark in ("backed", "answer", "dots", "taken")):
            return self._post()
        return {"type": "ImproveNote", "note": note["id"], "was": note["text"], "text": self._eyes.text("beter idee")}

    def _take_back(self) -> Command:
        note = self._eyes.one(self._eyes.mine, "Note")
        return {"type": "TakeBackNote", "note": note["id"]} if note else self._post()

    def _vote(self) -> Command:
        ballots = self._ballots("open") or self._ballots("closed")[-1:]
        if not ballots:
            return self._post()
        prize = f"prize-{self._chance.choice(ballots)}"
        return {"type": "CastVote", "prize": prize, "choice": self._chance.choice(self._scene.boards[2:])}

    def _rename(self) -> Command:
        return {"type": "Rename", "name": self._eyes.text("een naam")[:60]}

    def _cannot_be(self) -> Command:
        """Something no rule grants."""
        blank = {**self._post(), "text": " \n "}
        return self._chance.choice([blank, {"type": "TakeBackNote", "note": "nobody-wrote-this"}])

    # -- those who move it along

    def _facilitate(self) -> Command | None:
        if self._chance.random() < 0.4:
            return self._drawn(self._hosts.ideas)
        self._eyes.source = "festival"
        opened, planned = self._ballots("open"), self._ballots("planned")
        if planned and len(opened) < 2:
            return {"type": "OpenBallot", "ballot": planned[0]}
        choice = self._chance.random()
        if opened and choice < 0.5:
            return {"type": "CloseBallot", "ballot": self._chance.choice(opened)}
        return self._judge_note() if choice < 0.75 else self._go_on(choice)

    def _judge_note(self) -> Command | None:
        note = self._eyes.one("facilitators", "Note")
        word = self._chance.choice(["hidden", "released"])
        wish = {"hidden": "HideNote", "released": "ReleaseNote"}[word]
        return None if note is None else {"type": wish, "note": note["id"], word: self._chance.random() < 0.6}

    def _go_on(self, choice: float) -> Command | None:
        now = (self._eyes.rows("festival", "Programme") or [{"round": ""}])[0]["round"]
        current = self._eyes.which("festival", "Round", now)
        if current and current["grouping"] != "plenary" and not current["back"] and self._chance.random() < STAYS:
            return None
        if choice < 0.95 or not now:
            return {"type": "OpenRound", "round": self._chance.choice(self._scene.rounds), "after": now}
        return {"type": "ExtendRound", "round": now, "minutes": 1}
