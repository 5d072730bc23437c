"""A replica: whatever happens to the store or to others, what was promised stays, once, and all see the same."""

import asyncio
import secrets
import shutil
import signal
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import msgspec
import pytest
from redis.asyncio import Redis
from structlog.testing import capture_logs

from rooms.ballot import Ballot, BallotState, CastVote, CloseBallot, OpenBallot, Prize, Tally, Vote
from rooms.board import Board, Note, NoteKind, PostNote, TakeBackNote
from rooms.initiative import About, Initiative
from rooms.kernel import Command, Reason, Step, Tables
from rooms.people import Person, Role
from rooms.receipt import Ref
from server.embedded import Store
from server.ending import call_off
from server.journal import NOWHERE, SCHEMA, Entry, Journal, Place, Snapshot, keys_of, new_mark
from server.judging import Verdict, Wish
from server.replica import BATCH, Replica
from tests.festijn import eventually

FESTIVAL = "here"
STREAM, PLACE = keys_of(FESTIVAL)
ANNA, FEE = "person-anna", "person-fee"
VOTERS = [f"person-{number}" for number in range(6)]
PHONE = "p" * 16
FIRST = Place(1, 1, "first")
RECORDS = [
    About(id="about", title="Here", code="ABCDEF"),
    Initiative(id="kunstpost", order=1, name="Kunstpost", place="Rotterdam", what="Art"),
    Board(id="kunstpost"),
    *(Ballot(id=f"ballot-{n}") for n in (1, 2)),
    *(Prize(id=f"prize-{n}", ballot=f"ballot-{n}", order=1, title="A prize", giver="A friend") for n in (1, 2)),
    *(Person(id=one, name=one, role=Role.PARTICIPANT) for one in (ANNA, *VOTERS)),
    Person(id=FEE, name="Fee", role=Role.FACILITATOR),
]


class Process:
    """One server process' replica, and what it told."""

    def __init__(self, url: str) -> None:
        self.replica = Replica(Journal(url, FESTIVAL), self)
        self.histories: list[bool] = []
        self.store: list[bool] = []
        self.steps: list[Step] = []
        self.spoken = 0
        self.phone = secrets.token_urlsafe(12)

    def took(self, steps: list[Step]) -> None:
        self.steps += steps

    def replaced(self, other_history: bool) -> None:
        self.histories.append(other_history)
        self.steps.clear()

    def forgot(self) -> None:
        self.steps.clear()

    def store_is(self, here: bool) -> None:
        self.store.append(here)

    def hand_in(self, command: Command, by: str = ANNA, ref: Ref | None = None) -> "asyncio.Future[Verdict]":
        """Submit a wish; its answer comes later."""
        self.spoken += 1
        answer: asyncio.Future[Verdict] = asyncio.get_running_loop().create_future()
        self.replica.submit(Wish(command, ref or Ref(self.phone + by, self.spoken, 1), by, 0, answer.set_result))
        return answer

    async def wish(self, command: Command, by: str = ANNA, ref: Ref | None = None) -> Verdict:
        """Submit a wish and wait for its answer."""
        async with asyncio.timeout(10):
            return await self.hand_in(command, by, ref)

    def notes(self) -> list[str]:
        return sorted(note.id for note in self.replica.tables.all(Note))

    def all(self) -> bytes:
        """All records, as bytes."""
        return msgspec.msgpack.encode(self.replica.tables.records())


@asynccontextmanager
async def process(url: str) -> AsyncIterator[Process]:
    """A process that has loaded the festival."""
    one = Process(url)
    life = asyncio.create_task(one.replica.run())
    try:
        async with asyncio.timeout(10):
            await one.replica.ready.wait()
        yield one
    finally:
        await call_off(life)


