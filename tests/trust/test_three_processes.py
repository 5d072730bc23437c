"""Three real processes on one real store, killed and frozen while a hall full of phones sends as fast as it may.

Whatever happens, what a phone was told is granted is in the journal once, at the entry it was told, after everything
the phone had been told before it wished this; and in the end all processes have the same tables. The misfortunes are
drawn with a seed; no two runs have the same timing.
"""

import asyncio
import contextlib
import random
import signal
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import msgspec
import pytest
from websockets.exceptions import WebSocketException

from rooms.board import Note
from rooms.kernel import Record, Tables
from rooms.people import Join, Person
from rooms.view import FACILITATORS
from server.embedded import Store
from server.hall import Hall
from server.journal import STORE_TROUBLE, Entry, Journal
from server.layers import Layers
from server.limits import Bucket
from server.lives import call_off
from server.register import Listed
from tests.festijn import IDENTITY, Raw, Worker, eventually, founded, links, working
from tests.phone import Phone, connected

SEED = 20
SECONDS = 12.0
GUESTS = 40
BOARDS = ["kunstpost", "beesd-voor-elkaar", "buurtmaaltijden"]
WAITING = 4
RESEND_AFTER = 1.5
FROZEN = (0.3, 1.6)
PAUSE = (0.3, 0.9)


class Guest:
    """A phone that keeps a few wishes under way, and sends what is not answered again, to whoever is there."""

    def __init__(self, person: str, cookie: str, code: str, chance: random.Random) -> None:
        self.person = person
        self.device = f"device-{person}"
        self.granted: dict[int, int] = {}
        self.after: dict[int, int] = {}
        self.refused: Counter[str] = Counter()
        self.hasty: set[int] = set()
        self.again = 0
        self.waiting: dict[int, dict[str, Any]] = {}
        self._seq = 0
        self._cookie, self._code, self._chance = cookie, code, chance
        self._allowance: defaultdict[str, Bucket] = defaultdict(Bucket)
        self._enough = False

    async def live(self, bases: list[str], until: float) -> None:
        """Send until then, and on until everything has its answer."""
        while not self._enough:
            with contextlib.suppress(OSError, TimeoutError, WebSocketException, AssertionError):
                await self._visit(self._chance.choice(bases), until)
            self.again += len(self.waiting)

    async def _visit(self, base: str, until: float) -> None:
        hello = {"code": self._code, "role": "participant"}
        async with asyncio.timeout(3):
            raw = await Raw.connect(base, self._cookie, hello, close_timeout=0.1, open_timeout=2)
        try:
            assert (await raw.packet(2)).startswith("40{")
            await self._say(raw, base, "enter", {"places": {}, "look": ""})
            for seq in sorted(self.waiting):
                await self._send(raw, base, seq)
            while not self._enough:
                while len(self.waiting) < WAITING and time.monotonic() < until:
                    self._seq += 1
                    self.waiting[self._seq] = self._wish(self._seq)
                    self.after[self._seq] = max(self.granted.values(), default=0)
                    await self._send(raw, base, self._seq)
                self._enough = not self.waiting and time.monotonic() >= until
                if self.waiting:
                    await self._hear(raw, await raw.heard("answer", RESEND_AFTER))
        finally:
            raw.line.transport.abort()

    def _wish(self, seq: int) -> dict[str, Any]:
        text, row = f"{self.person} {seq}", f"{self.person[-7:]}-{seq:08}"
        return {"type": "PostNote", "id": row, "board": self._chance.choice(BOARDS), "kind": "tip", "text": text}

    async def _send(self, raw: Raw, base: str, seq: int) -> None:
        wish = {"ref": f"{self.device}.{seq}", "low": min(self.waiting), "seen": 0, "command": self.waiting[seq]}
        await self._say(raw, base, "submit", wish)

    async def _say(self, raw: Raw, base: str, event: str, content: Any) -> None:
        """Say it as soon as this server allows: what is refused for haste could be overtaken by what comes next."""
        await eventually(self._allowance[base].take, within=60)
        await raw.say(event, content)

    async def _hear(self, raw: Raw, answer: dict[str, Any]) -> None:
        seq = int(answer["ref"].rpartition(".")[2])
        if answer.get("reason") == "too_fast":
            self.hasty.add(seq)
            raise TimeoutError
        if "ok" in answer:
            assert self.granted.setdefault(seq, answer["ok"]) == answer["ok"]
        elif seq in self.waiting:
            self.refused[answer["reason"]] += 1
        self.waiting.pop(seq, None)


async def watch(url: str, festival: str, seen: dict[int, Entry]) -> None:
    """Keep every entry of the journal as it comes, through any trouble with the store."""
    journal = Journal(url, festival)
    try:
        while True:
            with contextlib.suppress(*STORE_TROUBLE):
                await journal.connect()
                while True:
                    for entry in await journal.news(max(seen, default=0), wait=500):
                        assert seen.setdefault(entry.n, entry) == entry
            await asyncio.sleep(0.02)
    finally:
        await journal.close()


async def hurt(workers: list[Worker], store: Store, chance: random.Random, until: float) -> Counter[str]:
    """One misfortune after the other: kill -9 or freeze a worker or the store, and let it come back."""
    done: Counter[str] = Counter()
    deck: list[str] = []
    while time.monotonic() < until:
        deck = deck or chance.sample(["worker -9", "worker -9", "store -9", "worker frozen", "store frozen"], 5)
        what = deck.pop()
        worker = chance.choice(workers)
        process = store.process if "store" in what else worker.process
        assert process is not None
        if what.endswith("frozen"):
            process.send_signal(signal.SIGSTOP)
            await asyncio.sleep(chance.uniform(*FROZEN))
            process.send_signal(signal.SIGCONT)
        elif what == "store -9":
            await store.kill()
            await asyncio.sleep(chance.uniform(0, 0.3))
            await store.start()
        else:
            await worker.kill()
            await worker.start()
        done[what] += 1
        await asyncio.sleep(chance.uniform(*PAUSE))
    return done


