"""Mijn initiatief: two leads of one initiative at work, one with a phone and one at a table, while people help them."""

import re

import pytest_asyncio
from playwright.async_api import Browser, expect

from tests.journeys.house import House
from tests.journeys.leads import Lead
from tests.journeys.people import Participant
from tests.phone import Phone, connected

OURS = "KunstPost"
TIP = "Vraag de school of de gang een galerie mag zijn."
LATER = "Laat kinderen zelf de rondleiding geven."
CONTACT = "Bel Lies Jansen van het atelier, zij weet wie een sleutel heeft."
QUESTION = "Wie kiest welke kunst er hangt?"
ANSWER = "De bewoners van de straat, elke maand anders."
HERS, HIS = "Elke straat heeft een eigen galerie.", "Every street has a gallery of its own."
STEP = "Een leeg pand voor een half jaar."
MILESTONE = "De eerste galerie is open."
LONG_DATE = re.compile("1 mei 2027|1 May 2027")


class Team:
    """Two leads, and somebody who helps them."""

    def __init__(self, eva: Lead, tom: Lead, fatima: Participant) -> None:
        self.eva, self.tom, self.fatima = eva, tom, fatima


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def team(browser: Browser, house: House) -> Team:
    """Everybody in, at the initiative's own pitch."""
    eva = await Lead.arrive(browser, house.base, "Eva", (360, 740), touch=True)
    tom = await Lead.arrive(browser, house.base, "Tom", (1280, 800), lang="en")
    fatima = await Participant.arrive(browser, house.base, "Fatima", (360, 740), touch=True)
    await tom.opens(f"/{house.code}")
    await tom.page.get_by_role("link", name="English").click()
    for lead in (eva, tom):
        await lead.comes_in(house.links[f"lead {OURS}"])
        await lead.is_at(OURS)
    await at_our_pitch(house)
    await fatima.opens(house.links["participants"])
    await fatima.gives_name()
    await fatima.is_at(OURS)
    return Team(eva, tom, fatima)


async def at_our_pitch(house: House) -> None:
    facilitator = await Phone.by_link(house.links["facilitator 1"])
    async with connected(facilitator):
        ours = next(row["id"] for row in facilitator.rows("Initiative").values() if row["name"] == OURS)
        pitch = next(row["id"] for row in facilitator.rows("Round").values() if row["initiative"] == ours)
        answer = await facilitator.wish("OpenRound", round=pitch, after="")
        assert "ok" in answer, answer


async def test_notes_come_in_and_are_unread_until_seen(team: Team) -> None:
    eva, tom, fatima = team.eva, team.tom, team.fatima
    assert not await eva.shows_to_all() + await tom.shows_to_all()
    for lead in (eva, tom):
        await lead.turns_to("notes")
    for kind, text in (("tip", TIP), ("contact", CONTACT), ("question", QUESTION)):
        await fatima.gives(kind, text)
        await eva.sees(text)
        await tom.sees(text)
    await expect(tom.note(CONTACT)).to_contain_text(tom.say("lead-contact"))
    await eva.press(eva.button(eva.say("lead-all-seen")))
    await expect(eva.page.get_by_text(eva.say("lead-unread", count=0))).to_be_visible()

    await eva.goes_to("now")
    await fatima.gives("tip", LATER)
    await fatima.is_kept(LATER)
    await eva.goes_to("ours")
    new = eva.page.locator("section.ours-part").filter(has=eva.heading(eva.say("lead-fresh")))
    await expect(new.get_by_role("listitem")).to_have_count(1)
    await expect(new).to_contain_text(LATER)
    await eva.note(LATER).scroll_into_view_if_needed()
    await expect(eva.page.get_by_text(eva.say("lead-unread", count=0))).to_be_visible()  # it was looked at


async def test_what_is_taken_along_or_shown_is_so_for_both(team: Team, house: House) -> None:
    eva, tom = team.eva, team.tom
    await eva.press(eva.on_note(TIP, "lead-take"))
    await expect(tom.note(TIP)).to_contain_text(tom.say("lead-taken"))
    await tom.press(tom.on_note(TIP, "lead-release"))
    await expect(eva.note(TIP)).to_contain_text(eva.say("lead-released"))
    await expect(tom.on_note(CONTACT, "lead-release")).to_have_count(0)
    stage = await Phone.by_link(house.links["stage"])
    async with connected(stage):
        assert [row["text"] for row in stage.rows("Note").values()] == [TIP]


