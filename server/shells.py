"""The pages' shells: Jinja templates, with words in the reader's language and the built client's files.

Everything that reaches a browser passes here or by the socket, so the headers that keep others out stand here too.
"""

import json
import secrets
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rooms.people import Role
from rooms.programme import Round, RoundKind
from server.identity import BOUND, COOKIE_LANGUAGE
from server.video import FRAME_HOSTS
from server.words import LANGUAGES, sayer

CLIENT = Path(__file__).parent.parent / "client"
STATIC = CLIENT / "static"
PATIENCE = 4.0
"""Seconds a page waits for the store before it says so."""
SHELLS = {
    "now": (Role.PARTICIPANT,),
    "lead": (Role.LEAD,),
    "console": (Role.FACILITATOR,),
    "stage": (Role.STAGE,),
    "desk": (Role.ORGANISER,),
}
"""Which roles each shell serves."""
HOME = {role: screen for screen, roles in SHELLS.items() for role in roles}
LATE = {RoundKind.OPEN_SPACE, RoundKind.HARVEST, RoundKind.GOODBYE}

_templates = jinja2.Environment(
    loader=jinja2.FileSystemLoader(CLIENT / "templates"), autoescape=True, trim_blocks=True, lstrip_blocks=True
)

POLICY = [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    "media-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
]
A_YEAR = 365 * 24 * 3600


def policy(call_hosts: tuple[str, ...], nonce: str) -> str:
    """What a page may load: its one script by the number used once that is in it, and no other."""
    frames = [*FRAME_HOSTS, *(f"https://{host}" for host in call_hosts)]
    script = f"'nonce-{nonce}'" if nonce else "'none'"
    return "; ".join([*POLICY, f"script-src {script}", f"frame-src {' '.join(frames)}"])


def guarding(call_hosts: tuple[str, ...] = (), *, secure: bool = False) -> dict[str, str]:
    """The headers that keep others out; `call_hosts` are those whose calls may be shown within our pages, `secure`
    says that we are on https."""
    hearing = " ".join(f'"https://{host}"' for host in call_hosts)
    lasting = {"Strict-Transport-Security": f"max-age={A_YEAR}; includeSubDomains"} if secure else {}
    return lasting | {
        "Content-Security-Policy": policy(call_hosts, ""),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": f"camera=({hearing}), microphone=({hearing}), geolocation=()",
    }


FILE_POLICY = "default-src 'none'; frame-ancestors 'none'"
"""What a file may load that is opened by itself, such as a picture."""
OF_PAGES = ("Content-Security-Policy", "Cross-Origin-Opener-Policy", "Permissions-Policy")
"""Headers that are for pages alone: a first visit is spared them on everything else."""


class Guarded:
    """Puts the guarding headers on every answer."""

    def __init__(self, app: ASGIApp, call_hosts: tuple[str, ...] = (), *, secure: bool = False) -> None:
        self.app = app
        self._pages = guarding(call_hosts, secure=secure)
        self._always = {name: value for name, value in self._pages.items() if name not in OF_PAGES}
        self._files = {**self._always, "Content-Security-Policy": FILE_POLICY}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                told = [(name.lower(), value) for name, value in message.get("headers", ())]
                headers = MutableHeaders(raw=told)
                for name, value in self._fitting(message["status"], headers).items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "no-store")
                if headers.get("content-type") == "text/plain":  # as Engine.IO refuses, with capitals in its headers
                    headers["Content-Type"] = "text/plain; charset=utf-8"
                message["headers"] = headers.raw
            await send(message)

        await self.app(scope, receive, guarded if scope["type"] == "http" else send)

    def _fitting(self, status: int, headers: MutableHeaders) -> dict[str, str]:
        """Those for this answer. "It is as you have it" (304) changes none of what the browser keeps with it."""
        if status == 304:
            return self._always
        return self._pages if headers.get("content-type", "").startswith("text/html") else self._files


@cache
def _manifest() -> dict[str, str]:
    return dict(json.loads((STATIC / "manifest.json").read_text(encoding="utf-8")))


def asset(name: str, language: str) -> str:
    """The address of a built file: "look.…" is a style sheet, all else a script in this language."""
    found = _manifest()
    return f"/static/{found.get(f'{name}.{language}') or found[name]}"


def bundle_of(screen: str, late: bool, current: Round | None) -> str:
    """Which script a screen needs: a participant's first visit is spared the screens of the rounds late in the day,
    unless such a round is on already, or the page asks for them (`late`)."""
    on = current is not None and current.kind in LATE
    return "late" if screen == "now" and (late or on) else screen


def language_of(request: Request, default: str = LANGUAGES[0]) -> str:
    """The reader's language: as they chose, else the festival's."""
    chosen = request.cookies.get(BOUND + COOKIE_LANGUAGE) or request.cookies.get(COOKIE_LANGUAGE)
    return chosen if chosen in LANGUAGES else default


def page(request: Request, template: str, status: int = 200, **given: Any) -> HTMLResponse:
    """A page from a template; `lang`, `say`, `asset`, `here`, `title` and `code` are always there."""
    language = given.pop("lang", None) or language_of(request)
    hosts, nonce = request.app.state.call_hosts, new_nonce()
    told: dict[str, Any] = {"title": "", "code": "", "call_hosts": " ".join(hosts), "nonce": nonce, **given}
    text = _templates.get_template(template).render(
        lang=language,
        say=sayer(language),
        asset=lambda name: asset(name, language),
        here=own_path(request),
        **told,
    )
    return HTMLResponse(text, status, {"Content-Security-Policy": policy(hosts, nonce)} if "<script" in text else None)


def own_path(request: Request) -> str:
    """The path of this address, as one that can only lead to ourselves: "//" would be another host."""
    return "/" + request.url.path.lstrip("/\\")


def new_nonce() -> str:
    """A number that is used once."""
    return secrets.token_urlsafe(16)


def sentence(
    request: Request,
    what: str,
    status: int,
    way_out: tuple[str, str] = ("/", "to-the-door"),
    theirs: str = LANGUAGES[0],
) -> Response:
    """A page that says one thing and shows a way out; `what` is one of missing, own-link, store, foreign,
    results, slow, tries; `theirs` is the language of who chose none."""
    lang = language_of(request, theirs)
    say = sayer(lang)
    return page(
        request,
        "sentence.html",
        status,
        lang=lang,
        heading=say(f"page-{what}-heading"),
        text=say(f"page-{what}-text"),
        way_out={"href": way_out[0], "label": say(way_out[1])},
    )
