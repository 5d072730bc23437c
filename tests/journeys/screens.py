"""Takes a picture of every screen, to be looked at by people: `python -m tests.journeys.screens DIRECTORY [WHICH]`.

At four widths, in light and dark, in Dutch and English; with nothing on it, and on a busy day with long names, long
words and 300 notes. With WHICH, a regular expression, only those pictures are taken whose name it is found in.
"""

import asyncio
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Browser, BrowserContext, Page, async_playwright

from server.words import sayer
from tests.journeys.conftest import CHROMIUM, FLAGS
from tests.journeys.eyes import SCHEMES, STILL
from tests.journeys.house import House, open_house
from tests.journeys.voters import hall_of
from tests.phone import Phone, connected

WIDTHS = {360: 740, 768: 1024, 1280: 800, 1920: 1080}
LANGUAGES = ("nl", "en")
PEOPLE, NOTES = 60, 300
KINDS = ("tip", "top", "contact", "question", "impact")
LONG_NAME = "Wilhelmina-Alexandrine van den Oudenhoven-Pietersen tot Zuylen"[:60]
TEXTS = (
    "Vraag de huisarts of die meedoet.",
    "Wij deden dit in Zutphen ook. Begin klein, met één straat, en vertel elke maand wat er lukte. Hang het op bij de "
    "bakker en bij de school, dan ziet iedereen het. Na een half jaar deed de halve wijk mee en nu is het niet meer "
    "weg te denken. Wil je weten hoe wij het geld regelden, kom dan eens koffie drinken.",
    "Meervoudigepersoonlijkheidsstoornissenbehandelcentrumvrijwilligerscoördinatiebijeenkomst, en dan verder.",
    "Heel sterk!",
    "Zoek de buurtsportcoach: die kent de jongeren. 🙂 مرحبا بالجميع",
    "Wie betaalt dit over drie jaar?",
)
ROUNDS = {"welcome": 0, "pitch": 1, "ballot": 7, "prizes": 8, "goodbye": 9}


@dataclass
class Album:
    """Where the pictures go, and whose windows they are taken of."""

    directory: Path
    which: str
    house: House
    windows: dict[str, BrowserContext]

    async def take(self, state: str, screens: dict[str, str], whole: bool = False) -> None:
        """Pictures of these screens (name -> address) in every width, scheme and language; the whole page or what is
        in sight."""
        for name, address in screens.items():
            for lang in LANGUAGES:
                for width in (1920, 1280) if name == "stage" else WIDTHS:
                    await self._shoot(state, (name, address), lang, width, whole)

    def _wanted(self, file: str) -> bool:
        return re.search(self.which, file) is not None

    async def _shoot(self, state: str, screen: tuple[str, str], lang: str, width: int, whole: bool) -> None:
        name, address = screen
        names = {scheme: f"{state}-{name}-{width}-{lang}-{scheme}.png" for scheme in SCHEMES}
        if not any(map(self._wanted, names.values())):
            return
        window = self.windows.get(name.partition("-")[0], self.windows["participant"])
        await window.add_cookies([{"name": "lang", "value": lang, "url": self.house.base}])
        page = await window.new_page()
        await page.set_viewport_size({"width": width, "height": WIDTHS[width]})
        await page.emulate_media(reduced_motion="reduce")
        await page.goto(address)
        await settled(page, lang)
        for scheme, file in names.items():
            if self._wanted(file):
                await page.emulate_media(color_scheme=scheme)
                await page.evaluate(STILL)
                await page.screenshot(path=self.directory / file, full_page=whole)
        await page.close()


async def settled(page: Page, lang: str) -> None:
    """Wait until the page shows what it has to show."""
    loading = sayer(lang)("loading")
    await page.get_by_text(loading).wait_for(state="detached")
    await page.wait_for_load_state("networkidle")
    await page.evaluate("document.fonts.ready.then(() => true)")


async def windows_for(browser: Browser, house: House) -> dict[str, BrowserContext]:
    """A window for everybody who has a screen of their own."""
    windows: dict[str, BrowserContext] = {}
    for name, label in {"stage": "stage", "console": "facilitator 1", "desk": "organiser"}.items():
        windows[name] = await browser.new_context(base_url=house.base)
        page = await windows[name].new_page()
        await page.goto(house.links[label])
        await page.wait_for_url(f"**/{name}")
        await page.close()
    windows["participant"] = await browser.new_context(base_url=house.base)
    windows["stranger"] = windows["door"] = await browser.new_context(base_url=house.base)
    page = await windows["participant"].new_page()
    await page.goto(house.links["participants"])
    await page.get_by_label("Je naam").fill(LONG_NAME)
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/now")
    await page.close()
    return windows


