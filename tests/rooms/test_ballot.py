"""A vote is its voter's alone; closing counts the votes and forgets them."""

import msgspec
import pytest

from rooms.ballot import (
    LEAST_VOTES,
    Ballot,
    BallotState,
    CastVote,
    CloseBallot,
    OpenBallot,
    Prize,
    RevealPrize,
    SettlePrize,
    Tally,
    Vote,
    turnout,
)
from rooms.kernel import Reason
from rooms.receipt import Device
from tests.rooms.said import ANN, BEN, BIKE, FEE, FONS, GARDEN, LEA, SOUP, Said, begun

OPEN, CLOSE = OpenBallot(ballot="ballot"), CloseBallot(ballot="ballot")


def counted(choices: dict[str, int]) -> Said:
    """A closed ballot in which so many voted for each."""
    day = begun()
    day.vote(choices)
    day.do(FEE, CLOSE)
    return day


def cup(day: Said) -> Prize:
    return day.tables.find(Prize, "cup")


def test_nobody_votes_before_the_ballot_is_open_or_after_it_closed() -> None:
    day = begun()
    wish = CastVote(prize="cup", choice=SOUP)
    assert day.say(ANN, wish) is Reason.BALLOT_CLOSED
    day.do(FEE, OPEN)
    assert isinstance(day.say(ANN, wish), list)
    day.do(FEE, CLOSE)
    assert day.say(BEN, wish) is Reason.BALLOT_CLOSED


def test_a_ballot_opens_once_and_closes_once() -> None:
    day = begun()
    assert day.say(FEE, CLOSE) is Reason.ALREADY_MOVED
    day.do(FEE, OPEN)
    assert day.say(FONS, OPEN) is Reason.ALREADY_MOVED
    day.do(FEE, CLOSE)
    for wish in (OPEN, CLOSE):
        assert day.say(FONS, wish) is Reason.ALREADY_MOVED


def test_what_is_not_there_can_not_be_voted_on_opened_closed_settled_or_revealed() -> None:
    day = begun()
    day.do(FEE, OPEN)
    assert day.say(ANN, CastVote(prize="nothing", choice=SOUP)) is Reason.GONE
    assert day.say(ANN, CastVote(prize="cup", choice="nothing")) is Reason.GONE
    for wish in (
        OpenBallot(ballot="nothing"),
        CloseBallot(ballot="nothing"),
        SettlePrize(prize="nothing", choice=SOUP),
        SettlePrize(prize="cup", choice="nothing"),
        RevealPrize(prize="nothing", winners=()),
    ):
        assert day.say(FEE, wish) is Reason.GONE


def test_a_person_has_one_vote_for_each_prize_and_may_change_it() -> None:
    day = begun()
    day.do(FEE, OPEN)
    for prize, choice in (("cup", SOUP), ("purse", SOUP), ("cup", BIKE)):
        day.do(ANN, CastVote(prize=prize, choice=choice))
    assert {vote.id: vote.choice for vote in day.tables.all(Vote)} == {f"cup/{ANN}": BIKE, f"purse/{ANN}": SOUP}


def test_a_lead_votes_but_never_for_their_own_initiative() -> None:
    day = begun()
    day.do(FEE, OPEN)
    assert day.say(LEA, CastVote(prize="cup", choice=SOUP)) is Reason.OWN_INITIATIVE
    assert isinstance(day.say(LEA, CastVote(prize="cup", choice=BIKE)), list)


def test_turnout_counts_people_not_votes_and_stays_after_closing() -> None:
    day = begun()
    day.do(FEE, OPEN)
    for who, prize in ((ANN, "cup"), (ANN, "purse"), (BEN, "purse")):
        day.do(who, CastVote(prize=prize, choice=SOUP))
    assert turnout(day.tables, day.tables.find(Ballot, "ballot")) == 2
    day.do(FEE, CLOSE)
    ballot = day.tables.find(Ballot, "ballot")
    assert (ballot.state, ballot.cast, turnout(day.tables, ballot)) == (BallotState.CLOSED, 2, 2)


def test_with_four_votes_there_is_no_tally_and_no_winner() -> None:
    day = counted({SOUP: LEAST_VOTES - 1})
    assert not day.tables.all(Tally)
    assert cup(day).winners == ()


def test_with_five_votes_there_is_a_tally_and_a_winner() -> None:
    day = counted({BIKE: 2, SOUP: 3})
    assert day.tables.all(Tally) == [Tally(id="cup", counts={SOUP: 3, BIKE: 2}, cast=5)]
    assert (cup(day).winners, cup(day).settled) == ((SOUP,), False)


def test_a_tally_names_the_most_votes_first_and_equals_in_a_fixed_order() -> None:
    tally = counted({SOUP: 2, GARDEN: 3, BIKE: 2}).tables.find(Tally, "cup")
    assert list(tally.counts) == [GARDEN, BIKE, SOUP]


