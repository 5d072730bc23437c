"""The same day without a mouse: somebody who takes part and somebody who leads, by keyboard alone."""

from pathlib import Path

from playwright.async_api import Browser, expect

from tests.journeys.keyboard import MESSAGE, TIP, Guest, Leader, all_vote
from tests.journeys.people import Stage
from tests.journeys.voters import hall_of
from tests.journeys.whole import BALLOT, DREAM, GOODBYE, OURS, PRIZES, VOTED, WELCOME, long_house

ROOM, CHOSEN = "KunstPost", "Omloop Middelland"
VOTERS = 6


async def test_the_whole_day_by_keyboard_alone(browser: Browser, tmp_path: Path) -> None:
    async with long_house(tmp_path) as house, hall_of(VOTERS, house.base, house.code) as phones:
        ivo = await Guest.arrive(browser, house.base, "Ivo", (1280, 800), lang="en")
        anna = await Leader.arrive(browser, house.base, "Anna", (1280, 800))
        hall = await Stage.arrive(browser, house.base, "De zaal", (1920, 1080))
        await hall.opens(house.links["stage"])
        await anna.opens(house.links["facilitator 1"])
        await ivo.comes_in(house.code)

        await anna.goes_on_by_key(WELCOME)
        await anna.goes_on_by_key(OURS)
        await ivo.is_at(OURS)
        await ivo.gives_a_tip()
        await anna.gives_a_minute_by_key()
        await anna.releases(TIP)
        await hall.sees(TIP)
        await anna.tells_all()
        await expect(ivo.page.get_by_role("region", name=ivo.say("rooms-messages"))).to_contain_text(MESSAGE)

        await anna.jumps_by_key(DREAM)
        await ivo.walks_to(ROOM)
        await anna.answers_the_call(ROOM)
        await expect(ivo.note(ivo.say("rooms-facilitator"))).to_have_count(1)
        await ivo.walks_back(DREAM)

        await anna.jumps_by_key(BALLOT)
        await anna.does_and_says_yes("vote-open-do", anna.say("vote-open-preview"), "vote-open-yes")
        await ivo.votes_by_key(VOTED, CHOSEN)
        await all_vote(phones, ["spreekuur", "netwerk"], "omloop-middelland")
        await anna.does_and_says_yes("vote-close-do", anna.say("vote-close-preview"), "vote-close-yes")
        await anna.goes_on_by_key(PRIZES)
        await anna.does_and_says_yes("reveal-do", VOTED, "reveal-yes")
        await expect(hall.page.locator(".reveal-winner")).to_have_text(CHOSEN)
        await expect(ivo.note(VOTED).filter(has_text=CHOSEN)).to_be_visible()

        await anna.goes_on_by_key(GOODBYE)
        await ivo.is_at(GOODBYE)
        await ivo.says_goodbye()
        assert not [fault for person in (ivo, anna, hall) for fault in person.watch.faults()]
