"""The pages: the door, the four shells, the secret links, and the files to take home.

The door works without a line of script: a form with a code and a name. Whoever was here before goes on as the same
person. Nothing that changes anything is done for another website.
"""

import asyncio
import io
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import segno
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from rooms.initiative import About
from rooms.keeping import names_end
from rooms.kernel import Reason
from rooms.people import Link, Person, Role
from rooms.programme import current_round
from server.brake import TooManyTries
from server.days import day_of, in_words
from server.finding import Finder
from server.forms import TooSlow, body_of, from_here, word_in
from server.hall import Hall, Venue
from server.identity import Identity
from server.journal import STORE_TROUBLE
from server.links import link_with
from server.mydata import MyData
from server.published import Results
from server.register import Listed, Register, tidy_code
from server.returning import RETURNING, brought_back, by_own_link, return_address
from server.shells import HOME, PATIENCE, SHELLS, STATIC, bundle_of, language_of, own_path, page, sentence
from server.takehome import TakeHome
from server.words import LANGUAGES, sayer

MEDIA = {"js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8"}

DOOR_SAYS = {Reason.BAD_LENGTH: "door-bad-name", Reason.NOT_ALLOWED: "door-personal"}
"""Why somebody is not let in."""

Endpoint = Callable[[Request], Awaitable[Response]]


class StaticFilesForever(StaticFiles):
    """The built files bear a hash in their names: a browser may keep them. It gets the compressed ones it can read."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        if "gzip" not in Headers(scope=scope).get("accept-encoding", ""):
            response = await super().get_response(path, scope)
        else:
            response = await super().get_response(f"{path}.gz", scope)
            response.headers["Content-Encoding"] = "gzip"
            response.headers["Content-Type"] = MEDIA.get(path.rsplit(".", 1)[-1], "application/octet-stream")
        response.headers["Vary"] = "Accept-Encoding"
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response


class FilesIfAny(StaticFiles):
    """The organiser's own files; where nobody put any, there is no folder either, and nothing is found in it."""

    async def check_config(self) -> None:
        """Any folder will do."""


