"""What comes into the heads of leads, who write their initiative's plans, two of them side by side."""

from typing import Any

from tests.trust.chaos.afterwards import LeadsAfterwards
from tests.trust.chaos.eyes import Command, Eyes, Idea

MOST_ROWS = 12
"""Needs, parts and milestones of an initiative, after which one goes before another comes."""


class Leads:
    """The ideas of a lead, by how likely each is."""

    def __init__(self, eyes: Eyes) -> None:
        self._eyes = eyes
        self.ideas: list[tuple[int, Idea]] = [
            (4, self._tell),
            (4, self._need),
            (4, self._part),
            (4, self._milestone),
            (5, self._take_along),
            (4, self._answer),
            (3, self._cluster),
            (2, self._release),
            *LeadsAfterwards(eyes).ideas,
        ]

    @property
    def _leads(self) -> str:
        return self._eyes.near("leads:")

    def _initiative(self) -> str:
        return self._leads.partition(":")[2] or self._eyes.scene.boards[0]

    def _tell(self) -> Command | None:
        row = self._eyes.which("festival", "Initiative", self._initiative())
        field = self._eyes.chance.choice(["dream", "next_step"])
        if row is None:
            return None
        text = self._eyes.text(field)
        return {"type": "EditInitiative", "initiative": row["id"], "field": field, "text": text, "was": row[field]}

    def _row(self, kind: str, name: str, word: str, words: dict[str, Any], **only: int) -> Command:
        """A row more, a row less, or other words in one that is there, of our own and with `only` these values."""
        own: dict[str, Any] = {"initiative": self._initiative(), **only}
        shown = self._leads if kind == "RecipePart" else "festival"
        rows = [row for row in self._eyes.rows(shown, kind) if all(row[field] == own[field] for field in own)]
        chance = self._eyes.chance.random()
        if not rows or (chance < 0.4 and len(rows) < MOST_ROWS):
            return {"type": f"Add{name}", "id": self._eyes.new_id(), **own, **words}
        row = self._eyes.chance.choice(rows)
        if chance > 0.7:
            return {"type": f"Drop{name}", name.lower(): row["id"]}
        changed = word if name == "Part" else self._eyes.chance.choice(list(words))
        field = {} if name == "Part" else {"field": changed}
        return {"type": f"Edit{name}", name.lower(): row["id"], **field, "text": words[changed], "was": row[changed]}

    def _need(self) -> Command:
        return self._row("Need", "Need", "text", {"kind": "money", "text": self._eyes.text("een vraag")})

    def _part(self) -> Command:
        row = self._eyes.which("festival", "Initiative", self._initiative())
        words = {"kind": "step", "text": self._eyes.text("een stap")}
        return self._row("RecipePart", "Part", "text", words, version=row["recipe"] if row else 10)

    def _milestone(self) -> Command:
        words = {"what": self._eyes.text("een mijlpaal"), "who": "Bo", "when": "2030-01-31"}
        return self._row("Milestone", "Milestone", "what", words)

    def _take_along(self) -> Command | None:
        note = self._eyes.one(self._leads, "Note")
        return {"type": "TakeAlong", "note": note["id"], "taken": self._eyes.maybe()} if note else None

    def _answer(self) -> Command | None:
        questions = [note for note in self._eyes.rows(self._leads, "Note") if note["kind"] == "question"]
        if not questions:
            return None
        note = self._eyes.chance.choice(questions)
        return {"type": "AnswerNote", "note": note["id"], "text": self._eyes.text("antwoord"), "was": note["answer"]}

    def _cluster(self) -> Command | None:
        note = self._eyes.one(self._leads, "Note")
        label = self._eyes.chance.choice(["", "geld", "mensen"])
        return {"type": "ClusterNote", "note": note["id"], "label": label} if note else None

    def _release(self) -> Command | None:
        note = self._eyes.one(self._leads, "Note")
        return {"type": "ReleaseNote", "note": note["id"], "released": self._eyes.maybe()} if note else None
