"""Where phones come in: who may, and what happens to words that do not fit."""

import asyncio
import gc
import itertools
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio
from websockets.exceptions import ConnectionClosed, InvalidStatus

from server.embedded import Store
from server.fanout import Screen
from server.hall import Hall
from server.limits import BURST, MOST_REFUSED
from server.register import Listed
from server.sockets import Sockets
from server.transport import LibraryLine, OpenTransportProtocol
from tests.festijn import Inside, Raw, eventually, founded, inside
from tests.phone import Phone, connected

HANDSHAKE = "/socket.io/?EIO=4&transport=polling"
NOTE = {"type": "PostNote", "id": "n" * 16, "board": "kunstpost", "kind": "tip", "text": "A tip"}
DEVICE = "d" * 16


class Door:
    """A server with one festival, and phones of all manners."""

    def __init__(self, server: Inside, listed: Listed) -> None:
        self.server = server
        self.listed = listed

    async def phone(self) -> Phone:
        return await Phone.come_in(self.server.base, self.listed.code, "Guest")

    async def knock(self, hello: Any, cookie: str = "") -> str:
        """Why who says this hello is not let in."""
        return await (await Raw.connect(self.server.base, cookie, hello)).refusal()

    async def inside(self) -> Raw:
        """A bare phone that came in and entered."""
        phone = await self.phone()
        raw = await Raw.connect(self.server.base, phone.cookie, {"code": phone.code, "role": "participant"})
        assert (await raw.packet()).startswith("40{")
        await raw.say("enter", {"places": {}})
        await raw.heard("numbers")
        return raw


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def server(store: Store, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Inside]:
    """One server for all; every test has a festival of its own."""
    async with inside(store.url, tmp_path_factory.mktemp("web")) as one:
        yield one


@pytest_asyncio.fixture
async def door(store: Store, server: Inside) -> Door:
    return Door(server, await founded(store.url))


def submit(command: Any, seq: int = 1, **more: Any) -> dict[str, Any]:
    return {"ref": f"{DEVICE}.{seq}", "low": 1, "seen": 0, "command": command} | more


# -- who may come in


async def test_an_unknown_code_is_unknown(door: Door) -> None:
    assert await door.knock({"code": "NOSUCH", "role": "participant"}) == "unknown"


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


# -- what they say


async def test_a_ref_that_can_not_be_told_back_ends_the_line(door: Door) -> None:
    raw = await door.inside()
    await raw.line.send("42" + json.dumps(["submit", submit(NOTE, ref="\ud800")]))
    assert await raw.heard("bye") == {"why": "not_understood"}


@pytest.mark.parametrize("wild", [{"seen": 10**30}, {"low": -1}, {"seen": 2**63}, {"seen": 1.5}])
async def test_a_wild_number_breaks_nothing(door: Door, wild: Any) -> None:
    raw = await door.inside()
    await raw.say("submit", submit(NOTE, **wild))
    answer = await raw.heard("answer")
    assert answer.get("reason", "not_understood") == "not_understood"
    await raw.say("submit", submit({**NOTE, "id": "m" * 16}, 2))
    assert "ok" in await raw.heard("answer")
    await raw.line.close()


@pytest.mark.parametrize(
    ("command", "names"),
    [
        ({**NOTE, "text": 5}, "text"),
        ({**NOTE, "mood": "good"}, "mood"),
        ({**NOTE, "kind": "joke"}, "kind"),
        ({**NOTE, "id": "short"}, "id"),
        ({**NOTE, "text": "x" * 4001}, "text"),
        ({"type": "SetUp", "records": []}, "type"),
        ({"type": "Join", "id": "n" * 16, "name": "Second me"}, "type"),
        ({key: value for key, value in NOTE.items() if key != "board"}, "board"),
    ],
)
async def test_a_wish_that_does_not_fit_is_answered_with_the_name_of_the_field(
    door: Door, command: Any, names: str
) -> None:
    raw = await door.inside()
    await raw.say("submit", submit(command))
    answer = await raw.heard("answer")
    assert (answer["ref"], answer["reason"]) == (f"{DEVICE}.1", "not_understood")
    assert names in answer["present"]
    await raw.say("submit", submit(NOTE, 2))
    assert "ok" in await raw.heard("answer")
    await raw.line.close()


@pytest.mark.parametrize(
    "broken", [{"ref": "x.1"}, {"ref": f"{DEVICE}.0"}, {"low": 0}, {"low": 2}, {"ref": f"{DEVICE}.{10**15}"}]
)
async def test_a_ref_that_is_none_is_not_understood(door: Door, broken: dict[str, Any]) -> None:
    raw = await door.inside()
    await raw.say("submit", {**submit(NOTE), **broken})
    assert (await raw.heard("answer"))["reason"] == "not_understood"
    await raw.line.close()


