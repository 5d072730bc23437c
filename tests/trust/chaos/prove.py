"""Chaos proves itself: with any one of the rules switched off, it must find something wrong.

A check that has never been seen to fail proves nothing. Each rule has the misfortunes that it is there for.
"""

from dataclasses import dataclass

from tests.trust.chaos.storm import Plan, brew

SECONDS = 15.0
TRIES = 3
"""Misfortunes are a matter of timing: a rule may need more than one storm to be missed."""


@dataclass(frozen=True)
class Proof:
    """A rule, what to switch off, and what then must happen for it to be missed."""

    rule: str
    weakness: str
    only: tuple[str, ...]
    fsync: str = "always"
    haste: float = 1


PROOFS = [
    Proof("the compare in append", "compare", ("lost tail", "worker killed")),
    Proof("receipts", "receipts", ("store: replies lost", "worker killed")),
    Proof("refusals wait for the journal", "refusals", ("store killed while slow",), haste=6),
    Proof("healing", "healing", ("lost tail",)),
    Proof("every entry is on disk before it is told", "", ("power cut",), fsync="everysec"),
    Proof("a phone's place is looked up in our past", "places", ("worker killed", "people: reset", "restore")),
    Proof("votes are dropped when their ballot closes", "votes", ("worker killed",)),
]


async def prove(seed: int) -> int:
    """Run a storm without each rule; gives 1 when one of them was not missed."""
    missed = 0
    for proof in PROOFS:
        found = await _first_complaints(proof, seed)
        missed += bool(found)
        print(f"{'red  ' if found else 'GREEN'} without: {proof.rule}", flush=True)
        for complaint in found[:3]:
            print(f"        {complaint[:150]}", flush=True)
    print(f'{{"rules": {len(PROOFS)}, "missed": {missed}, "seed": {seed}}}')
    return 0 if missed == len(PROOFS) else 1


async def _first_complaints(proof: Proof, seed: int) -> list[str]:
    for at in range(TRIES):
        plan = Plan(
            SECONDS,
            seed + at,
            people=60,
            pace=2.5,
            weakness=proof.weakness,
            only=proof.only,
            fsync=proof.fsync,
            haste=proof.haste,
        )
        try:
            outcome = await brew(plan)
        except AssertionError as stuck:
            return [f"it does not come to rest: {stuck}"]
        if outcome.complaints:
            return outcome.complaints
    return []
