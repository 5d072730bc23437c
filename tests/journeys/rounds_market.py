"""The whole day, third part: the open space. Conversations are proposed, told, placed and held, while workers crash."""

import asyncio
import re

from playwright.async_api import Locator, expect

from tests.journeys.people import Facilitator, Participant
from tests.journeys.rounds_together import all_are_at
from tests.journeys.whole import OPEN_SPACE, WholeDay

HERS, HIS = "Een bus zonder chauffeur: wie durft?", "Who looks after the one who looks after all?"
INSIGHTS = ("Mensen stappen in als ze de chauffeur kennen.", " Zonder chauffeur missen ze het praatje.")
AGREEMENTS = ("Fatima belt de vervoerder.", " Noor vraagt drie buren om een proefrit.")
IN_THERE = "Laat de eerste rit gratis zijn."
WITHIN = 60_000
"""Milliseconds in which a crashed worker is replaced on the slowest machine; how long it took is told, not asserted."""
HIS_INSIGHT = "Nobody asks the one who always helps how it goes."


async def the_open_space(day: WholeDay) -> None:
    """Somebody comes late; two conversations get a place, and people go there."""
    noor = day.noor
    await all_are_at(day, OPEN_SPACE, day.fatima, day.kevin)
    await noor.opens(day.house.links["participants"])
    await noor.gives_name()
    await noor.is_at(OPEN_SPACE)
    day.there.append(noor)
    await asyncio.gather(proposes(day.fatima, HERS), proposes(day.kevin, HIS))
    await she_chooses_a_place(day.fatima)
    await his_is_told_and_placed(day)
    await day.look_around()
    await goes_there(noor, HERS)
    await stays_under_the_finger(day.fatima, HERS)
    await goes_there(day.fatima, HERS)
    await goes_there(day.kevin, HIS)
    await day.kevin.page.reload()
    await day.kevin.is_at(HIS)


async def proposes(person: Participant, title: str) -> None:
    """One field and one press."""
    await person.page.get_by_label(person.say("market-about-what")).fill(title)
    await person.press(person.button(person.say("market-send")))
    await expect(own(person, title)).to_be_visible()


def own(person: Participant, title: str) -> Locator:
    """Somebody's own conversation, with what can be done with it."""
    return person.page.locator("li.own-talk").filter(has_text=title)


def in_grid(person: Participant, title: str) -> Locator:
    """A conversation in the list of all."""
    return person.page.locator("li.talk").filter(has_text=title)


async def she_chooses_a_place(fatima: Participant) -> None:
    """The convener puts her own conversation in the grid."""
    await fatima.press(own(fatima, HERS).get_by_role("button", name=fatima.say("market-give-place")))
    words = (fatima.say("market-slot", slot=1), fatima.say("market-place", place=1), fatima.say("market-cell-free"))
    await fatima.press(fatima.button("{}, {}: {}".format(*words)))
    await expect(own(fatima, HERS)).to_contain_text(fatima.say("market-place", place=1))


async def his_is_told_and_placed(day: WholeDay) -> None:
    """He waits for the stage; one facilitator has it told there, the other gives it a place."""
    anna, bert, kevin = day.anna, day.bert, day.kevin
    await kevin.press(own(kevin, HIS).get_by_role("button", name=kevin.say("market-queue")))
    queue = anna.page.locator(".pitch-queue").get_by_role("listitem").filter(has_text=HIS)
    await anna.press(queue.get_by_role("button", name=anna.say("console-pitch-now")))
    await expect(day.hall.heading(HIS)).to_be_visible()
    await bert.press(bert.button(HIS))
    await bert.page.get_by_label(bert.say("console-place-for", title=HIS)).select_option("1/2")
    await bert.press(bert.button(bert.say("console-place-do", slot=1, place=2)))
    await expect(own(kevin, HIS)).to_contain_text(kevin.say("market-place", place=2))


