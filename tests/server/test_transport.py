"""How messages get to phones: the same bytes to every socket, and nobody who does not read holds up the others."""

import asyncio
import json
import socket
from pathlib import Path
from typing import Any

import pytest
from redis.asyncio import Redis
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed
from websockets.frames import Frame, Opcode
from websockets.streams import StreamReader

from rooms.wire import Notice
from server.embedded import Store
from server.fanout import Fanout, Screen
from server.frames import text_frame
from server.transport import PING_EVERY, PONG_WITHIN, LibraryLine, Message, OpenTransportProtocol
from tests.festijn import Inside, eventually, founded, inside
from tests.phone import Phone, connected

LONG = "ж" * 50_000


@pytest.fixture
async def code(store: Store, redis: Redis) -> str:
    """The code of a new festival in the shared store."""
    return (await founded(store.url)).code


def fanout_of(server: Inside) -> Fanout:
    return server.app.venue.halls()[0].fanout


def screens_of(server: Inside) -> list[Screen]:
    return list(fanout_of(server).screens.values())


def parsed(frame: bytes) -> Frame:
    """A websocket frame as the websockets library reads it from a server."""
    reader = StreamReader()
    reader.feed_data(frame)
    parsing = Frame.parse(reader.read_exact, mask=False, max_size=None)
    with pytest.raises(StopIteration) as told:
        next(parsing)
    read: Frame = told.value.value
    return read


@pytest.mark.parametrize("size", [0, 1, 125, 126, 65535, 65536, 200_000])
def test_a_frame_is_what_the_websockets_library_reads(size: int) -> None:
    payload = b"x" * size
    read = parsed(text_frame(payload))
    assert (read.opcode, read.fin, bytes(read.data)) == (Opcode.TEXT, True, payload)
    assert text_frame(payload) == Frame(Opcode.TEXT, payload).serialize(mask=False)


def test_a_message_is_an_event_of_socket_io_and_made_once() -> None:
    message = Message("notice", Notice("é"))
    assert bytes(parsed(message.frame).data).decode() == '42["notice",{"notice":"é"}]'
    assert message.frame is message.frame
    assert message.plain() == {"notice": "é"}


async def test_one_change_is_the_very_same_bytes_for_every_screen(store: Store, tmp_path: Path, code: str) -> None:
    async with inside(store.url, tmp_path) as server:
        phones = [await Phone.come_in(server.base, code, f"Guest {number}") for number in range(4)]
        async with connected(*phones):
            for phone in phones:
                await phone.look("kunstpost")
                await phone.until(lambda phone=phone: "board:kunstpost" in phone.places)
            written: list[bytes] = []
            for screen in screens_of(server):
                transport: Any = screen.line._transport
                assert transport is not None, "the server does not hand its transport to the app"
                transport.write = lambda data, write=transport.write: (written.append(data), write(data))
            row = await phones[0].post("kunstpost", "A tip for all")
            for phone in phones:
                await phone.until(lambda phone=phone: row in phone.rows("Note"))
            shared = [data for data in written if b"board:kunstpost" in data and b"A tip for all" in data]
            assert len(shared) == 4
            assert len({id(data) for data in shared}) == 1


@pytest.mark.parametrize("way", ["without the extension", "long polling"])
async def test_without_the_transport_the_same_messages_come_by_emit(
    store: Store, tmp_path: Path, code: str, way: str
) -> None:
    async with inside(store.url, tmp_path) as server:
        one = await Phone.come_in(server.base, code, "By transport")
        async with connected(one):
            row = await one.post("kunstpost", "A tip")
            await one.until(lambda: row in one.rows("Note"))
    ws = "websockets-sansio" if way == "without the extension" else None
    async with inside(store.url, tmp_path, ws=ws) as server:
        other = await Phone.come_in(server.base, code, "By emit")
        if way == "long polling":
            other.sio.connect = polling(other)
            other.leave = lambda: cut(other)
        async with connected(other):
            assert [type(screen.line) for screen in screens_of(server)] == [LibraryLine]
            await other.look("kunstpost")
            await other.until(lambda: row in other.rows("Note"))
            mine = await other.post("kunstpost", LONG[:400])
            await other.until(lambda: mine in other.rows("Note"))
            assert {event for event, _ in one.heard} <= {event for event, _ in other.heard}
            assert other.rows("Initiative") == one.rows("Initiative") != {}


