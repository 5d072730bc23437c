"""Chaos proves itself: with any one of the rules switched off, it must find something wrong.

A check that has never been seen to fail proves nothing. Each rule has the misfortunes that it is there for, and the
complaints that must come of it. And with every rule in place the same misfortunes must give no complaint.
"""

from dataclasses import dataclass

from tests.trust.chaos.storm import RESTLESS, Plan, RestlessError, brew

SECONDS = 15.0
CONTROL_SECONDS = 8.0
PATIENCE = 20.0
TRIES = 3
"""Misfortunes are a matter of timing: a rule may need more than one storm to be missed."""


@dataclass(frozen=True)
class Proof:
    """A rule, what to switch off, what then must happen for it to be missed, and by which complaints it is."""

    rule: str
    weakness: str
    only: tuple[str, ...]
    found_by: tuple[str, ...]
    fsync: str = "always"
    haste: float = 1

    def plan(self, seed: int) -> Plan:
        """The storm without this rule."""
        return Plan(
            SECONDS,
            seed,
            people=60,
            pace=2.5,
            weakness=self.weakness,
            only=self.only,
            fsync=self.fsync,
            haste=self.haste,
            patience=PATIENCE,
        )


FORGOTTEN = ("lost", "told elsewhere", "history left")
PROOFS = [
    Proof("the compare in append", "compare", ("lost tail", "worker killed"), (*FORGOTTEN, RESTLESS)),
    Proof("receipts", "receipts", ("store: replies lost", "worker killed"), ("doubled",)),
    Proof(
        "refusals wait for the journal",
        "refusals",
        ("store killed while slow",),
        ("refused before it was so", "contradicted"),
        haste=6,
    ),
    Proof("healing", "healing", ("lost tail",), FORGOTTEN),
    Proof("every entry is on disk before it is told", "", ("power cut",), FORGOTTEN, fsync="everysec"),
    Proof(
        "a phone's place is looked up in our past",
        "places",
        ("worker killed", "people: reset", "restore"),
        ("another picture", "incomplete at the end", "picture of no history"),
    ),
    Proof(
        "votes are dropped when their ballot closes", "votes", ("worker killed",), ("votes of a closed ballot kept",)
    ),
    Proof("what was taken back is forgotten", "forgetting", ("worker killed",), ("secret kept",)),
    Proof("who is erased is erased everywhere", "erasing", ("worker killed",), ("not forgotten",)),
]


async def prove(seed: int) -> int:
    """Run a storm without each rule, and one with all; gives 1 when a rule was not missed, or all was not enough."""
    calm = await _control(seed)
    missed = 0
    for proof in PROOFS:
        found, told = await _found(proof, seed)
        missed += found
        print(f"{'red  ' if found else 'GREEN'} without: {proof.rule}", flush=True)
        for complaint in told[:3]:
            print(f"        {complaint[:150]}", flush=True)
    print(f'{{"rules": {len(PROOFS)}, "missed": {missed}, "control": {str(calm).lower()}, "seed": {seed}}}')
    return 0 if missed == len(PROOFS) and calm else 1


async def _control(seed: int) -> bool:
    """The same misfortunes with every rule in place: whether that gives no complaint."""
    only = tuple(dict.fromkeys(what for proof in PROOFS for what in proof.only))
    haste = max(proof.haste for proof in PROOFS)
    complaints = await _complaints(Plan(CONTROL_SECONDS, seed, people=60, pace=2.5, only=only, haste=haste))
    print(f"{'RED  ' if complaints else 'green'} with every rule", flush=True)
    for complaint in complaints[:3]:
        print(f"        {complaint[:150]}", flush=True)
    return not complaints


async def _found(proof: Proof, seed: int) -> tuple[bool, list[str]]:
    """Whether a storm found what must come of it, and what it found."""
    told: list[str] = []
    for at in range(TRIES):
        complaints = await _complaints(proof.plan(seed + at))
        if telling := [one for one in complaints if one.split(":")[0] in proof.found_by]:
            return True, telling
        told += complaints
    return False, told


async def _complaints(plan: Plan) -> list[str]:
    """What a storm complains of; that it can't be judged, or does not come to rest, is a complaint too."""
    try:
        return (await brew(plan)).complaints
    except RestlessError as restless:
        return [str(restless)]
    except AssertionError as fault:
        return [f"an error of the proof: {fault}"]