async def test_a_question_is_answered_and_who_asked_sees_the_answer(team: Team) -> None:
    eva, fatima = team.eva, team.fatima
    await eva.press(eva.note(QUESTION).get_by_role("button", name=eva.say("lead-answer")))
    field = eva.page.get_by_label(eva.say("lead-answer-label"))
    await expect(field).to_be_focused()
    await field.fill(ANSWER)
    await eva.saves()
    await expect(eva.note(QUESTION)).to_contain_text(ANSWER)
    await expect(fatima.note(QUESTION)).to_contain_text(ANSWER)
    assert not await eva.shut_out() + await fatima.shut_out()


async def test_two_leads_change_different_words_and_neither_notices(team: Team) -> None:
    eva, tom = team.eva, team.tom
    await eva.turns_to("plan")
    await eva.press(eva.change("Droom"))
    await expect(eva.page.get_by_label("Droom")).to_be_focused()
    await eva.types("dream", HERS)
    await expect(eva.page.get_by_text(eva.say("lead-draft-kept"))).to_be_visible()

    await tom.press(tom.change("Next step"))
    await tom.types("next-step", STEP)
    await tom.saves()
    await tom.is_saved(STEP)
    await expect(eva.page.get_by_text(STEP)).to_be_visible()
    await expect(eva.page.get_by_label("Droom")).to_have_value(HERS)

    await eva.page.reload()
    await expect(eva.page.get_by_label("Droom")).to_have_value(HERS)
    assert not await eva.shut_out()


async def test_the_same_words_changed_by_both_are_shown_side_by_side(team: Team) -> None:
    eva, tom = team.eva, team.tom
    await tom.press(tom.change("Dream"))
    await tom.types("dream", HIS)
    await tom.saves()
    await tom.is_saved(HIS)
    await eva.saves()
    clash = eva.page.get_by_role("group", name=eva.say("reason-changed-meanwhile"))
    await expect(clash).to_contain_text(HIS)
    await expect(clash).to_contain_text(HERS)
    assert not await eva.shut_out()
    await eva.page.reload()
    await expect(clash).to_contain_text(HERS)
    await eva.press(clash.get_by_role("button", name=eva.say("conflict-use-mine")))
    await expect(clash).to_have_count(0)
    await expect(tom.page.get_by_text(HERS)).to_be_visible()
    await expect(tom.page.get_by_text(HIS)).to_have_count(0)


async def test_a_milestone_is_made_and_goes_only_when_asked_twice(team: Team) -> None:
    eva, tom = team.eva, team.tom
    for what in (MILESTONE, "Nog een"):
        await tom.press(tom.button(tom.say("lead-milestone-add")))
        await tom.types("lead-milestone-what", what)
        await tom.types("lead-milestone-who", "Eva")
        await tom.types("lead-milestone-when", "2027-05-01")
        await tom.saves()
        await expect(eva.note(what)).to_contain_text(LONG_DATE)
    await tom.press(tom.note("Nog een").get_by_role("button", name=tom.say("lead-drop")))
    await expect(eva.note("Nog een")).to_be_visible()
    await tom.press(tom.button(tom.say("lead-drop-yes")))
    await expect(eva.note("Nog een")).to_have_count(0)


async def test_notes_are_put_under_a_word_and_leads_walk_into_their_room(team: Team) -> None:
    eva, tom = team.eva, team.tom
    await eva.turns_to("harvest")
    await eva.press(eva.on_note(TIP, "lead-word"))
    await eva.types("lead-word-new", "Plekken")
    await eva.saves()
    await tom.turns_to("harvest")
    await expect(tom.heading("Plekken")).to_be_visible()

    await eva.turns_to("room")
    await eva.press(eva.button(eva.say("lead-go-in")))
    await expect(eva.page.get_by_text(eva.say("lead-you", name=f"{OURS}"))).to_be_visible()
    await expect(tom.page.get_by_text(tom.say("lead-heads", count=1))).to_be_visible()
    await eva.press(eva.button(eva.say("lead-go-out")))
    await expect(tom.page.get_by_text(tom.say("lead-heads", count=0))).to_be_visible()


async def test_a_reload_keeps_everything(team: Team) -> None:
    eva, tom = team.eva, team.tom
    for lead in (eva, tom):
        await lead.turns_to("plan")
        await lead.page.reload()
        for text in (HERS, STEP):
            await expect(lead.page.get_by_text(text)).to_be_visible()
        await expect(lead.note(MILESTONE)).to_contain_text(LONG_DATE)
        await lead.turns_to("notes")
        await expect(lead.note(QUESTION)).to_contain_text(ANSWER)
        await expect(lead.note(TIP)).to_contain_text(lead.say("lead-taken"))
        assert not await lead.shows_to_all()
    await expect(eva.page.get_by_text(re.compile("nieuw$"))).to_have_count(0)
    assert not eva.watch.faults() + tom.watch.faults() + team.fatima.watch.faults()
