"""The ground rules of every festival: records, changes, refusals.

A festival is a handful of tables with small records in them. Nobody ever writes in a table: a rule *yields*
changes (put this record, drop that one), and one function applies them, here, for everybody alike. A wish that
can't be granted is refused with a reason from a closed list, so that a screen always has a sentence for it.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Protocol, TypeVar, Union

import msgspec

Moment = Annotated[int, msgspec.Meta(ge=0, lt=2**47)]
"""A point in time: milliseconds since 1970, as the store's clock tells it; none is after the year 6429."""

Days = Annotated[int, msgspec.Meta(ge=0, le=36_500)]
"""For how long something is kept; a hundred years at most."""


NewId = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_-]{16}$")]
"""The id of a record that does not exist yet, drawn at random by whoever wishes for it: 96 bits in base64url."""


Id = Annotated[str, msgspec.Meta(max_length=120)]
"""The id of a record that a wish speaks of."""

Text = Annotated[str, msgspec.Meta(max_length=4000)]
"""Words from a phone, before a rule looks at their length."""


class Record(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """One row of a table. `id` is unique within its kind."""

    id: str

    INDEXED: ClassVar[tuple[str, ...]] = ()
    """Fields by which `Festival.where` can find records of this kind."""

    SECRET: ClassVar[bool] = False
    """Whether a dropped record of this kind must also vanish from the journal, soon (see compaction)."""

    SECRET_PAST: ClassVar[bool] = False
    """Whether what a record of this kind said before must vanish likewise, when it says something else."""


class Command(msgspec.Struct, frozen=True, kw_only=True, tag=True, forbid_unknown_fields=True):
    """Something a person, the clock or an operator wishes to happen. Unknown fields are refused."""


class Put(msgspec.Struct, frozen=True, tag="put"):
    """This record is there from now on, in place of any of the same kind and id."""

    record: Record


class Drop(msgspec.Struct, frozen=True, tag="drop"):
    """The record of this kind (a class name) and id is no longer there."""

    kind: str
    id: str


Change = Put | Drop
Changes = Iterator[Change]

R = TypeVar("R", bound=Record)


class Reason(StrEnum):
    """Why a wish was refused. Every screen has a sentence and a way out for each of these."""

    ALREADY = "already"
    ALREADY_MOVED = "already_moved"
    BAD_LENGTH = "bad_length"
    BALLOT_CLOSED = "ballot_closed"
    BALLOT_NOT_CLOSED = "ballot_not_closed"
    BOARD_CLOSED = "board_closed"
    CHANGED_MEANWHILE = "changed_meanwhile"
    FULL = "full"
    GONE = "gone"
    ID_IN_USE = "id_in_use"
    NOT_ALLOWED = "not_allowed"
    NOT_AN_ADDRESS = "not_an_address"
    NOT_IN_ROOM = "not_in_room"
    NOT_NOW = "not_now"
    NOT_UNDERSTOOD = "not_understood"
    NOT_YOURS = "not_yours"
    NO_TIE = "no_tie"
    OWN_INITIATIVE = "own_initiative"
    TAKEN = "taken"
    LINK_VOTED = "link_voted"
    TIE = "tie"
    TOO_FAST = "too_fast"
    TOO_MANY = "too_many"
    TOO_MANY_WAITING = "too_many_waiting"


class Refused(Exception):  # noqa: N818 - a refusal is an ordinary answer, not an error
    """A wish that is not granted. `present` is the text that is there now, where that helps."""

    def __init__(self, reason: Reason, present: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.present = present


def require(granted: bool, otherwise: Reason, present: str | None = None) -> None:
    """Go on if `granted`, else refuse with the reason `otherwise`."""
    if not granted:
        raise Refused(otherwise, present)


UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Mn", "Zs"})
"""Unicode categories of signs that show nothing by themselves."""
NOT_KEPT = frozenset({"Cc", "Co", "Cs"})
TURNING = frozenset("\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad")
"""Signs that hide in a text or turn its direction, which could make words read as others. The joiners that emoji and
some scripts need (U+200C, U+200D) are not among them."""


def one_of(kinds: Iterable[type]) -> Any:
    """The union of these types, for msgspec."""
    return Union[tuple(kinds)]  # noqa: UP007


def given(**fields: Any) -> dict[str, Any]:
    """These fields without those that were left out of a wish (None)."""
    return {field: value for field, value in fields.items() if value is not None}


def tidy(text: str) -> str:
    """The text as it is kept: any blank is a space, no hidden signs, at most one empty line running.

    A text in which nothing can be seen is "".
    """
    if text.isprintable():  # one line, and nothing in it to tidy: nearly all there is
        kept = text.strip()
    else:
        lines = ["".join(map(tidy_sign, line)).rstrip() for line in text.splitlines()]
        kept = "\n".join(line for line, before in zip(lines, ["", *lines], strict=False) if line or before).strip()
    return kept if any(unicodedata.category(sign) not in UNSEEN for sign in kept) else ""


def tidy_sign(sign: str) -> str:
    """One sign as it is kept: blanks as a space, nothing for what must not be there."""
    if sign.isspace():
        return " "
    return "" if sign in TURNING or unicodedata.category(sign) in NOT_KEPT else sign


class Festival(Protocol):
    """What a rule may ask of a festival. Both the tables and a draft laid over them answer it."""

    def get(self, kind: type[R], row: str) -> R | None:
        """The record of this kind and id, or None."""

    def all(self, kind: type[R]) -> list[R]:
        """Every record of this kind, in no promised order."""

    def where(self, kind: type[R], field: str, value: object) -> list[R]:
        """The records of this kind whose `field` (one of its INDEXED) is `value`, in no promised order."""

    def find(self, kind: type[R], row: str) -> R:
        """The record of this kind and id; refuses with GONE when it is not there."""


class Finding:
    """`find`, told once for tables and draft."""

    def find(self: Festival, kind: type[R], row: str) -> R:
        record = self.get(kind, row)
        if record is None:
            raise Refused(Reason.GONE)
        return record


class Step(msgspec.Struct, frozen=True):
    """What one change did: the record before and after it (None where there was, or is, none)."""

    before: Record | None
    after: Record | None


class Tables(Finding):
    """All records of one festival. `apply` is the only writer."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._rows: dict[str, dict[str, Record]] = {}
        self._index: dict[tuple[str, str, object], dict[str, Record]] = {}
        for record in records:
            self._put(record)

    def get(self, kind: type[R], row: str) -> R | None:
        return self._rows.get(kind.__name__, {}).get(row)  # type: ignore[return-value]

    def all(self, kind: type[R]) -> list[R]:
        return list(self._rows.get(kind.__name__, {}).values())  # type: ignore[arg-type]

    def where(self, kind: type[R], field: str, value: object) -> list[R]:
        return list(self._index.get((kind.__name__, field, value), {}).values())  # type: ignore[arg-type]

    def apply(self, changes: Iterable[Change]) -> list[Step]:
        """Write the changes, in order; tell what each did."""
        return [self._put(c.record) if isinstance(c, Put) else self._drop(c.kind, c.id) for c in changes]

    def records(self) -> list[Record]:
        """Every record, in an order that depends on nothing but the records: by kind, then id."""
        return [rows[row] for _, rows in sorted(self._rows.items()) for row in sorted(rows)]

    def _put(self, record: Record) -> Step:
        kind = type(record).__name__
        rows = self._rows.setdefault(kind, {})
        before = rows.get(record.id)
        if before is not None:
            self._unindex(kind, before)
        rows[record.id] = record
        for field in record.INDEXED:
            self._index.setdefault((kind, field, getattr(record, field)), {})[record.id] = record
        return Step(before, record)

    def _drop(self, kind: str, row: str) -> Step:
        before = self._rows.get(kind, {}).pop(row, None)
        if before is not None:
            self._unindex(kind, before)
        return Step(before, None)

    def _unindex(self, kind: str, record: Record) -> None:
        for field in record.INDEXED:
            key = (kind, field, getattr(record, field))
            del self._index[key][record.id]
            if not self._index[key]:
                del self._index[key]


class Draft(Finding):
    """Tables as they would be after changes that are not in the journal yet; the tables below stay untouched.

    Every question is answered as: what the tables hold, without the rows the draft has, plus the draft's own.
    """

    def __init__(self, below: Festival) -> None:
        self._below = below
        self._over: dict[str, dict[str, Record | None]] = {}

    def apply(self, changes: Iterable[Change]) -> None:
        """Lay the changes over what is there, in order."""
        for change in changes:
            if isinstance(change, Put):
                self._over.setdefault(type(change.record).__name__, {})[change.record.id] = change.record
            else:
                self._over.setdefault(change.kind, {})[change.id] = None

    def get(self, kind: type[R], row: str) -> R | None:
        over = self._over.get(kind.__name__)
        if over is not None and row in over:
            return over[row]  # type: ignore[return-value]
        return self._below.get(kind, row)

    def all(self, kind: type[R]) -> list[R]:
        return self._merge(kind, self._below.all(kind))

    def where(self, kind: type[R], field: str, value: object) -> list[R]:
        merged = self._merge(kind, self._below.where(kind, field, value))
        return [record for record in merged if getattr(record, field) == value]

    def _merge(self, kind: type[R], below: list[R]) -> list[R]:
        over = self._over.get(kind.__name__)
        if not over:
            return below
        kept = [record for record in below if record.id not in over]
        return kept + [record for record in over.values() if record is not None]  # type: ignore[misc]