async def write_all(phones: list[Phone], boards: list[str]) -> None:
    """300 notes, over all boards, of all kinds; the last ones stand on top."""

    async def write(at: int, phone: Phone) -> None:
        for turn in range(NOTES // PEOPLE):
            number = at + turn * PEOPLE
            text = TEXTS[(at + turn) % len(TEXTS)]
            await phone.post(boards[number % len(boards)], text, KINDS[(number // len(boards)) % len(KINDS)])

    await asyncio.gather(*(write(at, phone) for at, phone in enumerate(phones)))


async def go_to(lead: Phone, kind: str) -> None:
    """Have this kind of round under way."""
    rounds = sorted(lead.rows("Round").values(), key=lambda row: row["order"])
    here = lead.rows("Programme").get("programme", {"round": ""})["round"]
    answer = await lead.wish("OpenRound", round=rounds[ROUNDS[kind]]["id"], after=here)
    assert "ok" in answer, answer
    await lead.until(lambda: lead.rows("Programme").get("programme", {"round": ""})["round"] != here)


async def empty_day(album: Album, lead: Phone) -> None:
    """Before anybody wrote a word."""
    code = album.house.code
    doors = {"door": "/", "stranger": f"/{code}", "stranger-key": f"/{code}/key", "stranger-404": "/x/y/z"}
    await album.take("empty", {**doors, "again": f"/{code}"}, True)
    staff = {"console": f"/{code}/console", "stage": f"/{code}/stage", "desk": f"/{code}/desk"}
    await album.take("before", {**staff, "now": f"/{code}/now"}, True)
    await go_to(lead, "welcome")
    await album.take("welcome", {"now": f"/{code}/now", "stage": f"/{code}/stage"}, True)
    await go_to(lead, "pitch")
    tabs = {"now": f"/{code}/now", "plans": f"/{code}/now#plans", "mine": f"/{code}/now#mine"}
    await album.take("empty", {**staff, **tabs}, True)


async def busy_day(album: Album, lead: Phone, phones: list[Phone]) -> None:
    """With 60 people and 300 notes, some of them on the stage."""
    code = album.house.code
    now, stage, console = f"/{code}/now", f"/{code}/stage", f"/{code}/console"
    await write_all(phones, sorted(lead.rows("Board")))
    await lead.until(lambda: len(lead.rows("Note")) >= NOTES)
    for at, note in enumerate(lead.rows("Note").values()):
        if note["kind"] != "contact" and at % 6 == 0:
            await lead.wish("ReleaseNote", note=note["id"], released=True)
    await album.take("busy-pitch", {"now": now, "stage": stage, "console": console, "desk": f"/{code}/desk"})
    await album.take("busy-whole", {"now": now, "plans": f"{now}#plans/kunstpost"}, True)
    await go_to(lead, "ballot")
    await album.take("busy-ballot-soon", {"now": now, "stage": stage, "console": console})
    await lead.wish("OpenBallot", ballot="publieksprijs")
    boards = sorted(lead.rows("Board"))
    votes = [phone.wish("CastVote", prize="spreekuur", choice=boards[at % 2]) for at, phone in enumerate(phones)]
    await asyncio.gather(*votes)
    await album.take("busy-ballot-open", {"now": now, "stage": stage, "console": console})
    await lead.wish("CloseBallot", ballot="publieksprijs")
    await album.take("busy-tie", {"stage": stage, "console": console})
    await lead.wish("SettlePrize", prize="spreekuur", choice=boards[1])
    await go_to(lead, "prizes")
    await lead.wish("RevealPrize", prize="spreekuur")
    await album.take("busy-revealed", {"now": now, "stage": stage, "console": console})
    await go_to(lead, "goodbye")
    await album.take("busy-goodbye", {"now": now, "stage": stage, "console": console})


async def main(directory: Path, which: str) -> None:
    """Take them all."""
    with tempfile.TemporaryDirectory() as data_dir:
        async with open_house(Path(data_dir)) as house, async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            album = Album(directory, which, house, await windows_for(browser, house))
            lead = await Phone.by_link(house.links["facilitator 2"])
            async with connected(lead):
                await empty_day(album, lead)
                async with hall_of(PEOPLE, house.base, house.code, LONG_NAME[:50]) as phones:
                    await busy_day(album, lead, phones)
            await browser.close()


if __name__ == "__main__":
    album_directory = Path(sys.argv[1])
    album_directory.mkdir(parents=True, exist_ok=True)
    asyncio.run(main(album_directory, sys.argv[2] if len(sys.argv) > 2 else ""))
