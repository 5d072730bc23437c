"""Whether what was refused could honestly be refused: for each reason, what somebody must have been granted before.

While the journal is read, `Past` notes who moved what, and when. What a restore undid counts for nobody who wished
something after it. A person who had not heard yet of a restore may be refused anything.
"""

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from math import inf
from typing import Any

from rooms.ballot import CloseBallot, OpenBallot
from rooms.board import HideNote, ImproveNote, NoteKind, PostNote, TakeBackNote
from rooms.kernel import Command
from rooms.order import RemovePerson
from rooms.programme import OpenRound
from tests.trust.chaos.chronicle import Leap
from tests.trust.chaos.diary import No, Sent

AGREES_WITHIN = 60.0
"""Milliseconds that a phone's clock and the store's stamp of the same moment may differ: both are this machine's."""
ANYTHING = "*"
LEAP_SEEN_WITHIN = 1000.0
"""Milliseconds after which our chronicle has seen a restore that somebody else has seen."""

MOVED_BY = {
    ("ImproveNote", "gone"): ("TakeBackNote", "note"),
    ("ImproveNote", "changed_meanwhile"): ("ImproveNote", "note"),
    ("TakeBackNote", "gone"): ("TakeBackNote", "note"),
    ("HideNote", "gone"): ("TakeBackNote", "note"),
    ("ReleaseNote", "gone"): ("TakeBackNote", "note"),
    ("ReleaseNote", "not_now"): ("HideNote", "note"),
    ("OpenRound", "already_moved"): ("OpenRound", ""),
    ("ExtendRound", "already_moved"): ("OpenRound", ""),
    ("OpenBallot", "already_moved"): ("OpenBallot", "ballot"),
    ("CloseBallot", "already_moved"): ("CloseBallot", "ballot"),
}
"""Of a wish and the reason it was refused for: what must have been granted meanwhile, about what."""