async def cut(phone: Phone) -> None:
    """Go without waiting for the poll that is under way."""
    await phone.sio.eio.disconnect(abort=True)
    await phone.let_go()


def polling(phone: Phone) -> Any:
    """The phone's connect, by long polling."""
    connect = phone.sio.connect
    return lambda base, **more: connect(base, **{**more, "transports": ["polling"]})


class Deaf:
    """A phone that comes in, and then reads nothing any more."""

    def __init__(self, phone: Phone) -> None:
        self.phone = phone
        self.socket = socket.socket()

    async def enter(self) -> None:
        port = int(self.phone.base.rpartition(":")[2])
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self.socket.setblocking(False)
        loop = asyncio.get_running_loop()
        await loop.sock_connect(self.socket, ("127.0.0.1", port))
        head = "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: here\r\nUpgrade: websocket\r\n"
        head += "Connection: Upgrade\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n"
        await loop.sock_sendall(self.socket, f"{head}Cookie: {self.phone.cookie}\r\n\r\n".encode())
        await self._hears(b"0{")
        await self._says("40" + json.dumps({"code": self.phone.code, "role": "participant"}))
        await self._hears(b"40{")
        await self._says('42["enter",{"places":{}}]')

    async def _hears(self, what: bytes) -> None:
        heard = b""
        async with asyncio.timeout(5):
            while what not in heard:
                heard += await asyncio.get_running_loop().sock_recv(self.socket, 4096)

    async def _says(self, what: str) -> None:
        frame = Frame(Opcode.TEXT, what.encode()).serialize(mask=True)
        await asyncio.get_running_loop().sock_sendall(self.socket, frame)


async def test_who_lets_more_than_a_megabyte_wait_is_cut_off_and_the_others_go_on(
    store: Store, tmp_path: Path, code: str
) -> None:
    async with inside(store.url, tmp_path) as server:
        deaf = Deaf(await Phone.come_in(server.base, code, "Deaf"))
        other = await Phone.come_in(server.base, code, "Other")
        async with connected(other):
            await deaf.enter()
            await eventually(lambda: len(screens_of(server)) == 2)
            line: Any = next(screen.line for screen in screens_of(server) if screen.person != other.you["id"])
            most = 0
            while len(screens_of(server)) == 2:
                fanout_of(server).tell(Message("notice", Notice(LONG)))
                most = max(most, line._transport.get_write_buffer_size())
                await asyncio.sleep(0.001)
            assert 900_000 < most < 1_300_000
            row = await other.post("kunstpost", "Going on")
            await other.until(lambda: row in other.rows("Note"))
            assert other.gaps == 0
        deaf.socket.close()


