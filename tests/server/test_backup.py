"""Back-ups: made beside whoever is at work, never over another file, and checked as a whole before anything is done."""

import asyncio
import hashlib
import os
import pty
import re
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from rooms.ballot import CloseBallot
from rooms.kernel import Tables
from server import backup
from server.embedded import Store
from server.journal import SCHEMA, Entry, Journal, Place, keys_of
from server.lives import call_off
from server.register import REGISTER, Listed
from server.settings import PROJECT
from tests.conftest import Connect
from tests.drill import BOARD, TOLD, Drill
from tests.festijn import eventually, working
from tests.phone import Phone, connected
from tests.replica import FEE, RECORDS, begin, process
from tests.server.test_replica_forgets import ballot


def replayed(entries: list[Entry], n: int) -> bytes:
    """The tables at entry n, as bytes."""
    assert entries[0].snapshot is not None
    tables = Tables(entries[0].snapshot.records)
    for entry in entries[1:]:
        for commit in entry.commits if entry.n <= n else ():
            tables.apply(commit.facts())
    return msgspec.msgpack.encode(tables.records())


async def hurry(phone: Phone, granted: list[str]) -> None:
    """Post without end; keeps which were granted."""
    while True:
        granted.append(await phone.post(BOARD, "In a hurry"))


def not_here(phone: Phone) -> bool:
    """Whether the phone was last told that words can't be saved."""
    return [told["here"] for event, told in phone.heard if event == "store"][-1] is False


async def test_what_was_backed_up_under_load_comes_back_after_the_store_was_emptied_to_workers_that_live(
    drill: Drill,
) -> None:
    file, listed = drill.data_dir / "busy", drill.listed
    async with working(drill.store.url, drill.data_dir, processes=2) as workers:
        anna, bea = phones = [await Phone.come_in(one.base, listed.code, "Anna") for one in workers]
        async with connected(*phones):
            granted: list[str] = []
            rush = [asyncio.create_task(hurry(phone, granted)) for phone in phones]
            await eventually(lambda: len(granted) > 10)
            code, said, complained = await drill.ask("backup", "--to", file)
            so_far = len(granted)
            await eventually(lambda: len(granted) > so_far)
            await asyncio.gather(*map(call_off, rush))
            assert (code, complained) == (0, "")
            (n,) = map(int, re.findall(rf"^{listed.code}  {listed.title}: entry (\d+),", said, re.MULTILINE))
            then, register = await drill.history(), await drill.client.hgetall(REGISTER)
            assert then[0].n < n < then[-1].n
            assert [entry.n for entry in then if entry.snapshot] == [1], "a back-up only reads"
            await drill.client.flushall()
            await anna.until(lambda: not_here(anna))
            await bea.until(lambda: not_here(bea))
            said = await drill.restore(file)
            assert "in the store: nothing\n" in said
            assert "is kept in" not in said
            now = await drill.history()
            assert replayed(now[:1], now[0].n) == replayed(then, n)
            assert await drill.client.hgetall(REGISTER) == register
            assert now[0].n > then[-1].n
            await anna.until(lambda: TOLD in anna.heard, within=3)
            await bea.until(lambda: TOLD in bea.heard, within=3)
            assert await anna.post(BOARD, "Back again")


