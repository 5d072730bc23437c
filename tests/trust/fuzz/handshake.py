"""The first door: how a line is opened. Queries, headers and hellos, right ones and wrong ones, by websocket and by
long polling.
"""

import json
import re
from random import Random

from msgspec import inspect
from websockets.frames import Frame, Opcode

from rooms.people import Role
from rooms.wire import Hello
from tests.trust.fuzz.book import ACCEPTED, CLOSED, REFUSED, Told
from tests.trust.fuzz.fair import HONEST, Fair
from tests.trust.fuzz.grammar import PEOPLE, Grammar
from tests.trust.fuzz.ground import Ground
from tests.trust.fuzz.lines import TROUBLE, Answer, ask, patience, request
from tests.trust.fuzz.pages import judged
from tests.trust.fuzz.spoil import TEXTS, Tree, odd, scratch, spoil

QUERIES = ["EIO=4&transport=websocket", "EIO=4&transport=polling"]
ODD_QUERIES = [
    "",
    "EIO=3&transport=websocket",
    "EIO=4",
    "transport=polling",
    "EIO=4&transport=polling&j=0",
    "EIO=&transport=",
]
ODD_QUERIES += ["EIO=4&transport=websocket&sid=x", "EIO=4&EIO=4&transport=websocket", "EIO=4&transport=polling&sid=%00"]
ODD_QUERIES += [
    "EIO=²&transport=polling",
    "EIO=4&transport=polling&sid=a&sid=b",
    "EIO=4&transport=webtransport",
    "&&=&;",
]
ODD_QUERIES += [
    "EIO=4&transport=polling&t=" + "x" * 5000,
    "EIO=4&transport=%ff",
    "EIO=4&transport=polling&b64=1",
    "EIO=99999",
]
UPGRADE = [["Upgrade", "websocket"], ["Connection", "Upgrade"], ["Sec-WebSocket-Version", "13"]]
UPGRADE += [["Sec-WebSocket-Key", "AAAAAAAAAAAAAAAAAAAAAA=="]]
HEADERS = [
    ["Origin", "http://evil.example"],
    ["Origin", "null"],
    ["Origin", ""],
    ["Origin", "http://[::1"],
    ["Host", "evil.example"],
    ["Host", "é\x01"],
    ["X-Forwarded-For", "203.0.113.9"],
    ["X-Forwarded-For", ",,\x7f"],
    ["X-Forwarded-Proto", "https"],
    ["X-Forwarded-Host", "evil.example:x"],
    ["Forwarded", "for=_x;host=evil.example;proto=https"],
    ["Sec-WebSocket-Extensions", "permessage-deflate; client_max_window_bits=99"],
    ["Sec-WebSocket-Protocol", "a, b,\x00"],
    ["Sec-WebSocket-Version", "12"],
    ["Sec-WebSocket-Key", "x"],
    ["Transfer-Encoding", "chunked"],
    ["Content-Length", "10"],
    ["Cookie", "festijn-x-participant=.."],
    ["Cookie", "a=b;" * 1500],
    ["Authorization", "Basic x"],
]
PATHS = [
    "/socket.io/",
    "/socket.io/",
    "/socket.io/",
    "/socket.io",
    "/socket.io//",
    "/socket.io/x",
    "/SOCKET.IO/",
    "/",
    "/x",
]
METHODS = ["GET", "GET", "GET", "POST", "OPTIONS", "PUT", "DELETE", "HEAD"]
BODIES = [
    "",
    "40",
    "40{}",
    "3",
    "1",
    "6",
    "2probe",
    '42["enter",{"places":{}}]\x1e3',
    "bAAAA",
    "b!",
    "\x1e\x1e",
    "4" * 70_000,
]
OPENED = re.compile(rb'\r\n0\{"sid":"([\w-]+)"')
SPACES = ["", "/,", "/admin,", "/a/b?c=d,", "/é,"]


