"""What came of a festival, in a form that may leave it: for a report, for a file, for another programme.

Only what everybody was meant to see is in it, and for the organiser what offers say and what members of a group bring.
No votes, no links, no phones, nobody's id; contacts, hidden notes, what people said at the goodbye and their addresses
stay behind, and a prize does not tell who gets it before it is revealed.
What is not named here is not in any export.
"""

from collections.abc import Iterable
from typing import TypeVar

from rooms.aftermath import (
    ConnectionsMade,
    GoalServed,
    GroupFormed,
    HelpOfKind,
    LettersWritten,
    NotesInAWhile,
    OfferMade,
    RecipeGrown,
    connections_made,
    goals_served,
    groups_formed,
    help_by_kind,
    letters_written,
    notes_over_time,
    offers_made,
    recipe_grown,
)
from rooms.ballot import BallotState, Prize, Tally
from rooms.board import Board, Note, NoteKind, shown_to_all
from rooms.carrying import CARRIED, Carried, CarriedRecord, carried
from rooms.experts import Group
from rooms.figures import Figures, came, contacts_given, figures
from rooms.harvest import Pledge, Terms
from rooms.initiative import About, Initiative, Need, NeedKind, PartKind, RecipePart
from rooms.kernel import Festival, Moment
from rooms.marketplace import Conversation
from rooms.milestones import Milestone, MilestoneState
from rooms.prizes import PrizeGiven, Turnout, prize_given, turnouts
from rooms.programme import Grouping, Round, RoundKind, RoundState
from rooms.telling import Closed, as_told

VERSION = 4


class Card(Closed, frozen=True):
    """The festival itself. `date` is YYYY-MM-DD, or ""."""

    title: str
    code: str
    date: str
    language: str
    welcome: str


class RoundDone(Closed, frozen=True):
    """One round of the programme. `initiative` is the id of the one that pitched, or ""; `began` is 0 for never;
    the prompts are "" for the usual one."""

    kind: RoundKind
    title: str
    initiative: str
    minutes: int
    state: RoundState
    grouping: Grouping
    skipped: bool
    began: Moment
    prompt_nl: str
    prompt_en: str


class NeedAsked(Closed, frozen=True):
    """Help an initiative asked for, how many offered it, and how many of those were taken."""

    kind: NeedKind
    text: str
    offers: int
    found: int


class RecipeLine(Closed, frozen=True):
    """One part of a recipe. `version` is 10 for recipe 1.0."""

    version: int
    kind: PartKind
    text: str


class MilestoneSet(Closed, frozen=True):
    """What will be there, who sees to it ("" for nobody yet), when (YYYY-MM-DD, or ""), how it went and why, and the
    title of the expert group it is of, or ""."""

    what: str
    who: str
    when: str
    state: MilestoneState
    why: str
    group: str


class PledgeMade(Closed, frozen=True):
    """What somebody will do, when and on which terms. `need` is what the need says that it is for, or ""."""

    name: str
    what: str
    when: str
    terms: Terms
    need: str
    at: Moment


class NoteGiven(Closed, frozen=True):
    """A note: what it says, what its author was called, and when. `taken`: the initiative takes it along; `answer`:
    what it answered, or ""; `backed`: how many ask it too; `dots`: how many find it useful; `cluster`: its word."""

    text: str
    name: str
    at: Moment
    taken: bool
    answer: str
    backed: int
    dots: int
    cluster: str
    goals: tuple[int, ...]


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
    goals: tuple[int, ...]
    needs: tuple[NeedAsked, ...]
    recipe: tuple[RecipeLine, ...]
    milestones: tuple[MilestoneSet, ...]
    pledges: tuple[PledgeMade, ...]
    offers: tuple[OfferMade, ...]
    groups: tuple[GroupFormed, ...]
    grown: tuple[RecipeGrown, ...]
    notes: NotesGiven


class ConversationHeld(Closed, frozen=True):
    """A conversation of the open space, and what it brought. `slot` and `place` count from 1, 0 is without a place;
    `names` are its conveners'; `going` is how many said they would come."""

    title: str
    names: tuple[str, ...]
    slot: int
    place: int
    going: int
    insights: str
    agreements: str
    notes: NotesGiven


class Outcomes(Closed, frozen=True):
    """Everything that came of a festival. `festijn` is the version of this form; `records` is what `festijn import`
    loads, and all before it is made of that."""

    festijn: int
    about: Card
    figures: Figures
    rounds: tuple[RoundDone, ...]
    initiatives: tuple[InitiativeDone, ...]
    conversations: tuple[ConversationHeld, ...]
    prizes: tuple[PrizeGiven, ...]
    turnout: tuple[Turnout, ...]
    help: tuple[HelpOfKind, ...]
    connections: tuple[ConnectionsMade, ...]
    goals: tuple[GoalServed, ...]
    letters: tuple[LettersWritten, ...]
    over_time: tuple[NotesInAWhile, ...]
    records: tuple[CarriedRecord, ...]


