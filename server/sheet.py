"""One sheet of a spreadsheet, before it is written: what it is called, and what is in its rows."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

Cell = str | int | float | date | datetime | None


class Sheet(NamedTuple):
    """A sheet: its name, the words that head its columns, and its rows."""

    name: str
    heads: Sequence[str]
    rows: Iterable[Sequence[Cell]]
