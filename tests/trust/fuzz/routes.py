"""Every address of the server and every word its forms ask for, found in the server itself: what is new tomorrow is
fuzzed by itself."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.routing import Mount, Route

from server.app import App
from server.settings import PROJECT
from tests.festijn import settings_for

ASKED = [
    re.compile(r'(?:form|query_params)\.get\("(\w+)"'),
    re.compile(r'word_in\(.*?, "(\w+)"\)'),
    re.compile(r'"(\w+)" in request\.query_params'),
    re.compile(r'form\["(\w+)"\]'),
    re.compile(r'\)\)\.get\("(\w+)"'),
]
HOLE = re.compile(r"{(\w+)(?::\w+)?}")
DEEPEST = 8


def web_in(app: Any, depth: int = 0) -> Starlette | None:
    """The web application inside what stands before it: an attribute, or what a function closes over."""
    if isinstance(app, Starlette):
        return app
    if depth > DEEPEST or isinstance(app, str | int | float | dict | list | tuple):
        return None
    inner = list(getattr(app, "__dict__", {}).values())
    inner += [cell.cell_contents for cell in getattr(app, "__closure__", None) or ()]
    return next(filter(None, (web_in(one, depth + 1) for one in inner)), None)


def routes(data_dir: Path, url: str) -> Iterator[tuple[str, list[str]]]:
    """Each address with its holes, and its methods."""
    web = web_in(App(settings_for(url, data_dir, 1)).asgi)
    assert web is not None, "there is no web application in the server's"
    for route in web.routes:
        if isinstance(route, Route):
            yield route.path, sorted(route.methods or {"GET"})
        elif isinstance(route, Mount):
            yield f"{route.path}/{{path}}", ["GET", "HEAD"]


def words_asked() -> list[str]:
    """The names of fields that forms, JSON bodies and queries may have."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((PROJECT / "server").glob("*.py"))]
    return sorted({name for text in texts for pattern in ASKED for name in pattern.findall(text)})
