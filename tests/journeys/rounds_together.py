"""The whole day, first part: everybody comes in, and listens to the pitches together."""

import asyncio
import re

from playwright.async_api import Locator, expect

from tests.journeys.leads import Lead
from tests.journeys.moments import press_at_once, told
from tests.journeys.people import Facilitator, Person
from tests.journeys.whole import DREAM, OUR_ID, OURS, SECOND, WELCOME, WholeDay

TIP = "Vraag de huisarts mee: die weet wie er weinig buiten komt."
CONTACT = "Ik ken Lies Jansen van de dorpsraad. Zij kent elke boer."
QUESTION = "Hoeveel mensen rijden er elke week mee met de bus?"
ANSWER = "Ongeveer veertig, en elke maand komen er drie bij."
TOP = "The bus itself: everybody sees at once what it is for."
NASTY = "This is no good at all, and neither are you."
HALF, REST = "Paint the bus together,", " then everybody owns a bit of it."
SECOND_TOP = "Drie ideeën kiezen en dan doen: dat is moed."
LEFT_OUT = ("KunstPost", "BuurtBaanBureau", "Sterre & Stad & Studenten", "Buurtmaaltijden")
RELEASED = {TIP, TOP}


async def the_welcome(day: WholeDay) -> None:
    """In by the code, by links, and in English."""
    links = day.house.links
    await asyncio.gather(day.hall.opens(links["stage"]), day.anna.opens(links["facilitator 1"]))
    await in_english(day.bert, links["facilitator 2"])
    await day.fatima.types_the_code(await day.hall.code())
    await in_english(day.kevin, links["participants"])
    await day.kevin.gives_name()
    await day.eva.comes_in(links[f"lead {OURS}"])
    await expect(day.hall.page.get_by_text(re.compile(r"^6[0-9]\s+mensen zijn er al"))).to_be_visible()
    await day.look_around()
    await day.anna.starts()
    day.crowd.begin()
    await all_are_at(day, WELCOME, day.fatima, day.kevin)
    await day.kevin.page.reload()
    await day.kevin.is_at(WELCOME)
    await day.look_around()


async def in_english(person: Person, link: str) -> None:
    """Open this link, and choose English."""
    await person.opens(link)
    await person.page.get_by_role("link", name="English").click()
    await expect(person.page.locator("html")).to_have_attribute("lang", "en")


async def all_are_at(day: WholeDay, title: str, *people: Person) -> None:
    """Wait until these people are at this round, and the facilitators know."""
    await asyncio.gather(*(person.is_at(title) for person in people))
    await asyncio.gather(*(facilitator.is_at_round(title) for facilitator in (day.anna, day.bert)))


async def the_first_pitch(day: WholeDay) -> None:
    """Notes of all sorts: who may see them does, and nobody else."""
    fatima, kevin = day.fatima, day.kevin
    await day.anna.goes_on(OURS)
    await all_are_at(day, OURS, fatima, kevin)
    for kind, text in (("tip", TIP), ("question", QUESTION), ("contact", CONTACT)):
        await day.gives(fatima, kind, OUR_ID, text)
    await kevin.sees(QUESTION)
    too = kevin.note(QUESTION).get_by_role("button", name=kevin.say("rooms-back-note"))
    await kevin.press(too)
    await expect(too).to_have_attribute("aria-pressed", "true")
    await fatima.press(fatima.button(fatima.say("rooms-clap")))
    await expect(kevin.page.get_by_text(re.compile(r"^[0-9]+ clap"))).to_be_visible()
    await the_lead_receives(day)
    await the_facilitators_choose(day)
    await kevin_reloads_while_he_writes(day)
    await fatima.is_kept(CONTACT)
    await kevin.sees_no_more(CONTACT)
    await day.look_around()


def chip(lead: Lead, kind: str) -> Locator:
    """The button with which a lead sees one kind of notes."""
    which = lead.page.get_by_role("group", name=lead.say("lead-which"))
    return which.get_by_role("button", name=re.compile(f"^{lead.say(f'note-{kind}')}"))


