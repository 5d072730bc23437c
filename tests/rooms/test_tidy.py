"""What people write is kept as they wrote it, without what nobody can see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooms.kernel import tidy

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
    "a\u200bb\u200cc\ufeffd\u00ade": "abcde",
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


@given(st.text(st.one_of(st.characters(), st.sampled_from(" \n\r\t\u200b\u202e\u2028a")), max_size=60))
def test_tidy_text_holds_no_control_signs_and_at_most_one_empty_line_running(text: str) -> None:
    kept = tidy(text)
    assert all(sign == "\n" or sign.isprintable() for sign in kept)
    assert "\n\n\n" not in kept
    assert kept == kept.strip()
    assert not any(line.endswith(" ") for line in kept.split("\n"))
    assert tidy(kept) == kept, "tidy text is tidy already"
    kept.encode()
    visible = [sign for sign in text if sign.isprintable() and not sign.isspace()]
    assert [sign for sign in kept if not sign.isspace()] == visible, "nothing that can be seen is lost"
