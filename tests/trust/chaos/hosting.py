"""What comes into the heads of facilitators besides moving the rounds along: messages, help, order, plan and prizes."""

from tests.trust.chaos.eyes import Command, Eyes, Idea

FACILITATORS = "facilitators"
MOST_ROUNDS = 40


class Hosts:
    """The ideas of a facilitator, by how likely each is."""

    def __init__(self, eyes: Eyes) -> None:
        self._eyes = eyes
        self.ideas: list[tuple[int, Idea]] = [
            (6, self._spread),
            (2, self._extend_room),
            (3, self._announce),
            (1, self._take_back_message),
            (4, self._answer_call),
            (2, self._remove),
            (1, self._board),
            (1, self._market),
            (2, self._pitch),
            (2, self._place),
            (4, self._programme),
            (3, self._award),
            (3, self._reveal),
        ]

    def mends(self) -> Command | None:
        """Let somebody back in who was put out."""
        out = [row["id"] for row in self._eyes.rows(FACILITATORS, "Person") if row["removed"]]
        return {"type": "RemovePerson", "person": self._eyes.chance.choice(out), "removed": False} if out else None

    def _spread(self) -> Command:
        return {"type": "SpreadHall", "people": [self._eyes.guest.person]}

    def _extend_room(self) -> Command:
        return {"type": "ExtendRoom", "room": self._eyes.chance.choice(self._eyes.scene.boards), "minutes": 1}

    def _announce(self) -> Command:
        rooms = self._eyes.chance.choice([[], ["hall"], self._eyes.scene.boards[:2]])
        return {"type": "Announce", "id": self._eyes.new_id(), "text": self._eyes.text("nieuws"), "rooms": rooms}

    def _take_back_message(self) -> Command | None:
        row = self._eyes.one(FACILITATORS, "Message")
        return {"type": "TakeBackMessage", "message": row["id"]} if row else None

    def _answer_call(self) -> Command | None:
        row = self._eyes.one(FACILITATORS, "HelpCall")
        return {"type": "AnswerCall", "call": row["id"], "walk": self._eyes.maybe()} if row else None

    def _remove(self) -> Command | None:
        seats = [row for row in self._eyes.rows(FACILITATORS, "Seat") if row["role"] == "participant"]
        if not seats:
            return None
        return {"type": "RemovePerson", "person": self._eyes.chance.choice(seats)["id"], "removed": True}

    def _board(self) -> Command:
        board = self._eyes.chance.choice(self._eyes.scene.boards[:2])
        return {"type": "SetBoard", "board": board, "open": True, "approve": self._eyes.maybe(0.3)}

    def _market(self) -> Command:
        return {"type": "SetMarket", "open": self._eyes.maybe(0.9), "slots": 2, "places": 8}

    def _pitch(self) -> Command:
        row = self._eyes.one("festival", "Conversation")
        return {"type": "CallPitch", "conversation": row["id"] if row and self._eyes.maybe(0.8) else ""}

    def _place(self) -> Command | None:
        row = self._eyes.one("festival", "Conversation")
        if row is None:
            return None
        slot, place = self._eyes.chance.randint(1, 2), self._eyes.chance.randint(1, 8)
        return {"type": "PlaceConversation", "conversation": row["id"], "slot": slot, "place": place}

    def _programme(self) -> Command | None:
        """Change what is still to come."""
        rounds = self._eyes.rows("festival", "Round")
        if len(rounds) < MOST_ROUNDS and self._eyes.maybe(0.1):
            new, after = self._eyes.new_id(), self._eyes.chance.choice(rounds)["id"] if rounds else ""
            return {"type": "AddRound", "id": new, "after": after, "kind": "break", "minutes": 1}
        if len(rounds) < 2:
            return None
        row, other = self._eyes.chance.sample(rounds, 2)
        question = self._eyes.text("een vraag")
        return self._eyes.chance.choice(
            [
                {"type": "MoveRound", "round": row["id"], "after": other["id"]},
                {"type": "SkipRound", "round": row["id"], "skipped": self._eyes.maybe()},
                {"type": "SetPrompt", "round": row["id"], "language": "nl", "text": question, "was": row["prompt_nl"]},
            ]
        )

    def _award(self) -> Command | None:
        given = [row for row in self._eyes.rows(FACILITATORS, "Prize") if row["decided"] != "vote"]
        if not given:
            return None
        winners = self._eyes.chance.sample(self._eyes.scene.boards, 2)
        return {"type": "AwardPrize", "prize": self._eyes.chance.choice(given)["id"], "winners": winners}

    def _reveal(self) -> Command | None:
        row = self._eyes.one(FACILITATORS, "Prize")
        if row is None:
            return None
        if self._eyes.maybe(0.4):
            choice = self._eyes.chance.choice(self._eyes.scene.boards)
            return {"type": "SettlePrize", "prize": row["id"], "choice": choice}
        return {"type": "RevealPrize", "prize": row["id"], "winners": row["winners"]}
