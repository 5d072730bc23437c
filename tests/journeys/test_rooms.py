"""A round in rooms on real screens: people choose where they go, a full room becomes tables, help comes, all come back.

Forty people are there besides those before a window. Nobody is lost: not who comes late, not who reloads, and not who
was in the middle of a sentence when the round moved on.
"""

import asyncio
import re

from playwright.async_api import Browser, Locator, expect

from tests.journeys.conftest import Report
from tests.journeys.day import Day, everybody
from tests.journeys.house import House
from tests.journeys.people import Participant, Person
from tests.journeys.voters import hall_of
from tests.phone import Phone

PEOPLE = 40
ROOM, OTHER = "KunstPost", "Buurtmaaltijden"
DREAM = "Droomronde"
UNSENT = "Laat de kinderen de etalage"
MESSAGE = "Over tien minuten zien we elkaar weer."


async def test_a_round_in_rooms(browser: Browser, house: House, report: Report) -> None:
    async with hall_of(PEOPLE, house.base, house.code) as phones:
        day = await everybody(browser, house, report, phones)
        await they_are_in(day)
        await a_round_is_added(day)
        await people_find_a_room(day)
        await help_comes(day)
        await a_word_from_the_facilitator(day)
        await who_comes_late(day)
        await all_come_back(day)
    assert not day.shut_out, "\n".join(sorted(set(day.shut_out)))
    assert not [fault for person in day.screens for fault in person.watch.faults()]


async def they_are_in(day: Day) -> None:
    links = day.house.links
    await asyncio.gather(day.hall.opens(links["stage"]), day.anna.opens(links["facilitator 1"]))
    await day.bert.opens(links["facilitator 2"])
    await day.fatima.types_the_code(day.house.code)
    await day.kevin.opens(links["participants"])
    await day.kevin.page.get_by_role("link", name="English").click()
    await day.kevin.gives_name()
    await day.anna.starts()
    await day.fatima.is_at("Welkom op het plein")


async def a_round_is_added(day: Day) -> None:
    """The short programme has no dream round: a facilitator puts one in while the day goes on."""
    anna, page = day.anna, day.anna.page
    await anna.press(anna.button("Aanpassen"))
    await page.get_by_label("Soort ronde").select_option(label=DREAM)
    await page.get_by_label("Komt na").select_option(label="Welkom op het plein")
    await anna.press(anna.button(re.compile("^Voeg toe")))
    await anna.press(anna.button("Klaar"))
    await asyncio.gather(*(facilitator.goes_on(DREAM) for facilitator in (anna,)))
    await day.bert.is_at_round(DREAM)
    await asyncio.gather(day.fatima.is_at(DREAM), day.kevin.is_at("Dream round"), day.hall.is_at(DREAM))
    await day.look(day.fatima, day.kevin, day.anna, day.hall)


def door(person: Person, room: str) -> Locator:
    """The way into a room, on a participant's list."""
    return person.button(re.compile(f"^{room} .*({person.say('rooms-go-in')}|{person.say('rooms-going')})"))


async def goes_into(person: Participant, room: str) -> None:
    await person.press(door(person, room))
    await person.is_at(room)


async def walk(phone: Phone, room: str) -> None:
    assert "ok" in await phone.wish("MoveTo", room=room)


async def people_find_a_room(day: Day) -> None:
    fatima, kevin = day.fatima, day.kevin
    await goes_into(fatima, ROOM)
    await goes_into(kevin, ROOM)
    await expect(fatima.page.get_by_role("listitem").filter(has_text="Kevin")).to_have_count(1)
    await asyncio.gather(*(walk(phone, "kunstpost") for phone in day.phones[:14]))
    table = fatima.page.get_by_role("heading", name=re.compile("^Jouw tafel: "))
    await expect(table).to_be_visible()
    await fatima.press(fatima.button(fatima.say("rooms-be-host")))
    await expect(fatima.button(fatima.say("rooms-stop-host"))).to_be_visible()
    await day.look(fatima, kevin, day.anna)

    mine = await table.inner_text()
    await fatima.page.reload()
    await expect(table).to_have_text(mine)
    await expect(fatima.button(fatima.say("rooms-stop-host"))).to_be_visible()
    await asyncio.gather(*(walk(phone, "buurtmaaltijden") for phone in day.phones[14:20]))
    spread = day.anna.button("Verdeel wie nog in de hal is")
    await day.anna.press(spread)
    await day.anna.agrees("Ja, verdeel")
    for phone in day.phones:
        await phone.until(lambda phone=phone: any(row["id"] == phone.you["id"] for row in phone.rows("Seat").values()))


async def help_comes(day: Day) -> None:
    fatima, anna = day.fatima, day.anna
    await fatima.press(fatima.button(fatima.say("rooms-help")))
    await expect(fatima.page.get_by_text(fatima.say("rooms-help-coming")).first).to_be_visible()
    await day.look(anna)
    walk_in, more = anna.button(re.compile(f"^Ik ga erheen: {ROOM}")), anna.button(re.compile("^Toon [0-9]+ meer"))
    await expect(walk_in.or_(more).first).to_be_visible()
    if await more.is_visible():  # a call does not push away what somebody is busy with
        await anna.press(more)
    await anna.press(walk_in)
    await expect(fatima.page.get_by_role("listitem").filter(has_text="begeleider")).to_have_count(1)
    await expect(fatima.button(fatima.say("rooms-help"))).to_be_visible()


async def a_word_from_the_facilitator(day: Day) -> None:
    bert, page = day.bert, day.bert.page
    field = page.get_by_label("Je bericht")
    if not await field.is_visible():
        await bert.press(page.get_by_role("button", name=re.compile("^Berichten")))
    await field.fill(MESSAGE)
    await bert.press(bert.button("Stuur naar iedereen"))
    for person in (day.fatima, day.kevin):
        banner = person.page.get_by_role("region", name=person.say("rooms-messages"))
        await expect(banner).to_contain_text(MESSAGE)
        await person.press(banner.get_by_role("button"))
        await expect(banner).not_to_contain_text(MESSAGE)


async def who_comes_late(day: Day) -> None:
    noor = day.noor
    await noor.opens(day.house.links["participants"])
    await noor.gives_name()
    await noor.is_at(DREAM)
    await goes_into(noor, OTHER)
    await noor.press(noor.button(noor.say("rooms-back")).first)
    await noor.is_at(DREAM)
    await goes_into(noor, ROOM)


async def all_come_back(day: Day) -> None:
    """The next round calls everybody back; a half-written text stays, and can still be sent."""
    await day.fatima.begins("tip", UNSENT)
    await day.anna.goes_on("Beesd voor Elkaar")
    await asyncio.gather(day.kevin.is_at("Beesd voor Elkaar"), day.noor.is_at("Beesd voor Elkaar"))
    for phone in day.phones:
        await phone.until(lambda phone=phone: not phone.rows("Seat"))
    await expect(day.fatima.field("tip")).to_have_value(UNSENT)
    await day.fatima.sends("tip")
    await day.fatima.is_kept(UNSENT)
    await day.look(day.fatima)
