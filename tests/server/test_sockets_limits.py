"""How much a phone may say, in which order it is granted, and what it leaves behind."""

import asyncio
import gc
import itertools
import json
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed

from server.fanout import Screen
from server.hall import Hall
from server.limits import BURST, MOST_REFUSED
from server.sockets import Sockets
from server.transport import LibraryLine, OpenTransportProtocol
from tests.door import DEVICE, NOTE, Door, submit
from tests.festijn import eventually
from tests.phone import connected


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
