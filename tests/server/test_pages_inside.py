"""The pages inside: who gets which, what guards them all, and what they say without their store."""

import asyncio
import io
import json
import re
import signal
import time
from pathlib import Path

import httpx
import pytest
from openpyxl import load_workbook

from rooms.harvest import MakePledge
from rooms.initiative import Initiative
from rooms.milestones import AddMilestone
from rooms.outcomes import Outcomes
from rooms.people import Person
from server.embedded import Store
from server.exports import KINDS, as_file
from server.shells import FILE_POLICY, OF_PAGES, guarding
from tests.festijn import IDENTITY, eventually, founded, inside
from tests.site import CROSS, Site

# -- inside


async def test_who_has_no_cookie_is_sent_to_the_door(site: Site) -> None:
    told = await site.browser().get(site.at("/now"))
    assert (told.status_code, told.headers["location"]) == (303, site.at())


@pytest.mark.parametrize("screen", ["console", "stage", "desk"])
async def test_a_guest_does_not_get_the_screens_of_others(site: Site, screen: str) -> None:
    told = await (await site.guest()).get(site.at(f"/{screen}"))
    assert told.status_code == 403
    assert 'href="/"' in told.text


async def test_a_signed_cookie_of_somebody_unknown_opens_nothing(site: Site) -> None:
    browser = await site.guest()
    (name,) = browser.cookies
    browser.cookies.set(name, str(IDENTITY._signer.dumps([site.listed.id, "participant", "nobody"])))
    assert (await browser.get(site.at("/now"))).status_code == 303


@pytest.mark.parametrize("label", ["", "stage", "facilitator 1"])
async def test_only_an_organiser_takes_the_outcome_home(site: Site, label: str) -> None:
    browser = await site.by_link(label) if label else await site.guest()
    for kind in KINDS:
        assert (await browser.get(site.at(f"/outcome.{kind}"))).status_code == 403


async def test_the_outcome_comes_as_a_file(site: Site) -> None:
    browser = await site.by_link("organiser")
    told = await browser.get(site.at("/outcome.md"))
    assert told.headers["content-type"].startswith("text/markdown")
    assert re.fullmatch(r'attachment; filename="[\w.-]+\.md"', told.headers["content-disposition"])
    assert "Brein Festijn" in told.text
    told = await browser.get(site.at("/outcome.json"))
    assert "Brein Festijn" in json.dumps(told.json())
    told = await browser.get(site.at("/outcome.xlsx"))
    assert told.headers["content-type"].endswith("spreadsheetml.sheet")
    assert load_workbook(io.BytesIO(told.content))["Festijn"]["B2"].value == "Brein Festijn"
    assert (await browser.get(site.at("/outcome.exe"))).status_code == 404


