"""What a drill found: its figures, and what must not be. A drill without complaints is well."""

import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

MOST_SHOWN = 10


@dataclass
class Report:
    """The figures of one drill, in the order they were found, and its complaints."""

    drill: str
    figures: dict[str, Any] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)

    def expect(self, holds: bool, otherwise: str) -> None:
        """Complain, unless it holds."""
        if not holds:
            self.complaints.append(otherwise)

    def line(self) -> str:
        """All of it as one line of JSON."""
        told = self.complaints[:MOST_SHOWN]
        return json.dumps({"drill": self.drill, **self.figures, "violations": len(self.complaints), "complaints": told})

    def text(self) -> str:
        """All of it to be read by people."""
        rows = [f"  {name.replace('_', ' ')}: {shown(value)}" for name, value in self.figures.items()]
        rows += [f"  VIOLATION: {complaint}" for complaint in self.complaints[:MOST_SHOWN]]
        rows += [f"  and {more} more" for more in [len(self.complaints) - MOST_SHOWN] if more > 0]
        end = "well" if not self.complaints else f"{len(self.complaints)} violations"
        return "\n".join([f"{self.drill}:", *rows, f"  {end}"])


def shown(value: Any) -> str:
    """A figure to be read: numbers with separators, lists and tables over several lines."""
    if isinstance(value, bool | str):
        return str(value)
    if isinstance(value, int | float):
        return f"{value:,}"
    if isinstance(value, dict):
        return "".join(f"\n    {name}: {shown(inner)}" for name, inner in value.items())
    return ", ".join(map(shown, value))


def memory(pid: int) -> int:
    """The memory a process holds itself (RSS), in bytes."""
    rows = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(row.split()[1]) * 1024 for row in rows if row.startswith("VmRSS:"))


def descriptors(pid: int) -> int:
    """How many files and lines a process has open."""
    return len(os.listdir(f"/proc/{pid}/fd"))  # noqa: PTH208 - Path.iterdir would look at each


def threads(pid: int) -> int:
    """How many threads a process has."""
    return len(os.listdir(f"/proc/{pid}/task"))  # noqa: PTH208
