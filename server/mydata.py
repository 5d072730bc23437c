"""My data: what a festival keeps about somebody, for them to see, take along, put right and have erased.

All of it works without a line of script. Who asks is known by their cookie. An organiser has a list of everybody, to
erase who asks for it in another way; what people wrote is not on it. Erasing is done by the door, for who stands there.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from typing import Any
from urllib.parse import parse_qsl

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rooms.agreements import Agreement
from rooms.erasing import Erase, Erased
from rooms.initiative import About, Initiative
from rooms.keeping import known_until
from rooms.kernel import Reason, Tables
from rooms.marketplace import Conversation
from rooms.people import Person, Rename, Role
from rooms.personal import Line, lines_of, told
from server.csvtables import table
from server.days import at_time, day_of, in_words
from server.forms import body_of, from_here
from server.hall import Hall, Venue
from server.identity import Identity
from server.register import Listed
from server.sheet import Sheet
from server.shells import HOME, language_of, page, sentence
from server.takehome import a_file
from server.words import Say, sayer

Endpoint = Callable[[Request], Awaitable[Response]]
Known = Callable[..., Awaitable[Person | None]]
ROLES = (Role.PARTICIPANT, Role.LEAD, Role.FACILITATOR, Role.ORGANISER)
SORTS = {
    "notes": "mydata-notes",
    "pledges": "mydata-pledges",
    "offers": "mydata-offers",
    "contacts": "mydata-contacts",
    "groups": "mydata-groups",
    "letters": "mydata-letters",
    "farewell": "mydata-farewell",
    "address": "mydata-address",
    "ended": "mydata-ended",
    "agreed": "mydata-agreed",
    "conversations": "mydata-conversations",
    "milestones": "mydata-milestones",
    "messages": "mydata-messages",
}
"""The heading of each sort of thing that is somebody's."""
ROLE_WORDS = {
    Role.PARTICIPANT: "desk-role-participant",
    Role.LEAD: "desk-role-lead",
    Role.FACILITATOR: "desk-role-facilitator",
    Role.ORGANISER: "desk-role-organiser",
}
HEADS = ["mydata-who", "mydata-what", "mydata-words", "mydata-since", "mydata-days", "mydata-until"]
"""The columns of the book of agreements."""


