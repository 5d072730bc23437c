"""Back-ups: festivals kept in one file.

A back-up is made beside the servers at work and disturbs nobody: it only reads. It holds each festival as it is; what
was dropped, such as the votes of a closed ballot, is not in it. `server/restore.py` puts it back.
"""

import hashlib
import os
import secrets
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import msgspec

from rooms.board import Note
from rooms.people import Person
from server.journal import Entry, Journal, NewerSchemaError, Place, read_entry
from server.register import Listed
from server.settings import Unusable
from server.standing import Standing

MAGIC = b"festijn back-up\n"
SCHEMA = 1
TRIES = 100

pack = msgspec.msgpack.Encoder().encode


class _Version(msgspec.Struct):
    schema: int


class _Content(msgspec.Struct):
    """What a file holds: the register's row of each festival, and its snapshot entry as the journal has them."""

    schema: int
    festivals: list[tuple[Listed, bytes]]


class UnreadableError(Exception):
    """The festival's journal in the store makes no sense, or changes faster than it can be read."""


class Kept(NamedTuple):
    """A festival as the register knows it, and where it stands with its tables."""

    listed: Listed
    standing: Standing

    def __str__(self) -> str:
        tables, last = self.standing.tables, self.standing.last_at
        when = f"{datetime.fromtimestamp(last / 1000).astimezone():%Y-%m-%d %H:%M:%S}" if last else "none yet"
        people, notes = len(tables.all(Person)), len(tables.all(Note))
        return f"entry {self.standing.place.n}, last change {when}, people: {people}, notes: {notes}"


# -- the file


def write(path: Path, festivals: Sequence[Kept], anew: bool = False) -> None:
    """Write these festivals to a file for its owner's eyes only; the file is there as a whole or not at all.

    Raises Unusable when it is there already (unless written `anew`), or can't be written.
    """
    content = pack(_Content(SCHEMA, [(one.listed, pack(_entry_of(one.standing))) for one in festivals]))
    half = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    if not anew:
        refuse_existing(path)
    try:
        try:
            half.touch(mode=0o600, exist_ok=False)
            with half.open("wb") as file:
                file.write(MAGIC + hashlib.sha256(content).digest() + content)
                file.flush()
                os.fsync(file.fileno())
            half.rename(path)
        finally:
            half.unlink(missing_ok=True)
        _sync_directory(path.parent)
    except OSError as trouble:
        raise Unusable(f"{path} can't be written: {trouble.strerror}.") from None


def refuse_existing(path: Path) -> None:
    """Raises Unusable when there is something of this name: what we write never takes the place of another file."""
    if path.exists():
        raise Unusable(f"{path} exists; choose another name.")


def _entry_of(standing: Standing) -> Entry:
    place = standing.place
    return Entry(place.n, place.epoch, place.mark, after="", snapshot=standing.snapshot(place.n))


def _sync_directory(path: Path) -> None:
    directory = os.open(path, os.O_RDONLY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)


def read(path: Path) -> list[Kept]:
    """The festivals in a back-up, read and checked as a whole; raises Unusable when anything is wrong with it."""
    try:
        raw = path.read_bytes()
    except OSError as trouble:
        raise Unusable(f"{path} can't be read: {trouble.strerror}.") from None
    if not raw.startswith(MAGIC):
        raise Unusable(f"{path} is not a back-up of Festijn; it should be a file that `bin/festijn backup` wrote.")
    told, content = raw[len(MAGIC) : len(MAGIC) + 32], raw[len(MAGIC) + 32 :]
    if hashlib.sha256(content).digest() != told:
        raise Unusable(f"{path} is damaged: a part is gone or changed since it was written; use another copy of it.")
    try:
        return _unpack(content)
    except NewerSchemaError:
        raise Unusable(f"{path} was made by a newer version of Festijn; use that version to put it back.") from None
    except msgspec.DecodeError as fault:
        raise Unusable(f"{path} is whole, but this version of Festijn can't read it: {fault}.") from None


def _unpack(content: bytes) -> list[Kept]:
    schema = msgspec.msgpack.decode(content, type=_Version).schema
    if schema > SCHEMA:
        raise NewerSchemaError(schema)
    every = []
    for listed, raw in msgspec.msgpack.decode(content, type=_Content).festivals:
        entry, standing = read_entry(raw), Standing()
        if entry.snapshot is None:
            raise msgspec.DecodeError("a festival without its snapshot")
        standing.load(entry)
        every.append(Kept(listed, standing))
    return every


# -- reading the store


@asynccontextmanager
async def opened(url: str, festival: str) -> AsyncIterator[Journal]:
    """A festival's journal, to read and no more."""
    journal = Journal(url, festival)
    await journal.connect()
    try:
        yield journal
    finally:
        await journal.close()


async def standing_of(journal: Journal, known: Standing | None = None) -> Standing | None:
    """Where the festival stands now, read on from `known` if that leads there; None when the store has none of it.

    Reads only. Raises UnreadableError, or NewerSchemaError when a newer version writes the journal.
    """
    for _ in range(TRIES):
        there = await journal.place()
        if there is None:
            return None
        standing, known = known or Standing(), None
        try:
            if await _read_on(journal, standing, there):
                return standing
        except msgspec.DecodeError:
            break
    raise UnreadableError(journal.festival)


async def _read_on(journal: Journal, standing: Standing, there: Place) -> bool:
    """Read until `standing` is as far as `there`; False when the journal was cut or replaced on the way."""
    while standing.place != there and not standing.came_by(there):
        page = await journal.after(standing.place.n)
        for entry in page:
            if standing.is_next(entry):
                standing.take(entry)
            elif standing.leads_to(entry):
                standing.load(entry)
            else:
                return False
        if not page:
            return False
    return True


async def back_up(url: str, festivals: Sequence[Listed], path: Path) -> list[Kept]:
    """Write these festivals to a new file; gives what is in it. Raises Unusable when that can't be done."""
    refuse_existing(path)
    every = []
    for listed in festivals:
        async with opened(url, listed.id) as journal:
            try:
                standing = await standing_of(journal)
            except (UnreadableError, NewerSchemaError):
                standing = None
        if standing is None:
            right = "name another with --festival, or put an older back-up back with `bin/festijn restore`."
            raise Unusable(f"the store has no journal of {listed.code} ({listed.title}) that can be read; {right}")
        every.append(Kept(listed, standing))
    write(path, every)
    return every