ENDED = ("Withdraw", "AgreeMerge", "PlaceConversation")
ANSWERS = ("AgreeMerge", "DeclineMerge")
UNSEEN = ("TakeBackNote", "HideNote", "ImproveNote", "PostNote")
ALWAYS = ("",)
MEANWHILE: dict[tuple[str, str], tuple[str, ...]] = {
    ("MoveTo", "gone"): ENDED,
    ("SitAt", "gone"): ALWAYS,
    ("SitAt", "full"): ALWAYS,
    ("SitAt", "not_in_room"): ALWAYS,
    ("TakeTask", "not_in_room"): ALWAYS,
    ("TakeTask", "taken"): ALWAYS,
    ("CallForHelp", "already_moved"): ALWAYS,
    ("ImproveNote", "not_now"): ("BackNote", "AnswerNote", "GiveDot", "TakeAlong"),
    ("PostNote", "gone"): ("Withdraw",),
    **{(kind, "board_closed"): ("Withdraw",) for kind in ("PostNote", "ImproveNote")},
    ("AgreeMerge", "bad_length"): ALWAYS,
    ("BackNote", "gone"): UNSEEN,
    ("BackNote", "not_now"): UNSEEN,
    ("BackNote", "not_allowed"): ALWAYS,
    ("GiveDot", "gone"): UNSEEN,
    ("GiveDot", "not_now"): UNSEEN,
    ("GiveDot", "too_many"): ALWAYS,
    ("Propose", "too_many"): ALWAYS,
    ("Propose", "not_now"): ALWAYS,
    ("Retitle", "gone"): ENDED,
    ("Retitle", "changed_meanwhile"): ("Retitle",),
    ("QueuePitch", "gone"): ENDED,
    ("PlaceConversation", "gone"): ENDED,
    ("PlaceConversation", "taken"): ALWAYS,
    ("Withdraw", "gone"): ENDED,
    ("Withdraw", "not_now"): ALWAYS,
    ("AskMerge", "gone"): ENDED,
    **{(answer, "gone"): ENDED for answer in ANSWERS},
    **{(answer, "already_moved"): ("AskMerge", "DeclineMerge", *ENDED) for answer in ANSWERS},
    **{(answer, "not_yours"): ("AskMerge", *ENDED) for answer in ANSWERS},
    ("GoTo", "gone"): ENDED,
    ("WriteHarvest", "gone"): ENDED,
    ("WriteHarvest", "changed_meanwhile"): ("WriteHarvest", "AgreeMerge"),
    ("MakePledge", "gone"): ("DropNeed",),
    ("MakePledge", "too_many"): ALWAYS,
    ("TakeBackPledge", "gone"): ("TakeBackPledge",),
    ("SayGoodbye", "changed_meanwhile"): ("SayGoodbye",),
    ("Disagree", "gone"): ("Disagree",),
    ("EditInitiative", "changed_meanwhile"): ("EditInitiative",),
    **{(f"Edit{row}", "gone"): (f"Drop{row}",) for row in ("Need", "Part", "Milestone")},
    **{(f"Drop{row}", "gone"): (f"Drop{row}",) for row in ("Need", "Part", "Milestone")},
    **{(f"Edit{row}", "changed_meanwhile"): (f"Edit{row}",) for row in ("Need", "Part", "Milestone")},
    ("TakeAlong", "gone"): UNSEEN,
    ("AnswerNote", "gone"): UNSEEN,
    ("AnswerNote", "changed_meanwhile"): ("AnswerNote",),
    ("ClusterNote", "gone"): UNSEEN,
    ("AnswerCall", "already_moved"): ("AnswerCall", "CallForHelp", "RemovePerson"),
    ("TakeBackMessage", "gone"): ("TakeBackMessage", "Announce"),
    ("SpreadHall", "not_now"): ALWAYS,
    ("ExtendRoom", "not_now"): ALWAYS,
    ("SetMarket", "taken"): ALWAYS,
    ("CallPitch", "gone"): ENDED,
    ("AddRound", "not_now"): ALWAYS,
    ("MoveRound", "not_now"): ALWAYS,
    ("MoveRound", "already_moved"): ALWAYS,
    ("SkipRound", "already_moved"): ALWAYS,
    ("SetPrompt", "already_moved"): ALWAYS,
    ("SetPrompt", "changed_meanwhile"): ("SetPrompt",),
    ("AwardPrize", "already_moved"): ALWAYS,
    ("MakeOffer", "gone"): ("DropNeed",),
    ("MakeOffer", "own_initiative"): ALWAYS,
    ("MakeOffer", "too_many"): ALWAYS,
    ("TakeBackOffer", "gone"): ("TakeBackOffer",),
    ("ReplyToOffer", "gone"): ("TakeBackOffer",),
    ("ReplyToOffer", "already_moved"): ("ReplyToOffer",),
    ("ShareContact", "gone"): ("TakeBackOffer",),
    ("ShareContact", "not_now"): ("ReplyToOffer",),
    ("ShareContact", "taken"): ALWAYS,  # what a colleague shares is on no screen but theirs and the other side's
    ("StopSharing", "gone"): ("StopSharing", "ReplyToOffer", "TakeBackOffer"),
    ("JoinGroup", "not_now"): ("EditGroup",),
    ("LeaveGroup", "gone"): ("LeaveGroup",),
    ("OpenGroup", "too_many"): ALWAYS,
    ("EditGroup", "changed_meanwhile"): ("EditGroup",),
    ("TellMilestone", "gone"): ("DropMilestone",),
    ("TellMilestone", "already_moved"): ("TellMilestone",),
    ("AnswerLetter", "gone"): ("TakeBackLetter",),
    ("AnswerLetter", "changed_meanwhile"): ("AnswerLetter",),
    ("TakeBackLetter", "gone"): ("TakeBackLetter",),
    ("WriteLetter", "too_many"): ALWAYS,
    ("TagNote", "gone"): UNSEEN,
    ("BeginVersion", "already_moved"): ("BeginVersion",),
    ("BeginVersion", "too_many"): ALWAYS,
    ("PutBehind", "gone"): (*UNSEEN, "DropPart"),
    **{(f"{does}Part", "not_now"): ("BeginVersion",) for does in ("Add", "Edit", "Drop")},
    ("PutBehind", "not_now"): ("BeginVersion",),
    **{("RevealPrize", why): ALWAYS for why in ("tie", "already_moved", "ballot_not_closed")},
    **{("SettlePrize", why): ALWAYS for why in ("no_tie", "not_now", "already_moved", "ballot_not_closed")},
}
"""Of all the other wishes: what somebody must have been granted meanwhile, whatever it was about; or `ALWAYS`, where
people wish it though their screen shows that it can't be."""


@dataclass
class Fact:
    """Something that was granted in entry `n` at `at`, and holds `until` it was undone (ms since 1970)."""

    n: int
    at: float
    until: float = inf

    def holds(self, sent: float, heard: float) -> bool:
        """Whether it was so at some moment between these two."""
        return self.at <= heard + AGREES_WITHIN and self.until + LEAP_SEEN_WITHIN >= sent


