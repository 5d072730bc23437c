"""Where one process stands in a festival's history: its tables, its place, and the marks it came by.

The tables are touched here only, in two ways: the next entry is taken, or a snapshot is loaded as a whole.
"""

from rooms.festival import SECRET_KINDS, SECRET_PASTS
from rooms.kernel import Drop, Step, Tables
from server.journal import NOWHERE, Commit, Entry, Place, Snapshot, new_mark

MARKS_KEPT = 2000
ENTRIES_KEPT = 400


def overwrote_secret(step: Step) -> bool:
    """Whether this step put something else in the place of words that must not be kept."""
    before, after = step.before, step.after
    return None not in (before, after) and type(before).__name__ in SECRET_PASTS and before != after


class Standing:
    """Tables, and the path of marks that led to them."""

    def __init__(self) -> None:
        self.tables = Tables()
        self.place = NOWHERE
        self.base = 0
        """The entry of the last snapshot: what lies before it is gone."""
        self.last_at = 0
        """The newest `at` of any commit (ms)."""
        self.secret_dropped = False
        """Whether something secret was dropped or overwritten since the last snapshot: the journal still holds it."""
        self.purge_owed = 0
        """The snapshot up to which the store's own file may still hold what was trimmed; 0 when none is known."""
        self._past: dict[int, str] = {}
        self._tail: dict[int, Entry] = {}

    def came_by(self, place: Place) -> bool:
        """Whether this place is in our past."""
        return place.epoch == self.place.epoch and place.n < self.place.n and self._past.get(place.n) == place.mark

    def is_next(self, entry: Entry) -> bool:
        """Whether this entry follows on where we stand."""
        return entry.n == self.place.n + 1 and entry.after == self.place.mark and entry.epoch == self.place.epoch

    def leads_to(self, entry: Entry) -> bool:
        """Whether this is a snapshot that we may step onto: our own path came by here, or we stand nowhere yet."""
        if entry.snapshot is None:
            return False
        return not self.place.n or (
            entry.epoch == self.place.epoch and entry.snapshot.past.get(self.place.n) == self.place.mark
        )

    def snapshot(self, n: int) -> Snapshot:
        """All there is, as entry `n` holds it. With it goes what was dropped; if that was secret, a purge is owed."""
        purge_owed = n if self.secret_dropped else self.purge_owed
        return Snapshot(self.tables.records(), dict(self._past), purge_owed, self.last_at)

    def next(self, commits: list[Commit], snapshot: Snapshot | None = None) -> Entry:
        """A new entry that follows on where we stand."""
        return Entry(self.place.n + 1, self.place.epoch, new_mark(), self.place.mark, commits, snapshot)

    def take(self, entry: Entry) -> list[Step]:
        """Take the next entry, our own or another's; tells what it did."""
        steps: list[Step] = []
        for commit in entry.commits:
            changes = commit.facts()
            done = self.tables.apply(changes)
            steps += done
            self.last_at = max(self.last_at, commit.at)
            self.secret_dropped |= any(isinstance(c, Drop) and c.kind in SECRET_KINDS for c in changes)
            self.secret_dropped |= any(map(overwrote_secret, done))
        self._stand(entry)
        self._tail[entry.n] = entry
        self._tail.pop(entry.n - ENTRIES_KEPT, None)
        return steps

    def is_clean(self, place: Place) -> None:
        """The store's file is clean up to this place: if our path came by it, what was owed till there is done."""
        if place.n >= self.purge_owed and (place == self.place or self.came_by(place)):
            self.purge_owed = 0

    def load(self, entry: Entry) -> list[Entry]:
        """Stand on a snapshot as a whole; gives the entries we held ourselves, oldest first.

        What was owed before is owed still, under this snapshot's number: another history counts differently.
        """
        assert entry.snapshot is not None
        held = list(self._tail.values())
        self.purge_owed = entry.n if self.purge_owed else 0
        self.tables = Tables(entry.snapshot.records)
        self._past = dict(entry.snapshot.past)
        self._stand(entry)
        return held

    def forget(self, snapshot: Snapshot) -> None:
        """We stand on this snapshot now: what lies before it is gone from the journal, so from here too."""
        self.base = self.place.n
        self.secret_dropped = False
        self.last_at = max(self.last_at, snapshot.at)
        self.purge_owed = max(self.purge_owed, snapshot.purge_owed)
        self._tail.clear()

    def _stand(self, entry: Entry) -> None:
        self.place = entry.place
        self._past[entry.n] = entry.mark
        self._past.pop(entry.n - MARKS_KEPT, None)
        if entry.snapshot:
            self.forget(entry.snapshot)
