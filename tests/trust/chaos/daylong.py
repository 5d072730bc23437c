"""What comes into the heads of those who take part in a whole day: they walk, sit, help, meet, promise and say goodbye.

Each idea gives a wish, or None when this person's screen shows nothing to do it with.
"""

from typing import Any

from tests.trust.chaos.afterwards import Afterwards
from tests.trust.chaos.eyes import Command, Eyes, Idea, Row

PURPOSES = ["report", "community"]


class Guests:
    """The ideas of a participant, by how likely each is."""

    def __init__(self, eyes: Eyes) -> None:
        self._eyes = eyes
        self.ideas: list[tuple[int, Idea]] = [
            (10, self._move),
            (5, self._sit),
            (5, self._task),
            (3, self._help),
            (5, self._back),
            (5, self._dot),
            (2, self._propose),
            (6, self._convene),
            (3, self._answer_merge),
            (5, self._go),
            (5, self._harvest),
            (3, self._pledge),
            (1, self._unpledge),
            (2, self._goodbye),
            (2, self._agree),
            *Afterwards(eyes).ideas,
        ]

    # -- rooms and tables

    def _move(self) -> Command:
        rooms = [*self._eyes.scene.boards, *(row["id"] for row in self._eyes.rows("festival", "Room")), ""]
        return {"type": "MoveTo", "room": self._eyes.chance.choice(rooms)}

    def _sit(self) -> Command | None:
        table = self._eyes.one(self._eyes.near("room:"), "Table")
        return {"type": "SitAt", "table": table["number"]} if table else None

    def _task(self) -> Command | None:
        seat = self._eyes.seat()
        if not seat or not seat["table"]:
            return None
        return {"type": "TakeTask", "task": self._eyes.chance.choice(["host", "scribe"]), "taken": self._eyes.maybe()}

    def _help(self) -> Command:
        return {"type": "CallForHelp", "wanted": self._eyes.maybe()}

    # -- the notes of others

    def _note(self, kinds: set[str]) -> Row | None:
        notes = self._eyes.rows(self._eyes.near("board:"), "Note")
        fitting = [note for note in notes if note["kind"] in kinds]
        return self._eyes.chance.choice(fitting) if fitting else None

    def _back(self) -> Command | None:
        note = self._note({"question"})
        return {"type": "BackNote", "note": note["id"], "backed": self._eyes.maybe()} if note else None

    def _dot(self) -> Command | None:
        note = self._note({"tip", "top", "question", "impact"})
        return {"type": "GiveDot", "note": note["id"], "given": self._eyes.maybe()} if note else None

    # -- the open space

    def _propose(self) -> Command:
        return {"type": "Propose", "id": self._eyes.new_id(), "title": self._eyes.text("gesprek"), "heads": 0}

    def _convene(self) -> Command | None:
        """Something one does with a conversation of one's own."""
        own = self._eyes.one(self._eyes.mine, "Conversation")
        if own is None:
            return None
        there, chance = {"conversation": own["id"]}, self._eyes.chance
        others = [row["id"] for row in self._eyes.rows("festival", "Conversation") if row["id"] != own["id"]]
        self._eyes.source = self._eyes.mine
        grid = chance.choice([(0, 0), *[(chance.randint(1, 2), chance.randint(1, 8))] * 4])
        wishes: list[dict[str, Any]] = [
            {"type": "Retitle", **there, "title": self._eyes.text("titel"), "heads": 5, "was": own["title"]},
            {"type": "QueuePitch", **there, "wanted": self._eyes.maybe()},
            {"type": "Withdraw", **there},
            *[{"type": "PlaceConversation", **there, "slot": grid[0], "place": grid[1]}] * 3,
        ]
        if others:
            wishes += [
                {"type": "AskMerge", **there, "into": chance.choice(others), "wanted": self._eyes.maybe(0.8)}
            ] * 3
        return chance.choice(wishes)

    def _answer_merge(self) -> Command | None:
        own = {row["id"] for row in self._eyes.rows(self._eyes.mine, "Conversation")}
        asked = [row["id"] for row in self._eyes.rows("festival", "MergeAsked") if row["into"] in own]
        answer = "AgreeMerge" if self._eyes.maybe(0.7) else "DeclineMerge"
        return {"type": answer, "conversation": self._eyes.chance.choice(asked)} if asked else None

    def _go(self) -> Command | None:
        row = self._eyes.one("festival", "Conversation")
        return {"type": "GoTo", "conversation": row["id"], "going": self._eyes.maybe()} if row else None

    def _harvest(self) -> Command | None:
        seat = self._eyes.seat()
        row = self._eyes.which("festival", "Conversation", seat["room"]) if seat else None
        row = row or self._eyes.one(self._eyes.mine, "Conversation")
        if row is None:
            return None
        field = self._eyes.chance.choice(["insights", "agreements"])
        text = self._eyes.text(field)
        return {"type": "WriteHarvest", "conversation": row["id"], "field": field, "text": text, "was": row[field]}

    # -- promises, and the goodbye

    def _pledge(self) -> Command:
        need = self._eyes.one("festival", "Need")
        about = {"initiative": need["initiative"], "need": need["id"]} if need and self._eyes.maybe() else {}
        about = about or {"initiative": self._eyes.chance.choice(self._eyes.scene.boards)}
        terms = self._eyes.chance.choice(["unpaid", "paid", "exchange"])
        return {
            "type": "MakePledge",
            "id": self._eyes.new_id(),
            "what": self._eyes.text("tijd"),
            "terms": terms,
            **about,
        }

    def _unpledge(self) -> Command | None:
        row = self._eyes.one(self._eyes.mine, "Pledge")
        return {"type": "TakeBackPledge", "pledge": row["id"]} if row else None

    def _goodbye(self) -> Command:
        row = self._eyes.one(self._eyes.mine, "Farewell")
        will_do = self._eyes.chance.choice(["", self._eyes.text("een plan")])
        return {"type": "SayGoodbye", "will_do": will_do, "was": row["will_do"] if row else ""}

    def _agree(self) -> Command | None:
        """Agree, now and then to be written to elsewhere; or take it back, which makes the journal forget it."""
        given = self._eyes.one(self._eyes.mine, "Consent")
        if given and self._eyes.maybe(0.3):
            return {"type": "Disagree", "purpose": given["purpose"]}
        before = self._eyes.one(self._eyes.mine, "Address")
        email = before["email"] if before and self._eyes.maybe(0.8) else f"{self._eyes.new_id()}@example.org"
        purpose = self._eyes.chance.choice(PURPOSES)
        return {"type": "Agree", "purpose": purpose, "text": "Ik wil het verslag.", "email": email}
