"""A web process in a hurry, so that a minute of chaos holds what a day does.

`python -m tests.trust.chaos.hurry web ...` is `python -m server web ...` with shorter waits.
The minute to finish a sentence lasts seconds; who goes back to a round stays seconds; and who is away is soon gone.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rooms import breakout, programme
from server import __main__ as server_main
from server import absence

HASTE: list[tuple[Any, str, float]] = [
    (breakout, "WRAP_UP", 4_000),
    (programme, "LEAST_LEFT", 2_000),
    (absence, "GRACE", 3.0),
    (absence, "LOOK_EVERY", 0.5),
]


def hurry() -> None:
    """Be in a hurry from now on."""
    for module, name, value in HASTE:
        setattr(module, name, value)


@contextmanager
def hurried() -> Iterator[None]:
    """Be in a hurry for a while: who judges a journal again must count as those did who wrote it."""
    usual = [(module, name, getattr(module, name)) for module, name, _ in HASTE]
    hurry()
    try:
        yield
    finally:
        for module, name, value in usual:
            setattr(module, name, value)


if __name__ == "__main__":
    hurry()
    sys.exit(server_main.main(sys.argv[1:]))
