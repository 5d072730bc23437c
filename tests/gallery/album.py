"""Takes the pictures: one browser, a window for everybody who has a screen of their own, in each language."""

import itertools
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, NamedTuple

from playwright.async_api import Browser, Page

from server.words import sayer
from tests.gallery.people import Hall
from tests.journeys.eyes import STILL, Watch, violations
from tests.journeys.house import House
from tests.phone import Phone

Scheme = Literal["light", "dark"]
PHONE, TABLET, LAPTOP, BEAMER = (360, 740), (768, 1024), (1280, 800), (1920, 1080)
PAPER = (794, 1123)
"""A4, at the 96 pixels an inch of CSS."""
SIZES = {
    "door": (PHONE, TABLET, LAPTOP),
    "now": (PHONE, TABLET, LAPTOP),
    "lead": (PHONE, TABLET, LAPTOP),
    "console": (LAPTOP, TABLET, BEAMER),
    "desk": (LAPTOP, TABLET),
    "stage": (BEAMER, LAPTOP),
}
FINGER = 44
"""Pixels that a finger needs."""
AFAR = 1.2
"""The least size of words on the stage, in rem (a 54th of its height), to be read at ten metres."""
MOST_HIGH = 5
"""Of a page that is longer, so many windows' height are in the picture of the whole."""
MOST_PRESSED = 12
LINKS = {"console": "facilitator 2", "desk": "organiser", "stage": "stage"}
CHECKS = (Path(__file__).parent / "faults.js").read_text(encoding="utf-8")


class Screen(NamedTuple):
    """A screen: whose it is (a name of SIZES), which of their views, the address after the code, and what is pressed
    on it before the picture is taken (a selector)."""

    who: str
    view: str
    path: str
    press: str = ""

    @property
    def name(self) -> str:
        """What it is called in the album."""
        return f"{self.who}-{self.view}" if self.view else self.who


@dataclass
class Wanted:
    """Which pictures: of these screens (their first words; none means all), languages and schemes; of all that is on a
    page, or what is in sight; as it is printed."""

    only: list[str]
    langs: list[str]
    schemes: list[Scheme]
    whole: bool
    checks: bool
    paper: bool

    def has(self, name: str) -> bool:
        """Whether a screen of this name (moment and screen) is wanted."""
        return not self.only or any(re.search(rf"(^|-){re.escape(one)}", name) for one in self.only)


@dataclass
class Album:
    """A directory for pictures, and a line for each screen."""

    directory: Path
    wanted: Wanted
    house: House
    browser: Browser
    full: str
    pages: dict[tuple[str, str], tuple[Page, Watch]] = field(default_factory=dict)
    faults: int = 0
    pictures: int = 0

    async def seat(self, hall: Hall) -> None:
        """A window for each, in each language."""
        cookies = {who: (await Phone.by_link(self.house.links[label])).cookie for who, label in LINKS.items()}
        cookies |= {"now": hall.hero.cookie, "lead": hall.lead.cookie, "door": ""}
        for (who, cookie), lang in itertools.product(cookies.items(), self.wanted.langs):
            window = await self.browser.new_context(base_url=self.house.base, reduced_motion="reduce")
            await window.add_cookies([*self._cookies(f"{cookie}; lang={lang}")])
            page = await window.new_page()
            self.pages[who, lang] = (page, Watch(page))

    def _cookies(self, header: str) -> list[Any]:
        pairs = [pair.strip().split("=", 1) for pair in header.split(";") if pair.strip()]
        return [{"name": name, "value": value, "url": self.house.base} for name, value in pairs]

    async def take(self, moment: str, *screens: Screen) -> None:
        """The pictures of these screens at this moment."""
        for screen in screens:
            name = f"{self.full}-{moment}-{screen.name}"
            if self.wanted.has(name):
                for lang in self.wanted.langs:
                    await self._shoot(name, screen, lang)

    async def _shoot(self, name: str, screen: Screen, lang: str) -> None:
        page, watch = self.pages[screen.who, lang]
        sizes = [PAPER] if self.wanted.paper else SIZES[screen.who]
        await page.set_viewport_size(size_of(sizes[0]))
        await page.goto("about:blank")  # else a change after the # alone would load nothing
        # not until all is loaded: in a late round the page itself goes on to the one that has it
        await page.goto(screen.path.format(code=self.house.code), wait_until="commit")
        await settled(page, lang)
        await press_all(page, screen.press)
        for size in sizes:
            await page.set_viewport_size(size_of(size))
            for scheme in self.wanted.schemes:
                await self._picture(page, f"{name}-{size[0]}-{lang}-{scheme}.png", size, scheme)
            self._tell(f"{name}-{size[0]}-{lang}", [*await self._faults(page, screen, size, lang), *watch.faults()])
            watch.complaints.clear()
        if screen.press:
            await page.evaluate("localStorage.clear()")  # what was unfolded is kept there

    async def _picture(self, page: Page, file: str, size: tuple[int, int], scheme: Scheme) -> None:
        width, height = size
        await page.emulate_media(color_scheme=scheme, media="print" if self.wanted.paper else "screen")
        await page.evaluate(STILL)
        whole: dict[str, Any] = {}
        if self.wanted.whole:
            high = await page.evaluate("document.documentElement.scrollHeight")
            clip = {"x": 0, "y": 0, "width": width, "height": min(high, height * MOST_HIGH)}
            whole = {"full_page": True, "clip": clip}
        await page.screenshot(path=self.directory / file, **whole)
        self.pictures += 1

    async def _faults(self, page: Page, screen: Screen, size: tuple[int, int], lang: str) -> list[str]:
        if not self.wanted.checks:
            return []
        least = {"tap": FINGER if size == PHONE else 0, "type": AFAR if screen.who == "stage" else 0}
        found: list[str] = await page.evaluate(f"({CHECKS})({least})".replace("'", '"'))
        # What is unclear to who can't see it is so in every language.
        return found + (await violations(page) if lang == self.wanted.langs[0] else [])

    def _tell(self, row: str, faults: list[str]) -> None:
        self.faults += len(faults)
        print(f"{'✗' if faults else '✓'} {row}", flush=True)
        for fault in faults:
            print(f"    {fault}", flush=True)


def size_of(size: tuple[int, int]) -> Any:
    """A window's size as the browser wants it."""
    return {"width": size[0], "height": size[1]}


async def press_all(page: Page, which: str) -> None:
    """Press each of these once; what was pressed is no longer one of them."""
    for _ in range(MOST_PRESSED if which else 0):
        if await page.locator(which).count() == 0:
            return
        await page.locator(which).first.click()


async def settled(page: Page, lang: str) -> None:
    """Wait until the page shows what it has to show."""
    say = sayer(lang)
    await page.wait_for_load_state("networkidle")
    for words in ("loading", "board-fetching"):
        await page.get_by_text(say(words)).first.wait_for(state="detached")
    if await page.locator(".reveal").count():  # it comes in three steps
        await page.locator(".reveal-settled, .reveal .bars").first.wait_for()
    await page.evaluate("document.fonts.ready.then(() => true)")
