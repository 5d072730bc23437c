"""The shortest day: one festival from the first link to the last download, on real screens, with a crash in the middle.

Nobody reloads a page because of a crash, nothing is said to be saved that is not, and nothing is lost or doubled.
"""

import asyncio
import json
import re
from pathlib import Path

from playwright.async_api import Browser, expect

from tests.journeys.conftest import Report
from tests.journeys.day import Day, everybody, on_all
from tests.journeys.house import House
from tests.journeys.moments import first_told, press_at_once
from tests.journeys.people import Organiser
from tests.journeys.storm import the_store_crashes, the_workers_crash
from tests.journeys.voters import hall_of

VOTERS = 12
FIRST, SECOND, THIRD = "Beesd voor Elkaar", "Omloop Middelland", "KunstPost"
TIP = "Vraag de huisarts of die meedoet, die kent iedereen."
BETTER = "Vraag de huisarts of die meedoet. Begin met een kop koffie."
TOP = "De BOS-bus: iedereen snapt meteen wat je ermee kunt."
CONTACT = "Ask Lies Jansen of the village council, she knows every farmer."
QUESTION = "How many people ride the bus each week?"
IMPACT = "Tel hoe vaak iemand voor het eerst weer buiten komt."


async def test_the_shortest_day(browser: Browser, house: House, report: Report, tmp_path: Path) -> None:
    async with hall_of(VOTERS, house.base, house.code) as phones:
        day = await everybody(browser, house, report, phones)
        await they_come_in(day)
        await the_first_pitch(day)
        await one_step_at_a_time(day)
        await a_half_written_text(day)
        await the_workers_crash(day)
        await the_store_crashes(day)
        await the_vote(day)
        await the_end(day)
        await the_harvest(day, browser, tmp_path)
        await coming_back(day)
    shut_out = sorted(set(day.shut_out))
    assert not shut_out, "\n".join(shut_out)
    assert not [fault for person in day.screens for fault in person.watch.faults()]


async def they_come_in(day: Day) -> None:
    house = day.house
    await asyncio.gather(
        day.hall.opens(house.links["stage"]),
        day.anna.opens(house.links["facilitator 1"]),
        day.bert.opens(house.links["facilitator 2"]),
    )
    await day.hall.is_at("Brein Festijn")
    assert "#" not in day.anna.page.url, "the secret leaves the address bar"

    day.fatima.taps = 0
    await day.fatima.types_the_code(await day.hall.code())
    await day.noor.opens(house.links["participants"])
    await day.look(day.noor)
    await day.noor.gives_name()
    await day.kevin.opens(house.links["participants"])
    await day.kevin.page.get_by_role("link", name="English").click()
    await day.kevin.gives_name()

    await day.look(day.anna, day.hall, day.fatima)
    await expect(day.hall.page.get_by_text(re.compile(r"^15\s+mensen zijn er al"))).to_be_visible()
    await day.anna.starts()
    await asyncio.gather(*(person.is_at("Welkom op het plein") for person in day.participants))
    await day.look(day.anna, day.hall, day.fatima, day.kevin)


