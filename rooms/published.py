"""What anybody may read of what came of it: exactly what the pages without a login show, and nothing else.

The organiser publishes part by part. Nobody's name is in it, unless they agreed to that; who sees to a milestone is
somebody's name as well, and stays out. Notes that are hidden, and contacts, stay behind, and so do notes behind a
change of the recipe as long as the notes are not published. What is not named here is on no page.
"""

from collections.abc import Callable, Iterable
from itertools import chain
from typing import TypeVar

from rooms.ballot import Prize
from rooms.board import Note, NoteKind, shown_to_all
from rooms.difference import PartChange, Span, difference
from rooms.goodbye import named
from rooms.initiative import About, Initiative, Need, NeedKind, PartKind
from rooms.keeping import DAY
from rooms.kernel import Festival, Moment
from rooms.marketplace import Conversation
from rooms.milestones import Milestone, MilestoneState
from rooms.offers import Connection
from rooms.outcomes import Closed, as_told, by_day, by_place, figures, ordered
from rooms.publishing import WHOLE, Part, public_parts
from rooms.recipe import A_VERSION, parts_of

T = TypeVar("T")


class OpenCard(Closed, frozen=True):
    """What an initiative is about; `goals` are the numbers of those it works for."""

    place: str
    what: str
    dream: str
    next_step: str
    goals: tuple[int, ...]


class OpenNeed(Closed, frozen=True):
    """Help that is asked for, and how many times it was found."""

    kind: NeedKind
    text: str
    found: int


class OpenNote(Closed, frozen=True):
    """A note. `name` is "" unless its author agreed to be named; the rest is as in the outcomes."""

    kind: NoteKind
    text: str
    name: str
    taken: bool
    answer: str
    backed: int
    dots: int
    cluster: str
    goals: tuple[int, ...]


class OpenChange(Closed, frozen=True):
    """What changed in one part, word by word, and the notes behind it."""

    kind: PartKind
    spans: tuple[Span, ...]
    notes: tuple[OpenNote, ...]


class OpenRecipe(Closed, frozen=True):
    """The newest recipe (20 is 2.0), and what is other than in the version before (0 for none)."""

    version: int
    before: int
    parts: dict[PartKind, tuple[str, ...]]
    changes: tuple[OpenChange, ...]


class OpenMilestone(Closed, frozen=True):
    """What will be there, and when (YYYY-MM-DD, or ""); how it went, and why."""

    what: str
    when: str
    state: MilestoneState
    why: str


class OpenInitiative(Closed, frozen=True):
    """What may be read of one initiative; None for a part that is not published. `named_until` is the moment at which
    the last consent of those who are named ends, 0 when nobody is."""

    id: str
    name: str
    card: OpenCard | None
    needs: tuple[OpenNeed, ...] | None
    notes: dict[NoteKind, tuple[OpenNote, ...]] | None
    recipe: OpenRecipe | None
    milestones: tuple[OpenMilestone, ...] | None
    named_until: Moment


class OpenFigures(Closed, frozen=True):
    """How much there is of it all. `asked` is how many needs there are, `found` how many offers were taken."""

    people: int
    notes: int
    conversations: int
    asked: int
    found: int
    milestones: int


class OpenConversation(Closed, frozen=True):
    """A conversation that was held, with those of its conveners who agreed to be named."""

    title: str
    names: tuple[str, ...]
    insights: str
    agreements: str


class OpenPrize(Closed, frozen=True):
    """A prize that was revealed: who gave it, what it is, and the names of the initiatives that got it."""

    title: str
    giver: str
    what: str
    winners: tuple[str, ...]


class OpenEntry(Closed, frozen=True):
    """An initiative that has a page. `place` is "" while its card is not published; `asks` is how many needs are
    published for which no help was found."""

    id: str
    name: str
    place: str
    asks: int


class OpenFestival(Closed, frozen=True):
    """What may be read of the festival as a whole; None for a part that is not published."""

    title: str
    date: str
    language: str
    initiatives: tuple[OpenEntry, ...]
    figures: OpenFigures | None
    conversations: tuple[OpenConversation, ...] | None
    prizes: tuple[OpenPrize, ...] | None
    named_until: Moment


def open_festival(festival: Festival) -> OpenFestival | None:
    """What anybody may read of the festival, or None when nothing is published."""
    whole = public_parts(festival, WHOLE)
    entries = tuple(entry(festival, row) for row in ordered(festival.all(Initiative)) if public(festival, row.id))
    if not entries and not public(festival, WHOLE):
        return None
    talks = sorted(festival.all(Conversation), key=by_place)
    return as_told(
        OpenFestival,
        festival.find(About, "about"),
        initiatives=entries,
        figures=open_figures(festival) if Part.NUMBERS in whole else None,
        conversations=tuple(conversation(festival, row) for row in talks) if Part.CONVERSATIONS in whole else None,
        prizes=prizes(festival) if Part.PRIZES in whole else None,
        named_until=until(festival, chain.from_iterable(row.conveners for row in talks))
        if Part.CONVERSATIONS in whole
        else 0,
    )


