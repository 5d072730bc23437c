"""The register: a code finds its festival, and belongs to one festival only."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from redis.asyncio import Redis

from rooms.initiative import About
from server.embedded import Store
from server.founding import CodeTakenError
from server.journal import STORE_TROUBLE
from server.register import ALPHABET, Listed, Register, draw_code, tidy_code
from tests.festijn import founded

HERE = Listed("f1", "ABCDEF", "Here", "2021-12-15", 90, "nl")


@pytest_asyncio.fixture
async def register(store: Store, redis: Redis) -> AsyncIterator[Register]:
    """An empty register."""
    new = Register(store.url)
    yield new
    await new.close()


@pytest.mark.parametrize("typed", ["ABCDEF", "abcdef", " abc def ", "abc-def", "A.B.C.D.E.F"])
async def test_a_code_is_found_however_it_is_typed(register: Register, typed: str) -> None:
    await register.add(HERE)
    assert await register.find(typed) == HERE


@pytest.mark.parametrize("typed", ["", "ABCDEG", "*", "\ud800", "x" * 10_000])
async def test_a_code_that_is_none_finds_nothing(register: Register, typed: str) -> None:
    await register.add(HERE)
    assert await register.find(typed) is None


async def test_a_code_belongs_to_who_had_it_first(register: Register) -> None:
    assert await register.add(HERE)
    assert not await register.add(Listed("f2", "ABCDEF", "There", "", 90, "nl"))
    assert await register.find("ABCDEF") == HERE


async def test_all_festivals_are_told_by_date(register: Register) -> None:
    later = Listed("f2", "BBBBBB", "Later", "2022-01-01", 90, "en")
    for one in (later, HERE):
        await register.add(one)
    assert await register.all() == [HERE, later]


async def test_a_festival_with_a_taken_code_is_not_founded(store: Store, register: Register, redis: Redis) -> None:
    await founded(store.url, (About(id="about", title="One", code="ABCDEF"),))
    before = sorted(await redis.keys("*"))
    with pytest.raises(CodeTakenError, match="ABCDEF"):
        await founded(store.url, (About(id="about", title="Two", code="ABCDEF"),))
    assert sorted(await redis.keys("*")) == before


async def test_a_festival_without_a_code_gets_one(store: Store, register: Register) -> None:
    listed = await founded(store.url, (About(id="about", title="One", code=""),))
    assert await register.find(listed.code) == listed


async def test_after_trouble_with_the_store_it_asks_on(own_store: Store) -> None:
    register = Register(own_store.url)
    await register.add(HERE)
    await own_store.kill()
    with pytest.raises(STORE_TROUBLE):
        await register.find("ABCDEF")
    await own_store.start()
    assert await register.find("ABCDEF") == HERE
    await register.close()


def test_drawn_codes_have_no_signs_that_look_alike() -> None:
    drawn = {draw_code() for _ in range(500)}
    assert len(drawn) == 500
    assert all(len(code) == 6 and set(code) <= set(ALPHABET) and tidy_code(code) == code for code in drawn)
    assert not set("01OIL") & set(ALPHABET)
