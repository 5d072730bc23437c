"""Somebody's words in a Markdown report: as text, and nothing else than text (CommonMark, and what GitHub adds).

Every sign that could make a heading, a link, code or a table is escaped.
"""

import re
from collections.abc import Iterable

from rooms.kernel import tidy

ANYWHERE = re.compile(r"[\\`*_\[\]<>{}&|~#$^@]")
ADDRESS = re.compile(r":(?=\S)|(?<=www)\.", re.IGNORECASE)
AT_START = re.compile(r"^(\d{0,9})([-+=:.)])")
BETWEEN = " · "


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


def listed(rows: Iterable[str]) -> str:
    """These as a list."""
    return "\n".join(f"- {row}" for row in rows)
