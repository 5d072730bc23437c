"""The recipe that grows: version 1.0 is what an initiative brings, 2.0 is written from it, with the tips beside it.

A new version begins as a copy of the one before, which is kept as it was. Leads edit it part by part, and say which
tips are behind a part. What changed can then be shown word by word, with those tips.
"""

from msgspec.structs import replace

from rooms.board import Note, shown_to_all
from rooms.initiative import MOST_VERSION, PartKind, RecipePart
from rooms.kernel import Changes, Command, Drop, Festival, Id, Moment, NewId, Put, Reason, Text, require
from rooms.people import Person
from rooms.plans import MOST_ROWS, last, theirs, unchanged, words

A_VERSION = 10
"""How much a version is more than the one before: 10 is recipe 1.0, 20 is 2.0."""
MOST_NOTES = 12
"""Notes behind one part."""


class BeginVersion(Command, frozen=True):
    """Begin the recipe's next version; `after` is the newest one until now."""

    initiative: Id
    after: int


class AddPart(Command, frozen=True):
    """A part more of the newest version."""

    id: NewId
    initiative: Id
    kind: PartKind
    text: Text
    version: int = 10


class EditPart(Command, frozen=True):
    """A part of the recipe in other words."""

    part: Id
    text: Text
    was: Text


class DropPart(Command, frozen=True):
    """A part less of the recipe."""

    part: Id


class PutBehind(Command, frozen=True):
    """Say that a note is behind a part, or (`behind` false) that it is not."""

    part: Id
    note: Id
    behind: bool


def begin_version(festival: Festival, wish: BeginVersion, by: Person, at: Moment) -> Changes:
    row = theirs(festival, wish.initiative, by)
    coming = row.recipe + A_VERSION

    require(row.recipe == wish.after, Reason.ALREADY_MOVED)
    require(coming <= MOST_VERSION, Reason.TOO_MANY)
    yield Put(replace(row, recipe=coming))
    for part in parts_of(festival, row.id, row.recipe):
        yield Put(replace(part, id=f"{part.of or part.id}-{coming}", version=coming, of=part.id, notes=()))


def add_part(festival: Festival, wish: AddPart, by: Person, at: Moment) -> Changes:
    row = theirs(festival, wish.initiative, by)
    parts = parts_of(festival, row.id, wish.version)

    require(festival.get(RecipePart, wish.id) is None, Reason.ID_IN_USE)
    require(wish.version == row.recipe, Reason.NOT_NOW)
    require(len(parts) < MOST_ROWS, Reason.TOO_MANY)
    text, order = words(wish.text), last(parts)
    yield Put(RecipePart(id=wish.id, initiative=row.id, order=order, kind=wish.kind, text=text, version=wish.version))


def edit_part(festival: Festival, wish: EditPart, by: Person, at: Moment) -> Changes:
    part = newest(festival, wish.part, by)
    unchanged(part.text, wish.was)
    yield Put(replace(part, text=words(wish.text)))


def drop_part(festival: Festival, wish: DropPart, by: Person, at: Moment) -> Changes:
    yield Drop("RecipePart", newest(festival, wish.part, by).id)


def put_behind(festival: Festival, wish: PutBehind, by: Person, at: Moment) -> Changes:
    part = newest(festival, wish.part, by)
    others = tuple(note for note in part.notes if note != wish.note)
    note = festival.get(Note, wish.note)

    require(not wish.behind or (note is not None and note.board == part.initiative and shown_to_all(note)), Reason.GONE)
    require(len(others) < MOST_NOTES, Reason.TOO_MANY)
    yield Put(replace(part, notes=(*others, wish.note) if wish.behind else others))


def parts_of(festival: Festival, initiative: str, version: int) -> list[RecipePart]:
    """The parts of one version, in their order."""
    parts = [part for part in festival.where(RecipePart, "initiative", initiative) if part.version == version]
    return sorted(parts, key=lambda part: (part.order, part.id))


def newest(festival: Festival, part: str, by: Person) -> RecipePart:
    """A part of the newest version, if this person may change it; what came before stays as it was (NOT_NOW)."""
    found = festival.find(RecipePart, part)
    row = theirs(festival, found.initiative, by)
    require(found.version == row.recipe, Reason.NOT_NOW)
    return found
