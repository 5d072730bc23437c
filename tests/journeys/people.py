"""The people of a festival, each before a browser window of their own; what they do is named in their own words.

They find their way by roles and by the names that are on the screen, as somebody with a screen reader does.
"""

import re
from typing import Self

from playwright.async_api import Browser, Locator, Page, expect

from server.words import sayer
from tests.journeys.eyes import Watch, violations

LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}


class Person:
    """Somebody before a window. `say` gives the sentence on their screen, in their language."""

    def __init__(self, page: Page, name: str, lang: str, touch: bool) -> None:
        self.page, self.name, self.lang = page, name, lang
        self.say = sayer(lang)
        self.watch = Watch(page)
        self._touch = touch
        self.taps = 0

    @classmethod
    async def arrive(
        cls, browser: Browser, base: str, name: str, size: tuple[int, int], *, lang: str = "nl", touch: bool = False
    ) -> Self:
        """Somebody with a window of this size, still empty."""
        width, height = size
        context = await browser.new_context(
            base_url=base,
            viewport={"width": width, "height": height},
            locale=LANGUAGES[lang],
            has_touch=touch,
            accept_downloads=True,
        )
        return cls(await context.new_page(), name, lang, touch)

    async def opens(self, address: str) -> None:
        """Open a link, secret or not."""
        await self.page.goto(address)

    async def press(self, what: Locator) -> None:
        """One tap or click."""
        self.taps += 1
        await (what.tap() if self._touch else what.click())

    def button(self, name: str | re.Pattern[str]) -> Locator:
        """The button of this name."""
        return self.page.get_by_role("button", name=name)

    def heading(self, name: str) -> Locator:
        """The heading that says this."""
        return self.page.get_by_role("heading", name=name)

    def note(self, text: str) -> Locator:
        """The notes on the screen with this text in them."""
        return self.page.get_by_role("listitem").filter(has_text=text)

    def alarm(self, sentence: str) -> Locator:
        """This sentence, where it is said aloud at once."""
        return self.page.get_by_role("alert").filter(has_text=sentence)

    async def is_well(self) -> None:
        """Wait until nothing is said aloud any more: no trouble, no refusal."""
        await expect(self.page.get_by_role("alert").filter(has_text=re.compile(r"\S"))).to_have_count(0)

    async def is_at(self, title: str) -> None:
        """Wait until this is the title of what is on now."""
        await expect(self.page.get_by_role("heading", level=1)).to_have_text(title)

    async def sees(self, text: str) -> None:
        """Wait until this note is in sight, once; let in what waits, as somebody who wants to see it would."""
        waiting = self.button(re.compile("Laat zien|Show"))
        await expect(self.note(text).or_(waiting).first).to_be_visible()
        if await self.note(text).count() == 0:
            await waiting.click()
        await expect(self.note(text)).to_have_count(1)

    async def sees_no_more(self, text: str) -> None:
        """Wait until no note says this."""
        await expect(self.note(text)).to_have_count(0)

    async def time_left(self) -> int:
        """The seconds that the countdown shows."""
        digits = await self.page.get_by_role("timer").inner_text()
        minutes, seconds = digits.split(":")
        return int(minutes) * 60 + int(seconds)

    async def shut_out(self) -> list[str]:
        """What on this screen would shut people out, in light or in dark, or make them scroll sideways."""
        path = self.page.url.partition("#")[0].rpartition("/")[2]
        found = await violations(self.page)
        if await self.page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append("it is wider than the window")
        return [f"{self.name}, {path}: {fault}" for fault in found]


class Participant(Person):
    """Somebody who came to help, with a phone or at a table."""

    async def types_the_code(self, code: str) -> None:
        """In at the front door: the code is asked first, then the name."""
        await self.opens("/")
        await expect(self.page.get_by_label(self.say("door-code"))).to_be_focused()
        await self.page.keyboard.type(code)
        await self.page.keyboard.press("Tab")
        await self.gives_name()

    async def gives_name(self) -> None:
        """The one question at the door of this festival, and in."""
        await self.knocks()
        await self.page.wait_for_url("**/now")

    async def knocks(self) -> None:
        """Say who is there, and wish to come in."""
        await expect(self.page.get_by_label(self.say("door-name"))).to_be_focused()
        await self.page.keyboard.type(self.name)
        await self.press(self.button(self.say("door-go-in")))

    async def goes_to(self, tab: str) -> None:
        """Go to one of the three places: now, plans or mine."""
        menu = self.page.get_by_role("navigation", name=self.say("tabs-label"))
        await self.press(menu.get_by_role("link", name=self.say(f"tab-{tab}")))

    async def begins(self, kind: str, text: str) -> None:
        """Choose a kind of note and write; the words stay unsent."""
        kinds = self.page.get_by_role("group", name=self.say("change-kind"))
        await self.press(kinds.get_by_role("button", name=re.compile(f"^{self.say(f'note-{kind}')}")))
        await expect(self.field(kind)).to_be_focused()
        await self.page.keyboard.insert_text(text)

    def field(self, kind: str) -> Locator:
        """Where a note of this kind is written."""
        return self.page.get_by_label(self.say("write-label", kind=kind))

    async def sends(self, kind: str) -> None:
        """Send what was written."""
        await self.press(self.button(self.say("send-note", kind=kind)))

    async def gives(self, kind: str, text: str) -> None:
        """Write a note and send it; it is on this screen at once."""
        await self.begins(kind, text)
        await self.sends(kind)
        await expect(self.note(text)).to_have_count(1)

    async def is_kept(self, text: str) -> None:
        """Wait until this note of one's own is said to be saved."""
        await expect(self.note(text)).to_contain_text(self.say("note-state-saved"))

    async def improves(self, text: str, better: str) -> None:
        """Change one's own note."""
        await self.press(self.note(text).get_by_role("button", name=self.say("note-improve")))
        field = self.page.get_by_label(self.say("note-improve-label"))
        await expect(field).to_be_focused()
        await field.fill(better)
        await self.press(self.button(self.say("note-improve-save")))
        await expect(self.note(better)).to_contain_text(self.say("note-state-edited"))

    async def takes_back(self, text: str) -> None:
        """Take one's own note away; it is asked once more."""
        await self.press(self.note(text).get_by_role("button", name=self.say("note-take-back")))
        await self.press(self.button(self.say("note-take-back-yes")))
        await self.sees_no_more(text)

    async def votes_for(self, initiative: str) -> None:
        """Choose, or choose again; and wait until it is said to be saved."""
        choice = self.page.get_by_role("radio", name=initiative)
        await self.press(choice)
        await self.has_voted()
        await expect(choice).to_be_checked()

    async def has_voted(self) -> None:
        """Wait until one's vote is said to be saved."""
        await expect(self.page.get_by_role("main").get_by_text(self.say("ballot-saved"))).to_be_visible()


