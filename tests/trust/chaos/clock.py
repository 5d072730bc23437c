"""A server whose clock on the wall is wrong: an hour fast or slow, and it may jump while the server runs.

Only the time of day is wrong; the time that passes (of timers) is right, as on a real machine. It needs libfaketime
(Debian: `apt-get install libfaketime`), and holds for the worker it is given to only.
"""

from pathlib import Path

from tests.festijn import Worker
from tests.trust.chaos.disk import AbsentError

HOUR = 3600
PLACES = ("/usr/lib", "/usr/local/lib", "/usr/lib64")
NOTICED_WITHIN = 1  # seconds until a jump is seen by a process that runs


def library() -> Path:
    """Where libfaketime is. Raises `AbsentError`."""
    for place in PLACES:
        for found in sorted(Path(place).glob("**/faketime/libfaketimeMT.so.1")):
            return found
    raise AbsentError("absent: libfaketime, so no clock is wrong; apt-get install libfaketime.")


class Clock:
    """The wall clock of one worker; `place` is a file of its own to keep the error in."""

    def __init__(self, worker: Worker, place: Path) -> None:
        self._worker = worker
        self._place = place
        self._told = {
            "LD_PRELOAD": str(library()),
            "FAKETIME_TIMESTAMP_FILE": str(place),
            "FAKETIME_CACHE_DURATION": str(NOTICED_WITHIN),
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "DONT_FAKE_MONOTONIC": "1",
            "NO_FAKE_STAT": "1",
        }

    @property
    def wrong(self) -> bool:
        """Whether the worker's next start is with a wrong clock."""
        return "FAKETIME_TIMESTAMP_FILE" in self._worker.environ

    def off_by(self, seconds: int) -> None:
        """From its next start the worker's clock is wrong by so much; if it was wrong at its last start, at once."""
        new = self._place.with_suffix(".new")
        new.write_text(f"{seconds:+d}\n")
        new.replace(self._place)
        self._worker.environ |= self._told

    def right(self) -> None:
        """From its next start the worker's clock is right."""
        for name in self._told:
            self._worker.environ.pop(name, None)
