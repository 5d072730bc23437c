"""An expert group in a browser: opened, signed up for, used; and a week later a milestone of it is told as done.

The week is real to the server: it is stopped, and starts again with its clock seven days on.
"""

import re
from pathlib import Path

from playwright.async_api import Browser, expect

from tests.journeys.house import House
from tests.journeys.keyboard import enter, reach
from tests.journeys.leads import Lead
from tests.journeys.people import Facilitator, Participant
from tests.phone import Phone, connected
from tests.trust.chaos.clock import library

OURS = "KunstPost"
TITLE = "Een methode voor straatgalerieën"
BRINGS = "Ik heb drie galerieën ingericht"
NOTE = "Begin met een lege winkel."
GOAL = "De methode staat op één blad."
WHY = "Het blad hangt in de winkel"
LETTER, ANSWER = "Mag een school ook meedoen?", "Ja, kom op maandag langs."
WEEK = 7 * 24 * 3600


async def to_the_goodbye(house: House) -> None:
    """The day comes to its end."""
    facilitator = await Phone.by_link(house.links["facilitator 1"])
    async with connected(facilitator):
        last = max(facilitator.rows("Round").values(), key=lambda row: int(row["order"]))
        assert "ok" in await facilitator.wish("OpenRound", round=last["id"], after="")


async def a_week_later(house: House) -> None:
    """Stop, and open again with a clock that is seven days on."""
    await house.close()
    house.chosen |= {"LD_PRELOAD": str(library()), "FAKETIME": f"+{WEEK}s", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
    house.chosen |= {"DONT_FAKE_MONOTONIC": "1", "NO_FAKE_STAT": "1"}
    await house.start()


async def the_group_begins(eva: Lead, sam: Participant) -> None:
    """The lead opens it; somebody signs up by keyboard, writes on its board, and says what will be there."""
    await eva.turns_to("plan")
    await eva.press(eva.button(eva.say("after-open")))
    await eva.types("after-title", TITLE)
    await eva.saves()
    await sam.goes_to("plans")
    await sam.press(sam.page.get_by_role("link", name=re.compile(OURS)).first)
    await sam.press(sam.page.get_by_role("link", name=sam.say("after-line")))
    await enter(sam.page, sam.page.get_by_role("link", name=TITLE))
    await sam.is_at(TITLE)
    await enter(sam.page, sam.button(sam.say("after-join")))
    await expect(sam.page.get_by_label(sam.say("after-brings"))).to_be_focused()
    await sam.page.keyboard.type(BRINGS)
    await enter(sam.page, sam.button(sam.say("after-join-send")))
    await expect(sam.page.get_by_text(sam.say("after-in"))).to_be_visible()
    await sam.gives("tip", NOTE)
    await sam.is_kept(NOTE)
    await sam.press(sam.button(sam.say("lead-milestone-add")))
    await sam.page.get_by_label(sam.say("lead-milestone-what")).fill(GOAL)
    await sam.press(sam.button(sam.say("note-improve-save")))
    await expect(sam.note(GOAL)).to_be_visible()


async def a_letter_goes(sam: Participant) -> None:
    """On one's own tab, after the goodbye."""
    await sam.goes_to("mine")
    await enter(sam.page, sam.button(sam.say("after-letter-write")))
    await sam.page.get_by_label(sam.say("after-letter-kind")).select_option("question")
    await reach(sam.page, sam.page.get_by_label(sam.say("after-letter-text")))
    await sam.page.keyboard.type(LETTER)
    await enter(sam.page, sam.button(sam.say("after-letter-send")))
    await expect(sam.note(LETTER)).to_contain_text(sam.say("after-no-answer"))


async def test_an_expert_group_from_sign_up_to_a_milestone_done_a_week_later(browser: Browser, tmp_path: Path) -> None:
    house = House(tmp_path / "house")
    try:
        await house.start()
        eva = await Lead.arrive(browser, house.base, "Eva", (1280, 800))
        sam = await Participant.arrive(browser, house.base, "Sam", (360, 740))
        await eva.comes_in(house.links[f"lead {OURS}"])
        await sam.opens(house.links["participants"])
        await sam.gives_name()
        await the_group_begins(eva, sam)
        group = sam.page.url
        assert not await sam.shut_out() + await eva.shut_out()
        await to_the_goodbye(house)
        console = house.links["facilitator 1"]
        await a_week_later(house)

        await sam.page.goto(group)
        await sam.press(sam.button(f"{sam.say('after-tell')}: {GOAL}"))
        await sam.page.get_by_label(sam.say("after-how")).select_option("done")
        await sam.page.get_by_label(sam.say("after-why")).fill(WHY)
        await sam.press(sam.button(sam.say("note-improve-save")))
        await expect(sam.note(GOAL)).to_contain_text(sam.say("after-done"))
        await expect(sam.note(GOAL)).to_contain_text(WHY)
        await sam.sees(NOTE)
        assert not await sam.shut_out()
        await a_letter_goes(sam)

        anna = await Facilitator.arrive(browser, house.base, "Anna", (1280, 800))
        await anna.opens(console)
        await anna.press(anna.button(re.compile(f"^{anna.say('after-letters-festival')}")))
        await anna.press(anna.note(LETTER).get_by_role("button", name=re.compile(f"^{anna.say('lead-answer')}")))
        await anna.page.get_by_label(anna.say("after-answer-label")).fill(ANSWER)
        await anna.press(anna.button(anna.say("note-improve-save")))
        await expect(sam.note(LETTER)).to_contain_text(ANSWER)
        assert not await sam.shut_out() + await anna.shut_out()
        assert not sam.watch.faults() + anna.watch.faults()
    finally:
        await house.close()
