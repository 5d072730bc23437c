"""The outcomes of a festival as files that people take home: a report to read, a spreadsheet, and the same as data.

Each is made from the outcomes alone, so that none can hold what is not in those. Making one ends nothing.
"""

import re
from collections.abc import Callable
from pathlib import Path

import msgspec

from rooms.outcomes import Outcomes
from server.report import as_markdown
from server.settings import Unusable
from server.spreadsheet import as_xlsx
from server.words import sayer

KINDS = {
    "md": "text/markdown",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
"""The kinds of files there are, by how their names end, and what each is called on the web."""


def as_json(outcomes: Outcomes) -> bytes:
    """The outcomes as JSON: UTF-8, indented, the same bytes for the same outcomes."""
    return msgspec.json.format(msgspec.json.encode(outcomes), indent=2) + b"\n"


def as_file(outcomes: Outcomes, kind: str, lang: str) -> bytes:
    """The outcomes as a file of this kind (one of KINDS), with headings in this language ("nl", "en").

    Takes a second or two for a large festival: not for the event loop.
    """
    making: dict[str, Callable[[], bytes]] = {
        "md": lambda: as_markdown(outcomes, lang, sayer(lang)).encode(),
        "xlsx": lambda: as_xlsx(outcomes, lang, sayer(lang)),
        "json": lambda: as_json(outcomes),
    }
    return making[kind]()


def file_name(outcomes: Outcomes, suffix: str) -> str:
    """What an export is called: `festijn-{code}-{date}.md`, without what the festival does not have."""
    parts = ["festijn", outcomes.about.code, outcomes.about.date]
    return "-".join(kept for part in parts if (kept := re.sub(r"[^A-Za-z0-9-]", "", part))) + f".{suffix}"


def write_all(outcomes: Outcomes, lang: str, directory: Path) -> list[Path]:
    """Write every kind of file into a directory, made when it is not there; gives their paths.

    Each file is there as a whole or not at all, and takes the place of an older one of its name. Raises Unusable when
    that can't be done.
    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
        return [_write(directory / file_name(outcomes, kind), as_file(outcomes, kind, lang)) for kind in KINDS]
    except (FileExistsError, NotADirectoryError):
        raise Unusable(f"{directory} is a file, or in one; choose a directory.") from None
    except OSError as trouble:
        raise Unusable(f"{directory} can't be written in: {trouble.strerror}.") from None


def _write(path: Path, content: bytes) -> Path:
    half = path.with_name(f".{path.name}.new")
    try:
        half.write_bytes(content)
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)
    return path
