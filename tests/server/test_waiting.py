"""The queue of wishes: each once, in order, and nobody's answer is lost when another gives up."""

from rooms.kernel import Command
from rooms.people import Rename
from rooms.receipt import Ref
from server.judging import Verdict, Wish
from server.waiting import Waiting

WISH: Command = Rename(name="Ann")


def wish(seq: int, heard: list[tuple[int, Verdict]]) -> Wish:
    """The so-many-th wish of a phone; what it hears goes in `heard`."""
    return Wish(WISH, Ref("p" * 16, seq, 1), "ann", 0, lambda verdict: heard.append((seq, verdict)))


def test_who_gives_up_while_others_are_decided_takes_nobody_along() -> None:
    heard: list[tuple[int, Verdict]] = []
    waiting = Waiting()
    first, second, third = (wish(seq, heard) for seq in (1, 2, 3))
    for one in (first, second, third):
        waiting.add(one)
    batch = waiting.first(2)
    waiting.withdraw(first)
    waiting.answer(batch, [Verdict(ok=5), Verdict(ok=5)])
    assert heard == [(2, Verdict(ok=5))]
    assert waiting.first(9) == [third]


def test_a_wish_that_is_sent_again_keeps_its_place_and_answers_the_newest_line() -> None:
    old: list[tuple[int, Verdict]] = []
    new: list[tuple[int, Verdict]] = []
    waiting = Waiting()
    waiting.add(wish(1, old))
    waiting.add(wish(2, old))
    waiting.add(wish(1, new))
    assert [one.ref.seq for one in waiting.first(9)] == [1, 2]
    waiting.answer(waiting.first(1), [Verdict(ok=1)])
    assert (old, new) == ([], [(1, Verdict(ok=1))])


def test_what_did_not_fit_in_an_entry_goes_on_waiting() -> None:
    heard: list[tuple[int, Verdict]] = []
    waiting = Waiting()
    for seq in (1, 2, 3):
        waiting.add(wish(seq, heard))
    waiting.answer(waiting.first(3), [Verdict(ok=1)])
    assert [one.ref.seq for one in waiting.first(9)] == [2, 3]
    assert len(waiting) == 2
