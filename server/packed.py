"""Several files in one (ZIP), always the same bytes for the same files."""

import io
import zipfile
from collections.abc import Iterable

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""When each file says it was made: the earliest that a zip knows, for the same files must give the same bytes."""


def packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    """These files, by their names."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in files:
            archive.writestr(zipfile.ZipInfo(name, LONG_AGO), content, zipfile.ZIP_DEFLATED, 6)
    return made.getvalue()
