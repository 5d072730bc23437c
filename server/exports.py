"""The outcomes of a festival as files that people take home: a report on paper or as text, a spreadsheet, tables, a
calendar, and the same as data; or all of these in one.

Each is made from the outcomes alone, so that none can hold what is not in those. Making one ends nothing.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from rooms.initiative import About
from rooms.outcomes import Outcomes
from server.csvtables import as_csv
from server.dates import as_ics
from server.packed import packed
from server.pdf import as_pdf
from server.report import as_markdown
from server.settings import Unusable
from server.spreadsheet import as_xlsx
from server.words import sayer

KINDS = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv.zip": "application/zip",
    "md": "text/markdown",
    "ics": "text/calendar",
    "json": "application/json",
    "zip": "application/zip",
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
        "pdf": lambda: as_pdf(outcomes, lang, sayer(lang)),
        "md": lambda: as_markdown(outcomes, lang, sayer(lang)).encode(),
        "xlsx": lambda: as_xlsx(outcomes, lang, sayer(lang)),
        "csv.zip": lambda: as_csv(outcomes, lang, sayer(lang)),
        "ics": lambda: as_ics(outcomes, sayer(lang)),
        "json": lambda: as_json(outcomes),
        "zip": lambda: packed(
            (file_name(outcomes, one), as_file(outcomes, one, lang)) for one in KINDS if one != "zip"
        ),
    }
    return making[kind]()


def file_name(outcomes: Outcomes, suffix: str) -> str:
    """What an export is called: `festijn-{code}-{date}.md`, without what the festival does not have. One that is of one
    initiative only has its id in it as well."""
    alone = "" if any(isinstance(row, About) for row in outcomes.records) else outcomes.initiatives[0].id
    parts = ["festijn", outcomes.about.code, outcomes.about.date, alone]
    return "-".join(kept for part in parts if (kept := re.sub(r"[^A-Za-z0-9-]", "", part))) + f".{suffix}"


def write_all(outcomes: Outcomes, lang: str, directory: Path, tell: Callable[[str], None]) -> list[Path]:
    """Write every kind of file into a directory, made when it is not there; gives their paths. Each is told of before
    it is made, for that may take seconds.

    Each file is there as a whole or not at all, and takes the place of an older one of its name. Raises Unusable when
    that can't be done.
    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
        return list(_written(outcomes, lang, directory, tell))
    except (FileExistsError, NotADirectoryError):
        raise Unusable(f"{directory} is a file, or in one; choose a directory.") from None
    except OSError as trouble:
        raise Unusable(f"{directory} can't be written in: {trouble.strerror}.") from None


def _written(outcomes: Outcomes, lang: str, directory: Path, tell: Callable[[str], None]) -> Iterator[Path]:
    for number, kind in enumerate(KINDS, 1):
        path = directory / file_name(outcomes, kind)
        tell(f"{number} of {len(KINDS)}: {path.name}")
        yield _write(path, as_file(outcomes, kind, lang))


def _write(path: Path, content: bytes) -> Path:
    half = path.with_name(f".{path.name}.new")
    try:
        half.write_bytes(content)
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)
    return path
