"""Who is there on the whole day, what they gave, and all that the stage ever showed."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.async_api import Browser, WebSocket

from rooms.kernel import Tables
from server.hall import Hall
from server.register import Register
from server.settings import socket_url
from tests.festijn import WHOLE_DAY
from tests.journeys.conftest import Report
from tests.journeys.crowd import Crowd
from tests.journeys.day import Day
from tests.journeys.house import House
from tests.journeys.leads import Lead
from tests.journeys.people import Facilitator, Participant, Person, Stage

OURS, OUR_ID = "Beesd voor Elkaar", "beesd-voor-elkaar"
VOTED, VOTED_TOO = "Een spreekuur over praten met de gemeente", "Hulp uit een netwerk van bedrijven"
MONEY = "Geld om te blijven en te groeien"
WELCOME, SECOND, DREAM, BREAK, NEED, OPEN_SPACE, HARVEST, BALLOT, PRIZES, GOODBYE = (
    *("Welkom op het plein", "Omloop Middelland", "De droomronde", "Pauze", "De hulpronde", "Kies zelf je gesprek"),
    *("Wat nemen we mee?", "Kies wie de prijs krijgt", "De prijzen", "Tot ziens"),
)

REMEMBER = """
(() => {
  const shown = window.everShown = new Set()
  const steps = window.revealSteps = []
  const look = () => {
    const all = document.createTreeWalker(document, NodeFilter.SHOW_TEXT)
    while (all.nextNode()) shown.add(all.currentNode.data)
    const step = ["reveal-to", "reveal-winner", "bars"].filter((one) => document.querySelector(`.reveal .${one}`))
    if (step.join() !== steps[steps.length - 1]) steps.push(step.join())
  }
  new MutationObserver(look).observe(document, {subtree: true, childList: true, characterData: true})
})()
"""


class Memory:
    """All that the stage was ever told, and all that ever stood on it, if only for a moment."""

    def __init__(self, stage: Stage) -> None:
        self._page = stage.page
        self._told: list[str] = []
        stage.page.on("websocket", self._listen)

    async def begin(self) -> None:
        """Remember from the next page on."""
        await self._page.add_init_script(REMEMBER)

    def _listen(self, line: WebSocket) -> None:
        line.on("framereceived", lambda frame: self._told.append(str(frame)))

    async def knew(self, texts: set[str]) -> set[str]:
        """Those of these texts that were told to the stage, or shown on it."""
        shown = "\n".join(await self._page.evaluate("[...window.everShown]"))
        told = "\n".join(self._told)
        return {text for text in texts if text in shown or json.dumps(text, ensure_ascii=False)[1:-1] in told}

    async def showed(self, texts: set[str]) -> set[str]:
        """Those of these texts that stood on it."""
        shown = "\n".join(await self._page.evaluate("[...window.everShown]"))
        return {text for text in texts if text in shown}

    async def steps(self) -> list[str]:
        """The steps in which prizes were revealed, as they followed each other."""
        steps: list[str] = await self._page.evaluate("window.revealSteps")
        return steps


@dataclass(kw_only=True)
class WholeDay(Day):
    """Everybody before a window: a participant with a phone (Fatima), one who reloads in every round (Kevin), one who
    comes late (Noor), a lead (Eva), two facilitators and the stage; and the crowd around them."""

    eva: Lead
    crowd: Crowd
    memory: Memory
    there: list[Person] = field(init=False)
    given: list[tuple[str, str, str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.there = [self.fatima, self.kevin, self.eva, self.anna, self.bert, self.hall]

    @property
    def screens(self) -> list[Person]:
        return self.there

    async def gives(self, who: Participant, kind: str, board: str, text: str) -> None:
        """Somebody writes a note on the board of an initiative (its id) or of a conversation (its title)."""
        await who.gives(kind, text)
        self.gave(who, kind, board, text)

    def gave(self, who: Participant, kind: str, board: str, text: str) -> None:
        """Write down that this note must be there in the end, once."""
        self.given.append((who.name, kind, board, text))

    async def look_around(self) -> None:
        """Nobody is shut out of any screen."""
        await self.look(*self.there)


async def whole_day(browser: Browser, house: House, report: Report, crowd: Crowd) -> WholeDay:
    """All windows, still empty."""
    base, desk = house.base, (1280, 800)
    hall = await Stage.arrive(browser, base, "De zaal", (1920, 1080))
    memory = Memory(hall)
    await memory.begin()
    return WholeDay(
        house=house,
        report=report,
        phones=[],
        crowd=crowd,
        memory=memory,
        hall=hall,
        anna=await Facilitator.arrive(browser, base, "Anna", desk),
        bert=await Facilitator.arrive(browser, base, "Bert", desk, lang="en"),
        fatima=await Participant.arrive(browser, base, "Fatima", (360, 740), touch=True),
        kevin=await Participant.arrive(browser, base, "Kevin", (1280, 900), lang="en"),
        noor=await Participant.arrive(browser, base, "Noor", (768, 1024), touch=True),
        eva=await Lead.arrive(browser, base, "Eva", (768, 1024), touch=True),
    )


def with_two_votes(directory: Path) -> Path:
    """The event file of the whole day, with a second prize that is voted about: all on one screen."""
    before, prize, after = WHOLE_DAY.read_text(encoding="utf-8").partition(VOTED_TOO)
    event = directory / "whole-day.toml"
    event.write_text(before + prize + after.replace('decided = "partner"', 'decided = "vote"', 1), encoding="utf-8")
    return event


@asynccontextmanager
async def long_house(directory: Path) -> AsyncIterator[House]:
    """A Festijn with the whole day."""
    house = House(directory, event=with_two_votes(directory))
    try:
        yield await house.start()
    finally:
        await house.close()


async def tables_of(house: House) -> Tables:
    """All records of the festival as the journal tells them, to whoever reads it anew."""
    url = socket_url(house.data_dir)
    register = Register(url)
    (listed,) = await register.all()
    await register.close()
    hall = Hall(url, listed.id)
    try:
        await hall.open()
        return hall.replica.tables
    finally:
        await hall.close()
