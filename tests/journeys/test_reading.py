"""What came of it, read by anybody: an organiser publishes a part, a stranger reads it, and it goes when taken back."""

import re

from playwright.async_api import Browser, Locator, expect

from tests.journeys.house import House
from tests.journeys.people import Organiser, Participant, Person
from tests.phone import Phone, connected

NAME = "KunstPost"
TIP = "Vraag de bibliotheek om een zaal."
TRIED = ((360, 740), (1280, 800))


async def test_a_part_is_published_read_by_a_stranger_and_taken_back(browser: Browser, house: House) -> None:
    sam = await Participant.arrive(browser, house.base, "Sam", (360, 740), touch=True)
    otto = await Organiser.arrive(browser, house.base, "Otto", (1280, 800))
    stranger = await Person.arrive(browser, house.base, "Stranger", (360, 740), lang="en")
    fee = await Phone.by_link(house.links["facilitator 1"])
    async with connected(fee):
        await goes_to(fee, "pitch", "kunstpost")
        await sam.opens(house.links["participants"])
        await sam.gives_name()
        await sam.gives("tip", TIP)
        await sam.is_kept(TIP)
        await goes_to(fee, "goodbye")
    page = f"/{house.code}/results/kunstpost"
    assert await there(stranger, page) == 404

    await otto.opens(house.links["organiser"])
    row = subject(otto, NAME)
    await publishes(otto, row)
    assert await there(stranger, page) == 200
    await expect(stranger.page.get_by_text(TIP)).to_be_visible()
    assert "Sam" not in await stranger.page.content()
    await agrees_to_be_named(sam)
    await stranger.page.reload()
    await expect(stranger.page.get_by_text("Sam", exact=True)).to_be_visible()
    await reads_at_ease(stranger, page, f"/{house.code}/results")

    await otto.press(row.get_by_role("button", name=otto.say("publish-back")))
    await expect(row.get_by_text(otto.say("publish-nothing"))).to_be_visible()
    assert await there(stranger, page) == 404
    await expect(stranger.page.get_by_text(TIP)).to_have_count(0)
    assert not [fault for one in (sam, otto, stranger) for fault in one.watch.faults()]


async def publishes(otto: Organiser, row: Locator) -> None:
    """Tick two parts, and publish them."""
    for part in ("notes", "needs"):
        await row.get_by_label(otto.say("publish-part", part=part)).check()
    await otto.press(row.get_by_role("button", name=otto.say("publish-do")))
    await expect(row.get_by_role("link", name=otto.say("publish-see"))).to_be_visible()
    assert not await otto.shut_out()


async def reads_at_ease(stranger: Person, *addresses: str) -> None:
    """On a phone and on a laptop, in light and in dark, and nobody gave them a cookie."""
    for width, height in TRIED:
        await stranger.page.set_viewport_size({"width": width, "height": height})
        for address in addresses:
            assert await there(stranger, address) == 200
            assert not await stranger.shut_out()
    assert not await stranger.page.context.cookies()


async def goes_to(fee: Phone, kind: str, initiative: str = "") -> None:
    """The facilitator opens the round of this kind, of this initiative."""
    rounds = fee.rows("Round").values()
    (coming,) = [one["id"] for one in rounds if one["kind"] == kind and one["initiative"] == initiative]
    before = fee.rows("Programme").get("programme", {}).get("round", "")
    assert "ok" in await fee.wish("OpenRound", round=coming, after=before)


async def agrees_to_be_named(sam: Participant) -> None:
    """On the goodbye screen; no address is asked."""
    await sam.press(sam.button(sam.say("goodbye-named-send")))
    await expect(sam.page.get_by_text(sam.say("goodbye-named-yes"))).to_be_visible()
    results = sam.page.get_by_role("link", name=sam.say("goodbye-results-go"))
    await expect(results).to_have_attribute("href", re.compile("/results$"))
    assert not await sam.shut_out()


def subject(otto: Organiser, name: str) -> Locator:
    """What can be published of this initiative."""
    return otto.page.get_by_role("group", name=name)


async def there(who: Person, address: str) -> int:
    """Go to a page: how it is answered."""
    answer = await who.page.goto(address)
    assert answer is not None
    return answer.status
