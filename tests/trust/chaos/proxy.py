"""A bad network on demand: it stands between two parties, passes what they say, and is told when to misbehave.

A `Proxy` is well at first. It can be slow, drip, go silent, lose the replies, break every connection or refuse new
ones, at once and while people talk. `well` ends it all; a connection that missed bytes cannot go on, so it is broken
then. What waits inside is bounded: who sends faster than the other side reads is made to wait, as on a real network.
"""

import asyncio
import random
import socket
import struct
from collections import deque
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, Self

Address = tuple[str, int] | Path
Way = Literal["up", "down", "both"]

HELD_MOST = 64 * 1024  # bytes one direction of one connection may hold back
DRIP_EVERY = 0.05  # seconds
NO_LINGER = struct.pack("ii", 1, 0)


@dataclass(frozen=True)
class Weather:
    """How a connection is treated: `latency` and at most `jitter` more (seconds), `drip` (bytes per 50 ms, 0 is no
    limit), and the directions that are silently `cut`."""

    latency: float = 0.0
    jitter: float = 0.0
    drip: int = 0
    cut: frozenset[str] = frozenset()


CALM = Weather()


class _End(asyncio.Protocol):
    """One end of a connection; what it hears goes to the end on the other side, in order."""

    def __init__(self, link: "_Link", way: str) -> None:
        self.link = link
        self.way = way
        self.other: _End = self
        self.transport: asyncio.Transport | None = None
        self._held: deque[tuple[float, bytes]] = deque()  # (when due, bytes); no bytes: the speaker has left
        self._size = 0
        self._due = 0.0
        self._timer: asyncio.TimerHandle | None = None
        self._stuck = False
        self._paused = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.link.joined(self)

    def data_received(self, data: bytes) -> None:
        weather = self.link.weather
        if self.way in weather.cut:
            self.link.gap = True
        elif weather is CALM and not self._held:
            self.other.write(data)
        else:
            self._hold(data)

    def connection_lost(self, exc: Exception | None) -> None:
        if exc is not None and self.way not in self.link.weather.cut:
            self.link.reset()
        else:
            self.data_received(b"")
        self.transport = None
        if self.other.transport is None:
            self.link.proxy.links.discard(self.link)

    def pause_writing(self) -> None:
        self.other.stick(True)

    def resume_writing(self) -> None:
        self.other.stick(False)

    def write(self, data: bytes) -> None:
        """Say this to the party at this end; nothing means that the other party has left."""
        if self.transport is not None:
            self.transport.write(data) if data else self.transport.close()

    def stick(self, stuck: bool) -> None:
        """The other side reads too slowly, or reads again."""
        self._stuck = stuck
        self._listen_or_wait()
        if not stuck:
            self.release()

    def release(self) -> None:
        """Pass on what is due; all of it when the weather is calm."""
        self._sleep_no_more()
        weather, now = self.link.weather, self.link.now()
        allowance = weather.drip or self._size
        while self._held and not self._stuck and (weather is CALM or self._held[0][0] <= now):
            due, data = self._held[0]
            if data and not allowance:
                break
            self._held.popleft()
            part, rest = data[:allowance], data[allowance:]
            if rest:
                self._held.appendleft((due, rest))
            allowance -= len(part)
            self._size -= len(part)
            self.other.write(part)
        self._listen_or_wait()
        self._wake_when_due()

    def _hold(self, data: bytes) -> None:
        weather = self.link.weather
        after = weather.latency + self.link.chance.uniform(0, weather.jitter)
        self._due = max(self._due, self.link.now() + after)
        self._held.append((self._due, data))
        self._size += len(data)
        self._listen_or_wait()
        self._wake_when_due()

    def _wake_when_due(self) -> None:
        if self._held and not self._stuck and self._timer is None:
            earliest = self.link.now() + DRIP_EVERY if self.link.weather.drip else 0.0
            self._timer = self.link.call_at(max(earliest, self._held[0][0]), self.release)

    def _sleep_no_more(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _listen_or_wait(self) -> None:
        """Listen only while there is room to hold what is heard."""
        full = self._stuck or self._size >= HELD_MOST
        if self.transport is not None and full is not self._paused and not self.transport.is_closing():
            self._paused = full
            self.transport.pause_reading() if full else self.transport.resume_reading()

    def break_off(self) -> None:
        """End the connection at this end without a goodbye: over TCP the other party sees a reset."""
        self._sleep_no_more()
        self._held.clear()
        if self.transport is not None:
            self.transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, NO_LINGER)
            self.transport.abort()