class Handshake:
    """Draws ways to knock, and knocks."""

    name = "handshake"

    def __init__(self, ground: Ground, fair: Fair) -> None:
        self._ground, self._fair = ground, fair
        self._grammar = Grammar(lambda: fair.tables, set(HONEST))

    # -- drawing

    def draw(self, chance: Random) -> Tree:
        """A knock: the address and headers, and what is said next."""
        sound = chance.random() < 0.6
        query = chance.choice(QUERIES if sound else [*ODD_QUERIES, scratch(chance.choice(QUERIES), chance)])
        person = self._fair.somebody(chance, frozenset([chance.choice(PEOPLE)]))
        right, wrong = self._fair.cookie(person), [self._fair.strange_cookie(chance), chance.choice(TEXTS), ""]
        cookie = right if chance.random() < 0.7 else chance.choice([*wrong, scratch(right, chance)])
        headers = [["Cookie", cookie]] if cookie else []
        headers += [chance.choice(HEADERS) for _ in range(chance.choice([0, 0, 1, 2] if sound else [0, 1, 2, 4]))]
        packets = [self._packet(person.role, chance) for _ in range(chance.choice([0, 1, 1, 1, 2, 4]))]
        path = chance.choice(PATHS) if not sound else PATHS[0]
        method = chance.choice(METHODS) if not sound else "GET"
        told = {"path": path, "query": clean(query), "method": method, "headers": headers, "packets": packets}
        return {**told, "to": chance.randrange(2)}

    def _packet(self, role: Role, chance: Random) -> str:
        """A hello, mostly; its form is read from its type."""
        hello: Tree = self._grammar.value(inspect.type_info(Hello), "", chance)
        known = {"code": self._fair.listed.code, "role": role, "protocol": 1}
        hello = {name: known.get(name, value) for name, value in hello.items()} if isinstance(hello, dict) else hello
        manner = chance.random()
        if manner < 0.3:
            hello = spoil(hello, chance)
        elif manner < 0.4:
            return chance.choice(BODIES)
        elif manner < 0.45:
            hello = odd(chance)
        packet = "40" + (chance.choice(SPACES) if chance.random() < 0.2 else "") + json.dumps(hello)
        return scratch(packet, chance) if chance.random() < 0.1 else packet

    # -- knocking

    async def play(self, tree: Tree) -> Told:
        """Knock, and say it."""
        port = self._ground.workers[tree["to"]].port
        polls = "polling" in tree["query"]
        try:
            return await (self._poll(port, tree) if polls else self._open(port, tree))
        except TROUBLE as trouble:
            return Told(CLOSED, wrong=f"no connection to the server: {type(trouble).__name__}")

    def _asked(self, tree: Tree, body: bytes = b"", method: str = "", sid: str = "") -> bytes:
        headers = [["Host", "127.0.0.1"], *([clean(name), clean(value)] for name, value in tree["headers"])]
        if "polling" not in tree["query"]:
            headers += UPGRADE
        else:
            headers += [["Connection", "close"], *([["Content-Length", str(len(body))]] if body else [])]
        target = tree["path"] + "?" + tree["query"] + (f"&sid={sid}" if sid else "")
        return request(method or tree["method"], target, headers, body)

    async def _open(self, port: int, tree: Tree) -> Told:
        """By websocket: the packets come as frames, all at once."""
        frames = [Frame(Opcode.TEXT, said.encode("utf-8", "replace")).serialize(mask=True) for said in tree["packets"]]
        asked = self._asked(tree)
        within, must = patience(tree["headers"])
        return self._judged(await ask(port, asked, within, must, b"".join(frames)), asked)

    async def _poll(self, port: int, tree: Tree) -> Told:
        """By long polling: a line is opened, then everything is posted to it, and asked after."""
        asked = self._asked(tree)
        answer = await ask(port, asked, *patience(tree["headers"]))
        told = self._judged(answer, asked)
        sid = sid_in(answer.raw)
        if not sid or told.wrong:
            return told
        body = "\x1e".join(tree["packets"]).encode("utf-8", "replace")
        for method, said in (("POST", body), ("GET", b""), ("POST", b"1")):
            asked = self._asked(tree, said, method, sid)
            # who asks by polling what there is, may wait until there is something
            step = self._judged(await ask(port, asked, 1.0, must=False), asked)
            told = step if step.wrong or step.became == ACCEPTED else told
        return told

    def _judged(self, answer: Answer, asked: bytes) -> Told:
        told = judged(answer, asked, self._fair, "the socket's address")
        if told.became == ACCEPTED and b"40{" not in answer.raw:
            return Told(REFUSED, told.ms, told.wrong)
        return told


def clean(text: str) -> str:
    """A text as part of one line."""
    return text.replace("\r", "").replace("\n", "").encode("utf-8", "replace").decode()


def sid_in(raw: bytes) -> str:
    """The id of the line that an answer by polling opens."""
    opened = OPENED.search(raw)
    return opened[1].decode() if opened else ""
