"""The third door: every page and form, asked for by every method, with what belongs in its address, its query and its
body, and with what does not; with cookies that prove somebody, that prove somebody else, and that prove nothing.

Codes that are wrong are asked for seldom: whoever guesses is slowed down, and would come no deeper.
"""

import json
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import quote, urlencode

from rooms.people import Role
from server.exports import KINDS
from server.shells import HOME, STATIC
from tests.festijn import IDENTITY
from tests.trust.fuzz.book import ACCEPTED, BRAKED, CLOSED, REFUSED, Told
from tests.trust.fuzz.fair import HONEST, Fair
from tests.trust.fuzz.grammar import PEOPLE, Grammar
from tests.trust.fuzz.ground import Ground
from tests.trust.fuzz.lines import TROUBLE, Answer, ask, patience, request
from tests.trust.fuzz.routes import HOLE, routes, words_asked
from tests.trust.fuzz.spoil import TEXTS, Tree, odd, scratch

METHODS = ["GET", "POST", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "get", "BREW", "G\0ET"]
ODD_PARTS = [
    "",
    ".",
    "..",
    "%2e%2e",
    "%2F",
    "%00",
    "%ff%fe",
    "%ed%a0%80",
    "a" * 300,
    "a" * 8000,
    "//evil.example",
    "\\x",
    "%",
]
ODD_PARTS += [
    "é",
    "%C3%A9",
    "%0d%0aX:y",
    ";",
    "*",
    "{code}",
    "favicon.ico",
    "robots.txt",
    "%F0%9F%98%80",
    "-",
    " ",
    "?",
    "#",
]
PATHS = [
    "../../pyproject.toml",
    "%2e%2e/%2e%2e/server/web.py",
    "x.js",
    "manifest.json",
    "nul%00.js",
    "a" * 300,
    "/etc/passwd",
]
PATHS += ["a/" * 2000, "", ".", "\\..\\x", "%F0%9F%98%80", "%ff", "x.js.gz", "fonts"]
TYPES = [
    "application/x-www-form-urlencoded",
    "application/json",
    "text/plain",
    "multipart/form-data; boundary=x",
    "",
    "\x00",
]
HEADERS = [
    ["Accept-Encoding", "gzip"],
    ["Accept-Encoding", "br;q=\x01, *"],
    ["Accept-Language", "nl,en;q=0.x" * 50],
    ["If-None-Match", 'W/"x", *'],
    ["If-Modified-Since", "Mon, 99 Foo 9999 99:99:99 GMT"],
    ["If-Modified-Since", "Fri, 31 Dec 9999 23:59:59 -9999"],
    ["Range", "bytes=0-"],
    ["Range", "bytes=99999999999999999999-,-0,5-1"],
    ["Range", "bytes=²-"],
    ["If-Range", '"x"'],
    ["Host", "evil.example"],
    ["Host", "[::1"],
    ["Host", ""],
    ["Host", "a" * 3000],
    ["Host", "a:99999999"],
    ["X-Forwarded-For", "198.51.100.7, 10.0.0.1"],
    ["X-Forwarded-For", "::ffff:10.0.0.1:x"],
    ["X-Forwarded-For", "é, \x01"],
    ["X-Forwarded-Proto", "https"],
    ["X-Forwarded-Proto", "wss, gopher"],
    ["X-Forwarded-Host", "evil.example"],
    ["Origin", "null"],
    ["Origin", "http://evil.example"],
    ["Sec-Fetch-Site", "cross-site"],
    ["Sec-Fetch-Site", "none"],
    ["Referer", "javascript:x"],
    ["Expect", "100-continue"],
    ["Connection", "keep-alive, Upgrade"],
    ["Upgrade", "h2c"],
    ["Transfer-Encoding", "chunked"],
    ["Transfer-Encoding", "identity, chunked, x"],
    ["Content-Length", "-1"],
    ["Content-Length", "5, 6"],
    ["Cookie", "a" * 5000],
    ["Cookie", "=;;=,lang=xx; lang=en; \xff"],
    ["X" * 900, "y"],
    ["Bad Name", "y"],
]
SLOW = ("outcome",)
"""Addresses whose files take long to make: seldom asked for."""


