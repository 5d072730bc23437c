"""Who is there on a day of the journeys, and where they sit."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field

from playwright.async_api import Browser

from tests.journeys.conftest import Report
from tests.journeys.house import House
from tests.journeys.people import Facilitator, Participant, Person, Stage
from tests.phone import Phone


@dataclass
class Day:
    """Everybody who is there."""

    house: House
    report: Report
    phones: list[Phone]
    anna: Facilitator
    bert: Facilitator
    hall: Stage
    fatima: Participant
    kevin: Participant
    noor: Participant
    shut_out: list[str] = field(default_factory=list)

    @property
    def participants(self) -> list[Participant]:
        return [self.fatima, self.kevin, self.noor]

    @property
    def screens(self) -> list[Person]:
        return [*self.participants, self.anna, self.bert, self.hall]

    async def look(self, *people: Person) -> None:
        """Keep what would shut anybody out, to tell it all at the end."""
        for found in await asyncio.gather(*(person.shut_out() for person in people)):
            self.shut_out += found


async def everybody(browser: Browser, house: House, report: Report, phones: list[Phone]) -> Day:
    """All windows, still empty."""
    return Day(
        house,
        report,
        phones,
        anna=await Facilitator.arrive(browser, house.base, "Anna", (1280, 800)),
        bert=await Facilitator.arrive(browser, house.base, "Bert", (1280, 800)),
        hall=await Stage.arrive(browser, house.base, "De zaal", (1920, 1080)),
        fatima=await Participant.arrive(browser, house.base, "Fatima", (360, 740), touch=True),
        kevin=await Participant.arrive(browser, house.base, "Kevin", (1280, 900), lang="en"),
        noor=await Participant.arrive(browser, house.base, "Noor", (768, 1024), touch=True),
    )


async def on_all(people: Iterable[Person], text: str) -> None:
    """Wait until everybody sees this note, once."""
    await asyncio.gather(*(person.sees(text) for person in people))
