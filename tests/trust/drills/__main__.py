"""Run a drill: `bin/chaos slow|limits|soak|restart|races [options]`.

Prints what was found, and one line of JSON with all figures. The exit code is 1 when something must not be.
"""

import argparse
import asyncio
import importlib
import sys
import tempfile
from pathlib import Path

DRILLS = {
    "slow": "phones that stop reading, among many that do not",
    "limits": "every limit is answered with a reason, and nothing dies of it",
    "soak": "a festival that goes on and on: memory, descriptors and tasks stay flat",
    "restart": "how long a crash takes away: a long journal to read, a full hall to take back",
    "races": "votes through three processes at once, while ballots open and close",
}


def main(arguments: list[str]) -> int:
    """Read what is asked, do the drill in a directory of its own, and tell."""
    parser = argparse.ArgumentParser(prog="bin/chaos", description="Drills on the real server.")
    kinds = parser.add_subparsers(dest="drill", required=True)
    modules = {}
    for name, does in DRILLS.items():
        modules[name] = importlib.import_module(f"tests.trust.drills.{name}")
        modules[name].options(kinds.add_parser(name, help=does, description=does))
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="festijn-drill-") as where:
        report = asyncio.run(modules[asked.drill].drill(Path(where), asked))
    print(report.text())
    print(report.line())
    return 1 if report.complaints else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
