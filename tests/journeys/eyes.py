"""What we look for on every page: what the browser complains of, who it talks to, and what shuts people out.

The pages' own content security policy stays on: axe is brought in from outside the page, as a debugger would.
"""

import json
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.async_api import ConsoleMessage, Page, Request

from server.settings import PROJECT

AXE = PROJECT / "client" / "node_modules" / "axe-core" / "axe.min.js"
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that see colours: all others find in the dark what they find in the light."""
RUN = """
axe.run({resultTypes: ["violations"], ...%s}).then(({violations}) => JSON.stringify(
  violations.flatMap(({id, help, nodes}) => nodes.map(({target, failureSummary}) =>
    `${id} (${help}) at ${target.join(" ")}: ${failureSummary.split("\\n").slice(1).join(";").trim()}`))))
"""
STILL = """
Promise.all(document.getAnimations()
  .filter((one) => one.effect.getComputedTiming().endTime < Infinity)
  .map((one) => one.finished.catch(() => 0))).then(() => true)
"""

# What a browser says by itself when a line breaks or a page is refused: that is no fault of a page.
_EXPECTED = ("WebSocket connection to", "Failed to load resource", "net::ERR_")


class Watch:
    """Everything a page complained of, and every host it asked something of."""

    def __init__(self, page: Page) -> None:
        self.complaints: list[str] = []
        self.hosts: set[str] = set()
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", self._asked)
        page.on("websocket", lambda line: self.hosts.add(urlsplit(line.url).netloc))

    def faults(self) -> list[str]:
        """The complaints, without those about a line that broke or a page that was refused on purpose."""
        return [one for one in self.complaints if not any(part in one for part in _EXPECTED)]

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def _asked(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme != "data":
            self.hosts.add(address.netloc)


async def violations(page: Page) -> list[str]:
    """What axe finds on this page as it stands, in light and in dark: the scheme, the rule, the place and why."""
    found = []
    for scheme in SCHEMES:
        await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        only = {"runOnly": COLOURS} if scheme != SCHEMES[0] else {}
        found += [f"{scheme}: {one}" for one in await _axe(page, only)]
    await page.emulate_media(color_scheme=None, reduced_motion=None)
    return found


async def _axe(page: Page, only: dict[str, list[str]]) -> list[str]:
    debugger = await page.context.new_cdp_session(page)

    async def run(expression: str) -> Any:
        asked = {"expression": expression, "awaitPromise": True, "returnByValue": True}
        answer = await debugger.send("Runtime.evaluate", asked)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    if not await run("typeof axe === 'object'"):
        await run(AXE.read_text(encoding="utf-8"))
    await run(STILL)
    found: list[str] = json.loads(await run(RUN % json.dumps(only)))
    await debugger.detach()
    return found
