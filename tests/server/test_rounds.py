"""A festival that nobody has open forgets what it should, by a round that one process makes each day."""

from pathlib import Path

from msgspec.structs import replace

from rooms.board import Board, Note, NoteKind
from rooms.initiative import About
from rooms.people import Person, Role
from server.embedded import Store
from server.erasures import Erasures
from server.eventfile import load
from server.hall import Hall
from server.register import Register
from server.rounds import EVERY, one_round
from tests.festijn import EVENT, founded
from tests.server.test_replica_forgets import in_files

LONG_AGO = 1_600_000_000_000
NAMED = "Anna van Vroeger"


async def of_long_ago(store: Store) -> str:
    """A festival of years ago, with somebody's name still in it; gives its id."""
    records = [replace(row, date="2020-09-13") if isinstance(row, About) else row for row in load(EVENT)]
    person = Person(id="p" * 16, name=NAMED, role=Role.PARTICIPANT, at=LONG_AGO)
    board = next(row for row in records if isinstance(row, Board))
    note = Note(id="n" * 16, board=board.id, author=person.id, name=NAMED, kind=NoteKind.TIP, text="Kook", at=LONG_AGO)
    return (await founded(store.url, (*records, person, note))).id


async def test_names_go_where_nobody_looks(own: Store, tmp_path: Path) -> None:
    festival = await of_long_ago(own)
    register, erasures = Register(own.url), Erasures(tmp_path / "erased")
    assert in_files(own, NAMED.encode())
    await one_round(own.url, register, erasures, {festival})
    assert in_files(own, NAMED.encode()), "who has it open forgets by itself"
    await one_round(own.url, register, erasures, set())
    assert not in_files(own, NAMED.encode())
    hall = Hall(own.url, festival)
    await hall.open()
    assert [note.text for note in hall.replica.tables.all(Note)] == ["Kook"]
    await hall.close()
    await register.close()


async def test_one_process_makes_the_round_of_a_day(own: Store) -> None:
    one, other = Register(own.url), Register(own.url)
    assert [await one.my_round(EVERY), await other.my_round(EVERY), await one.my_round(EVERY)] == [True, False, False]
    for register in (one, other):
        await register.close()