async def test_a_journal_that_is_replaced_while_it_is_read_is_read_anew(
    own: Store, connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    after, other, replaced = Journal.after, Place(2, 50, "other"), False

    async def late(journal: Journal, n: int) -> list[Entry]:
        nonlocal replaced
        page = await after(journal, n)
        if not replaced:
            replaced, page = True, page[:2]
            await connect(own).flushall()
            await begin(own.url, place=other)
        return page

    async with process(own.url) as one:
        await ballot(one, 1)
    monkeypatch.setattr(Journal, "after", late)
    async with backup.opened(own.url, "here") as journal:
        standing = await backup.standing_of(journal)
    assert standing is not None
    assert standing.place == other
    assert msgspec.msgpack.encode(standing.tables.records()) == msgspec.msgpack.encode(Tables(RECORDS).records())


async def test_dropped_votes_are_in_no_back_up(own: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with process(own.url) as one:
        monkeypatch.setattr(one.replica, "_compact", asyncio.Event().wait)
        await ballot(one, 1)
        await one.wish(CloseBallot(ballot="ballot-1"), by=FEE)
        await backup.back_up(own.url, [Listed("here", "ABCDEF", "Here", "", 1, "nl")], tmp_path / "file")
        (kept,) = backup.read(tmp_path / "file")
        assert msgspec.msgpack.encode(kept.standing.tables.records()) == one.all()
        assert b"CastVote" not in looks_of(tmp_path / "file")[1]


def sealed(content: bytes) -> bytes:
    """A file with this content, whole by its checksum."""
    return backup.MAGIC + hashlib.sha256(content).digest() + content


def flipped(raw: bytes, at: int) -> bytes:
    at %= len(raw)
    return raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :]


def newer_entry(raw: bytes) -> bytes:
    content = msgspec.msgpack.decode(raw[len(backup.MAGIC) + 32 :])
    entry = msgspec.msgpack.decode(content["festivals"][0][1])
    content["festivals"][0][1] = msgspec.msgpack.encode({**entry, "schema": SCHEMA + 1})
    return sealed(msgspec.msgpack.encode(content))


WRONG: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "cut": (lambda raw: raw[:-1], "is damaged"),
    "cut in its checksum": (lambda raw: raw[: len(backup.MAGIC) + 9], "is damaged"),
    "a bit in its checksum": (lambda raw: flipped(raw, len(backup.MAGIC)), "is damaged"),
    "a bit in the middle": (lambda raw: flipped(raw, len(raw) // 2), "is damaged"),
    "a bit at the end": (lambda raw: flipped(raw, -1), "is damaged"),
    "longer": (lambda raw: raw + b"\n", "is damaged"),
    "empty": (lambda raw: b"", "is not a back-up of Festijn"),
    "not ours": (lambda raw: b"REDIS0011" + raw, "is not a back-up of Festijn"),
    "newer": (lambda raw: sealed(msgspec.msgpack.encode({"schema": backup.SCHEMA + 1})), "a newer version of Festijn"),
    "newer inside": (newer_entry, "a newer version of Festijn"),
    "something else": (lambda raw: sealed(msgspec.msgpack.encode({"schema": 1})), "can't read it"),
}


def damage(file: Path, wrong: str) -> str:
    """Damage a file; gives what should be said about it."""
    harm, told = WRONG[wrong]
    file.write_bytes(harm(file.read_bytes()))
    return told


@pytest.mark.parametrize("wrong", WRONG)
async def test_a_file_that_is_not_whole_is_told_in_a_sentence_and_changes_nothing(drill: Drill, wrong: str) -> None:
    told = damage(drill.file, wrong)
    before = await drill.everything()
    code, said, complained = await drill.ask("restore", "--from", drill.file, "--yes")
    assert (code, said) == (2, "")
    assert re.fullmatch(rf"{re.escape(str(drill.file))} [^\n]*{told}[^\n]*\.\n", complained)
    assert await drill.everything() == before
    assert names_in(drill.data_dir) == ["first"]


def names_in(directory: Path) -> list[str]:
    """The files beside the first back-up that have to do with it."""
    return sorted(file.name for file in directory.iterdir() if "first" in file.name)


def looks_of(file: Path) -> tuple[int, bytes]:
    return file.stat().st_mode & 0o777, file.read_bytes()


async def test_a_file_that_is_there_is_never_written_over(drill: Drill) -> None:
    before = looks_of(drill.file)
    assert before[0] == 0o600
    assert await drill.ask("backup", "--to", drill.file) == (2, "", f"{drill.file} exists; choose another name.\n")
    assert looks_of(drill.file) == before
    assert names_in(drill.data_dir) == ["first"]


async def test_files_that_can_not_be_read_or_written_are_told(drill: Drill) -> None:
    nowhere = drill.data_dir / "no" / "where"
    why = "No such file or directory"
    assert await drill.ask("backup", "--to", nowhere) == (2, "", f"{nowhere} can't be written: {why}.\n")
    assert await drill.ask("restore", "--from", nowhere) == (2, "", f"{nowhere} can't be read: {why}.\n")


async def test_a_code_that_is_not_there_is_told_with_those_that_are(drill: Drill) -> None:
    before = await drill.everything()
    for words in (("backup", "--to", drill.data_dir / "new"), ("restore", "--yes", "--from", drill.file)):
        code, said, complained = await drill.ask(*words, "--festival", "NOSUCH")
        assert (code, said) == (2, "")
        assert "'NOSUCH'" in complained
        assert f"{drill.listed.code} ({drill.listed.title})" in complained
    assert await drill.everything() == before


async def test_without_a_terminal_and_without_yes_nothing_is_put_back(drill: Drill) -> None:
    before = await drill.everything()
    code, said, complained = await drill.ask("restore", "--from", drill.file)
    assert code == 2
    assert "in the store: entry 1," in said
    assert "--yes" in complained
    assert await drill.everything() == before


@pytest.mark.parametrize(("answer", "code"), [("yes", 0), ("no", 2), ("", 2)])
async def test_on_a_terminal_the_operator_is_asked(drill: Drill, answer: str, code: int) -> None:
    before = await drill.place()
    ours, theirs = pty.openpty()
    words = [sys.executable, "-m", "server", "restore", "--from", str(drill.file)]
    asking = await asyncio.create_subprocess_exec(
        *words, stdin=theirs, stdout=asyncio.subprocess.DEVNULL, cwd=PROJECT, env={**os.environ, **drill.environ}
    )
    os.write(ours, f"{answer}\n".encode())
    assert await asking.wait() == code
    os.close(ours)
    os.close(theirs)
    assert (await drill.place() == before) is bool(code)


async def test_a_festival_without_a_journal_is_not_left_out_in_silence(drill: Drill) -> None:
    await drill.client.delete(keys_of(drill.listed.id)[1])
    code, said, complained = await drill.ask("backup", "--to", drill.data_dir / "new")
    assert (code, said) == (2, "")
    assert f"no journal of {drill.listed.code} ({drill.listed.title})" in complained
