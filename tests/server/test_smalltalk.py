"""What the library reads for us, of who comes by long polling: our own packets, and no others."""

import json

import httpx
import pytest

from rooms.wire import FROM_PHONE
from server.smalltalk import GOODBYE, PASSED_OVER, Packet
from tests.site import Site

CONNECT, EVENT = 0, 2
RUBBISH = ["40{", '40{"code": "x', "4", "b!", "42", "42{}", "42[]", "42[1, 2]", '42["look"]', '42["look", {}, {}]']
RUBBISH += ['421["look", {}]', "43[]", "44{}", "45-", '451-["look",{"_placeholder":true,"num":0}]', "42[" + "[" * 9000]
RUBBISH += ["4²", "42" + "0" * 101]


def read(said: str) -> Packet:
    """What the library makes of a packet; Engine.IO took the first sign off it."""
    return Packet(encoded_packet=said[1:])


async def a_line(site: Site, browser: httpx.AsyncClient) -> str:
    """The address of a line by polling, whose phone was let in."""
    address = "/socket.io/?EIO=4&transport=polling"
    opened = json.loads((await browser.get(address)).text[1:])
    line = f"{address}&sid={opened['sid']}"
    hello = f'40{{"code": "{site.listed.code}", "role": "participant", "protocol": 1}}'
    await browser.post(line, content=hello)
    assert '40{"sid"' in (await browser.get(line)).text
    return line


@pytest.mark.parametrize("said", RUBBISH)
def test_what_no_phone_says_is_a_goodbye(said: str) -> None:
    packet = read(said)
    assert (packet.packet_type, packet.namespace, packet.data) == (GOODBYE, None, None)


@pytest.mark.parametrize("name", ["connect", "disconnect", "__disconnect_final", "newer"])
def test_an_event_that_nobody_here_knows_is_passed_over(name: str) -> None:
    assert (read(f'42["{name}", {{}}]').packet_type, read(f'42["{name}", {{}}]').data) == (EVENT, [PASSED_OVER])


def test_what_phones_say_is_read() -> None:
    assert (read('40{"code": "ABC"}').packet_type, read('40{"code": "ABC"}').data) == (CONNECT, {"code": "ABC"})
    assert read("41").packet_type == GOODBYE
    for event in FROM_PHONE:
        assert read(f'42["{event}", {{"x": 1}}]').data == [event, {"x": 1}]


@pytest.mark.parametrize(
    "said", [*RUBBISH, "9", "", "3\x1e", "1\x1e40{}", "4[" + "[" * 9000, "d=4", "\xff", "3\\x1e" * 20 + "3"]
)
async def test_who_talks_rubbish_by_polling_leaves_no_trace_in_the_log(
    site: Site, said: str, caplog: pytest.LogCaptureFixture
) -> None:
    browser = await site.guest()
    line = await a_line(site, browser)
    await browser.post(line, content=said.encode("latin-1", "replace"))
    assert not [row for row in caplog.records if row.levelname == "ERROR"]


async def test_who_says_goodbye_by_polling_is_gone(site: Site) -> None:
    browser = await site.guest()
    for said in ("1", '42["look", {"look": "plein"}]\x1e1', "41"):
        line = await a_line(site, browser)
        assert (await browser.post(line, content=said)).status_code == 200
        assert not (await site.hall()).fanout.screens
