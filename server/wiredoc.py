"""The tables of docs/wire.md, written from the code they describe, so that they can't go stale."""

import typing
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from rooms import wire
from rooms.festival import PEOPLE, PHONE_COMMANDS, RECORDS, RULES
from rooms.kernel import Reason, Record
from rooms.view import VIEWS
from server.words import sayer

TARGET = Path(__file__).parent.parent / "docs" / "wire.md"
Spell = Callable[[typing.Any], str]


def first_paragraph(kind: type) -> str:
    """What a docstring says first, on one line."""
    return " ".join((kind.__doc__ or "").strip().split("\n\n")[0].split())


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table."""
    names = list(head)
    lines = [names, ["---"] * len(names), *(list(row) for row in rows)]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)


def fields(kind: type[msgspec.Struct], spell: Spell) -> str:
    """Name and type of each field; those that may be left out bear a question mark."""
    hints = typing.get_type_hints(kind, include_extras=True)
    return ", ".join(
        f"`{field.name}{'' if field.required else '?'}: {spell(hints[field.name])}`"
        for field in msgspec.structs.fields(kind)
    )


def messages(spell: Spell) -> str:
    """Both directions' messages."""
    rows = [
        (f"`{event}`", way, fields(kind, spell), first_paragraph(kind))
        for way, found in (("phone → server", wire.FROM_PHONE), ("server → phone", wire.TO_PHONE))
        for event, kind in found.items()
    ]
    return table(("event", "way", "payload", "meaning"), rows)


def commands(spell: Spell) -> str:
    """Every command a phone may submit, and who may."""
    rows = [
        (
            f"`{kind.__name__}`",
            fields(kind, spell),
            ", ".join(sorted(role for role in RULES[kind][1] & PEOPLE)),
            first_paragraph(kind),
        )
        for kind in PHONE_COMMANDS
    ]
    return table(("command", "fields", "open to", "meaning"), rows)


def records(spell: Spell) -> str:
    """Every record a phone may see, with each form there is of it."""

    def forms(kind: type[Record]) -> str:
        every, hints = VIEWS[kind][1], typing.get_type_hints(kind, include_extras=True)
        widest = max(every, key=len)
        told = ", ".join(f"`{name}: {spell(hints[name])}`" for name in widest)
        others = [", ".join(f"`{name}`" for name in form) for form in every if form != widest]
        return told + "".join(f"<br>or only {form}" for form in others)

    return table(
        ("kind", "fields", "meaning"),
        ((f"`{kind.__name__}`", forms(kind), first_paragraph(kind)) for kind in RECORDS if kind in VIEWS),
    )


def reasons() -> str:
    """Every reason a wish may be refused for, in the words a screen shows."""
    say = sayer("en")
    return table(
        ("reason", "what a screen says"),
        ((f"`{reason.value}`", say(f"reason-{reason.value.replace('_', '-')}")) for reason in Reason),
    )


def enums(kinds: Iterable[tuple[str, Iterable[str]]]) -> str:
    """Every closed list of values."""
    return table(("type", "values"), ((f"`{name}`", ", ".join(f"`{v}`" for v in values)) for name, values in kinds))


def fresh(spell: Spell, lists: Iterable[tuple[str, Iterable[str]]]) -> str:
    """The whole document, its prose as it stands and its tables as they should be."""
    text = TARGET.read_text(encoding="utf-8")
    made = {
        "messages": messages(spell),
        "commands": commands(spell),
        "records": records(spell),
        "reasons": reasons(),
        "lists": enums(lists),
    }
    for name, content in made.items():
        opening, closing = f"<!-- {name}: written by server.wiretypes -->", f"<!-- /{name} -->"
        before, _, rest = text.partition(opening)
        _, _, after = rest.partition(closing)
        text = f"{before}{opening}\n{content}\n{closing}{after}"
    return text
