"""Holding what everybody saw and heard against the journal, in one pass over it.

The journal is judged again from its first entry: every commit must be what the rules give, every snapshot what the
entries before it made, and every picture anybody ever had must be what `rooms/view.py` shows of the tables at that
place. Then each person's diary: what they were told was granted is there, once, at the entry they were told, after
everything they knew of when they wished it; and what was refused could not be granted.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass, field

import msgspec

from rooms.ballot import Ballot, BallotState, CloseBallot, OpenBallot, Vote
from rooms.festival import AnyCommand, actor, decide
from rooms.kernel import Change, Draft, Put, Record, Refused, Step, Tables
from rooms.people import ACTORS
from rooms.receipt import Device, parse_ref, receipt
from server.journal import Commit, Entry
from server.layers import ripples
from tests.lean import entry_of, fingerprint
from tests.trust.chaos.chronicle import Leap
from tests.trust.chaos.diary import Diary, No, Shown

AGREES_WITHIN = 60.0
"""Milliseconds that a phone's clock and the store's stamp of the same moment may differ: both are this machine's."""

_command = msgspec.msgpack.Decoder(AnyCommand)

EXPECTED = {
    "PostNote": {"bad_length"},
    "ImproveNote": {"gone", "changed_meanwhile"},
    "TakeBackNote": {"gone"},
    "CastVote": {"ballot_closed"},
    "Rename": set(),
    "HideNote": {"gone"},
    "ReleaseNote": {"gone", "not_allowed", "not_now"},
    "OpenRound": {"already_moved"},
    "ExtendRound": {"already_moved"},
    "OpenBallot": {"already_moved"},
    "CloseBallot": {"already_moved"},
}
"""What each wish of ours may honestly be refused for."""


@dataclass
class Verdict:
    """What was found: complaints, and what was looked at."""

    complaints: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def complain(self, kind: str, what: str) -> None:
        """Note something that must not be."""
        self.counts[kind] += 1
        if self.counts[kind] <= 5:
            self.complaints.append(f"{kind}: {what}")


def packed(records: list[Record]) -> bytes:
    """Tables as bytes, to be compared."""
    return msgspec.msgpack.encode(records)


