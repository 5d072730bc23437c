"""The client's types, written from the Python ones, so that the two can't grow apart.

`python -m server.wiretypes` writes `client/src/wire.ts`, the tables of `docs/wire.md`, and the schema of the JSON that
people take home; `--check` only says whether they are fresh.
"""

import argparse
import enum
import re
import sys
import types
import typing
from collections.abc import Iterator
from pathlib import Path

import msgspec

from rooms import wire
from rooms.festival import PHONE_COMMANDS, RECORDS
from rooms.kernel import Reason, Record
from rooms.outcomes import Outcomes
from rooms.view import VIEWS
from server import wiredoc

TARGET = Path(__file__).parent.parent / "client" / "src" / "wire.ts"
SCHEMA = wiredoc.TARGET.with_name("outcomes.schema.json")
HEAD = "// Written by `python -m server.wiretypes` from rooms/. Change it there.\n"
PLAIN = {str: "string", int: "number", bool: "boolean", msgspec.Raw: "unknown", type(None): "undefined"}


def spell(kind: typing.Any) -> str:
    """A Python type as TypeScript."""
    origin, inside = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Annotated:
        return spell(inside[0])
    if origin in (list, tuple):
        return f"{spell(inside[0])}[]"
    if origin is dict:
        return f"Record<string, {spell(inside[1])}>"
    if origin in (typing.Union, types.UnionType):
        return "PhoneCommand" if set(inside) == set(PHONE_COMMANDS) else " | ".join(spell(one) for one in inside)
    return PLAIN.get(kind) or str(kind.__name__)


def fields_of(kind: type[msgspec.Struct]) -> Iterator[tuple[str, str, bool]]:
    """Of each field: its name, its type, whether it may be left out."""
    hints = typing.get_type_hints(kind, include_extras=True)
    for field in msgspec.structs.fields(kind):
        yield field.name, spell(hints[field.name]), not field.required


def interface(kind: type[msgspec.Struct], tagged: bool = False) -> str:
    """A struct as a TypeScript interface; fields with a default may be left out."""
    rows = [f'  type: "{kind.__name__}"'] if tagged else []
    rows += [f"  {name}{'?' if optional else ''}: {spelled}" for name, spelled, optional in fields_of(kind)]
    return f"export interface {kind.__name__} {{\n" + "\n".join(rows) + "\n}\n"


def seen(kind: type[Record]) -> str:
    """A record as screens may see it: a field that some audiences do not get is optional; one nobody gets is absent."""
    _, forms = VIEWS[kind]
    always = set.intersection(*map(set, forms))
    granted = set.union(*map(set, forms))
    rows = [
        f"  {name}{'' if name in always else '?'}: {spelled}" for name, spelled, _ in fields_of(kind) if name in granted
    ]
    return f"export interface {kind.__name__} {{\n" + "\n".join(rows) + "\n}\n"


def enums() -> list[tuple[str, list[str]]]:
    """Every closed list that a visible field, a command or an answer uses: its name and values."""
    found: dict[str, type[enum.Enum]] = {Reason.__name__: Reason}
    for kind in [*RECORDS, *PHONE_COMMANDS]:
        hints = typing.get_type_hints(kind).values()
        for hint in (inner for outer in hints for inner in (outer, *typing.get_args(outer))):
            if isinstance(hint, type) and issubclass(hint, enum.Enum):
                found[hint.__name__] = hint
    return [(name, [one.value for one in found[name]]) for name in sorted(found)]


def closed_list(name: str, values: list[str]) -> str:
    """An enum as a TypeScript constant and the type of its values."""
    spelled = ", ".join(f'"{value}"' for value in values)
    return f"export const {name} = [{spelled}] as const\nexport type {name} = (typeof {name})[number]\n"


def typescript() -> str:
    """The whole of wire.ts."""
    visible = [kind for kind in RECORDS if kind in VIEWS]
    parts = [
        HEAD,
        f"export const PROTOCOL = {wire.PROTOCOL}\n",
        *(closed_list(name, values) for name, values in enums()),
    ]
    parts += [seen(kind) for kind in visible]
    rows = "\n".join(f"  {kind.__name__}: {kind.__name__}" for kind in visible)
    parts.append(f"/** Every kind of row a screen can have. */\nexport interface Rows {{\n{rows}\n}}\n")
    parts += [interface(kind, tagged=True) for kind in PHONE_COMMANDS]
    parts.append("export type PhoneCommand =\n" + "\n".join(f"  | {kind.__name__}" for kind in PHONE_COMMANDS) + "\n")
    messages: list[type[msgspec.Struct]] = [wire.Hello, *wire.FROM_PHONE.values(), wire.You, *wire.TO_PHONE.values()]
    parts += [interface(kind) for kind in messages]
    return "\n".join(parts)


def targets() -> Iterator[tuple[Path, str]]:
    """Every file that is written from the code it describes, and what should be in it."""
    yield TARGET, typescript()
    yield wiredoc.TARGET, wiredoc.fresh(spell, enums())
    yield SCHEMA, schema()


def schema() -> str:
    """The form of the JSON that people take home, as JSON Schema."""
    form = msgspec.json.format(msgspec.json.encode(msgspec.json.schema(Outcomes)), indent=2).decode() + "\n"
    return re.sub(r"\\n +", " ", form)  # a description is one line


def main() -> int:
    """Write these files, or with --check tell whether they are fresh (exit code 1 when one is stale)."""
    asked = argparse.ArgumentParser(prog="server.wiretypes")
    asked.add_argument("--check", action="store_true")
    check = asked.parse_args().check
    stale = False
    for target, fresh in targets():
        if check and (not target.exists() or target.read_text(encoding="utf-8") != fresh):
            print(f"{target.name} is stale: run `python -m server.wiretypes`", file=sys.stderr)
            stale = True
        elif not check:
            target.write_text(fresh, encoding="utf-8")
    return int(stale)


if __name__ == "__main__":
    sys.exit(main())
