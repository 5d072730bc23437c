"""Somebody wishes something: any command, by anybody, mostly sensible, often late, double, forged or nonsense.

`Improviser` asks only a function that chooses one of some options, so that hypothesis can choose and shrink, and a
seeded generator can play the same day again: `python -m tests.rooms.improvise SEED` plays one and prints what it left.
"""

import hashlib
import random
import sys
from collections.abc import Callable, Collection, Sequence
from typing import Any

from rooms.ballot import (
    Ballot,
    BallotState,
    CastVote,
    CloseBallot,
    DecidedBy,
    OpenBallot,
    Prize,
    RevealPrize,
    SettlePrize,
    Tally,
)
from rooms.board import (
    AnswerNote,
    Board,
    HideNote,
    ImproveNote,
    Note,
    NoteKind,
    PostNote,
    ReleaseNote,
    SetBoard,
    TakeBackNote,
)
from rooms.breakout import BringBack, ExtendRoom, MoveTo, SitAt, SpreadHall, TakeTask
from rooms.contacts import ShareContact, StopSharing
from rooms.erasing import Erase, EraseAgain
from rooms.experts import EditGroup, JoinGroup
from rooms.festival import RULES
from rooms.goodbye import Agree
from rooms.inbox import AnswerLetter, WriteLetter
from rooms.initiative import Initiative
from rooms.kernel import Command, Record, Tables
from rooms.marketplace import PlaceConversation, Propose
from rooms.merging import AgreeMerge, AskMerge, DeclineMerge, Withdraw
from rooms.messages import CallForHelp
from rooms.milestones import AddMilestone, EditMilestone, TellMilestone
from rooms.offers import MakeOffer, ReplyToOffer
from rooms.people import ACTORS, Join, KeepReturnLink, Link, MakeLink, Person, Rename, RevokeLink, Role
from rooms.programme import CloseRound, ExtendRound, Grouping, OpenRound, Round, RoundKind, programme_of
from rooms.receipt import Ref
from rooms.setup import SetUp
from server.journal import Entry
from server.judging import Wish
from tests.laws import Watched, pack, packed
from tests.rooms import afterwards
from tests.rooms.said import PLAN, SECOND, begun, new_id, phone_of
from tests.rooms.wishes import MAKERS, whose

Choose = Callable[[Sequence[Any]], Any]
NOWHERE = "nothing"
PAUSES = (1, SECOND, 400 * SECOND)
OFTEN = {CastVote: 26, PostNote: 10, Join: 14, ImproveNote: 6, MoveTo: 20, SpreadHall: 6, Propose: 8, AgreeMerge: 12}
OFTEN |= {SitAt: 9, TakeTask: 6, AskMerge: 9, Agree: 6, CloseRound: 5, BringBack: 8, AddMilestone: 6, ExtendRoom: 6}
OFTEN |= {EditMilestone: 5, TellMilestone: 20, EditGroup: 9, DeclineMerge: 9}
OFTEN |= {CallForHelp: 6, PlaceConversation: 6, AnswerNote: 6, SettlePrize: 12, RevealPrize: 18, OpenBallot: 6}
OFTEN |= {
    MakeOffer: 9,
    ReplyToOffer: 9,
    ShareContact: 15,
    StopSharing: 9,
    JoinGroup: 9,
    WriteLetter: 6,
    AnswerLetter: 9,
}
SELDOM = {SetUp, Erase, EraseAgain, KeepReturnLink, RevokeLink, CloseBallot, Withdraw, SetBoard}
MORE: tuple[Record, ...] = (
    Board(id="attic", open=False),
    *(Ballot(id=f"ballot-{number}") for number in range(3)),
    *(
        Prize(id=f"prize-{number}", ballot=f"ballot-{number}", order=1, title="Prijs", giver="Ede")
        for number in range(3)
    ),
    Prize(id="gift", ballot="ballot-0", order=2, title="Gift", giver="Ede", decided=DecidedBy.PARTNER),
    Round(id="dream", order=7, kind=RoundKind.DREAM, minutes=20, grouping=Grouping.TABLES),
    Round(id="need", order=8, kind=RoundKind.NEED, minutes=30, grouping=Grouping.TABLES),
    Round(id="open", order=9, kind=RoundKind.OPEN_SPACE, minutes=5, grouping=Grouping.CONVERSATIONS),
)


