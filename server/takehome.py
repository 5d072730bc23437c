"""What people take home as a file: the organiser all that came of it, everybody the milestones that are theirs.

Making a file ends nothing. A festival's large files are made one by one, beside the event loop.
"""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterator

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from rooms.initiative import Initiative
from rooms.mine import milestones_of
from rooms.outcomes import outcomes
from rooms.people import Person, Role
from server.dates import calendar
from server.exports import KINDS, as_file, file_name
from server.hall import Hall, Venue
from server.register import Listed
from server.shells import PATIENCE, language_of, sentence
from server.words import sayer

Endpoint = Callable[[Request], Awaitable[Response]]
Known = Callable[[Request, Hall, tuple[Role, ...]], Awaitable[Person | None]]
MINE = (Role.PARTICIPANT, Role.LEAD)


class TakeHome:
    """The files. `listed` finds the festival of an address, or raises for the page that says so; `known` who asks, in
    one of these roles."""

    def __init__(self, listed: Callable[[Request], Awaitable[Listed]], known: Known, venue: Venue) -> None:
        self._listed = listed
        self._known = known
        self._venue = venue
        self._making: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    def pages(self) -> Iterator[tuple[str, Endpoint]]:
        """Each address, and what answers it; they keep to the patience by themselves."""
        yield "/{code}/outcome.{kind}", self.outcome
        yield "/{code}/mine.ics", self.mine

    async def outcome(self, request: Request) -> Response:
        """All that came of it, as a file of the kind asked, for the organiser."""
        kind = request.path_params["kind"]
        async with asyncio.timeout(PATIENCE):
            listed = await self._listed(request)
            if kind not in KINDS:
                raise HTTPException(404)
            hall = await self._venue.open(listed.id)
            known = await self._known(request, hall, (Role.ORGANISER,))
        if known is None:
            return sentence(request, "own-link", 403)
        async with self._making[listed.id]:
            found = outcomes(hall.replica.tables)
            content = await asyncio.to_thread(as_file, found, kind, listed.language)
        return a_file(content, KINDS[kind], file_name(found, kind))

    async def mine(self, request: Request) -> Response:
        """The milestones that are of who asks, for their own calendar; one browser can be a guest and a lead."""
        async with asyncio.timeout(PATIENCE):
            listed = await self._listed(request)
            hall = await self._venue.open(listed.id)
            every = [await self._known(request, hall, (role,)) for role in MINE]
        people = [person for person in every if person is not None]
        if not people:
            return sentence(request, "own-link", 403)
        tables, say = hall.replica.tables, sayer(language_of(request, listed.language))
        names = {row.id: row.name for row in tables.all(Initiative)}
        rows = {row.id: row for person in people for row in milestones_of(tables, person)}
        made = await asyncio.to_thread(calendar, listed.title, listed.code, names, rows.values(), say)
        return a_file(made, KINDS["ics"], f"festijn-{listed.code}.ics")


def a_file(content: bytes, media_type: str, name: str) -> Response:
    """An answer that a browser keeps as a file of this name."""
    return Response(content, media_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'})
