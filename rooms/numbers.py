"""The numbers people watch: notes per board, votes per ballot, heads per room.

They are counted from what there is, never stored, and told to everybody alike at most once a second.
"""

from collections import Counter

import msgspec

from rooms.ballot import Ballot, turnout
from rooms.board import Board, Note, NoteKind, shown_to_all
from rooms.kernel import Festival
from rooms.offers import Connection
from rooms.seats import Seat


class Numbers(msgspec.Struct, frozen=True):
    """What people watch: how many notes each board shows, how many voted per ballot, how many people sit in each room,
    how many contacts were given in all, and how many offers of help were taken. Counted, never stored."""

    notes: dict[str, int]
    turnout: dict[str, int]
    heads: dict[str, int]
    contacts: int = 0
    connections: int = 0


def numbers(festival: Festival) -> Numbers:
    """The numbers as they are now; on a board contacts and hidden notes do not count, for
    nobody but a few sees those. Of contacts all may know how many there are, but not for whom."""
    notes = {
        place.id: sum(shown_to_all(note) for note in festival.where(Note, "board", place.id))
        for place in festival.all(Board)
        if not place.into
    }
    voted = {vote.id: turnout(festival, vote) for vote in festival.all(Ballot)}
    heads = Counter(seat.room for seat in festival.all(Seat))
    return Numbers(
        notes=dict(sorted(notes.items())),
        turnout=dict(sorted(voted.items())),
        heads=dict(sorted(heads.items())),
        contacts=sum(note.kind is NoteKind.CONTACT and not note.hidden for note in festival.all(Note)),
        connections=len(festival.all(Connection)),
    )
