"""The festival everybody is at while we measure, and the people in it: made before anything starts.

All of them came in before, so that who connects is known; each looks at one of the boards.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from msgspec.json import encode
from starlette.responses import Response

from rooms.ballot import Ballot, BallotState, Prize
from rooms.board import Board, Note, NoteKind
from rooms.initiative import About, Initiative, Need, NeedKind, PartKind, RecipePart
from rooms.kernel import Record
from rooms.people import Person, Role
from tests.festijn import IDENTITY

BOARDS = 6
SENTENCE = "Een goed idee voor onze hele buurt. "
WORDS = SENTENCE * 6

NOTE = (
    '42["submit",{"ref":"{dev}.{k}","low":{k},"seen":0,"command":{"type":"PostNote","id":"{id}",'
    '"board":"{other}","kind":"tip","text":"{mark} ' + SENTENCE.strip() + '"}}]'
)
VOTE = (
    '42["submit",{"ref":"{dev}.{k}","low":{k},"seen":0,"command":{"type":"CastVote",'
    '"prize":"prize-1","choice":"{other}"}}]'
)


def person(number: int) -> str:
    """The id of this person: 16 signs."""
    return f"person-{number:09}"


def board(number: int) -> str:
    """The id of this board, and of its initiative."""
    return f"board-{number:03}"


@dataclass(frozen=True)
class Crowd:
    """How many people there are, over how many boards they spread, how many notes and bytes of words are there, and
    whether the peer keeps what it is told in a store, as we always do."""

    people: int
    groups: int = 1
    notes: int = 0
    words: int = 0
    store: bool = False

    @property
    def boards(self) -> list[str]:
        """Every board: those that people look at first."""
        return [board(number) for number in range(max(self.groups, BOARDS))]

    def records(self) -> tuple[Record, ...]:
        """All records of the festival."""
        return tuple(self._records())

    def _records(self) -> Iterator[Record]:
        yield About(id="about", title="Bench", code="", language="nl")
        for order, one in enumerate(self.boards, 1):
            yield Initiative(id=one, order=order, name=f"Initiatief {order}", place="Beesd", what=SENTENCE)
            yield Board(id=one)
        yield Ballot(id="ballot-1", state=BallotState.OPEN)
        yield Prize(id="prize-1", ballot="ballot-1", order=1, title="Een prijs", giver="Een vriend")
        for number in range(self.people):
            yield Person(id=person(number), name=f"Gast {number}", role=Role.PARTICIPANT)
        for number in range(self.notes):
            yield self._note(number)
        yield from self._filling()

    def _note(self, number: int) -> Note:
        author = number % self.people
        one = self.boards[number % len(self.boards)]
        kind, text = NoteKind.TIP, f"Notitie {number}"
        return Note(id=f"note-{number:011}", board=one, author=person(author), name=text, kind=kind, text=text, at=0)

    def _filling(self) -> Iterator[Record]:
        """Requests for help, and parts of the first board's recipe, until the words are together this long."""
        size, number = 0, 0
        while size < self.words:
            number += 1
            row: Record
            if number % 2:
                row = Need(id=f"need-{number}", initiative=board(0), order=number, kind=NeedKind.OTHER, text=WORDS)
            else:
                row = RecipePart(id=f"part-{number}", initiative=board(0), order=number, kind=PartKind.STEP, text=WORDS)
            size += len(encode(row))
            yield row

    def list_people(
        self, path: Path, code: str, cookie: Callable[[int], str], enter: Callable[[int], dict[str, object]]
    ) -> None:
        """Write down for the generator who connects, with which packets."""
        hello = "40" + encode({"code": code, "role": "participant"}).decode()
        with path.open("w", encoding="utf-8") as file:
            for number in range(self.people):
                packet = "42" + encode(["enter", enter(number)]).decode()
                print(cookie(number), hello, packet, f"device-{person(number)}", sep="\t", file=file)

    def look(self, number: int) -> str:
        """The board this person looks at."""
        return board(number % self.groups)


def cookie_of(festival: str, who: str, role: str = "participant") -> str:
    """The cookie that proves to be this person, as a browser sends it."""
    answer = Response()
    IDENTITY.give(answer, {}, festival, role, who)
    return answer.headers["set-cookie"].partition(";")[0]
