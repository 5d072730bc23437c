"""What came of a festival, in a form that may leave it: for a report, for a file, for another programme.

Only what everybody was meant to see is in it. No votes, no links, no phones, nobody's id; contacts and hidden notes
stay behind, and a prize tells nothing before it is revealed. What is not named here is not in any export.
"""

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from rooms.ballot import Ballot, BallotState, Prize, Tally, turnout
from rooms.board import Note, NoteKind
from rooms.initiative import About, Initiative, Need, NeedKind, PartKind, RecipePart
from rooms.kernel import Festival, Moment
from rooms.programme import Round, RoundKind, RoundState

VERSION = 1


class Closed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the outcomes. It has these fields and no others."""


class Card(Closed, frozen=True):
    """The festival itself. `date` is YYYY-MM-DD, or ""."""

    title: str
    code: str
    date: str
    language: str
    welcome: str


class RoundDone(Closed, frozen=True):
    """One round of the programme. `initiative` is the id of the one that pitched, or ""."""

    kind: RoundKind
    title: str
    initiative: str
    minutes: int
    state: RoundState


class NeedAsked(Closed, frozen=True):
    """Help an initiative asked for."""

    kind: NeedKind
    text: str


class RecipeLine(Closed, frozen=True):
    """One part of a recipe. `version` is 10 for recipe 1.0."""

    version: int
    kind: PartKind
    text: str


class NoteGiven(Closed, frozen=True):
    """A note: what it says, what its author was called, and when it was given."""

    text: str
    name: str
    at: Moment


NotesGiven = dict[NoteKind, tuple[NoteGiven, ...]]
"""The notes on one board by kind, oldest first. Contacts have no place here."""


class InitiativeDone(Closed, frozen=True):
    """One initiative, with all it brought and got."""

    id: str
    name: str
    place: str
    what: str
    dream: str
    next_step: str
    video: str
    needs: tuple[NeedAsked, ...]
    recipe: tuple[RecipeLine, ...]
    notes: NotesGiven


class Counted(Closed, frozen=True):
    """How many votes an initiative (its id) got for a prize."""

    initiative: str
    votes: int


class PrizeGiven(Closed, frozen=True):
    """A prize. Until it is revealed `winners` and `tally` are empty and `settled` is false.

    `winners` are ids of initiatives; `settled` says that the facilitators chose; `tally` has most votes first.
    """

    title: str
    giver: str
    what: str
    ballot: str
    revealed: bool
    settled: bool
    winners: tuple[str, ...]
    tally: tuple[Counted, ...]


class Turnout(Closed, frozen=True):
    """How many people voted in a ballot."""

    ballot: str
    state: BallotState
    voted: int


class Outcomes(Closed, frozen=True):
    """Everything that came of a festival. `festijn` is the version of this form."""

    festijn: int
    about: Card
    rounds: tuple[RoundDone, ...]
    initiatives: tuple[InitiativeDone, ...]
    prizes: tuple[PrizeGiven, ...]
    turnout: tuple[Turnout, ...]


def outcomes(festival: Festival) -> Outcomes:
    """What came of the festival so far, always in the same order; refuses with GONE before it was set up."""
    return Outcomes(
        festijn=VERSION,
        about=card(festival.find(About, "about")),
        rounds=tuple(round_done(row) for row in ordered(festival.all(Round))),
        initiatives=tuple(initiative_done(festival, row) for row in ordered(festival.all(Initiative))),
        prizes=tuple(
            prize_given(prize, festival.get(Tally, prize.id))
            for prize in sorted(festival.all(Prize), key=lambda prize: (prize.ballot, prize.order, prize.id))
        ),
        turnout=tuple(
            Turnout(ballot=ballot.id, state=ballot.state, voted=turnout(festival, ballot))
            for ballot in sorted(festival.all(Ballot), key=lambda ballot: ballot.id)
        ),
    )


T = TypeVar("T", Round, Initiative, Need)


def ordered(rows: Iterable[T]) -> list[T]:
    """The rows in the order their organiser gave them."""
    return sorted(rows, key=lambda row: (row.order, row.id))


def card(about: About) -> Card:
    return Card(title=about.title, code=about.code, date=about.date, language=about.language, welcome=about.welcome)


def round_done(row: Round) -> RoundDone:
    return RoundDone(kind=row.kind, title=row.title, initiative=row.initiative, minutes=row.minutes, state=row.state)


def initiative_done(festival: Festival, row: Initiative) -> InitiativeDone:
    return InitiativeDone(
        id=row.id,
        name=row.name,
        place=row.place,
        what=row.what,
        dream=row.dream,
        next_step=row.next_step,
        video=row.video,
        needs=tuple(
            NeedAsked(kind=need.kind, text=need.text) for need in ordered(festival.where(Need, "initiative", row.id))
        ),
        recipe=recipe(festival.where(RecipePart, "initiative", row.id)),
        notes=notes_given(festival.where(Note, "board", row.id)),
    )


def recipe(parts: Iterable[RecipePart]) -> tuple[RecipeLine, ...]:
    """The recipe: by version, then ingredients, steps, pitfalls, for whom."""
    kinds = list(PartKind)
    by_place = sorted(parts, key=lambda part: (part.version, kinds.index(part.kind), part.order, part.id))
    return tuple(RecipeLine(version=part.version, kind=part.kind, text=part.text) for part in by_place)


def notes_given(notes: Iterable[Note]) -> NotesGiven:
    """The notes that everybody may read."""
    shown = sorted((note for note in notes if not note.hidden), key=lambda note: (note.at, note.id))

    return {
        kind: tuple(NoteGiven(text=note.text, name=note.name, at=note.at) for note in shown if note.kind is kind)
        for kind in NoteKind
        if kind is not NoteKind.CONTACT
    }


def prize_given(prize: Prize, tally: Tally | None) -> PrizeGiven:
    counts = tally.counts if tally is not None and tally.revealed else {}
    ranked = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    return PrizeGiven(
        title=prize.title,
        giver=prize.giver,
        what=prize.what,
        ballot=prize.ballot,
        revealed=prize.revealed,
        settled=prize.revealed and prize.settled,
        winners=prize.winners if prize.revealed else (),
        tally=tuple(Counted(initiative=choice, votes=votes) for choice, votes in ranked),
    )