async def the_lead_receives(day: WholeDay) -> None:
    """A contact, a question to answer, and a tip to take along and to show."""
    eva = day.eva
    await eva.press(chip(eva, "contact"))
    await eva.sees(CONTACT)
    await eva.press(chip(eva, "question"))
    await eva.sees(QUESTION)
    await eva.press(eva.note(QUESTION).get_by_role("button", name=eva.say("lead-answer")))
    await eva.types("lead-answer-label", ANSWER)
    await eva.saves()
    await expect(day.fatima.note(QUESTION)).to_contain_text(ANSWER)
    await eva.press(chip(eva, "tip"))
    await eva.sees(TIP)
    await eva.press(eva.on_note(TIP, "lead-take"))
    await eva.press(eva.on_note(TIP, "lead-release"))
    await day.hall.sees(TIP)


async def the_facilitators_choose(day: WholeDay) -> None:
    """What is put on the stage goes when it is hidden; what was never put there was never there."""
    anna, bert, kevin = day.anna, day.bert, day.kevin
    await day.gives(kevin, "top", OUR_ID, TOP)
    await bert.does(bert.say("note-release"), TOP)
    await day.hall.sees(TOP)
    await day.gives(kevin, "tip", OUR_ID, NASTY)
    await anna.does(anna.say("note-hide"), NASTY)
    await expect(kevin.note(NASTY)).to_contain_text(kevin.say("note-state-hidden"))
    await anna.does(anna.say("note-hide"), TOP)
    await day.hall.sees_no_more(TOP)
    await day.fatima.sees_no_more(TOP)


async def kevin_reloads_while_he_writes(day: WholeDay) -> None:
    """His words are still there, and he finishes them."""
    kevin = day.kevin
    await kevin.begins("tip", HALF)
    await kevin.page.reload()
    await expect(kevin.field("tip")).to_have_value(HALF)
    await kevin.field("tip").press("End")
    await kevin.page.keyboard.insert_text(REST)
    await kevin.sends("tip")
    await kevin.is_kept(HALF + REST)
    day.gave(kevin, "tip", OUR_ID, HALF + REST)


async def one_step_at_a_time(day: WholeDay) -> None:
    """Both facilitators press "next" at once; it is one step, and who came second hears where we are."""
    both = (day.anna, day.bert)
    for facilitator in both:
        await facilitator.asks(facilitator.say("move-next", round=SECOND), facilitator.everybody_goes("no"))
    await press_at_once(*(facilitator.button(facilitator.say("move-yes")) for facilitator in both))
    late = await who_was_late(f"Pitch {SECOND}", *both)
    await day.look(late)
    await late.press(late.button(late.say("refused-ok")))
    await all_are_at(day, SECOND, day.fatima, day.kevin)


async def who_was_late(there: str, *both: Facilitator) -> Facilitator:
    """Wait until one of these is told that a colleague was first; gives who."""
    waiting = {asyncio.create_task(told(one.page, one.say("refused-moved", round=there))): one for one in both}
    done, others = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    await asyncio.gather(*done)
    return waiting[done.pop()]


async def the_second_pitch(day: WholeDay) -> None:
    """The programme is changed while it runs: the other pitches are left out."""
    fatima, kevin, bert = day.fatima, day.kevin, day.bert
    await day.gives(fatima, "top", "omloop-middelland", SECOND_TOP)
    await kevin.sees(SECOND_TOP)
    await kevin.page.reload()
    await kevin.sees(SECOND_TOP)
    await bert.press(bert.button(bert.say("console-adapt")))
    programme = bert.page.get_by_role("region", name=bert.say("run-title"))
    for pitch in LEFT_OUT:
        opener = bert.button(re.compile(f" {pitch} "))
        line = programme.get_by_role("listitem").filter(has=opener)
        await bert.press(line.get_by_role("button", name=re.compile(f" {pitch} ")))
        await bert.press(line.get_by_role("button", name=bert.say("console-skip", ends="").partition("(")[0]))
        await expect(line).to_contain_text(bert.say("run-skipped"))
    await bert.press(bert.button(bert.say("console-adapt-done")))
    await expect(day.anna.button(day.anna.say("move-next", round=DREAM))).to_be_visible()
    await day.look_around()
