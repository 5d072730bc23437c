"""A short storm: what `bin/chaos` does for as long as one likes, here just long enough to know that it still holds."""

import pytest

from tests.trust.chaos.disk import AbsentError
from tests.trust.chaos.storm import Plan, brew

KINDS = ("worker killed", "worker frozen", "store killed", "store frozen", "lost tail", "compaction", "people: reset")


async def test_nothing_granted_is_lost_or_done_twice_while_processes_and_store_are_killed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    try:
        outcome = await brew(Plan(seconds=12, seed=20, people=40, workers=3, pace=3, only=KINDS))
    except AbsentError as absent:
        pytest.skip(str(absent))
    figures = outcome.figures
    assert outcome.complaints == []
    assert figures["acknowledged"] > 200
    assert figures["worker kills"] + figures["store kills"] > 0
    assert figures["pictures compared"] > figures["entries"]
    with capsys.disabled():
        told = ", ".join(f"{what} x{times}" for what, times in figures["misfortunes"].items())
        print(f"\n  {figures['acknowledged']} granted, {figures['sent again']} sent again; {told}", end=" ")
