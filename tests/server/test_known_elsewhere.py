"""Who came in at one process is known at the next, or is told that this can't be said now: never that they are unknown.

Somebody's phone may speak with any process. One that hears nothing of the store does not know who came in elsewhere.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import urlparse

import httpx
import pytest

from rooms.people import Person
from server.embedded import Store
from tests.festijn import Inside, Raw, eventually, founded, inside
from tests.trust.chaos.proxy import Proxy

SURE = {"words": "drop", "sure": "yes"}


@asynccontextmanager
async def two(store: Store, tmp_path: Path) -> AsyncIterator[tuple[Inside, Inside, Proxy]]:
    """Two servers at one store; the line of the second with it can be cut."""
    away = urlparse(store.url)
    path, host, port = Path(away.path), away.hostname, away.port
    async with Proxy("tcp", (host, port) if host and port else path) as line:
        seen = away._replace(scheme="redis", netloc=f"127.0.0.1:{line.port}", path="" if not port else away.path)
        async with inside(store.url, tmp_path / "one") as one, inside(seen.geturl(), tmp_path / "two") as other:
            yield one, other, line


async def test_who_came_in_elsewhere_is_not_told_that_they_are_unknown(
    own_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.hall.NEWS_WITHIN", 0.5)
    listed = await founded(own_store.url)
    async with (
        two(own_store, tmp_path) as (one, other, line),
        httpx.AsyncClient(timeout=20) as anna,
        httpx.AsyncClient(timeout=20) as stranger,
    ):
        assert (await anna.get(f"{other.base}/{listed.code}")).status_code == 200
        line.cut()
        assert (await anna.post(f"{one.base}/in", data={"code": listed.code, "name": "Anna"})).status_code == 303

        here = f"{other.base}/{listed.code}"
        cookie = "; ".join(f"{name}={value}" for name, value in anna.cookies.items())
        knock = await Raw.connect(other.base, cookie, {"code": listed.code, "role": "participant"})
        assert '"store_away"' in await knock.packet()
        assert (await anna.get(f"{here}/now")).status_code == 503
        assert (await anna.get(here)).status_code == 503, "at the door they would come in twice"
        assert (await anna.get(f"{here}/mydata")).status_code == 503
        assert (await anna.post(f"{here}/mydata/erase", data=SURE)).status_code == 503
        assert (await stranger.get(here)).status_code == 200, "a stranger's door stands, from memory"

        line.well()

        async def knows() -> bool:
            return (await anna.get(f"{here}/now")).status_code == 200

        await eventually(knows)
        assert (await anna.post(f"{here}/mydata/erase", data=SURE)).status_code == 200
        hall = await one.app.venue.open(listed.id)
        await eventually(lambda: "Anna" not in {who.name for who in hall.replica.tables.all(Person)})


async def test_a_link_that_was_made_elsewhere_is_not_told_to_be_gone(
    own_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.hall.NEWS_WITHIN", 0.5)
    listed = await founded(own_store.url)
    async with two(own_store, tmp_path) as (one, other, line), httpx.AsyncClient(timeout=20) as anna:
        here = f"{other.base}/{listed.code}"
        assert (await anna.get(here)).status_code == 200
        line.cut()
        assert (await anna.post(f"{one.base}/in", data={"code": listed.code, "name": "Anna"})).status_code == 303
        made = await anna.post(f"{one.base}/{listed.code}/return", json={"role": "participant"})
        token = {"token": made.json()["link"].split("#")[1]}
        async with httpx.AsyncClient(timeout=20) as tablet:
            assert (await tablet.post(f"{here}/key", json=token)).status_code == 503
            line.well()

            async def opens() -> bool:
                return (await tablet.post(f"{here}/key", json=token)).status_code == 200

            await eventually(opens)
