"""Making what is sound unsound: wrong values in a tree, wrong signs in a text, always the same for the same seed.

Nothing here knows what is spoilt; a tree is what JSON or TOML can say, a text is any text or bytes.
"""

import re
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

Tree = Any
Path = tuple[str | int, ...]

NUMBERS = [0, -1, 1, 2**31, 2**53 + 1, 2**63 - 1, 2**63, 2**64, -(2**63) - 1, 10**30, 0.5, -0.0, 1e308]
NUMBERS += [float("inf"), float("nan")]
TEXTS = [
    "",
    " ",
    "\0",
    "\ud800",
    "\udfff\ud800",
    "\u202e\u2066\u200b",
    "é" * 500,
    "👩‍👩‍👧‍👦" * 30,
    "x" * 501,
    "x" * 4001,
    "x" * 30_000,
    "__proto__",
    "../../etc/passwd",
    "%00%2e%2e%2f",
    "\r\nSet-Cookie: a=b",
    "<script>{{7*7}}</script>",
    "${7*7}",
    "1.2.3",
    "9" * 400,
    "NaN",
    "²",
    "١٢",
    "\u2028",
    "e\u0301" * 300,
]
THINGS: list[Tree] = [
    None,
    True,
    False,
    [],
    {},
    [[]],
    [None],
    {"": ""},
    {"type": "Put"},
    {"_placeholder": True, "num": 0},
]
TOKENS = ["1e400", "-1e400", "1E+999999999", "9" * 5000, "-", "00", "0x1f", "NaN", "Infinity", "-Infinity", "nul"]
TOKENS += ["[" * 3000, "{" * 500, '{"a":' * 2000, "]", "}", '"', "\\", "\\u", "\\ud800", "//", "\ufeff", "\x1e", "\0"]
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def places(tree: Tree, here: Path = ()) -> Iterator[Path]:
    """The way to everything in a tree, itself first."""
    yield here
    if isinstance(tree, dict):
        for name, inner in tree.items():
            yield from places(inner, (*here, name))
    if isinstance(tree, list):
        for number, inner in enumerate(tree):
            yield from places(inner, (*here, number))


def at(tree: Tree, path: Path) -> Tree:
    """What is at the end of this way."""
    for step in path:
        tree = tree[step]
    return tree


def put(tree: Tree, path: Path, value: Tree) -> Tree:
    """A copy of the tree with another value there."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    copied: Tree = dict(tree) if isinstance(tree, dict) else list(tree)
    copied[step] = put(tree[step], rest, value)
    return copied


def without(tree: Tree, path: Path) -> Tree:
    """A copy of the tree without what is there."""
    inner = at(tree, path[:-1])
    kept: Tree = dict(inner) if isinstance(inner, dict) else list(inner)
    del kept[path[-1]]
    return put(tree, path[:-1], kept)


def odd(chance: Random, like: Tree = None) -> Tree:
    """A value that somebody may not have thought of; often of the same sort as it should be."""
    if isinstance(like, str) and like and chance.random() < 0.3:
        cut = chance.randrange(len(like))
        return chance.choice([like[:cut], like + like, like.upper(), f" {like}", like[:cut] + "\0" + like[cut:]])
    sorts: list[Callable[[], Tree]] = [lambda: chance.choice(NUMBERS), lambda: chance.choice(TEXTS)]
    sorts += [
        lambda: chance.choice(THINGS),
        lambda: deep(chance),
        lambda: [chance.choice([0, None, "", {}, "x" * 40])] * chance.choice([1, 70, 2000]),
    ]
    if isinstance(like, str | int) and chance.random() < 0.6:
        return sorts[isinstance(like, str)]()
    return sorts[chance.choices(range(5), [6, 6, 6, 1, 1])[0]]()


def deep(chance: Random) -> Tree:
    """Boxes in boxes; not so deep that our own JSON can't write them."""
    tree: Tree = {}
    for _ in range(chance.choice([10, 100, 200])):
        tree = [tree] if chance.random() < 0.5 else {"a": tree}
    return tree


def spoil(tree: Tree, chance: Random) -> Tree:
    """The tree with one thing wrong, wherever it is."""
    ways = list(places(tree))
    path = chance.choice(ways)
    value = at(tree, path)
    manner = chance.random()
    if manner < 0.15 and path:
        return without(tree, path)
    if manner < 0.25 and isinstance(value, dict):
        return put(tree, path, {**value, chance.choice(["role", "person", "__proto__", "is_admin", "id"]): odd(chance)})
    if manner < 0.35 and isinstance(value, list) and value:
        return put(tree, path, value + [chance.choice(value)] * chance.choice([1, 2, 100]))
    if manner < 0.5:
        return put(tree, path, at(tree, chance.choice(ways)))
    return put(tree, path, odd(chance, value))


def scratch(text: str, chance: Random) -> str:
    """The text with one to three scratches."""
    for _ in range(chance.choice([1, 1, 2, 3])):
        text = _scratched(text, chance)
    return text


def _scratched(text: str, chance: Random) -> str:  # noqa: PLR0911 - one for each manner
    start, length = chance.randrange(len(text) + 1), chance.choice([1, 1, 2, 8, 40])
    piece, manner = text[start : start + length], chance.randrange(7)
    if manner == 0:
        return text[:start] + text[start + length :]
    if manner == 1:
        return text[:start] + chance.choice(TOKENS) + text[start:]
    if manner == 2:
        return text[:start] + chance.choice(TEXTS) + text[start + length :]
    if manner == 3:
        return text[:start]
    if manner == 4:
        return text[:start] + piece * chance.choice([2, 3, 50]) + text[start + length :]
    if manner == 5 and (numbers := list(NUMBER.finditer(text))):
        found = chance.choice(numbers)
        return text[: found.start()] + chance.choice(TOKENS) + text[found.end() :]
    return text[:start] + chr(chance.choice([0, 10, 13, 27, 34, 39, 92, 127, 133, 160, 0x2028, 0x1F600])) + text[start:]
