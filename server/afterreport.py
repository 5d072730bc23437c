"""The part of the report that tells what came of the day for the time after it: offers, groups, recipes that grew."""

from collections.abc import Iterator

from rooms.aftermath import OfferMade, PartGrown
from rooms.difference import Mark
from rooms.outcomes import InitiativeDone, Outcomes
from server.markdown import BETWEEN, line, lines, listed
from server.words import Say


def after_report(outcomes: Outcomes, names: dict[str, str], say: Say) -> Iterator[str]:
    """Of the whole festival: help by kind, and the goals that were served."""
    if outcomes.help:
        yield f"## {say('outcome-help')}"
        yield listed(
            f"{say(f'need-{one.kind}')}: "
            + say("outcome-help-line", asked=one.asked, offered=one.offered, found=one.found)
            for one in outcomes.help
        )
    if outcomes.connections:
        yield f"## {say('outcome-connections')}"
        yield listed(
            f"{names[one.initiative]}, {say(f'need-{one.kind}')}: {one.count} ({say('outcome-sort', sort=one.sort)})"
            for one in outcomes.connections
            if one.initiative in names
        )
    if outcomes.goals:
        yield f"## {say('goals-heading')}"
        yield listed(
            BETWEEN.join(
                filter(None, (f"{one.goal} {say('results-goal', goal=one.goal)}", _named(one.initiatives, names)))
            )
            for one in outcomes.goals
        )


def _named(initiatives: tuple[str, ...], names: dict[str, str]) -> str:
    return ", ".join(names[row] for row in initiatives)


def offered(row: InitiativeDone, say: Say) -> Iterator[str]:
    """What people offered this initiative, and what it said."""
    if row.offers:
        yield f"#### {say('outcome-offers')}"
        yield listed(_offer(one, say) for one in row.offers)


def _offer(one: OfferMade, say: Say) -> str:
    who = f"**{line(one.name)}**" + (f" ({say('outcome-behalf').lower()} {line(one.behalf)})" if one.behalf else "")
    terms = (line(one.when), say("outcome-terms", terms=one.terms))
    told = f"{who}: {lines(one.what, '  ')} ({BETWEEN.join(filter(None, terms))})"
    answer = f": {line(one.answer)}" if one.answer else ""
    return f"{told}{BETWEEN}{say('outcome-reply', reply=one.reply)}{answer}"


def formed(row: InitiativeDone, say: Say) -> Iterator[str]:
    """Its expert groups, with what people bring."""
    for group in row.groups:
        about = (say(f"after-{group.product}"), say("outcome-members", count=group.members))
        yield f"#### {say('after-group')}: {line(group.title)}"
        yield BETWEEN.join(about)
        if group.brings:
            yield listed(map(line, group.brings))


def grown(row: InitiativeDone, say: Say) -> Iterator[str]:
    """What each later recipe changed: new words are strong, words that are gone struck through."""
    for version in row.grown:
        parts = [part for part in version.parts if part.changed or part.notes]
        if parts:
            before = f"{(version.version - 10) / 10:.1f}"
            yield f"#### {say('results-changed', version=before)}"
            yield listed(_change(part, say) for part in parts)


def _change(part: PartGrown, say: Say) -> str:
    marks = {Mark.NEW: "**", Mark.GONE: "~~", Mark.SAME: ""}
    words = " ".join(f"{marks[one.mark]}{line(one.text)}{marks[one.mark]}" for one in part.words)
    notes = "; ".join(f"{line(note.text)} ({line(note.name)})" for note in part.notes)
    behind = f"\\\n  {say('results-behind')}: {notes}" if notes else ""
    return f"{say(f'part-{part.kind}')}: {words}{behind}"
