"""Reads a TOML file that has to fit a fixed form, and tells everything that does not fit at once.

The form is given as msgspec structs. Every fault has its place in the file, its line, and what would be right there.
Texts are tidied as all texts are. A struct may say of a text that it names something (`extra={"names": "ballot"}`),
that it refers to something (`extra={"refers": "ballot"}`), or that a function checks it (`extra={"check": ...}`).
"""

import datetime
import difflib
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import inspect

from rooms.kernel import tidy

FILE_BYTES = 1_000_000
NO_LIMIT = FILE_BYTES  # nothing in a file can be longer, or more, than the file
S = TypeVar("S", bound=msgspec.Struct)
Told = tuple[str, str]
"""The place of a fault, and what would be right."""


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: where (`line` 0: unknown), and in `text` what would be right."""

    place: str
    line: int
    text: str

    def __str__(self) -> str:
        where = [f"line {self.line}"] if self.line else []
        return f"{', '.join([*where, self.place])}: {self.text}"


class Faulty(Exception):  # noqa: N818 - a faulty file is an ordinary answer
    """The file has faults; all of them are in `faults`, first lines first. Nothing of it was used."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults, key=lambda fault: fault.line))
        super().__init__("\n".join(str(fault) for fault in self.faults))


def read(path: Path, form: type[S], also: Callable[[dict[str, Any]], Iterable[Told]]) -> S:
    """Give what the file holds, in this form. `also` looks for what the form cannot say, in a file that may have
    other faults too. Raises Faulty, with every fault at once."""
    text = _text(path)
    try:
        given = tomllib.loads(text)
    except (ValueError, RecursionError) as fault:
        raise Faulty([_broken(path.name, text, fault)]) from fault
    checker = _Checker()
    kept = checker.check(inspect.type_info(form), given, "")
    told = [*checker.told, *checker.astray(), *also(kept)]
    if told:
        lines = _lines(text)
        raise Faulty(Fault(place or path.name, _line(place, lines), wrong) for place, wrong in told)
    return msgspec.convert(kept, form)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(FILE_BYTES + 1)
        text = content.decode("utf-8-sig")
    except OSError as fault:
        raise Faulty([Fault(path.name, 0, f"cannot be read: {fault.strerror}")]) from fault
    except UnicodeDecodeError as fault:
        raise Faulty([Fault(path.name, 0, f"should be UTF-8 text, and byte {fault.start} is not")]) from fault
    if len(content) > FILE_BYTES:
        raise Faulty([Fault(path.name, 0, f"should be at most {FILE_BYTES} bytes")])
    return text


def _broken(name: str, text: str, fault: Exception) -> Fault:
    """What is wrong with text that is no TOML."""
    told = re.fullmatch(r"(.*) \(at (?:line (\d+), (column \d+)|end of document)\)", str(fault), re.DOTALL)
    if told:
        wrong = f"should be TOML, and is not: {told[1][0].lower()}{told[1][1:]}"
        return Fault(told[3] or "end of file", int(told[2] or text.count("\n") + 1), wrong)
    deep = isinstance(fault, RecursionError)
    return Fault(name, 0, f"should be TOML, and is not: {'too many brackets' if deep else fault}")


class _Checker:
    """Goes through a whole file beside its form, and collects what does not fit."""

    def __init__(self) -> None:
        self.told: list[Told] = []
        self._names: list[tuple[str, str, str]] = []
        self._refers: list[tuple[str, str, str]] = []

    def check(self, kind: inspect.Type, value: Any, place: str) -> Any:
        """The value as it is kept, texts tidied; what does not fit is noted in `told`."""
        if isinstance(kind, inspect.StructType):
            return self._table(kind, value, place)
        if isinstance(kind, inspect.VarTupleType):
            return self._list(kind, value, place)
        return self._leaf(kind, tidy(value) if isinstance(value, str) else value, place)

    def _leaf(self, kind: inspect.Type, value: Any, place: str) -> Any:
        plain, extra = (kind.type, kind.extra or {}) if isinstance(kind, inspect.Metadata) else (kind, {})
        if "names" in extra:
            self._names.append((extra["names"], str(value), place))
        if "refers" in extra:
            self._refers.append((extra["refers"], str(value), place))
        if not _fits(plain, value):
            self.told.append((place, f"should be {_wanted(kind)}{_instead(plain, value)}"))
        elif "check" in extra:
            try:
                return extra["check"](value)
            except ValueError as fault:
                self.told.append((place, str(fault)))
        return value

    def _table(self, kind: inspect.StructType, value: Any, place: str) -> dict[str, Any]:
        if not isinstance(value, dict):
            self.told.append((place, f"should be a table, and is {_named(value)}"))
            return {}
        fields = {field.name: field for field in kind.fields}
        for key in value:
            if key not in fields:
                hint = _nearest(key, fields) or f"; known here: {', '.join(fields)}"
                self.told.append((_join(place, _plain(key)), f"is not known here{hint}"))
        for name, field in fields.items():
            if field.required and name not in value:
                self.told.append((_join(place, name), f"is missing; should be {_wanted(field.type)}"))
        return {key: self.check(fields[key].type, value[key], _join(place, key)) for key in value if key in fields}

    def _list(self, kind: inspect.VarTupleType, value: Any, place: str) -> list[Any]:
        items = value if isinstance(value, list) else []
        if items is not value:
            self.told.append((place, f"should be {_wanted(kind)}, and is {_named(value)}"))
        elif not (kind.min_length or 0) <= len(items) <= (kind.max_length or NO_LIMIT):
            self.told.append((place, f"should be {_wanted(kind)}, and has {len(items)}"))
        return [self.check(kind.item_type, item, f"{place}[{i}]") for i, item in enumerate(items)]

    def astray(self) -> Iterable[Told]:
        """Names that are given twice, and references to what is not there."""
        first: dict[tuple[str, str], str] = {}
        for what, name, place in self._names:
            before = first.setdefault((what, name), place)
            if before != place:
                yield place, f'should be different from {before}, and both are "{_plain(name)}"'
        for what, name, place in self._refers:
            if (what, name) not in first:
                hint = _nearest(name, [known for kind, known in first if kind == what])
                yield place, f'should be the id of a known {what}, not "{_plain(name)}"{hint}'


