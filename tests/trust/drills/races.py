"""Races: people vote through three processes at once, while ballots open and close under their hands.

Every attempt is handed to a process's hall as the sockets hand it what a phone sent. What comes out must be: one vote
for each person and prize, the last one granted; what was granted is counted, what was refused is not.
"""

import argparse
import asyncio
import sys
import time
from pathlib import Path

import msgspec

from rooms.ballot import Ballot, BallotState, CloseBallot, Prize
from rooms.initiative import About, Initiative
from rooms.kernel import Record, Tables
from rooms.people import Person, Role
from server.child import spawn
from server.embedded import Store
from server.journal import Journal, Place
from server.web import logs_as_lines
from tests.festijn import founded
from tests.trust.drills.races_check import Answers, Box, history
from tests.trust.drills.races_worker import (
    CHOICES,
    FACILITATOR,
    Plan,
    ballot_id,
    prize_id,
    recorded_hall,
    voter_id,
)
from tests.trust.drills.report import Report

PROCESSES = 3
PRIZES = 2
LEAST_A_BALLOT = 600
MOST_BALLOTS = 400
VOTES_EACH = 8
SLOWEST = 1200
"""Attempts a second that it must at least do; a minute comes to that."""


def options(parser: argparse.ArgumentParser) -> None:
    """What may be asked of this drill."""
    parser.add_argument("--attempts", type=int, default=1_000_000, help="votes to be tried, over all processes")
    parser.add_argument("--seed", type=int, default=1, help="what the voters' choices are drawn from")


async def drill(where: Path, asked: argparse.Namespace) -> Report:
    """Race, and count it again."""
    logs_as_lines("error")
    store = Store(where)
    await store.start()
    try:
        return await races(store.url, where, asked.attempts, asked.seed)
    finally:
        await store.close()


async def races(url: str, where: Path, attempts: int, seed: int) -> Report:
    """Race on this store, with the files in this directory."""
    report = Report("races")
    a_ballot = max(LEAST_A_BALLOT, attempts // MOST_BALLOTS)
    ballots, voters = 2 * attempts // a_ballot + 5, a_ballot // VOTES_EACH
    listed = await founded(url, the_records(ballots, voters))
    begins, first = await stands(url, listed.id)
    each = attempts // PROCESSES
    plans = [
        Plan(url, listed.id, str(where), me, PROCESSES, seed, each, a_ballot, ballots, voters, PRIZES, a_ballot // 12)
        for me in range(PROCESSES)
    ]
    began = time.monotonic()
    codes = await asyncio.gather(*(run(plan, 60 + attempts / SLOWEST) for plan in plans))
    took = time.monotonic() - began
    report.expect(not any(codes), f"the processes ended with {codes}")
    if any(codes):
        return report
    await close_the_rest(url, listed.id, where)
    ends, last = await stands(url, listed.id)
    recount(report, where, first, (begins, ends), last)
    attempts = sum(report.figures["answers"].values())
    report.figures.update(
        attempts=attempts, seconds=round(took, 1), attempts_per_second=round(attempts / took), processes=PROCESSES
    )
    report.expect(report.figures["granted"] > attempts / 3, "less than a third of the attempts was granted")
    report.figures.update(voters=voters, seed=seed)
    return report


def recount(report: Report, where: Path, first: list[Record], way: tuple[Place, Place], last: list[Record]) -> None:
    """Count everything again, from the first records and place to the last, and hold the answers against that."""
    begins, ends = way
    box, snapshots, entries = Box(report, first), 0, 0
    for entry in history(sorted(where.glob("*.tried")), ends, begins):
        box.take(entry)
        entries += 1
        snapshots += entry.snapshot is not None
    report.expect(entries == ends.n - begins.n, "no path of entries leads from the first to where the store stands")
    answers = Answers(box)
    answers.read(sorted(where.glob("*.answers")))
    box.compare(ends.n, last)
    votes = {sort: times for sort, times in answers.sorts.items() if not sort.startswith("facilitator")}
    report.figures.update(
        answers=dict(sorted(votes.items())),
        granted=box.granted,
        granted_and_counted=box.counted,
        granted_and_replaced_by_a_later_vote=box.replaced,
        closings=len(box.closed),
        closings_refused=answers.sorts["facilitator: already_moved"],
        entries=entries,
        snapshots=snapshots,
    )
    report.expect(box.granted == box.counted + box.replaced, "granted votes are neither counted nor replaced")


def the_records(ballots: int, voters: int) -> tuple[Record, ...]:
    """A festival that is all about voting."""
    return (
        About(id="about", title="Races", code=""),
        *(
            Initiative(id=f"initiative-{at}", order=at, name=f"Initiative {at}", place="Here", what="This")
            for at in range(CHOICES)
        ),
        *(Person(id=voter_id(at), name=f"Voter {at}", role=Role.PARTICIPANT) for at in range(voters)),
        Person(id=FACILITATOR, name="Facilitator", role=Role.FACILITATOR),
        *(Ballot(id=ballot_id(at)) for at in range(ballots)),
        *(
            Prize(id=prize_id(at, which), ballot=ballot_id(at), order=which, title=f"Prize {at}.{which}", giver="")
            for at in range(ballots)
            for which in range(PRIZES)
        ),
    )


async def run(plan: Plan, patience: float) -> int:
    """One process, from its start to its end; gives its exit code, or -9 when it took more seconds than it may."""
    child = await spawn(sys.executable, "-m", "tests.trust.drills.races_worker", msgspec.json.encode(plan).decode())
    try:
        async with asyncio.timeout(patience):
            return await child.wait()
    except TimeoutError:
        return -9
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()


async def stands(url: str, festival: str) -> tuple[Place, list[Record]]:
    """Where the journal stands, and all records as a reader of the store finds them."""
    journal = Journal(url, festival)
    await journal.connect()
    try:
        tables, n = Tables(), 0
        while page := await journal.after(n):
            for entry in page:
                if entry.snapshot is not None:
                    tables = Tables(entry.snapshot.records)
                for commit in entry.commits:
                    tables.apply(commit.facts())
            n = page[-1].n
        place = await journal.place()
        assert place is not None
        return place, tables.records()
    finally:
        await journal.close()


async def close_the_rest(url: str, festival: str, where: Path) -> None:
    """Close what is open still, so that every vote is counted."""
    with (where / "last.tried").open("wb") as tried:
        hall = recorded_hall(url, festival, tried)
        await hall.open()
        for ballot in hall.replica.tables.all(Ballot):
            if ballot.state is BallotState.OPEN:
                by = hall.replica.tables.find(Person, FACILITATOR)
                assert (await hall.wish(CloseBallot(ballot=ballot.id), by)).ok
        await hall.close()
