"""Milestones for people's own calendars (ICS, RFC 5545): a day each, with who sees to it and how it went.

A milestone keeps its name in every calendar that has it (UID), so that one that moved is moved there, and one that was
dropped is crossed out.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from rooms.initiative import Initiative
from rooms.milestones import Milestone, MilestoneState
from rooms.outcomes import Outcomes
from server.days import on_day
from server.words import Say


def as_ics(outcomes: Outcomes, say: Say) -> bytes:
    """Every milestone with a day."""
    names = {row.id: row.name for row in outcomes.records if isinstance(row, Initiative)}
    rows = [row for row in outcomes.records if isinstance(row, Milestone) and row.initiative in names]
    return calendar(outcomes.about.title, outcomes.about.code, names, rows, say)


def calendar(title: str, code: str, names: dict[str, str], rows: Iterable[Milestone], say: Say) -> bytes:
    """A calendar of these milestones; `names` are those of their initiatives."""
    made = Calendar()
    made.add("prodid", "-//Festijn//NL")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", title)
    for row in sorted(rows, key=lambda row: (row.when, row.id)):
        if row.when:
            made.add_component(event(row, code, names[row.initiative], say))
    return bytes(made.to_ical())


def event(row: Milestone, code: str, name: str, say: Say) -> Event:
    """One milestone, as a whole day."""
    day = on_day(row.when)
    assert day is not None
    made, dropped = Event(), row.state is MilestoneState.DROPPED
    made.add("uid", f"{row.id}.{row.initiative}.{code}@festijn")
    made.add("dtstamp", datetime.fromtimestamp(row.at / 1000, UTC).replace(microsecond=0))
    made.add("sequence", row.changes)
    made.add("dtstart", day)
    made.add("dtend", day + timedelta(days=1))
    made.add("summary", f"{name}: {row.what}")
    made.add("description", "\n".join(filter(None, (say(f"after-{row.state}"), row.why, row.who))))
    made.add("status", "CANCELLED" if dropped else "CONFIRMED")
    made.add("transp", "TRANSPARENT")
    return made
