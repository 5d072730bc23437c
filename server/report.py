"""The outcomes of a festival as a report to read: for who was there, and for who was not.

The report is Markdown (CommonMark, and what GitHub adds to it). What people wrote stands in it as text and
nothing else: every sign that could make a heading, a link, code or a table is escaped.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from rooms.ballot import DecidedBy
from rooms.board import NoteKind
from rooms.figures import Figures
from rooms.milestones import MilestoneState
from rooms.outcomes import (
    Card,
    ConversationHeld,
    InitiativeDone,
    MilestoneSet,
    NoteGiven,
    NotesGiven,
    Outcomes,
    PledgeMade,
    RoundDone,
)
from rooms.prizes import PrizeGiven
from rooms.programme import Grouping, RoundState
from server.afterreport import after_report, formed, grown, offered
from server.days import in_words
from server.markdown import BETWEEN, line, lines, listed
from server.words import Say

FIGURES = {
    "people": "outcome-people",
    "notes": "outcome-all-notes",
    "contacts": "outcome-contacts",
    "milestones": "lead-milestones",
    "pledges": "outcome-pledges",
    "conversations": "outcome-talks",
}
"""What each number is called."""


def as_markdown(outcomes: Outcomes, lang: str, say: Say) -> str:
    """The outcomes as a report to read. `lang` ("nl", "en") is the language `say` speaks."""
    names = {row.id: line(row.name) for row in outcomes.initiatives}
    blocks = [*_opening(outcomes.about, lang), *_figures(outcomes.figures, say), f"## {say('outcome-initiatives')}"]
    for row in outcomes.initiatives:
        blocks += _initiative(row, lang, say)
    blocks += _conversations(outcomes.conversations, say)
    blocks += _prizes(outcomes, names, say)
    blocks += after_report(outcomes, names, say)
    blocks += [f"## {say('outcome-programme')}", listed(_round(row, names, lang, say) for row in outcomes.rounds)]
    return "\n\n".join(blocks) + "\n"


def stand(row: RoundDone) -> str:
    """How far a round came: planned (never held), skipped, open or done."""
    if row.state is RoundState.PLANNED:
        return "skipped" if row.skipped else "planned"
    return "done" if row.state is RoundState.DONE else "open"


def prompt(row: RoundDone, lang: str) -> str:
    """What people were asked in this round, in this language; "" for the usual question."""
    return row.prompt_nl if lang == "nl" else row.prompt_en


def _opening(about: Card, lang: str) -> Iterator[str]:
    yield f"# {line(about.title)}"
    if about.date:
        yield in_words(date.fromisoformat(about.date), lang)
    if about.welcome:
        yield lines(about.welcome)


def _figures(figures: Figures, say: Say) -> Iterator[str]:
    yield f"## {say('desk-numbers')}"
    yield listed(f"{word}: {count}" for word, count in counted(figures, say))


def counted(figures: Figures, say: Say) -> list[tuple[str, int]]:
    """What was counted, by its name; what nobody counted for one initiative alone is left out."""
    every = [(say(word), getattr(figures, field)) for field, word in FIGURES.items()]
    return [(word, count) for word, count in every if count is not None]


def _initiative(row: InitiativeDone, lang: str, say: Say) -> Iterator[str]:
    yield f"### {line(row.name)}{BETWEEN}{line(row.place)}"
    yield lines(row.what)
    yield from _told((("dream", row.dream), ("next-step", row.next_step)), say)
    if row.milestones:
        yield f"#### {say('lead-milestones')}"
        yield listed(_milestone(one, lang, say) for one in row.milestones)
    if row.pledges:
        yield f"#### {say('outcome-pledges')}"
        yield listed(_pledge(pledge, say) for pledge in row.pledges)
    if row.needs:
        yield f"#### {say('needs-heading')}"
        yield listed(f"{say(f'need-{need.kind}')}: {lines(need.text, '  ')}" for need in row.needs)
    yield from offered(row, say)
    yield from formed(row, say)
    for version, parts in groupby(row.recipe, key=lambda part: part.version):
        yield f"#### {say('outcome-recipe', version=f'{version // 10}.{version % 10}')}"
        yield listed(f"{say(f'part-{part.kind}')}: {lines(part.text, '  ')}" for part in parts)
    yield from grown(row, say)
    yield from _notes(row.notes, say)


def _told(fields: Iterable[tuple[str, str]], say: Say) -> Iterator[str]:
    for word, text in fields:
        if text:
            yield f"**{say(word)}**\\\n{lines(text)}"


def _milestone(row: MilestoneSet, lang: str, say: Say) -> str:
    when = f"{in_words(date.fromisoformat(row.when), lang)}: " if row.when else ""
    who = f" ({line(row.who)})" if row.who else ""
    went = say(f"after-{row.state}") if row.state is not MilestoneState.PLANNED else ""
    told = BETWEEN.join(filter(None, (f"{when}{lines(row.what, '  ')}{who}", went)))
    return f"{told}: {line(row.why)}" if row.why else told


def _pledge(row: PledgeMade, say: Say) -> str:
    for_need = say("lead-pledge-for", need=line(row.need)) if row.need else ""
    terms = (line(row.when), say("outcome-terms", terms=row.terms), for_need)
    return f"**{line(row.name)}**: {lines(row.what, '  ')} ({BETWEEN.join(filter(None, terms))})"


def _notes(notes: NotesGiven, say: Say) -> Iterator[str]:
    for kind, given in notes.items():
        if given:
            yield f"#### {_kind(kind, say)} ({len(given)})"
            yield listed(_note(note, say) for note in sorted(given, key=_weight))


def _kind(kind: NoteKind, say: Say) -> str:
    return say("outcome-notes", kind=kind)


def _weight(note: NoteGiven) -> tuple[bool, int]:
    """What is taken along comes first, then what most people found useful; else they stay in the order of time."""
    return not note.taken, -(note.dots + note.backed)


def _note(note: NoteGiven, say: Say) -> str:
    became = (
        f"**{say('outcome-taken')}**" if note.taken else "",
        say("lead-dots", count=note.dots) if note.dots else "",
        say("lead-backed", count=note.backed) if note.backed else "",
        say("lead-under", word=line(note.cluster)) if note.cluster else "",
    )
    told = BETWEEN.join(filter(None, (f"{lines(note.text, '  ')} ({line(note.name)})", *became)))
    return f"{told}\\\n  {say('outcome-answer')}: {lines(note.answer, '  ')}" if note.answer else told


def _conversations(rows: Iterable[ConversationHeld], say: Say) -> Iterator[str]:
    for number, row in enumerate(rows):
        if number == 0:
            yield f"## {say('outcome-conversations')}"
        yield f"### {line(row.title)}"
        where = f"{say('outcome-slot')} {row.slot}, {say('outcome-spot').lower()} {row.place}" if row.slot else ""
        by = f"{say('outcome-by')}: {line(', '.join(row.names))}"
        going = f"{say('outcome-going')}: {row.going}" if row.going else ""
        yield BETWEEN.join(filter(None, (where, by, going)))
        yield from _told((("market-insights", row.insights), ("market-agreements", row.agreements)), say)
        yield from _notes(row.notes, say)


def _prizes(outcomes: Outcomes, names: dict[str, str], say: Say) -> Iterator[str]:
    revealed = [prize for prize in outcomes.prizes if prize.revealed]
    if revealed:
        yield f"## {say('prizes-heading')}"
    voted = {ballot.ballot: ballot.voted for ballot in outcomes.turnout}
    for prize in revealed:
        yield from _prize(prize, names, say)
        if prize.decided is DecidedBy.VOTE:
            yield say("ballot-turnout", count=voted[prize.ballot])
        if prize.tally:
            yield listed(f"{names[row.initiative]}: {say('prize-votes', count=row.votes)}" for row in prize.tally)


def _prize(prize: PrizeGiven, names: dict[str, str], say: Say) -> Iterator[str]:
    yield f"### {line(prize.title)}"
    yield say("prize-from-money" if prize.money else "prize-from-kind", giver=line(prize.giver))
    if prize.what:
        yield lines(prize.what)
    yield f"{say('prize-goes-to')}: **{', '.join(names[winner] for winner in prize.winners)}**"
    if prize.settled:
        yield say("prize-settled")
    if prize.decided is not DecidedBy.VOTE:
        yield f"{say('outcome-decides')}: {say('outcome-decided', decided=prize.decided)}"


def _round(row: RoundDone, names: dict[str, str], lang: str, say: Say) -> str:
    about = line(row.title) or names.get(row.initiative)
    kind = say(f"round-{row.kind.replace('_', '-')}")
    told = [kind + (f": {about}" if about else ""), say("outcome-minutes", count=row.minutes)]
    if row.grouping is not Grouping.PLENARY:
        told.append(say("outcome-grouping", grouping=row.grouping))
    if row.state is not RoundState.DONE:
        told.append(say("outcome-stand", stand=stand(row)))
    asked = prompt(row, lang)
    return ", ".join(told) + (f"\\\n  {lines(asked, '  ')}" if asked else "")
