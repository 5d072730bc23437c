"""Counting the votes of the races again, apart from the rules, and holding the answers against that.

The store tells where its journal ends. From there each entry's `after` leads to the one before it, back to the first;
what a process tried to add and what is not on that path was never there. Then one pass over the path with the simplest
ballot box there is: the last vote of each person for each prize, until the ballot closes.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import msgspec

from rooms.ballot import LEAST_VOTES, Ballot, CastVote, CloseBallot, OpenBallot, Prize, Tally, Vote
from rooms.kernel import Record
from server.journal import Commit, Entry, Place, read_entry
from server.judging import unpack_command
from tests.trust.drills.races_worker import DEVICE, Told, messages
from tests.trust.drills.report import Report

EXPECTED = {"ballot_closed", "already", "already_moved"}


class _Mark(msgspec.Struct):
    n: int
    mark: str
    after: str


def history(tried: list[Path], ends: Place, begins: Place) -> Iterator[Entry]:
    """The entries after `begins` that lead to `ends`, first to last; none when the path has a hole."""
    marks = msgspec.msgpack.Decoder(_Mark)
    known: dict[tuple[int, str], tuple[str, int, int, int]] = {}
    for number, path in enumerate(tried):
        for at, packed in messages(path):
            told = marks.decode(packed)
            known[told.n, told.mark] = (told.after, number, at, len(packed))
    way = []
    n, mark = ends.n, ends.mark
    while (n, mark) != (begins.n, begins.mark):
        if (n, mark) not in known:
            return
        mark, number, at, size = known[n, mark]
        way.append((number, at, size))
        n -= 1
    sources = [path.open("rb") for path in tried]
    for number, at, size in reversed(way):
        sources[number].seek(at)
        yield read_entry(sources[number].read(size))
    for source in sources:
        source.close()


class Box:
    """The ballot box: what was granted, by ref, and the votes that stand, by prize and person."""

    def __init__(self, report: Report, first: list[Record]) -> None:
        self.report = report
        self.where: dict[str, tuple[int, int, msgspec.Raw]] = {}
        self.closed: dict[str, tuple[int, int]] = {}
        self.granted = self.counted = self.replaced = 0
        self._votes: defaultdict[str, dict[str, str]] = defaultdict(dict)
        self._tallies: dict[str, Tally] = {}
        self._open: set[str] = set()
        self._prizes: defaultdict[str, list[str]] = defaultdict(list)
        for record in first:
            if isinstance(record, Prize):
                self._prizes[record.ballot].append(record.id)
        self.ballot_of = {prize: ballot for ballot, prizes in self._prizes.items() for prize in prizes}

    def take(self, entry: Entry) -> None:
        """One more entry of the journal."""
        if entry.snapshot is not None:
            self.compare(entry.n, entry.snapshot.records)
        for index, commit in enumerate(entry.commits):
            first = self.where.setdefault(commit.ref, (entry.n, index, commit.command))
            self.report.expect(first[:2] == (entry.n, index), f"double: {commit.ref} is in {first[0]} and {entry.n}")
            self._take(entry.n, index, commit)

    def _take(self, n: int, index: int, commit: Commit) -> None:
        command = unpack_command(commit.command)
        if isinstance(command, CastVote):
            self.granted += 1
            ballot = self.ballot_of[command.prize]
            self.report.expect(ballot in self._open, f"entry {n}: {commit.ref} votes in {ballot}, which is not open")
            votes = self._votes[command.prize]
            self.replaced += commit.by in votes
            votes[commit.by] = command.choice
        elif isinstance(command, OpenBallot):
            self._open.add(command.ballot)
        elif isinstance(command, CloseBallot):
            self.report.expect(command.ballot not in self.closed, f"entry {n}: {command.ballot} closes twice")
            self.closed[command.ballot] = n, index
            self._close(n, command.ballot, commit)

    def _close(self, n: int, ballot: str, commit: Commit) -> None:
        """The rules counted this ballot: count it too."""
        self._open.discard(ballot)
        records = {(type(put).__name__, put.id): put for put in commit.changes if isinstance(put, Record)}
        dropped = {change for change in commit.changes if isinstance(change, tuple)}
        voters = {voter for prize in self._prizes[ballot] for voter in self._votes[prize]}
        told = records[Ballot.__name__, ballot].cast  # type: ignore[attr-defined]
        self.report.expect(told == len(voters), f"entry {n}: {ballot} says {told} voted, {len(voters)} did")
        for prize in self._prizes[ballot]:
            votes = self._votes.pop(prize, {})
            self.counted += len(votes)
            self._compare_tally(n, prize, votes, records.get((Tally.__name__, prize)))
            gone = {row for kind, row in dropped if kind == Vote.__name__ and row.startswith(f"{prize}/")}
            self.report.expect(gone == {f"{prize}/{voter}" for voter in votes}, f"entry {n}: votes of {prize} stay")

    def _compare_tally(self, n: int, prize: str, votes: dict[str, str], tally: Record | None) -> None:
        counts = dict(Counter(votes.values()))
        if len(votes) < LEAST_VOTES:
            self.report.expect(tally is None, f"entry {n}: {prize} has a tally of {len(votes)} votes")
            return
        fits = isinstance(tally, Tally) and tally.counts == counts and tally.cast == len(votes)
        self.report.expect(fits, f"entry {n}: the tally of {prize} is {tally}, but the votes are {counts}")
        if isinstance(tally, Tally):
            self._tallies[prize] = tally

    def compare(self, n: int, records: list[Record]) -> None:
        """These tables, of entry n, hold our votes and our tallies, and no others."""
        votes = {(r.prize, r.voter): r.choice for r in records if isinstance(r, Vote)}
        ours = {(prize, who): choice for prize, box in self._votes.items() for who, choice in box.items()}
        self.report.expect(votes == ours, f"entry {n}: the tables have other votes than were granted")
        tallies = {record.id: record for record in records if isinstance(record, Tally)}
        self.report.expect(tallies == self._tallies, f"entry {n}: the tables have other tallies than were counted")


class Answers:
    """What every phone was told, held against the box."""

    def __init__(self, box: Box) -> None:
        self.sorts: Counter[str] = Counter()
        self._box = box
        self._granted: set[str] = set()
        self._refused: set[str] = set()

    def read(self, files: list[Path]) -> None:
        """Check all answers in these files; the sorts are counted."""
        told = msgspec.msgpack.Decoder(Told)
        for path in files:
            for _, packed in messages(path):
                self._check(told.decode(packed))
        for ref in (self._refused - self._granted) & self._box.where.keys():
            self._box.report.complaints.append(f"counted but refused: {ref}")
        for ref in self._box.where.keys() - self._granted - self._refused:
            self._box.report.expect(DEVICE not in ref, f"counted but never answered: {ref}")

    def _check(self, answer: Told) -> None:
        command = unpack_command(answer.command)
        who = "" if isinstance(command, CastVote) else "facilitator: "
        self.sorts[who + (answer.reason or "granted")] += 1
        if answer.ok is None:
            self._refused.add(answer.ref)
            self._box.report.expect(answer.reason in EXPECTED, f"{answer.ref} was refused: {answer.reason}")
            return
        self._granted.add(answer.ref)
        n, index, kept = self._box.where.get(answer.ref, (0, 0, b""))
        right = n == answer.ok and bytes(kept) == bytes(answer.command)
        lost = f"acknowledged but uncounted: {answer.ref} was told {answer.ok}"
        self._box.report.expect(right, f"{lost}, and is in entry {n}")
        if isinstance(command, CastVote):
            closing = self._box.closed.get(self._box.ballot_of[command.prize], (0, 0))
            self._box.report.expect((n, index) < closing, f"{lost}, after its ballot had closed")
