"""A recipe grows from 1.0 to 2.0 in a browser: two leads write it at once, with the tips they took along behind it.

They change different parts side by side, and then the same one: both texts are shown, and nothing is lost. Somebody who
gave a tip reads what is other word by word, with that tip and its giver.
"""

import re
from pathlib import Path

from playwright.async_api import Browser, Locator, expect

from tests.journeys.house import open_house
from tests.journeys.keyboard import enter
from tests.journeys.leads import Lead
from tests.journeys.people import Participant

OURS = "KunstPost"
TIP = "Vraag ook de winkeliers; die zijn er altijd."
ASK = "Vraag bewoners op welke plek zij vaak even wachten."
ASK_ALL = "Vraag bewoners en winkeliers op welke plek zij vaak wachten."
BUILD = "Toon het werk op dezelfde plek en vier dat met de buurt."
BUILD_EVA, BUILD_TOM = (
    "Toon het werk een maand lang en vier dat met de buurt.",
    "Toon het werk waar de meeste mensen lopen.",
)
START = "Vraag drie makers om één werk voor één straat."


def part(lead: Lead, text: str) -> Locator:
    """A part of the recipe that is being written."""
    recipe = lead.page.locator("section.card").filter(has=lead.page.get_by_role("heading", name=version(lead, 2)))
    return recipe.locator(".ours-group li").filter(has_text=text)


def version(who: Participant, number: int) -> str:
    return who.say("outcome-recipe", version=f"{number}.0")


async def a_tip_is_taken_along(tom: Lead, sam: Participant) -> None:
    await sam.goes_to("plans")
    await sam.press(sam.page.get_by_role("link", name=re.compile(OURS)).first)
    await sam.gives("tip", TIP)
    await sam.is_kept(TIP)
    await tom.turns_to("notes")
    await tom.press(tom.on_note(TIP, "lead-take"))
    await expect(tom.note(TIP)).to_contain_text(tom.say("lead-taken"))


async def the_next_version_begins(eva: Lead, tom: Lead) -> None:
    """One begins it; both have it."""
    await eva.turns_to("plan")
    begin = eva.button(eva.say("grown-begin", version=version(eva, 2)))
    await enter(eva.page, begin)
    await expect(eva.page.get_by_text(eva.say("grown-begin-sure", before=version(eva, 1)))).to_be_visible()
    await enter(eva.page, begin)
    for lead in (eva, tom):
        await expect(lead.page.get_by_role("heading", name=version(lead, 2))).to_be_visible()
        await expect(part(lead, ASK)).to_have_count(1)


async def changes(lead: Lead, text: str, better: str) -> None:
    """Change a part, and leave it in the form."""
    await lead.press(part(lead, text).get_by_role("button", name=lead.say("lead-change")))
    await lead.page.get_by_label(lead.say("lead-part-text")).fill(better)


async def side_by_side(eva: Lead, tom: Lead) -> None:
    """Two parts at once: neither is in the other's way."""
    await changes(eva, ASK, ASK_ALL)
    await changes(tom, START, START + " Doe zelf mee.")
    await eva.saves()
    await tom.saves()
    for lead in (eva, tom):
        await expect(part(lead, ASK_ALL)).to_have_count(1)
        await expect(part(lead, "Doe zelf mee.")).to_have_count(1)


async def the_same_part(eva: Lead, tom: Lead) -> None:
    """One part at once: who comes second sees both texts, and chooses."""
    await changes(eva, BUILD, BUILD_EVA)
    await changes(tom, BUILD, BUILD_TOM)
    await eva.saves()
    await expect(part(eva, BUILD_EVA)).to_have_count(1)
    await tom.saves()
    clash = tom.page.get_by_role("group", name=tom.say("reason-changed-meanwhile"))
    await expect(clash).to_contain_text(BUILD_EVA)
    await expect(clash).to_contain_text(BUILD_TOM)
    assert not await tom.shut_out()
    await tom.press(clash.get_by_role("button", name=tom.say("conflict-use-mine")))
    for lead in (eva, tom):
        await expect(part(lead, BUILD_TOM)).to_have_count(1)
        await expect(part(lead, BUILD_EVA)).to_have_count(0)


async def the_tip_goes_behind(eva: Lead) -> None:
    row = part(eva, ASK_ALL)
    await enter(eva.page, row.locator("summary"))
    await row.get_by_role("checkbox", name=re.compile(re.escape(TIP))).check()
    await expect(row.locator("summary")).to_contain_text(eva.say("grown-behind", count=1))


async def the_difference_is_read(sam: Participant) -> None:
    """What is other in 2.0, with the tip and its giver; and 1.0 as it was."""
    card = sam.page.locator(".plan-card")
    await sam.press(card.get_by_text(version(sam, 2)))
    await sam.press(card.get_by_role("link", name=sam.say("grown-see")))
    await sam.page.wait_for_url(re.compile(r"\?late"))
    await sam.press(card.get_by_text(version(sam, 2)).first)
    change = card.locator(".difference > ul > li").filter(has_text=TIP)
    await expect(change.locator("ins")).to_contain_text("en winkeliers")
    await expect(change.locator("del")).to_contain_text("even")
    await expect(change).to_contain_text("Sam")
    await expect(card.locator(".difference > ul > li")).to_have_count(3)
    assert not await sam.shut_out()
    await sam.page.get_by_label(sam.say("grown-version")).select_option("10")
    await expect(card.get_by_role("listitem").filter(has_text=ASK)).to_have_count(1)
    await expect(card.locator(".difference")).to_have_count(0)


REMEMBER_WORDS = """words => {
    window.told = []
    const look = () => words.textContent === window.told.at(-1) || window.told.push(words.textContent)
    new MutationObserver(look).observe(words, { subtree: true, childList: true, characterData: true })
}"""


async def goals_are_chosen(eva: Lead, sam: Participant) -> None:
    goals = eva.page.locator(".ours-plan .goal-picker summary").last
    await enter(eva.page, goals)
    await goals.evaluate(REMEMBER_WORDS)
    for goal in (11, 3):
        await eva.page.get_by_role("checkbox", name=eva.say("results-goal", goal=goal)).check()
    told = sam.page.locator(".plan-card").get_by_role("list", name=sam.say("goals-heading"))
    await expect(told.get_by_role("listitem")).to_have_count(2)
    await expect(told).to_contain_text(sam.say("results-goal", goal=11))
    told_of = await eva.page.evaluate("window.told")
    assert told_of == [eva.say("goals-choose", count=count) for count in (1, 2)], "a choice never falls back"
    assert not await eva.shut_out() + await sam.shut_out()


async def test_a_recipe_grows_with_the_tips_that_were_given(browser: Browser, tmp_path: Path) -> None:
    async with open_house(tmp_path / "house") as house:
        eva = await Lead.arrive(browser, house.base, "Eva", (360, 740))
        tom = await Lead.arrive(browser, house.base, "Tom", (1280, 800))
        sam = await Participant.arrive(browser, house.base, "Sam", (360, 740), touch=True)
        for lead in (eva, tom):
            await lead.comes_in(house.links[f"lead {OURS}"])
        await sam.opens(house.links["participants"])
        await sam.gives_name()
        await a_tip_is_taken_along(tom, sam)
        await the_next_version_begins(eva, tom)
        await side_by_side(eva, tom)
        await the_same_part(eva, tom)
        await the_tip_goes_behind(eva)
        assert not await eva.shut_out()
        await the_difference_is_read(sam)
        await goals_are_chosen(eva, sam)
        assert not [fault for who in (eva, tom, sam) for fault in who.watch.faults()]