async def test_who_lets_too_many_wishes_wait_is_told_so(door: Door) -> None:
    raw = await door.inside()
    await raw.say("submit", submit(NOTE, 300))
    assert (await raw.heard("answer"))["reason"] == "too_many_waiting"
    await raw.line.close()


@pytest.mark.parametrize("lone", ["\ud800", "\udfff tip"])
async def test_half_a_sign_breaks_nothing_for_anybody(door: Door, lone: str) -> None:
    raw, other = await door.inside(), await door.inside()
    await raw.line.send("42" + json.dumps(["submit", submit({**NOTE, "text": f"a{lone}"})]))
    assert (await raw.heard("answer"))["reason"] == "not_understood"
    await other.say("submit", submit(NOTE))
    assert "ok" in await other.heard("answer")
    for one in (raw, other):
        await one.line.close()


@pytest.mark.parametrize("event", ["enter", "look"])
@pytest.mark.parametrize(
    "junk", [None, [], "x", 5, {}, {"places": {"festival": 1}}, {"places": {}, "look": "", "x": 1}]
)
async def test_junk_ends_the_line_with_a_word(door: Door, event: str, junk: Any) -> None:
    raw = await door.inside()
    await raw.say(event, junk)
    assert await raw.heard("bye") == {"why": "not_understood"}
    with pytest.raises(ConnectionClosed):
        await raw.packet()


async def test_places_that_are_none_bring_the_whole_picture(door: Door) -> None:
    raw = await door.inside()
    places = {"festival": "nonsense", "facilitators": "1.1.x", "\x00": "9" * 5000}
    await raw.say("enter", {"places": places, "look": "no board"})
    assert "facilitators" not in (await raw.heard("layers"))["audiences"]
    assert (await raw.heard("frame"))["after"] == -1
    await raw.line.close()


async def test_a_message_nobody_knows_is_passed_over(door: Door) -> None:
    raw = await door.inside()
    await raw.say("shutdown", {})
    await raw.say("submit", submit(NOTE))
    assert "ok" in await raw.heard("answer")
    await raw.line.close()


@pytest.mark.parametrize(
    "packet",
    [
        '42["submit",{},{}]',
        "42{",
        "431[]",
        '451-["x",{"_placeholder":true,"num":0}]',
        b"bytes",
    ],
)
async def test_a_packet_that_no_phone_of_ours_sends_ends_the_line(door: Door, packet: str | bytes) -> None:
    raw = await door.inside()
    await raw.line.send(packet)
    with pytest.raises(ConnectionClosed):
        while True:
            await raw.packet()


async def test_a_message_in_pieces_is_understood(door: Door) -> None:
    raw = await door.inside()
    await raw.line.send(['42["sub', 'mit",' + json.dumps(submit(NOTE)), "]"])
    assert "ok" in await raw.heard("answer")
    await raw.line.close()


async def test_a_phone_that_says_goodbye_leaves_no_line_behind(door: Door) -> None:
    raw = await door.inside()
    await raw.line.send("41")
    with pytest.raises(ConnectionClosed):
        while True:
            await raw.packet()


async def test_a_flood_from_one_phone_is_slowed_down_and_then_sent_away(door: Door) -> None:
    raw, other = await door.inside(), await door.inside()
    for _ in range(3_000):
        await raw.line.send("42" + json.dumps(["submit", submit(NOTE)]))
    await other.say("submit", submit({**NOTE, "id": "o" * 16}, ref="e" * 16 + ".1"))
    assert "ok" in await other.heard("answer")
    told = 0
    with pytest.raises(ConnectionClosed):
        while told < 3_000:
            await raw.packet()
            told += 1
    assert told < BURST + MOST_REFUSED + 50
    await other.line.close()


async def test_clapping_is_never_answered_and_too_much_of_it_is_not_heard(door: Door) -> None:
    raw = await door.inside()
    for _ in range(int(BURST) + 50):
        await raw.say("applaud", {})
    assert (await raw.heard("numbers"))["applause"] <= BURST
    for _ in range(5):
        await raw.say("applaud", {"ref": f"{DEVICE}.1"} if _ == 4 else {})
    heard = []
    with pytest.raises(ConnectionClosed):
        while True:
            heard.append(json.loads((await raw.packet())[2:]))
    assert {event for event, _ in heard} <= {"numbers", "frame", "bye"}
    assert heard[-1][0] == "bye"


