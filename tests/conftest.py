"""What all tests share: a real store of their own, never an imitation.

`store` lives as long as the run and is empty at the start of every test that asks for `redis`. A test that kills or
stops its store takes `own_store` instead.
"""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
import pytest_asyncio
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

from server.embedded import Store

Connect = Callable[[Store], Redis]


@pytest_asyncio.fixture
async def connect() -> AsyncIterator[Connect]:
    """Gives clients for a store: `connect(store)`. They never try again by themselves; answers are bytes."""
    clients: list[Redis] = []

    def new(store: Store) -> Redis:
        clients.append(Redis.from_url(store.url, retry=Retry(NoBackoff(), 0), socket_timeout=None))
        return clients[-1]

    yield new
    for client in clients:
        await client.aclose()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def store(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Store]:
    """A store for the whole run: `store.url` is its address. Leave it running."""
    kept = Store(tmp_path_factory.mktemp("store"))
    await kept.start()
    yield kept
    await kept.close()


@pytest_asyncio.fixture
async def redis(store: Store, connect: Connect) -> Redis:
    """A client on the shared store, emptied."""
    client = connect(store)
    await client.flushall()
    return client


@pytest_asyncio.fixture
async def own_store(tmp_path: Path) -> AsyncIterator[Store]:
    """A store for one test, to `kill`, `stop` and `start` again at will."""
    own = Store(tmp_path)
    await own.start()
    yield own
    await own.close()