class Pages:
    """All pages of this process."""

    def __init__(self, register: Register, venue: Venue, identity: Identity, public_url: str, media: Path) -> None:
        self._media = media
        self._register = register
        self._finder = Finder(register, identity)
        self._venue = venue
        self._identity = identity
        self._public_url = public_url

    def routes(self) -> list[Route | Mount]:
        """Every address there is, apart from the socket's."""
        files = TakeHome(self._listed, self._known, self._venue)
        pages = [
            self._page("/", self.door),
            self._page("/in", self.come_in, "POST"),
            self._page("/{code}", self.door),
            self._page("/{code}/key", self.key),
            self._page("/{code}/key", self.turn_key, "POST"),
            self._page("/{code}/return", self.way_back, "POST"),
            self._page("/{code}/qr.svg", self.qr),
            *(self._page(*one, slow=True) for one in files.pages()),
            *(self._page(*one) for one in MyData(self._listed, self._known, self._venue, self._identity).pages()),
            *(self._page(*one) for one in Results(self._listed, self._venue).pages()),
            self._page("/{code}/{screen}", self.shell),
        ]
        static = Mount("/static", StaticFilesForever(directory=STATIC, check_dir=False))
        return [static, Mount("/media", FilesIfAny(directory=self._media, check_dir=False)), *pages]

    def _page(self, path: str, endpoint: Endpoint, method: str = "GET", *, slow: bool = False) -> Route:
        return Route(path, self._calm(endpoint, slow), methods=[method], middleware=[Middleware(GZipMiddleware)])

    def _calm(self, endpoint: Endpoint, slow: bool) -> Endpoint:
        """The endpoint, with a switch of language, and a sentence for when the store is away.

        A slow one may take longer than the patience, and keeps to it by itself where it waits for the store.
        """

        async def calm(request: Request) -> Response:
            chosen = request.query_params.get("lang")
            if chosen in LANGUAGES and request.method == "GET":
                back = RedirectResponse(own_path(request), 303)
                self._identity.keep_language(back, chosen)
                return back
            try:
                async with asyncio.timeout(None if slow else PATIENCE):
                    return await endpoint(request)
            except ClientDisconnect:
                return Response(status_code=400)  # nobody is there to read it
            except TooSlow:
                return sentence(request, "slow", 408, (own_path(request), "page-again"))
            except TooManyTries:
                return sentence(request, "tries", 429, (own_path(request), "page-again"))
            except STORE_TROUBLE:
                return sentence(request, "store", 503, (own_path(request), "page-again"))

        return calm

    # -- the door

    async def door(self, request: Request) -> Response:
        """The front door, of one festival when the address bears its code."""
        code = tidy_code(request.path_params.get("code", ""))
        if not code:
            return page(request, "door.html", known=None, fault="", name="", festival=None)
        listed = await self._finder.find(request, request.path_params["code"])
        if listed is None:
            return self._door_says(request, "door-unknown-code", 404, code)
        hall = await self._venue.open(listed.id)
        return self._door_of(request, hall, await self._known(request, hall, (*SHELLS["now"], *SHELLS["lead"])))

    def _door_of(self, request: Request, hall: Hall, known: Person | None, **told: Any) -> Response:
        about = hall.replica.tables.find(About, "about")
        given = {"fault": "", "name": "", **told}
        return page(
            request,
            "door.html",
            422 if given["fault"] else 200,
            lang=language_of(request, about.language),
            title=about.title,
            code=about.code,
            known={"name": known.name, "home": HOME[known.role]} if known else None,
            festival=about,
            kept=in_words(day_of(names_end(about, hall.replica.now())), language_of(request, about.language)),
            **given,
        )

    def _door_says(self, request: Request, fault: str, status: int, code: str, name: str = "") -> Response:
        said = sayer(language_of(request))(fault)
        return page(request, "door.html", status, known=None, fault=said, code=code, name=name, festival=None)

    async def come_in(self, request: Request) -> Response:
        """Somebody gives a code and a name: they are in."""
        if not from_here(request):
            return sentence(request, "foreign", 403)
        form = dict(parse_qsl((await body_of(request)).decode("utf-8", "replace")))
        code, name = tidy_code(form.get("code", ""))[:40], form.get("name", "")[:400]
        listed = await self._finder.find(request, code) if code else None
        if listed is None:
            return self._door_says(request, "door-unknown-code", 422, code, name)
        hall = await self._venue.open(listed.id)
        person, refused = await hall.admit(name)
        if refused is not None:
            told = DOOR_SAYS.get(refused, "page-store-text")
            said = sayer(language_of(request, listed.language))
            return self._door_of(request, hall, None, fault=said(told), name=name)
        self._finder.came_in(request, listed)
        answer = RedirectResponse(f"/{listed.code}/now", 303)
        self._identity.give(answer, request.cookies, listed.id, Role.PARTICIPANT, person)
        return answer

    # -- secret links

    async def key(self, request: Request) -> Response:
        """Where a secret link lands: its secret is behind the #, so it never travels in an address. The same for every
        code: whether it is somebody's is told to who has the secret."""
        return page(request, "key.html", code=tidy_code(request.path_params["code"])[:40])

    async def turn_key(self, request: Request) -> Response:
        """Exchange a link's secret for a cookie. Nobody guesses one, so a right one is let in past every brake; a wrong
        one could be about a code, and counts as a guess of that."""
        if not from_here(request):
            return JSONResponse({"reason": Reason.NOT_ALLOWED}, 403)
        token = word_in(await body_of(request), "token")  # first: whether it is waited for would tell of the code
        listed = await self._register.find(request.path_params["code"])
        hall = await self._venue.open(listed.id) if listed else None
        try:
            link = await hall.find(lambda tables: link_with(tables, token)) if hall else None
        except STORE_TROUBLE:
            self._finder.wrong_key(request)
            raise
        if listed is None or hall is None or link is None or link.revoked:
            self._finder.wrong_key(request)
            return JSONResponse({"reason": Reason.GONE}, 403)
        person, refused = await self._by_link(request, hall, link)
        if refused is not None:
            return JSONResponse({"reason": refused}, 403)
        self._finder.came_in(request, listed)
        answer = JSONResponse({"go": f"/{listed.code}/{HOME[link.role]}"})
        self._identity.give(answer, request.cookies, listed.id, link.role, person)
        return answer

    async def _by_link(self, request: Request, hall: Hall, link: Link) -> tuple[str, Reason | None]:
        """Who comes in by this link: whom it brings back, who this browser already is by it, or somebody new."""
        if link.personal:
            return await by_own_link(hall, link)
        if link.person:
            return await brought_back(hall, link)
        known = await self._known(request, hall, (link.role,))
        if known and known.link == link.id:
            return known.id, None
        return await hall.admit(link.label, link.id)

    async def way_back(self, request: Request) -> Response:
        """The personal link of who asks; they may say as whom ("lead"), for one browser can be two."""
        listed = await self._listed(request)
        if not from_here(request):
            return JSONResponse({"reason": Reason.NOT_ALLOWED}, 403)
        asked = word_in(await body_of(request), "role") or Role.PARTICIPANT
        hall = await self._venue.open(listed.id)
        person = await self._known(request, hall, tuple(role for role in RETURNING if role == asked))
        if person is None:
            return JSONResponse({"reason": Reason.NOT_ALLOWED}, 403)
        address, refused = await return_address(hall, self._identity, listed, self._public_url, person)
        if refused is not None:
            return JSONResponse({"reason": refused}, 403)
        return JSONResponse({"link": address}, headers={"Cache-Control": "no-store"})

    # -- inside

    async def shell(self, request: Request) -> Response:
        """One of the shells, for who has a cookie for it."""
        screen = request.path_params["screen"]
        listed = await self._listed(request)
        if screen not in SHELLS:
            raise HTTPException(404)
        hall = await self._venue.open(listed.id)
        known = await self._known(request, hall, SHELLS[screen])
        if known is None:
            return RedirectResponse(f"/{listed.code}", 303) if screen == "now" else sentence(request, "own-link", 403)
        address = f"{self._public_url}/{listed.code}"
        return page(
            request,
            "shell.html",
            bundle=bundle_of(screen, "late" in request.query_params, current_round(hall.replica.tables)),
            lang=language_of(request, listed.language),
            title=listed.title,
            code=listed.code,
            screen=screen,
            role=known.role,
            person=known.id,
            join_url=address.rsplit("://", maxsplit=1)[-1],
            qr=qr_svg(address) if screen == "stage" else "",
        )

    async def qr(self, request: Request) -> Response:
        """The join address as a QR code."""
        listed = await self._listed(request)
        return Response(qr_svg(f"{self._public_url}/{listed.code}"), media_type="image/svg+xml; charset=utf-8")

    # -- who and where

    async def _listed(self, request: Request) -> Listed:
        """The festival of the address's code; raises HTTPException, for the page that says so, when there is none."""
        listed = await self._finder.find(request, request.path_params["code"])
        if listed is None:
            raise HTTPException(404)
        return listed

    async def _known(
        self, request: Request, hall: Hall, roles: tuple[Role, ...], *, put_out: bool = False
    ) -> Person | None:
        """Who this browser is at this festival, in one of these roles; also who was put out, if that is asked for, but
        not who came by a link that was taken back."""
        for role in roles:
            proven = self._identity.read(request.cookies, hall.festival, role)
            person = await hall.person(proven)
            if person is None or person.role is not role or person.shut:
                continue
            if put_out or not person.removed:
                return person
        return None


def qr_svg(address: str) -> str:
    """An address as a QR code: an SVG that takes the colour and size of the page around it."""
    drawn = io.BytesIO()
    segno.make_qr(address, error="m").save(
        drawn, kind="svg", xmldecl=False, omitsize=True, border=2, svgclass="qr-code", lineclass=None, light="#fff"
    )
    return drawn.getvalue().decode()