class _Link:
    """One connection through the proxy: the end of who called (`up` is what it says), and the end of who is called."""

    def __init__(self, proxy: "Proxy", weather: Weather, chance: random.Random) -> None:
        loop = asyncio.get_running_loop()
        self.now, self.call_at = loop.time, loop.call_at
        self.proxy, self.weather, self.chance = proxy, weather, chance
        self.gap = False
        self.caller, self.called = _End(self, "up"), _End(self, "down")
        self.caller.other, self.called.other = self.called, self.caller
        self.calling: asyncio.Task[None] | None = None

    def joined(self, end: _End) -> None:
        """An end is connected: first the caller, which has to wait until we have reached the other side."""
        assert end.transport is not None
        if end is self.called:
            if self.caller.transport is not None:
                self.caller.transport.resume_reading()
        elif self.proxy.refusing:
            self.reset()
        else:
            end.transport.pause_reading()
            self.proxy.links.add(self)
            self.calling = asyncio.create_task(self._call())

    async def _call(self) -> None:
        loop, to = asyncio.get_running_loop(), self.proxy.to
        try:
            if isinstance(to, Path):
                await loop.create_unix_connection(lambda: self.called, str(to))
            else:
                await loop.create_connection(lambda: self.called, *to)
        except OSError:
            self.reset()
        if self.caller.transport is None:
            self.called.break_off()

    def change(self, weather: Weather) -> None:
        """From now on it is treated like this. Without the bytes that were swallowed it cannot be well again."""
        self.weather = weather
        if self.gap and not weather.cut:
            self.reset()
        self.caller.release()
        self.called.release()

    def reset(self) -> None:
        """Break it at both ends."""
        if self.calling is not None and self.called.transport is None:
            self.calling.cancel()
        self.caller.break_off()
        self.called.break_off()
        self.proxy.links.discard(self)


class Proxy:
    """Listens on a free port of the loopback (`listen="tcp"`) or on a unix socket, and connects each caller with `to`.

    With `odds` above 0, so many of all new connections have bad luck of their own, drawn from `chance`: they are slow,
    they drip, or they break within a second.
    """

    def __init__(
        self, listen: Literal["tcp"] | Path, to: Address, chance: random.Random | None = None, odds: float = 0.0
    ) -> None:
        self.to = to
        self.address: Address = ("127.0.0.1", 0) if listen == "tcp" else Path(listen)
        self.refusing = False
        self.links: set[_Link] = set()
        self._chance = chance or random.Random()
        self._odds = odds
        self._weather = CALM
        self._server: asyncio.Server | None = None

    @property
    def port(self) -> int:
        """The port it listens on; only with `listen="tcp"`."""
        assert not isinstance(self.address, Path), f"{self.address} has no port"
        return self.address[1]

    async def start(self) -> Self:
        """Begin to listen. From then on `address` is where."""
        loop = asyncio.get_running_loop()
        if isinstance(self.address, Path):
            self.address.unlink(missing_ok=True)
            self._server = await loop.create_unix_server(self._new, str(self.address))
        else:
            self._server = await loop.create_server(self._new, *self.address, backlog=512)
            self.address = self._server.sockets[0].getsockname()
        return self

    async def close(self) -> None:
        """Break every connection and listen no more."""
        if self._server is not None:
            self._server.close()
        self.reset()
        await asyncio.sleep(0)  # the ends hear of it
        if isinstance(self.address, Path):
            self.address.unlink(missing_ok=True)

    async def __aenter__(self) -> Self:
        return await self.start()

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    def latency(self, ms: float, jitter: float = 0.0) -> None:
        """Pass everything on after `ms` milliseconds, and at most `jitter` more; the order stays."""
        self._change(replace(self._weather, latency=ms / 1000, jitter=jitter / 1000))

    def drip(self, size: int) -> None:
        """Pass on at most `size` bytes per 50 ms in each direction of each connection."""
        self._change(replace(self._weather, drip=size))

    def cut(self, way: Way = "both") -> None:
        """Swallow what is said in this direction (`up` is from who called); nobody is told, all stays open."""
        self._change(replace(self._weather, cut=frozenset({"up", "down"} if way == "both" else {way})))

    def refuse(self) -> None:
        """Break every new connection as soon as it is made; those that are there go on."""
        self.refusing = True

    def reset(self) -> None:
        """Break all connections that are there now."""
        for link in list(self.links):
            link.reset()

    async def lose_replies(self, seconds: float) -> None:
        """Let requests through but swallow what comes back, for so long; then break what missed something."""
        self.cut("down")
        await asyncio.sleep(seconds)
        self.reset()
        self.well()

    def well(self) -> None:
        """Be a good network again. Connections that were swallowed from are broken, as they miss bytes."""
        self.refusing = False
        self._change(CALM)

    def _change(self, weather: Weather) -> None:
        self._weather = CALM if weather == CALM else weather
        for link in list(self.links):
            link.change(self._weather)

    def _new(self) -> _End:
        link = _Link(self, self._weather, self._chance)
        if self._weather is CALM and self._chance.random() < self._odds:
            link.weather = self._chance.choice([Weather(latency=0.2, jitter=0.3), Weather(drip=500), CALM])
            if link.weather is CALM:
                link.call_at(link.now() + self._chance.random(), link.reset)
        return link.caller