class Improviser:
    """Makes wishes about the festival as it stands, of any kind or `only` of these. `choose` gives one of the options
    it is asked about."""

    def __init__(self, choose: Choose, only: Collection[type[Command]] = RULES) -> None:
        self.choose = choose
        self.count = 0
        self._seqs: dict[str, int] = {}
        self._commands = [
            kind for kind in RULES if kind in only for _ in range(1 if kind in SELDOM else OFTEN.get(kind, 3))
        ]

    def wish(self, tables: Tables) -> Wish:
        """One wish, from somebody's phone."""
        kind = self.choose(self._commands)
        maker = MAKERS.get(kind)
        command = maker(self, tables) if maker else getattr(self, f"_{kind.__name__.lower()}")(tables)
        by = self._somebody(tables, command)
        return Wish(command, self._ref(by), by, 0, lambda _: None)

    def _somebody(self, tables: Tables, command: Command) -> str:
        """Mostly one who may do this, often the author, sometimes anybody, sometimes nobody we know."""
        roles = RULES[type(command)][1]
        people = [*ACTORS.values(), *sorted(tables.all(Person), key=lambda person: person.id)]
        note = tables.get(Note, command.note) if isinstance(command, ImproveNote | TakeBackNote) else None
        manner = self.choose(["may"] * 6 + ["anybody", "stranger"])
        owner = note.author if note else whose(tables, command) or afterwards.whose(tables, command)
        if owner and manner == "may":
            return owner
        able = [person.id for person in people if person.role in roles and not person.removed]
        if manner == "stranger" or not able:
            return self.choose([person.id for person in people] + [new_id("stranger")])
        return self.choose(able if manner == "may" else [person.id for person in people])

    def _ref(self, by: str) -> Ref:
        """The next ref of one of their phones; or an old one again, one out of order, or another one's phone."""
        manner = self.choose(["next"] * 9 + ["again", "ahead", "forged"])
        device = phone_of(self.choose([by, f"{by.strip('-')}2"]) if manner != "forged" else new_id("ann"))
        last = self._seqs.get(device, 0)
        seq = {"again": max(1, last - 1), "ahead": last + 3}.get(manner, last + 1)
        self._seqs[device] = max(last, seq)
        return Ref(device, seq, max(1, seq - self.choose([0, 1, 5])))

    def new(self, tables: Tables, kind: type[Record]) -> str:
        """An id nobody has; sometimes one that is there."""
        self.count += 1
        fresh, known = new_id(f"{kind.__name__}-{self.count}"), self.one(tables, kind)
        return self.choose([fresh] * 7 + [known if known != NOWHERE else fresh])

    def one(self, tables: Tables, kind: type[Record], likely: Callable[[Any], bool] = bool) -> str:
        """The id of one that is there, mostly a likely one; sometimes of none."""
        known = sorted(record.id for record in tables.all(kind))
        wanted = sorted(record.id for record in tables.all(kind) if likely(record))
        return self.choose(self.choose([wanted or known] * 5 + [[*known, NOWHERE]]) or [NOWHERE])

    def words(self) -> str:
        """Something to say."""
        self.count += 1
        return self.choose([f"tip <{self.count}>", f"tip <{self.count}>", "hoi", "é\u202e\n\n\nx 🎉", " ", "a" * 501])

    def _setup(self, _: Tables) -> Command:
        return SetUp(records=PLAN)

    def _join(self, tables: Tables) -> Command:
        link = self.choose(["", "", self.one(tables, Link)])
        return Join(id=self.new(tables, Person), name=self.words()[:60], link=link)

    def _rename(self, _: Tables) -> Command:
        return Rename(name=self.words())

    def _makelink(self, tables: Tables) -> Command:
        link = self.new(tables, Link)
        role, initiative = self.choose(list(Role)), self.one(tables, Initiative)
        return MakeLink(id=link, role=role, label="Nieuw", fingerprint=f"secret-{self.count}", initiative=initiative)

    def _keepreturnlink(self, tables: Tables) -> Command:
        person = self.one(tables, Person, lambda person: person.role in (Role.PARTICIPANT, Role.LEAD))
        kept = [link.id for link in tables.where(Link, "person", person) if not link.revoked]
        instead = self.choose(["", *kept])
        return KeepReturnLink(
            id=self.new(tables, Link), person=person, fingerprint=f"secret-{self.count}", instead=instead
        )

    def _revokelink(self, tables: Tables) -> Command:
        return RevokeLink(link=self.one(tables, Link))

    def _openround(self, tables: Tables) -> Command:
        now = programme_of(tables).round
        together = self.one(tables, Round, lambda row: row.grouping is Grouping.TABLES)
        coming = self.choose([together, self.one(tables, Round)])
        return OpenRound(round=coming, after=self.choose([now, now, now, self.one(tables, Round)]))

    def _extendround(self, tables: Tables) -> Command:
        return ExtendRound(round=self._current(tables), minutes=self.choose([0, 1, 60, 61]))

    def _closeround(self, tables: Tables) -> Command:
        return CloseRound(round=self._current(tables))

    def _current(self, tables: Tables) -> str:
        now = programme_of(tables).round
        return self.choose([now, now, self.one(tables, Round)])

    def _postnote(self, tables: Tables) -> Command:
        note = self.new(tables, Note)
        board, kind = self.one(tables, Board), self.choose(list(NoteKind))
        return PostNote(id=note, board=board, kind=kind, text=self.words())

    def _improvenote(self, tables: Tables) -> Command:
        note = tables.get(Note, self.one(tables, Note))
        was = self.choose([note.text, note.text, "something else"]) if note else ""
        return ImproveNote(note=note.id if note else NOWHERE, text=self.words(), was=was)

    def _takebacknote(self, tables: Tables) -> Command:
        return TakeBackNote(note=self.one(tables, Note))

    def _hidenote(self, tables: Tables) -> Command:
        return HideNote(note=self.one(tables, Note), hidden=self.choose([True, False]))

    def _releasenote(self, tables: Tables) -> Command:
        return ReleaseNote(note=self.one(tables, Note), released=self.choose([True, True, False]))

    def _openballot(self, tables: Tables) -> Command:
        return OpenBallot(ballot=self.one(tables, Ballot, lambda one: one.state is BallotState.PLANNED))

    def _castvote(self, tables: Tables) -> Command:
        return CastVote(prize=self._prize(tables, BallotState.OPEN), choice=self.one(tables, Initiative))

    def _closeballot(self, tables: Tables) -> Command:
        return CloseBallot(ballot=self.one(tables, Ballot, lambda one: one.state is BallotState.OPEN))

    def _settleprize(self, tables: Tables) -> Command:
        return SettlePrize(prize=self._prize(tables, BallotState.CLOSED), choice=self.one(tables, Initiative))

    def _revealprize(self, tables: Tables) -> Command:
        counted = self.one(tables, Prize, lambda prize: tables.get(Tally, prize.id) is not None)
        prize = self.choose([counted, self._prize(tables, BallotState.CLOSED)])
        found = tables.get(Prize, prize)
        seen = found.winners if found else ()
        return RevealPrize(prize=prize, winners=self.choose([seen, seen, seen, ()]))

    def _prize(self, tables: Tables, state: BallotState) -> str:
        return self.one(tables, Prize, lambda prize: tables.find(Ballot, prize.ballot).state is state)


def seeded(seed: int, only: Collection[type[Command]] = RULES) -> Improviser:
    """An improviser who makes the same wishes on the same day, every time."""
    return Improviser(random.Random(seed).choice, only)


def play(improviser: Improviser, turns: int, pauses: Sequence[int] = PAUSES) -> tuple[Watched, str]:
    """A day of so many turns, and a hash of every entry, of the tables, and of what each audience has."""
    day, left = begun((*PLAN, *MORE)), hashlib.sha256()
    guests = day.guests(12)
    day.go("dream")
    for guest in guests[:10]:
        day.do(guest, MoveTo(room="soup"))
    festival, at, choose = day.festival, day.now, improviser.choose
    for _ in range(turns):
        at += choose(pauses)
        festival.decide(at, [improviser.wish(festival.tables) for _ in range(choose([1, 2, 5]))])
        left.update(pack(Entry(festival.place.n, 1, "", "", festival.commits)))
    left.update(packed(festival.tables))
    for audience in sorted(festival.audiences):
        left.update(b"".join(bytes(row) for row in festival.layers.rows(audience).values()))
    return festival, left.hexdigest()


if __name__ == "__main__":
    print(play(seeded(int(sys.argv[1])), turns=40)[1])
