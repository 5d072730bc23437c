"""Addresses that should tell nothing, do nothing, and lead nowhere else."""

import contextlib
import re
import tracemalloc
from collections.abc import AsyncIterator

import httpx
import pytest

from rooms.kernel import Record
from server.forms import BODY_BYTES
from tests.site import Site

ELSEWHERE = [
    "/?next=//evil.example",
    "/{}?next=https:evil.example",
    "/{}/now?lang=en&next=/\\evil.example",
    "/{}//evil",
]


def rows(site_rows: list[Record]) -> list[Record]:
    return sorted(site_rows, key=repr)


AS_IF_HOSTS = ["//evil.example/x", "/\\evil.example", "///evil.example/{}/y", "/%2Fevil.example/x/y"]


@pytest.mark.parametrize("path", AS_IF_HOSTS)
async def test_no_link_on_a_page_leads_to_another_website(site: Site, path: str) -> None:
    raw = httpx.URL(site.server.base).copy_with(raw_path=path.format(site.listed.code).encode())
    told = await site.browser().get(raw)
    assert told.status_code == 404
    links = re.findall(r'(?:href|src|action)="([^"]*)"', told.text)
    assert [link for link in links if link.startswith(("//", "/\\", "http"))] == []
    assert any("lang=en" in link for link in links)


@pytest.mark.parametrize("path", ELSEWHERE)
async def test_no_address_leads_to_another_website(site: Site, path: str) -> None:
    for browser in (site.browser(), await site.guest()):
        where = (await browser.get(path.format(site.listed.code))).headers.get("location", "/")
        assert re.match(r"/(?![/\\])", where) and "evil" not in where


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"])
async def test_asking_for_a_page_changes_nothing(site: Site, method: str) -> None:
    browser, tables = await site.guest(), (await site.hall()).replica.tables
    before = rows(tables.records())
    for path in ("/in?code={}&name=Evil", "/{}/return?role=participant", "/{}/key?token=x", "/{}", "/{}/now"):
        told = await browser.request(method, path.format(site.listed.code))
        assert told.status_code in (200, 303, 404, 405, 403), path
    assert rows(tables.records()) == before


async def test_no_private_page_is_kept_by_a_browser(site: Site) -> None:
    for label, path in (("organiser", "/desk"), ("stage", "/stage"), ("organiser", "/outcome.json")):
        told = await (await site.by_link(label)).get(site.at(path))
        assert (told.status_code, told.headers["cache-control"]) == (200, "no-store")
    guest = await site.guest()
    for path in ("/now", "/mine.ics"):
        assert (await guest.get(site.at(path))).headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path",
    [
        "/metrics",
        "/docs",
        "/openapi.json",
        "/.git/config",
        "/.env",
        "/admin",
        "/server-status",
        "/healthz/x",
        "/static/",
    ],
)
async def test_what_is_not_there_tells_nothing(site: Site, path: str) -> None:
    told = await site.browser().get(path)
    assert told.status_code == 404
    assert not re.search("uvicorn|starlette|python|traceback", f"{told.headers} {told.text}", re.IGNORECASE)
    assert (await site.browser().request("TRACE", path)).status_code in (404, 405)


async def test_health_says_one_word(site: Site) -> None:
    told = await site.browser().get("/healthz?verbose=1&debug=1")
    assert (told.status_code, told.text) == (200, "ok")


async def test_of_a_body_no_more_is_kept_than_our_longest_form(site: Site) -> None:
    piece = b"x" * BODY_BYTES

    async def endless() -> AsyncIterator[bytes]:
        for _ in range(10_000):
            yield piece

    form = {"Content-Type": "application/x-www-form-urlencoded"}
    tracemalloc.start()
    with contextlib.suppress(httpx.TransportError):  # the line was closed while we still wrote
        assert (await site.browser().post("/in", content=endless(), headers=form, timeout=30)).status_code == 422
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 5_000_000
