"""Play the model by hand: python -m tests.trust.model --runs 100000. Ends with 1 when a run went wrong."""

from __future__ import annotations

import argparse
import sys

from tests.trust.model.hunt import hunt
from tests.trust.model.rules import NAMES, Rules


def main() -> int:
    """Hunt as the command line says; prints what was explored and the first violation."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.trust.model", description="Random runs of the journal's model."
    )
    parser.add_argument("--runs", type=int, default=10_000, help="how many runs (10,000)")
    parser.add_argument("--seed", type=int, default=0, help="the seed of the first run; the next has the next seed (0)")
    parser.add_argument("--without", choices=NAMES, nargs="*", default=[], help="rules to switch off")
    wishes = parser.parse_args()
    catch = hunt(Rules().without(*wishes.without), range(wishes.seed, wishes.seed + wishes.runs))
    print(f"{catch.runs} runs:", ", ".join(f"{number} {what}" for what, number in sorted(catch.counts.items())))
    print(catch.report())
    return 1 if catch.bad else 0


if __name__ == "__main__":
    sys.exit(main())
