"""The pages' shells: Jinja templates, with words in the reader's language and the built client's files.

Everything that reaches a browser passes here or by the socket, so the headers that keep others out stand here too.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rooms.programme import Round, RoundKind
from server.video import FRAME_HOSTS
from server.words import LANGUAGES, sayer

CLIENT = Path(__file__).parent.parent / "client"
STATIC = CLIENT / "static"
COOKIE_LANGUAGE = "lang"
LATE = {RoundKind.OPEN_SPACE, RoundKind.HARVEST, RoundKind.GOODBYE}

_templates = jinja2.Environment(
    loader=jinja2.FileSystemLoader(CLIENT / "templates"), autoescape=True, trim_blocks=True, lstrip_blocks=True
)

POLICY = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "media-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
]


def guarding(call_hosts: tuple[str, ...] = ()) -> dict[str, str]:
    """The headers that keep others out; `call_hosts` are those whose calls may be shown within our pages."""
    calls = [f"https://{host}" for host in call_hosts]
    hearing = " ".join(f'"{origin}"' for origin in calls)
    return {
        "Content-Security-Policy": "; ".join([*POLICY, f"frame-src {' '.join([*FRAME_HOSTS, *calls])}"]),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": f"camera=({hearing}), microphone=({hearing}), geolocation=()",
    }


class Guarded:
    """Puts the guarding headers on every answer."""

    def __init__(self, app: ASGIApp, call_hosts: tuple[str, ...] = ()) -> None:
        self.app = app
        self._headers = guarding(call_hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await self.app(scope, receive, guarded if scope["type"] == "http" else send)


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
    chosen = request.cookies.get(COOKIE_LANGUAGE, "")
    return chosen if chosen in LANGUAGES else default


def page(request: Request, template: str, status: int = 200, **given: Any) -> HTMLResponse:
    """A page from a template; `lang`, `say`, `asset`, `here`, `title` and `code` are always there."""
    language = given.pop("lang", None) or language_of(request)
    told: dict[str, Any] = {"title": "", "code": "", "call_hosts": request.app.state.call_hosts, **given}
    text = _templates.get_template(template).render(
        lang=language,
        say=sayer(language),
        asset=lambda name: asset(name, language),
        here=request.url.path,
        **told,
    )
    return HTMLResponse(text, status)


def sentence(request: Request, what: str, status: int, way_out: tuple[str, str] = ("/", "to-the-door")) -> Response:
    """A page that says one thing and shows a way out; `what` is one of missing, own-link, store, foreign,
    results."""
    say = sayer(language_of(request))
    return page(
        request,
        "sentence.html",
        status,
        heading=say(f"page-{what}-heading"),
        text=say(f"page-{what}-text"),
        way_out={"href": way_out[0], "label": say(way_out[1])},
    )
