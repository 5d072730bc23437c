"""What phones say, and what happens to words that do not fit."""

import json
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed

from tests.door import DEVICE, NOTE, Door, submit
from tests.festijn import Raw


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


async def test_a_message_that_is_too_large_ends_the_line(door: Door) -> None:
    raw = await door.inside()
    await raw.line.send("42" + json.dumps(["submit", "x" * 70_000]))
    with pytest.raises(ConnectionClosed):
        while True:
            await raw.packet()