async def guests(url: str, listed: Listed, chance: random.Random) -> list[Guest]:
    """Phones of people who came in before it began."""
    hall = Hall(url, listed.id)
    await hall.open()
    people = [f"person-{number:09}" for number in range(GUESTS)]
    verdicts = await asyncio.gather(*(hall.wish(Join(id=one, name=one)) for one in people))
    assert all(verdict.ok for verdict in verdicts)
    await hall.close()
    name = IDENTITY.cookie_name(listed.id, "participant")
    signed = [IDENTITY._signer.dumps([listed.id, "participant", one]) for one in people]
    return [Guest(p, f"{name}={s}", listed.code, chance) for p, s in zip(people, signed, strict=True)]


def check_answers(every: list[Guest], entries: dict[int, Entry]) -> dict[str, tuple[int, int]]:
    """Each granted wish is in the journal once, where its phone was told, after what it knew. Gives who is where."""
    assert sorted(entries) == list(range(1, max(entries) + 1)), "an entry was never seen"
    for n in range(2, max(entries) + 1):
        assert entries[n].snapshot or entries[n].after == entries[n - 1].mark, f"entry {n} follows on another history"
    where: dict[str, tuple[int, int]] = {}
    for n, entry in entries.items():
        for index, commit in enumerate(entry.commits):
            assert commit.ref not in where, f"{commit.ref} is in the journal twice"
            where[commit.ref] = (n, index)
    for guest in every:
        told = {seq: where[f"{guest.device}.{seq}"] for seq in guest.granted}
        assert {seq: n for seq, (n, _) in told.items()} == guest.granted
        mine = sorted(int(ref.rpartition(".")[2]) for ref in where if ref.startswith(f"{guest.device}."))
        assert all(guest.granted[seq] > guest.after[seq] for seq in guest.granted), "before what its phone knew of"
        assert set(mine) == set(guest.granted), "granted, but its phone was never told"
    return where


def packed(records: list[Record]) -> bytes:
    return msgspec.msgpack.encode(records)


def replayed(entries: dict[int, Entry]) -> Tables:
    """The tables as all entries from the first make them."""
    first = entries[1].snapshot
    assert first is not None
    tables = Tables(first.records)
    for n in sorted(entries)[1:]:
        for commit in entries[n].commits:
            tables.apply(commit.facts())
    return tables


async def check_screens(workers: list[Worker], way_in: str, url: str, listed: Listed) -> Tables:
    """A facilitator at each process sees the same, as fresh tables would show it; gives those tables."""
    address = way_in.split("/", 3)[3]
    for worker in workers:
        await eventually(worker.ready)
    phones = [await Phone.by_link(f"{worker.base}/{address}") for worker in workers]
    async with connected(*phones):
        last = await phones[0].wish("PostNote", id="the-last-note-xx", board=BOARDS[0], kind="tip", text="The last")
        for phone in phones:
            await phone.until(lambda phone=phone: phone.places[FACILITATORS].split(".")[1] == str(last["ok"]))
        places = {phone.places[FACILITATORS] for phone in phones}
        assert len(places) == 1
        hall = Hall(url, listed.id)
        await hall.open()
        await eventually(lambda: str(hall.replica.place) in places)
        layers = Layers()
        layers.rebuild(hall.replica.tables.records(), hall.replica.place)
        rows = {key: msgspec.json.decode(row) for key, row in layers.rows(FACILITATORS).items()}
        for phone in phones:
            shown = phone.layers[FACILITATORS]
            assert {(kind, row): shown[kind][row] for kind in shown for row in shown[kind]} == rows
        await hall.close()
        return hall.replica.tables


async def test_nothing_granted_is_lost_or_done_twice_while_processes_and_store_are_killed(
    own_store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(SEED)
    listed = await founded(own_store.url)
    entries: dict[int, Entry] = {}
    async with working(own_store.url, tmp_path, processes=3, workers=3) as workers:
        every = await guests(own_store.url, listed, chance)
        watching = asyncio.create_task(watch(own_store.url, listed.id, entries))
        way_in = (await links(own_store.url, listed, workers[0].base))["facilitator 1"]
        until = time.monotonic() + SECONDS
        sending = [asyncio.create_task(guest.live([one.base for one in workers], until)) for guest in every]
        misfortunes = await hurt(workers, own_store, chance, until)
        async with asyncio.timeout(30):
            await asyncio.gather(*sending)
        tables = await check_screens(workers, way_in, own_store.url, listed)
        await eventually(lambda: packed(replayed(entries).records()) == packed(tables.records()))
        await call_off(watching)
    where = check_answers(every, entries)
    granted = sum(len(guest.granted) for guest in every)
    refused = sum((guest.refused for guest in every), Counter[str]())
    assert len(tables.all(Note)) == granted + 1
    assert len(tables.all(Person)) >= GUESTS
    assert not refused, refused
    assert granted > 500
    assert sum(len(guest.hasty) for guest in every) < granted / 10
    assert set(misfortunes) == {"worker -9", "store -9", "worker frozen", "store frozen"}
    with capsys.disabled():
        again = sum(guest.again for guest in every)
        told = ", ".join(f"{what} x{times}" for what, times in sorted(misfortunes.items()))
        print(f"\n  {granted} granted in {len(entries)} entries, {again} sent again, 0 lost, 0 twice; {told}", end=" ")
    assert len(where) > granted
