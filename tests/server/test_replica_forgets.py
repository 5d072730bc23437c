"""After a ballot is closed no vote is left anywhere, neither in the journal nor in any file of the store."""

import asyncio
from typing import Any

from structlog.testing import capture_logs

from rooms.ballot import CastVote, CloseBallot, OpenBallot, Tally, Vote
from server.embedded import Store
from server.journal import NOWHERE
from tests.festijn import eventually
from tests.replica import FEE, STREAM, VOTERS, Process, post, process


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
            return (await one.replica.journal.purged()).n >= one.replica.place.n

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
            return (await one.replica.journal.purged()).n >= last

        await eventually(purged, within=3)


async def test_who_restarts_before_the_file_was_rewritten_has_it_rewritten(url: str) -> None:
    async with process(url) as one:
        one.replica.journal.rewrite = asyncio.Event().wait  # type: ignore[method-assign,assignment]
        await ballot(one, 1)
        await one.wish(CloseBallot(ballot="ballot-1"), by=FEE)
        await eventually(lambda: one.replica.tables.get(Tally, "prize-1"))
    async with process(url) as again:

        async def purged() -> bool:
            return (await again.replica.journal.purged()).n > 0

        await eventually(purged)


async def test_a_store_without_a_file_to_rewrite_is_never_said_to_be_clean(own: Store, connect: Any) -> None:
    await connect(own).config_set("appendonly", "no")
    async with process(own.url) as one:
        with capture_logs() as told:
            await ballot(one, 1)
            await one.wish(CloseBallot(ballot="ballot-1"), by=FEE)
            await eventually(lambda: any("left to its operator" in line["event"] for line in told))
        assert await one.replica.journal.purged() == NOWHERE
