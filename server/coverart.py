"""What is drawn on the cover and on pages that stay empty: bunting and houses around a square, lines to write on."""

from itertools import cycle, islice
from math import sin

from server.paper import BRAND, DEEP, FULL, HEIGHT, KINDS, MARGIN, MARIGOLD, RULE, SOFT, WHITE, WIDTH, Paper

FLAGS = (MARIGOLD, WHITE, KINDS["top"][0], KINDS["impact"][0])
HOUSES = ((0, 34, 52), (30, 26, 74), (58, 40, 46), (96, 24, 82), (118, 38, 58), (154, 28, 70), (181, 29, 50))
"""Of each house: where it begins, how wide, and how high it is, in mm."""


def square(paper: Paper) -> None:
    """The whole sheet as an evening on the square."""
    paper.set_fill_color(*BRAND)
    paper.rect(0, 0, WIDTH, HEIGHT, style="F")
    bunting(paper, 16, 26)
    bunting(paper, 34, 18)
    for number, (x, wide, high) in enumerate(HOUSES):
        _house(paper, x, wide, high, number)


def bunting(paper: Paper, top: float, hang: float) -> None:
    """A line of flags from side to side, this far from the top, hanging down so much."""

    def y(x: float) -> float:
        return top + hang * sin(x / WIDTH * 3.1416)

    paper.set_draw_color(*WHITE)
    paper.set_line_width(0.4)
    step = 10.0
    for number, colour in enumerate(islice(cycle(FLAGS), int(WIDTH / step) + 1)):
        x = number * step
        paper.line(x, y(x), x + step, y(x + step))
        paper.set_fill_color(*colour)
        paper.polygon([(x + 1, y(x + 1)), (x + 8, y(x + 8)), (x + 4.5, y(x + 4.5) + 9)], style="F")


def _house(paper: Paper, x: float, wide: float, high: float, number: int) -> None:
    ground = HEIGHT
    paper.set_fill_color(*DEEP) if number % 2 else paper.set_fill_color(18, 68, 92)
    paper.rect(x, ground - high, wide, high, style="F")
    paper.polygon(
        [(x - 1, ground - high), (x + wide + 1, ground - high), (x + wide / 2, ground - high - wide * 0.42)], style="F"
    )
    paper.set_fill_color(*MARIGOLD)
    columns, rows = int(wide // 11), int(high // 16)
    for place in range(columns * rows):
        column, row = place % columns, place // columns
        if (place * 7 + number * 5) % 3:
            paper.rect(x + 4 + column * (wide - 4) / columns, ground - high + 6 + row * 15, 4.5, 7, style="F")


def lined(paper: Paper, says: str) -> None:
    """The rest of the page as lines to write on."""
    paper.write_words(says, 11, colour=SOFT, after=8)
    paper.set_draw_color(*RULE)
    paper.set_line_width(0.3)
    y = paper.get_y()
    while (y := y + 10) < HEIGHT - 24:
        paper.line(MARGIN, y, MARGIN + FULL, y)
