"""What goes wrong in the middle of the shortest day: the web workers crash one by one, then the store."""

import asyncio
import re

from playwright.async_api import expect

from tests.journeys.day import Day, on_all
from tests.journeys.moments import now, record_states, recorded_states, told


async def the_workers_crash(day: Day) -> None:
    """Whoever hangs on it comes back by themselves, with what they wrote meanwhile."""
    await asyncio.gather(*(person.page.evaluate("window.sameLife = true") for person in day.screens))
    for turn, worker in enumerate(day.house.workers(), 1):
        texts = [f"Worker {turn}: {person.name} schrijft door." for person in day.participants]
        day.house.worker_crashes(worker)
        await asyncio.gather(*(who.gives("tip", text) for who, text in zip(day.participants, texts, strict=True)))
        for text in texts:
            await on_all([*day.participants, day.anna, day.bert], text)
        for who, text in zip(day.participants, texts, strict=True):
            await who.is_kept(text)


async def the_store_crashes(day: Day) -> None:
    """Nothing can be saved now; a worker crashes on top of it. All screens say so, and all heals by itself."""
    house, fatima, noor = day.house, day.fatima, day.noor
    await noor.goes_to("plans")
    await noor.press(noor.page.get_by_role("link", name=re.compile("^(Nu aan de beurt)? ?KunstPost")))
    place = noor.page.url
    text, more = "In de storm: hang een doos met krijt aan de gevel.", "In de storm: vraag de school om de hoek."
    await record_states(fatima.page, text)

    crash = now()
    house.store_crashes()
    await fatima.gives("tip", text)
    words = {person: person.say("trouble-store") for person in day.screens}
    moments = await asyncio.gather(*(told(person.page, said) for person, said in words.items()))
    away = (max(moments) - crash) / 1000
    day.report("store away is said on all six screens, s", round(away, 2))
    assert away < 2

    await expect(fatima.note(text)).to_contain_text("Staat op dit toestel. Wordt straks bewaard.")
    writing = day.phones[: len(day.phones) // 2]
    lines = [f"In de storm, stem {at:02}" for at in range(len(writing))]
    pairs = zip(writing, lines, strict=True)
    writers = [asyncio.create_task(phone.post("kunstpost", line)) for phone, line in pairs]
    house.worker_crashes(house.workers()[0])
    await noor.gives("top", more)
    await expect(noor.note(more)).to_contain_text("Staat op dit toestel. Wordt straks bewaard.")
    await day.look(fatima, day.anna, day.hall)

    back = now()
    house.store_may_return()
    await asyncio.gather(*(person.is_well() for person in day.screens))
    await asyncio.gather(*writers)
    for one in (text, more, *lines):
        await on_all([*day.participants, day.anna, day.bert], one)
    day.report("all is back on all screens after, s", round((now() - back) / 1000, 2))

    await fatima.is_kept(text)
    said = await recorded_states(fatima.page)
    assert said[-1][1] == "Bewaard"
    assert [at for at, state in said if state == "Bewaard" and at < back] == [], "saved was said while nothing could be"
    assert all([await person.page.evaluate("window.sameLife") for person in day.screens]), "nobody had to reload"
    assert noor.page.url == place
    await fatima.is_at("KunstPost")
    await noor.goes_to("now")