def outcomes(festival: Festival) -> Outcomes:
    """What came of the festival so far, always in the same order; refuses with GONE before it was set up."""
    letters, voted = letters_written(festival), turnouts(festival)
    prizes = sorted(festival.all(Prize), key=lambda prize: (prize.ballot, prize.order, prize.id))
    had = Carried(
        id=CARRIED,
        people=came(festival),
        contacts=contacts_given(festival),
        written={one.kind: one.written for one in letters},
        unanswered={one.kind: one.unanswered for one in letters},
        voted={one.ballot: one.voted for one in voted if one.state is BallotState.OPEN},
    )
    return Outcomes(
        festijn=VERSION,
        about=as_told(Card, festival.find(About, "about")),
        figures=figures(festival),
        rounds=tuple(as_told(RoundDone, row) for row in ordered(festival.all(Round))),
        initiatives=tuple(initiative_done(festival, row) for row in ordered(festival.all(Initiative))),
        conversations=conversations(festival),
        prizes=tuple(prize_given(prize, festival.get(Tally, prize.id)) for prize in prizes),
        turnout=voted,
        help=help_by_kind(festival),
        connections=connections_made(festival),
        goals=goals_served(festival),
        letters=letters,
        over_time=notes_over_time(festival),
        records=carried(festival, had),
    )


T = TypeVar("T", Round, Initiative, Need)


def ordered(rows: Iterable[T]) -> list[T]:
    """The rows in the order their organiser gave them."""
    return sorted(rows, key=lambda row: (row.order, row.id))


def conversations(festival: Festival) -> tuple[ConversationHeld, ...]:
    """The conversations, and those that were withdrawn while notes were on their board."""
    gone = [Conversation(id=b.id, title=b.title, conveners=(), names=(), at=0) for b in festival.all(Board) if b.title]
    rows = sorted((*festival.all(Conversation), *gone), key=by_place)
    return tuple(as_told(ConversationHeld, row, notes=notes_given(festival, row.id)) for row in rows)


def by_place(row: Conversation) -> tuple[bool, int, int, Moment, str]:
    """Where a conversation comes: by slot and place, and last those without a place."""
    return not row.slot, row.slot, row.place, row.at, row.id


def initiative_done(festival: Festival, row: Initiative) -> InitiativeDone:
    needs = ordered(festival.where(Need, "initiative", row.id))
    milestones = festival.where(Milestone, "initiative", row.id)
    pledges = sorted(festival.where(Pledge, "initiative", row.id), key=lambda pledge: (pledge.at, pledge.id))
    asked = {need.id: need.text for need in needs}
    groups = {group.id: group.title for group in festival.where(Group, "initiative", row.id)}
    return as_told(
        InitiativeDone,
        row,
        needs=tuple(as_told(NeedAsked, need) for need in needs),
        recipe=recipe(festival.where(RecipePart, "initiative", row.id)),
        milestones=tuple(
            as_told(MilestoneSet, one, group=groups.get(one.group, "")) for one in sorted(milestones, key=by_day)
        ),
        pledges=tuple(as_told(PledgeMade, pledge, need=asked.get(pledge.need, "")) for pledge in pledges),
        offers=offers_made(festival, row.id),
        groups=groups_formed(festival, row.id),
        grown=recipe_grown(festival, row),
        notes=notes_given(festival, row.id),
    )


def by_day(row: Milestone) -> tuple[bool, str, Moment, str]:
    """Where a milestone comes: by its day, and last those without one."""
    return not row.when, row.when, row.at, row.id


def recipe(parts: Iterable[RecipePart]) -> tuple[RecipeLine, ...]:
    """The recipe: by version, then ingredients, steps, pitfalls, for whom, how to start."""
    by_kind = sorted(parts, key=lambda part: (part.version, list(PartKind).index(part.kind), part.order, part.id))
    return tuple(as_told(RecipeLine, part) for part in by_kind)


def notes_given(festival: Festival, board: str) -> NotesGiven:
    """The notes on a board that everybody may read."""
    shown = sorted(filter(shown_to_all, festival.where(Note, "board", board)), key=lambda note: (note.at, note.id))
    return {
        kind: tuple(as_told(NoteGiven, note) for note in shown if note.kind is kind)
        for kind in NoteKind
        if kind is not NoteKind.CONTACT
    }
