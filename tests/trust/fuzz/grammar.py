"""What a phone may say, made from the types themselves: a command that is new tomorrow is spoken here by itself.

Every field gets a value of its type. The id of a row is one of a row there is, as a rule of the kind that the field is
called after; words are of every length and script; and what somebody believes to replace (`was`) is mostly what stands.
"""

import secrets
import string
from collections.abc import Callable
from random import Random
from typing import Any

from msgspec import inspect

from rooms.festival import RECORDS, RULES
from rooms.kernel import Command, Record, Tables
from rooms.people import Role
from rooms.wire import FROM_PHONE, Submit

BASE64 = string.ascii_letters + string.digits + "-_"
LENGTHS = [1, 2, 40, 60, 80, 81, 140, 141, 280, 281, 400, 401, 500, 501, 1000, 1001, 4000]
WORDS = [
    "een goed idee",
    "samen koken op het plein",
    "é\u0301 naïef",
    "שלום",
    "مرحبا",
    "👩‍👩‍👧 hoi",
    "a\nb\n\n\nc",
    "2027-03-01",
]
WORDS += ["mail@example.org", "06-12345678", "https://example.org/x", "<b>vet</b>", " ", "\u202ex", "0", "nl", "2"]
COMMANDS: dict[str, type[Command]] = {kind.__name__: kind for kind in RULES}
PEOPLE = (Role.PARTICIPANT, Role.LEAD, Role.FACILITATOR, Role.ORGANISER, Role.STAGE)


def kind_called(name: str) -> type[Record] | None:
    """The kind of row that a field of this name speaks of, when its name tells."""
    plain = name.rstrip("s").lower()
    exact = [kind for kind in RECORDS if kind.__name__.lower() == plain]
    near = [kind for kind in RECORDS if plain and plain in kind.__name__.lower()]
    return next(iter(exact or near), None)


class Grammar:
    """Speaks of the festival as `tables` has it; `spared` are ids that are never named, because they are honest."""

    def __init__(self, tables: Callable[[], Tables], spared: set[str]) -> None:
        self.tables = tables
        self.spared = spared

    def command(self, chance: Random, kind: type[Command]) -> dict[str, Any]:
        """One command of this kind."""
        made = self.value(inspect.type_info(kind), "", chance)
        if "was" in made and chance.random() < 0.8:
            made["was"] = self._stands(made, chance)
        return dict(made)

    def message(self, chance: Random, event: str) -> dict[str, Any]:
        """The content of one of a phone's messages, except `submit`, whose ref is somebody's own."""
        return dict(self.value(inspect.type_info(FROM_PHONE[event]), event, chance))

    def submit(self, command: Any, ref: str, low: int, seen: int) -> dict[str, Any]:
        """A submit of this command; it has every field that there is."""
        known = {"ref": ref, "low": low, "seen": seen, "command": command}
        fields = [field.encode_name for field in _fields(Submit)]
        return {name: known.get(name) for name in fields}

    def _stands(self, made: dict[str, Any], chance: Random) -> Any:
        """What the row that is spoken of says now."""
        for name, value in made.items():
            kind = kind_called(name)
            row = self.tables().get(kind, value) if kind and isinstance(value, str) else None
            if row is not None:
                words = [getattr(row, field) for field in row.__struct_fields__]
                named = getattr(row, str(made.get("field", "text")), None)
                return named if isinstance(named, type(made["was"])) else chance.choice([made["was"], *map(str, words)])
        return made["was"]

    def value(self, kind: inspect.Type, name: str, chance: Random) -> Any:  # noqa: PLR0911 - one line for each type
        """Something that fits this type."""
        if isinstance(kind, inspect.Metadata):
            return self.value(kind.type, name, chance)
        if isinstance(kind, inspect.StructType):
            return self._struct(kind, chance)
        if isinstance(kind, inspect.UnionType):
            return self.value(chance.choice(kind.types), name, chance)
        if isinstance(kind, inspect.VarTupleType | inspect.ListType | inspect.SetType):
            times = chance.choice([0, 1, 1, 2, 3, 60])
            return [self.value(kind.item_type, name, chance) for _ in range(times)]
        if isinstance(kind, inspect.DictType):
            keys = [self.value(kind.key_type, name, chance) for _ in range(chance.choice([0, 1, 3]))]
            return {str(key): self.value(kind.value_type, name, chance) for key in keys}
        if isinstance(kind, inspect.EnumType):
            return chance.choice([choice.value for choice in kind.cls])
        if isinstance(kind, inspect.LiteralType):
            return chance.choice(kind.values)
        if isinstance(kind, inspect.StrType):
            return self._text(kind, name, chance)
        return self._plain(kind, chance)

    def _plain(self, kind: inspect.Type, chance: Random) -> Any:
        if isinstance(kind, inspect.BoolType):
            return chance.random() < 0.6
        if isinstance(kind, inspect.IntType):
            low, high = kind.ge or 0, kind.le or 60
            return chance.choice([low, high, chance.randint(low, high), chance.randint(low, min(high, low + 4))])
        if isinstance(kind, inspect.FloatType):
            return chance.choice([0.0, 1.5, -1.0])
        return None

    def _struct(self, kind: inspect.StructType, chance: Random) -> dict[str, Any]:
        made = {kind.tag_field: kind.tag} if kind.tag_field is not None else {}
        for field in kind.fields:
            if field.required or chance.random() < 0.7:
                made[field.encode_name] = self.value(field.type, field.encode_name, chance)
        return made

    def _text(self, kind: inspect.StrType, name: str, chance: Random) -> str:
        if kind.pattern is not None:  # a new id, as all patterns in the grammar of phones are
            return "".join(chance.choice(BASE64) for _ in range(16))
        is_words = name in {"text", "was", "title", "name", "label", "what", "who", "when", "url"}
        if name in {"look", "places"} or kind_called(name) or not is_words:
            return self.an_id(name, chance)
        return self.words(chance)

    def an_id(self, name: str, chance: Random) -> str:
        """The id of a row there is: mostly of the right kind, and often of a young one."""
        called = kind_called(name) if chance.random() < 0.9 else None
        kind = called or chance.choice(RECORDS)
        ids = [row.id for row in self.tables().all(kind) if row.id not in self.spared]
        if not ids:
            return chance.choice(["", "hall", "nothing", "kunstpost"])
        return chance.choice(ids[-5:] if chance.random() < 0.5 else ids)

    def words(self, chance: Random) -> str:
        """Something to say."""
        if chance.random() < 0.25:
            return chance.choice(["x", "wij ", "é"]) * chance.choice(LENGTHS)
        return chance.choice(WORDS) + chance.choice(["", f" {chance.randrange(10_000)}"])


def _fields(kind: type) -> tuple[inspect.Field, ...]:
    info = inspect.type_info(kind)
    assert isinstance(info, inspect.StructType)
    return info.fields


def a_device(chance: Random) -> str:
    """A phone's own name."""
    return "".join(chance.choice(BASE64) for _ in range(16))


def fresh(size: int = 12) -> str:
    """Signs that nobody drew before, for what must not be drawn again, such as the ref of a question that must be
    answered."""
    return secrets.token_urlsafe(size)
