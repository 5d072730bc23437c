"""What changed between two versions of a recipe, word by word, and which notes are behind each change."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from rooms.board import Note, shown_to_all
from rooms.initiative import PartKind, RecipePart
from rooms.kernel import Festival
from rooms.recipe import A_VERSION, parts_of


class Mark(StrEnum):
    """What became of some words."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


class Span(NamedTuple):
    """Some words, and what became of them."""

    mark: Mark
    text: str


class PartChange(NamedTuple):
    """One part of the recipe, in both versions: its words, and the notes that are behind it."""

    kind: PartKind
    spans: tuple[Span, ...]
    notes: tuple[Note, ...]

    @property
    def changed(self) -> bool:
        """Whether anything is other than it was."""
        return any(span.mark is not Mark.SAME for span in self.spans)


def difference(festival: Festival, initiative: str, version: int) -> list[PartChange]:
    """This version beside the one before: what is in it, in its order, then what is no longer there."""
    before = {part.id: part for part in parts_of(festival, initiative, version - A_VERSION)}
    now = parts_of(festival, initiative, version)
    kept = {part.of for part in now}
    rows = [_change(festival, part, before[part.of].text if part.of in before else "") for part in now]
    gone = [part for part in before.values() if part.id not in kept]
    return rows + [PartChange(part.kind, tuple(spans(part.text, "")), ()) for part in gone]


def _change(festival: Festival, part: RecipePart, was: str) -> PartChange:
    notes = (festival.get(Note, note) for note in part.notes)
    shown = tuple(note for note in notes if note is not None and shown_to_all(note))
    return PartChange(part.kind, tuple(spans(was, part.text)), shown)


def spans(was: str, now: str) -> Iterator[Span]:
    """The words of both texts in reading order: what stayed, what went, what came."""
    old, new = was.split(), now.split()
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Span(Mark.SAME, " ".join(old[i1:i2]))
            continue
        if i2 > i1:
            yield Span(Mark.GONE, " ".join(old[i1:i2]))
        if j2 > j1:
            yield Span(Mark.NEW, " ".join(new[j1:j2]))
