"""The ground rule of what leaves a festival: a part tells the fields it names, and no others."""

from typing import TypeVar

import msgspec

from rooms.kernel import Record


class Closed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the outcomes. It has these fields and no others."""


C = TypeVar("C", bound=Closed)


def as_told(part: type[C], row: Record, **others: object) -> C:
    """This part of the outcomes: the fields it names, taken from the record that bears them, and these others."""
    own = {field: getattr(row, field) for field in part.__struct_fields__ if field not in others}
    return part(**own, **others)
