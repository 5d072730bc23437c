"""The first visit: light, quiet, of this house alone, and possible with a keyboard only."""

import re
from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import Browser, Page, expect

from tests.journeys.conftest import Report
from tests.journeys.eyes import violations
from tests.journeys.house import House
from tests.journeys.keyboard import reach
from tests.journeys.people import Facilitator, Organiser, Participant, Person, Stage
from tests.phone import Phone, connected

MOST_REQUESTS = 6
MOST_BYTES = 60_000
MISSING = "/de-weg-kwijt"
A_TIP = re.compile("^Tip ")


@dataclass
class Meter:
    """What went over the line for one page, as the browser's own debugger counts it."""

    asked: list[str] = field(default_factory=list)
    kept: set[str] = field(default_factory=set)
    transferred: int = 0
    told: int = 0

    async def watch(self, page: Page) -> None:
        """Count from now on, with an empty cache."""
        debugger = await page.context.new_cdp_session(page)
        debugger.on("Network.requestWillBeSent", self._asked)
        debugger.on("Network.requestServedFromCache", lambda event: self.kept.add(event["requestId"]))
        debugger.on("Network.loadingFinished", self._got)
        debugger.on("Network.webSocketCreated", lambda event: self.asked.append(event["requestId"]))
        debugger.on("Network.webSocketFrameReceived", self._heard)
        await debugger.send("Network.enable")

    def _asked(self, event: dict[str, Any]) -> None:
        if not event["request"]["url"].startswith("data:"):
            self.asked.append(event["requestId"])

    @property
    def requests(self) -> int:
        """How many requests were made; what lay in the cache is none."""
        return sum(one not in self.kept for one in self.asked)

    def _got(self, event: dict[str, Any]) -> None:
        self.transferred += event["encodedDataLength"]

    def _heard(self, event: dict[str, Any]) -> None:
        self.told += len(event["response"]["payloadData"].encode())


async def in_the_first_pitch(house: House) -> None:
    """Have the first pitch under way, whatever the tests before did."""
    lead = await Phone.by_link(house.links["facilitator 1"])
    async with connected(lead):
        rounds = sorted(lead.rows("Round").values(), key=lambda row: row["order"])
        here = lead.rows("Programme").get("programme", {"round": ""})["round"]
        if here != rounds[1]["id"]:
            await lead.wish("OpenRound", round=rounds[1]["id"], after=here)


async def test_a_first_visit_takes_few_requests_and_little_data(browser: Browser, house: House, report: Report) -> None:
    await in_the_first_pitch(house)
    sam = await Participant.arrive(browser, house.base, "Sam", (360, 740), touch=True)
    meter = Meter()
    await meter.watch(sam.page)
    await sam.opens(house.links["participants"])
    await sam.gives_name()
    await expect(sam.button(A_TIP)).to_be_visible()
    await expect(sam.page.get_by_text("Verbonden")).to_be_visible()
    report("requests for door and now", meter.requests)
    report("kB for door and now", round(meter.transferred / 1000, 1))
    report("kB told over the socket", round(meter.told / 1000, 1))
    assert meter.requests <= MOST_REQUESTS
    assert meter.transferred <= MOST_BYTES
    assert sam.watch.hosts == {f"127.0.0.1:{house.port}"}
    assert sam.watch.complaints == []
    await sam.page.context.close()


async def test_no_screen_asks_anything_of_another_host_or_complains(browser: Browser, house: House) -> None:
    await in_the_first_pitch(house)
    kinds = {"stage": Stage, "facilitator 1": Facilitator, "organiser": Organiser, "lead KunstPost": Participant}
    for label, kind in kinds.items():
        person: Person = await kind.arrive(browser, house.base, label, (1280, 800))
        await person.opens(house.links[label])
        await expect(person.page.get_by_role("heading", level=1)).to_be_visible()
        await expect(person.page.get_by_role("status").first).to_be_attached()
        await person.page.wait_for_load_state("networkidle")
        assert person.watch.hosts == {f"127.0.0.1:{house.port}"}, label
        assert person.watch.complaints == [], label
        await person.page.context.close()


async def test_a_page_that_says_no_shuts_nobody_out(browser: Browser, house: House) -> None:
    lost = await Participant.arrive(browser, house.base, "Verdwaald", (360, 740))
    page = lost.page
    await lost.opens("/")
    found = await violations(page)
    await page.keyboard.type("FOUT99")
    await page.keyboard.press("Tab")
    await lost.knocks()
    await expect(page.get_by_text("We kennen deze code niet. Kijk hem nog eens na.")).to_be_visible()
    await expect(page.get_by_label("Je naam")).to_have_value("Verdwaald")
    found += await violations(page)
    await lost.opens(f"/{house.code}/key#een-oude-sleutel")
    await expect(page.get_by_text("Deze link werkt niet meer.")).to_be_visible()
    await expect(page.get_by_role("link", name="Naar de voordeur")).to_be_visible()
    assert "#" not in page.url
    found += await violations(page)
    for path, heading in (
        (f"/{house.code}/key", "Je sleutel"),
        (MISSING, "Fijn dat je er bent"),
        (f"{MISSING}/nergens", "Deze bladzijde is er niet"),
        (f"/{house.code}/console", "Deze bladzijde heeft een eigen link"),
    ):
        await lost.opens(path)
        await expect(page.get_by_role("heading", level=1)).to_have_text(heading)
        found += [f"{path}: {fault}" for fault in await violations(page)]
    assert not found, "\n".join(found)
    assert lost.watch.faults() == []
    await page.context.close()


async def test_with_the_keyboard_alone_one_comes_in_gives_a_tip_and_votes(browser: Browser, house: House) -> None:
    await in_the_first_pitch(house)
    ivo = await Participant.arrive(browser, house.base, "Ivo", (1280, 800))
    page, text = ivo.page, "Zet de bus op de dorpskalender."
    await ivo.opens("/")
    await expect(page.get_by_label("Code van het festijn")).to_be_focused()
    for words, key in ((house.code, "Tab"), ("Ivo", "Enter")):
        await page.keyboard.type(words)
        await page.keyboard.press(key)
    await page.wait_for_url("**/now")
    await reach(page, ivo.button(A_TIP))
    await page.keyboard.press("Enter")
    await expect(ivo.field("tip")).to_be_focused()
    await page.keyboard.type(text)
    await reach(page, ivo.button("Stuur tip"))
    await page.keyboard.press("Enter")
    await ivo.is_kept(text)
    await expect(ivo.heading("Wat wil je ze geven?")).to_be_focused()

    lead = await Phone.by_link(house.links["facilitator 1"])
    async with connected(lead):
        assert "ok" in await lead.wish("OpenBallot", ballot="publieksprijs")
    await expect(ivo.heading("Stem mee")).to_be_visible()
    await reach(page, page.get_by_role("radio", name=re.compile("^Buurtmaaltijden")), back=True)
    await page.keyboard.press("ArrowUp")
    await expect(page.get_by_role("radio", name="Sterre & Stad & Studenten")).to_be_checked()
    await ivo.has_voted()
    assert ivo.watch.complaints == []
    await page.context.close()
