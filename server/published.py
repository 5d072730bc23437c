"""The pages that anybody may read afterwards, without a login or a line of script: of the festival, and of each
initiative.

What is on them is decided in `rooms/published.py`. A browser asks anew each time whether a page still stands, so that
what the organiser takes back, or somebody's name, is gone at once.
"""

from collections.abc import Awaitable, Callable, Iterator
from datetime import date, datetime
from hashlib import blake2b
from typing import Any

from babel.dates import format_date, get_timezone
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from rooms.kernel import Moment, Tables
from rooms.published import OpenFestival, open_festival, open_initiative
from server.hall import Venue
from server.journal import Place
from server.register import Listed
from server.report import LOCALES
from server.shells import language_of, page, sentence

ZONE = get_timezone("Europe/Amsterdam")
SECOND = 1000
"""Milliseconds."""
FIGURES = {
    "people": "results-people",
    "notes": "results-notes-count",
    "conversations": "results-talks-count",
    "asked": "results-asked",
    "found": "results-helped",
    "milestones": "results-milestones-count",
}
"""What each number is called."""

Endpoint = Callable[[Request], Awaitable[Response]]


class Results:
    """The pages without a login. `listed` finds the festival of an address, or raises for the page that says so."""

    def __init__(self, listed: Callable[[Request], Awaitable[Listed]], venue: Venue) -> None:
        self._listed = listed
        self._venue = venue
        self._kept: dict[tuple[str, ...], tuple[Place, bytes]] = {}

    def pages(self) -> Iterator[tuple[str, Endpoint]]:
        """Each address, and what answers it."""
        yield "/{code}/results", self.of_festival
        yield "/{code}/results/{initiative}", self.of_initiative

    async def of_festival(self, request: Request) -> Response:
        """What came of the festival, as far as it is published."""

        def made(listed: Listed, tables: Tables) -> Response:
            festival = open_festival(tables)
            if festival is None:
                return nothing_here(request, listed)
            return read(request, "results.html", listed, festival, figures=FIGURES, charts=())

        return await self._answer(request, made)

    async def of_initiative(self, request: Request) -> Response:
        """What came of one initiative, as far as it is published."""

        def made(listed: Listed, tables: Tables) -> Response:
            festival, row = open_festival(tables), open_initiative(tables, request.path_params["initiative"])
            if festival is None or row is None:
                return nothing_here(request, listed)
            return read(request, "result.html", listed, festival, row=row)

        return await self._answer(request, made)

    async def _answer(self, request: Request, made: Callable[[Listed, Tables], Response]) -> Response:
        """The page, made anew only when something happened at the festival; 304 for a browser that has it as it is."""
        listed = await self._listed(request)
        replica = (await self._venue.open(listed.id)).replica
        key = (listed.id, request.url.path, language_of(request, ""))
        place, body = self._kept.get(key, (None, b""))
        if place != replica.place:
            told = made(listed, replica.tables)
            if told.status_code != 200:
                return told
            body = bytes(told.body)
            self._kept[key] = replica.place, body
        tag = f'W/"{blake2b(body, digest_size=12).hexdigest()}"'
        headers = {"ETag": tag, "Vary": "Cookie", "Cache-Control": "no-cache"}
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers=headers)
        return HTMLResponse(body, headers=headers)


def nothing_here(request: Request, listed: Listed) -> Response:
    """The sentence for what is not published, or not there: nobody learns which."""
    return sentence(request, "results", 404, (f"/{listed.code}", "to-the-door"))


def read(request: Request, template: str, listed: Listed, festival: OpenFestival, **given: Any) -> Response:
    """A page to read, in the reader's language."""
    lang = language_of(request, festival.language)
    return page(
        request,
        template,
        lang=lang,
        code=listed.code,
        festival=festival,
        theirs=festival.language,
        day=lambda iso: in_words(date.fromisoformat(iso), lang),
        day_of=lambda moment: in_words(day_of(moment), lang),
        version=lambda number: f"{number // 10}.{number % 10}",
        **given,
    )


def day_of(moment: Moment) -> date:
    """The day of a moment, in the Netherlands."""
    return datetime.fromtimestamp(moment / SECOND, ZONE).date()


def in_words(day: date, lang: str) -> str:
    """A day as people write it: 15 december 2021."""
    return format_date(day, "long", locale=LOCALES[lang])
