"""Every screen hears what changed for it, soon, and no more than it needs."""

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from redis.asyncio import Redis

from rooms.people import OPERATOR, Person, RevokeLink
from server.embedded import Store
from server.register import Listed
from tests.festijn import Inside, eventually, founded, inside, links
from tests.phone import Phone, connected

BOARD = "board:kunstpost"


class Place:
    """A server with a festival, and who comes in there."""

    def __init__(self, server: Inside, listed: Listed, ways_in: dict[str, str]) -> None:
        self.server = server
        self.listed = listed
        self.links = ways_in

    async def guest(self, name: str) -> Phone:
        return await Phone.come_in(self.server.base, self.listed.code, name)

    async def facilitator(self) -> Phone:
        return await Phone.by_link(self.links["facilitator 1"])


@pytest_asyncio.fixture
async def place(
    store: Store, redis: Redis, tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Place]:
    """A server in this loop; a test may ask for another tick (in seconds)."""
    tick = getattr(request, "param", None)
    if tick is not None:
        monkeypatch.setattr("server.fanout.FASTEST", tick)
        monkeypatch.setattr("server.fanout.SLOWEST", tick)
        monkeypatch.setattr("server.hall.Hall.pace", lambda _: 0.0)
    listed = await founded(store.url)
    async with inside(store.url, tmp_path) as server:
        yield Place(server, listed, await links(store.url, listed, server.base))


async def looking(phone: Phone) -> None:
    """Have a connected phone look at one board."""
    await phone.look("kunstpost")
    await phone.until(lambda: BOARD in phone.places)


def frames(phone: Phone, audience: str) -> list[dict[str, Any]]:
    return [told for event, told in phone.heard if event == "frame" and told["audience"] == audience]


@pytest.mark.parametrize("place", [0.4], indirect=True)
async def test_the_first_change_leaves_at_once_and_the_next_ones_together_at_the_tick(place: Place) -> None:
    writer, reader = await place.guest("Writer"), await place.guest("Reader")
    async with connected(writer, reader):
        await looking(reader)
        await asyncio.sleep(0.4)
        reader.heard.clear()
        began = time.monotonic()
        row = await writer.post("kunstpost", "first")
        await reader.until(lambda: row in reader.rows("Note"))
        assert time.monotonic() - began < 0.3
        text = "first"
        for number in range(5):
            new = f"text {number}"
            assert "ok" in await writer.wish("ImproveNote", note=row, text=new, was=text)
            text = new
        assert reader.rows("Note")[row]["text"] == "first"
        await reader.until(lambda: reader.rows("Note")[row]["text"] == text)
        assert time.monotonic() - began >= 0.4
        first, second = frames(reader, BOARD)
        assert [note["text"] for note in second["put"]["Note"]] == ["text 4"]
        assert second["after"] == int(first["place"].split(".")[1])
        assert reader.gaps == 0


@pytest.mark.parametrize("place", [0.4], indirect=True)
async def test_what_came_and_went_within_a_tick_is_only_told_as_gone(place: Place) -> None:
    writer, reader = await place.guest("Writer"), await place.guest("Reader")
    async with connected(writer, reader):
        await looking(reader)
        await writer.post("kunstpost", "first")
        await reader.until(lambda: len(reader.rows("Note")) == 1)
        reader.heard.clear()
        row = await writer.post("kunstpost", "second thoughts")
        assert "ok" in await writer.wish("TakeBackNote", note=row)
        await reader.until(lambda: bool(frames(reader, BOARD)))
        assert [(told["put"], told["drop"]) for told in frames(reader, BOARD)] == [({}, {"Note": [row]})]


async def test_who_comes_back_gets_just_what_they_missed(place: Place) -> None:
    writer, reader = await place.guest("Writer"), await place.guest("Reader")
    async with connected(writer):
        async with connected(reader):
            await looking(reader)
            old = await writer.post("kunstpost", "seen")
            await reader.until(lambda: old in reader.rows("Note"))
        missed = await writer.post("kunstpost", "missed")
        reader.heard.clear()
        async with connected(reader):
            await reader.until(lambda: missed in reader.rows("Note"))
            assert [[note["id"] for note in told["put"]["Note"]] for told in frames(reader, BOARD)] == [[missed]]
            assert not frames(reader, "festival")
            assert reader.gaps == 0


