"""The list of who was erased: each once, by several processes, and it lives through half a line and a full disk."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from rooms.erasing import Erased
from rooms.people import OPERATOR, Link, MakeLink, Person, Role
from server.embedded import Store
from server.erasures import Erasures
from server.hall import Hall
from tests.festijn import eventually, founded

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


@asynccontextmanager
async def opened(url: str, festival: str, erasures: Erasures | None = None) -> AsyncIterator[Hall]:
    hall = Hall(url, festival, erasures)
    await hall.open()
    try:
        yield hall
    finally:
        await hall.close()


async def test_who_is_there_again_by_an_older_copy_of_the_store_is_gone_before_anybody_looks(
    store: Store, tmp_path: Path
) -> None:
    festival, erasures = (await founded(store.url)).id, Erasures(tmp_path / "erased")
    async with opened(store.url, festival) as hall:
        (noor, _), (kevin, _) = [await hall.admit(name) for name in ("Noor", "Kevin")]
    erasures.note(festival, [Erased(id=noor, at=1, words=True), ANN])
    async with opened(store.url, festival, erasures) as hall:
        tables = hall.replica.tables
        assert [tables.get(Person, who) is not None for who in (noor, kevin)] == [False, True]
        assert [(row.id, row.at) for row in tables.all(Erased)] == [(noor, 1)]


async def test_a_link_with_the_name_of_who_was_erased_goes_too(store: Store, tmp_path: Path) -> None:
    festival, erasures = (await founded(store.url)).id, Erasures(tmp_path / "erased")
    personal = MakeLink(id="l" * 16, role=Role.PARTICIPANT, label="Noor de Wit", fingerprint="f" * 64)
    async with opened(store.url, festival) as hall:
        assert (await hall.wish(personal, OPERATOR)).ok
    erasures.note(festival, [Erased(id="n" * 16, at=1, words=True, link=personal.id)])
    async with opened(store.url, festival, erasures) as hall:
        assert hall.replica.tables.get(Link, personal.id) is None


async def test_a_list_that_cannot_be_read_keeps_nobody_waiting_and_is_read_later(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.hall.LOOK_EVERY", 0.1)
    festival, path = (await founded(store.url)).id, tmp_path / "erased"
    path.mkdir()
    with capture_logs() as told:
        async with opened(store.url, festival, Erasures(path)) as hall:
            noor, _ = await hall.admit("Noor")
            path.rmdir()
            Erasures(path).note(festival, [Erased(id=noor, at=1, words=True)])
            await eventually(lambda: hall.replica.tables.get(Person, noor) is None)
    assert "the list of who was erased can't be read" in [line["event"] for line in told]


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
