"""Help that is really found, in a browser: a need, an offer, a yes; both agree to be reached, and exactly they see how.

A third person, a colleague of the initiative, the facilitator and the stage are there too: neither their screens nor
what travels to them ever holds a contact. Then one side takes it back, and it is gone everywhere.
"""

import asyncio
import re
from pathlib import Path

from playwright.async_api import Browser, WebSocket, expect

from tests.festijn import eventually
from tests.journeys.house import House, open_house
from tests.journeys.keyboard import enter, reach
from tests.journeys.leads import Lead
from tests.journeys.people import Facilitator, Participant, Person, Stage

OURS = "KunstPost"
NEED = "Wie helpt ons te meten wat een broedplaats een buurt oplevert?"
HELP = "Ik schrijf jullie methode in drie avonden op"
ANSWER = "Fijn! Zullen we bellen?"
SAMS, EVAS = "sam@buurt.example.org", "06 12 34 56 78"
CONTACTS = (SAMS, EVAS)


class Overheard:
    """Everything that travelled to somebody's screen over the socket."""

    def __init__(self, person: Person) -> None:
        self.name, self.words = person.name, ""
        person.page.on("websocket", self._listen)

    def _listen(self, line: WebSocket) -> None:
        line.on("framereceived", self._heard)

    def _heard(self, payload: str | bytes) -> None:
        self.words += payload if isinstance(payload, str) else payload.decode(errors="replace")

    def holds(self) -> list[str]:
        """The contacts that came by."""
        return [one for one in CONTACTS if one in self.words]


async def an_offer_is_made(sam: Participant) -> None:
    """From the card, by keyboard: the page with the form is fetched, and the form asks one sentence."""
    await sam.goes_to("plans")
    await sam.press(sam.page.get_by_role("link", name=re.compile(OURS)).first)
    need = sam.note(NEED).first
    await enter(sam.page, need.get_by_role("link", name=sam.say("offer-help")))
    await expect(sam.page.get_by_label(sam.say("offer-how"))).to_be_focused()
    await sam.page.get_by_label(sam.say("offer-what")).fill(HELP)
    await sam.page.get_by_label(sam.say("harvest-terms")).select_option("exchange")
    await reach(sam.page, sam.page.get_by_label(sam.say("offer-behalf")))
    await sam.page.keyboard.type("Schrijfclub Beesd")
    await enter(sam.page, sam.button(sam.say("offer-send")))
    await expect(sam.note(HELP).first).to_contain_text(sam.say("offer-state", reply="none"))


async def the_initiative_says_yes(eva: Lead) -> None:
    badge = eva.page.get_by_role("link", name=re.compile(eva.say("offer-ours-waiting")))
    await expect(badge).to_contain_text("1")
    await eva.turns_to("offers")
    await expect(eva.note(HELP)).to_contain_text("Sam")
    await expect(eva.note(HELP)).to_contain_text("Schrijfclub Beesd")
    await eva.page.get_by_label(eva.say("offer-line")).fill(ANSWER)
    await enter(eva.page, eva.button(f"{eva.say('offer-answer', reply='yes')}: Sam"))
    await expect(eva.note(HELP)).to_contain_text(eva.say("offer-ours", reply="yes"))
    await expect(badge).to_have_count(0)


async def shares(who: Person, contact: str) -> None:
    await who.page.get_by_label(who.say("reach-contact")).fill(contact)
    await who.press(who.button(who.say("reach-send")))
    await expect(who.page.get_by_text(contact)).to_be_visible()


async def stays_away(who: Person, contact: str) -> None:
    await expect(who.page.get_by_text(contact)).to_have_count(0)


async def everybody(browser: Browser, house: House) -> tuple[Participant, Lead, Lead, Participant, Facilitator, Stage]:
    base, laptop, phone = house.base, (1280, 800), (360, 740)
    sam = await Participant.arrive(browser, base, "Sam", phone, touch=True)
    eva = await Lead.arrive(browser, base, "Eva", laptop)
    kim = await Lead.arrive(browser, base, "Kim", phone, lang="en")
    third = await Participant.arrive(browser, base, "Derde", phone)
    anna = await Facilitator.arrive(browser, base, "Anna", laptop)
    hall = await Stage.arrive(browser, base, "Podium", (1920, 1080))
    return sam, eva, kim, third, anna, hall


async def test_help_is_found_and_only_two_people_see_how_to_reach_each_other(browser: Browser, tmp_path: Path) -> None:
    async with open_house(tmp_path / "house") as house:
        sam, eva, kim, third, anna, hall = await everybody(browser, house)
        overheard = [Overheard(who) for who in (kim, third, anna, hall)]
        mine, theirs = Overheard(sam), Overheard(eva)
        await kim.opens(f"/{house.code}")
        await kim.page.get_by_role("link", name="English").click()
        for lead in (eva, kim):
            await lead.comes_in(house.links[f"lead {OURS}"])
        for guest in (sam, third):
            await guest.opens(house.links["participants"])
            await guest.gives_name()
        await anna.opens(house.links["facilitator 1"])
        await hall.opens(house.links["stage"])
        await third.goes_to("plans")
        await third.press(third.page.get_by_role("link", name=re.compile(OURS)).first)

        await an_offer_is_made(sam)
        await the_initiative_says_yes(eva)
        await expect(sam.note(HELP).first).to_contain_text(ANSWER)
        await expect(third.note(NEED).first).to_contain_text(third.say("offer-found", found=1))
        await kim.turns_to("offers")
        await expect(kim.note(HELP)).to_contain_text(kim.say("offer-ours", reply="yes"))
        assert not await sam.shut_out() + await eva.shut_out() + await kim.shut_out()

        await shares(sam, SAMS)
        await stays_away(eva, SAMS)
        await shares(eva, EVAS)
        await expect(eva.page.get_by_role("link", name=SAMS)).to_be_visible()
        await expect(sam.page.get_by_text(EVAS)).to_be_visible()
        for other in (kim, third, anna, hall):
            for contact in CONTACTS:
                await stays_away(other, contact)
        assert not await sam.shut_out() + await eva.shut_out()
        await eventually(lambda: set(mine.holds()) == set(theirs.holds()) == set(CONTACTS))

        await sam.press(sam.button(sam.say("reach-stop")))
        await sam.press(sam.page.get_by_role("group").get_by_role("button", name=sam.say("reach-stop")).first)
        await stays_away(eva, SAMS)
        await stays_away(sam, EVAS)
        await stays_away(sam, SAMS)
        assert [one.name for one in overheard if one.holds()] == []
        files = await asyncio.to_thread(house.export, tmp_path / "taken")
        assert HELP in files["json"].decode()
        assert [kind for kind, words in files.items() for one in CONTACTS if one.encode() in words] == []

        await sam.goes_to("mine")
        await expect(sam.note(HELP).first).to_contain_text(ANSWER)
        assert not await sam.shut_out()
        await sam.press(sam.button(sam.say("offer-back")))
        await sam.press(sam.button(sam.say("harvest-back-yes")))
        await expect(sam.note(HELP)).to_have_count(0)
        await expect(eva.note(HELP)).to_have_count(0)
        await expect(third.note(NEED).first).not_to_contain_text(third.say("offer-found", found=1))
        assert not [fault for who in (sam, eva, kim, third, anna, hall) for fault in who.watch.faults()]
