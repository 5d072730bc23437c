"""The people behind an initiative, each before a window of their own."""

import re

from playwright.async_api import Locator, expect

from tests.journeys.people import Participant

PARTS = {
    "notes": "lead-notes",
    "harvest": "lead-harvest",
    "offers": "offer-ours-short",
    "room": "lead-room-short",
    "plan": "lead-plan",
}


class Lead(Participant):
    """Somebody of an initiative, who came by its own link."""

    async def comes_in(self, link: str) -> None:
        """By the personal link, straight to one's own initiative."""
        await self.opens(link)
        await self.page.wait_for_url("**/lead#ours")

    async def turns_to(self, part: str) -> None:
        """Go to the notes, the harvest, the room or the plan; on a wide screen the last two are always in sight."""
        views = self.page.get_by_role("navigation", name=self.say("lead-views"))
        view = views.get_by_role("link", name=self.say(PARTS[part]))
        await expect(views).to_be_visible()
        if await view.is_visible():
            await self.press(view)

    async def sees(self, text: str) -> None:
        """Wait until this note is in sight; let in what waits."""
        waiting = self.button(re.compile(r"^[0-9]+ .*(Laat zien|Show)"))
        await expect(self.note(text).or_(waiting).first).to_be_visible()
        if await waiting.count() > 0:
            await self.press(waiting)
        await expect(self.note(text)).to_have_count(1)

    def on_note(self, text: str, button: str) -> Locator:
        """This button of the note that says this."""
        return self.note(text).get_by_role("button", name=self.say(button))

    def change(self, what: str) -> Locator:
        """The button that opens the words of this name."""
        return self.button(f"{self.say('lead-change')}: {what}")

    async def saves(self) -> None:
        """Send what was typed."""
        await self.press(self.page.get_by_role("button", name=self.say("note-improve-save"), exact=True))

    async def is_saved(self, text: str) -> None:
        """Wait until the screen says beside these words that they are saved."""
        words = self.page.locator(".ours-words").filter(has_text=text)
        await expect(words).to_contain_text(self.say("note-state-saved"))

    async def types(self, label: str, text: str) -> None:
        """Fill in a field."""
        await self.page.get_by_label(self.say(label)).fill(text)

    async def shows_to_all(self) -> list[str]:
        """What would shut anybody out, part by part."""
        found = []
        for part in PARTS:
            await self.turns_to(part)
            found += [f"{part}: {fault}" for fault in await self.shut_out()]
        return found