async def begin(url: str, tables: Tables | None = None, place: Place = FIRST) -> None:
    """A journal that begins with a snapshot of these tables, at this place."""
    journal = Journal(url, FESTIVAL)
    await journal.connect()
    snapshot = Snapshot((tables or Tables(RECORDS)).records(), {})
    assert await journal.append(NOWHERE, Entry(place.n, place.epoch, place.mark, "", snapshot=snapshot)) is None
    await journal.close()


def post(number: int) -> PostNote:
    """A tip with an id that tells its number."""
    return PostNote(id=f"note-{number:011}", board="kunstpost", kind=NoteKind.TIP, text=f"Tip {number}")


async def same(*processes: Process) -> None:
    """Wait until all stand at one place, and find their tables equal."""
    await eventually(lambda: len({one.replica.place for one in processes}) == 1)
    assert len({one.all() for one in processes}) == 1


@pytest.fixture
async def url(store: Store, redis: Redis) -> str:
    """The address of the shared store, with a festival that just began."""
    await begin(store.url)
    return store.url


@pytest.fixture
async def own(own_store: Store) -> Store:
    """A store to hurt, with a festival that just began."""
    await begin(own_store.url)
    return own_store


# -- together


async def test_what_one_grants_the_other_has_too(url: str) -> None:
    async with process(url) as one, process(url) as other:
        assert (await one.wish(post(1))).ok == 2
        assert (await other.wish(post(2))).ok == 3
        await same(one, other)
        assert one.notes() == [post(1).id, post(2).id]


async def test_two_that_write_at_full_speed_make_one_history(url: str) -> None:
    async with process(url) as one, process(url) as other:
        answers = [who.hand_in(post(n), by=VOTERS[n % 2]) for n in range(200) for who in [(one, other)[n % 2]]]
        assert all(verdict.ok for verdict in await asyncio.gather(*answers))
        await same(one, other)
        assert len(one.notes()) == 200


async def test_a_newcomer_reads_to_the_same_tables_as_who_was_there_all_along(url: str) -> None:
    async with process(url) as one:
        for number in range(5):
            await one.wish(post(number))
        await one.wish(TakeBackNote(note=post(3).id))
        async with process(url) as late:
            await same(one, late)


async def test_wishes_that_come_together_are_one_entry(url: str, redis: Redis) -> None:
    async with process(url) as one:
        verdicts = await asyncio.gather(*(one.hand_in(post(number)) for number in range(50)))
        assert {verdict.ok for verdict in verdicts} == {2}
        assert await redis.xlen(STREAM) == 2


async def test_a_batch_has_a_limit(url: str) -> None:
    async with process(url) as one:
        answers = [one.hand_in(post(n), ref=Ref(f"phone-{n:010}", 1, 1)) for n in range(BATCH + 1)]
        verdicts = await asyncio.gather(*answers)
        assert [verdict.ok for verdict in verdicts] == [2] * BATCH + [3]


async def test_who_is_behind_reads_before_judging(url: str) -> None:
    async with process(url) as one, process(url) as behind:
        behind.replica.journal.news = lambda n, wait: asyncio.Event().wait()  # type: ignore[assignment,method-assign]
        await one.wish(OpenBallot(ballot="ballot-1"), by=FEE)
        await eventually(lambda: behind.replica.place.n == 2)
        seen = (await one.wish(CloseBallot(ballot="ballot-1"), by=FEE)).ok
        assert seen is not None
        answer: asyncio.Future[Verdict] = asyncio.get_running_loop().create_future()
        vote = CastVote(prize="prize-1", choice="kunstpost")
        behind.replica.submit(Wish(vote, Ref(PHONE, 1, 1), ANNA, seen, answer.set_result))
        assert (await answer).reason is Reason.BALLOT_CLOSED


# -- once


async def test_a_repeated_ref_gets_its_first_answer_on_any_process(url: str) -> None:
    ref = Ref(PHONE, 1, 1)
    async with process(url) as one, process(url) as other:
        first = await one.wish(post(1), ref=ref)
        await one.wish(post(2))
        await eventually(lambda: other.notes() == one.notes())
        assert await other.wish(post(1), ref=ref) == first
        assert len(one.notes()) == 2


