"""Opening a socket as somebody who may not, or so slowly that nobody else gets in."""

import asyncio
from urllib.parse import urlsplit

import httpx
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from tests.festijn import Raw
from tests.phone import Phone, cookie_of
from tests.site import Site

SLOW = 300
LINE = "/socket.io/?EIO=4&transport=websocket"


def hello(site: Site) -> dict[str, str]:
    return {"code": site.listed.code, "role": "participant"}


async def test_without_an_origin_the_cookie_alone_decides(site: Site) -> None:
    raw = await Raw.connect(site.server.base, cookie_of(await site.guest()), hello(site))
    assert (await raw.packet()).startswith("40{")
    await raw.line.close()
    assert await (await Raw.connect(site.server.base, "", hello(site))).refusal() == "who"


@pytest.mark.parametrize(
    "origin",
    [
        "{base}.evil.example",
        "http://evil.example/{base}",
        "http://{host}.evil.example:{port}",
        "http://evil.example:{port}",
        "http://{host}:1{port}",
        "https://{host}:{port}",
        "http://{host}",
        "http://user@{host}:{port}",
        "null",
        "file://",
    ],
)
async def test_an_origin_that_looks_like_ours_opens_no_socket(site: Site, origin: str) -> None:
    host = urlsplit(site.server.base)
    forged = origin.format(base=site.server.base, host=host.hostname, port=host.port)
    with pytest.raises(InvalidStatus) as refused:
        await Raw.connect(site.server.base, cookie_of(await site.guest()), hello(site), origin=forged)
    assert refused.value.response.status_code in (400, 403)


async def test_a_forged_host_makes_no_page_ours(site: Site) -> None:
    cookie = cookie_of(await site.guest())
    forged = {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https", "Forwarded": "host=evil.example"}
    with pytest.raises(InvalidStatus) as refused:
        address = site.server.base.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
        async with asyncio.timeout(5):
            await connect(address, origin="https://evil.example", additional_headers={"Cookie": cookie, **forged})
    assert refused.value.response.status_code in (400, 403)
    async with httpx.AsyncClient(base_url=site.server.base) as page:
        asked = {"Origin": "https://evil.example", **forged}
        told = await page.get("/socket.io/?EIO=4&transport=polling", headers=asked)
        assert told.status_code == 400 and "access-control-allow-origin" not in told.headers


@pytest.mark.parametrize(
    "way", ["EIO=3&transport=polling", "EIO=4&transport=flashsocket", "transport=polling", "EIO=x"]
)
async def test_an_older_protocol_opens_no_socket(site: Site, way: str) -> None:
    assert (await site.browser().get(f"/socket.io/?{way}")).status_code == 400


async def test_who_asks_drop_by_drop_keeps_nobody_out(site: Site) -> None:
    port = site.server.app.settings.port
    lines = await asyncio.gather(*(asyncio.open_connection("127.0.0.1", port) for _ in range(SLOW)))
    for _, writer in lines:
        writer.write(b"GET / HTTP/1.1\r\nHost: ")
    phone = await (await Phone.come_in(site.server.base, site.listed.code, "Anna")).connect()
    assert await phone.post("kunstpost", "Ik ben er gewoon")
    await phone.leave()
    for _, writer in lines:
        writer.close()


@pytest.mark.parametrize(
    "headers", [{"Cookie": "a=b;" * 2500}, {f"x-{at}": "y" for at in range(200)}], ids=["long", "many"]
)
async def test_headers_that_are_too_long_are_refused_and_the_line_is_ended(site: Site, headers: dict[str, str]) -> None:
    address = site.server.base.replace("http", "ws") + LINE
    with pytest.raises(InvalidStatus) as refused:
        async with asyncio.timeout(5):
            await connect(address, additional_headers=headers, proxy=None)
    assert refused.value.response.status_code == 431


async def test_a_hello_of_boxes_in_boxes_is_told_that_it_is_not_understood(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    async with asyncio.timeout(5), connect(f"{site.server.base.replace('http', 'ws')}{LINE}", proxy=None) as line:
        await line.recv()
        await line.send("40" + "[" * 5000)
        assert str(await line.recv()).startswith("44")
    assert not [row for row in caplog.records if row.levelname == "ERROR"]


async def test_who_leaves_before_their_request_was_read_is_not_stumbled_over(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    _, writer = await asyncio.open_connection("127.0.0.1", site.server.app.settings.port)
    asked = b"GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n"
    writer.write(asked)
    await writer.drain()
    writer.transport.abort()
    await asyncio.sleep(0.3)
    assert not [row for row in caplog.records if row.levelname == "ERROR"]


@pytest.mark.parametrize(
    "asked", ["?EIO=4&transport=websocket&sid=x", "?transport=websocket", "x?EIO=4&transport=websocket"]
)
async def test_a_line_that_does_not_fit_is_refused_by_us(site: Site, asked: str) -> None:
    with pytest.raises(InvalidStatus) as refused:
        async with asyncio.timeout(5):
            await connect(site.server.base.replace("http", "ws") + f"/socket.io/{asked}", proxy=None)
    assert refused.value.response.status_code == 403
