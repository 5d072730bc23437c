"""Late in the day on real screens: a conversation gets its place, a promise is made, a goodbye is said.

Nobody reloads by hand: the screens of these rounds come by themselves, in both languages.
"""

import asyncio
import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from tests.festijn import WHOLE_DAY
from tests.journeys.conftest import Report
from tests.journeys.day import Day, everybody
from tests.journeys.house import House
from tests.phone import Phone, connected

OPEN_SPACE, HARVEST, GOODBYE = "Kies zelf je gesprek", "Wat nemen we mee?", "Tot ziens"


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def long_day(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    """A Festijn with the whole day."""
    house = House(tmp_path_factory.mktemp("house"), event=WHOLE_DAY)
    try:
        yield await house.start()
    finally:
        await house.close()


async def goes_to(day: Day, title: str) -> None:
    await day.anna.jumps(title)
    await asyncio.gather(*(person.is_at(title) for person in (day.fatima, day.kevin)))


async def test_the_rounds_late_in_the_day(browser: Browser, long_day: House, report: Report) -> None:
    guest = await Phone.come_in(long_day.base, long_day.code, "Sem")
    async with connected(guest):
        day = await everybody(browser, long_day, report, [guest])
        await day.hall.opens(long_day.links["stage"])
        await day.anna.opens(long_day.links["facilitator 1"])
        await day.fatima.types_the_code(long_day.code)
        await day.kevin.opens(long_day.links["participants"])
        await day.kevin.page.get_by_role("link", name="English").click()
        await day.kevin.gives_name()
        await day.anna.starts()
        await the_open_space(day, guest)
        await the_harvest(day)
        await the_goodbye(day)
    assert not day.shut_out, "\n".join(sorted(set(day.shut_out)))
    assert not [fault for person in (day.fatima, day.kevin, day.anna, day.hall) for fault in person.watch.faults()]


async def the_open_space(day: Day, guest: Phone) -> None:
    await goes_to(day, OPEN_SPACE)
    await expect(day.fatima.button(day.fatima.say("market-send"))).to_be_visible()
    await expect(day.kevin.button(day.kevin.say("market-send"))).to_be_visible()
    assert "ok" in await guest.wish("Propose", id="c" * 16, title="Samen een buurttuin beginnen")
    assert "ok" in await guest.wish("PlaceConversation", conversation="c" * 16, slot=1, place=1)
    for person in (day.fatima, day.kevin, day.hall):
        await expect(person.page.get_by_text("Samen een buurttuin beginnen").filter(visible=True).first).to_be_visible()
    await day.look(day.fatima, day.kevin, day.hall, day.anna)


async def the_harvest(day: Day) -> None:
    await goes_to(day, HARVEST)
    await expect(day.fatima.page.get_by_text(re.compile("Dit doe ik")).filter(visible=True).first).to_be_visible()
    await day.look(day.fatima, day.kevin, day.hall)


async def the_goodbye(day: Day) -> None:
    await goes_to(day, GOODBYE)
    await day.look(day.fatima, day.kevin, day.hall)
