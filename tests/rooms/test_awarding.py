"""Prizes that nobody votes about, and whether leads may vote for their own."""

import pytest

from rooms.ballot import (
    MOST_WINNERS,
    AwardPrize,
    Ballot,
    CastVote,
    CloseBallot,
    DecidedBy,
    OpenBallot,
    Prize,
    RevealPrize,
    SettlePrize,
    Tally,
)
from rooms.kernel import Reason, Record
from rooms.view import FACILITATORS, FESTIVAL
from tests.laws import rows_of
from tests.rooms.said import ANN, BIKE, FEE, FONS, GARDEN, LEA, PLAN, SOUP, Said, begun

OPEN, CLOSE = OpenBallot(ballot="ballot"), CloseBallot(ballot="ballot")
GIFT = AwardPrize(prize="gift", winners=(SOUP, BIKE))
OTHERS = [DecidedBy.PARTNER, DecidedBy.FACILITATOR]


def given(decided: DecidedBy = DecidedBy.PARTNER) -> Said:
    """A day with a gift that is not voted about."""
    return begun((*PLAN, Prize(id="gift", ballot="ballot", order=3, title="Gift", giver="Fonds", decided=decided)))


def gift(day: Said) -> Prize:
    return day.tables.find(Prize, "gift")


@pytest.mark.parametrize("decided", OTHERS)
def test_a_gift_goes_to_several_together_each_once_in_the_order_they_were_named(decided: DecidedBy) -> None:
    day = given(decided)
    day.do(FEE, AwardPrize(prize="gift", winners=(SOUP, BIKE, SOUP)))
    assert (gift(day).winners, gift(day).settled, gift(day).revealed) == ((SOUP, BIKE), False, False)


@pytest.mark.parametrize("decided", OTHERS)
def test_a_gift_is_awarded_and_revealed_before_during_and_after_the_vote(decided: DecidedBy) -> None:
    for said in ((), (OPEN,), (OPEN, CLOSE)):
        day = given(decided)
        for wish in (*said, GIFT, RevealPrize(prize="gift", winners=GIFT.winners)):
            day.do(FEE, wish)
        assert gift(day).revealed


def test_a_voted_prize_is_not_given_away() -> None:
    day = given()
    for wish in (None, OPEN, CLOSE):
        if wish:
            day.do(FEE, wish)
        assert day.say(FEE, AwardPrize(prize="cup", winners=(SOUP,))) is Reason.NOT_NOW


def test_nobody_votes_about_a_gift_and_it_is_not_settled_or_counted() -> None:
    day = given()
    day.do(FEE, OPEN)
    assert day.say(ANN, CastVote(prize="gift", choice=SOUP)) is Reason.NOT_NOW
    day.do(FEE, GIFT)
    day.do(FEE, CLOSE)
    assert day.say(FEE, SettlePrize(prize="gift", choice=SOUP)) is Reason.NOT_NOW
    assert gift(day).winners == (SOUP, BIKE)
    assert day.tables.get(Tally, "gift") is None


def test_who_gets_it_may_be_said_otherwise_or_taken_back_until_it_is_revealed() -> None:
    day = given()
    day.do(FEE, GIFT)
    day.do(FONS, AwardPrize(prize="gift", winners=()))
    assert day.say(FEE, RevealPrize(prize="gift", winners=())) is Reason.TIE
    day.do(FONS, AwardPrize(prize="gift", winners=(GARDEN,)))
    day.do(FEE, RevealPrize(prize="gift", winners=gift(day).winners))
    assert day.say(FONS, GIFT) is Reason.ALREADY_MOVED
    assert gift(day).winners == (GARDEN,)


def test_a_gift_goes_to_initiatives_that_are_there() -> None:
    day = given()
    assert day.say(FEE, AwardPrize(prize="gift", winners=(SOUP, "nothing"))) is Reason.GONE
    assert day.say(FEE, AwardPrize(prize="nothing", winners=(SOUP,))) is Reason.GONE
    many = tuple(f"one-{number}" for number in range(MOST_WINNERS + 1))
    assert day.say(FEE, AwardPrize(prize="gift", winners=many)) is Reason.TOO_MANY


def test_who_gets_it_is_the_facilitators_own_until_it_is_revealed() -> None:
    day = given()
    day.do(FEE, GIFT)
    for audience, seen in ((FESTIVAL, False), (FACILITATORS, True)):
        assert ("winners" in rows_of(day.festival.layers, audience)["Prize", "gift"]) is seen
    day.do(FEE, RevealPrize(prize="gift", winners=GIFT.winners))
    assert rows_of(day.festival.layers, FESTIVAL)["Prize", "gift"]["winners"] == [SOUP, BIKE]


@pytest.mark.parametrize("own", [True, False])
def test_leads_vote_for_their_own_only_where_the_ballot_says_so(own: bool) -> None:
    plan: tuple[Record, ...] = tuple(Ballot(id=one.id, own=own) if isinstance(one, Ballot) else one for one in PLAN)
    day = begun(plan)
    day.do(FEE, OPEN)
    said = day.say(LEA, CastVote(prize="cup", choice=SOUP))
    assert isinstance(said, list) if own else said is Reason.OWN_INITIATIVE
    for who, choice in ((LEA, BIKE), (ANN, SOUP)):
        assert isinstance(day.say(who, CastVote(prize="cup", choice=choice)), list)
