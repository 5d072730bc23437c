"""A day without a mouse: with Tab, Enter, arrows and the console's own keys, for who takes part and for who leads."""

import re

from playwright.async_api import Locator, Page, expect

from tests.journeys.people import Facilitator, Participant
from tests.phone import Phone

TIP = "Put the bus on the village calendar."
MESSAGE = "Over vijf minuten gaan we verder."
WILL_DO = "I'll go and see it myself."
TOO_FAR = 80


async def reach(page: Page, wanted: Locator, back: bool = False) -> None:
    """Tab on until this has the focus, and see that one sees where it is; 80 steps are too many."""
    await expect(wanted).to_be_visible()
    for _ in range(TOO_FAR):
        await page.keyboard.press("Shift+Tab" if back else "Tab")
        if await wanted.evaluate("(one) => one === document.activeElement"):
            assert await wanted.evaluate("(one) => one.matches(':focus-visible')")
            return
    raise AssertionError(f"{wanted} can't be reached with the Tab key")


async def enter(page: Page, wanted: Locator) -> None:
    """Go there and press Enter."""
    await reach(page, wanted)
    await page.keyboard.press("Enter")


class Guest(Participant):
    """Somebody who takes part without a mouse, in English."""

    async def comes_in(self, code: str) -> None:
        """Choose the language, give the code and a name."""
        await self.opens("/")
        await enter(self.page, self.page.get_by_role("link", name="English"))
        await expect(self.page.get_by_label(self.say("door-code"))).to_be_focused()
        await self.page.keyboard.type(code)
        await self.page.keyboard.press("Tab")
        await self.page.keyboard.type(self.name)
        await self.page.keyboard.press("Enter")
        await self.page.wait_for_url("**/now")

    async def gives_a_tip(self) -> None:
        """Choose the kind, write, send."""
        await enter(self.page, self.button(re.compile(f"^{self.say('note-tip')} ")))
        await expect(self.field("tip")).to_be_focused()
        await self.page.keyboard.type(TIP)
        await enter(self.page, self.button(self.say("send-note", kind="tip")))
        await self.is_kept(TIP)
        await expect(self.heading(self.say("give-heading"))).to_be_focused()

    async def walks_to(self, room: str) -> None:
        """Into a room, and call for help there."""
        await enter(self.page, self.button(re.compile(f"^{room} .*{self.say('rooms-go-in')}")))
        await self.is_at(room)
        await enter(self.page, self.button(self.say("rooms-help")))
        await expect(self.page.get_by_text(self.say("rooms-help-coming")).first).to_be_visible()

    async def walks_back(self, title: str) -> None:
        """Out of the room, into the hall."""
        await reach(self.page, self.button(self.say("rooms-back")).first, back=True)
        await self.page.keyboard.press("Enter")
        await self.is_at(title)

    async def votes_by_key(self, prize: str, initiative: str) -> None:
        """To the first of the list, and down to this one."""
        group = self.page.get_by_role("group", name=prize)
        await reach(self.page, group.get_by_role("radio").first)
        wanted = group.get_by_role("radio", name=initiative)
        while not await wanted.is_checked():
            await self.page.keyboard.press("ArrowDown")
        await expect(group).to_contain_text(self.say("ballot-saved"))

    async def says_goodbye(self) -> None:
        """What one will do."""
        await reach(self.page, self.page.get_by_label(self.say("goodbye-word-label")))
        await self.page.keyboard.type(WILL_DO)
        await enter(self.page, self.button(self.say("goodbye-word-send")))
        await expect(self.page.locator(".said")).to_have_text(WILL_DO)


class Leader(Facilitator):
    """Somebody who leads the day without a mouse."""

    async def hears_and_says_yes(self, sentence: str, answer: str) -> None:
        """What was pressed says first what it will do; its answer has the focus."""
        await expect(self.page.get_by_role("group", name=sentence)).to_be_visible()
        await expect(self.button(self.say(answer))).to_be_focused()
        await self.page.keyboard.press("Enter")

    async def goes_on_by_key(self, to: str) -> None:
        """To the next round."""
        await self.page.keyboard.press("n")
        await self.hears_and_says_yes(to, "move-yes")
        await self.is_at_round(to)

    async def jumps_by_key(self, to: str) -> None:
        """To any round of the programme."""
        await self.page.keyboard.press("h")  # from the calls it is on to the programme, and then to the notes
        programme = self.page.get_by_role("region", name=self.say("run-title"))
        await enter(self.page, programme.get_by_role("button", name=to))
        await self.hears_and_says_yes(to, "move-yes")
        await self.is_at_round(to)

    async def gives_a_minute_by_key(self) -> None:
        """One minute more."""
        before = await self.time_left()
        await self.page.keyboard.press("+")
        await expect(self.page.get_by_role("timer")).to_have_text(re.compile(r"^5:[345]"))
        assert await self.time_left() > before + 45

    async def tells_all(self) -> None:
        """A message to everybody."""
        await self.page.keyboard.press("m")
        await expect(self.page.get_by_label(self.say("console-message-label"))).to_be_focused()
        await self.page.keyboard.type(MESSAGE)
        await enter(self.page, self.button(self.say("console-send-all")))

    async def releases(self, text: str) -> None:
        """Put a note on the stage."""
        await self.page.keyboard.press("h")
        await enter(self.page, self.note(text).get_by_role("button", name=self.say("note-release")))
        await expect(self.note(text)).to_contain_text(self.say("note-is-released"))

    async def answers_the_call(self, room: str) -> None:
        """To the calls, and into the room."""
        await self.page.keyboard.press("h")
        await enter(self.page, self.button(re.compile(f"^{self.say('console-walk-to', room=room)}")))
        await expect(self.page.locator(".where")).to_contain_text(room)

    async def does_and_says_yes(self, button: str, sentence: str, answer: str) -> None:
        """Press one of the buttons that ask first."""
        await self.page.keyboard.press("h")
        await enter(self.page, self.button(self.say(button)).first)
        await self.hears_and_says_yes(sentence, answer)


async def all_vote(phones: list[Phone], prizes: list[str], choice: str) -> None:
    """Everybody in the hall chooses the same."""
    for phone in phones:
        for prize in prizes:
            assert "ok" in await phone.wish("CastVote", prize=prize, choice=choice)
