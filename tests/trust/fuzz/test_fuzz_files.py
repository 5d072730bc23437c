"""Event files and exports that somebody changed: each loads, or is refused with a sentence, in time.

Hypothesis draws what is changed, and makes what fails as short as it can.
"""

from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from tests.trust.fuzz.book import ACCEPTED
from tests.trust.fuzz.files import MANY, an_event, an_export, read

SLOWLY = settings(
    max_examples=120,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture],
)
CHANCE = st.randoms(use_true_random=False)


@SLOWLY
@given(chance=CHANCE)
def test_an_event_file_loads_or_is_refused_with_a_sentence(tmp_path: Path, chance: Random) -> None:
    text = an_event(chance)
    note(text[:3000])
    assert read(tmp_path, True, text)[0].wrong == ""


@SLOWLY
@given(chance=CHANCE)
def test_an_export_loads_or_is_refused_with_a_sentence(tmp_path: Path, chance: Random) -> None:
    text = an_export(chance)
    note(text[:3000])
    assert read(tmp_path, False, text)[0].wrong == ""


@SLOWLY
@given(text=st.text(alphabet="[]{}=\"'.,#\n -ax0é", max_size=200))
def test_any_text_is_refused_with_a_sentence(tmp_path: Path, text: str) -> None:
    for is_event in (True, False):
        assert read(tmp_path, is_event, text)[0].wrong == ""


@pytest.mark.parametrize("row", MANY)
def test_a_large_file_is_read_in_time(tmp_path: Path, row: str) -> None:
    text = "".join(row.replace("{}", str(number)) for number in range(3000))
    assert read(tmp_path, True, text)[0].wrong == ""


def test_some_files_come_as_far_as_to_be_loaded(tmp_path: Path) -> None:
    for draw, is_event in ((an_event, True), (an_export, False)):
        became = [read(tmp_path, is_event, draw(Random(seed)))[0].became for seed in range(60)]
        assert 3 < became.count(ACCEPTED) < 60, draw.__name__
