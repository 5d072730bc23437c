"""Python's own housekeeping, at the moments that suit us.

Left to itself the collector of garbage looks through everything, thousands of times, in the middle of a busy round.
What lives as long as the process is left out, and the rest is looked through seldom. But a phone that left leaves a
ring of objects behind in the libraries, which nothing else clears away; so it looks when many have left.
"""

import gc

MANY = 200
SHARE = 4
"""We look when more phones have left than this, and than one for every four that are here."""


class Collector:
    """Counts who left, and clears up after them."""

    def __init__(self) -> None:
        self._left = 0

    def left(self) -> None:
        """A phone left."""
        self._left += 1

    def tidy(self, here: int) -> None:
        """Clear up if enough have left; `here` is how many phones there are now."""
        if self._left > max(MANY, here // SHARE):
            self._left = 0
            gc.collect()


def calm() -> None:
    """What exists now stays: leave it out of every later round, and have fewer of those."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)