class Past:
    """What was granted, as far as others can be refused for it."""

    def __init__(self) -> None:
        self._facts: defaultdict[tuple[str, str], list[Fact]] = defaultdict(list)
        self._notes: dict[str, tuple[str, NoteKind]] = {}
        self._leaps: list[Leap] = []

    def note(self, n: int, by: str, command: Command, at: float) -> None:
        """This was granted."""
        if isinstance(command, PostNote):
            self._notes[command.id] = (by, command.kind)
        about = _about(command)
        if about is not None:
            self._facts[type(command).__name__, about].append(Fact(n, at))
        self._facts[type(command).__name__, ANYTHING].append(Fact(n, at))

    def leap(self, leap: Leap, back_to: int) -> None:
        """From here on nothing that came after entry `back_to` is so any more."""
        self._leaps.append(leap)
        for facts in self._facts.values():
            for fact in facts:
                if back_to < fact.n < leap.entry.n and fact.until == inf:
                    fact.until = leap.at

    def unknown(self, sent: Sent, heard: float) -> bool:
        """Whether the journal leapt between the picture on which this person made up their mind and the answer they
        heard; their phone may have seen more by the time it sent the wish."""
        decided = min(sent.drawn_at or sent.seen, sent.seen)
        return any(leap.entry.n > decided and leap.at <= heard + LEAP_SEEN_WITHIN for leap in self._leaps)

    def wrong(self, who: str, no: No) -> str:
        """The kind of complaint about this refusal; "" when it was right."""
        reason, kind = no.reason, no.sent.command["type"]
        out = [fact for fact in self._facts["RemovePerson", who] if fact.at <= no.at + AGREES_WITHIN]
        if reason == "not_allowed" and out:
            return ""
        if causes := MEANWHILE.get((kind, reason)):
            return "" if causes == ALWAYS or self._meanwhile(no, causes) else "refused before it was so"
        return self._wrong_closely(who, no)

    def _wrong_closely(self, who: str, no: No) -> str:
        """The same of notes, votes and rounds, which is looked at closely: about what it was counts too."""
        wish, reason = no.sent.command, no.reason
        if wish["type"] == "PostNote":
            return "" if reason == "bad_length" and not wish["text"].strip() else "refused for nothing"
        if (wish["type"], reason) == ("CastVote", "ballot_closed"):
            return self._too_late(no)
        if (wish["type"], reason) == ("ReleaseNote", "not_allowed"):
            return "" if self._kind(wish["note"]) in {None, NoteKind.CONTACT} else "refused for nothing"
        if (wish["type"], reason) not in MOVED_BY:
            return "refused for nothing"
        return "" if self._never_could(who, wish) or self._moved(no) else "refused before it was so"

    def told(self, no: No) -> str:
        """A refusal, with what is known of the thing it is about: for whoever has to find out why."""
        wish, sent = no.sent.command, no.sent
        about = next((wish[field] for field in ("ballot", "note", "conversation") if field in wish), ANYTHING)
        facts = [(kind, fact) for (kind, what), all_of in self._facts.items() if what == about for fact in all_of]
        known = ", ".join(f"{kind} at {fact.n}, {fact.at - no.at:+.0f} ms" for kind, fact in facts[-6:])
        seen = f"drawn at {sent.drawn_at}, seen {sent.seen}, sent {sent.at - no.at:+.0f} ms"
        return f"{wish} {no.reason} ({seen}; known: {known or 'nothing'})"

    def _kind(self, note: str) -> NoteKind | None:
        return self._notes[note][1] if note in self._notes else None

    def _never_could(self, who: str, wish: dict[str, Any]) -> bool:
        """Whether this wish was impossible when it was made, whatever others did."""
        if wish["type"] == "OpenRound":
            return bool(wish["round"] == wish["after"])
        return wish["type"] in {"ImproveNote", "TakeBackNote"} and self._notes.get(wish["note"], ("",))[0] != who

    def _moved(self, no: No) -> bool:
        """Whether it was moved after its person saw it, and before they heard that it was."""
        wish = no.sent.command
        move, field = MOVED_BY[wish["type"], no.reason]
        facts = self._facts[move, wish[field] if field else ""]
        # What stands in the way may have come long before: the screen shows that, and people wish all the same.
        after = 0 if no.reason == "not_now" else bisect_right(facts, no.sent.drawn_at, key=lambda fact: fact.n)
        if wish["type"] == "ReleaseNote" and self._facts["SetBoard", ANYTHING]:  # notes may wait hidden for approval
            return True
        return any(fact.holds(no.sent.at, no.at) for fact in facts[after:])

    def _meanwhile(self, no: No, causes: tuple[str, ...]) -> bool:
        """Whether one of these was granted after its person saw what they wished about, and before they heard."""
        facts = [fact for cause in causes for fact in self._facts[cause, ANYTHING] if fact.n > no.sent.drawn_at]
        return any(fact.holds(no.sent.at, no.at) for fact in facts)

    def _too_late(self, no: No) -> str:
        """A vote is refused only if its ballot was not open at some moment between what was seen and the answer."""
        ballot = no.sent.command["prize"].removeprefix("prize-")
        opened, closed = (
            [fact for fact in self._facts[move, ballot] if fact.holds(no.sent.at, no.at)]
            for move in ("OpenBallot", "CloseBallot")
        )
        was_open = any(fact.n <= no.sent.seen for fact in opened)
        return "refused before it was so" if was_open and not closed else ""


def _about(command: Command) -> str | None:
    """What a command moves, for others to be refused by; None when that is nothing."""
    if isinstance(command, RemovePerson):
        return command.person if command.removed else None
    if isinstance(command, OpenBallot | CloseBallot):
        return command.ballot
    if isinstance(command, ImproveNote | TakeBackNote | HideNote):
        return command.note
    return "" if isinstance(command, OpenRound) else None