async def stays_under_the_finger(person: Participant, title: str) -> None:
    """That some are inside is told at any moment, and moves no button."""
    talk = in_grid(person, title)
    go = talk.get_by_role("button", name=person.say("market-go"), exact=True)
    inside = talk.get_by_text(re.compile(person.say("market-inside", count=0).replace("0", r"\d+")))
    await expect(inside).to_be_visible()
    told = await reach(talk, go)
    await inside.evaluate("words => { words.style.display = 'none' }")
    untold = await reach(talk, go)
    await inside.evaluate("words => { words.style.display = '' }")
    assert told == untold, f"the button of {title} moves"


async def reach(talk: Locator, button: Locator) -> float:
    """How far below the top of its card a button is, in pixels."""
    card, place = await talk.bounding_box(), await button.bounding_box()
    assert card is not None and place is not None
    return place["y"] - card["y"]


async def goes_there(person: Participant, title: str) -> None:
    """Say that one goes there, and go."""
    talk = in_grid(person, title)
    going = talk.get_by_role("button", name=person.say("market-going-there"))
    await person.press(going)
    await expect(talk.get_by_role("button", name=person.say("market-going-mine"))).to_be_visible()
    go = talk.get_by_role("button", name=person.say("market-go"), exact=True)
    await person.press(go)
    await person.is_at(title)


async def workers_crash_while_people_type(day: WholeDay) -> None:
    """Nobody reloads, and nothing is lost: one worker after the other crashes in the middle of a sentence."""
    fatima, kevin, noor = day.fatima, day.kevin, day.noor
    await asyncio.gather(*(person.page.evaluate("window.sameLife = true") for person in day.there))
    first, second = day.house.workers()
    await types_while_a_worker_crashes(day, "market-insights", INSIGHTS, first)
    await day.gives(noor, "tip", HERS, IN_THERE)
    await types_while_a_worker_crashes(day, "market-agreements", AGREEMENTS, second)
    await kevin.page.get_by_label(kevin.say("market-insights")).fill(HIS_INSIGHT)
    await is_written(kevin, "market-insights", HIS_INSIGHT)
    await noor.is_kept(IN_THERE)
    await fatima.sees(IN_THERE)
    await is_written(noor, "market-insights", "".join(INSIGHTS))
    await is_written(noor, "market-agreements", "".join(AGREEMENTS))
    await hears_what_would_go(day.bert, HIS)
    assert all([await person.page.evaluate("window.sameLife") for person in day.there]), "nobody had to reload"
    await day.look_around()


async def hears_what_would_go(facilitator: Facilitator, title: str) -> None:
    """Who is about to remove a conversation is told that what was written in it goes too, and leaves it."""
    remove = facilitator.button(facilitator.say("console-withdraw"))
    await facilitator.press(remove)
    await expect(facilitator.page.get_by_text(facilitator.say("console-withdraw-written", title=title))).to_be_visible()
    await expect(facilitator.button(facilitator.say("console-withdraw-yes"))).to_be_focused()
    await facilitator.page.keyboard.press("Escape")
    await expect(remove).to_be_focused()


async def types_while_a_worker_crashes(day: WholeDay, label: str, words: tuple[str, str], worker: int) -> None:
    """Half of it before the crash, half of it after; it is saved as one text."""
    field = day.fatima.page.get_by_label(day.fatima.say(label))
    await field.focus()
    await day.fatima.page.keyboard.insert_text(words[0])
    day.house.worker_crashes(worker)
    await day.fatima.page.keyboard.insert_text(words[1])
    await expect(field).to_have_value("".join(words))
    await is_written(day.fatima, label, "".join(words))


async def is_written(person: Participant, label: str, text: str) -> None:
    """Wait until this stands in the field, and is said to be saved."""
    field = person.page.locator(".typed-field").filter(has=person.page.get_by_label(person.say(label)))
    await expect(field.get_by_role("textbox")).to_have_value(text)
    await expect(field).to_contain_text(person.say("note-state-saved"), timeout=WITHIN)