async def test_a_file_that_takes_longer_than_a_page_waits_still_comes_and_they_are_made_one_by_one(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    patience, at_work = 0.4, list[int]()
    most: list[int] = []

    def slowly(found: Outcomes, kind: str, lang: str) -> bytes:
        """Make it anew until a page's patience has been over for long."""
        at_work.append(1)
        most.append(len(at_work))
        began = time.monotonic()
        while time.monotonic() < began + 2 * patience:
            content = as_file(found, kind, lang)
        at_work.pop()
        return content

    browser = await site.by_link("organiser")
    for where in ("pages", "takehome"):
        monkeypatch.setattr(f"server.{where}.PATIENCE", patience)
    monkeypatch.setattr("server.takehome.as_file", slowly)
    told = await asyncio.gather(*(browser.get(site.at("/outcome.xlsx"), timeout=30) for _ in range(3)))
    assert [answer.status_code for answer in told] == [200] * 3
    assert most == [1, 1, 1]


async def test_everybody_takes_home_the_milestones_that_are_theirs(site: Site) -> None:
    hall = await site.hall()
    (other, case) = hall.replica.tables.all(Initiative)[:2]
    await site.by_link("facilitator 1")
    (fee,) = hall.replica.tables.all(Person)
    for number, (initiative, what) in enumerate([(case.id, "het mijne"), (other.id, "van hen")]):
        stone = AddMilestone(id=f"stone{number:011}", initiative=initiative, what=what, when="2022-03-01")
        assert (await hall.wish(stone, fee)).ok
    guest = await site.guest()
    told = await guest.get(site.at("/mine.ics"))
    assert (told.status_code, told.headers["content-type"]) == (200, "text/calendar; charset=utf-8")
    assert told.headers["cache-control"] == "no-store" and b"VEVENT" not in told.content
    (person,) = [one for one in hall.replica.tables.all(Person) if one.name == "Anna"]
    assert (await hall.wish(MakePledge(id="pledge0000000000", initiative=case.id, what="soep"), person)).ok
    told = await guest.get(site.at("/mine.ics"))
    assert "het mijne" in told.text and "van hen" not in told.text
    assert re.fullmatch(r'attachment; filename="festijn-\w+\.ics"', told.headers["content-disposition"])
    assert (await site.browser().get(site.at("/mine.ics"))).status_code == 403


async def test_the_join_address_is_there_as_a_code_for_cameras(site: Site) -> None:
    told = await site.browser().get(site.at("/qr.svg"))
    assert told.headers["content-type"].startswith("image/svg+xml")
    assert told.text.startswith("<svg")


# -- guarding


def plain(header: str) -> str:
    """A header as it is on an answer without a script."""
    return re.sub(r"'nonce-[\w-]{22}'", "'none'", header)


async def test_a_page_runs_its_own_script_by_a_number_that_is_used_once(site: Site) -> None:
    browser, nonces = await site.guest(), set()
    for path in ("/now", "/key", "/now"):
        told = await browser.get(site.at(path))
        scripts = re.findall(r"<script[^>]*>", told.text)
        (nonce,) = re.findall(r"script-src 'nonce-([\w-]{22})';", told.headers["content-security-policy"])
        assert len(scripts) == 1 and f'nonce="{nonce}"' in scripts[0]
        nonces.add(nonce)
    assert len(nonces) == 3
    door = await site.browser().get(site.at())
    assert "script-src 'none'" in door.headers["content-security-policy"] and "<script" not in door.text


def test_on_https_a_browser_is_told_to_stay_there() -> None:
    assert guarding(secure=True)["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    assert "Strict-Transport-Security" not in guarding()


@pytest.mark.parametrize(
    ("method", "path"),
    [
        *[("GET", path) for path in ("/", "/NOSUCH", "/a/b/c", "/healthz")],
        *[
            ("GET", path)
            for path in ("/{}", "/{}/key", "/{}/now", "/{}/stage", "/{}/qr.svg", "/socket.io/", "/socket.io/?j=0")
        ],
        ("POST", "/in"),
        ("PUT", "/"),
    ],
)
async def test_every_answer_bears_the_headers_that_guard(site: Site, method: str, path: str) -> None:
    told = await site.browser().request(method, path.format(site.listed.code))
    page = told.headers.get("content-type", "").startswith("text/html")
    wanted = guarding() if page else {name: value for name, value in guarding().items() if name not in OF_PAGES}
    assert {name: plain(told.headers.get(name, "")) for name in wanted} == wanted
    assert page or told.headers["content-security-policy"] == FILE_POLICY
    assert told.headers["cache-control"] == "no-store"
    assert "server" not in told.headers
    kind = told.headers.get("content-type", "")
    assert not kind.startswith("text/") or "charset=utf-8" in kind.lower()


@pytest.mark.parametrize("headers", [CROSS, {"Sec-Fetch-Site": "same-site"}, {"Origin": "https://evil.example.org"}])
async def test_another_website_changes_nothing(site: Site, headers: dict[str, str]) -> None:
    browser = site.browser()
    told = await browser.post("/in", data={"code": site.listed.code, "name": "Anna"}, headers=headers)
    assert told.status_code == 403
    assert 'href="/"' in told.text
    told = await site.turn(browser, "stage", headers=headers)
    assert (told.status_code, told.json()) == (403, {"reason": "not_allowed"})
    assert not browser.cookies
    assert not (await site.hall()).replica.tables.all(Person)


async def test_our_own_pages_may_change_something(site: Site) -> None:
    for headers in ({"Sec-Fetch-Site": "same-origin"}, {"Origin": site.server.base}):
        told = await site.browser().post("/in", data={"code": site.listed.code, "name": "Anna"}, headers=headers)
        assert told.status_code == 303


@pytest.mark.parametrize("path", ["/a/b/c", "/NOSUCH/now", "/{}/nothing", "/{}/outcome.exe"])
async def test_a_page_that_is_not_there_has_a_way_out(site: Site, path: str) -> None:
    told = await site.browser().get(path.format(site.listed.code))
    assert told.status_code == 404
    assert 'class="button" href="/"' in told.text


@pytest.mark.parametrize("path", ["/static/../server/settings.py", "/static/%2e%2e/%2e%2e/pyproject.toml", "/static/x"])
async def test_no_other_file_is_served(site: Site, path: str) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", site.server.app.settings.port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n".encode())
    assert (await reader.readline()).split()[1] == b"404"
    writer.close()


# -- the store is away


async def test_without_its_store_every_page_says_so_in_a_sentence(
    own_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.pages.PATIENCE", 1.2)
    listed = await founded(own_store.url)
    async with (
        inside(own_store.url, tmp_path) as one,
        httpx.AsyncClient(base_url=one.base, timeout=30) as web,
    ):
        assert (await web.get(f"/{listed.code}")).status_code == 200
        assert own_store.process is not None
        own_store.process.send_signal(signal.SIGSTOP)
        told = await asyncio.gather(
            *(web.get(f"/{listed.code}") for _ in range(10)),
            *(web.post("/in", data={"code": listed.code, "name": "Anna"}) for _ in range(10)),
            web.get("/readyz"),
        )
        assert {answer.status_code for answer in told[:10]} == {200}, "the door stands, from memory"
        assert {answer.status_code for answer in told[10:]} == {503}
        assert 'href="/in"' in told[10].text
        assert (await web.get("/")).status_code == (await web.get("/healthz")).status_code == 200
        own_store.process.send_signal(signal.SIGCONT)

        await own_store.kill()
        assert (await web.post("/in", data={"code": listed.code, "name": "Anna"})).status_code == 503
        await own_store.start()

        async def lets_in() -> bool:
            return (await web.post("/in", data={"code": listed.code, "name": "Anna"})).status_code == 303

        await eventually(lets_in)


def test_only_the_hosts_an_operator_names_may_be_framed_and_hear_somebody() -> None:
    told = guarding(("meet.example.org",))
    assert told["Content-Security-Policy"].endswith(" https://meet.example.org")
    assert 'microphone=("https://meet.example.org")' in told["Permissions-Policy"]
    assert "microphone=()" in guarding()["Permissions-Policy"]
