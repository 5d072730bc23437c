"""What an organiser takes home while the day goes on: how long each file takes, and what the others notice of it.

A festival of six initiatives with 300 notes each, and help that was asked and found, and two hundred people of whom
some go on writing. Beside them nothing is made at first; then each kind of file, again and again.
"""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import fmean
from typing import Any

import httpx

from bench.contenders import App
from bench.course import Course, Meeting, fault, heard
from bench.crowd import BOARDS, SENTENCE, WORDS, Crowd, board, cookie_of, person
from rooms.harvest import Pledge, Terms
from rooms.initiative import Need, NeedKind, PartKind, RecipePart
from rooms.kernel import Record
from rooms.milestones import Milestone
from rooms.offers import Connection, How, Offer, Reply, Sort
from rooms.people import Person, Role, Sector
from server.exports import KINDS

PEOPLE = 200
NOTES = 300
RATE = 20
ORGANISER = "person-desk"
EACH = 10
"""Needs, offers, pledges and milestones of each initiative."""
PATIENCE = 60
"""Seconds for one file."""


@dataclass(frozen=True)
class Harvested(Crowd):
    """A crowd on the way home: what they asked, offered and promised is there as well."""

    def _filling(self) -> Iterator[Record]:
        yield Person(id=ORGANISER, name="Organisatie", role=Role.ORGANISER)
        for one in range(BOARDS):
            for number in range(EACH):
                yield from _brought(board(one), f"{one:02}-{number:08}", number)
            for number, kind in enumerate(PartKind):
                yield RecipePart(
                    id=f"part-{one:02}-{number:08}", initiative=board(one), order=number, kind=kind, text=WORDS
                )


def _brought(initiative: str, tail: str, number: int) -> Iterator[Record]:
    """A need, an offer that was taken, a pledge and a milestone."""
    helper, kind = person(number), list(NeedKind)[number % len(NeedKind)]
    who: dict[str, Any] = {"initiative": initiative, "person": helper, "name": f"Gast {number}", "at": 0}
    offered: dict[str, Any] = {
        "kind": kind,
        "behalf": "",
        "how": How.CAN,
        "what": SENTENCE,
        "when": "",
        "terms": Terms.UNPAID,
    }
    yield Need(id=f"need-{tail}", initiative=initiative, order=number, kind=kind, text=SENTENCE)
    yield Offer(id=f"offer-{tail}", need=f"need-{tail}", reply=Reply.YES, **offered, **who)
    yield Connection(
        id=f"offer-{tail}", initiative=initiative, kind=kind, sort=Sort.PRIVATE, sector=Sector.COMPANY, at=0
    )
    yield Pledge(id=f"pledge-{tail}", what=SENTENCE, when="", terms=Terms.UNPAID, need="", **who)
    yield Milestone(id=f"stone-{tail}", initiative=initiative, at=0, what=SENTENCE, who="Gast", when="2026-12-01")


async def exports(course: Course) -> None:
    """The notes of those who go on, beside nothing and beside each kind of file."""
    course.remark(
        "The times to 99 are those of notes on everybody's screen; a file is made again as soon as it is there."
    )
    async with course.meeting(App, Harvested(PEOPLE, notes=NOTES * BOARDS)) as meeting:
        await meeting.all_in()
        await meeting.post(PEOPLE, RATE, course.plan.warm)
        await _beside(course, meeting, "")
        for kind in KINDS:
            await _beside(course, meeting, kind)


async def _beside(course: Course, meeting: Meeting, kind: str) -> None:
    """People go on writing while this kind of file is made ("" for none)."""
    posting = asyncio.create_task(meeting.post(PEOPLE, RATE, course.plan.seconds))
    took: list[float] = []
    async with httpx.AsyncClient(timeout=PATIENCE) as http:
        while kind and not posting.done():
            took.append(await _made(http, meeting, kind))
    told = await posting
    figures = heard(told, meeting)
    files = {"each_s": fmean(took), "most_s": max(took)} if took else {}
    course.keep(kind or "nothing", "app", {**files, "p50": figures["p50"], "p99": figures["p99"]}, fault(told))


async def _made(http: httpx.AsyncClient, meeting: Meeting, kind: str) -> float:
    """The seconds that one file took."""
    server = meeting.server
    assert isinstance(server, App)
    cookie, before = cookie_of(server.listed.id, ORGANISER, Role.ORGANISER), time.monotonic()
    answer = await http.get(f"{server.base}/{server.listed.code}/outcome.{kind}", headers={"Cookie": cookie})
    answer.raise_for_status()
    return time.monotonic() - before
