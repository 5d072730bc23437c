"""Who is in the hall and who is gone, as the server alone knows it: over all processes, whatever a phone says."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from redis.asyncio import Redis

from rooms.breakout import SpreadHall
from rooms.kernel import Record
from rooms.people import Person, Role
from rooms.programme import Grouping, Programme, Round, RoundKind, RoundState
from rooms.seats import Seat
from server.embedded import Store
from server.eventfile import load
from server.hall import Hall
from tests.festijn import EVENT, IDENTITY, eventually, founded, inside
from tests.phone import Phone, connected

GRACE = 0.6
AWAY = Person(id="away-away-away-a", name="Away", role=Role.PARTICIPANT)
FEE = Person(id="fee-fee-fee-fee-", name="Fee", role=Role.FACILITATOR)


def in_dream_round() -> tuple[Record, ...]:
    """The first event, in a round at tables; somebody who isn't there sits in a room, and so does a facilitator."""
    dream = Round(
        id="at-tables",
        order=99,
        kind=RoundKind.DREAM,
        minutes=20,
        state=RoundState.OPEN,
        began=1,
        ends=2**45,
        grouping=Grouping.TABLES,
    )
    seats = [Seat(id=who.id, room="kunstpost", name=who.name, role=who.role, at=1) for who in (AWAY, FEE)]
    return (*load(EVENT), dream, Programme(id="programme", round=dream.id), AWAY, FEE, *seats)


class Two:
    """A festival at two processes: their halls, and who comes in."""

    def __init__(self, code: str, festival: str, bases: list[str], halls: list[Hall]) -> None:
        self.code, self.festival, self.bases, self.halls = code, festival, bases, halls

    async def guest(self, process: int) -> Phone:
        return await Phone.come_in(self.bases[process], self.code, "Guest")

    def facilitator(self) -> Phone:
        signed = IDENTITY._signer.dumps([self.festival, FEE.role, FEE.id])
        cookie = f"{IDENTITY.cookie_name(self.festival, FEE.role)}={signed}"
        return Phone(self.bases[0], self.code, FEE.role, cookie)

    def seats(self, process: int = 0) -> dict[str, str]:
        return {seat.id: seat.room for seat in self.halls[process].replica.tables.all(Seat)}


@asynccontextmanager
async def two(url: str, where: Path) -> AsyncIterator[Two]:
    """Both in this loop."""
    listed = await founded(url, in_dream_round())
    async with inside(url, where / "one") as one, inside(url, where / "two") as other:
        halls = [await server.app.venue.open(listed.id) for server in (one, other)]
        yield Two(listed.code, listed.id, [one.base, other.base], halls)


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who is away is soon taken for gone."""
    monkeypatch.setattr("server.absence.GRACE", GRACE)
    monkeypatch.setattr("server.absence.LOOK_EVERY", 0.1)


async def moved(phone: Phone, room: str) -> None:
    assert "ok" in await phone.wish("MoveTo", room=room)


@pytest.mark.usefixtures("hasty")
async def test_who_is_gone_leaves_their_seat_and_who_is_here_or_leads_the_day_keeps_theirs(
    store: Store, redis: Redis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.hall.PULSE", 0.1)
    monkeypatch.setattr("server.ambient.TRY_AGAIN", 0.1)
    async with two(store.url, tmp_path) as place:
        here, there = await place.guest(0), await place.guest(1)
        async with connected(here, there):
            await moved(here, "kunstpost")
            await moved(there, "kunstpost")
            await eventually(lambda: AWAY.id not in place.seats(0) and AWAY.id not in place.seats(1))
            left = place.halls[0].replica.now()
            await eventually(lambda: place.halls[0].replica.now() > left + 3 * GRACE * 1000)
            assert place.seats().keys() == {here.you["id"], there.you["id"], FEE.id}
        await eventually(lambda: place.seats(0).keys() == place.seats(1).keys() == {FEE.id})


@pytest.mark.usefixtures("hasty")
async def test_nobody_is_gone_while_the_store_is_away_nor_just_after(own_store: Store, tmp_path: Path) -> None:
    async with two(own_store.url, tmp_path) as place:
        (hall, _) = place.halls
        await eventually(lambda: AWAY.id in hall.absence._since)
        await own_store.kill()
        await eventually(lambda: not hall.replica.here)
        await eventually(lambda: not hall.absence._since)
        await own_store.start()
        await eventually(lambda: hall.replica.here)
        assert AWAY.id in place.seats()
        await eventually(lambda: AWAY.id not in place.seats())


async def test_the_hall_is_spread_by_who_is_here_whatever_a_phone_says(
    store: Store, redis: Redis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.absence.GRACE", 60.0)
    async with two(store.url, tmp_path) as place:
        guests = [await place.guest(at % 2) for at in range(7)]
        fee, absent = place.facilitator(), await place.guest(0)
        asked: list[Any] = [{"people": []}, {"people": [_proven(absent)]}]
        async with connected(fee, *guests):
            await moved(guests[0], "kunstpost")
            ids = {guest.you["id"] for guest in guests}
            await eventually(lambda: place.halls[0].presence.count() == len(ids))
            for fields in asked:
                assert "ok" in await fee.wish("SpreadHall", **fields)
            assert place.seats().keys() == {*ids, AWAY.id, FEE.id}
            rooms = [room for who, room in place.seats().items() if who in ids]
            assert place.seats()[guests[0].you["id"]] == "kunstpost"
            assert max(map(rooms.count, rooms)) <= 2


def _proven(phone: Phone) -> str:
    """Who this phone's cookie proves."""
    value = phone.cookie.partition("=")[2]
    return str(IDENTITY._signer.loads(value)[2])


async def test_those_in_the_hall_are_dealt_in_an_order_that_means_nothing(
    store: Store, redis: Redis, tmp_path: Path
) -> None:
    async with two(store.url, tmp_path) as place:
        (hall, _) = place.halls
        people = [Person(id=f"person-{at:09}", name="Guest", role=Role.PARTICIPANT) for at in range(40)]
        hall.replica.tables._rows["Person"].update({one.id: one for one in people})
        hall.presence.local(one.id for one in people)
        deals = {hall.filled_in(SpreadHall(people=("x",))) for _ in range(3)}
        assert len(deals) == 3
        for deal in deals:
            assert isinstance(deal, SpreadHall)
            assert sorted(deal.people) == [one.id for one in people]
