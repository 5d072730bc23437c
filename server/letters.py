"""The letters of the report on paper: which fonts they come from, and what becomes of a sign that neither has.

The second font has what the first lacks: Greek and Cyrillic are in both, Arabic, Hebrew and many small drawings in it.
"""

import unicodedata
from collections.abc import Container
from importlib.resources import files

from rooms.kernel import tidy

BOX = "□"
CHANGES = ("Mn", "Me", "Cf")
"""Categories of signs that change the one before them; so do the five colours of skin."""
TEXT = files("font_source_sans_pro") / "files"
LETTERS = {"": TEXT / "SourceSansPro-Regular.ttf", "B": TEXT / "SourceSansPro-Bold.ttf"}
OTHER = files("ziafont") / "fonts" / "DejaVuSans.ttf"


def printable(text: str, known: Container[int]) -> str:
    """Somebody's words as they can be printed with the letters known. A sign that only changes the one before it goes
    with it."""
    kept = []
    for sign in tidy(text):
        if sign == "\n" or ord(sign) in known:
            kept.append(sign)
        elif unicodedata.category(sign) not in CHANGES and not "\U0001f3fb" <= sign <= "\U0001f3ff":
            kept.append(BOX)
    return "".join(kept)


def from_right(text: str) -> bool:
    """Whether its first letter is of a script that runs from right to left."""
    ways = (unicodedata.bidirectional(sign) for sign in text)
    return next((way for way in ways if way in ("L", "R", "AL")), "L") != "L"


def joins(text: str) -> bool:
    """Whether its letters need more than to be put side by side."""
    return any(sign > "\u0300" and unicodedata.bidirectional(sign) in ("R", "AL", "NSM") for sign in text)
