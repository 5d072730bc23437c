"""A wish that is sent twice is granted once, and gets its first answer."""

import pytest

from rooms.kernel import Reason, Refused
from rooms.people import Rename
from rooms.receipt import MOST_DEVICES, MOST_WAITING, Device, Ref, parse_ref
from tests.rooms.said import ANN, BEN, Said, begun, phone_of

PHONE = phone_of(ANN)
NAMES = [Rename(name=f"Ann {number}") for number in range(9)]


def sent(day: Said, seq: int, low: int = 0, phone: str = PHONE, by: str = ANN) -> tuple[int | None, Reason | None]:
    """Have this person's phone send its seq-th wish; the entry that grants it, or why not."""
    wish = day.wish(by, NAMES[seq % 9], f"{phone}.{seq}", low)
    (verdict,) = day.festival.decide(day.now, [wish])
    return verdict.ok, verdict.reason


def test_a_ref_that_comes_again_gets_its_first_answer_and_changes_nothing() -> None:
    day = begun()
    first, _ = sent(day, 1)
    sent(day, 2, low=1)
    before = day.festival.place
    assert sent(day, 1) == (first, None)
    assert day.festival.place == before


def test_a_ref_that_comes_twice_in_one_batch_is_granted_once() -> None:
    day = begun()
    twice = [day.wish(ANN, NAMES[1], f"{PHONE}.1") for _ in range(2)]
    first, second = day.festival.decide(day.now, twice)
    assert first == second
    assert len(day.festival.commits) == 1


def test_whatever_it_wishes_now_a_granted_ref_is_granted_no_more() -> None:
    day = begun()
    first, _ = sent(day, 1)
    (again,) = day.festival.decide(day.now, [day.wish(ANN, NAMES[7], f"{PHONE}.1")])
    assert (again.ok, day.festival.commits) == (first, [])


def test_wishes_that_come_out_of_order_are_each_granted_once() -> None:
    day = begun()
    third, first = sent(day, 3, low=1)[0], sent(day, 1)[0]
    assert first != third
    assert (sent(day, 3, low=1)[0], sent(day, 1)[0]) == (third, first)


def test_a_phone_that_knows_its_answers_has_them_forgotten() -> None:
    day = begun()
    for seq in (1, 2, 3):
        sent(day, seq, low=1)
    sent(day, 4, low=3)
    assert [*day.tables.find(Device, PHONE).answers] == [3, 4]
    assert sent(day, 2, low=1) == (None, Reason.ALREADY)


def test_what_a_phone_has_answers_for_never_becomes_less() -> None:
    day = begun()
    sent(day, 4, low=4)
    sent(day, 5, low=1)
    assert day.tables.find(Device, PHONE).low == 4


def test_a_refusal_leaves_no_receipt_and_is_judged_again() -> None:
    day = begun()
    for _ in range(2):
        (verdict,) = day.festival.decide(day.now, [day.wish(ANN, Rename(name=" "), f"{PHONE}.1")])
        assert verdict.reason is Reason.BAD_LENGTH
    assert sent(day, 1)[1] is None


def test_a_receipt_tells_the_entry_that_granted_the_wish() -> None:
    day = begun()
    granted, _ = sent(day, 1)
    assert granted == day.festival.place.n
    assert day.tables.find(Device, PHONE).answers == {1: granted}


def test_nobody_uses_another_ones_phone() -> None:
    day = begun()
    sent(day, 1)
    for seq in (1, 2):
        assert sent(day, seq, by=BEN) == (None, Reason.NOT_YOURS)


def test_of_very_many_phones_the_one_unused_for_longest_is_forgotten() -> None:
    day = begun()
    for number in range(MOST_DEVICES):
        assert sent(day, 1, phone=f"tab-{number:_<16}")[1] is None
    sent(day, 2, phone=f"tab-{0:_<16}")
    sent(day, 1, phone=f"tab-{'new':_<16}")
    kept = {device.id for device in day.tables.where(Device, "person", ANN)}
    assert len(kept) == MOST_DEVICES
    assert f"tab-{1:_<16}" not in kept
    assert f"tab-{0:_<16}" in kept


def test_receipts_outlive_a_snapshot() -> None:
    day = begun()
    first, _ = sent(day, 1)
    day.festival.compact()
    assert sent(day, 1) == (first, None)


NAME = "a" * 16
NO_REFS = ["", "1", ".1", f"{'a' * 15}.1", f"{'a' * 33}.1", f"{NAME}.0", f"{NAME}.01", f"{NAME}.-1", f"{NAME}."]
NO_REFS += [f"{NAME}.1\n", f"{'a' * 15} .1", f"{NAME}.1.1", f"{NAME}.{'9' * 16}", f"{NAME}.\u0661", f"{'é' * 16}.1"]


@pytest.mark.parametrize("text", NO_REFS)
def test_a_ref_is_16_to_32_signs_a_dot_and_a_count(text: str) -> None:
    with pytest.raises(Refused) as no:
        parse_ref(text, 1)
    assert no.value.reason is Reason.NOT_UNDERSTOOD


@pytest.mark.parametrize("low", [-1, 0, 8])
def test_low_lies_between_one_and_the_wish_itself(low: int) -> None:
    with pytest.raises(Refused) as no:
        parse_ref(f"{'a' * 16}.7", low)
    assert no.value.reason is Reason.NOT_UNDERSTOOD


def test_no_more_than_256_wishes_wait() -> None:
    most = MOST_WAITING
    assert parse_ref(f"{'a' * 16}.{most}", 1) == Ref("a" * 16, most, 1)
    with pytest.raises(Refused) as no:
        parse_ref(f"{'a' * 16}.{most + 1}", 1)
    assert no.value.reason is Reason.TOO_MANY_WAITING


def test_a_ref_reads_as_it_was_sent() -> None:
    assert str(parse_ref(f"{PHONE}.12", 3)) == f"{PHONE}.12"
