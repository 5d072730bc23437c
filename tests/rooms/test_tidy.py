"""What people write is kept as they wrote it, without what nobody can see."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooms.kernel import NOT_KEPT, TURNING, UNSEEN, tidy

KEPT = {
    "Vraag de bakker": "Vraag de bakker",
    "  Vraag de bakker \n": "Vraag de bakker",
    "Café, naïef, één, Ł, ا, 你好": "Café, naïef, één, Ł, ا, 你好",
    "Mooi 🎉 ❤️": "Mooi 🎉 ❤️",
    "a\nb": "a\nb",
    "a\r\nb\rc": "a\nb\nc",
    "a\u2028b\u2029c\x85d\x0be\x0cf": "a\nb\nc\nd\ne\nf",
    "a\n\nb": "a\n\nb",
    "a\n\n\n \n\nb": "a\n\nb",
    "\n\n a\n\n": "a",
    "a  \nb": "a\nb",
    "a\n  b": "a\n  b",
    "a  b": "a  b",
    "a\x00b\x07c\x1b[31md\x7f": "abc[31md",
    "\u202eomgekeerd\u202c": "omgekeerd",
    "\u2066a\u2069\u200eb\u200f": "ab",
    "a\u200bb\ufeffd\u00ade": "abde",
    "Jan\u00a0Smit\t10\u202f000": "Jan Smit 10 000",
    "👩\u200d👩\u200d👧 می\u200cخواهم": "👩\u200d👩\u200d👧 می\u200cخواهم",
    "\U0001fae8": "\U0001fae8",
    "a\ud800b": "ab",
    "a\ue000b": "ab",
    "": "",
    " \t\r\n ": "",
    "\u200b\u200d\u2060": "",
    "\u3000\u00a0\u2003": "",
}


@pytest.mark.parametrize(("text", "kept"), KEPT.items(), ids=map(ascii, KEPT))
def test_text_is_kept_without_what_nobody_can_see(text: str, kept: str) -> None:
    assert tidy(text) == kept


def seen(text: str) -> list[str]:
    return [sign for sign in text if not sign.isspace() and unicodedata.category(sign) not in UNSEEN]


@given(st.text(st.one_of(st.characters(), st.sampled_from(" \n\r\t\u200b\u200d\u202e\u2028a")), max_size=60))
def test_tidy_text_hides_nothing_and_loses_nothing_that_can_be_seen(text: str) -> None:
    kept = tidy(text)
    assert not TURNING & set(kept)
    assert all(sign in " \n" or not sign.isspace() for sign in kept)
    assert all(sign == "\n" or unicodedata.category(sign) not in NOT_KEPT for sign in kept)
    assert "\n\n\n" not in kept
    assert kept == kept.strip()
    assert not any(line.endswith(" ") for line in kept.split("\n"))
    assert tidy(kept) == kept, "tidy text is tidy already"
    kept.encode()
    assert seen(kept) == seen(text)
    assert bool(kept) == bool(seen(text)), "a text in which nothing can be seen is empty"
