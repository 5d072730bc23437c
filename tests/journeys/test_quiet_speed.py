"""How fast one's words are on another's screen when all is quiet: told, not judged, for machines differ."""

from statistics import median

from playwright.async_api import Browser

from tests.journeys.conftest import Report
from tests.journeys.house import House
from tests.journeys.people import Participant
from tests.journeys.test_first_visit import in_the_first_pitch

TIMES = 20
SANE = 5_000

SEND = """
() => {
  document.querySelector("form").requestSubmit()
  return performance.timeOrigin + performance.now()
}
"""
APPEARS = """
(text) => new Promise((done) => {
  const look = () => document.body.textContent.includes(text) && done(performance.timeOrigin + performance.now())
  new MutationObserver(look).observe(document.body, {subtree: true, childList: true, characterData: true})
  look()
})
"""


async def one_screen_to_another(browser: Browser, house: House, times: int) -> list[float]:
    """Milliseconds from one person's press until it is on another's screen, so many times, when all is quiet."""
    await in_the_first_pitch(house)
    writer, reader = [
        await Participant.arrive(browser, house.base, name, (360, 740), touch=True) for name in ("Wim", "Lotte")
    ]
    for person in (writer, reader):
        await person.opens(house.links["participants"])
        await person.gives_name()
        await person.is_at("Beesd voor Elkaar")
    took = []
    for turn in range(times):
        text = f"Tip nummer {turn:03}."
        await writer.begins("tip", text)
        waiting = await reader.page.evaluate_handle(f"(text) => ({{when: ({APPEARS})(text)}})", text)
        sent = await writer.page.evaluate(SEND)
        took.append(await waiting.evaluate("(held) => held.when") - sent)
    return took


async def test_a_post_is_soon_on_another_screen(browser: Browser, house: House, report: Report) -> None:
    took = await one_screen_to_another(browser, house, TIMES)
    report("a post on another screen, median of 20 in ms", round(median(took), 1))
    report("a post on another screen, slowest of 20 in ms", round(max(took), 1))
    assert max(took) < SANE
