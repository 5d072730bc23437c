"""The words of the server's own pages, from the same catalogues as the client's: one file per language.

Dutch is the first language; what is missing anywhere is a fault that the tests find.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

CATALOGUES = Path(__file__).parent.parent / "client" / "words"
LANGUAGES = ("nl", "en")

Say = Callable[..., str]


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource((CATALOGUES / f"{language}.ftl").read_text(encoding="utf-8")))
    return bundle


def sayer(language: str) -> Say:
    """`say(id, **args)` in this language."""
    bundle = _bundle(language if language in LANGUAGES else LANGUAGES[0])

    def say(message: str, **args: object) -> str:
        pattern = bundle.get_message(message).value
        assert pattern is not None, message
        told, _ = bundle.format_pattern(pattern, args)
        return str(told)

    return say
