"""What comes into people's heads about help: they offer it, agree to be reached, join a group, write a letter.

And what comes into the heads of those who asked for it.
"""

from tests.trust.chaos.eyes import Command, Eyes, Idea

FEW = 10
"""Offers, letters and groups, after which one goes before another comes."""
SECTORS = ["", "resident", "municipality", "company"]


class Afterwards:
    """The ideas of everybody, by how likely each is."""

    def __init__(self, eyes: Eyes) -> None:
        self._eyes = eyes
        self.ideas: list[tuple[int, Idea]] = [
            (3, self._offer),
            (2, self._share),
            (1, self._stop),
            (2, self._join),
            (1, self._leave),
            (2, self._letter),
            (1, self._sector),
            (1, self._tag),
        ]

    def _offer(self) -> Command | None:
        mine = self._eyes.rows(self._eyes.mine, "Offer")
        if len(mine) > FEW:
            return {"type": "TakeBackOffer", "offer": self._eyes.chance.choice(mine)["id"]}
        need = self._eyes.one("festival", "Need")
        if need is None:
            return None
        how = self._eyes.chance.choice(["can", "know"])
        text = self._eyes.text("hulp")
        return {"type": "MakeOffer", "id": self._eyes.new_id(), "need": need["id"], "how": how, "what": text}

    def _share(self) -> Command | None:
        taken = [row for row in self._eyes.rows(self._eyes.mine, "Offer") if row["reply"] == "yes"]
        return share(self._eyes, self._eyes.chance.choice(taken)["id"]) if taken else None

    def _stop(self) -> Command | None:
        row = self._eyes.one(self._eyes.mine, "Shared")
        return {"type": "StopSharing", "offer": row["offer"]} if row and "text" in row else None

    def _join(self) -> Command | None:
        open_ones = [row for row in self._eyes.rows("festival", "Group") if row["open"]]
        if not open_ones:
            return None
        group = self._eyes.chance.choice(open_ones)["id"]
        return {"type": "JoinGroup", "id": self._eyes.new_id(), "group": group, "brings": self._eyes.text("tijd")}

    def _leave(self) -> Command | None:
        row = self._eyes.one(self._eyes.mine, "Member")
        return {"type": "LeaveGroup", "group": row["group"]} if row else None

    def _letter(self) -> Command:
        mine = self._eyes.rows(self._eyes.mine, "Letter")
        if len(mine) > FEW:
            return {"type": "TakeBackLetter", "letter": self._eyes.chance.choice(mine)["id"]}
        about, text = self._eyes.chance.choice(["", *self._eyes.scene.boards]), self._eyes.text("een kans")
        kind = self._eyes.chance.choice(["chance", "question"])
        return {"type": "WriteLetter", "id": self._eyes.new_id(), "initiative": about, "kind": kind, "text": text}

    def _sector(self) -> Command:
        return {"type": "TellSector", "sector": self._eyes.chance.choice(SECTORS)}

    def _tag(self) -> Command | None:
        note = self._eyes.one(self._eyes.mine, "Note")
        return {"type": "TagNote", "note": note["id"], "goals": [self._eyes.chance.randint(1, 17)]} if note else None


class LeadsAfterwards:
    """The ideas of leads."""

    def __init__(self, eyes: Eyes) -> None:
        self._eyes = eyes
        self.ideas: list[tuple[int, Idea]] = [
            (5, self._reply),
            (3, self._share),
            (1, self._group),
            (2, self._answer),
            (3, self._tell),
            (1, self._version),
            (2, self._behind),
        ]

    @property
    def _leads(self) -> str:
        return self._eyes.near("leads:")

    @property
    def _initiative(self) -> str:
        return self._leads.partition(":")[2]

    def _reply(self) -> Command | None:
        row = self._eyes.one(self._leads, "Offer")
        if row is None:
            return None
        reply = self._eyes.chance.choice(["yes", "yes", "yes", "later", "no"])
        return {"type": "ReplyToOffer", "offer": row["id"], "reply": reply, "was": row["reply"]}

    def _share(self) -> Command | None:
        taken = [row for row in self._eyes.rows(self._leads, "Offer") if row["reply"] == "yes"]
        return share(self._eyes, self._eyes.chance.choice(taken)["id"]) if taken else None

    def _group(self) -> Command | None:
        own = [row for row in self._eyes.rows("festival", "Group") if row["initiative"] == self._initiative]
        if not self._initiative:
            return None
        if len(own) < 2:
            title = self._eyes.text("een groep")
            about = {"initiative": self._initiative, "product": "podcast", "title": title}
            return {"type": "OpenGroup", "id": self._eyes.new_id(), **about}
        row, title = self._eyes.chance.choice(own), self._eyes.text("de groep")
        anew = {"product": "method", "title": title, "open": self._eyes.maybe(0.8), "was": row["title"]}
        return {"type": "EditGroup", "group": row["id"], **anew}

    def _answer(self) -> Command | None:
        row = self._eyes.one(self._leads, "Letter")
        text = self._eyes.text("antwoord")
        return {"type": "AnswerLetter", "letter": row["id"], "text": text, "was": row["answer"]} if row else None

    def _tell(self) -> Command | None:
        own = [row for row in self._eyes.rows("festival", "Milestone") if row["initiative"] == self._initiative]
        if not own:
            return None
        row, state = self._eyes.chance.choice(own), self._eyes.chance.choice(["done", "moved", "dropped"])
        when = "2031-01-31" if state == "moved" else ""
        told = {"state": state, "was": row["state"], "why": self._eyes.text("reden"), "when": when}
        return {"type": "TellMilestone", "milestone": row["id"], **told}

    def _version(self) -> Command | None:
        row = self._eyes.which("festival", "Initiative", self._initiative)
        begun = row and row["recipe"] > 10
        return {"type": "BeginVersion", "initiative": row["id"], "after": row["recipe"]} if row and not begun else None

    def _behind(self) -> Command | None:
        row = self._eyes.which("festival", "Initiative", self._initiative)
        note = self._eyes.one(self._leads, "Note")
        parts = self._eyes.rows(self._leads, "RecipePart")
        newest = [part["id"] for part in parts if row is not None and part["version"] == row["recipe"]]
        if note is None or not newest or note["kind"] == "contact":
            return None
        part = self._eyes.chance.choice(newest)
        return {"type": "PutBehind", "part": part, "note": note["id"], "behind": self._eyes.maybe()}


def share(eyes: Eyes, offer: str) -> Command:
    """Agree that the other side may see how to reach one."""
    contact = f"{eyes.new_id()}@example.org"
    return {"type": "ShareContact", "offer": offer, "contact": contact, "text": "De ander mag dit zien."}
