"""The laws that hold whatever people do, as one festival that is watched while it is played.

`Watched` judges wishes as a server process does, puts every entry through the journal's bytes, and lets copies follow:
other processes, one that began from a snapshot, and a screen for each audience. After each batch it compares them all.
A broken law is an AssertionError that names the law.
"""

import itertools
from collections import Counter
from typing import Any, TypeGuard

import msgspec

from rooms.breakout import BringBack, SendHome
from rooms.erasing import Erased
from rooms.festival import RECORDS
from rooms.keeping import Forget
from rooms.kernel import Change, Draft, Drop, Festival, Moment, Put, Reason, Record, Tables
from rooms.people import ACTORS, Person
from rooms.receipt import MOST_DEVICES, Device
from rooms.seats import Seat
from rooms.view import view
from server.journal import Commit, Entry, Place, Snapshot, read_entry
from server.judging import Verdict, Wish, judge, pack_command
from server.layers import Layers
from server.standing import Standing
from tests.rooms.sight import Rows, nobody_sees_too_much

EPOCH = 1
UNKNOWN = "nobody"

pack = msgspec.msgpack.Encoder().encode


def packed(tables: Tables) -> bytes:
    """All tables as bytes: equal bytes are equal festivals."""
    return pack(tables.records())


def by_id(records: list[Any]) -> dict[str, Any]:
    """The records by id; each must be there once."""
    found = {record.id: record for record in records}
    assert len(found) == len(records), "draft = tables: a record was given twice"
    return found


def draft_is_tables(below: Tables, changes: list[Change]) -> None:
    """A draft with these changes answers every question as the tables that have them, in any order."""
    draft, after = Draft(below), Tables(below.records())
    draft.apply(changes)
    after.apply(changes)
    for kind in RECORDS:
        there = by_id(after.all(kind))
        assert by_id(draft.all(kind)) == there, f"draft = tables: all({kind.__name__})"
        known = [*below.all(kind), *there.values()]
        for row in {UNKNOWN, *(record.id for record in known)}:
            assert draft.get(kind, row) == after.get(kind, row), f"draft = tables: get({kind.__name__}, {row})"
        for field in kind.INDEXED:
            for value in {UNKNOWN, *(getattr(record, field) for record in known)}:
                _same_where(draft, after, kind, field, value)


def _same_where(draft: Festival, after: Tables, kind: type[Record], field: str, value: object) -> None:
    answer, there = by_id(draft.where(kind, field, value)), by_id(after.where(kind, field, value))
    assert answer == there, f"draft = tables: where({kind.__name__}, {field}, {value})"
    scanned = {record.id: record for record in after.all(kind) if getattr(record, field) == value}
    assert there == scanned, f"the index of {kind.__name__} by {field} is not what the records say"
    assert len(after.where(kind, field, value)) == len(there)


def the_erased_are_gone(tables: Tables) -> None:
    """Law 5: of who was erased nothing tells any more, but that they were."""
    erased = [row.id for row in tables.all(Erased)]
    if erased:
        others = [record for record in tables.records() if not isinstance(record, Erased)]
        kept = pack(others)
        for who in erased:
            there = [record for record in others if who.encode() in pack(record)] if who.encode() in kept else []
            assert not there, f"law 5: {who} was erased, and is still there: {there}"


def is_person_gone(change: Change) -> TypeGuard[Drop]:
    """Whether this takes somebody out of the tables."""
    return isinstance(change, Drop) and change.kind == Person.__name__


class Screen:
    """One audience's layer as a screen keeps it, by the rules for frames and nothing else."""

    def __init__(self, audience: str) -> None:
        self.audience = audience
        self.rows: Rows = {}
        self.n = -1

    def hear(self, frame: bytes) -> None:
        """Take in one frame, as JSON."""
        told = msgspec.json.decode(frame)
        n = int(told["place"].split(".")[1])
        assert told["audience"] == self.audience
        if told["after"] == -1:
            self.rows = {}
        elif n <= self.n:
            return
        else:
            assert told["after"] <= self.n, f"law 2: a gap before entry {n} for {self.audience}, which is at {self.n}"
        self.rows |= {(kind, row["id"]): row for kind, rows in told["put"].items() for row in rows}
        for key in ((kind, row_id) for kind, ids in told["drop"].items() for row_id in ids):
            self.rows.pop(key, None)
        self.n = n

    def catch_up(self, layers: Layers) -> None:
        """Ask for what was missed: a patch where that is known, else the picture."""
        known = self.n >= 0 and layers.knows(self.n)
        for message in [layers.patch(self.audience, self.n)] if known else layers.picture(self.audience):
            if message is not None:
                self.hear(msgspec.json.encode(message.content))


