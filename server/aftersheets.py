"""The sheets of what came of the day for the time after it: offers, connections, groups, recipes that grew, goals.

Part of the spreadsheet (`sheets.py`), and told in the same way: each row is one thing.
"""

from collections.abc import Iterable, Iterator, Sequence

from rooms.aftermath import PartGrown
from rooms.difference import Mark
from rooms.outcomes import Outcomes
from server.days import at_time
from server.sheet import Cell, Sheet
from server.words import Say

WAS = (Mark.SAME, Mark.GONE)
IS = (Mark.SAME, Mark.NEW)


def after_sheets(outcomes: Outcomes, say: Say) -> Iterator[Sheet]:
    """These sheets, in their order."""
    names = {row.id: row.name for row in outcomes.initiatives}
    yield _offers(outcomes, say)
    yield _connections(outcomes, names, say)
    yield _help(outcomes, say)
    yield _groups(outcomes, say)
    yield _grown(outcomes, say)
    yield _goals(outcomes, names, say)
    yield _letters(outcomes, say)
    yield _over_time(outcomes, say)


def _offers(outcomes: Outcomes, say: Say) -> Sheet:
    rows: Iterator[Sequence[Cell]] = (
        (
            row.name,
            say(f"need-{one.kind}"),
            one.need,
            one.name,
            one.behalf,
            say(f"offer-{one.how}"),
            one.what,
            one.when,
            say("outcome-terms", terms=one.terms),
            at_time(one.at),
            say("outcome-reply", reply=one.reply),
            one.answer,
        )
        for row in outcomes.initiatives
        for one in row.offers
    )
    asked = ("outcome-initiative", "outcome-kind", "outcome-need", "outcome-who", "outcome-behalf", "offer-how")
    said = (
        "outcome-what",
        "outcome-when",
        "outcome-terms-heading",
        "outcome-said",
        "outcome-replied",
        "outcome-answer",
    )
    return Sheet(say("outcome-offers"), asked + said, rows)


def _connections(outcomes: Outcomes, names: dict[str, str], say: Say) -> Sheet:
    rows = (
        (names.get(one.initiative), say(f"need-{one.kind}"), say("outcome-sort", sort=one.sort), one.count)
        for one in outcomes.connections
    )
    heads = ("outcome-initiative", "outcome-kind", "outcome-sort-heading", "outcome-count")
    return Sheet(say("outcome-connections"), heads, rows)


def _help(outcomes: Outcomes, say: Say) -> Sheet:
    rows = ((say(f"need-{one.kind}"), one.asked, one.offered, one.found) for one in outcomes.help)
    return Sheet(say("outcome-help"), ("outcome-kind", "outcome-asked", "outcome-offered", "outcome-found"), rows)


def _groups(outcomes: Outcomes, say: Say) -> Sheet:
    rows: Iterator[Sequence[Cell]] = (
        (
            row.name,
            one.title,
            say(f"after-{one.product}"),
            say("outcome-yes") if one.open else "",
            one.members,
            "\n".join(one.brings),
        )
        for row in outcomes.initiatives
        for one in row.groups
    )
    heads = ("outcome-initiative", "outcome-title", "outcome-kind", "outcome-open", "outcome-people", "outcome-brought")
    return Sheet(say("after-groups"), heads, rows)


def _grown(outcomes: Outcomes, say: Say) -> Sheet:
    rows: Iterator[Sequence[Cell]] = (
        (row.name, grown.version / 10, say(f"part-{part.kind}"), words(part, WAS), words(part, IS), behind(part))
        for row in outcomes.initiatives
        for grown in row.grown
        for part in grown.parts
        if part.changed or part.notes
    )
    heads = ("outcome-initiative", "outcome-version", "outcome-kind", "outcome-was", "outcome-text", "outcome-behind")
    return Sheet(say("outcome-changes"), heads, rows)


def words(part: PartGrown, marks: Iterable[Mark]) -> str:
    """The words of a part that have one of these marks: what it was, or is."""
    return " ".join(one.text for one in part.words if one.mark in marks)


def behind(part: PartGrown) -> str:
    """The notes behind a part, a line for each, with who gave them."""
    return "\n".join(f"{note.text} ({note.name})" for note in part.notes)


def _goals(outcomes: Outcomes, names: dict[str, str], say: Say) -> Sheet:
    rows = (
        (one.goal, say("results-goal", goal=one.goal), ", ".join(names[row] for row in one.initiatives), one.notes)
        for one in outcomes.goals
    )
    heads = ("outcome-number", "outcome-goal", "outcome-initiatives", "outcome-all-notes")
    return Sheet(say("goals-heading"), heads, rows)


def _letters(outcomes: Outcomes, say: Say) -> Sheet:
    rows = ((say(f"after-{one.kind}"), one.written, one.unanswered) for one in outcomes.letters)
    return Sheet(say("outcome-letters"), ("outcome-kind", "outcome-count", "outcome-unanswered"), rows)


def _over_time(outcomes: Outcomes, say: Say) -> Sheet:
    rows = ((at_time(one.begins), one.notes) for one in outcomes.over_time)
    return Sheet(say("outcome-over-time"), ("outcome-when", "outcome-all-notes"), rows)
