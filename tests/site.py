"""Festijn's pages as a browser without a screen sees them."""

from typing import Any

import httpx

from server.hall import Hall
from server.register import Listed
from tests.festijn import Inside

CROSS = {"Sec-Fetch-Site": "cross-site"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Site:
    """A server with one festival, and browsers to visit it."""

    def __init__(self, server: Inside, listed: Listed, ways_in: dict[str, str]) -> None:
        self.server = server
        self.listed = listed
        self.links = ways_in
        self.browsers: list[httpx.AsyncClient] = []

    def browser(self) -> httpx.AsyncClient:
        """A new browser that knows nothing."""
        self.browsers.append(httpx.AsyncClient(base_url=self.server.base))
        return self.browsers[-1]

    async def guest(self, name: str = "Anna") -> httpx.AsyncClient:
        """A browser that came in by the door."""
        browser = self.browser()
        assert (await browser.post("/in", data={"code": self.listed.code, "name": name})).status_code == 303
        return browser

    async def by_link(self, label: str) -> httpx.AsyncClient:
        """A browser that came in by a secret link."""
        browser = self.browser()
        assert (await self.turn(browser, label)).status_code == 200
        return browser

    async def turn(self, browser: httpx.AsyncClient, label: str, **more: Any) -> httpx.Response:
        """Exchange the secret of a link."""
        where, token = self.links[label].split("#")
        return await browser.post(where, json={"token": token}, **more)

    def at(self, rest: str = "") -> str:
        return f"/{self.listed.code}{rest}"

    async def hall(self) -> Hall:
        return await self.server.app.venue.open(self.listed.id)