def raw_rows(layers: Layers, audience: str) -> dict[tuple[str, str], bytes]:
    """What the layers hold for one audience, as it travels."""
    return {key: bytes(row) for key, row in layers.rows(audience).items()}


def rows_of(layers: Layers, audience: str) -> Rows:
    """What the layers hold for one audience, as plain values."""
    return {key: msgspec.json.decode(row) for key, row in layers.rows(audience).items()}


class Watched:
    """A festival from its first records on. `decide` is its only door."""

    def __init__(self, records: tuple[Record, ...] = ()) -> None:
        self.live = Standing()
        self.live.load(Entry(1, EPOCH, "m1", "", snapshot=Snapshot(list(records), {})))
        self.others = [self._newcomer(), self._newcomer()]
        self.layers = Layers()
        self.layers.rebuild(self.tables.records(), self.place)
        self.audiences = {audience for record in self.tables.records() for audience in view(record)}
        self.prompt: dict[str, Screen] = {}
        self.late: dict[str, Screen] = {}
        self.commits: list[Commit] = []
        """What the last batch left in the journal."""
        self.granted: Counter[str] = Counter()
        self.refused: Counter[Reason] = Counter()

    @property
    def tables(self) -> Tables:
        """The festival as it is."""
        return self.live.tables

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.live.place

    def decide(self, at: Moment, batch: list[Wish]) -> list[Verdict]:
        """Judge a batch at `at` (ms), take what was granted, and hold all that follows to the laws."""
        n, before = self.place.n + 1, packed(self.tables)
        commits, verdicts = judge(self.tables, n, at, batch)
        self.commits = commits
        assert packed(self.tables) == before, "law 3: judging wrote in the tables"
        granted = [(wish, verdict) for wish, verdict in zip(batch, verdicts, strict=True) if verdict.reason is None]
        self.granted.update(type(wish.command).__name__ for wish, verdict in granted if verdict.ok == n)
        self.refused.update(verdict.reason for verdict in verdicts if verdict.reason is not None)
        alone, _ = judge(self.tables, n, at, [wish for wish, _ in granted])
        assert alone == commits, "law 3: a refused wish changed something"
        if commits:
            draft_is_tables(self.tables, [change for commit in commits for change in commit.facts()])
            self._take(commits)
            for wish, verdict in granted:
                self._once(at, wish, verdict)
            self.look()
        return verdicts

    def compact(self) -> None:
        """Make the next entry a snapshot, and forget what was before it."""
        snapshot = self.live.snapshot(0)
        self.layers.forget()
        self._take([], snapshot)
        self.look()

    def renew(self) -> None:
        """Let another process begin anew from a snapshot of now."""
        self.others[-1] = self._newcomer()

    def catch_up(self) -> None:
        """Let the screens that lag behind ask for what they missed."""
        for audience in sorted(self.audiences):
            self.late.setdefault(audience, Screen(audience)).catch_up(self.layers)
            there = rows_of(self.layers, audience)
            assert self.late[audience].rows == there, f"law 2: a late screen of {audience} differs from a fresh one"

    def look(self) -> None:
        """Hold everything to laws 1, 2 and 4 as it stands now."""
        now, fresh = packed(self.tables), Layers()
        for other in self.others:
            assert packed(other.tables) == now, "law 1: replay is not live"
            assert other.place == self.place
        fresh.rebuild(self.tables.records(), self.place)
        held = {audience: rows_of(self.layers, audience) for audience in sorted(self.audiences)}
        for audience, rows in held.items():
            same = raw_rows(self.layers, audience) == raw_rows(fresh, audience)
            assert same, f"law 2: the layer of {audience} is not as if fresh"
            screen = self.prompt.setdefault(audience, Screen(audience))
            screen.catch_up(self.layers)
            assert screen.rows == rows, f"law 2: a screen of {audience} differs from a fresh one"
            assert self.layers.last(audience) <= screen.n, f"law 2: the next patch leaves a gap for {audience}"
        nobody_sees_too_much(self.tables, held)
        the_erased_are_gone(self.tables)

    def _newcomer(self) -> Standing:
        other = Standing()
        snapshot = self.live.snapshot(0)
        other.load(read_entry(pack(Entry(self.place.n, EPOCH, self.place.mark, "", snapshot=snapshot))))
        return other

    def _take(self, commits: list[Commit], snapshot: Snapshot | None = None) -> None:
        n = self.place.n + 1
        entry = Entry(n, EPOCH, f"m{n}", self.place.mark, commits, snapshot)
        steps = self.live.take(entry)
        for record in itertools.chain.from_iterable((step.before, step.after) for step in steps):
            self.audiences |= view(record).keys() if record else set()
        assert self.layers.take(self.place, steps) <= self.audiences, "law 4: an audience heard what nothing grants it"
        for other in self.others:
            read = read_entry(pack(entry))
            assert other.is_next(read)
            other.take(read)

    def _once(self, at: Moment, wish: Wish, first: Verdict) -> None:
        """Law 3: a granted wish sent again changes nothing and gets its first answer, unless it asks no more.

        Door, clock and operator keep no receipts: what they wish changes nothing the second time by its nature, unless
        somebody walked in or out after the clock spoke, in the same batch; or there are more names to forget than go in
        one entry.
        """
        if wish.by in ACTORS:
            commits, _ = judge(self.tables, self.place.n + 1, at, [wish])
            facts = [fact for commit in commits for fact in commit.facts()]
            same = [isinstance(f, Put) and self.tables.get(type(f.record), f.record.id) == f.record for f in facts]
            moved = isinstance(wish.command, BringBack | SendHome) and self._only_who_moved(wish, facts)
            onward = isinstance(wish.command, Forget) and self._goes_on(facts)
            assert all(same) or moved or onward, f"law 3: {type(wish.command).__name__} changed something twice"
            return
        device = self.tables.get(Device, wish.ref.device)
        person = ACTORS.get(wish.by) or self.tables.get(Person, wish.by)
        if person is None:  # erased in the same batch, and nothing may remember them
            assert judge(self.tables, self.place.n + 1, at, [wish]) == ([], [Verdict(reason=Reason.GONE)])
            return
        forgotten = len(self.tables.where(Device, "person", wish.by)) == MOST_DEVICES
        assert device or forgotten, f"law 3: {wish.ref} was granted and left no receipt"
        if device is None or wish.ref.seq < device.low or person.removed:
            return
        commits, (again,) = judge(self.tables, self.place.n + 1, at, [wish])
        assert not commits, f"law 3: {wish.ref} was granted twice"
        assert again == first, f"law 3: {wish.ref} was answered {again}, at first {first}"

    def _goes_on(self, again: list[Change]) -> bool:
        """Whether these forget people, and others than the last batch did."""
        before = {fact.id for commit in self.commits for fact in commit.facts() if is_person_gone(fact)}
        now = {fact.id for fact in again if is_person_gone(fact)}
        return bool(now) and not now & before

    def _only_who_moved(self, wish: Wish, again: list[Change]) -> bool:
        """Whether a clock that says it again sends home only who came into a room after it spoke, in the same batch; or
        nobody, and finds that all are back because somebody walked on since."""
        spoke = max(at for at, commit in enumerate(self.commits) if bytes(commit.command) == pack_command(wish.command))
        since = [fact for commit in self.commits[spoke + 1 :] for fact in commit.facts()]
        came = {fact.record.id for fact in since if isinstance(fact, Put) and isinstance(fact.record, Seat)}
        left = {fact.id for fact in since if isinstance(fact, Drop) and fact.kind == Seat.__name__}
        sent = {fact.id for fact in again if isinstance(fact, Drop) and fact.kind == Seat.__name__}
        return sent <= came if sent else bool(came | left)
