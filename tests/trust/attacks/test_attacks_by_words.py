"""Words that are more than words: markup, scripts, templates, hidden signs, lines for the log, and what keeps busy."""

import re
import time
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import httpx
import pytest
from msgspec.structs import replace
from playwright.async_api import Browser

import rooms
import server as server_package
from rooms.board import Note
from rooms.initiative import About, Initiative
from rooms.kernel import Put
from rooms.people import Person, Role
from rooms.publishing import Part, Publish
from server.embedded import Store
from tests.festijn import Inside, founded
from tests.journeys.conftest import browser
from tests.journeys.eyes import Watch
from tests.journeys.house import open_house
from tests.outcome import CASE, FACILITATOR, Day, planted
from tests.phone import Phone, connected
from tests.site import Site

__all__ = ["browser"]

HOSTILE = [
    "<script>window.hacked=1</script>",
    "<img src=x onerror=window.hacked=1>",
    "<svg onload=window.hacked=1>",
    "</title></textarea><script>window.hacked=1</script>",
    "javascript:window.hacked=1",
    '" autofocus onfocus=window.hacked=1 x="',
    "{{7*7}} ${7*7} #{7*7} <%= 7*7 %>",
    "om\u202egnirts\u2066 \u200b\u200d\ufeff",
    "e" + "\u0301" * 50,
    "]]><![CDATA[",
]
OTTO = Person(id="organiser-0000001", name="Otto", role=Role.ORGANISER)
SHORT, LONG = 1_000, 8_000
"""Signs: a time that grows with the square of the length grows 64 times between them."""
GROWS = 24
NOISE = 0.005
"""Seconds."""


@pytest.mark.parametrize("text", HOSTILE)
async def test_what_somebody_writes_is_text_on_every_page_without_a_script(
    store: Store, server: Inside, text: str
) -> None:
    day = Day()
    planted(day)
    about, case, note = (day.tables.all(kind)[0] for kind in (About, Initiative, Note))
    case = day.tables.find(Initiative, CASE)
    fields = dict.fromkeys(("name", "place", "what", "dream", "next_step"), text)
    shown = replace(note, id="shown", board=CASE, text=text, answer=text, cluster=text, hidden=False, taken=True)
    rows = [replace(about, title=text, welcome=text), replace(case, **fields), shown, FACILITATOR, OTTO]
    day.tables.apply([Put(row) for row in rows])
    day.say(Publish(about="", parts=tuple(Part), was=()), OTTO)
    day.say(Publish(about=CASE, parts=tuple(Part), was=()), OTTO)
    site = Site(server, await founded(store.url, tuple(day.tables.records())), {})
    guest = await site.guest(text[:60])
    for path in ("", "/now", "/results", f"/results/{CASE}"):
        page = (await guest.get(site.at(path))).text
        assert "7*7" in page or "7*7" not in text or path in ("", "/now"), "a template ran"
        for markup in re.findall(r"<(?:script|img|svg|/title)[^>]*>", text):
            assert markup not in page.replace("</title>\n", ""), (path, markup)
        assert not re.search(r"<[^>]*\son(?:error|load|focus)=", page), path
    await guest.aclose()


async def test_what_somebody_writes_is_text_on_every_screen(browser: Browser, tmp_path: Path) -> None:
    async with open_house(tmp_path / "house") as house:
        house.chosen["LOG_LEVEL"] = "debug"
        phones = [await Phone.come_in(house.base, house.code, text[:60]) for text in HOSTILE[:6]]
        async with connected(*phones):
            for phone in phones:
                for text in HOSTILE:
                    await phone.post(CASE, text)
        for label in ("participants", "facilitator 1", "lead KunstPost", "stage", "organiser"):
            context = await browser.new_context()
            page = await context.new_page()
            watch = Watch(page)
            await page.goto(house.links[label])
            if label == "participants":
                await page.get_by_role("textbox").fill(HOSTILE[0])
                await page.keyboard.press("Enter")
                await page.wait_for_url("**/now")
                await page.goto(f"{house.base}/{house.code}/now?late#plans/{CASE}")
            if label in ("participants", "lead KunstPost"):
                await page.get_by_text("window.hacked=1").first.wait_for(state="attached")
            await page.wait_for_load_state("networkidle")
            assert await page.evaluate("window.hacked === undefined"), label
            assert not watch.faults(), label
            await context.close()


async def test_no_name_and_no_text_is_in_any_log(tmp_path: Path) -> None:
    secret = 'Zwijg\r\n{"level":"error"}\x1b[31m'
    house = open_house(tmp_path / "house")
    async with house as one:
        one.chosen["LOG_LEVEL"] = "debug"
        await one.close()
        await one.start()
        phone = await Phone.come_in(one.base, one.code, secret)
        async with connected(phone):
            await phone.post(CASE, f"{secret} tekst")
            await phone.wish("PostNote", id="n" * 16, board="nergens", kind="tip", text=secret)
            await phone.wish("Zwijg", text=secret)
        async with httpx.AsyncClient(base_url=one.base) as guesser:
            await guesser.get(f"/{secret[:5]}/now")
            await guesser.post("/in", data={"code": secret[:5], "name": secret})
        token = one.links["facilitator 1"].partition("#")[2]
        await Phone.by_link(one.links["facilitator 1"])
        told = "\n".join(line for line in one.said if "#" not in line)
    assert "Zwijg" not in told and token not in told and phone.cookie.split("=", 1)[1] not in told
    assert "\x1b" not in told.replace("\x1b[0m", "")


def patterns() -> list[tuple[str, "re.Pattern[str] | re.Pattern[bytes]"]]:
    """Every pattern of ours, by where it stands."""
    found = []
    for package in (rooms, server_package):
        for one in iter_modules(package.__path__):
            if one.name not in ("__main__", "child"):
                module = import_module(f"{package.__name__}.{one.name}")
                named = ((f"{module.__name__}.{name}", value) for name, value in vars(module).items())
                found += [(name, value) for name, value in named if isinstance(value, re.Pattern)]
    return found


BUSY = ["a", "=", " ", "-", "0", ".", "a.", "@a", "www.", "1-", "_x", "\t", "ab ", "://", "\u0301", "(("]


@pytest.mark.parametrize("piece", BUSY)
def test_no_pattern_is_kept_busy(piece: str) -> None:
    assert len(patterns()) > 10
    for where, pattern in patterns():
        for end in ("", "!", "\x00"):
            short, long = (fastest(pattern, (piece * size)[:size] + end) for size in (SHORT, LONG))
            assert long < GROWS * short + NOISE, (where, piece, end)


def fastest(pattern: "re.Pattern[str] | re.Pattern[bytes]", text: str) -> float:
    """Seconds that the pattern needs for this text, at its best of three."""
    return min(timed(pattern, text if isinstance(pattern.pattern, str) else text.encode()) for _ in range(3))


def timed(pattern: "re.Pattern[str] | re.Pattern[bytes]", text: "str | bytes") -> float:
    began = time.process_time()
    pattern.sub(lambda _: "" if isinstance(text, str) else b"", text)  # type: ignore[arg-type,call-overload]
    pattern.fullmatch(text)  # type: ignore[arg-type]
    return time.process_time() - began
