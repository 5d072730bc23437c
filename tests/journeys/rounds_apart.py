"""The whole day, second part: people walk to the rooms of the initiatives, come back by themselves, and walk again."""

import asyncio
import re

from playwright.async_api import Locator, expect

from tests.journeys.people import Participant
from tests.journeys.rounds_together import all_are_at
from tests.journeys.test_rooms import goes_into
from tests.journeys.whole import BREAK, DREAM, NEED, OPEN_SPACE, OUR_ID, OURS, WholeDay

DREAMT = "A bus that also brings the library to every village."
UNSENT = "Vraag de school of de bus"


async def the_dream_round(day: WholeDay) -> None:
    """Into a full room, at a table; the lead is there already."""
    fatima, kevin, eva = day.fatima, day.kevin, day.eva
    await day.anna.goes_on(DREAM)
    await all_are_at(day, DREAM, fatima, kevin)
    await both_go_in(day)
    await eva.turns_to("room")
    await expect(eva.button(eva.say("lead-go-out"))).to_be_visible()
    await day.gives(kevin, "tip", OUR_ID, DREAMT)
    await kevin.is_kept(DREAMT)
    await fatima.sees(DREAMT)
    await day.look_around()


async def both_go_in(day: WholeDay) -> None:
    """Fatima and Kevin go into the same room; when it is full they sit at a table, and so they do after a reload."""
    for person in (day.fatima, day.kevin):
        await goes_into(person, OURS)
    await asyncio.gather(*(expect(table_of(person)).to_be_visible() for person in (day.fatima, day.kevin)))
    await day.kevin.page.reload()
    await day.kevin.is_at(OURS)
    await expect(table_of(day.kevin)).to_be_visible()


def table_of(person: Participant) -> Locator:
    """The heading of the table where somebody sits."""
    return person.page.get_by_role("heading", name=re.compile(f"^{person.say('rooms-own-table', number='')}"))


async def the_break(day: WholeDay) -> None:
    """All are back in the hall by themselves."""
    await day.bert.goes_on(BREAK)
    await all_are_at(day, BREAK, day.fatima, day.kevin)
    await expect(day.eva.button(day.eva.say("lead-go-in"))).to_be_visible()
    await day.kevin.page.reload()
    await day.kevin.is_at(BREAK)
    await day.look_around()


async def the_need_round(day: WholeDay) -> None:
    """Help comes when one calls."""
    fatima = day.fatima
    await day.anna.goes_on(NEED)
    await all_are_at(day, NEED, fatima, day.kevin)
    await both_go_in(day)
    await fatima.press(fatima.button(fatima.say("rooms-help")))
    await expect(fatima.page.get_by_text(fatima.say("rooms-help-coming")).first).to_be_visible()
    await day.look_around()
    await help_comes(day)


async def help_comes(day: WholeDay) -> None:
    """One press, and the facilitator is in that room."""
    anna = day.anna
    await anna.page.mouse.move(0, 0)  # who is busy below is not pushed away by a call: now she is not
    await anna.press(anna.button(re.compile(f"^{anna.say('console-walk-to', room=OURS)}")))
    await expect(day.fatima.note(day.fatima.say("rooms-facilitator"))).to_have_count(1)
    await expect(day.fatima.button(day.fatima.say("rooms-help"))).to_be_visible()


async def half_a_sentence(day: WholeDay) -> None:
    """The round ends while somebody writes: the words stay, can be sent, and then one goes along."""
    fatima = day.fatima
    await fatima.begins("tip", UNSENT)
    await day.bert.goes_on(OPEN_SPACE)
    await day.kevin.is_at(OPEN_SPACE)
    await expect(fatima.page.get_by_text(fatima.say("rooms-back-in-hall"), exact=True).last).to_be_visible()
    await expect(fatima.field("tip")).to_have_value(UNSENT)
    await fatima.sends("tip")
    await fatima.is_kept(UNSENT)
    day.gave(fatima, "tip", OUR_ID, UNSENT)
    await day.look(fatima)
    await fatima.press(fatima.button(fatima.say("now-go-along")))
    await fatima.is_at(OPEN_SPACE)
