"""A web process without one of the rules that keep everything safe, to prove that chaos would notice.

`python -m tests.trust.chaos.weakened WEAKNESS web ...` is `python -m server web ...` with that rule switched off.
"""

import sys
from collections.abc import Callable
from typing import Any

from rooms import ballot, erasing
from rooms.kernel import Changes
from server import __main__ as server_main
from server import journal, judging, replica, standing
from server.layers import Layers
from server.replica import Replica
from server.storeline import Script
from tests.trust.chaos.hurry import hurry


def no_compare() -> None:
    """An entry is added wherever the journal stands."""
    journal.APPEND = Script(journal.APPEND.text.replace("if stands ~= ARGV[1] then", "if false then"))


def no_receipts() -> None:
    """A receipt is written, and nobody looks whether there is one: what is sent again is judged again."""
    judging.answered = lambda *_: None  # type: ignore[assignment]


def hasty_refusals() -> None:
    """A refusal is told before what it rests on is in the journal."""

    def judge(tables: Any, n: int, at: int, batch: list[judging.Wish]) -> Any:
        commits, verdicts = judging.judge(tables, n, at, batch)
        for wish, verdict in zip(batch, verdicts, strict=False):
            if verdict.reason is not None:
                wish.reply(verdict)
        return commits, verdicts

    replica.judge = judge


def no_healing() -> None:
    """A store that lost its last entries is believed."""

    async def adopt(self: Replica, _: journal.Place) -> None:
        await self._adopt()

    Replica._heal = adopt  # type: ignore[method-assign]


def blind_layers() -> None:
    """Whatever place a phone tells is taken for one in our own past."""
    Replica.came_by = lambda *_: True  # type: ignore[method-assign]
    Layers.knows = lambda *_: True  # type: ignore[method-assign]


def kept_votes() -> None:
    """Closing a ballot counts its votes and leaves them where they are."""
    honest = ballot.close_prize

    def close_prize(prize: ballot.Prize, votes: list[ballot.Vote]) -> Changes:
        yield from (change for change in honest(prize, votes) if not hasattr(change, "kind"))

    ballot.close_prize = close_prize


def no_forgetting() -> None:
    """What is secret and was dropped is out of the tables, and left in the journal and in the store's files."""
    standing.SECRET_KINDS = standing.SECRET_PASTS = frozenset()


def kept_notes() -> None:
    """Who is erased leaves their notes behind, with their name."""
    erasing.PARTS = tuple(part for part in erasing.PARTS if part is not erasing.notes)


WEAKNESSES: dict[str, Callable[[], None]] = {
    "compare": no_compare,
    "receipts": no_receipts,
    "refusals": hasty_refusals,
    "healing": no_healing,
    "places": blind_layers,
    "votes": kept_votes,
    "forgetting": no_forgetting,
    "erasing": kept_notes,
}

if __name__ == "__main__":
    hurry()
    WEAKNESSES[sys.argv[1]]()
    sys.exit(server_main.main(sys.argv[2:]))