def test_each_prize_is_counted_by_itself() -> None:
    day = begun()
    voters = day.vote({SOUP: 5})
    day.do(voters[0], CastVote(prize="purse", choice=BIKE))
    day.do(FEE, CLOSE)
    assert [tally.id for tally in day.tables.all(Tally)] == ["cup"]


def test_closing_drops_all_votes_and_nothing_left_links_a_voter_to_a_choice() -> None:
    """Two days on which everybody did the same but for whom they chose end in the same tables, byte for byte."""
    left = []
    for turn in (0, 1):
        day = begun()
        day.do(FEE, OPEN)
        voters = day.guests(6)
        for number, voter in enumerate(voters):
            day.do(voter, CastVote(prize="cup", choice=SOUP if number % 2 == turn else BIKE))
        assert len(day.tables.all(Vote)) == 6
        day.do(FEE, CLOSE)
        assert not day.tables.all(Vote)
        assert day.festival.live.secret_dropped, "the journal must forget them too"
        left.append(msgspec.msgpack.encode(day.tables.records()))
    assert left[0] == left[1]


def test_a_receipt_of_a_vote_does_not_tell_the_choice() -> None:
    day = begun()
    day.do(FEE, OPEN)
    day.do(ANN, CastVote(prize="cup", choice=GARDEN))
    day.do(FEE, CLOSE)
    (device,) = day.tables.where(Device, "person", ANN)
    assert GARDEN.encode() not in msgspec.msgpack.encode(device)


def test_a_tie_is_revealed_only_after_the_facilitators_chose_among_the_equals() -> None:
    day = counted({SOUP: 3, BIKE: 3, GARDEN: 1})
    assert cup(day).winners == ()
    assert day.say(FEE, RevealPrize(prize="cup", winners=())) is Reason.TIE
    assert day.say(FEE, SettlePrize(prize="cup", choice=GARDEN)) is Reason.NO_TIE
    day.do(FEE, SettlePrize(prize="cup", choice=BIKE))
    day.do(FEE, RevealPrize(prize="cup", winners=(BIKE,)))
    assert (cup(day).winners, cup(day).settled, cup(day).revealed) == ((BIKE,), True, True)


@pytest.mark.parametrize("choices", [{}, {SOUP: 4}])
def test_with_too_few_votes_the_facilitators_choose_any_initiative(choices: dict[str, int]) -> None:
    day = counted(choices)
    assert day.say(FEE, RevealPrize(prize="cup", winners=())) is Reason.TIE
    day.do(FEE, SettlePrize(prize="cup", choice=GARDEN))
    assert (cup(day).winners, cup(day).settled) == ((GARDEN,), True)


def test_who_won_by_votes_is_not_overruled() -> None:
    day = counted({SOUP: 5})
    for choice in (SOUP, BIKE):
        assert day.say(FEE, SettlePrize(prize="cup", choice=choice)) is Reason.NO_TIE


def test_what_was_settled_may_be_settled_otherwise_until_it_is_revealed() -> None:
    day = counted({SOUP: 3, BIKE: 3})
    day.do(FEE, SettlePrize(prize="cup", choice=SOUP))
    day.do(FONS, SettlePrize(prize="cup", choice=BIKE))
    day.do(FEE, RevealPrize(prize="cup", winners=(BIKE,)))
    assert day.say(FEE, SettlePrize(prize="cup", choice=SOUP)) is Reason.ALREADY_MOVED
    assert cup(day).winners == (BIKE,)


def test_nothing_is_settled_or_revealed_while_people_vote() -> None:
    day = begun()
    day.do(FEE, OPEN)
    assert day.say(FEE, SettlePrize(prize="cup", choice=SOUP)) is Reason.BALLOT_NOT_CLOSED
    assert day.say(FEE, RevealPrize(prize="cup", winners=())) is Reason.BALLOT_NOT_CLOSED


def test_a_prize_is_revealed_once_with_its_tally_and_no_other() -> None:
    day = counted({SOUP: 5})
    day.do(FEE, SettlePrize(prize="purse", choice=BIKE))
    day.do(FEE, RevealPrize(prize="cup", winners=(SOUP,)))
    assert day.tables.find(Tally, "cup").revealed
    assert not day.tables.find(Prize, "purse").revealed
    assert day.say(FONS, RevealPrize(prize="cup", winners=(SOUP,))) is Reason.ALREADY_MOVED


def test_the_reveal_of_votes_is_not_called_a_choice() -> None:
    day = counted({SOUP: 5})
    day.do(FEE, RevealPrize(prize="cup", winners=(SOUP,)))
    assert not cup(day).settled
