"""What anybody may read of what came of it: exactly what the pages without a login show, and nothing else.

The organiser publishes part by part. Nobody's name is in it, unless they agreed to that; who sees to a milestone is
somebody's name as well, and stays out. Notes that are hidden, and contacts, stay behind, and so do notes behind a
change of the recipe as long as the notes are not published. What is not named in `openforms.py` is on no page.
"""

from collections.abc import Callable, Iterable
from itertools import chain
from typing import TypeVar

from msgspec.structs import replace

from rooms.aftermath import connections_made, help_by_kind, notes_over_time
from rooms.ballot import Prize
from rooms.board import Note, NoteKind, shown_to_all
from rooms.charted import Charted, by_name, votes
from rooms.difference import PartChange, difference
from rooms.figures import came, figures
from rooms.goodbye import named
from rooms.initiative import About, Initiative, Need, PartKind
from rooms.keeping import DAY
from rooms.kernel import Festival, Moment
from rooms.marketplace import Conversation
from rooms.milestones import Milestone
from rooms.offers import Connection
from rooms.openforms import (
    OpenCard,
    OpenChange,
    OpenConversation,
    OpenEntry,
    OpenFestival,
    OpenFigures,
    OpenInitiative,
    OpenMilestone,
    OpenNeed,
    OpenNote,
    OpenPrize,
    OpenRecipe,
)
from rooms.outcomes import by_day, by_place, ordered
from rooms.prizes import prize_given, turnouts
from rooms.publishing import WHOLE, Part, public_parts
from rooms.recipe import A_VERSION, parts_of
from rooms.telling import as_told

T = TypeVar("T")


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
        charted=open_charts(festival, entries, Part.PRIZES in whole) if Part.NUMBERS in whole else None,
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
    return OpenFigures(
        people=came(festival),
        notes=figures(festival).notes,
        conversations=len(festival.all(Conversation)),
        asked=len(festival.all(Need)),
        found=len(festival.all(Connection)),
        milestones=len(festival.all(Milestone)),
    )


def open_charts(festival: Festival, entries: Iterable[OpenEntry], with_prizes: bool) -> Charted:
    """The numbers to draw; of initiatives only those whose needs are published, of votes only those about a
    prize that was revealed."""
    names = {row.id: row.name for row in entries if Part.NEEDS in public_parts(festival, row.id)}
    given = [prize_given(prize, None) for prize in festival.all(Prize) if prize.revealed] if with_prizes else []
    told = {prize.ballot for prize in given}
    return Charted(
        help=help_by_kind(festival),
        over_time=notes_over_time(festival),
        voted=votes((one for one in turnouts(festival) if one.ballot in told), given, came(festival)),
        connections=by_name(connections_made(festival), names),
    )


def conversation(festival: Festival, row: Conversation) -> OpenConversation:
    both = zip(row.conveners, row.names, strict=False)  # of a loaded festival nobody knows who convened
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


def open_milestones(festival: Festival, initiative: str) -> list[Milestone] | None:
    """The milestones of an initiative for anybody's calendar, without who sees to them; None while not published."""
    if Part.MILESTONES not in public_parts(festival, initiative):
        return None
    return [replace(row, who="") for row in festival.where(Milestone, "initiative", initiative)]
