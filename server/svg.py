"""A chart as a drawing in a page (SVG): colours are the page's own, by class, for light, dark and paper.

Who can't see it hears its title; the words beside it tell the rest.
"""

from html import escape

from server.charts import WIDE, Bar, Chart, Dot, Line, Mark, Word

EDGE = 8
"""Room around the marks, so that none is cut off."""


def as_svg(chart: Chart) -> str:
    """The chart as one SVG element."""
    box = f"{-EDGE} {-EDGE} {WIDE + 2 * EDGE:g} {chart.high + 2 * EDGE:g}"
    marks = "".join(map(drawn, chart.marks))
    return f'<svg role="img" aria-label="{escape(chart.title)}" viewBox="{box}">{marks}</svg>'


def drawn(mark: Mark) -> str:
    """One mark."""
    match mark:
        case Bar(x, y, wide, high, tone):
            size = f'x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}"'
            return f'<rect class="tone-{tone}" rx="2" {size}/>'
        case Line(x, y, to_x, to_y, thick, tone):
            ends = f'x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}"'
            return f'<line class="line-{tone}" {ends} stroke-width="{thick:.1f}"/>'
        case Dot(x, y, radius, tone):
            return f'<circle class="tone-{tone}" cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}"/>'
        case Word(x, y, text, at, bold):
            look = ' class="bold"' if bold else ""
            return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{at}"{look}>{escape(text)}</text>'
