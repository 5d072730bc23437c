"""The list of who was erased: each once, by several processes, and it lives through half a line and a full disk."""

from pathlib import Path

from structlog.testing import capture_logs

from rooms.erasing import Erased
from rooms.people import Person
from server.embedded import Store
from server.erasures import Erasures
from tests.festijn import eventually, founded, inside

ANN, BEN = Erased(id="ann", at=1, words=True), Erased(id="ben", at=2, words=False)


def test_each_is_written_once_by_whichever_process(tmp_path: Path) -> None:
    path = tmp_path / "erased"
    one, other = Erasures(path), Erasures(path)
    one.note("here", [ANN])
    other.note("here", [ANN, BEN])
    one.note("here", [ANN, BEN])
    one.note("there", [ANN])
    assert len(path.read_text().splitlines()) == 3
    assert Erasures(path).of("here") == [ANN, BEN]
    assert path.stat().st_mode & 0o077 == 0


async def test_who_is_there_again_by_an_older_copy_of_the_store_is_erased_again(store: Store, tmp_path: Path) -> None:
    async with inside(store.url, tmp_path) as server:
        listed = await founded(store.url)
        hall = await server.app.venue.open(listed.id)
        noor, _ = await hall.admit("Noor")
        other, _ = await hall.admit("Kevin")
    Erasures(tmp_path / "erasures.jsonl").note(listed.id, [Erased(id=noor, at=1, words=True), ANN])
    async with inside(store.url, tmp_path) as server:
        hall = await server.app.venue.open(listed.id)
        await eventually(lambda: hall.replica.tables.get(Person, noor) is None)
        assert hall.replica.tables.get(Person, other)


def test_half_a_line_is_passed_over_and_told(tmp_path: Path) -> None:
    path = tmp_path / "erased"
    Erasures(path).note("here", [ANN])
    with path.open("ab") as file:
        file.write(b'{"festival":"here","per')
    Erasures(path).note("here", [BEN])
    with capture_logs() as told:
        assert Erasures(path).of("here") == [ANN, BEN]
    assert told


def test_a_list_that_cannot_be_written_is_told_and_tried_again(tmp_path: Path) -> None:
    list_of = Erasures(tmp_path / "gone" / "erased")
    with capture_logs() as told:
        list_of.note("here", [ANN])
    assert [line["event"] for line in told] == ["who was erased can't be written down"]
    (tmp_path / "gone").mkdir()
    list_of.note("here", [ANN])
    assert list_of.of("here") == [ANN]
