"""What came of the day for the time after it: help that was offered and found, expert groups, recipes that grew, goals.

Part of the outcomes (`outcomes.py`), and as closed: how to reach anybody and who is in a group are not in it, and of
letters, which are between who writes and who reads them, only how many there are.
"""

from collections import Counter

from rooms.board import Note, shown_to_all
from rooms.carrying import before
from rooms.difference import Mark, difference
from rooms.experts import Group, Member, Product
from rooms.goals import GOALS
from rooms.harvest import Terms
from rooms.inbox import Letter, LetterKind
from rooms.initiative import Initiative, Need, NeedKind, PartKind
from rooms.kernel import Festival, Moment
from rooms.offers import Connection, How, Offer, Reply, Sort
from rooms.recipe import A_VERSION
from rooms.telling import Closed, as_told

A_WHILE = 5 * 60 * 1000
"""Milliseconds in which notes are counted together."""


class OfferMade(Closed, frozen=True):
    """Help that was offered, by whom (and on whose behalf, or ""), and what the initiative said to it. `need` is what
    was asked, or "" when it is no longer."""

    kind: NeedKind
    need: str
    name: str
    behalf: str
    how: How
    what: str
    when: str
    terms: Terms
    at: Moment
    reply: Reply
    answer: str


class GroupFormed(Closed, frozen=True):
    """An expert group: what it makes, how many are in it, and what they bring, without their names."""

    product: Product
    title: str
    open: bool
    members: int
    brings: tuple[str, ...]


class Words(Closed, frozen=True):
    """Some words of a recipe, and what became of them."""

    mark: Mark
    text: str


class NoteBehind(Closed, frozen=True):
    """A note that is behind a change."""

    text: str
    name: str


class PartGrown(Closed, frozen=True):
    """One part of a recipe beside the version before, with the notes that are behind it."""

    kind: PartKind
    changed: bool
    words: tuple[Words, ...]
    notes: tuple[NoteBehind, ...]


class RecipeGrown(Closed, frozen=True):
    """What a version of a recipe (20 for 2.0) changed in the one before."""

    version: int
    parts: tuple[PartGrown, ...]


class ConnectionsMade(Closed, frozen=True):
    """How many offers of this kind of help were taken by an initiative (its id), counted as public or private."""

    initiative: str
    kind: NeedKind
    sort: Sort
    count: int


class HelpOfKind(Closed, frozen=True):
    """How often this kind of help was asked, offered and found."""

    kind: NeedKind
    asked: int
    offered: int
    found: int


class GoalServed(Closed, frozen=True):
    """A goal, the initiatives (their ids) that work for it, and how many notes do."""

    goal: int
    initiatives: tuple[str, ...]
    notes: int


class LettersWritten(Closed, frozen=True):
    """How many letters of a kind were written, and how many of them nobody answered yet."""

    kind: LetterKind
    written: int
    unanswered: int


class NotesInAWhile(Closed, frozen=True):
    """How many notes were given in the five minutes from this moment on."""

    begins: Moment
    notes: int


def offers_made(festival: Festival, initiative: str) -> tuple[OfferMade, ...]:
    """The offers to an initiative, oldest first."""
    asked = {need.id: need.text for need in festival.where(Need, "initiative", initiative)}
    rows = sorted(festival.where(Offer, "initiative", initiative), key=lambda offer: (offer.at, offer.id))
    return tuple(as_told(OfferMade, row, need=asked.get(row.need, "")) for row in rows)


def groups_formed(festival: Festival, initiative: str) -> tuple[GroupFormed, ...]:
    """The expert groups of an initiative, oldest first."""
    rows = sorted(festival.where(Group, "initiative", initiative), key=lambda group: (group.at, group.id))
    return tuple(as_told(GroupFormed, row, brings=brought(festival, row.id)) for row in rows)


def brought(festival: Festival, group: str) -> tuple[str, ...]:
    """What the people of a group bring, in the order of the words, so that it does not tell who came when."""
    return tuple(sorted(one.brings for one in festival.where(Member, "group", group)))


def recipe_grown(festival: Festival, row: Initiative) -> tuple[RecipeGrown, ...]:
    """What each version of a recipe after the first changed."""
    versions = range(2 * A_VERSION, row.recipe + 1, A_VERSION)
    return tuple(RecipeGrown(version=one, parts=parts_grown(festival, row.id, one)) for one in versions)


def parts_grown(festival: Festival, initiative: str, version: int) -> tuple[PartGrown, ...]:
    return tuple(
        PartGrown(
            kind=part.kind,
            changed=part.changed,
            words=tuple(Words(mark=span.mark, text=span.text) for span in part.spans),
            notes=tuple(as_told(NoteBehind, note) for note in part.notes),
        )
        for part in difference(festival, initiative, version)
    )


def connections_made(festival: Festival) -> tuple[ConnectionsMade, ...]:
    """The connections, counted by initiative, kind and sort."""
    counts = Counter((row.initiative, row.kind, row.sort) for row in festival.all(Connection))
    return tuple(
        ConnectionsMade(initiative=initiative, kind=kind, sort=sort, count=count)
        for (initiative, kind, sort), count in sorted(counts.items())
    )


def help_by_kind(festival: Festival) -> tuple[HelpOfKind, ...]:
    """Each kind of help that was asked or offered."""
    asked = Counter(need.kind for need in festival.all(Need))
    offered = Counter(offer.kind for offer in festival.all(Offer))
    found = Counter(row.kind for row in festival.all(Connection))
    return tuple(
        HelpOfKind(kind=kind, asked=asked[kind], offered=offered[kind], found=found[kind])
        for kind in NeedKind
        if asked[kind] or offered[kind]
    )


def goals_served(festival: Festival) -> tuple[GoalServed, ...]:
    """Each goal that an initiative or a note everybody may read works for."""
    notes = Counter(goal for note in festival.all(Note) if shown_to_all(note) for goal in note.goals)
    working = {goal: tuple(sorted(row.id for row in festival.all(Initiative) if goal in row.goals)) for goal in GOALS}
    return tuple(
        GoalServed(goal=goal, initiatives=working[goal], notes=notes[goal])
        for goal in GOALS
        if working[goal] or notes[goal]
    )


def letters_written(festival: Festival) -> tuple[LettersWritten, ...]:
    """How many letters there are of each kind."""
    rows, had = festival.all(Letter), before(festival)
    return tuple(
        LettersWritten(
            kind=kind,
            written=had.written.get(kind, 0) + sum(row.kind is kind for row in rows),
            unanswered=had.unanswered.get(kind, 0) + sum(row.kind is kind and not row.answer for row in rows),
        )
        for kind in LetterKind
    )


def notes_over_time(festival: Festival) -> tuple[NotesInAWhile, ...]:
    """The notes everybody may read, per five minutes in which there were any."""
    counts = Counter(note.at // A_WHILE * A_WHILE for note in festival.all(Note) if shown_to_all(note))
    return tuple(NotesInAWhile(begins=begins, notes=count) for begins, count in sorted(counts.items()))
