"""Putting the parts together: the one place that knows them all."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from urllib.parse import urlsplit

import socketio
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from server import rounds
from server.erasures import Erasures
from server.greeting import Greeting
from server.hall import Venue
from server.identity import Identity
from server.journal import STORE_TROUBLE
from server.lives import call_off, kept
from server.pages import Pages
from server.polling import Polling
from server.register import Register
from server.settings import Settings
from server.shells import Guarded, sentence
from server.sockets import Sockets
from server.turnedaway import TurnedAway

SOCKET_PATH = "/socket.io"
LET_GO_EVERY = 30.0


def origins_of(settings: Settings) -> list[str]:
    """The origins whose pages may open a socket here: our public one, and on a machine's own address its synonyms."""
    public = urlsplit(settings.public_url)
    own = [settings.public_url]
    if public.scheme == "http" and public.port == settings.port:
        own += [f"http://{name}:{settings.port}" for name in ("localhost", "127.0.0.1", "[::1]")]
    return sorted(set(own))


class App:
    """One server process."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.register = Register(settings.store_url)
        self._erasures = Erasures(settings.erasures)
        self.venue = Venue(settings.store_url, self._erasures)
        identity = Identity(settings.secret_key, secure=settings.public_url.startswith("https:"))
        self.turned_away = TurnedAway()
        self.sockets = Sockets(self.register, self.venue, identity, origins_of(settings), polling=settings.workers == 1)
        self.sockets.turned_away = self.turned_away.note
        pages = Pages(self.register, self.venue, identity, settings.public_url, settings.data_dir / "media")
        health = [Route("/healthz", self.healthz), Route("/readyz", self.readyz)]
        web = Starlette(
            routes=[*health, *pages.routes()],
            lifespan=self._life,
            exception_handlers={404: _missing, 500: _trouble},
        )
        web.state.call_hosts = settings.call_hosts
        every = self.turned_away.before(
            Polling(socketio.ASGIApp(self.sockets.sio, web, socketio_path=SOCKET_PATH), SOCKET_PATH)
        )
        rest = Guarded(every, settings.call_hosts, secure=settings.public_url.startswith("https:"))
        self.asgi = Greeting(rest, self.sockets, SOCKET_PATH, origins_of(settings))

    async def healthz(self, _: Request) -> Response:
        """This process is alive."""
        return PlainTextResponse("ok")

    async def readyz(self, _: Request) -> Response:
        """This process can take people: the store answers in a form we know, and we are not about to stop."""
        try:
            able = not any(hall.replica.outdated for hall in self.venue.halls())
            ready = able and not self.sockets.draining and await self.register.alive()
        except STORE_TROUBLE:
            ready = False
        return PlainTextResponse("ready" if ready else "not ready", 200 if ready else 503)

    @asynccontextmanager
    async def _life(self, _: Starlette) -> AsyncIterator[None]:
        tasks = [asyncio.create_task(kept(life)) for life in (self._tidy, self._make_rounds)]
        yield
        await asyncio.gather(*map(call_off, tasks))
        await self.venue.close()
        await self.register.close()

    async def _tidy(self) -> None:
        while True:
            await asyncio.sleep(LET_GO_EVERY)
            await self.venue.let_go()
            self.sockets.tidy()
            self.turned_away.tell()

    async def _make_rounds(self) -> None:
        while True:
            with suppress(*STORE_TROUBLE):
                if await self.register.my_round(rounds.EVERY):
                    here = {hall.festival for hall in self.venue.halls()}
                    await rounds.one_round(self.settings.store_url, self.register, self._erasures, here)
            await asyncio.sleep(rounds.ASK_EVERY)


async def _missing(request: Request, _: Exception) -> Response:
    return sentence(request, "missing", 404)


async def _trouble(request: Request, _: Exception) -> Response:
    return sentence(request, "store", 500, (request.url.path, "page-again"))