async def the_first_pitch(day: Day) -> None:
    anna, bert, hall, fatima, kevin, noor = day.anna, day.bert, day.hall, day.fatima, day.kevin, day.noor
    await anna.goes_on(FIRST)
    await asyncio.gather(*(person.is_at(FIRST) for person in (*day.participants, hall)))
    clocks = await asyncio.gather(*(person.time_left() for person in day.screens))
    assert max(clocks) - min(clocks) <= 1, clocks

    await fatima.gives("tip", TIP)
    assert fatima.taps == 3, "in, Tip, Stuur tip; the fields were the code and the name"
    await fatima.is_kept(TIP)
    await noor.gives("top", TOP)
    await kevin.gives("contact", CONTACT)
    await kevin.gives("question", QUESTION)
    for text in (TIP, TOP, QUESTION):
        await on_all([*day.participants, anna, bert], text)
    await on_all([kevin, anna, bert], CONTACT)
    await noor.gives("impact", IMPACT)
    await on_all([fatima], IMPACT)  # what came after it is here, so the contact could have been
    await fatima.sees_no_more(CONTACT)
    await noor.sees_no_more(CONTACT)
    await day.look(anna, fatima, kevin)

    await fatima.improves(TIP, BETTER)
    await on_all([noor, kevin, anna], BETTER)
    await kevin.takes_back(QUESTION)
    await asyncio.gather(*(person.sees_no_more(QUESTION) for person in day.screens))

    await anna.does("Verberg", TOP)
    await fatima.sees_no_more(TOP)
    await expect(noor.note(TOP)).to_contain_text("Verborgen door een begeleider")
    await day.look(anna, noor)
    await bert.does("Toon weer", TOP)
    await on_all([fatima, noor], TOP)

    await expect(anna.note(CONTACT).get_by_role("button", name="Op het podium")).to_have_count(0)
    await anna.does("Op het podium", BETTER)
    await hall.sees(BETTER)
    assert "Fatima" not in await hall.page.locator("body").inner_text()
    await day.look(hall)
    for place in ("plans", "mine"):
        await fatima.goes_to(place)
        await day.look(fatima)
    await fatima.goes_to("now")


async def one_step_at_a_time(day: Day) -> None:
    anna, bert = day.anna, day.bert
    for person in (anna, bert):
        await person.asks(f"Volgende: {SECOND}", f"Iedereen gaat naar: Pitch {SECOND}, 5 minuten.")
    await day.look(anna)
    await press_at_once(anna.button("Ja, ga"), bert.button("Ja, ga"))
    await asyncio.gather(*(person.is_at_round(SECOND) for person in (anna, bert)))
    too_late = "Een collega was je net voor. Nu is: Pitch Omloop Middelland."
    late = await first_told(too_late, anna, bert)
    await day.look(late)
    await late.press(late.button("Begrepen"))
    await asyncio.gather(*(person.is_at(SECOND) for person in day.participants))

    before = await anna.time_left()
    await anna.gives_a_minute()
    await expect(day.hall.page.get_by_role("timer")).to_have_text(re.compile(r"^5:[345]"))
    assert await anna.time_left() > before + 45
    await bert.goes_back(FIRST)
    await asyncio.gather(*(person.is_at(FIRST) for person in day.participants))
    await on_all([day.fatima], BETTER)
    await anna.goes_on(SECOND)


async def a_half_written_text(day: Day) -> None:
    fatima, half = day.fatima, "Ruil ook gereedschap, want"
    await fatima.is_at(SECOND)
    await fatima.begins("tip", half)
    await fatima.page.reload()
    await expect(fatima.field("tip")).to_have_value(half)
    await day.anna.goes_on(THIRD)
    await expect(fatima.page.get_by_text(f"We zijn nu bij {THIRD}.", exact=True)).to_be_visible()
    await expect(fatima.field("tip")).to_have_value(half)
    await fatima.is_at(SECOND)
    await day.look(fatima)
    await fatima.press(fatima.button("Ga mee"))
    await fatima.is_at(THIRD)
    await expect(fatima.page.get_by_text(f"Je schreef iets voor {SECOND}.")).to_be_visible()
    await fatima.press(fatima.page.get_by_role("link", name="Maak het af"))
    await expect(fatima.field("tip")).to_have_value(half)
    await fatima.field("tip").press("End")
    await fatima.page.keyboard.insert_text(" dat koopt iedereen dubbel.")
    await fatima.sends("tip")
    await fatima.is_kept(half)
    await fatima.goes_to("now")


