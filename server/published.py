"""The pages that anybody may read afterwards, without a login or a line of script: of the festival, and of each
initiative.

What is on them is decided in `rooms/published.py`. A browser asks anew each time whether a page still stands, so that
what the organiser takes back, or somebody's name, is gone at once.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from datetime import date
from hashlib import blake2b
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from rooms.initiative import Initiative
from rooms.kernel import Tables
from rooms.openforms import OpenFestival
from rooms.published import open_festival, open_initiative, open_milestones
from server.charts import charts
from server.dates import calendar
from server.days import day_of, in_words
from server.exports import KINDS
from server.hall import Venue
from server.journal import Place
from server.register import Listed
from server.shells import language_of, page, sentence
from server.svg import as_svg
from server.takehome import a_file
from server.words import sayer

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
        yield "/{code}/results/{initiative}/milestones.ics", self.milestones
        yield "/{code}/results/{initiative}", self.of_initiative

    async def of_festival(self, request: Request) -> Response:
        """What came of the festival, as far as it is published."""

        def made(listed: Listed, tables: Tables) -> Response:
            festival = open_festival(tables)
            if festival is None:
                return nothing_here(request, listed)
            say = sayer(language_of(request, festival.language))
            drawn = charts(festival.charted, say) if festival.charted else []
            return read(request, "results.html", listed, festival, figures=FIGURES, charts=drawn, svg=as_svg)

        return await self._answer(request, made)

    async def of_initiative(self, request: Request) -> Response:
        """What came of one initiative, as far as it is published."""

        def made(listed: Listed, tables: Tables) -> Response:
            festival, row = open_festival(tables), open_initiative(tables, request.path_params["initiative"])
            if festival is None or row is None:
                return nothing_here(request, listed)
            return read(request, "result.html", listed, festival, row=row)

        return await self._answer(request, made)

    async def milestones(self, request: Request) -> Response:
        """The milestones of one initiative for a calendar, when they are published."""
        listed = await self._listed(request)
        tables = (await self._venue.open(listed.id)).replica.tables
        row = tables.get(Initiative, request.path_params["initiative"])
        rows = open_milestones(tables, row.id) if row else None
        if row is None or rows is None:
            return nothing_here(request, listed)
        say = sayer(language_of(request, listed.language))
        made = await asyncio.to_thread(calendar, row.name, listed.code, {row.id: row.name}, rows, say)
        return a_file(made, KINDS["ics"], "festijn.ics")

    async def _answer(self, request: Request, made: Callable[[Listed, Tables], Response]) -> Response:
        """The page, made anew only when something happened at the festival; 304 for a browser that has it as it is."""
        listed = await self._listed(request)
        replica = (await self._venue.open(listed.id)).replica
        # a code may be typed in many ways; the page is one
        key = (listed.id, request.path_params.get("initiative", ""), language_of(request, ""))
        place, body = self._kept.get(key, (None, b""))
        if place != replica.place:
            told = made(listed, replica.tables)
            if told.status_code != 200:
                self._kept.pop(key, None)
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
    return sentence(request, "results", 404, (f"/{listed.code}", "to-the-door"), listed.language)


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