class Pages:
    """Draws requests, and sends them."""

    name = "pages"

    def __init__(self, ground: Ground, fair: Fair) -> None:
        self._ground, self._fair = ground, fair
        self._grammar = Grammar(lambda: fair.tables, set(HONEST))
        self.every = list(routes(ground.where, ground.store.url))
        self._asked = words_asked()
        self._static = [path.name for path in sorted(Path(STATIC).glob("*")) if path.is_file()]

    # -- drawing

    def draw(self, chance: Random) -> Tree:
        """A request."""
        route, methods = chance.choice(self.every)
        while any(slow in route for slow in SLOW) and chance.random() < 0.9:
            route, methods = chance.choice(self.every)
        target = HOLE.sub(lambda hole: self._filled(hole[1], chance), route)
        method = chance.choice(methods) if chance.random() < 0.85 else chance.choice(METHODS)
        body, kind = self._body(chance) if method != "GET" or chance.random() < 0.1 else ("", "")
        if chance.random() < 0.3:
            target += "?" + self._query(chance)
        if chance.random() < 0.05:
            target = scratch(target, chance).replace("\n", "").replace("\r", "") or "/"
        headers = [["Cookie", self._cookie(chance)]] if chance.random() < 0.85 else []
        headers += [["Content-Type", kind]] if kind else []
        headers += [chance.choice(HEADERS) for _ in range(chance.choice([0, 0, 0, 1, 1, 2]))]
        told = {"method": method, "target": target, "headers": headers, "body": body, "to": chance.randrange(2)}
        return {**told, "route": route}

    def _filled(self, hole: str, chance: Random) -> str:
        """What goes in a hole of an address."""
        if chance.random() < 0.06 and hole != "code":
            return chance.choice([*ODD_PARTS, quote(chance.choice(TEXTS), errors="replace")[:9000]])
        if hole == "code":
            return self._code(chance)
        known = {"screen": sorted(HOME.values()), "path": [*self._static[:20], *PATHS]}
        if hole == "kind":
            return chance.choice([*KINDS, "html", "json", "x"])
        return chance.choice(known.get(hole, [""])) or quote(self._grammar.an_id(hole, chance), safe="")

    def _code(self, chance: Random) -> str:
        right = self._fair.listed.code
        manner = chance.random()
        if manner < 0.03:
            return chance.choice([*ODD_PARTS, "ZZZZZZ", right[:5]])
        if manner < 0.1:
            return chance.choice([right.lower(), f"{right[:3]}-{right[3:]}", f"{right[:3]}%20{right[3:]}"])
        return self._fair.other.code if manner < 0.15 else right

    def _query(self, chance: Random) -> str:
        names = chance.choices([*self._asked, "x", "j"], k=chance.choice([1, 1, 2, 300]))
        return urlencode([(name, self._word(name, chance)) for name in names], errors="replace")

    def _word(self, name: str, chance: Random) -> str:
        """What somebody fills in."""
        sensible: dict[str, list[str]] = {
            "code": [self._fair.listed.code],
            "words": ["keep", "drop"],
            "sure": ["yes", "no"],
            "lang": ["nl", "en", "xx"],
            "role": list(Role),
            "as": list(Role),
            "token": ["x" * 32, *sorted(IDENTITY.token(self._fair.listed.id, one) for one in "ab")],
        }
        if chance.random() < 0.7:
            return str(chance.choice(sensible.get(name, [self._grammar.words(chance)])))
        return str(odd(chance))[:5000]

    def _body(self, chance: Random) -> tuple[str, str]:
        words = {name: self._word(name, chance) for name in self._asked if chance.random() < 0.7}
        form = urlencode(words, errors="replace")
        told: Any = words if chance.random() < 0.7 else odd(chance)
        made = chance.choice([(form, TYPES[0]), (form, TYPES[0]), (json.dumps(told), TYPES[1])])
        if chance.random() < 0.25:
            made = (scratch(made[0], chance), chance.choice(TYPES))
        return made

    def _cookie(self, chance: Random) -> str:
        """Who asks: mostly somebody of a role, or several at once."""
        roles = frozenset(chance.sample(PEOPLE, chance.choice([1, 1, 1, 2])))
        right = "; ".join(self._fair.cookie(self._fair.somebody(chance, frozenset([role]))) for role in sorted(roles))
        manner = chance.random()
        if manner < 0.7:
            return right
        if manner < 0.8:
            return self._fair.strange_cookie(chance)
        if manner < 0.9:
            return self._fair.strange_cookie(chance).replace(self._fair.other.id, self._fair.listed.id)
        return scratch(right, chance).replace("\r", "").replace("\n", "")

    # -- asking

    async def play(self, tree: Tree) -> Told:
        """Ask."""
        headers = [["Host", "127.0.0.1"], *tree["headers"]]
        names = {name.lower() for name, _ in headers}
        body = tree["body"].encode("utf-8", "replace")
        if body and not names & {"content-length", "transfer-encoding"}:
            headers.append(["Content-Length", str(len(body))])
        headers += [] if "connection" in names else [["Connection", "close"]]
        asked = request(tree["method"], tree["target"], headers, body)
        within, must = patience(tree["headers"])
        within *= 4 if any(slow in tree["target"] for slow in SLOW) or (tree["to"] and not must) else 1
        try:
            answer = await ask(self._ground.workers[tree["to"]].port, asked, within, must)
        except TROUBLE as trouble:
            return Told(CLOSED, wrong=f"no connection to the server: {type(trouble).__name__}")
        return judged(answer, asked, self._fair, tree["route"])


def judged(answer: Answer, asked: bytes, fair: Fair, route: str) -> Told:
    """What became of a request."""
    if answer.late:
        return Told(CLOSED, answer.ms, f"a request was not answered: {route}")
    if answer.status >= 500:
        return Told(REFUSED, answer.ms, f"HTTP {answer.status} at {route}")
    if fair.secrets.told_in(answer.raw, asked):
        return Told(REFUSED, answer.ms, "somebody's secret was told on a page")
    if answer.status == 429:
        return Told(BRAKED, answer.ms)
    return Told(ACCEPTED if 0 < answer.status < 400 else REFUSED if answer.status else CLOSED, answer.ms)