class Facilitator(Person):
    """Somebody who leads the day."""

    async def asks(self, button: str | re.Pattern[str], sentence: str = "") -> None:
        """Press what first says what it will do; hear that sentence."""
        await self.press(self.button(button).first)
        await expect(self.page.get_by_role("group", name=sentence)).to_be_visible()

    async def agrees(self, answer: str) -> None:
        """Yes, do it."""
        await self.press(self.button(answer))

    async def starts(self) -> None:
        """Begin the day."""
        await self.asks(re.compile(f"^{self.say('move-start', round='')}"), self.everybody_goes("no"))
        await self.agrees(self.say("move-yes"))

    def everybody_goes(self, again: str) -> str:
        """How the sentence begins that tells where everybody goes to, or ("yes") back to."""
        return self.say("move-preview", round="", minutes=1, again=again).partition(":")[0]

    async def goes_on(self, to: str) -> None:
        """To the next round, which is this one."""
        await self.asks(self.say("move-next", round=to), self.everybody_goes("no"))
        await self.agrees(self.say("move-yes"))
        await self.is_at_round(to)

    async def goes_back(self, to: str) -> None:
        """To the round before."""
        await self.asks(self.say("move-back", round=to), self.everybody_goes("yes"))
        await self.agrees(self.say("move-yes"))
        await self.is_at_round(to)

    async def jumps(self, to: str) -> None:
        """To any round of the programme."""
        programme = self.page.get_by_role("region", name=self.say("run-title"))
        await self.press(programme.get_by_role("button", name=to))
        await self.agrees(self.say("move-yes"))
        await self.is_at_round(to)

    async def is_at_round(self, title: str) -> None:
        """Wait until this is the round on the console."""
        await expect(self.page.get_by_role("heading", level=1)).to_contain_text(title)

    async def gives_a_minute(self) -> None:
        """One minute more."""
        await self.press(self.button(self.say("extend-long", minutes=1)))

    async def does(self, what: str, text: str) -> None:
        """Press one of the buttons of the note that says this, such as "Verberg"."""
        await self.sees(text)
        await self.press(self.note(text).get_by_role("button", name=what))

    async def opens_the_ballot(self) -> None:
        """Let people vote."""
        await self.asks(self.say("vote-open-do"), self.say("vote-open-preview"))
        await self.agrees(self.say("vote-open-yes"))

    async def closes_the_ballot(self) -> None:
        """Count and forget."""
        await self.asks(self.say("vote-close-do"), self.say("vote-close-preview"))
        await self.agrees(self.say("vote-close-yes"))

    async def settles_on(self, initiative: str) -> None:
        """Choose among equals, in the open."""
        await self.press(self.page.get_by_role("radio", name=initiative))
        await self.asks("Leg de keuze vast", f"{initiative} krijgt:")
        await self.agrees("Ja, leg vast")

    async def reveals(self) -> None:
        """Show the hall who gets the prize."""
        await self.asks("Onthul op het podium", "Iedereen ziet nu:")
        await self.agrees("Ja, onthul")


class Stage(Person):
    """The big screen."""

    def note(self, text: str) -> Locator:
        """The notes on the wall with this text in them."""
        return self.page.locator("[data-note]").filter(has_text=text)

    async def code(self) -> str:
        """The code that it shows."""
        return (await self.page.locator(".join-code").inner_text()).replace(" ", "")


class Organiser(Person):
    """Somebody who takes the outcomes home."""

    async def downloads(self, name: str) -> bytes:
        """The file behind this link."""
        async with self.page.expect_download() as coming:
            await self.press(self.page.get_by_role("link", name=name))
        return (await (await coming.value).path()).read_bytes()
