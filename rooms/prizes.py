"""The prizes, as part of the outcomes: who gets one, and how many votes there were, is told once it is revealed."""

from rooms.ballot import Ballot, BallotState, DecidedBy, Prize, Tally, turnout
from rooms.carrying import before
from rooms.kernel import Festival
from rooms.telling import Closed, as_told


class Counted(Closed, frozen=True):
    """How many votes an initiative (its id) got for a prize."""

    initiative: str
    votes: int


class PrizeGiven(Closed, frozen=True):
    """A prize, in money or (`money` false) in kind. `winners` are ids of initiatives; `settled` says that the
    facilitators chose; `tally` has most votes first. Until the prize is revealed these are empty."""

    title: str
    giver: str
    what: str
    ballot: str
    decided: DecidedBy
    money: bool
    revealed: bool
    settled: bool
    winners: tuple[str, ...]
    tally: tuple[Counted, ...]


class Turnout(Closed, frozen=True):
    """How many people voted in a ballot. A ballot without a prize to vote about has none."""

    ballot: str
    state: BallotState
    voted: int


def prize_given(prize: Prize, tally: Tally | None) -> PrizeGiven:
    counts = tally.counts if tally is not None and tally.revealed else {}
    ranked = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    return as_told(
        PrizeGiven,
        prize,
        settled=prize.revealed and prize.settled,
        winners=prize.winners if prize.revealed else (),
        tally=tuple(Counted(initiative=choice, votes=votes) for choice, votes in ranked),
    )


def turnouts(festival: Festival) -> tuple[Turnout, ...]:
    """How many voted in each ballot that has a prize to vote about."""
    voted_about = {prize.ballot for prize in festival.all(Prize) if prize.decided is DecidedBy.VOTE}
    had = before(festival).voted
    return tuple(
        Turnout(ballot=one.id, state=one.state, voted=had.get(one.id, 0) + turnout(festival, one))
        for one in sorted(festival.all(Ballot), key=lambda ballot: ballot.id)
        if one.id in voted_about
    )