async def test_a_repeated_ref_gets_its_first_answer_after_compaction_and_restart(
    url: str, redis: Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.replica.COMPACT_AFTER", 2)
    ref = Ref(PHONE, 1, 1)
    async with process(url) as one:
        first = await one.wish(post(1), ref=ref)
        await one.wish(post(2))
        await eventually(lambda: one.replica.place.n == 4)
        assert await redis.xlen(STREAM) == 1
    async with process(url) as again:
        assert await again.wish(post(1), ref=ref) == first
        assert len(again.notes()) == 2


async def test_a_wish_that_is_sent_again_while_it_waits_is_granted_once_and_answered_on_the_newest_line(
    url: str, redis: Redis
) -> None:
    ref = Ref(PHONE, 1, 1)
    async with process(url) as one:
        old, new = one.hand_in(post(1), ref=ref), one.hand_in(post(1), ref=ref)
        assert (await new).ok == 2
        assert not old.done()
        assert await redis.xlen(STREAM) == 2


async def test_an_answer_of_the_store_that_got_lost_costs_nothing(url: str, redis: Redis) -> None:
    async with process(url) as one:
        append = one.replica.journal.append

        async def deaf_once(*given: Any) -> None:
            one.replica.journal.append = append  # type: ignore[method-assign]
            assert await append(*given) is None
            raise TimeoutError

        one.replica.journal.append = deaf_once  # type: ignore[method-assign,assignment]
        verdicts = await asyncio.gather(*(one.hand_in(post(number)) for number in range(3)))
        assert {verdict.ok for verdict in verdicts} == {2}
        assert await redis.xlen(STREAM) == 2


async def test_nobody_hears_granted_or_refused_before_their_batch_is_in_the_journal(url: str) -> None:
    async with process(url) as one:
        append, may_go, asked = one.replica.journal.append, asyncio.Event(), asyncio.Event()

        async def held(*given: Any) -> Any:
            asked.set()
            await may_go.wait()
            return await append(*given)

        one.replica.journal.append = held  # type: ignore[method-assign]
        granted = one.hand_in(OpenBallot(ballot="ballot-1"), by=FEE)
        refused = one.hand_in(OpenBallot(ballot="ballot-1"), by=FEE)
        await asked.wait()
        assert not granted.done()
        assert not refused.done()
        assert one.replica.tables.find(Ballot, "ballot-1").state is BallotState.PLANNED
        may_go.set()
        assert (await granted).ok == 2
        assert (await refused).reason is Reason.ALREADY_MOVED


async def test_a_refusal_leaves_no_trace_in_the_journal(url: str, redis: Redis) -> None:
    async with process(url) as one:
        assert (await one.wish(TakeBackNote(note="nothing"))).reason is Reason.GONE
        assert await redis.xlen(STREAM) == 1


# -- the store is away


async def test_a_store_that_hangs_is_told_within_two_seconds_and_wishes_wait_for_it(own: Store) -> None:
    async with process(own.url) as one:
        assert own.process is not None
        assert one.store == [True]
        own.process.send_signal(signal.SIGSTOP)
        began = time.monotonic()
        await eventually(lambda: one.store == [True, False])
        assert time.monotonic() - began < 2
        answer = one.hand_in(post(1))
        assert not answer.done()
        own.process.send_signal(signal.SIGCONT)
        async with asyncio.timeout(10):
            assert (await answer).ok == 2
        assert one.store == [True, False, True]
        assert one.histories == [False]


async def test_a_store_that_crashed_comes_back_and_nothing_is_lost(own: Store) -> None:
    async with process(own.url) as one, process(own.url) as other:
        granted = await asyncio.gather(*(one.hand_in(post(number)) for number in range(10)))
        await own.kill()
        waiting = [other.hand_in(post(number)) for number in range(10, 20)]
        await eventually(lambda: one.store[-1] is False)
        await own.start()
        async with asyncio.timeout(10):
            assert all(verdict.ok for verdict in [*granted, *await asyncio.gather(*waiting)])
        await same(one, other)
        assert len(one.notes()) == 20
        assert one.histories == other.histories == [False]


async def cut_back(store: Store, after: Callable[[], Awaitable[object]]) -> None:
    """Let the store lose all that `after` writes, as a disk that lied would."""
    data, kept = store.data_dir / "store", store.data_dir / "kept"
    shutil.copytree(data, kept)
    await after()
    await store.kill()
    shutil.rmtree(data)
    kept.rename(data)
    await store.start()


async def test_a_store_that_lost_its_last_entries_is_healed_at_our_own_place(own: Store, connect: Any) -> None:
    async with process(own.url) as one, process(own.url) as other:
        await one.wish(post(1))

        async def more() -> None:
            await one.wish(post(2))
            await other.wish(post(3))
            await same(one, other)

        await cut_back(own, more)
        here = one.replica.place
        await eventually(lambda: one.store == other.store == [True, False, True])
        assert here == one.replica.place == other.replica.place
        assert await one.replica.journal.place() == here
        assert [key for key, _ in await connect(own).xrange(STREAM)] == [b"%d-0" % here.n]
        assert (await other.wish(post(4))).ok == here.n + 1
        async with process(own.url) as fresh:
            await same(one, other, fresh)
            assert len(fresh.notes()) == 4
        assert one.histories == other.histories == [False]


async def test_who_was_behind_the_lost_entries_follows_who_heals_them(own: Store) -> None:
    behind = Process(own.url)
    async with process(own.url) as ahead:
        await ahead.wish(post(1))
        life = asyncio.create_task(behind.replica.run())
        await eventually(lambda: behind.replica.place == ahead.replica.place)
        await call_off(life)
        await cut_back(own, lambda: ahead.wish(post(2)))
        await eventually(lambda: ahead.store == [True, False, True])
        life = asyncio.create_task(behind.replica.run())
        await same(ahead, behind)
        assert len(behind.notes()) == 2
        assert behind.histories == [False, False]
        await call_off(life)


# -- another history


@pytest.mark.parametrize("n", [2, 50])
async def test_another_history_is_adopted_told_and_what_only_we_hold_is_handed_in_again_once(
    url: str, redis: Redis, n: int
) -> None:
    async with process(url) as one, process(url) as other:
        await one.wish(post(1))
        before = Tables(one.replica.tables.records())
        await one.wish(post(2))
        await other.wish(post(3))
        await same(one, other)
        await redis.flushall()
        await begin(url, before, Place(1, n, "other"))
        await eventually(lambda: one.histories == other.histories == [False, True])
        await eventually(lambda: len(one.notes()) == 3)
        await same(one, other)
        assert one.notes() == [post(1).id, post(2).id, post(3).id]
        assert len([True for step in one.steps if isinstance(step.after, Note)]) == 2


async def test_an_emptied_store_is_never_healed(url: str, redis: Redis) -> None:
    with capture_logs() as logs:
        async with process(url) as one:
            await one.wish(post(1))
            await redis.flushall()
            answer = one.hand_in(post(2))
            await eventually(lambda: len([row for row in logs if "restore a back-up" in row.get("fault", "")]) >= 2)
            assert one.store == [True, False]
            assert not answer.done()
            assert await redis.keys("*") == []
            assert one.notes() == [post(1).id]


async def test_a_restored_back_up_of_a_new_epoch_stands_and_what_waited_is_dropped(own: Store, tmp_path: Path) -> None:
    async with process(own.url) as one:
        await one.wish(post(1))
        await own.kill()
        waiting = one.hand_in(post(2))
        restored = Store(tmp_path / "restored")
        restored.data_dir.mkdir()
        await restored.start()
        await begin(restored.url, place=Place(2, 1, "restored"))
        await restored.close()
        shutil.rmtree(own.data_dir / "store")
        (restored.data_dir / "store").rename(own.data_dir / "store")
        await own.start()
        await eventually(lambda: one.replica.place.epoch == 2 and one.store[-1])
        assert one.histories == [False, True]
        assert (await one.wish(post(3))).ok == 2
        assert one.notes() == [post(3).id]
        assert not waiting.done()


async def test_a_journal_of_a_newer_version_is_not_followed(url: str, redis: Redis) -> None:
    with capture_logs() as logs:
        async with process(url) as one:
            newer = Entry(2, 1, new_mark(), one.replica.place.mark, schema=SCHEMA + 1)
            assert await one.replica.journal.append(one.replica.place, newer) is None
            await eventually(lambda: one.store == [True, False])
            assert one.replica.place.n == 1
    assert f"schema {SCHEMA + 1}" in logs[0]["fault"]


# -- forgetting


async def ballot(one: Process, number: int) -> None:
    """Open a ballot and have six people vote."""
    await one.wish(OpenBallot(ballot=f"ballot-{number}"), by=FEE)
    vote = CastVote(prize=f"prize-{number}", choice="kunstpost")
    assert all(verdict.ok for verdict in await asyncio.gather(*(one.hand_in(vote, by=who) for who in VOTERS)))


def in_files(store: Store, words: bytes) -> bool:
    """Whether these words are anywhere in the store's files."""
    return any(words in file.read_bytes() for file in (store.data_dir / "store").rglob("*") if file.is_file())


async def test_after_closing_a_ballot_no_vote_is_left_in_journal_or_file(own: Store, connect: Any) -> None:
    redis = connect(own)
    await redis.config_set("rdbcompression", "no")
    async with process(own.url) as one:
        await one.wish(post(1))
        await ballot(one, 1)
        ids = [vote.id.encode() for vote in one.replica.tables.all(Vote)]
        assert len(ids) == 6
        assert all(in_files(own, row) for row in ids)
        closed = await one.wish(CloseBallot(ballot="ballot-1"), by=FEE)
        assert closed.ok is not None
        await eventually(lambda: one.replica.place.n == (closed.ok or 0) + 1)
        entries = await redis.xrange(STREAM)
        assert len(entries) == 1
        assert not any(row in fields[b"e"] for _, fields in entries for row in ids)
        assert one.replica.tables.find(Tally, "prize-1").cast == 6

        async def purged() -> bool:
            return await one.replica.journal.purged() >= one.replica.place.n

        await eventually(purged)
        assert in_files(own, post(1).id.encode())
        assert not any(in_files(own, row) for row in ids)
        assert not in_files(own, b"CastVote")


async def test_a_ballot_closed_while_the_file_is_rewritten_is_purged_as_well(url: str) -> None:
    async with process(url) as one:
        rewritten, may_go = one.replica.journal.rewritten, asyncio.Event()

        async def held() -> bool:
            await may_go.wait()
            return await rewritten()

        one.replica.journal.rewritten = held  # type: ignore[method-assign]
        for number in (1, 2):
            await ballot(one, number)
            await one.wish(CloseBallot(ballot=f"ballot-{number}"), by=FEE)
        await eventually(lambda: one.replica.tables.get(Tally, "prize-2"))
        last = one.replica.place.n
        may_go.set()

        async def purged() -> bool:
            return await one.replica.journal.purged() >= last

        await eventually(purged, within=3)


async def test_who_restarts_before_the_file_was_rewritten_has_it_rewritten(url: str) -> None:
    async with process(url) as one:
        one.replica.journal.rewrite = asyncio.Event().wait  # type: ignore[method-assign,assignment]
        await ballot(one, 1)
        await one.wish(CloseBallot(ballot="ballot-1"), by=FEE)
        await eventually(lambda: one.replica.tables.get(Tally, "prize-1"))
    async with process(url) as again:

        async def purged() -> bool:
            return await again.replica.journal.purged() > 0

        await eventually(purged)
