"""When things happen on screens: told by the pages themselves, so that our own looking takes no time.

All moments are ms since 1970 on this machine's one clock.
"""

import asyncio
import time
from typing import TypeVar

from playwright.async_api import Locator, Page

from tests.journeys.people import Person

Someone = TypeVar("Someone", bound=Person)

TOLD = """
(words) => new Promise((done) => {
  const look = () => [...document.querySelectorAll("[role=alert]")].some((one) => one.textContent.includes(words))
    && done(performance.timeOrigin + performance.now())
  new MutationObserver(look).observe(document.body, {subtree: true, childList: true, characterData: true})
  look()
})
"""
RECORD = """
(text) => {
  const said = window.statesSaid = []
  const look = () => {
    const slip = [...document.querySelectorAll("li[data-note]")].find((one) => one.textContent.includes(text))
    const state = slip?.querySelector(".slip-state")?.textContent ?? ""
    if (state !== said[said.length - 1]?.[1]) said.push([performance.timeOrigin + performance.now(), state])
  }
  new MutationObserver(look).observe(document.body, {subtree: true, childList: true, characterData: true})
}
"""
PRESS_AT = """
(button, at) => new Promise((done) => setTimeout(() => done(button.click()), at - Date.now()))
"""


def now() -> float:
    """This moment."""
    return time.time() * 1000


async def told(page: Page, words: str) -> float:
    """Wait until the page says this aloud; gives when it did. Somewhere beyond 15 s it gives up."""
    async with asyncio.timeout(15):
        return float(await page.evaluate(TOLD, words))


async def first_told(words: str, *people: Someone) -> Someone:
    """Wait until one of these people is told this; gives who."""
    waiting = {asyncio.create_task(told(person.page, words)): person for person in people}
    done, others = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    await asyncio.gather(*done)
    return waiting[done.pop()]


async def record_states(page: Page, text: str) -> None:
    """From now on write down every word the page says about the state of the note with this text."""
    await page.evaluate(RECORD, text)


async def recorded_states(page: Page) -> list[tuple[float, str]]:
    """What was written down: when, and what the page said from then on."""
    return [(at, state) for at, state in await page.evaluate("window.statesSaid")]


async def press_at_once(*buttons: Locator) -> None:
    """Press all these buttons, each on its own screen, at the same ms."""
    at = now() + 400
    await asyncio.gather(*(button.evaluate(PRESS_AT, at) for button in buttons))
