"""Finding the shortest input that still does it: try smaller ones, keep what fails, until none does."""

import json
import re
import time
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

from tests.trust.fuzz.spoil import at, places, put, without

MOST_TRIES = 150
PACKET = re.compile(r"(\d*-?)([\[{].*)", re.DOTALL)


def smaller(tree: Any) -> Iterator[Any]:
    """Smaller trees than this: first with less in its lists, then with shorter texts; names stay."""
    ways = [(path, at(tree, path)) for path in places(tree)]
    for path, value in ways:
        if isinstance(value, list):
            for size in sorted({max(1, len(value) // 2), 1}, reverse=True):
                yield from (put(tree, path, value[:i] + value[i + size :]) for i in range(0, len(value), size))
    for path, value in ways:
        if isinstance(value, str | bytes):
            yield from (put(tree, path, less) for less in smaller_text(value))


def smaller_text(text: Any) -> Iterator[Any]:
    """Shorter texts; of a packet also the same with less in its JSON."""
    if isinstance(text, str) and (packet := PACKET.fullmatch(text)):
        yield from (packet[1] + less for less in smaller_json(packet[2]))
    for size in sorted({len(text) // 2, len(text) // 8, 1} - {0}, reverse=True):
        if len(text) // size <= 40:
            yield from (text[:i] + text[i + size :] for i in range(0, len(text), size))


def smaller_json(text: str) -> Iterator[str]:
    """The same JSON without one of its parts, or with a part that says nothing."""
    try:
        tree = json.loads(text)
    except (ValueError, RecursionError):
        return
    for path in list(places(tree))[1:200]:
        yield json.dumps(without(tree, path))
        if isinstance(value := at(tree, path), str) and len(value) > 1:
            yield json.dumps(put(tree, path, value[: len(value) // 2]))


async def shortest(tree: Any, fails: Callable[[Any], Awaitable[bool]], seconds: float) -> Any:
    """The smallest tree that was found to fail still, within so many seconds; the tree itself when none does."""
    until = time.monotonic() + seconds
    tries, again = 0, True
    while again:
        again = False
        for less in smaller(tree):
            tries += 1
            if tries > MOST_TRIES or time.monotonic() > until:
                return tree
            if await fails(less):
                tree, again = less, True
                break
    return tree
