"""What journeys share: one real browser for the run, a running Festijn for each file, and a way to tell figures."""

import os
from collections.abc import AsyncIterator, Callable

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright, expect

from tests.journeys.house import House, open_house

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 15_000

Report = Callable[[str, object], None]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Chromium, in which everybody has a window of their own."""
    expect.set_options(timeout=PATIENCE)
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        await chromium.close()


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    """A Festijn with the example festival, for the tests of one file."""
    async with open_house(tmp_path_factory.mktemp("house")) as opened:
        yield opened


@pytest.fixture
def report(record_property: Callable[[str, object], None]) -> Report:
    """Tell a figure: `report(what, figure)`. It is printed (see it with -s) and kept in the JUnit report."""

    def tell(what: str, figure: object) -> None:
        print(f"report: {what}: {figure}")
        record_property(what, figure)

    return tell
