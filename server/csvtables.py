"""The outcomes as tables in plain text (CSV), one for each sheet of the spreadsheet, packed in one file.

UTF-8 with a byte order mark and the separator that spreadsheets of the language expect (`;` in Dutch, `,` in English),
so that a double click opens them well; lines end as RFC 4180 says. A text that a spreadsheet could take for a formula
gets an apostrophe before it.
"""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date, datetime

from rooms.outcomes import Outcomes
from server.packed import packed
from server.sheet import Cell, Sheet
from server.sheets import sheets
from server.spreadsheet import RUNS, fitting
from server.words import Say

SEPARATORS = {"nl": ";", "en": ","}
DECIMALS = {"nl": ",", "en": "."}
NO_NAME = re.compile(r"[^\w -]+")


def as_csv(outcomes: Outcomes, lang: str, say: Say) -> bytes:
    """The tables, in a zip: `01 Festijn.csv` and on, in the order of the sheets."""
    return packed(tables(outcomes, lang, say))


def tables(outcomes: Outcomes, lang: str, say: Say) -> Iterator[tuple[str, bytes]]:
    """Each table with the name of its file."""
    for number, sheet in enumerate(sheets(outcomes, lang, say), 1):
        name = " ".join(NO_NAME.sub(" ", sheet.name).split())[:60]
        yield f"{number:02} {name}".strip() + ".csv", table(sheet, lang, say)


def table(sheet: Sheet, lang: str, say: Say) -> bytes:
    """One table."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=SEPARATORS[lang], lineterminator="\r\n")
    writer.writerow([say(word) for word in sheet.heads])
    for row in sheet.rows:
        cells = [written(cell, lang) for cell in row]
        writer.writerow(cells + [""] * (len(sheet.heads) - len(cells)))
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def written(cell: Cell, lang: str) -> str:
    """A cell as text: days and times as in ISO 8601, which every spreadsheet knows."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M}"
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float):
        return f"{cell:.1f}".replace(".", DECIMALS[lang])
    if isinstance(cell, int):
        return str(cell)
    text = fitting(cell)
    return f"'{text}" if RUNS.match(text) else text