def open_initiative(festival: Festival, initiative: str) -> OpenInitiative | None:
    """What anybody may read of an initiative, or None when nothing is, or there is none."""
    row = festival.get(Initiative, initiative)
    if row is None or not public(festival, initiative):
        return None
    parts = public_parts(festival, initiative)

    def told(part: Part, made: Callable[[Festival, Initiative], T]) -> T | None:
        return made(festival, row) if part in parts else None

    return OpenInitiative(
        id=row.id,
        name=row.name,
        card=told(Part.CARD, lambda _, row: as_told(OpenCard, row)),
        needs=told(Part.NEEDS, needs),
        notes=told(Part.NOTES, notes),
        recipe=told(Part.RECIPE, recipe),
        milestones=told(Part.MILESTONES, milestones),
        named_until=until(festival, (note.author for note in shown(festival, row))) if Part.NOTES in parts else 0,
    )


OF_INITIATIVE = (Part.CARD, Part.NEEDS, Part.NOTES, Part.RECIPE, Part.MILESTONES)
OF_FESTIVAL = (Part.NUMBERS, Part.CONVERSATIONS, Part.PRIZES)


def public(festival: Festival, about: str) -> bool:
    """Whether there is anything to read here: of an initiative, or of the festival (WHOLE)."""
    there = OF_FESTIVAL if about == WHOLE else OF_INITIATIVE
    return any(part in there for part in public_parts(festival, about))


def until(festival: Festival, people: Iterable[str]) -> Moment:
    """When the last consent of these people to be named ends; 0 when nobody gave one."""
    given = filter(None, (named(festival, person) for person in people))
    return max((one.at + one.days * DAY for one in given), default=0)


def entry(festival: Festival, row: Initiative) -> OpenEntry:
    parts = public_parts(festival, row.id)
    asks = [need for need in festival.where(Need, "initiative", row.id) if not need.found]
    return OpenEntry(
        id=row.id,
        name=row.name,
        place=row.place if Part.CARD in parts else "",
        asks=len(asks) if Part.NEEDS in parts else 0,
    )


def open_figures(festival: Festival) -> OpenFigures:
    counted = figures(festival)
    return OpenFigures(
        people=counted.people,
        notes=counted.notes,
        conversations=counted.conversations,
        asked=len(festival.all(Need)),
        found=len(festival.all(Connection)),
        milestones=counted.milestones,
    )


def conversation(festival: Festival, row: Conversation) -> OpenConversation:
    both = zip(row.conveners, row.names, strict=True)
    return as_told(OpenConversation, row, names=tuple(name for who, name in both if named(festival, who)))


def prizes(festival: Festival) -> tuple[OpenPrize, ...]:
    revealed = [prize for prize in festival.all(Prize) if prize.revealed]
    return tuple(
        as_told(OpenPrize, prize, winners=tuple(festival.find(Initiative, one).name for one in prize.winners))
        for prize in sorted(revealed, key=lambda prize: (prize.ballot, prize.order, prize.id))
    )


def needs(festival: Festival, row: Initiative) -> tuple[OpenNeed, ...]:
    """What is asked: first that for which no help was found yet."""
    asked = ordered(festival.where(Need, "initiative", row.id))
    return tuple(as_told(OpenNeed, need) for need in sorted(asked, key=lambda need: need.found > 0))


def shown(festival: Festival, row: Initiative) -> list[Note]:
    """The notes on its board that everybody could read, what is taken along first, then what most found useful."""
    found = filter(shown_to_all, festival.where(Note, "board", row.id))
    return sorted(found, key=lambda note: (not note.taken, -(note.dots + note.backed), note.at, note.id))


def a_note(festival: Festival, note: Note) -> OpenNote:
    return as_told(OpenNote, note, name=note.name if named(festival, note.author) else "")


def notes(festival: Festival, row: Initiative) -> dict[NoteKind, tuple[OpenNote, ...]]:
    rows = shown(festival, row)
    by_kind = {kind: tuple(a_note(festival, note) for note in rows if note.kind is kind) for kind in NoteKind}
    return {kind: given for kind, given in by_kind.items() if given}


def recipe(festival: Festival, row: Initiative) -> OpenRecipe:
    with_notes = Part.NOTES in public_parts(festival, row.id)
    parts = parts_of(festival, row.id, row.recipe)
    kinds = [kind for kind in PartKind if any(part.kind is kind for part in parts)]
    compared = difference(festival, row.id, row.recipe) if row.recipe > A_VERSION else []
    return OpenRecipe(
        version=row.recipe,
        before=row.recipe - A_VERSION,
        parts={kind: tuple(part.text for part in parts if part.kind is kind) for kind in kinds},
        changes=tuple(a_change(festival, one, with_notes) for one in compared if one.changed),
    )


def a_change(festival: Festival, one: PartChange, with_notes: bool) -> OpenChange:
    behind = tuple(a_note(festival, note) for note in one.notes) if with_notes else ()
    return OpenChange(kind=one.kind, spans=one.spans, notes=behind)


def milestones(festival: Festival, row: Initiative) -> tuple[OpenMilestone, ...]:
    rows = sorted(festival.where(Milestone, "initiative", row.id), key=by_day)
    return tuple(as_told(OpenMilestone, one) for one in rows)
