"""A phone: it sends until it has an answer, shows what its process tells it, and wanders from process to process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.trust.model.festival import Command, Kind, Tables
from tests.trust.model.store import Entry, Place

if TYPE_CHECKING:
    from tests.trust.model.process import Process


class Phone:
    """One person's phone. `number` is also the person."""

    def __init__(self, number: int, process: Process) -> None:
        self.number = number
        self.process = process
        self.entered = False
        self.seen: Place | None = None
        self.picture = Tables()
        self.waiting: dict[str, Command] = {}
        """The commands without an answer, by ref."""
        self.commands = 0

    def wants(self, kind: Kind, whom: int = -1) -> None:
        """Think of a new command. At most two may be waiting at a time."""
        if len(self.waiting) < 2:
            self.commands += 1
            command = Command(f"{self.number}.{self.commands}", kind, self.number, whom)
            self.waiting[command.ref] = command

    def send(self) -> None:
        """Send everything that has no answer yet."""
        for command in self.waiting.values():
            self.process.submit(command, self)

    def move(self, process: Process) -> None:
        """Connect to a process, perhaps the same one again; what the old connection still had to say is lost."""
        self.process, self.entered = process, False

    def enter(self) -> None:
        """Ask the process for what was missed."""
        if self.process.alive:
            self.process.welcome(self)

    def follows(self, process: Process) -> bool:
        """Whether this process sends its news here."""
        return self.entered and self.process is process

    def show(self, tables: Tables, place: Place) -> None:
        """Replace the whole picture."""
        self.picture, self.seen, self.entered = tables, place, True

    def patch(self, entry: Entry) -> None:
        """Apply the next entry to the picture."""
        for command in entry.commits:
            self.picture = self.picture.after(command)
        self.seen = entry.place

    def hear(self, ref: str) -> bool:
        """Get an answer; False when it had one already."""
        return self.waiting.pop(ref, None) is not None
