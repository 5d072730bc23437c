"""Says what nobody would say, at all doors of the server: `bin/fuzz --minutes 60 --seed 7`.

The exit code is 1 when something must not be: then its seed and the shortest input that does it are told.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path

from tests.trust.fuzz.run import BATCH, Plan, run


def asked(arguments: list[str]) -> argparse.Namespace:
    """What to run."""
    parser = argparse.ArgumentParser(prog="bin/fuzz", description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--minutes", type=float, default=1.0, help="how long")
    parser.add_argument("--seed", type=int, default=None, help="draws the same cases again")
    parser.add_argument("--only", default=",".join(BATCH), help="these doors alone, with commas between them")
    return parser.parse_args(arguments)


def main(arguments: list[str]) -> int:
    """Run it, in a directory of its own."""
    given = asked(arguments)
    seed = given.seed if given.seed is not None else int(time.time())
    doors = tuple(filter(None, given.only.split(",")))
    if unknown := set(doors) - set(BATCH):
        raise SystemExit(f"no such door: {', '.join(unknown)}; there are: {', '.join(BATCH)}")
    print(f"fuzzing for {given.minutes:g} min, --seed {seed}", flush=True)
    with tempfile.TemporaryDirectory(prefix="festijn-fuzz-") as where:
        book = asyncio.run(run(Path(where), Plan(given.minutes * 60, seed, doors)))
    print(book.text())
    return 1 if book.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
