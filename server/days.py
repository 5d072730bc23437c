"""Days and times as the people of a festival know them: on the clocks of the Netherlands, in words they use."""

from datetime import date, datetime

from babel.dates import format_date, get_timezone

from rooms.kernel import Moment

ZONE = get_timezone("Europe/Amsterdam")
LOCALES = {"nl": "nl_NL", "en": "en_GB"}
"""How dates are written in each language."""


def at_time(moment: Moment) -> datetime | None:
    """A moment as the clocks told it, without its zone, which a spreadsheet does not know; None for never."""
    return datetime.fromtimestamp(moment / 1000, ZONE).replace(tzinfo=None, microsecond=0) if moment else None


def day_of(moment: Moment) -> date:
    """The day of a moment."""
    return datetime.fromtimestamp(moment / 1000, ZONE).date()


def on_day(iso: str) -> date | None:
    """A day (YYYY-MM-DD) as a date; None for none."""
    return date.fromisoformat(iso) if iso else None


def in_words(day: date, lang: str) -> str:
    """A day as people write it: 15 december 2021."""
    return format_date(day, "long", locale=LOCALES[lang])
