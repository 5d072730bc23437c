"""A phone for tests, made from a stock Socket.IO client and what docs/wire.md says, and nothing else.

It keeps its layers as the document asks, sends again what is not answered, and comes back by its places.
"""

import asyncio
import contextlib
import secrets
from collections.abc import AsyncIterator
from typing import Any

import httpx
import socketio

ANSWER_WITHIN = 30.0
Row = dict[str, Any]


class Phone:
    """One phone: `layers` holds audience -> kind -> id -> row, `places` audience -> place."""

    def __init__(self, base: str, code: str, role: str, cookie: str) -> None:
        self.base, self.code, self.role, self.cookie = base, code, role, cookie
        self.device = secrets.token_urlsafe(12)
        self.seq = 0
        self.audiences: list[str] = []
        self.places: dict[str, str] = {}
        self.layers: dict[str, dict[str, dict[str, Row]]] = {}
        self.heard: list[tuple[str, Any]] = []
        self.unanswered: dict[str, dict[str, Any]] = {}
        self._answers: dict[str, asyncio.Future[Row]] = {}
        self._changed = asyncio.Event()
        self._look = ""
        self.you: Row = {}
        self.gaps = 0
        self.sio = socketio.AsyncClient(reconnection=True, reconnection_delay=0.1, reconnection_delay_max=0.5)
        for event in ("layers", "frame", "answer", "numbers", "store", "notice", "bye"):
            self.sio.on(event, getattr(self, f"_on_{event}", lambda told, name=event: self._note(name, told)))
        self.sio.on("connect", self._enter)

    @classmethod
    async def come_in(cls, base: str, code: str, name: str) -> "Phone":
        """Through the door, as a participant."""
        async with httpx.AsyncClient(base_url=base) as http:
            answer = await http.post("/in", data={"code": code, "name": name})
            assert answer.status_code == 303, answer.text
            return cls(base, code, "participant", cookie_of(http))

    @classmethod
    async def by_link(cls, address: str) -> "Phone":
        """By a secret link."""
        where, token = address.split("#")
        base, code, _ = where.rsplit("/", 2)
        async with httpx.AsyncClient(base_url=base) as http:
            answer = await http.post(f"/{code}/key", json={"token": token})
            assert answer.status_code == 200, answer.text
            screen = answer.json()["go"].rsplit("/", 1)[1]
            role = {"console": "facilitator", "stage": "stage", "desk": "organiser", "lead": "lead"}[screen]
            return cls(base, code, role, cookie_of(http))

    async def connect(self) -> "Phone":
        """Connect, and wait for the first picture."""
        await self.sio.connect(
            self.base,
            headers={"Cookie": self.cookie},
            auth={"code": self.code, "role": self.role, "protocol": 1},
            transports=["websocket"],
        )
        await self.until(lambda: bool(self.audiences) and set(self.audiences) == set(self.places))
        return self

    async def leave(self) -> None:
        """Go for good, also in the middle of coming back."""
        self.sio.reconnection = False
        try:
            await self.sio.shutdown()
            await self.sio.disconnect()
        finally:
            await self.let_go()

    async def let_go(self) -> None:
        """Close what the library leaves open."""
        http = self.sio.eio.http
        if http is not None and not http.closed:
            await http.close()

    async def look(self, board: str) -> None:
        """Have this board before us."""
        self._look = board
        await self.sio.emit("look", {"look": board})

    async def wish(self, kind: str, /, **fields: Any) -> Row:
        """Submit a command and wait for its answer, sending it again while there is none."""
        self.seq += 1
        ref = f"{self.device}.{self.seq}"
        self.unanswered[ref] = {"type": kind, **fields}
        self._answers[ref] = asyncio.get_running_loop().create_future()
        async with asyncio.timeout(ANSWER_WITHIN):
            while not self._answers[ref].done():
                await self._send(ref)
                await asyncio.wait([self._answers[ref]], timeout=1.0)
        return self._answers.pop(ref).result()

    async def post(self, board: str, text: str, kind: str = "tip") -> str:
        """Post a note; gives its id."""
        row = secrets.token_urlsafe(12)
        answer = await self.wish("PostNote", id=row, board=board, kind=kind, text=text)
        assert "ok" in answer, answer
        return row

    def rows(self, kind: str) -> dict[str, Row]:
        """The rows of this kind as the screen would show them: the nearest audience wins."""
        merged: dict[str, Row] = {}
        for audience in reversed(self.audiences):
            merged.update(self.layers.get(audience, {}).get(kind, {}))
        return merged

    async def until(self, holds: Any, within: float = ANSWER_WITHIN) -> None:
        """Wait until something holds; looks again after each message."""
        async with asyncio.timeout(within):
            while not holds():
                self._changed.clear()
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._changed.wait(), 0.5)

    # -- what the document says

    async def _enter(self) -> None:
        await self.sio.emit("enter", {"places": self.places, "look": self._look})

    async def _send(self, ref: str) -> None:
        if not self.sio.connected or not self.audiences:
            return
        low = min(int(waiting.rpartition(".")[2]) for waiting in self.unanswered)
        seen = max((int(place.split(".")[1]) for place in self.places.values()), default=0)
        with contextlib.suppress(socketio.exceptions.SocketIOError):
            await self.sio.emit("submit", {"ref": ref, "low": low, "seen": seen, "command": self.unanswered[ref]})

    async def _on_layers(self, told: Row) -> None:
        self.audiences, self.you = told["audiences"], told["you"]
        self.layers = {audience: self.layers.get(audience, {}) for audience in self.audiences}
        self.places = {audience: place for audience, place in self.places.items() if audience in self.audiences}
        self._note("layers", told)
        for ref in list(self.unanswered):
            await self._send(ref)

    async def _on_frame(self, told: Row) -> None:
        audience = told["audience"]
        if audience not in self.audiences:
            return
        mine = int(self.places[audience].split(".")[1]) if audience in self.places else -1
        if told["after"] == -1:
            self.layers[audience] = {}
        elif int(told["place"].split(".")[1]) <= mine:
            return
        elif told["after"] > mine:
            self.gaps += 1
            del self.places[audience]
            await self._enter()
            return
        self.places[audience] = told["place"]
        tables = self.layers[audience]
        for kind, rows in told["put"].items():
            tables.setdefault(kind, {}).update({row["id"]: row for row in rows})
        for kind, ids in told["drop"].items():
            for row in ids:
                tables.get(kind, {}).pop(row, None)
        self._note("frame", told)

    async def _on_answer(self, told: Row) -> None:
        if told.get("reason") == "too_fast":
            return  # `wish` sends it again
        self.unanswered.pop(told["ref"], None)
        waiting = self._answers.get(told["ref"])
        if waiting is not None and not waiting.done():
            waiting.set_result(told)
        self._note("answer", told)

    def _note(self, event: str, told: Any) -> None:
        self.heard.append((event, told))
        self._changed.set()


def cookie_of(http: httpx.AsyncClient) -> str:
    """The cookies this browser has, as a header."""
    return "; ".join(f"{name}={value}" for name, value in http.cookies.items())


@contextlib.asynccontextmanager
async def connected(*phones: Phone) -> AsyncIterator[None]:
    """These phones, connected for a while."""
    await asyncio.gather(*(phone.connect() for phone in phones))
    try:
        yield
    finally:
        await asyncio.gather(*(phone.leave() for phone in phones))
