"""The outcomes of a festival as a spreadsheet (XLSX): to sort, to filter, to count.

Numbers are numbers and dates are dates. What people wrote is text and stays text: nothing of it can run as a formula,
whatever it begins with. What is on the sheets is told in `sheets.py`.
"""

import io
import re
from datetime import date, datetime

from openpyxl import Workbook
from openpyxl.cell import Cell as OneCell
from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from rooms.outcomes import Outcomes
from server.sheet import Cell, Sheet
from server.sheets import sheets
from server.words import Say

Looks = dict[str, StyleArray]

LONGEST = 32_767
"""How much text (UTF-16 units) a cell may hold."""
CUT = " […]"
"""What ends a text that was cut."""
LONGEST_NAME = 31
"""How long (UTF-16 units) the name of a sheet may be."""

NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
NO_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f\ud800-\udfff\ufffe\uffff]")
LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
RUNS = re.compile(r"\A(?:\s*[-=+@]|[\t\r\n])")
"""How a text begins that some programmes would take for a formula when it is touched."""

WIDTH = 18
WIDTHS = {
    **dict.fromkeys(("outcome-text", "outcome-what"), 64),
    **dict.fromkeys(("dream", "next-step", "outcome-answer", "market-insights", "market-agreements"), 44),
    **dict.fromkeys(("outcome-title", "console-prompt", "outcome-need", "outcome-prize", "outcome-votes"), 36),
    **dict.fromkeys(("outcome-initiative", "outcome-where", "outcome-who", "outcome-by", "prize-goes-to"), 26),
    **dict.fromkeys(("outcome-number", "outcome-slot", "outcome-spot", "outcome-version", "outcome-dots"), 11),
}
"""How wide (signs) each column is, by its heading; others have WIDTH."""


def as_xlsx(outcomes: Outcomes, lang: str, say: Say) -> bytes:
    """The outcomes as an XLSX file. `lang` ("nl", "en") is the language `say` speaks."""
    book, taken = Workbook(), {"history", "geschiedenis"}  # names that Excel keeps for itself
    book.properties.creator, book.properties.title = "Festijn", plain(outcomes.about.title)
    looks = looks_in(book, lang)
    book.remove(book.worksheets[0])
    for sheet in sheets(outcomes, lang, say):
        draw(book.create_sheet(sheet_name(sheet.name, taken)), sheet, looks, say)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def looks_in(book: Workbook, lang: str) -> Looks:
    """How cells look: one way for each sort of value, made once."""
    top, between = Alignment(vertical="top", wrap_text=True), "-" if lang == "nl" else "/"
    day = f"dd{between}mm{between}yyyy"
    formats = {"text": "General", "quoted": "General", "number": "0", "version": "0.0"}
    formats |= {"day": day, "time": f"{day} hh:mm"}
    font, bold = Font(name="Calibri", size=11), Font(name="Calibri", size=11, bold=True)
    styles = [NamedStyle(look, alignment=top, number_format=sort, font=font) for look, sort in formats.items()]
    fill = PatternFill("solid", fgColor="E8E2D6")
    styles.append(NamedStyle("head", alignment=top, font=bold, fill=fill))
    for style in styles:
        book.add_named_style(style)
    looks = {style.name: StyleArray(style.as_tuple()) for style in styles}
    looks["quoted"].quotePrefix = 1
    return looks


def draw(place: Worksheet, sheet: Sheet, looks: Looks, say: Say) -> None:
    """Write a sheet: headings that stay in sight, columns of a fitting width, and a filter on them."""
    heads = enumerate(map(say, sheet.heads), 1)
    place.append([written(place, (1, column), head, looks, "head") for column, head in heads])
    for number, row in enumerate(sheet.rows, 2):
        place.append([written(place, (number, column), value, looks) for column, value in enumerate(row, 1)])
    for column, word in enumerate(sheet.heads, 1):
        place.column_dimensions[get_column_letter(column)].width = WIDTHS.get(word, WIDTH)
    place.freeze_panes = "A2"
    place.auto_filter.ref = f"A1:{get_column_letter(len(sheet.heads))}{place.max_row}"
    place.page_setup.orientation, place.page_setup.fitToHeight = "landscape", 0
    place.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    place.print_title_rows = "1:1"


def written(place: Worksheet, at: tuple[int, int], value: Cell, looks: Looks, look: str = "") -> OneCell | None:
    """A cell, for this row and column, that never takes a text for anything else; None where it stays empty."""
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        return OneCell(place, *at, value, style_array=looks[look_of(value)])
    text = plain(value)
    look = look or ("quoted" if RUNS.match(text) else "text")
    cell = OneCell(place, *at, text, style_array=looks[look])
    cell.data_type = "s"
    return cell


def look_of(value: float | date) -> str:
    """The style for a value that is no text."""
    if isinstance(value, date):
        return "time" if isinstance(value, datetime) else "day"
    return "version" if isinstance(value, float) else "number"


def plain(text: str) -> str:
    """Somebody's words as a cell of an XLSX file can hold them."""
    return LOOKS_ESCAPED.sub("_x005F_", fitting(text))


def fitting(text: str) -> str:
    """Somebody's words without signs that no spreadsheet can have, and not too long."""
    kept = NO_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if units(kept) > LONGEST:
        kept = clipped(kept, LONGEST - len(CUT)) + CUT
    return kept


def units(text: str) -> int:
    """How long a spreadsheet takes this text to be."""
    return len(text.encode("utf-16-le")) // 2


def clipped(text: str, most: int) -> str:
    """The beginning of the text, of at most so many units; no sign is cut in two."""
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore")


def sheet_name(wanted: str, taken: set[str]) -> str:
    """A name that a sheet may have, as near as can be to the one wanted; none twice. Adds it to those taken."""
    bare = " ".join(NO_NAME.sub(" ", wanted).split()).strip("' ") or "Festijn"
    number = 1
    while True:
        end = f" ({number})" if number > 1 else ""
        name = clipped(bare, LONGEST_NAME - len(end)).rstrip("' ") + end
        if name.casefold() not in taken:
            taken.add(name.casefold())
            return name
        number += 1