def there(deaf: Deaf, port: int) -> bool:
    """Whether the server's end of this line still is there, whatever its state."""
    ends = f"{port:04X}", f"{deaf.socket.getsockname()[1]:04X}"
    rows = (row.split() for row in Path("/proc/net/tcp").read_text().splitlines()[1:])
    return any((row[1][-4:], row[2][-4:]) == ends for row in rows)


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="the kernel of this machine does not tell of its lines")
@pytest.mark.parametrize("politely", [False, True], ids=["cut off", "sent away"])
async def test_what_nobody_reads_is_seen_by_us_and_goes_with_its_line(
    store: Store, tmp_path: Path, code: str, politely: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.transport.LONGEST_UNREAD", 0.3)
    async with inside(store.url, tmp_path) as server:
        deaf = Deaf(await Phone.come_in(server.base, code, "Deaf"))
        await deaf.enter()
        await eventually(lambda: len(screens_of(server)) == 1)
        line: Any = screens_of(server)[0].line
        for _ in range(4):
            line.send(Message("notice", Notice(LONG)))
        assert line._transport.get_write_buffer_size() > 200_000, "the kernel hides what nobody reads"
        port = server.app.settings.port
        assert there(deaf, port)
        if politely:
            line.hang_up()
        await eventually(lambda: not there(deaf, port), within=5)
        deaf.socket.close()


async def test_a_picture_of_more_than_a_megabyte_reaches_who_reads_slowly(
    store: Store, tmp_path: Path, code: str
) -> None:
    async with inside(store.url, tmp_path) as server:
        phone = await Phone.come_in(server.base, code, "Slow")
        async with connected(phone):
            (screen,) = screens_of(server)
            line: Any = screen.line
            line._transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
            large = "x" * 1_500_000
            screen.line.send(Message("notice", Notice(large)))
            assert line._transport.get_write_buffer_size() > 1024 * 1024
            await phone.until(lambda: ("notice", {"notice": large}) in phone.heard)
            row = await phone.post("kunstpost", "Still here")
            await phone.until(lambda: row in phone.rows("Note"))


async def test_who_leaves_a_little_unread_for_long_is_cut_off_as_well(
    store: Store, tmp_path: Path, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.transport.LONGEST_UNREAD", 0.3)
    monkeypatch.setattr("server.hall.PULSE", 0.05)
    async with inside(store.url, tmp_path) as server:
        deaf = Deaf(await Phone.come_in(server.base, code, "Deaf"))
        other = await Phone.come_in(server.base, code, "Other")
        async with connected(other):
            await deaf.enter()
            await eventually(lambda: len(screens_of(server)) == 2)
            line: Any = next(screen.line for screen in screens_of(server) if screen.person != other.you["id"])
            while not line._transport.get_write_buffer_size():
                line.send(Message("notice", Notice(LONG)))
            assert line._transport.get_write_buffer_size() < 1024 * 1024
            await eventually(lambda: [screen.person for screen in screens_of(server)] == [other.you["id"]], within=3)
        deaf.socket.close()


async def test_who_answers_pings_stays_and_who_does_not_is_cut_off(
    store: Store, tmp_path: Path, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.hall.PULSE", 0.02)
    async with inside(store.url, tmp_path) as server:
        deaf = Deaf(await Phone.come_in(server.base, code, "Deaf"))
        other = await Phone.come_in(server.base, code, "Other")
        async with connected(other):
            await deaf.enter()
            await eventually(lambda: len(screens_of(server)) == 2)
            await eventually(lambda: [screen.person for screen in screens_of(server)] == [other.you["id"]], within=5)
            await asyncio.sleep(0.02 * (PING_EVERY + PONG_WITHIN + 5))
            assert [screen.person for screen in screens_of(server)] == [other.you["id"]]
        deaf.socket.close()


def test_the_server_runs_with_the_protocol_that_hands_over_its_transport() -> None:
    from server.app import App
    from server.web import configured
    from tests.festijn import settings_for

    settings = settings_for("redis://127.0.0.1:1", Path(__file__).parent, 8000)
    assert configured(settings, App(settings)).ws is OpenTransportProtocol


async def test_a_line_that_nobody_let_in_is_cut(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.transport.LET_IN_WITHIN", 0.3)
    async with inside(store.url, tmp_path) as server:
        address = server.base.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
        async with connect(address, compression=None) as silent, connect(address, compression=None) as refused:
            await refused.send('40{"code":"NOBODY","role":"participant"}')
            for line in (silent, refused):
                with pytest.raises(ConnectionClosed):
                    async with asyncio.timeout(3):
                        while True:
                            await line.recv()
