"""A replica among others: what was promised stays, once, and all see the same."""

import asyncio
from typing import Any

import pytest
from redis.asyncio import Redis

from rooms.ballot import Ballot, BallotState, CastVote, CloseBallot, OpenBallot
from rooms.board import TakeBackNote
from rooms.kernel import Reason
from rooms.receipt import Ref
from server.judging import Verdict, Wish
from server.replica import BATCH
from tests.festijn import eventually
from tests.replica import ANNA, FEE, PHONE, STREAM, VOTERS, post, process, same


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
        answers = [one.hand_in(post(n), (ANNA, FEE)[n % 2], Ref(f"phone-{n:010}", 1, 1)) for n in range(BATCH + 1)]
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
