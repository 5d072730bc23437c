"""The outcomes of a festival as files that people open: a report to read, and the same as data.

The report is Markdown (CommonMark, and what GitHub adds to it). What people wrote stands in it as text and
nothing else: every sign that could make a heading, a link, code or a table is escaped.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import groupby

import msgspec
from babel.dates import format_date

from rooms.kernel import tidy
from rooms.outcomes import Card, InitiativeDone, NotesGiven, Outcomes, RoundDone
from rooms.programme import RoundState

Say = Callable[..., str]
"""The words of one language: `say(id, **args)` gives the sentence from the catalogue."""

LOCALES = {"nl": "nl_NL", "en": "en_GB"}
"""How dates are written."""

ANYWHERE = re.compile(r"[\\`*_\[\]<>{}&|~#$^]")
ADDRESS = re.compile(r":(?=\S)|(?<=www)\.", re.IGNORECASE)
AT_START = re.compile(r"^(\d{0,9})([-+=:.)])")


def as_json(outcomes: Outcomes) -> bytes:
    """The outcomes as JSON: UTF-8, indented, the same bytes for the same outcomes."""
    return msgspec.json.format(msgspec.json.encode(outcomes), indent=2) + b"\n"


def as_markdown(outcomes: Outcomes, lang: str, say: Say) -> str:
    """The outcomes as a report to read. `lang` ("nl", "en") is the language `say` speaks."""
    names = {row.id: line(row.name) for row in outcomes.initiatives}
    blocks = [*_opening(outcomes.about, lang), f"## {say('outcome-initiatives')}"]
    for row in outcomes.initiatives:
        blocks += _initiative(row, say)
    blocks += _prizes(outcomes, names, say)
    blocks += _programme(outcomes, names, say)
    return "\n\n".join(blocks) + "\n"


def file_name(outcomes: Outcomes, suffix: str) -> str:
    """What an export is called: `festijn-{code}-{date}.md`, without what the festival does not have."""
    parts = ["festijn", outcomes.about.code, outcomes.about.date]
    return "-".join(kept for part in parts if (kept := re.sub(r"[^A-Za-z0-9-]", "", part))) + f".{suffix}"


def line(text: str) -> str:
    """Somebody's words as one line of plain text in Markdown."""
    return _escaped(" ".join(tidy(text).split()))


def lines(text: str, indent: str = "") -> str:
    """Somebody's words with their line ends kept; `indent` is what keeps the next lines in the same block."""
    rows = [_escaped(row.strip()) for row in tidy(text).split("\n") if row.strip()]
    return f"\\\n{indent}".join(rows)


def _escaped(row: str) -> str:
    plain = ANYWHERE.sub(r"\\\g<0>", row)
    return AT_START.sub(r"\1\\\2", ADDRESS.sub(r"\\\g<0>", plain))


def _opening(about: Card, lang: str) -> Iterator[str]:
    yield f"# {line(about.title)}"
    if about.date:
        yield format_date(date.fromisoformat(about.date), "long", locale=LOCALES[lang])
    if about.welcome:
        yield lines(about.welcome)


def _initiative(row: InitiativeDone, say: Say) -> Iterator[str]:
    yield f"### {line(row.name)} · {line(row.place)}"
    yield lines(row.what)
    if row.dream:
        yield f"**{say('dream')}**\\\n{lines(row.dream)}"
    if row.next_step:
        yield f"**{say('next-step')}**\\\n{lines(row.next_step)}"
    if row.needs:
        yield f"#### {say('needs-heading')}"
        yield _listed(f"{say(f'need-{need.kind}')}: {lines(need.text, '  ')}" for need in row.needs)
    for version, parts in groupby(row.recipe, key=lambda part: part.version):
        yield f"#### {say('outcome-recipe', version=f'{version // 10}.{version % 10}')}"
        yield _listed(f"{say(f'part-{part.kind}')}: {lines(part.text, '  ')}" for part in parts)
    yield from _notes(row.notes, say)


def _notes(notes: NotesGiven, say: Say) -> Iterator[str]:
    for kind, shown in notes.items():
        if shown:
            yield f"#### {say('outcome-notes', kind=kind)}"
            yield _listed(f"{lines(note.text, '  ')} ({line(note.name)})" for note in shown)


def _prizes(outcomes: Outcomes, names: dict[str, str], say: Say) -> Iterator[str]:
    revealed = [prize for prize in outcomes.prizes if prize.revealed]
    if revealed:
        yield f"## {say('prizes-heading')}"
    voted = {ballot.ballot: ballot.voted for ballot in outcomes.turnout}
    for prize in revealed:
        yield f"### {line(prize.title)}"
        yield say("ballot-prize-from", giver=line(prize.giver))
        if prize.what:
            yield lines(prize.what)
        yield f"{say('prize-goes-to')}: **{', '.join(names[winner] for winner in prize.winners)}**"
        if prize.settled:
            yield say("prize-settled")
        yield say("ballot-turnout", count=voted[prize.ballot])
        if prize.tally:
            yield _listed(f"{names[row.initiative]}: {say('prize-votes', count=row.votes)}" for row in prize.tally)


def _programme(outcomes: Outcomes, names: dict[str, str], say: Say) -> Iterator[str]:
    yield f"## {say('outcome-programme')}"
    yield _listed(_round(row, names, say) for row in outcomes.rounds)


def _round(row: RoundDone, names: dict[str, str], say: Say) -> str:
    about = line(row.title) or names.get(row.initiative)
    told = [say(f"round-{row.kind}") + (f": {about}" if about else ""), say("outcome-minutes", count=row.minutes)]
    if row.state is RoundState.PLANNED:
        told.append(say("outcome-skipped"))
    return ", ".join(told)


def _listed(rows: Iterable[str]) -> str:
    return "\n".join(f"- {row}" for row in rows)
