"""The command line: `bin/festijn run`, `bin/festijn store`, and what an operator does with a festival beside it."""

import sys
from importlib import import_module

PARTS = {"run": "server.supervisor", "store": "server.embedded", "web": "server.web"}
OPERATOR = "server.cli"


def main(arguments: list[str]) -> int:
    """Hand over to the part that is named first; all else is for the operator's commands. Gives the exit code."""
    name, rest = (arguments or ["--help"])[0], arguments[1:]
    if name in PARTS:
        return int(import_module(PARTS[name]).main(rest))
    return int(import_module(OPERATOR).main(arguments))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
