"""Loading a festival that was taken home: from the JSON of an export, into a festival of its own.

What is read must say the same as what is loaded: everything that the file tells is made once more of the rows it
holds, and only if both are equal is it loaded. So nothing of it can be other than it was exported.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from rooms.initiative import About
from rooms.kernel import Record, Refused, Tables
from rooms.outcomes import VERSION, Outcomes, outcomes
from server.settings import Unusable

MOST_BYTES = 64 * 1024 * 1024
"""Of a file; a festival of some thousand notes takes two million."""

ID = re.compile(r"[A-Za-z0-9_/-]{1,120}")
SCHEMA = "docs/outcomes.schema.json"
UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


class _Version(msgspec.Struct):
    festijn: int


def records_in(path: Path, code: str | None = None) -> tuple[Record, ...]:
    """The rows of an export, to found a festival of; `code` is its join code when not the one in the file ("": draw
    one). Raises Unusable with what is wrong, and where."""
    told = read(path)
    check(path, told)
    if code is None:
        return told.records
    return tuple(replace(row, code=code) if isinstance(row, About) else row for row in told.records)


def read(path: Path) -> Outcomes:
    """What an export tells, as far as each part is what it should be."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Unusable(f"{path} is larger than {MOST_BYTES // 1024 // 1024} MB; that is no export of Festijn.")
        raw = path.read_bytes()
    except OSError as trouble:
        raise Unusable(f"{path} can't be read: {trouble.strerror}.") from None
    try:
        version = msgspec.json.decode(raw, type=_Version).festijn
    except UNREADABLE as fault:
        right = "it should be the JSON that `festijn export` wrote, or that came from the desk"
        raise Unusable(f"{path} is not an export of Festijn ({fault}); {right}.") from None
    if version != VERSION:
        other = "a newer" if version > VERSION else "an older"
        raise Unusable(f"{path} was made by {other} version of Festijn (form {version}; this one reads {VERSION}).")
    try:
        return msgspec.json.decode(raw, type=Outcomes)
    except UNREADABLE as fault:
        raise Unusable(f"{path} is not as {SCHEMA} says: {fault}.") from None


def check(path: Path, told: Outcomes) -> None:
    """Raises Unusable unless what the file tells is what its rows make, to the letter."""
    odd = [row.id for row in told.records if not ID.fullmatch(row.id)]
    if odd:
        raise Unusable(f"{path} can't be loaded: a row has the id {odd[0]!r}, which should be letters, digits, - or _.")
    vast = next((row.id for row in told.records if not fits_the_journal(row)), None)
    if vast is not None:
        raise Unusable(f"{path} can't be loaded: the row {vast!r} holds a number that is too large to be kept.")
    try:
        made = outcomes(Tables(told.records))
    except Refused:
        raise Unusable(f"{path} can't be loaded: `records` has no row of the kind About.") from None
    if made != told:
        where = ".".join(first_difference(msgspec.to_builtins(told), msgspec.to_builtins(made)))
        right = "load the file as it was exported"
        raise Unusable(f"{path} was changed since it was exported: {where} is not what its `records` make; {right}.")


def fits_the_journal(row: Record) -> bool:
    """Whether its numbers are of 64 bits at most; JSON knows no end."""
    try:
        return bool(msgspec.msgpack.encode(row))
    except OverflowError:
        return False


def first_difference(told: Any, made: Any) -> Iterable[str]:
    """The way to the first place where two things of JSON differ."""
    if isinstance(told, dict) and isinstance(made, dict):
        for name in [*told, *made]:
            if told.get(name) != made.get(name):
                return [name, *first_difference(told.get(name), made.get(name))]
    if isinstance(told, tuple) and isinstance(made, tuple):
        for number, (one, other) in enumerate(zip(told, made, strict=False)):
            if one != other:
                return [str(number), *first_difference(one, other)]
    return []
