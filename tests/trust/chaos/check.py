"""Holding what everybody saw and heard against the journal, in one pass over it.

The journal is judged again from its first entry: every commit must be what the rules give, every snapshot what the
entries before it made, and every picture anybody ever had must be what `rooms/view.py` shows of the tables at that
place. Then each person's diary: what they were told was granted is there, once, at the entry they were told, after
everything they knew of when they wished it; and what was refused could not be granted.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

import msgspec

from rooms.agreements import Agreement
from rooms.ballot import Ballot, BallotState, CloseBallot, Prize, Vote
from rooms.erasing import Erased, erase_again, erased
from rooms.festival import AnyCommand, actor, decide
from rooms.keeping import end_again
from rooms.kernel import Change, Draft, Put, Record, Refused, Step, Tables
from rooms.listening import audiences
from rooms.order import put_out_again, revoke_again
from rooms.people import ACTORS, Link, Person, taken_back
from rooms.receipt import Device, parse_ref, receipt
from server.journal import Commit, Entry
from server.layers import ripples
from server.rehearsal.phone import entry_of, fingerprint
from tests.trust.chaos.chronicle import Leap
from tests.trust.chaos.diary import Diary, Shown
from tests.trust.chaos.passersby import LONG_AGO
from tests.trust.chaos.refusals import Past

_command = msgspec.msgpack.Decoder(AnyCommand)


class Unseen(NamedTuple):
    """Entries from `first` up to `end`, where a snapshot came before we read them; and the lows of its receipts."""

    first: int
    end: int
    lows: dict[str, int]


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
        self._kept: dict[int, list[Record]] = {}
        self._totals: defaultdict[str, int] = defaultdict(int)
        self._rows: dict[tuple[str, tuple[str, str]], int] = {}
        self.past = Past()
        self.done: Counter[str] = Counter()
        self._unseen: list[Unseen] = []

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
                self._kept[entry.n] = self.tables.records()
        for place, pictures in self._shown.items():
            if self._unwritten(entry_of(place)):
                self.verdict.counts["pictures of entries nobody wrote down"] += len(pictures)
            else:
                self.verdict.complain("picture of no history", f"{place}: {sorted(pictures)[:2]}")

    def _unwritten(self, n: int) -> bool:
        """Whether this entry was replaced by a snapshot before our chronicle read it."""
        return any(unseen.first <= n < unseen.end for unseen in self._unseen)

    def _leap(self, leap: Leap) -> None:
        """Only an operator's restore makes the journal go on from elsewhere, and it brings back what there was."""
        entry = leap.entry
        if leap.back_to == leap.stood.n and entry.snapshot is not None and entry.epoch == leap.stood.epoch:
            self.past.leap(leap, leap.stood.n)
            self._step_over(leap.stood.n, entry)
            return
        back_to = leap.back_to
        if self._put_back and entry.snapshot is not None and entry.epoch > leap.stood.epoch:
            back_to = self._put_back.pop(0)
            self._compare_restored(back_to, entry)
        else:
            self.verdict.complain("history left", f"from {leap.stood} back to {leap.back_to}, on at {entry.place}")
        self.past.leap(leap, back_to)
        self.undone.update({ref: n for ref, n in self.where.items() if n > back_to})
        self.where = {ref: n for ref, n in self.where.items() if n <= back_to}
        if entry.snapshot is not None:
            self._load(entry.snapshot.records)

    def _compare_restored(self, back_to: int, entry: Entry) -> None:
        self.verdict.counts["restores"] += 1
        assert entry.snapshot is not None
        if back_to not in self._kept:
            self.verdict.counts["restores not compared"] += 1
        elif packed(self._without(back_to, entry.snapshot.records)) != packed(entry.snapshot.records):
            self.verdict.complain("restored otherwise", f"entry {back_to}, at {entry.place}")
        holding = {row.id for row in entry.snapshot.records if isinstance(row, Agreement) and not row.ended}
        for agreement in self.tables.all(Agreement):
            if agreement.ended and agreement.id in holding:
                self.verdict.complain("taken back in vain", f"{agreement.what} of {agreement.person}, at {entry.place}")
        gone = {row.id for row in entry.snapshot.records if isinstance(row, Erased)}
        for one in self.tables.all(Erased):
            if one.id not in gone:
                self.verdict.complain("erased in vain", f"{one.id}, at {entry.place}")
        usable = {row.id for row in entry.snapshot.records if isinstance(row, Link) and not row.revoked}
        for link in taken_back(self.tables):
            if link.id in usable:
                self.verdict.complain("taken back in vain", f"{link.label}, at {entry.place}")
        let_in = {row.id for row in entry.snapshot.records if isinstance(row, Person) and not row.removed}
        for person in self.tables.all(Person):
            if person.removed and person.id in let_in:
                self.verdict.complain("put out in vain", f"{person.id}, at {entry.place}")

    def _without(self, n: int, restored: list[Record]) -> list[Record]:
        """The tables of entry `n`, without who was erased since, or known for long enough, and without what was agreed
        to and the links that were taken back since."""
        tables = Tables(self._kept[n])
        tables.apply(end_again(tables, Tables(restored)))
        tables.apply(erase_again(tables, [row for row in restored if isinstance(row, Erased)]))
        there = {row.id for row in restored if isinstance(row, Person)}
        for person in sorted(tables.all(Person), key=lambda one: one.id):
            if person.at == LONG_AGO and person.id not in there:
                tables.apply([*erased(tables, person, True, 0)])
        tables.apply(revoke_again(tables, [row for row in restored if isinstance(row, Link) and row.revoked]))
        tables.apply(put_out_again(tables, [row for row in restored if isinstance(row, Person)]))
        return tables.records()

    def _step_over(self, stood: int, entry: Entry) -> None:
        """A snapshot came before we had read what it replaced: believe it, and the receipts in it."""
        assert entry.snapshot is not None
        self.verdict.counts["entries nobody wrote down"] += entry.n - stood - 1
        self._load(entry.snapshot.records)
        devices = self.tables.all(Device)
        self._unseen.append(Unseen(stood + 1, entry.n, {device.id: device.low for device in devices}))
        for device in devices:
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
        row = self.tables.get(Prize, prize)
        ballot = self.tables.get(Ballot, row.ballot) if row else None
        return ballot is not None and ballot.state is BallotState.OPEN

    def _commit(self, entry: Entry, commit: Commit) -> None:
        self.verdict.counts["commits"] += 1
        if commit.ref in self.where:
            self.verdict.complain("doubled", f"{commit.ref} at {self.where[commit.ref]} and {entry.n}")
        self.where[commit.ref] = entry.n
        changes = commit.facts()
        if (ruled := self._ruled(entry.n, commit)) != changes:
            self.verdict.complain("not what the rules give", f"{commit.ref} at {entry.place}: {str(ruled)[:200]}")
        command = _command.decode(commit.command)
        self.past.note(entry.n, commit.by, command, commit.at)
        self.done[type(command).__name__] += 1
        for step in self.tables.apply(changes):
            for audience, (key, row) in ripples(step):
                self._totals[audience] -= self._rows.pop((audience, key), 0)
                if row is not None:
                    self._rows[audience, key] = fingerprint(bytes(row))
                    self._totals[audience] += self._rows[audience, key]

        if isinstance(command, CloseBallot):
            self._votes_are_gone(entry, command.ballot)

    def _votes_are_gone(self, entry: Entry, ballot: str) -> None:
        for prize in self.tables.where(Prize, "ballot", ballot):
            if self.tables.where(Vote, "prize", prize.id):
                self.verdict.complain("votes of a closed ballot kept", f"{prize.id} at {entry.place}")

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

    def listens(self, who: str, look: str, heard: list[str]) -> None:
        """At the end, a phone listens to what its person may hear, and to nothing else."""
        person = self.tables.get(Person, who)
        right = audiences(self.tables, person, look) if person else []
        if heard != right:
            self.verdict.complain("listens to other things", f"{who}, who looks at {look!r}: {heard}, not {right}")

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

    def _forgotten(self, device: str, seq: int, n: int) -> bool:
        """Whether this grant may be unknown to us: its entry was replaced by a snapshot before our chronicle read it,
        and its phone had told by then that it needs no receipt of it any more."""
        return any(one.first <= n < one.end and seq < one.lows.get(device, 0) for one in self._unseen)

    def person(self, diary: Diary) -> None:
        """One person's diary against the journal."""
        for seq, n in diary.granted.items():
            ref = f"{diary.device}.{seq}"
            there = self.where.get(ref, self.undone.get(ref))
            if there is None and self._forgotten(diary.device, seq, n):
                self.verdict.counts["granted but not written down"] += 1
            elif there is None:
                self.verdict.complain("lost", f"{ref}, granted at {n}")
            elif n not in (there, self.undone.get(ref)):
                self.verdict.complain("told elsewhere", f"{ref} is at {there}, told was {n}")
            elif n <= max(diary.sent[seq].after, diary.sent[seq].seen):
                self.verdict.complain("before what was known", f"{ref} at {n}")
        self._judge_answers(diary)
        for complaint in diary.complaints:
            self.verdict.complain("complaint", f"{diary.person}: {complaint}")
        self.verdict.counts["granted"] += len(diary.granted)
        self.verdict.counts["refused"] += len(diary.refused)

    def _judge_answers(self, diary: Diary) -> None:
        """What was refused could not be granted, and no answer goes against another."""
        for no in diary.refused.values():
            if self.past.unknown(no.sent, no.at):
                self.verdict.counts["refusals around a leap"] += 1
            elif wrong := self.past.wrong(diary.person, no):
                self.verdict.complain(wrong, f"{diary.person}: {self.past.told(no)}")
        for both in diary.contradicted:
            if not self.past.unknown(both.sent, both.at):
                self.verdict.complain("contradicted", both.what)
