"""A short run of the fuzzer: what `bin/fuzz` does for as long as one likes, here just long enough to know that nothing
falls over at the first push."""

from pathlib import Path

import pytest

from tests.trust.fuzz.book import ACCEPTED, BRAKED
from tests.trust.fuzz.run import BATCH, Plan, run


async def test_whatever_is_said_at_any_door_the_server_stays_well(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = await run(tmp_path, Plan(seconds=20, seed=20, patience=None, search=5))
    assert list(book.faults) == [], "\n".join(map(str, book.faults.values()))
    for door, at_least in BATCH.items():
        assert book.cases(door) >= at_least
        assert book.became[door][ACCEPTED] > 0, f"nothing gets past {door}"
        assert book.became[door][BRAKED] < book.cases(door) / 10, f"{door} is braked"
    assert book.figures["honest wishes answered"] > 20
    with capsys.disabled():
        print(f"\n  {book.line()}", end=" ")
