"""The list of who was erased: kept in a file outside the store and outside every back-up.

When an older back-up is put back, it would bring people back who asked to be forgotten since. So each server writes
down, as soon as it sees it, the id of who was erased, and `festijn restore` has the back-up forget them again. The id
leads to nobody: it stands nowhere else any more.
"""

import errno
import os
from collections.abc import Iterable
from pathlib import Path

import msgspec
import structlog

from rooms.erasing import Erased

log = structlog.get_logger()


class Line(msgspec.Struct, frozen=True):
    """One line of the file, in JSON: who was erased at which festival (ids), when (ms), whether words stayed, and by
    which link they came (its id) if that may be called after them."""

    festival: str
    person: str
    at: int
    words: bool
    link: str = ""


class Erasures:
    """The list in this file, which need not be there yet. Several processes may add to it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._written: set[tuple[str, str]] = set()

    def note(self, festival: str, rows: Iterable[Erased]) -> None:
        """Write these down, unless this process did; said in the log, and tried again later, when that fails."""
        fresh = [row for row in rows if (festival, row.id) not in self._written]
        if not fresh:
            return
        try:
            known = {(line.festival, line.person) for line in self._lines()}
            self._add([row for row in fresh if (festival, row.id) not in known], festival)
        except OSError as trouble:
            log.warning("who was erased can't be written down", file=self.path.name, trouble=trouble.strerror)
            return
        self._written |= {(festival, row.id) for row in fresh}

    def of(self, festival: str) -> list[Erased]:
        """Who was erased at this festival, as far as it was written down; raises OSError."""
        lines = [line for line in self._lines() if line.festival == festival]
        return [Erased(id=line.person, at=line.at, words=line.words, link=line.link) for line in lines]

    def _lines(self) -> list[Line]:
        """What stands there; a line that was cut off when the power went is passed over."""
        lines = []
        for raw in self.path.read_bytes().splitlines() if self.path.exists() else []:
            try:
                lines.append(msgspec.json.decode(raw, type=Line))
            except (msgspec.DecodeError, UnicodeDecodeError):
                log.warning("a line of who was erased can't be read", file=self.path.name)
        return lines

    def _add(self, rows: list[Erased], festival: str) -> None:
        """Add lines in one go, so that those of two processes never mix."""
        lines = [msgspec.json.encode(Line(festival, row.id, row.at, row.words, row.link)) + b"\n" for row in rows]
        if not lines:
            return
        text = self._line_end() + b"".join(lines)
        file = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            if os.write(file, text) < len(text):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            os.fsync(file)
        finally:
            os.close(file)

    def _line_end(self) -> bytes:
        """What ends a line that was cut off, so that it does not take the next one along."""
        written = self.path.read_bytes() if self.path.exists() else b""
        return b"\n" if written and not written.endswith(b"\n") else b""
