"""The whole day, last part: promises, votes, prizes, and goodbye."""

import asyncio
import re
from functools import partial

from playwright.async_api import Browser, Locator, expect

from tests.festijn import eventually
from tests.journeys.crowd import PEOPLE
from tests.journeys.people import Facilitator, Participant
from tests.journeys.rounds_together import TIP, all_are_at
from tests.journeys.whole import BALLOT, GOODBYE, HARVEST, MONEY, OURS, PRIZES, VOTED, VOTED_TOO, WholeDay

NEED_TEXT = "Welke gemeente wil onze aanpak als eerste proberen?"
PLEDGE = "Ik vraag het maandag aan onze wethouder."
WORD = "Samen rijden"
MILESTONE = "De tweede bus rijdt door drie dorpen."
WILL_DO = "Ik ga een dag mee op de BOS-bus."
EMAIL = "fatima@example.org"
LIKES = ["kunstpost", "kunstpost", "buurtmaaltijden"]
CHOSEN, TOGETHER = "KunstPost", ("Omloop Middelland", "Buurtmaaltijden")
VOTERS = PEOPLE + 4


async def the_harvest(day: WholeDay) -> None:
    """A milestone and a word from the lead, a promise and a dot from those who help."""
    fatima, kevin, noor = day.fatima, day.kevin, day.noor
    await day.bert.goes_on(HARVEST)
    await all_are_at(day, HARVEST, fatima, kevin, noor)
    await a_milestone(day)
    for person in (fatima, kevin):
        await person.page.get_by_label(person.say("harvest-choose")).select_option(label=OURS)
    await fatima.press(fatima.button(f"{fatima.say('harvest-do')}: {NEED_TEXT}"))
    await expect(fatima.page.get_by_label(fatima.say("harvest-what"))).to_be_focused()
    await fatima.page.keyboard.insert_text(PLEDGE)
    await fatima.press(fatima.button(fatima.say("harvest-do-send")))
    await eventually(partial(sees_what_is_new, kevin))
    await kevin.press(kevin.note(TIP).get_by_role("button", name=kevin.say("harvest-dot")))
    await expect(dot_of(kevin)).to_have_attribute("aria-pressed", "true")
    await expect(day.hall.page.get_by_text(MILESTONE)).to_be_visible()
    await day.look_around()
    await kevin.page.reload()
    await expect(dot_of(kevin)).to_have_attribute("aria-pressed", "true")


async def sees_what_is_new(person: Participant) -> bool:
    """What others promise waits beside the button, which stays under the finger; whether the promise is there now."""
    new = person.button(re.compile(rf"^\d+ new: {re.escape(NEED_TEXT)}$"))
    if await new.is_visible():
        await person.press(new)
    return await person.note(PLEDGE).count() > 0


def dot_of(person: Participant) -> Locator:
    """One's own dot on the tip."""
    return person.note(TIP).get_by_role("button", name=person.say("harvest-dot-mine"))


async def a_milestone(day: WholeDay) -> None:
    """What the initiative takes along gets a word, and there will be something to see."""
    eva = day.eva
    await eva.turns_to("harvest")
    await eva.press(eva.on_note(TIP, "lead-word"))
    await eva.types("lead-word-new", WORD)
    await eva.saves()
    await expect(eva.heading(WORD)).to_be_visible()
    await eva.turns_to("plan")
    await eva.press(eva.button(eva.say("lead-milestone-add")))
    for label, text in (("what", MILESTONE), ("who", "Eva"), ("when", "2027-05-01")):
        await eva.types(f"lead-milestone-{label}", text)
    await eva.saves()
    await expect(day.fatima.note(MILESTONE)).to_be_visible()


async def the_ballot(day: WholeDay) -> None:
    """All prizes on one screen; one may change one's mind; a lead can't vote for her own."""
    fatima, kevin, noor, eva = day.fatima, day.kevin, day.noor, day.eva
    await day.anna.goes_on(BALLOT)
    await eva.goes_to("now")
    await all_are_at(day, BALLOT, fatima, kevin, noor, eva)
    await day.bert.opens_the_ballot()
    for prize in (VOTED, VOTED_TOO):
        await votes(fatima, prize, OURS)
        await asyncio.gather(votes(kevin, prize, CHOSEN), votes(noor, prize, OURS), votes(eva, prize, CHOSEN))
        await expect(choice(eva, prize, OURS)).to_be_disabled()
    await votes(fatima, VOTED, CHOSEN)
    await kevin.page.reload()
    await expect(choice(kevin, VOTED_TOO, CHOSEN)).to_be_checked()
    await day.look_around()
    await day.crowd.have_voted()
    await expect(day.hall.page.get_by_text(re.compile(rf"^{VOTERS}\s+mensen hebben gestemd"))).to_be_visible()
    await day.anna.closes_the_ballot()
    await expect(day.hall.heading(day.hall.say("ballot-closed"))).to_be_visible()
    assert CHOSEN not in await day.hall.page.get_by_role("main").inner_text()
    await day.look_around()


