"""What is looked at when the fuzzer stops: whether all processes have the same festival, whether the journal makes it
again, whether every entry is what the rules give, and whether the processes let go of what they held."""

import asyncio
import time
from typing import Any

from rooms.festival import RULES
from server.journal import Journal
from server.standing import Standing
from tests.trust.chaos.check import Check
from tests.trust.fuzz.book import Book
from tests.trust.fuzz.fair import Fair
from tests.trust.fuzz.ground import Ground, Logged
from tests.trust.fuzz.watched import hash_of

RESTS_WITHIN = 40.0
AT_ONCE = 40
FEW = {"descriptors": 6, "tasks": 6, "phones": 0}
"""How many more a process may hold than before."""


async def folded(url: str, festival: str) -> Standing:
    """The festival as its journal makes it, read from the store from its first entry."""
    journal, standing = Journal(url, festival), Standing()
    await journal.connect()
    try:
        while page := await journal.after(standing.place.n):
            for entry in page:
                if standing.place.n == 0:
                    standing.load(entry)
                else:
                    standing.take(entry)
    finally:
        await journal.close()
    return standing


class Judge:
    """Judges every entry again as it comes, a few at a time, so that nobody waits for it."""

    def __init__(self, fair: Fair) -> None:
        self._told = fair.chronicle.told
        self.check = Check({}, [])

    async def follow(self) -> None:
        """Go on until called off."""
        while True:
            self.some()
            await asyncio.sleep(0.05)

    def some(self, most: int = AT_ONCE) -> bool:
        """Judge some entries; whether there were any."""
        part = self._told[:most]
        del self._told[:most]
        self.check.read(part)
        return bool(part)


async def agreed(ground: Ground, fair: Fair, judge: Judge, book: Book) -> None:
    """Wait until nothing moves, and hold everybody's festival against everybody else's."""
    until = time.monotonic() + RESTS_WITHIN
    while True:
        standing = await folded(ground.store.url, fair.listed.id)
        stand = {name: where[0] for name, where in stands(ground, fair).items()}
        if set(stand.values()) == {str(standing.place)} and all(hashed for _, hashed in stands(ground, fair).values()):
            break
        if time.monotonic() > until:
            book.fault("the processes do not come to rest at one place", evidence=f"{stand}, store {standing.place}")
            return
        await asyncio.sleep(0.3)
    while judge.some():
        pass
    compare(stands(ground, fair), standing, judge, book)


def stands(ground: Ground, fair: Fair) -> dict[str, tuple[str, str]]:
    """Where each process stands, and its hash of all rows; ours is one of them."""
    replica = fair.hall.replica
    found = {"fuzzer": (str(replica.place), hash_of(replica.tables.records()))}
    for number, worker in enumerate(ground.workers):
        place, hashed = worker.watched()["halls"].get(fair.listed.id, ("", ""))
        found[f"process {number}"] = (place, hashed)
    return found


def compare(found: dict[str, tuple[str, str]], standing: Standing, judge: Judge, book: Book) -> None:
    """All of them, the journal folded again, and the rules applied again, must give the same rows."""
    hashes = {name: hashed for name, (_, hashed) in found.items()}
    hashes |= {"journal": hash_of(standing.tables.records()), "rules": hash_of(judge.check.tables.records())}
    if len(set(hashes.values())) != 1:
        book.fault("the processes do not agree", evidence=str(hashes))
    for complaint in judge.check.verdict.complaints:
        kind, _, about = complaint.partition(": ")
        book.fault(f"journal: {kind}{about[about.find(': ') :] if 'refused' in about else ''}", evidence=complaint)
    book.figures["entries"] = book.figures.get("entries", 0) + judge.check.verdict.counts["entries"]
    book.figures["rows at the end"] = len(standing.tables.records())
    book.kinds.update(judge.check.done)
    book.figures["kinds of commands granted"] = f"{len(book.kinds)} of {len(RULES)}"


class Leaks:
    """What each process holds, before and after. A festival that is open in it holds something too: that is known
    from the first one."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._before = [worker.held() for worker in ground.workers]
        self._one: list[dict[str, int]] = []
        self.began = time.monotonic()

    def one_festival(self) -> None:
        """Now each process has one festival open, and nobody in it."""
        self._one = [worker.held() for worker in self._ground.workers]

    def _more(self, number: int, worker: Logged) -> dict[str, int]:
        """How much more this process holds than it should."""
        before, one, now = self._before[number], self._one[number], worker.held()
        halls, each = now["halls"] - before["halls"], max(1, one["halls"] - before["halls"])
        of_halls = {what: halls * (one[what] - before[what]) / each for what in FEW}
        return {what: round(now[what] - before[what] - of_halls[what]) for what in FEW}

    async def judge(self, book: Book, patience: float) -> None:
        """Wait until all was let go of, and complain of what was not."""
        until = time.monotonic() + patience
        while True:
            more = [self._more(number, worker) for number, worker in enumerate(self._ground.workers)]
            kept = [(what, one[what]) for one in more for what, most in FEW.items() if one[what] > most]
            if not kept or time.monotonic() > until:
                break
            await asyncio.sleep(1)
        for what, many in kept:
            book.fault(f"{what} were not let go of", evidence=f"{many} more than before: {more}")
        self._tell(book)

    def _tell(self, book: Book) -> None:
        hours = (time.monotonic() - self.began) / 3600
        for number, worker in enumerate(self._ground.workers):
            one, now = self._one[number], worker.held()
            grown = (now["rss"] - one["rss"]) / 2**20
            told: dict[str, Any] = {what: f"{one[what]} -> {now[what]}" for what in ("descriptors", "tasks", "halls")}
            told["rss MB"] = f"{one['rss'] / 2**20:.0f} -> {now['rss'] / 2**20:.0f} ({grown / hours:+.0f} an hour)"
            book.figures[f"process {number}"] = ", ".join(f"{name} {value}" for name, value in told.items())