class Check:
    """One pass over the journal, with everybody's evidence beside it."""

    def __init__(self, shown: Shown, put_back: list[int]) -> None:
        self.verdict = Verdict()
        self.tables = Tables()
        self.where: dict[str, int] = {}
        self.undone: dict[str, int] = {}
        self._shown = shown
        self._put_back = list(put_back)
        self._kept: dict[int, bytes] = {}
        self._totals: defaultdict[str, int] = defaultdict(int)
        self._rows: dict[tuple[str, tuple[str, str]], int] = {}
        self._moves: defaultdict[str, list[tuple[int, str, int]]] = defaultdict(list)
        self._leaps: list[int] = []
        self._unseen: list[tuple[int, int]] = []

    # -- the journal

    def read(self, told: list[Entry | Leap]) -> None:
        """Judge the whole journal."""
        for one in told:
            if isinstance(one, Leap):
                self._leap(one)
            else:
                self._entry(one)
            entry = one.entry if isinstance(one, Leap) else one
            self._pictures(entry)
            if entry.n in self._put_back:
                self._kept[entry.n] = packed(self.tables.records())
        for place, pictures in self._shown.items():
            if self._unwritten(entry_of(place)):
                self.verdict.counts["pictures of entries nobody wrote down"] += len(pictures)
            else:
                self.verdict.complain("picture of no history", f"{place}: {sorted(pictures)[:2]}")

    def _unwritten(self, n: int) -> bool:
        """Whether this entry was replaced by a snapshot before our chronicle read it."""
        return any(first <= n < end for first, end in self._unseen)

    def _leap(self, leap: Leap) -> None:
        """Only an operator's restore makes the journal go on from elsewhere, and it brings back what there was."""
        entry = leap.entry
        self._leaps.append(entry.n)
        if leap.back_to == leap.stood.n and entry.snapshot is not None and entry.epoch == leap.stood.epoch:
            self._step_over(leap.stood.n, entry)
            return
        back_to = leap.back_to
        if self._put_back and entry.snapshot is not None and entry.epoch > leap.stood.epoch:
            back_to = self._put_back.pop(0)
            self._compare_restored(back_to, entry)
        else:
            self.verdict.complain("history left", f"from {leap.stood} back to {leap.back_to}, on at {entry.place}")
        self.undone.update({ref: n for ref, n in self.where.items() if n > back_to})
        self.where = {ref: n for ref, n in self.where.items() if n <= back_to}
        if entry.snapshot is not None:
            self._load(entry.snapshot.records)

    def _compare_restored(self, back_to: int, entry: Entry) -> None:
        self.verdict.counts["restores"] += 1
        assert entry.snapshot is not None
        if back_to not in self._kept:
            self.verdict.counts["restores not compared"] += 1
        elif self._kept[back_to] != packed(entry.snapshot.records):
            self.verdict.complain("restored otherwise", f"entry {back_to}, at {entry.place}")

    def _step_over(self, stood: int, entry: Entry) -> None:
        """A snapshot came before we had read what it replaced: believe it, and the receipts in it."""
        assert entry.snapshot is not None
        self.verdict.counts["entries nobody wrote down"] += entry.n - stood - 1
        self._unseen.append((stood + 1, entry.n))
        self._load(entry.snapshot.records)
        for device in self.tables.all(Device):
            for seq, n in device.answers.items():
                self.where.setdefault(f"{device.id}.{seq}", n)

    def _entry(self, entry: Entry) -> None:
        self.verdict.counts["entries"] += 1
        if entry.snapshot is not None:
            self.verdict.counts["snapshots"] += 1
            if entry.n == 1:
                self._load(entry.snapshot.records)
            elif packed(entry.snapshot.records) != packed(self.tables.records()):
                self.verdict.complain("snapshot differs", str(entry.place))
                self._load(entry.snapshot.records)
            if any(isinstance(r, Vote) and not self._open(r.prize) for r in entry.snapshot.records):
                self.verdict.complain("votes of a closed ballot kept", str(entry.place))
        for commit in entry.commits:
            self._commit(entry, commit)

    def _open(self, prize: str) -> bool:
        ballot = self.tables.get(Ballot, prize.removeprefix("prize-"))
        return ballot is not None and ballot.state is BallotState.OPEN

    def _commit(self, entry: Entry, commit: Commit) -> None:
        self.verdict.counts["commits"] += 1
        if commit.ref in self.where:
            self.verdict.complain("doubled", f"{commit.ref} at {self.where[commit.ref]} and {entry.n}")
        self.where[commit.ref] = entry.n
        changes = commit.facts()
        if (ruled := self._ruled(entry.n, commit)) != changes:
            self.verdict.complain("not what the rules give", f"{commit.ref} at {entry.place}: {str(ruled)[:200]}")
        self._note_moves(entry.n, commit)
        for step in self.tables.apply(changes):
            for audience, (key, row) in ripples(step):
                self._totals[audience] -= self._rows.pop((audience, key), 0)
                if row is not None:
                    self._rows[audience, key] = fingerprint(bytes(row))
                    self._totals[audience] += self._rows[audience, key]

    def _ruled(self, n: int, commit: Commit) -> list[Change] | str:
        """What the rules give for this commit, with its receipt; or why they refuse it."""
        draft, seq = Draft(self.tables), int(commit.ref.rpartition(".")[2])
        try:
            by = actor(draft, commit.by)
            changes = [*decide(draft, _command.decode(commit.command), by, commit.at)]
            if by.id not in ACTORS:
                changes += receipt(draft, parse_ref(commit.ref, self._low(commit, seq)), by, n)
        except Refused as no:
            return f"refused: {no.reason}"
        return changes

    def _low(self, commit: Commit, seq: int) -> int:
        """The low-water mark its phone told, as its receipt has it."""
        lows = [c.record.low for c in commit.facts() if isinstance(c, Put) and isinstance(c.record, Device)]
        return min([*lows, seq])

    def _note_moves(self, n: int, commit: Commit) -> None:
        command = _command.decode(commit.command)
        if isinstance(command, OpenBallot | CloseBallot):
            self._moves[command.ballot].append((n, type(command).__name__, commit.at))

    def _load(self, records: list[Record]) -> None:
        self.tables = Tables(records)
        self._totals.clear()
        self._rows.clear()
        for record in records:
            for audience, (key, row) in ripples(Step(None, record)):
                assert row is not None
                self._rows[audience, key] = fingerprint(bytes(row))
                self._totals[audience] += self._rows[audience, key]

    # -- pictures

    def _pictures(self, entry: Entry) -> None:
        """Everything anybody saw at this place is what the view shows of it."""
        for (audience, total), who in self._shown.pop(str(entry.place), {}).items():
            self.verdict.counts["pictures"] += 1
            if total != self._totals[audience]:
                self.verdict.complain("another picture", f"{audience} at {entry.place}, seen by {who}")

    def last_pictures(self, who: str, stands: dict[str, tuple[str, int]]) -> None:
        """At the end, every layer of every phone is all there is."""
        for audience, (place, total) in stands.items():
            self.verdict.counts["last pictures"] += 1
            if total != self._totals[audience]:
                self.verdict.complain("incomplete at the end", f"{audience} of {who}, which stands at {place}")

    # -- people

    def people(self, diaries: list[Diary]) -> None:
        """Everybody's diary against the journal, and the journal against everybody's diary."""
        for diary in diaries:
            self.person(diary)
        by_device = {diary.device: diary for diary in diaries}
        for ref, n in self.where.items():
            device, _, seq = ref.rpartition(".")
            if device in by_device and int(seq) not in by_device[device].granted:
                self.verdict.complain("granted but never told", f"{ref} at {n}")

    def person(self, diary: Diary) -> None:
        """One person's diary against the journal."""
        for seq, n in diary.granted.items():
            ref = f"{diary.device}.{seq}"
            there = self.where.get(ref, self.undone.get(ref))
            if there is None and self._unwritten(n):
                self.verdict.counts["granted in entries nobody wrote down"] += 1
            elif there is None:
                self.verdict.complain("lost", f"{ref}, granted at {n}")
            elif there != n:
                self.verdict.complain("told elsewhere", f"{ref} is at {there}, told was {n}")
            elif n <= max(diary.sent[seq].after, diary.sent[seq].seen):
                self.verdict.complain("before what was known", f"{ref} at {n}")
        for no in diary.refused:
            self._refusal(diary, no)
        for complaint in diary.complaints:
            self.verdict.complain("complaint", f"{diary.person}: {complaint}")
        self.verdict.counts["granted"] += len(diary.granted)
        self.verdict.counts["refused"] += len(diary.refused)

    def _refusal(self, diary: Diary, no: No) -> None:
        kind = no.sent.command["type"]
        undone = self.verdict.counts["restores"] > 0
        if no.reason not in EXPECTED[kind] and not (undone and no.reason in {"gone", "id_in_use", "already_moved"}):
            self.verdict.complain("refused for nothing", f"{diary.person}: {kind} {no.reason}")
        elif kind == "PostNote" and no.sent.command["text"].strip():
            self.verdict.complain("refused for nothing", f"{diary.person}: a good note {no.reason}")
        elif kind == "CastVote":
            self._too_late(diary, no)

    def _too_late(self, diary: Diary, no: No) -> None:
        """A vote is refused only if its ballot was not open at some moment between what was seen and the answer."""
        moves = self._moves[no.sent.command["prize"].removeprefix("prize-")]
        before = bisect_left([n for n, _, _ in moves], no.sent.seen + 1)
        was_open = before > 0 and moves[before - 1][1] == "OpenBallot"
        later = [at for _, move, at in moves[before:] if move == "CloseBallot"]
        if any(n > no.sent.seen for n in self._leaps):
            return
        if was_open and not any(at <= no.at + AGREES_WITHIN for at in later):
            self.verdict.complain("refused before it was so", f"{diary.person}: {no.sent.command['prize']}")
