"""How fast somebody may send: enough for the keenest writer, too little for a machine.

A bucket fills at a steady rate; each message takes a drop out. It is kept per person, never per address: a whole hall
may sit behind one.
"""

import time

RATE = 4.0
"""Messages a second that anybody may keep up."""
BURST = 60.0
"""Messages somebody may send at once, after having been quiet."""
MOST_REFUSED = 200
"""Messages in a row that are answered "too fast"; who sends more than these is no phone of ours, and is sent away."""


class Bucket:
    """One sender's allowance."""

    __slots__ = ("_drops", "_filled", "refused")

    def __init__(self) -> None:
        self.refused = 0
        """How often in a row there was no drop."""
        self._drops = BURST
        self._filled = time.monotonic()

    def full(self) -> bool:
        """Whether its owner has been quiet for so long that it need not be remembered."""
        self._fill()
        return self._drops == BURST

    def _fill(self) -> None:
        now = time.monotonic()
        self._drops = min(BURST, self._drops + (now - self._filled) * RATE)
        self._filled = now

    def take(self) -> bool:
        """Take a drop; False when there is none."""
        self._fill()
        if self._drops < 1:
            self.refused += 1
            return False
        self.refused = 0
        self._drops -= 1
        return True
