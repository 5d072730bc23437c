"""Shows that nothing is lost, whatever happens: `bin/chaos --minutes 1`.

Without a drill's name it is a storm: a festival full of people on real processes and a real store, while processes,
store, disk, clock and network fail, one after the other, as a seed draws it. The drills look at one thing each.
"""

import argparse
import asyncio
import json
import sys
import time
from typing import Any

from tests.trust.chaos.prove import prove
from tests.trust.chaos.storm import Plan, brew
from tests.trust.drills.__main__ import DRILLS
from tests.trust.drills.__main__ import main as drill


def asked(arguments: list[str]) -> argparse.Namespace:
    """What to run."""
    parser = argparse.ArgumentParser(prog="bin/chaos", description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--minutes", type=float, default=1.0, help="how long things go wrong")
    parser.add_argument("--seed", type=int, default=None, help="draws the same misfortunes again")
    parser.add_argument("--people", type=int, default=100)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--pace", type=float, default=1.5, help="wishes a person has in a second")
    parser.add_argument("--only", default="", help="these misfortunes alone, with commas between them")
    parser.add_argument("--soak", type=float, metavar="HOURS", help="the drill `soak`, for so long")
    parser.add_argument("--prove-itself", action="store_true", help="switch each rule off in turn: must turn red")
    parser.epilog = f"Drills, each with options of its own: {', '.join(DRILLS)} (bin/chaos DRILL --help)."
    return parser.parse_args(arguments)


def show(figures: dict[str, Any]) -> None:
    """The summary, a line a figure."""
    for name, value in figures.items():
        counted = isinstance(value, dict)
        told = ", ".join(f"{what} x{times}" for what, times in value.items()) if counted else value
        print(f"  {name:<28} {told}")


def main(arguments: list[str]) -> int:
    """Run it; gives 1 when anything was lost, doubled, missed or told wrongly."""
    if arguments and arguments[0] in DRILLS:
        return drill(arguments)
    given = asked(arguments)
    if given.soak:
        return drill(["soak", "--hours", str(given.soak)])
    if given.prove_itself:
        return asyncio.run(prove(given.seed or 1))
    seed = given.seed if given.seed is not None else int(time.time())
    print(f"chaos for {given.minutes:g} min, --seed {seed}", flush=True)
    only = tuple(filter(None, given.only.split(",")))
    plan = Plan(given.minutes * 60, seed, given.people, given.workers, given.pace, only=only)
    outcome = asyncio.run(brew(plan))
    show(outcome.figures)
    for complaint in outcome.complaints:
        print(f"  ! {complaint}")
    print(json.dumps({**outcome.figures, "complaints": outcome.complaints}))
    return 1 if outcome.complaints else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
