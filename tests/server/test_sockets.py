"""Where phones come in: who may."""

from pathlib import Path
from typing import Any

import httpx
import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from server.embedded import Store
from tests.door import Door
from tests.festijn import Raw, founded, inside

HANDSHAKE = "/socket.io/?EIO=4&transport=polling"


async def test_an_unknown_code_is_unknown(door: Door) -> None:
    assert await door.knock({"code": "NOSUCH", "role": "participant"}) == "who"


@pytest.mark.parametrize("cookie", ["", "festijn-{id}-participant=forged", "garbage;;=;", "a=b" * 500])
async def test_a_missing_or_wrong_cookie_proves_nobody(door: Door, cookie: str) -> None:
    hello = {"code": door.listed.code, "role": "participant"}
    assert await door.knock(hello, cookie.replace("{id}", door.listed.id)) == "who"


async def test_a_cookie_of_one_role_is_none_of_another(door: Door) -> None:
    phone = await door.phone()
    stolen = phone.cookie.replace("-participant=", "-facilitator=")
    assert await door.knock({"code": phone.code, "role": "facilitator"}, stolen) == "who"


async def test_a_cookie_of_one_festival_is_none_of_another(door: Door, store: Store) -> None:
    phone, other = await door.phone(), await founded(store.url)
    stolen = phone.cookie.replace(door.listed.id, other.id)
    assert await door.knock({"code": other.code, "role": "participant"}, stolen) == "who"


@pytest.mark.parametrize(
    "hello", [{}, {"code": "X"}, {"code": 1, "role": "x"}, {"code": "X", "role": "x", "as": "y"}, []]
)
async def test_a_hello_that_does_not_fit_is_not_understood(door: Door, hello: Any) -> None:
    assert await door.knock(hello) == "not_understood"


async def test_a_page_of_another_origin_opens_no_socket(door: Door) -> None:
    with pytest.raises(InvalidStatus) as refused:
        await Raw.connect(door.server.base, "", {}, origin="https://evil.example.org")
    assert refused.value.response.status_code in (400, 403)


async def test_a_page_of_ours_opens_a_socket(door: Door) -> None:
    phone = await door.phone()
    hello = {"code": phone.code, "role": "participant"}
    raw = await Raw.connect(door.server.base, phone.cookie, hello, origin=door.server.base)
    assert (await raw.packet()).startswith("40{")
    await raw.line.close()


async def test_script_tags_get_nothing(door: Door) -> None:
    async with httpx.AsyncClient(base_url=door.server.base) as http:
        assert (await http.get(f"{HANDSHAKE}&j=0")).status_code == 400
        assert (await http.get(f"{HANDSHAKE}&j")).status_code == 400
        assert (await http.get(HANDSHAKE)).status_code == 200


async def test_with_several_workers_there_is_no_long_polling(store: Store, tmp_path: Path) -> None:
    async with inside(store.url, tmp_path, workers=2) as server, httpx.AsyncClient(base_url=server.base) as http:
        assert (await http.get(HANDSHAKE)).status_code == 400


async def test_who_is_draining_sends_everybody_to_another(store: Store, tmp_path: Path) -> None:
    async with inside(store.url, tmp_path) as server:
        door = Door(server, await founded(store.url))
        raw = await door.inside()
        await server.app.sockets.drain()
        assert await raw.heard("bye") == {"why": "draining"}
        with pytest.raises(ConnectionClosed):
            await raw.packet()
        assert await door.knock({"code": door.listed.code, "role": "participant"}) == "draining"
