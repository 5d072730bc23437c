"""Guessing join codes, alone and from within a full hall: the guesser is slowed, and everybody else comes in."""

import asyncio
import contextlib
import re
import secrets
import time
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest_asyncio

from server.brake import AT_ONCE, EACH_MINUTE
from server.embedded import Store
from server.register import ALPHABET, CODE_LENGTH
from tests.festijn import Inside, Raw, inside
from tests.phone import cookie_of
from tests.site import Site

HALL, GUESSES = 500, 1_000


@pytest_asyncio.fixture
async def server(store: Store, tmp_path: Path) -> AsyncIterator[Inside]:
    """A server for each test: what a guesser used up is used up, and all tests come from one address."""
    async with inside(store.url, tmp_path) as own:
        yield own


def guess() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


async def guesses(site: Site, times: int) -> Counter[int]:
    """So many guesses, ten at once, by every way that tells a right code from a wrong one."""
    told: Counter[int] = Counter()
    ways = ("/{}", "/{}/now", "/{}/results", "/{}/qr.svg", "/{}/outcome.json", "/{}/mine.ics")

    async def some(browser: httpx.AsyncClient, share: int) -> None:
        for number in range(share):
            if number % 2:
                told[(await browser.post("/in", data={"code": guess(), "name": "Gok"})).status_code] += 1
            else:
                told[(await browser.get(ways[number // 2 % len(ways)].format(guess()))).status_code] += 1

    await asyncio.gather(*(some(site.browser(), times // 10) for _ in range(10)))
    return told


async def joined(site: Site, number: int, at_once: asyncio.Semaphore) -> Raw:
    """Somebody who comes in by the code, and is there."""
    async with at_once, httpx.AsyncClient(base_url=site.server.base, timeout=60) as browser:
        answer = await browser.post("/in", data={"code": site.listed.code, "name": f"Gast {number}"})
        assert answer.status_code == 303, answer.text
        phone = await Raw.connect(site.server.base, cookie_of(browser), hello(site.listed.code))
        assert (await phone.packet()).startswith("40")
        return phone


def hello(code: str) -> dict[str, str]:
    return {"code": code, "role": "participant"}


async def test_a_hall_of_500_comes_in_while_a_guesser_among_them_is_slowed(site: Site) -> None:
    await site.by_link("stage")
    at_once = asyncio.Semaphore(20)
    coming = (joined(site, number, at_once) for number in range(HALL))
    began = time.monotonic()
    told, *phones = await asyncio.gather(guesses(site, GUESSES), *coming)
    looked, most = told[404] + told[422], AT_ONCE + EACH_MINUTE * (time.monotonic() - began) / 60
    assert told.total() == looked + told[429] == GUESSES
    assert AT_ONCE <= looked <= most
    assert len(phones) == HALL
    await asyncio.gather(*(phone.line.close() for phone in phones))


async def test_a_hall_that_gets_the_code_at_the_same_moment_is_let_in(site: Site) -> None:
    form = {"code": site.listed.code, "name": "Gast"}
    told = await asyncio.gather(*(site.browser().post("/in", data=form) for _ in range(5 * AT_ONCE)))
    assert Counter(answer.status_code for answer in told) == {303: 5 * AT_ONCE}


async def test_who_is_slowed_hears_when_to_come_back_and_not_whether_the_code_was_right(site: Site) -> None:
    await guesses(site, 10 * AT_ONCE)
    stranger = site.browser()
    right, wrong = await stranger.get(site.at()), await stranger.get(f"/{guess()}")
    assert right.status_code == wrong.status_code == 429
    assert right.text.replace(site.listed.code, "") == wrong.text.replace(str(wrong.url.path)[1:], "")
    assert "Wacht een minuut" in right.text
    await site.by_link("facilitator 1")
    assert (await stranger.get(site.at())).status_code == 200


async def test_without_a_cookie_a_socket_tells_of_no_code_whether_it_is_there(site: Site) -> None:
    answers = [
        await (await Raw.connect(site.server.base, "", hello(code))).refusal() for code in (site.listed.code, guess())
    ]
    assert answers == ["who", "who"]


async def test_a_key_is_looked_at_however_many_guess_and_tells_of_no_code_whether_it_is_there(site: Site) -> None:
    stranger = site.browser()
    codes = (site.listed.code, guess())
    pages = [(await stranger.get(f"/{code}/key")).text.replace(code, "") for code in codes]
    first, second = (re.sub(r'nonce="[^"]+"', "", page) for page in pages)
    assert first == second
    answers = [await stranger.post(f"/{code}/key", json={"token": "x" * 32}) for code in codes]
    assert [(answer.status_code, answer.json()) for answer in answers] == [(403, {"reason": "gone"})] * 2


async def answer_to(site: Site, asked: bytes, within: float = 1.0) -> bytes:
    """What comes back on a line of its own, as far as it came in time (seconds)."""
    reader, writer = await asyncio.open_connection("127.0.0.1", int(site.server.base.rpartition(":")[2]))
    writer.write(asked)
    told = b""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(within):
            told = await reader.read()
    writer.close()
    return told


async def test_half_a_key_tells_of_no_code_whether_it_is_there(site: Site) -> None:
    head = "POST /{}/key HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Length: 20\r\n\r\n"
    await site.hall()
    for code in (site.listed.code, guess()):
        assert await answer_to(site, head.format(code).encode()) == b"", "all of it is waited for"


async def test_who_guesses_codes_by_keys_is_slowed_as_well_and_a_right_key_opens_all_the_same(site: Site) -> None:
    stranger = site.browser()
    told = [await stranger.post(f"/{guess()}/key", json={"token": "x" * 32}) for _ in range(2 * AT_ONCE)]
    assert Counter(answer.status_code for answer in told)[429] >= AT_ONCE - 2
    wrong = await stranger.post(site.at("/key"), json={"token": "x" * 32})
    assert wrong.status_code == 429, "nor is it told that this code is there"
    assert (await site.turn(stranger, "facilitator 1")).status_code == 200


async def test_what_a_browser_asks_for_by_itself_is_no_guess(site: Site) -> None:
    stranger = site.browser()
    for _ in range(3 * AT_ONCE):
        assert (await stranger.get("/favicon.ico")).status_code == 404
    assert (await stranger.get(site.at())).status_code == 200


async def test_who_is_no_proxy_of_ours_has_one_address(store: Store, tmp_path: Path) -> None:
    async with inside(store.url, tmp_path, FORWARDED_ALLOW_IPS="192.0.2.7") as server:
        async with httpx.AsyncClient(base_url=server.base) as guesser:
            told = [
                (await guesser.get(f"/{guess()}", headers={"X-Forwarded-For": f"198.51.100.{number}"})).status_code
                for number in range(2 * AT_ONCE)
            ]
    assert Counter(told)[429] >= AT_ONCE - 2