def _fits(kind: inspect.Type, value: Any) -> bool:
    if isinstance(kind, inspect.StrType):
        fits = isinstance(value, str) and (kind.min_length or 0) <= len(value) <= (kind.max_length or NO_LIMIT)
        return fits and (kind.pattern is None or re.search(kind.pattern, value) is not None)
    if isinstance(kind, inspect.IntType):
        return type(value) is int and (kind.ge or 0) <= value <= (kind.le or NO_LIMIT)
    if isinstance(kind, inspect.BoolType):
        return type(value) is bool
    choices = _choices(kind)
    return value in choices if choices else type(value) is datetime.date


def _choices(kind: inspect.Type) -> list[str]:
    """What there is to choose from, if it is a choice."""
    if isinstance(kind, inspect.EnumType):
        return [str(choice.value) for choice in kind.cls]
    return [str(choice) for choice in kind.values] if isinstance(kind, inspect.LiteralType) else []


def _wanted(kind: inspect.Type) -> str:
    """What would be right here, in words."""
    if isinstance(kind, inspect.Metadata):
        return str((kind.extra_json_schema or {}).get("description") or _wanted(kind.type))
    if isinstance(kind, inspect.StrType):
        return f"text of {kind.min_length or 0} to {kind.max_length} signs" if kind.max_length else "text"
    if isinstance(kind, inspect.IntType):
        return f"a whole number from {kind.ge} to {kind.le}"
    if isinstance(kind, inspect.VarTupleType):
        return f"a list of {kind.min_length or 0} to {kind.max_length}"
    if _choices(kind):
        return f"one of {', '.join(_choices(kind))}"
    is_bool = isinstance(kind, inspect.BoolType)
    return "true or false, without quotes" if is_bool else "a date such as 2021-12-15, without quotes"


def _instead(kind: inspect.Type, value: Any) -> str:
    """What there is instead, and perhaps what was meant."""
    if not isinstance(value, str):
        return f", not {value}" if type(value) is int and abs(value) < NO_LIMIT else f", and is {_named(value)}"
    if _choices(kind):
        return f', not "{_plain(value)}"{_nearest(value, _choices(kind))}'
    if not isinstance(kind, inspect.StrType):
        return ", and is text"
    return f", and has {len(value)}" if kind.pattern is None else f', not "{_plain(value)}"'


def _named(value: Any) -> str:
    kinds = {str: "text", bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "a table"}
    return kinds.get(type(value), "a date or time")


def _nearest(word: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(word[:40].lower(), list(known), n=1)
    return f'; did you mean "{near[0]}"?' if near else ""


def _plain(text: str) -> str:
    """Somebody's words as a message shows them: on one line, and not too long."""
    shown = "".join(sign if sign.isprintable() else "?" for sign in text[:41])
    return shown if len(shown) <= 40 else f"{shown[:39]}…"


def _join(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key


HIDDEN = re.compile(r'"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*', re.DOTALL)
"""Strings and comments: they may look like a table, and are none."""

ROW = re.compile(r"\A\s*(?:(\[\[?)\s*([\w.-]+)\s*\]|([\w-]+)\s*=)")


def _lines(text: str) -> dict[str, int]:
    """On which line each table and key begins, by its place."""
    found: dict[str, int] = {}
    counts: Counter[str] = Counter()
    table = ""
    plain = HIDDEN.sub(lambda hidden: "\n" * hidden[0].count("\n"), text)
    for number, row in enumerate(plain.split("\n"), 1):
        match = ROW.match(row)
        if match and match[3]:
            found.setdefault(_join(table, match[3]), number)
        elif match:
            table = _opened(match[2].split("."), match[1] == "[[", counts)
            found.setdefault(table, number)
    return found


def _opened(path: list[str], listed: bool, counts: Counter[str]) -> str:
    """The place of a table from its header; `listed` is whether it begins a new one in a list."""
    place = ""
    for depth, key in enumerate(path, 1):
        place = _join(place, key)
        if depth == len(path) and listed:
            counts[place] += 1
        if counts[place]:
            place += f"[{counts[place] - 1}]"
    return place


def _line(place: str, lines: dict[str, int]) -> int:
    """The line of this place, or of the nearest one around it that has a line; else 0."""
    while place and place not in lines:
        place = place[: max(place.rfind("."), place.rfind("["), 0)]
    return lines.get(place, 0)