async def the_vote(day: Day) -> None:
    anna, bert, hall, fatima = day.anna, day.bert, day.hall, day.fatima
    await anna.jumps("Kies wie de prijs krijgt")
    await expect(hall.heading("De stemming begint zo.")).to_be_visible()
    await day.look(anna, hall, fatima)
    await bert.opens_the_ballot()
    await expect(hall.heading("Stem nu op je telefoon")).to_be_visible()

    await fatima.votes_for(FIRST)
    await day.kevin.votes_for(FIRST)
    await day.noor.votes_for("Buurtmaaltijden")
    choices = ["beesd-voor-elkaar", "kunstpost"]
    votes = [phone.wish("CastVote", prize="spreekuur", choice=choices[at % 2]) for at, phone in enumerate(day.phones)]
    assert all("ok" in answer for answer in await asyncio.gather(*votes))
    await fatima.votes_for(THIRD)  # changed her mind; now it is 7 against 7
    await expect(hall.page.get_by_text(re.compile(r"^15\s+mensen hebben gestemd"))).to_be_visible()
    await day.look(anna, hall, fatima, day.kevin)

    await anna.closes_the_ballot()
    await expect(bert.page.get_by_role("group", name=f"Gelijk aantal stemmen: {FIRST} en {THIRD}.")).to_be_visible()
    await expect(bert.button("Onthul op het podium")).to_have_count(0)
    await expect(hall.heading("De stemming is gesloten.")).to_be_visible()
    assert THIRD not in await hall.page.get_by_role("main").inner_text()
    await day.look(bert, hall, fatima)
    await bert.settles_on(THIRD)
    await anna.jumps("De prijs")
    await expect(hall.heading("De prijzen")).to_be_visible()
    await day.look(anna, hall, fatima)

    await anna.reveals()
    await expect(hall.page.get_by_role("main")).to_contain_text("De prijs gaat naar")
    await expect(hall.page.get_by_role("main")).to_contain_text(THIRD)
    await expect(hall.page.get_by_text("De begeleiders kozen.")).to_be_visible()
    await expect(hall.page.get_by_role("list", name="15 stemmen, per initiatief")).to_be_visible()
    await expect(fatima.page.get_by_role("listitem").filter(has_text="De prijs gaat naar")).to_contain_text(THIRD)
    await day.look(anna, hall, fatima, day.kevin)


async def the_end(day: Day) -> None:
    await day.bert.goes_on("Tot ziens")
    await expect(day.hall.heading("Dank je wel!")).to_be_visible()
    await asyncio.gather(*(person.is_at("Tot ziens") for person in day.participants))
    await expect(day.fatima.page).to_have_url(re.compile(r"\?late"))  # the page of a goodbye is fetched once more
    await day.look(day.bert, day.hall, day.fatima)


async def the_harvest(day: Day, browser: Browser, directory: Path) -> None:
    """The same facts in the browser and from the command line; nothing that was not for everybody."""
    await day.anna.does("Verberg", "Worker 1: Noor")
    desk = await Organiser.arrive(browser, day.house.base, "Organisatie", (1280, 800))
    await desk.opens(day.house.links["organiser"])
    await desk.is_at("Brein Festijn")
    await day.look(desk)
    report = (await desk.downloads("Opbrengst als Markdown")).decode()
    facts = await desk.downloads("Opbrengst als JSON")
    exported = await asyncio.to_thread(day.house.export, directory)
    assert exported["md"] == report.encode()
    assert json.loads(exported["json"]) == json.loads(facts)
    for text in ("Begin met een kop koffie", "een doos met krijt", "Kies wie de prijs krijgt", THIRD):
        assert text in report
        assert text in facts.decode()
    for secret in (CONTACT, QUESTION, "Worker 1: Noor", f"Stem {VOTERS}", "Lies"):
        assert secret not in facts.decode()
        assert secret not in report
    assert not desk.watch.faults()


async def coming_back(day: Day) -> None:
    fatima = day.fatima
    await fatima.opens(f"/{day.house.code}")
    await expect(fatima.page.get_by_text("Je was hier al.")).to_be_visible()
    await day.look(fatima)
    await fatima.press(fatima.page.get_by_role("link", name="Ga verder als Fatima"))
    await fatima.is_at("Tot ziens")
    await fatima.goes_to("mine")
    await fatima.sees(BETTER)
    await fatima.sees("een doos met krijt")
