"""A4 sheets in the house's style: letters, colours, headings, slips and charts, for the report as PDF.

Whatever people wrote can stand on it: letters that the first font lacks come from a second one, words in Arabic are
joined and run from right to left, and a sign that neither has becomes a small box.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple

from fpdf import FPDF
from fpdf.enums import Align, MethodReturnValue, PageLayout, XPos, YPos
from fpdf.fonts import TTFFont

from server.charts import WIDE, Bar, Chart, Dot, Line, Mark, Word
from server.letters import BOX, LETTERS, OTHER, from_right, joins, printable

Colour = tuple[int, int, int]

BRAND, DEEP, LIGHT = (23, 80, 107), (15, 60, 82), (224, 237, 241)
MARIGOLD, PAPER, INK, SOFT, RULE = (245, 178, 53), (250, 244, 232), (35, 33, 43), (93, 87, 99), (227, 216, 195)
GOOD, ALARM, WHITE = (28, 107, 68), (169, 42, 29), (255, 255, 255)
KINDS: dict[str, tuple[Colour, Colour]] = {
    "tip": ((255, 227, 148), (74, 55, 0)),
    "top": ((201, 236, 210), (12, 69, 38)),
    "question": ((231, 220, 247), (70, 37, 111)),
    "impact": ((255, 220, 203), (108, 43, 16)),
}
"""The paper and the ink of a slip of each kind. All colours are those of `client/styles/tokens.css`, by day."""
TONES = {"strong": BRAND, "mid": MARIGOLD, "soft": (211, 227, 251), "line": (139, 128, 113)}

WIDTH, HEIGHT, MARGIN = 210.0, 297.0, 20.0
"""Of a sheet, in mm."""
FULL = WIDTH - 2 * MARGIN
FOOT = HEIGHT - 22
"""Where the words of a page end."""
OLD = datetime(2000, 1, 1, tzinfo=UTC)


class Written(NamedTuple):
    """A line of text in a block, and its look."""

    text: str
    size: float = 10.5
    bold: bool = False
    colour: Colour = INK

    @property
    def measured(self) -> tuple[str, float]:
        """What its height depends on."""
        return self.text, self.size


class Block(NamedTuple):
    """Some lines that stay together; with a paper of their own, they are a slip that is pinned up."""

    lines: Sequence[Written]
    paper: Colour | None = None

    @property
    def edge(self) -> float:
        """Room around the lines, in mm."""
        return 3.5 if self.paper else 0.0


class Paper(FPDF):
    """The sheets, with a running title at the foot of each but the first. The same words give the same bytes.
    `boxed` says whether a sign became a box."""

    def __init__(self, title: str, lang: str, day: date | None) -> None:
        super().__init__()
        for style, file in LETTERS.items():
            self.add_font("text", style, str(file))
        self.add_font("other", "", str(OTHER))
        self._known = {sign for font in self.fonts.values() if isinstance(font, TTFFont) for sign in font.cmap}
        self.c_margin = 0.0
        self.set_fallback_fonts(["other"], exact_match=False)
        self.set_margins(MARGIN, MARGIN, MARGIN)
        self.set_auto_page_break(True, HEIGHT - FOOT)
        self.set_creation_date(datetime(day.year, day.month, day.day, tzinfo=UTC) if day else OLD)
        self.boxed = False
        self.set_title(self._plain(title))
        self.set_author("Festijn")
        self.set_lang(lang)
        self.page_layout = PageLayout.TWO_PAGE_RIGHT
        self._running = self._plain(title)

    def _plain(self, text: str) -> str:
        plain = printable(text, self._known)
        self.boxed = self.boxed or BOX in plain
        return plain

    def finished(self) -> bytes:
        """All sheets, as a PDF file; nothing can be written on them any more."""
        made = bytes(self.output())
        for font in self.fonts.values():
            if isinstance(font, TTFFont):
                font.ttfont.close()
        return made

    def footer(self) -> None:
        """The running title and the number of the page."""
        if self.page_no() == 1:
            return
        self.set_xy(MARGIN, HEIGHT - 15)
        self._look(9, "", SOFT)
        self.cell(FULL - 20, 5, self._fitting(self._running, FULL - 20))
        self.cell(20, 5, str(self.page_no()), align=Align.R)

    def _look(self, size: float, style: str, colour: Colour) -> None:
        self.set_font("text", style, size)
        self.set_text_color(*colour)

    def _fitting(self, text: str, wide: float) -> str:
        """A text as it fits on one line."""
        text = " ".join(text.split())
        self.set_text_shaping(joins(text))
        if self.get_string_width(text) <= wide:
            return text
        while text and self.get_string_width(f"{text}…") > wide:
            text = text[:-1]
        return f"{text.rstrip()}…"

    # -- words

    def write_words(
        self,
        text: str,
        size: float = 11,
        *,
        bold: bool = False,
        colour: Colour = INK,
        wide: float = FULL,
        x: float = MARGIN,
        after: float = 2,
    ) -> None:
        """A block of text, from this x (mm) on and so wide, with some room after it."""
        plain = self._plain(text)
        self._look(size, "B" if bold else "", colour)
        self.set_text_shaping(joins(plain))
        self.set_x(x)
        side = Align.R if from_right(plain) else Align.L
        self.multi_cell(wide, size * 0.47, plain, align=side, new_x=XPos.LEFT, new_y=YPos.NEXT)
        self.ln(after)

    def high(self, text: str, size: float, wide: float, *, bold: bool = False) -> float:
        """How high (mm) such a block is."""
        plain = self._plain(text)
        self._look(size, "B" if bold else "", INK)
        self.set_text_shaping(joins(plain))
        told = self.multi_cell(wide, size * 0.47, plain, align=Align.L, dry_run=True, output=MethodReturnValue.HEIGHT)
        assert isinstance(told, float | int)
        return float(told)

    def start(self, name: str, *, new_page: bool = True) -> None:
        """Where something begins that the contents name: on a new page, unless this one is."""
        if new_page:
            self.add_page()
        self.start_section(self._plain(" ".join(name.split())) or "–")

    def entry(self, name: str, page: int) -> None:
        """A line of the contents: a name, and the page it is on, as a link."""
        link = self.add_link(page=page)
        self._look(13, "", INK)
        self.set_x(MARGIN)
        self.cell(FULL - 14, 7.5, self._fitting(name, FULL - 16), link=link)
        self._look(13, "B", BRAND)
        self.cell(14, 7.5, str(page), align=Align.R, link=link, new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def heading(self, text: str, size: float = 15, colour: Colour = BRAND, after: float = 12) -> None:
        """A heading that stays with what comes after it, which is so high (mm)."""
        self.keep(self.high(text, size, FULL, bold=True) + 5 + after)
        self.ln(3)
        self.write_words(text, size, bold=True, colour=colour, after=1.5)

    def keep(self, high: float) -> None:
        """Go on to a new page when less than this (mm) is left of this one."""
        if self.get_y() + high > FOOT:
            self.add_page()

    def items(self, rows: Iterable[tuple[str, str]], mark: Colour = MARIGOLD) -> None:
        """A list: each row with a word that stands out before it ("" for none), on a dot of this colour."""
        for word, text in rows:
            self.keep(8)
            self.set_fill_color(*mark)
            self.circle(MARGIN + 1.5, self.get_y() + 2.7, 1.1, style="F")
            if word:
                self.write_words(word, 10, bold=True, colour=SOFT, wide=FULL - 7, x=MARGIN + 7, after=0)
            self.write_words(text, 11, wide=FULL - 7, x=MARGIN + 7, after=2)

    # -- shapes

    def band(self, title: str, below: str) -> None:
        """An enamel sign over the full width, at the top of a page."""
        title, below = " ".join(title.split()), " ".join(below.split())
        size = 24.0 if len(title) < 80 else 14.0
        high = self.high(title, size, FULL, bold=True) + (self.high(below, 12, FULL) + 2 if below else 0) + 20
        self.set_fill_color(*BRAND)
        self.rect(0, 0, WIDTH, high, style="F")
        self.set_fill_color(*MARIGOLD)
        self.rect(0, high, WIDTH, 1.6, style="F")
        self.set_xy(MARGIN, 10)
        self.write_words(title, size, bold=True, colour=WHITE, after=1)
        if below:
            self.write_words(below, 12, colour=LIGHT)
        self.set_y(high + 8)

    def figures(self, rows: Sequence[tuple[int, str]]) -> None:
        """Large numbers side by side, three in a row."""
        wide, top = FULL / 3, self.get_y()
        for number, (count, word) in enumerate(rows):
            x, y = MARGIN + wide * (number % 3), top + 20 * (number // 3)
            self.set_xy(x, y)
            self.write_words(str(count), 24, bold=True, colour=BRAND, wide=wide - 6, x=x, after=0)
            self.write_words(word, 11, colour=SOFT, wide=wide - 6, x=x)
        self.set_y(top + 20 * (-(-len(rows) // 3)) + 4)

    def pinned(self, title: str, size: float, blocks: Sequence[Block], columns: int, between: float = 4) -> None:
        """Blocks under a heading, side by side in columns, each where there is most room, on as many pages as it
        takes."""
        wide = (FULL - (columns - 1) * between) / columns
        self.heading(title, size, after=min(FOOT / 2, max(self._height(block, wide) for block in blocks[:columns])))
        ends = [self.get_y()] * columns
        for block in blocks:
            high = self._height(block, wide)
            side = ends.index(min(ends))
            if ends[side] + high > FOOT:
                self.add_page()
                ends, side = [self.get_y()] * columns, 0
            self._pin(block, MARGIN + side * (wide + between), ends[side], wide, min(high, FOOT - MARGIN))
            ends[side] += high + between
        self.set_y(max(ends))

    def _height(self, block: Block, wide: float) -> float:
        edge = block.edge
        lines = sum(self.high(*line.measured, wide - 2 * edge, bold=line.bold) + 1 for line in block.lines)
        return lines - 1 + 2 * edge

    def _pin(self, block: Block, x: float, y: float, wide: float, high: float) -> None:
        edge = block.edge
        if block.paper:
            self.set_fill_color(*block.paper)
            self.rect(x, y, wide, high, style="F", round_corners=True, corner_radius=2)
        self.set_xy(x + edge, y + edge)
        for line in block.lines:
            self.write_words(
                line.text, line.size, bold=line.bold, colour=line.colour, wide=wide - 2 * edge, x=x + edge, after=1
            )

    # -- charts

    def chart(self, chart: Chart) -> None:
        """A chart with its words beside it."""
        unit = min(84 / WIDE, 190 / chart.high)
        high = max(chart.high * unit, sum(self.high(one, 10, FULL - 94) + 1 for one in chart.told)) + 20
        self.keep(high)
        self.heading(chart.title)
        top = self.get_y() + 1
        self.set_auto_page_break(False)
        for mark in chart.marks:
            self._mark(mark, MARGIN, top, unit)
        self.set_auto_page_break(True, HEIGHT - FOOT)
        self.set_y(top)
        for sentence in chart.told:
            self.write_words(sentence, 10, colour=SOFT, wide=FULL - 94, x=MARGIN + 94, after=1)
        self.set_y(max(self.get_y(), top + chart.high * unit) + 2)

    def _mark(self, mark: Mark, x: float, y: float, unit: float) -> None:
        match mark:
            case Bar(at, top, wide, high, tone):
                self.set_fill_color(*TONES[tone])
                self.rect(x + at * unit, y + top * unit, wide * unit, high * unit, style="F")
            case Line(at, top, to_x, to_y, thick, tone):
                self.set_draw_color(*(TONES["line"] if tone == "line" else (143, 184, 238)))
                self.set_line_width(thick * unit)
                self.line(x + at * unit, y + top * unit, x + to_x * unit, y + to_y * unit)
            case Dot(at, top, radius, tone):
                self.set_fill_color(*TONES[tone])
                self.circle(x + at * unit, y + top * unit, radius * unit, style="F")
            case Word(at, top, text, side, bold):
                self._look(9 * unit * WIDE / 84, "B" if bold else "", INK)
                self._label(x + at * unit, y + top * unit, self._plain(text), side)

    def _label(self, x: float, y: float, text: str, side: str) -> None:
        self.set_text_shaping(joins(text))
        wide = self.get_string_width(text) + 0.5
        self.set_xy(x - {"start": 0, "middle": wide / 2, "end": wide}[side], y - 3.6)
        self.cell(wide, 5, text)
