"""How long a crash takes away: a process that has a very long journal to read, and a hall full of phones to take back.

A journal is compacted long before it has 50,000 entries; here it is not, as after a day without one quiet moment.
"""

import argparse
import asyncio
import contextlib
import random
import statistics
import time
from pathlib import Path
from typing import Any

import msgspec

from rooms.board import Note, NoteKind, PostNote
from rooms.kernel import Put
from rooms.people import Person, Role
from rooms.receipt import Ref, receipt
from server.journal import Commit, Entry, Journal, facts, new_mark
from server.judging import pack_command
from server.lives import call_off
from server.rehearsal.phone import LINE_TROUBLE, Lean, UnwelcomeError
from server.standing import Standing
from tests.festijn import eventually
from tests.trust.chaos.scene import Scene
from tests.trust.drills.ground import OTHERS, Ground, ground
from tests.trust.drills.report import Report

NOTES_KEPT = 1500


class Phone(Lean):
    """A phone that comes back by itself; `back_at` is when it had everything again."""

    def __init__(self, scene: Scene, at: int) -> None:
        guest = scene.guests[at]
        super().__init__(scene.listed.code, guest.role, guest.cookie)
        self.back_at = 0.0

    async def live(self, base: str) -> None:
        """Stay connected, with the patience of a real phone."""
        pause = 0.2
        while True:
            with contextlib.suppress(UnwelcomeError, *LINE_TROUBLE):
                await self.visit(base)
            self.back_at = 0.0
            await asyncio.sleep(pause * random.uniform(0.5, 1.5))
            pause = min(2.0, pause * 2)

    def heard(self, event: str, message: Any) -> None:
        if event == "numbers" and not self.back_at:
            self.back_at = time.monotonic()


async def write_journal(url: str, scene: Scene, entries: int) -> None:
    """Add so many entries, each with one note; notes are overwritten after a while, as people improve theirs."""
    journal, standing = Journal(url, scene.listed.id), Standing()
    await journal.connect()
    standing.load((await journal.after(0))[0])
    by = next(person for person in standing.tables.all(Person) if person.role is Role.PARTICIPANT)
    for at in range(entries):
        n = standing.place.n + 1
        wish = PostNote(id=f"note-{at:011}", board=scene.boards[at % 6], kind=NoteKind.TIP, text=f"Idee {at} voor ons")
        note = Note(
            id=f"note-{at % NOTES_KEPT:011}",
            board=wish.board,
            author=by.id,
            name=by.name,
            kind=wish.kind,
            text=wish.text,
            at=at,
        )
        changes = [Put(note), *receipt(standing.tables, Ref("device-of-the-drill", at + 1, at + 1), by, n)]
        commit = Commit(f"device-of-the-drill.{at + 1}", by.id, msgspec.Raw(pack_command(wish)), at, facts(changes))
        entry = Entry(n, standing.place.epoch, new_mark(), standing.place.mark, [commit])
        assert await journal.append(standing.place, entry) is None
        standing.take(entry)
    await journal.close()


async def all_back(phones: list[Phone]) -> None:
    """Wait until everybody has everything."""
    await eventually(lambda: all(phone.back_at and phone.entered for phone in phones), within=120)


def options(parser: argparse.ArgumentParser) -> None:
    """What may be asked of this drill."""
    parser.add_argument("--entries", type=int, default=50_000, help="how long the journal is")
    parser.add_argument("--people", type=int, default=500, help="how many phones come back")


async def drill(where: Path, asked: argparse.Namespace) -> Report:
    """Have a process read the journal, then kill it with a full hall."""
    report = Report("restart", {"entries": asked.entries, "phones": asked.people})
    async with ground(where, asked.people) as here:
        await here.worker.kill()
        await write_journal(here.store.url, here.scene, asked.entries)
        began = time.monotonic()
        await here.worker.start()
        report.figures["process_ready_s"] = round(time.monotonic() - began, 2)
        phones = [Phone(here.scene, OTHERS + at) for at in range(asked.people)]
        living = [asyncio.create_task(phones[0].live(here.worker.base))]
        try:
            await all_back(phones[:1])
            report.figures["first_phone_has_everything_s"] = round(time.monotonic() - began, 2)
            living += [asyncio.create_task(phone.live(here.worker.base)) for phone in phones[1:]]
            await all_back(phones)
            report.figures |= await crash(here, phones)
        finally:
            for life in living:
                await call_off(life)
    return report


async def crash(here: Ground, phones: list[Phone]) -> dict[str, float]:
    """Kill the process and start it again; how long everybody takes from when it is healthy, in seconds."""
    gone = time.monotonic()
    await here.worker.kill()
    await here.worker.start()
    healthy = time.monotonic()
    await all_back(phones)
    waits = sorted(max(0.0, phone.back_at - healthy) for phone in phones)
    return {
        "down_s": round(healthy - gone, 2),
        "back_after_healthy_p50_s": round(statistics.median(waits), 2),
        "back_after_healthy_p99_s": round(waits[int(len(waits) * 0.99)], 2),
        "back_after_healthy_last_s": round(waits[-1], 2),
    }