async def test_who_missed_more_than_is_remembered_gets_the_whole_picture(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.layers.RECENT", 3)
    writer, reader = await place.guest("Writer"), await place.guest("Reader")
    async with connected(writer):
        async with connected(reader):
            await looking(reader)
        rows = {await writer.post("kunstpost", f"missed {number}") for number in range(5)}
        reader.heard.clear()
        async with connected(reader):
            await reader.until(lambda: rows <= set(reader.rows("Note")))
            assert [told["after"] for told in frames(reader, BOARD)] == [-1]


async def test_who_comes_back_and_missed_nothing_follows_on_without_a_gap(place: Place) -> None:
    writer, reader = await place.guest("Writer"), await place.guest("Reader")
    async with connected(writer):
        async with connected(reader):
            await looking(reader)
        await writer.post("beesd-voor-elkaar", "elsewhere")
        async with connected(reader):
            row = await writer.post("kunstpost", "new")
            await reader.until(lambda: row in reader.rows("Note"))
            assert reader.gaps == 0


async def test_a_newcomer_with_the_kept_picture_follows_on_without_a_gap(place: Place) -> None:
    writer, first = await place.guest("Writer"), await place.guest("First")
    async with connected(writer):
        async with connected(first):
            await looking(first)
        await writer.post("beesd-voor-elkaar", "elsewhere")
        second = await place.guest("Second")
        async with connected(second):
            await looking(second)
            row = await writer.post("kunstpost", "new")
            await second.until(lambda: row in second.rows("Note"))
            assert second.gaps == 0


async def test_a_compaction_leaves_no_gap_on_any_screen(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.fanout.FASTEST", 5.0)
    monkeypatch.setattr("server.fanout.SLOWEST", 5.0)
    monkeypatch.setattr("server.hall.Hall.pace", lambda _: 0.0)
    writer, reader, boss = await place.guest("Writer"), await place.guest("Reader"), await place.facilitator()
    async with connected(writer, reader, boss):
        await looking(reader)
        assert "ok" in await boss.wish("OpenBallot", ballot="publieksprijs")
        assert "ok" in await writer.wish("CastVote", prize="spreekuur", choice="kunstpost")
        await writer.post("kunstpost", "before")
        answer = await boss.wish("CloseBallot", ballot="publieksprijs")
        await reader.until(lambda: reader.rows("Ballot")["publieksprijs"]["state"] == "closed")
        replica = place.server.app.venue.halls()[0].replica
        await eventually(lambda: replica.place.n > answer["ok"])
        monkeypatch.undo()
        place.server.app.venue.halls()[0].fanout.tick = 0.01
        row = await writer.post("kunstpost", "after")
        assert "ok" in await boss.wish("OpenRound", round="round-1", after="")
        await reader.until(lambda: row in reader.rows("Note") and "programme" in reader.rows("Programme"))
        assert reader.gaps == 0


@pytest.mark.parametrize("place_told", ["1.1.of-another-history", "7.1.mark"])
async def test_a_place_we_do_not_know_brings_the_whole_picture(place: Place, place_told: str) -> None:
    reader = await place.guest("Reader")
    reader.places = {"festival": place_told}
    async with connected(reader):
        await reader.until(lambda: bool(reader.rows("Initiative")))
        assert [told["after"] for told in frames(reader, "festival")] == [-1]


async def test_looking_at_another_board_brings_its_layer_and_drops_the_former(place: Place) -> None:
    writer, reader = await place.guest("Writer"), await place.guest("Reader")
    async with connected(writer, reader):
        await looking(reader)
        here = await writer.post("kunstpost", "here")
        there = await writer.post("beesd-voor-elkaar", "there")
        await reader.until(lambda: set(reader.rows("Note")) == {here})
        await reader.look("beesd-voor-elkaar")
        await reader.until(lambda: set(reader.rows("Note")) == {there})
        assert BOARD not in reader.audiences
        reader.heard.clear()
        await writer.post("kunstpost", "not for you")
        also = await writer.post("beesd-voor-elkaar", "for you")
        await reader.until(lambda: also in reader.rows("Note"))
        assert not frames(reader, BOARD)


async def test_opening_a_pitch_brings_its_board_to_everybody_who_chose_none(place: Place) -> None:
    reader, boss = await place.guest("Reader"), await place.facilitator()
    async with connected(reader, boss):
        assert "ok" in await boss.wish("OpenRound", round="round-2", after="")
        await reader.until(lambda: "board:beesd-voor-elkaar" in reader.places)


async def test_who_is_removed_is_told_so_and_the_line_is_closed(place: Place) -> None:
    boss = await place.facilitator()
    async with connected(boss):
        hall = place.server.app.venue.halls()[0]
        boss.sio.reconnection = False
        link = hall.replica.tables.find(Person, boss.you["id"]).link
        assert (await hall.wish(RevokeLink(link=link), OPERATOR)).ok
        await boss.until(lambda: ("bye", {"why": "removed"}) in boss.heard)
        await eventually(lambda: not boss.sio.connected)
        assert not hall.fanout.screens


async def test_numbers_are_told_at_most_once_a_second(place: Place) -> None:
    writer, reader = await place.guest("Writer"), await place.guest("Reader")
    async with connected(writer, reader):
        await reader.until(lambda: "numbers" in [event for event, _ in reader.heard])
        reader.heard.clear()
        began = time.monotonic()
        for number in range(20):
            await writer.post("kunstpost", f"tip {number}")
            await asyncio.sleep(0.05)

        def told() -> list[dict[str, Any]]:
            return [content for event, content in reader.heard if event == "numbers"]

        await reader.until(lambda: told()[-1:] and told()[-1]["notes"]["kunstpost"] == 20)
        assert len(told()) <= time.monotonic() - began + 1
        assert told()[-1]["here"] == 2