async def test_who_never_stops_clapping_is_sent_away_and_counts_no_more_than_anybody() -> None:
    hall = Hall("redis://127.0.0.1:1", "never-opened")
    sockets = Sockets(None, None, None, [], polling=False)  # type: ignore[arg-type]
    told: list[tuple[Any, ...]] = []
    screen = Screen("one", "ann", LibraryLine(lambda *said: told.append(said), lambda: told.append(("gone",))))
    screen.audiences = ["festival"]
    sockets._at["one"] = (hall, screen)
    for _ in range(int(BURST) + MOST_REFUSED):
        sockets._said("applaud", "one", {})
    await asyncio.sleep(0)
    assert not told
    assert BURST <= hall.presence.applause() <= BURST + 1
    for _ in range(3):
        sockets._said("applaud", "one", {})
    await eventually(lambda: ("gone",) in told)
    assert told[0] == ("bye", {"why": "too_fast"})


async def test_what_waits_from_a_phone_that_left_while_nothing_could_be_saved_is_left_to_its_outbox() -> None:
    hall = Hall("redis://127.0.0.1:1", "never-opened")
    sockets = Sockets(None, None, None, [], polling=False)  # type: ignore[arg-type]
    screens = [Screen(sid, "ann", LibraryLine(lambda *_: None, lambda: None)) for sid in ("one", "two")]
    for screen in screens:
        sockets._at[screen.sid] = (hall, screen)
        assert sockets._said("submit", screen.sid, submit(NOTE, ref=f"{screen.sid:-<16}.1"))
    await sockets.gone("one")
    assert [wish.via for wish in hall.replica._waiting.first(9)] == [screens[1]]


async def test_who_plays_the_server_to_itself_disturbs_nobody(door: Door) -> None:
    phone, other = await door.phone(), await door.inside()
    raw = await Raw.connect(door.server.base, phone.cookie, {"code": phone.code, "role": "participant"})
    assert (await raw.packet()).startswith("40{")
    scope = {"type": "websocket", "extensions": {"festijn.transport": {"transport": "mine"}}}
    made = {"HTTP_COOKIE": phone.cookie, "asgi.scope": scope}
    for event in (["disconnect", "gone"], ["connect", made]):
        await raw.line.send("42" + json.dumps(event))
    await raw.say("enter", {"places": {}})
    assert await raw.heard("layers")
    await other.say("submit", submit(NOTE))
    assert "ok" in await other.heard("answer")
    for one in (raw, other):
        await one.line.close()


async def test_more_than_the_burst_is_too_fast_and_slower_goes_on(door: Door) -> None:
    raw = await door.inside()
    for seq in range(1, int(BURST) + 6):
        await raw.say("submit", submit({**NOTE, "id": f"note{seq:012}"}, seq))
    answers = [await raw.heard("answer") for _ in range(int(BURST) + 5)]
    refused = [answer["ref"] for answer in answers if answer.get("reason") == "too_fast"]
    assert 1 <= len(refused) <= 6
    assert len([answer for answer in answers if "ok" in answer]) == int(BURST) + 5 - len(refused)
    async with asyncio.timeout(5):
        while True:
            await raw.say("submit", submit({**NOTE, "id": "n" * 16}, 100))
            answer = await raw.heard("answer")
            if "ok" in answer:
                break
            await asyncio.sleep(0.1)
    await raw.line.close()


async def test_a_message_that_is_too_large_ends_the_line(door: Door) -> None:
    raw = await door.inside()
    await raw.line.send("42" + json.dumps(["submit", "x" * 70_000]))
    with pytest.raises(ConnectionClosed):
        while True:
            await raw.packet()


async def test_what_one_phone_sends_is_granted_in_its_order(door: Door) -> None:
    phone = await door.phone()
    async with connected(phone):
        row = "r" * 16
        texts = [f"text {number}" for number in range(20)]
        wishes = [phone.wish("PostNote", id=row, board="kunstpost", kind="tip", text=texts[0])]
        wishes += [phone.wish("ImproveNote", note=row, text=new, was=was) for was, new in itertools.pairwise(texts)]
        answers = await asyncio.gather(*wishes)
        assert all("ok" in answer for answer in answers)


async def test_phones_that_left_leave_nothing_behind_in_memory(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.collector.MANY", 3)
    monkeypatch.setattr("server.collector.SHARE", 1000)

    def lines() -> int:
        return sum(isinstance(one, OpenTransportProtocol) for one in gc.get_objects())

    sockets = door.server.app.sockets
    sockets._collector.tidy(0)
    before = lines()
    for raw in [await door.inside() for _ in range(5)]:
        await raw.line.close()
        del raw
    await eventually(lambda: sockets._collector._left >= 5)
    sockets.tidy()
    assert lines() <= before
