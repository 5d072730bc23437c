"""What each audience sees, kept ready: its rows as they travel, what it missed since any recent entry, its picture.

A row is encoded once per form and the same bytes serve every audience and every screen. Nothing here knows of sockets.
"""

from collections import deque
from collections.abc import Iterable, Iterator

import msgspec

from rooms.kernel import Record, Step
from rooms.view import show, view
from rooms.wire import Frame, encode
from server.journal import Place
from server.transport import Message

RECENT = 2000
"""Entries of which we know what they changed for whom; a phone that missed more gets a picture."""
PATCHED_ROWS = 100
"""A kept picture is used as long as no more rows than this changed since; then it is made anew."""

Key = tuple[str, str]
Ripple = tuple[Key, msgspec.Raw | None]
WHOLE = -1


def ripples(step: Step) -> Iterator[tuple[str, Ripple]]:
    """What a step means to each audience: the row it has now, or None where it has it no longer."""
    was = view(step.before) if step.before else {}
    now = view(step.after) if step.after else {}
    record = step.after or step.before
    if record is None:
        return
    key = (type(record).__name__, record.id)
    encoded: dict[tuple[str, ...], msgspec.Raw] = {}
    for audience, form in now.items():
        if form not in encoded:
            encoded[form] = msgspec.Raw(encode(show(record, form)))
        yield audience, (key, encoded[form])
    for audience in was.keys() - now.keys():
        yield audience, (key, None)


class Layers:
    """The rows of every audience, as the tables stand at `place`."""

    def __init__(self) -> None:
        self._rows: dict[str, dict[Key, msgspec.Raw]] = {}
        self._recent: dict[str, deque[tuple[int, list[Ripple]]]] = {}
        self._last: dict[str, int] = {}
        self._pictures: dict[str, tuple[int, Message]] = {}
        self._floor = 0
        self._place: Place

    def rebuild(self, records: Iterable[Record], place: Place) -> None:
        """Begin anew from all records."""
        self._rows = {}
        self._last = {}
        for record in records:
            for audience, (key, row) in ripples(Step(None, record)):
                assert row is not None
                self._rows.setdefault(audience, {})[key] = row
        self._place = place
        self.forget()

    def take(self, place: Place, steps: list[Step]) -> set[str]:
        """Follow an entry; gives the audiences that notice."""
        touched: dict[str, list[Ripple]] = {}
        for step in steps:
            for audience, ripple in ripples(step):
                touched.setdefault(audience, []).append(ripple)
                self._set(audience, ripple)
        self._place = place
        self._last.update(dict.fromkeys(touched, place.n))
        self._floor = max(self._floor, place.n - RECENT)
        for audience, changed in touched.items():
            recent = self._recent.setdefault(audience, deque())
            recent.append((place.n, changed))
            while recent[0][0] <= self._floor:
                recent.popleft()
        return set(touched)

    def _set(self, audience: str, ripple: Ripple) -> None:
        key, row = ripple
        if row is not None:
            self._rows.setdefault(audience, {})[key] = row
            return
        rows = self._rows.get(audience, {})
        rows.pop(key, None)
        if not rows:
            self._rows.pop(audience, None)

    def forget(self) -> None:
        """Keep nothing of what was before now."""
        self._recent.clear()
        self._pictures.clear()
        self._floor = self._place.n

    def rows(self, audience: str) -> dict[Key, msgspec.Raw]:
        """All rows of one audience, by kind and id."""
        return self._rows.get(audience, {})

    def knows(self, n: int) -> bool:
        """Whether everything since entry n is remembered."""
        return n >= self._floor

    def last(self, audience: str) -> int:
        """The entry that last changed something for this audience; who stands there, or further, missed nothing."""
        return self._last.get(audience, 0)

    def missed(self, audience: str, since: int) -> dict[Key, msgspec.Raw | None]:
        """The rows that changed for this audience after entry `since`, each as it is now."""
        changed: dict[Key, msgspec.Raw | None] = {}
        for n, ripples_then in reversed(self._recent.get(audience, ())):
            if n <= since:
                break
            for key, row in reversed(ripples_then):
                changed.setdefault(key, row)
        return changed

    def patch(self, audience: str, since: int) -> Message | None:
        """A frame with what this audience missed after entry `since`; None when that is nothing."""
        changed = self.missed(audience, since)
        return self._frame(audience, since, changed) if changed else None

    def picture(self, audience: str) -> list[Message]:
        """The frames that give a newcomer everything: a kept and shared picture, and what changed since."""
        kept = self._pictures.get(audience)
        if kept is not None and self.knows(kept[0]):
            changed = self.missed(audience, kept[0])
            if not changed:
                return [kept[1]]
            if len(changed) <= PATCHED_ROWS:
                return [kept[1], self._frame(audience, kept[0], changed)]
        made = self._frame(audience, WHOLE, dict(self.rows(audience)))
        if not audience.startswith("person:"):
            self._pictures[audience] = (self._place.n, made)
        return [made]

    def _frame(self, audience: str, after: int, rows: dict[Key, msgspec.Raw | None]) -> Message:
        put: dict[str, list[msgspec.Raw]] = {}
        drop: dict[str, list[str]] = {}
        for (kind, row_id), row in rows.items():
            if row is None:
                drop.setdefault(kind, []).append(row_id)
            else:
                put.setdefault(kind, []).append(row)
        return Message("frame", Frame(audience, str(self._place), after, put, drop))
