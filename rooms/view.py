"""Who sees what. This is the one place that says it.

Every screen listens to a few *audiences*: everybody at the festival, who has one board before them, the facilitators,
the stage, or one person alone. For each record this page says which audiences get it, and which of its fields. A form
depends on its record alone. What is not granted here reaches nobody.
"""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from rooms import ballot, board, initiative, people, programme
from rooms.kernel import Festival, Record
from rooms.people import Person, Role

FESTIVAL = "festival"
FACILITATORS = "facilitators"
ORGANISERS = "organisers"
STAGE = "stage"

Form = tuple[str, ...]
Grants = Iterator[tuple[str, Form]]


def person_audience(person: str) -> str:
    """The audience of one person alone."""
    return f"person:{person}"


def board_audience(initiative: str) -> str:
    """Everybody who has this initiative's board before them."""
    return f"board:{initiative}"


def leads_audience(initiative: str) -> str:
    """The leads of one initiative."""
    return f"leads:{initiative}"


def whole(kind: type[Record]) -> Form:
    """The form that shows every field."""
    return kind.__struct_fields__


def everybody(record: Record) -> Grants:
    yield FESTIVAL, whole(type(record))


NOTE = ("id", "board", "name", "kind", "text", "at", "edited")
NOTE_OWN = (*NOTE, "hidden", "author")
NOTE_ON_STAGE = ("id", "board", "kind", "text", "at")


def see_note(note: board.Note) -> Grants:
    yield person_audience(note.author), NOTE_OWN
    yield FACILITATORS, whole(board.Note)
    if shown_to_all(note):
        yield board_audience(note.board), NOTE
    elif not note.hidden:
        yield leads_audience(note.board), NOTE
    if note.released and not note.hidden:
        yield STAGE, NOTE_ON_STAGE


PRIZE = ("id", "ballot", "order", "title", "giver", "what", "revealed")


def see_part(part: initiative.RecipePart) -> Grants:
    """The recipe of one initiative is for who has that initiative before them: others need not carry it along."""
    for audience in (board_audience(part.initiative), leads_audience(part.initiative), FACILITATORS):
        yield audience, whole(initiative.RecipePart)


def see_prize(prize: ballot.Prize) -> Grants:
    yield FACILITATORS, whole(ballot.Prize)
    yield FESTIVAL, whole(ballot.Prize) if prize.revealed else PRIZE


def see_tally(tally: ballot.Tally) -> Grants:
    yield FACILITATORS, whole(ballot.Tally)
    if tally.revealed:
        yield FESTIVAL, whole(ballot.Tally)


VOTE = ("id", "prize", "choice")
PERSON = ("id", "name", "role", "initiative")
LINK = ("id", "role", "label", "initiative", "revoked")


def see_vote(vote: ballot.Vote) -> Grants:
    yield person_audience(vote.voter), VOTE


def see_person(person: Person) -> Grants:
    yield person_audience(person.id), PERSON


def see_link(link: people.Link) -> Grants:
    yield ORGANISERS, LINK


VIEWS: dict[type[Record], tuple[Callable[[Any], Grants], list[Form]]] = {
    initiative.About: (everybody, [whole(initiative.About)]),
    initiative.Initiative: (everybody, [whole(initiative.Initiative)]),
    initiative.Need: (everybody, [whole(initiative.Need)]),
    initiative.RecipePart: (see_part, [whole(initiative.RecipePart)]),
    programme.Programme: (everybody, [whole(programme.Programme)]),
    programme.Round: (everybody, [whole(programme.Round)]),
    board.Board: (everybody, [whole(board.Board)]),
    board.Note: (see_note, [whole(board.Note), NOTE_OWN, NOTE, NOTE_ON_STAGE]),
    ballot.Ballot: (everybody, [whole(ballot.Ballot)]),
    ballot.Prize: (see_prize, [whole(ballot.Prize), PRIZE]),
    ballot.Tally: (see_tally, [whole(ballot.Tally)]),
    ballot.Vote: (see_vote, [VOTE]),
    people.Person: (see_person, [PERSON]),
    people.Link: (see_link, [LINK]),
}
"""Of each kind: who sees it, and every form there is of it."""


def view(record: Record) -> dict[str, Form]:
    """Which audiences see this record, each in which form (the fields it gets)."""
    row = VIEWS.get(type(record))
    return dict(row[0](record)) if row else {}


def show(record: Record, form: Form) -> dict[str, Any]:
    """The record in this form."""
    return {field: getattr(record, field) for field in form}


def audiences(festival: Festival, person: Person, look: str) -> list[str]:
    """What this person's screen listens to, nearest first. `look` is the board they chose, "" for the one on stage.

    Where two audiences show the same record, the screen believes the nearest.
    """
    mine = person_audience(person.id)
    if person.removed:
        return []
    if person.role is Role.STAGE:
        return [mine, STAGE, FESTIVAL]
    if person.role is Role.FACILITATOR:
        return [mine, FACILITATORS, FESTIVAL]
    if person.role is Role.ORGANISER:
        return [mine, ORGANISERS, FACILITATORS, FESTIVAL]
    before = look if look and festival.get(board.Board, look) else programme.programme_of(festival).initiative
    listened = [mine]
    if person.initiative:
        listened.append(leads_audience(person.initiative))
    if before:
        listened.append(board_audience(before))
    return [*listened, FESTIVAL]


def moved_by(record: Record) -> str | None:
    """Who may listen to something else after a change of this record: a person's id, "*" for everybody, or None."""
    if isinstance(record, programme.Programme):
        return "*"
    return record.id if isinstance(record, Person) else None


class Numbers(msgspec.Struct, frozen=True):
    """What people watch: how many notes each board shows, how many voted per ballot. Counted, never stored."""

    notes: dict[str, int]
    turnout: dict[str, int]


def shown_to_all(note: board.Note) -> bool:
    """Whether everybody who has the board before them sees this note."""
    return not note.hidden and note.kind is not board.NoteKind.CONTACT


def numbers(festival: Festival) -> Numbers:
    """The numbers as they are now; contacts and hidden notes do not count, for nobody but a few sees those."""
    notes = {
        place.id: sum(shown_to_all(note) for note in festival.where(board.Note, "board", place.id))
        for place in festival.all(board.Board)
    }
    turnout = {vote.id: ballot.turnout(festival, vote) for vote in festival.all(ballot.Ballot)}
    return Numbers(notes=dict(sorted(notes.items())), turnout=dict(sorted(turnout.items())))
