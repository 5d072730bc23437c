"""What the tests of the server share: a festival that just began, on the shared store or one to hurt, and its pages."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from redis.asyncio import Redis

from server.embedded import Store
from tests.conftest import Connect
from tests.door import Door
from tests.drill import Drill
from tests.festijn import Inside, founded, inside, links
from tests.replica import begin
from tests.site import Site


@pytest.fixture
async def url(store: Store, redis: Redis) -> str:
    """The address of the shared store, with a festival that just began."""
    await begin(store.url)
    return store.url


@pytest.fixture
async def own(own_store: Store) -> Store:
    """A store to hurt, with a festival that just began."""
    await begin(own_store.url)
    return own_store


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def server(store: Store, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Inside]:
    """One server for all; every test has a festival of its own."""
    async with inside(store.url, tmp_path_factory.mktemp("web")) as one:
        yield one


@pytest_asyncio.fixture
async def door(store: Store, server: Inside) -> Door:
    return Door(server, await founded(store.url))


@pytest_asyncio.fixture
async def site(store: Store, server: Inside) -> AsyncIterator[Site]:
    listed = await founded(store.url)
    opened = Site(server, listed, await links(store.url, listed, server.base))
    yield opened
    await asyncio.gather(*(browser.aclose() for browser in opened.browsers))


@pytest_asyncio.fixture
async def drill(
    own_store: Store,
    connect: Connect,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Drill:
    """A festival with a first back-up."""
    listed = await founded(own_store.url)
    one = Drill(own_store, connect(own_store), listed, lambda: tuple(capsys.readouterr()), tmp_path)
    for name, value in one.environ.items():
        monkeypatch.setenv(name, value)
    assert (await one.ask("backup", "--to", one.file))[0] == 0
    return one