class MyData:
    """The pages. `listed` finds the festival of an address; `known` who asks, in one of these roles, and with `put_out`
    also who was put out: what is kept of them is theirs to see and to have erased."""

    def __init__(
        self, listed: Callable[[Request], Awaitable[Listed]], known: Known, venue: Venue, identity: Identity
    ) -> None:
        self._listed = listed
        self._known = known
        self._venue = venue
        self._identity = identity

    def pages(self) -> Iterator[tuple[str, Endpoint, str]]:
        """Each address, what answers it, and to which method."""
        yield "/{code}/mydata", self.show, "GET"
        yield "/{code}/mydata/name", self.rename, "POST"
        yield "/{code}/mydata/erase", self.erase_me, "POST"
        yield "/{code}/mydata/leave", self.leave, "POST"
        yield "/{code}/mydata.{kind}", self.take, "GET"
        yield "/{code}/people", self.everybody, "GET"
        yield "/{code}/people/{person}/erase", self.erase_other, "POST"
        yield "/{code}/agreements.csv", self.agreements, "GET"

    # -- one's own

    async def show(self, request: Request) -> Response:
        """The page."""
        listed, hall, me = await self._who(request)
        return self._page(request, listed, hall, me) if me else sentence(request, "own-link", 403)

    async def take(self, request: Request) -> Response:
        """The same as a file: for people (html), or for machines (json)."""
        kind = request.path_params["kind"]
        if kind not in {"json", "html"}:
            raise HTTPException(404)
        listed, hall, me = await self._who(request)
        if me is None:
            return sentence(request, "own-link", 403)
        name = f"festijn-{listed.code}-mydata.{kind}"
        if kind == "html":
            return a_file(bytes(self._page(request, listed, hall, me, taken=True).body), "text/html", name)
        whole = {"festival": listed.title, "date": listed.date, "records": told(hall.replica.tables, me)}
        return a_file(msgspec.json.format(msgspec.json.encode(whole), indent=2), "application/json", name)

    async def rename(self, request: Request) -> Response:
        """Another name."""
        listed, hall, me = await self._who(request)
        if me is None or not from_here(request):
            return sentence(request, "own-link" if me is None else "foreign", 403)
        refused = (await hall.wish(Rename(name=(await form_of(request)).get("name", "")), me)).reason
        if refused is Reason.BAD_LENGTH:
            return self._page(request, listed, hall, me, fault="door-bad-name")
        if refused is Reason.NOT_ALLOWED:
            return self._page(request, listed, hall, me, fault="mydata-out")
        return back(listed, me)

    async def erase_me(self, request: Request) -> Response:
        """Erase who asks, once they said that they mean it."""
        listed, hall, me = await self._who(request)
        if me is None or not from_here(request):
            return sentence(request, "own-link" if me is None else "foreign", 403)
        form = await form_of(request)
        if form.get("words") not in {"keep", "drop"} or form.get("sure") != "yes":
            return self._page(request, listed, hall, me, fault="mydata-choose")
        refused = (await hall.wish(Erase(person=me.id, words=form["words"] == "keep"))).reason
        if refused not in (None, Reason.GONE):
            return sentence(request, "store", 503, (f"/{listed.code}/mydata?as={me.role}", "page-again"))
        return self._goodbye(request, listed, me, "erased-heading", "erased-text")

    async def leave(self, request: Request) -> Response:
        """Have this browser forget who asks; they can come back by a link."""
        listed, _, me = await self._who(request)
        if me is None or not from_here(request):
            return sentence(request, "own-link" if me is None else "foreign", 403)
        return self._goodbye(request, listed, me, "left-heading", "left-text")

    def _goodbye(self, request: Request, listed: Listed, me: Person, heading: str, text: str) -> Response:
        """The browser no longer knows who it was, and clears what it kept of them."""
        lang = language_of(request, listed.language)
        say = sayer(lang)
        here: dict[str, Any] = {"code": listed.code, "person": me.id}
        answer = page(request, "erased.html", lang=lang, heading=say(heading), text=say(text), **here)
        self._identity.take(answer, listed.id, me.role)
        return answer

    def _page(
        self, request: Request, listed: Listed, hall: Hall, me: Person, fault: str = "", *, taken: bool = False
    ) -> Response:
        tables, lang = hall.replica.tables, language_of(request, listed.language)
        return page(
            request,
            "mydata.html",
            422 if fault else 200,
            lang=lang,
            code=listed.code,
            festival=tables.find(About, "about"),
            me=me,
            home=f"/{listed.code}/{HOME[me.role]}",
            until=in_words(day_of(known_until(tables, me)), lang),
            sections=sections(tables, me),
            day=lambda moment: in_words(day_of(moment), lang),
            fault=sayer(lang)(fault) if fault else "",
            taken=taken,
        )

    # -- for the organiser

    async def everybody(self, request: Request) -> Response:
        """Everybody who is known at this festival, with a way to erase them."""
        listed, hall, me = await self._who(request, (Role.ORGANISER,))
        if me is None:
            return sentence(request, "own-link", 403)
        tables, lang = hall.replica.tables, language_of(request, listed.language)
        people = [one for one in tables.all(Person) if one.role is not Role.STAGE]
        return page(
            request,
            "people.html",
            lang=lang,
            code=listed.code,
            festival=tables.find(About, "about"),
            people=sorted(people, key=lambda one: (one.name.casefold(), one.at)),
            role=lambda one: sayer(lang)(ROLE_WORDS[one.role]),
            day=lambda moment: in_words(day_of(moment), lang),
            until=lambda one: in_words(day_of(known_until(tables, one)), lang),
            erased=len(tables.all(Erased)),
        )

    async def erase_other(self, request: Request) -> Response:
        """Erase somebody who asked the organiser to."""
        listed, hall, me = await self._who(request, (Role.ORGANISER,))
        if me is None or not from_here(request):
            return sentence(request, "own-link" if me is None else "foreign", 403)
        form = await form_of(request)
        if form.get("words") in {"keep", "drop"}:
            await hall.wish(Erase(person=request.path_params["person"][:120], words=form["words"] == "keep"))
        return RedirectResponse(f"/{listed.code}/people", 303)

    async def agreements(self, request: Request) -> Response:
        """The book of agreements as a table."""
        listed, hall, me = await self._who(request, (Role.ORGANISER,))
        if me is None:
            return sentence(request, "own-link", 403)
        lang = language_of(request, listed.language)
        made = await asyncio.to_thread(table, book(hall.replica.tables, sayer(lang)), lang, sayer(lang))
        return a_file(made, "text/csv; charset=utf-8", f"festijn-{listed.code}-agreements.csv")

    async def _who(self, request: Request, roles: tuple[Role, ...] = ROLES) -> tuple[Listed, Hall, Person | None]:
        """Who asks; one browser can be several people, so they may say as whom."""
        listed = await self._listed(request)
        hall = await self._venue.open(listed.id)
        asked = request.query_params.get("as")
        wanted = tuple(role for role in roles if asked in (None, role))
        return listed, hall, await self._known(request, hall, wanted, put_out=roles is ROLES)


async def form_of(request: Request) -> dict[str, str]:
    """What was filled in."""
    return dict(parse_qsl((await body_of(request)).decode("utf-8", "replace")))


def back(listed: Listed, me: Person) -> Response:
    """To the page again, as the same person."""
    return RedirectResponse(f"/{listed.code}/mydata?as={me.role}", 303)


def sections(tables: Tables, me: Person) -> dict[str, list[tuple[str, Line]]]:
    """What there is in words under each heading, with the name of what it is about."""
    found: dict[str, list[tuple[str, Line]]] = {}
    for line in lines_of(tables, me):
        about = tables.get(Initiative, line.about), tables.get(Conversation, line.about)
        name = about[0].name if about[0] else about[1].title if about[1] else ""
        found.setdefault(line.sort, []).append((name, line))
    return {heading: found[sort] for sort, heading in SORTS.items() if sort in found}


def book(tables: Tables, say: Say) -> Sheet:
    """Who agreed to which words, when, and until when: one row each, the oldest first."""
    rows = [
        (one.name, say("mydata-for", what=one.what), one.text, at_time(one.at), one.days, at_time(one.ended))
        for one in sorted(tables.all(Agreement), key=lambda one: (one.at, one.id))
    ]
    return Sheet("", HEADS, rows)
