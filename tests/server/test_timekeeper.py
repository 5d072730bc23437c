"""The clock: when a round's time is up it is said once, whoever keeps the time."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from redis.asyncio import Redis

from rooms import breakout
from rooms.festival import decide
from rooms.initiative import About, Initiative
from rooms.kernel import Put, Tables
from rooms.order import RemovePerson
from rooms.people import CLOCK, OPERATOR, Person, Rename, Role
from rooms.programme import (
    MINUTE,
    CloseRound,
    ExtendRound,
    Grouping,
    OpenRound,
    Programme,
    Round,
    RoundKind,
    RoundState,
)
from rooms.receipt import Ref
from rooms.seats import Room, Seat
from server.embedded import Store
from server.hall import Hall
from server.journal import Journal
from server.judging import Verdict, Wish
from tests.festijn import eventually, founded

FEE = Person(id="fee", name="Fee", role=Role.FACILITATOR)


async def begun(url: str, redis: Redis, *, left: int) -> str:
    """A festival in whose open round so many ms are left."""
    seconds, micros = await redis.time()
    ends = seconds * 1000 + micros // 1000 + left
    now = Round(id="now", order=1, kind=RoundKind.BREAK, minutes=1, state=RoundState.OPEN, began=ends - 1, ends=ends)
    then = Round(id="then", order=2, kind=RoundKind.BREAK, minutes=1)
    about = About(id="about", title="Here", code="")
    return (await founded(url, (about, now, then, Programme(id="programme", round="now"), FEE))).id


@asynccontextmanager
async def halls(url: str, festival: str, number: int) -> AsyncIterator[list[Hall]]:
    """The festival, open in so many processes."""
    every = [Hall(url, festival) for _ in range(number)]
    await asyncio.gather(*(hall.open() for hall in every))
    yield every
    await asyncio.gather(*(hall.close() for hall in every))


def state(hall: Hall, which: str = "now") -> RoundState:
    return hall.replica.tables.find(Round, which).state


async def closings(url: str, festival: str) -> int:
    """How often the journal says that time was up."""
    journal = Journal(url, festival)
    await journal.connect()
    entries = await journal.after(0)
    await journal.close()
    return sum(b"CloseRound" in bytes(commit.command) for entry in entries for commit in entry.commits)


async def test_time_is_up_once_over_all_processes(store: Store, redis: Redis) -> None:
    festival = await begun(store.url, redis, left=400)
    async with halls(store.url, festival, 3) as every:
        assert {state(hall) for hall in every} == {RoundState.OPEN}
        await eventually(lambda: {state(hall) for hall in every} == {RoundState.OVER})
        ends = every[0].replica.tables.find(Round, "now").ends
        assert every[0].replica.now() >= ends
        assert await closings(store.url, festival) == 1


async def test_time_that_went_up_while_nobody_was_there_is_up_at_once(store: Store, redis: Redis) -> None:
    festival = await begun(store.url, redis, left=-10_000)
    async with halls(store.url, festival, 1) as (hall,):
        await eventually(lambda: state(hall) is RoundState.OVER, within=2)


async def test_a_round_with_more_minutes_is_not_over(store: Store, redis: Redis) -> None:
    festival = await begun(store.url, redis, left=500)
    async with halls(store.url, festival, 1) as (hall,):
        await hall.wish(ExtendRound(round="now", minutes=1), FEE)
        ends = hall.replica.tables.find(Round, "now").ends
        assert ends > hall.replica.now() + MINUTE
        await eventually(lambda: hall.replica.now() > ends - MINUTE + 100)
        assert state(hall) is RoundState.OPEN


async def test_the_next_round_has_a_time_of_its_own(store: Store, redis: Redis) -> None:
    festival = await begun(store.url, redis, left=300)
    async with halls(store.url, festival, 1) as (hall,):
        await eventually(lambda: state(hall) is RoundState.OVER)
        assert (await hall.wish(OpenRound(round="then", after="now"), FEE)).ok
        assert state(hall, "then") is RoundState.OPEN
        assert state(hall) is RoundState.DONE


@pytest.mark.parametrize("who", [FEE, OPERATOR])
async def test_only_the_clock_says_that_time_is_up(store: Store, redis: Redis, who: Person) -> None:
    festival = await begun(store.url, redis, left=-1)
    async with halls(store.url, festival, 1) as (hall,):
        assert (await hall.wish(CloseRound(round="now"), who)).reason == "not_allowed"


def in_rooms(*seats: Seat) -> Tables:
    """A round at tables whose minute of grace was over at 100 s; one room has its people until later."""
    now = Round(
        id="now",
        order=1,
        kind=RoundKind.DREAM,
        minutes=1,
        state=RoundState.OVER,
        ends=100_000 - breakout.WRAP_UP,
        grouping=Grouping.TABLES,
    )
    longer = Room(id="longer", ends=200_000 - breakout.WRAP_UP)
    rooms = [Initiative(id=name, order=1, name=name, place="", what="") for name in ("usual", "longer")]
    return Tables([now, longer, *rooms, Programme(id="programme", round="now"), *seats])


def seat(who: str, room: str, at: int) -> Seat:
    return Seat(id=who, room=room, name=who, role=Role.PARTICIPANT, at=at)


def test_who_walks_into_a_room_after_its_people_were_brought_back_may_stay_there() -> None:
    tables = in_rooms(seat("early", "usual", 1), seat("with-time", "longer", 1))
    back = breakout.BringBack(round="now")
    assert breakout.due(tables) == (100_000, back)
    tables.apply(decide(tables, back, CLOCK, 100_000))
    assert [one.id for one in tables.all(Seat)] == ["with-time"]
    tables.apply([Put(seat("late", "usual", 110_000))])
    assert breakout.due(tables) == (200_000, back)
    tables.apply(decide(tables, back, CLOCK, 200_000))
    assert [one.id for one in tables.all(Seat)] == ["late"]
    assert tables.find(Round, "now").back
    assert breakout.due(tables) is None


async def test_what_was_granted_is_told_again_also_to_who_was_put_out_since(store: Store, redis: Redis) -> None:
    festival = await begun(store.url, redis, left=60_000)
    async with halls(store.url, festival, 1) as (hall,):
        ann = (await hall.admit("Ann"))[0]
        told: list[Verdict] = []
        ref = Ref("d" * 16, 1, 1)
        for _ in range(2):
            hall.replica.submit(Wish(Rename(name="Anna"), ref, ann, 0, told.append))
            await eventually(lambda: bool(told))
            assert (await hall.wish(RemovePerson(person=ann, removed=True), FEE)).ok
        await eventually(lambda: len(told) == 2)
        assert told[0].ok and told[1] == told[0]