def choice(person: Participant, prize: str, initiative: str) -> Locator:
    """The place to choose an initiative for this prize."""
    return person.page.get_by_role("group", name=prize).get_by_role("radio", name=initiative)


async def votes(person: Participant, prize: str, initiative: str) -> None:
    """Choose, or choose again, and see that it is saved."""
    await person.press(choice(person, prize, initiative))
    await expect(choice(person, prize, initiative)).to_be_checked()
    await expect(person.page.get_by_role("group", name=prize)).to_contain_text(person.say("ballot-saved"))


async def the_prizes(day: WholeDay) -> None:
    """One prize by the votes, one that its giver shares out; the hall sees it step by step."""
    anna, bert, hall = day.anna, day.bert, day.hall
    await bert.goes_on(PRIZES)
    await expect(hall.heading(hall.say("prizes-heading"))).to_be_visible()
    await all_are_at(day, PRIZES, day.fatima, day.kevin, day.noor)
    await is_given(anna, MONEY, TOGETHER)
    await day.kevin.page.reload()
    await day.kevin.is_at(PRIZES)
    await reveals(bert, VOTED)
    await expect(hall.heading(VOTED)).to_be_visible()
    await expect(hall.page.get_by_role("list", name=hall.say("tally-label", cast=VOTERS))).to_be_visible()
    await expect(hall.page.locator(".reveal-winner")).to_have_text(CHOSEN)
    await expect(day.fatima.note(VOTED).filter(has_text=CHOSEN)).to_be_visible()
    await reveals(anna, MONEY)
    for winner in TOGETHER:
        await expect(hall.page.locator(".reveal-winner")).to_contain_text(winner)
        await expect(day.kevin.note(MONEY).filter(has_text=winner)).to_be_visible()
    steps = await day.memory.steps()
    at = steps.index("reveal-to")
    assert steps[at : at + 3] == ["reveal-to", "reveal-to,reveal-winner", "reveal-to,reveal-winner,bars"], steps
    await day.look_around()


def line_of(facilitator: Facilitator, prize: str) -> Locator:
    """A prize on the console."""
    return facilitator.page.locator("li.prize-line").filter(has_text=prize)


async def is_given(facilitator: Facilitator, prize: str, winners: tuple[str, ...]) -> None:
    """Write down what the giver of a prize decided."""
    line = line_of(facilitator, prize)
    await facilitator.press(line.get_by_role("button", name=facilitator.say("console-award-choose")))
    for winner in winners:
        await line.get_by_role("checkbox", name=winner).check()
    await facilitator.press(line.get_by_role("button", name=facilitator.say("settle-do")))
    await facilitator.press(line.get_by_role("button", name=facilitator.say("settle-yes")))
    await expect(line.locator(".prize-won")).to_contain_text(winners[0])


async def reveals(facilitator: Facilitator, prize: str) -> None:
    """Show the hall who gets this prize, after being asked."""
    line = line_of(facilitator, prize)
    await facilitator.press(line.get_by_role("button", name=facilitator.say("reveal-do")))
    await expect(line.get_by_role("group", name=prize)).to_be_visible()
    await facilitator.press(line.get_by_role("button", name=facilitator.say("reveal-yes")))
    await expect(line).to_contain_text(facilitator.say("prize-shown"))


async def the_goodbye(day: WholeDay) -> None:
    """What one will do, and a yes to the report."""
    fatima = day.fatima
    await day.anna.goes_on(GOODBYE)
    await all_are_at(day, GOODBYE, fatima, day.kevin, day.noor)
    await fatima.page.get_by_label(fatima.say("goodbye-word-label")).fill(WILL_DO)
    await fatima.press(fatima.button(fatima.say("goodbye-word-send")))
    await expect(fatima.page.get_by_role("main")).to_contain_text(WILL_DO)
    report = fatima.page.locator("section.farewell").filter(has_text=fatima.say("goodbye-report-text"))
    await report.get_by_label(fatima.say("goodbye-email")).fill(EMAIL)
    await fatima.press(fatima.button(fatima.say("goodbye-report-send")))
    await expect(fatima.page.get_by_text(fatima.say("goodbye-report-yes"))).to_be_visible()
    await day.kevin.page.reload()
    await day.kevin.is_at(GOODBYE)
    await day.look_around()


async def on_another_device(day: WholeDay, browser: Browser) -> None:
    """With her own link she goes on as herself."""
    fatima = day.fatima
    await fatima.press(fatima.button(fatima.say("goodbye-link-show")))
    link = await fatima.page.get_by_label(fatima.say("goodbye-link-yours")).input_value()
    laptop = await Participant.arrive(browser, day.house.base, "Fatima", (1280, 800))
    await laptop.opens(link)
    await laptop.is_at(GOODBYE)
    assert "#" not in laptop.page.url, "the secret leaves the address bar"
    await laptop.goes_to("mine")
    await laptop.sees(TIP)
    day.there.append(laptop)
    await day.look(fatima, laptop)
