"""Voting for the prizes, and revealing who gets them.

While a ballot is open a vote is its voter's alone, and may be changed until closing; others see only how many voted.
Closing counts the votes and then drops them: what remains is a tally, and nothing tells who chose what. With fewer
than five votes there is no tally at all, because small numbers give people away; then, and when two initiatives end
level, the facilitators choose openly, and the reveal says so. Who reveals says whom they saw, so that nobody else is
shown than who they said yes to.
"""

from collections import Counter
from enum import StrEnum

from msgspec.structs import replace

from rooms.initiative import About, Initiative
from rooms.kernel import Changes, Command, Drop, Festival, Id, Moment, Put, Reason, Record, require
from rooms.people import Person

LEAST_VOTES = 5
MOST_WINNERS = 50


class BallotState(StrEnum):
    """A ballot opens once and closes once."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"


class DecidedBy(StrEnum):
    """Who decides about a prize."""

    VOTE = "vote"
    PARTNER = "partner"
    FACILITATOR = "facilitator"


class Ballot(Record, frozen=True):
    """One moment of voting, about one or more prizes. `cast` is how many voted, kept at closing. With `own`, leads may
    vote for their own initiative."""

    state: BallotState = BallotState.PLANNED
    cast: int = 0
    own: bool = False


class Prize(Record, frozen=True):
    """What a partner gives, in kind or (`money`) in money, to one or more initiatives. `settled` is set when the
    facilitators chose among equals, or among too few votes."""

    ballot: str
    order: int
    title: str
    giver: str
    what: str = ""
    winners: tuple[str, ...] = ()
    settled: bool = False
    revealed: bool = False
    decided: DecidedBy = DecidedBy.VOTE
    money: bool = False

    INDEXED = ("ballot",)


class Vote(Record, frozen=True):
    """One person's choice for one prize. Its id, `prize/person`, is why there can be only one."""

    prize: str
    voter: str
    choice: str

    INDEXED = ("prize", "voter")
    SECRET = True


class Tally(Record, frozen=True):
    """The count for one prize, whose id it bears: votes per initiative, most first. Only from five votes up."""

    counts: dict[str, int]
    cast: int
    revealed: bool = False


class CastVote(Command, frozen=True):
    """Choose an initiative for a prize, or choose another instead."""

    prize: Id
    choice: Id


class OpenBallot(Command, frozen=True):
    """Let people vote."""

    ballot: Id


class CloseBallot(Command, frozen=True):
    """Count the votes and forget them."""

    ballot: Id


class SettlePrize(Command, frozen=True):
    """Choose the winner among equals, or where there were too few votes to count."""

    prize: Id
    choice: Id


class AwardPrize(Command, frozen=True):
    """Say who gets a prize that is not voted about: what its partner decided, or the facilitators."""

    prize: Id
    winners: tuple[Id, ...]


class RevealPrize(Command, frozen=True):
    """Show everybody who gets the prize; `winners` is who the facilitator saw that it would be."""

    prize: Id
    winners: tuple[Id, ...]


def leading(tally: Tally | None) -> list[str]:
    """The initiatives with the most votes, in a fixed order; none without a tally."""
    if tally is None:
        return []
    most = max(tally.counts.values())
    return sorted(choice for choice, votes in tally.counts.items() if votes == most)


def count(prize: Prize, votes: list[Vote]) -> Tally | None:
    """The tally of these votes, or None below five of them."""
    if len(votes) < LEAST_VOTES:
        return None
    counts = Counter(vote.choice for vote in votes)
    ranked = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    return Tally(id=prize.id, counts=dict(ranked), cast=len(votes))


def turnout(festival: Festival, ballot: Ballot) -> int:
    """How many people voted for at least one prize of this ballot."""
    if ballot.state is BallotState.CLOSED:
        return ballot.cast
    prizes = festival.where(Prize, "ballot", ballot.id)
    return len({vote.voter for prize in prizes for vote in festival.where(Vote, "prize", prize.id)})


def voted_by_link(festival: Festival, prize: Prize, by: Person) -> bool:
    """Whether somebody else who came by the same link voted for this prize, where a link has one vote: by that of an
    initiative several people can be there."""
    about = festival.get(About, "about")
    if about is None or not about.personal or not by.link:
        return False
    others = [one for one in festival.where(Person, "link", by.link) if one.id != by.id]
    return any(festival.get(Vote, f"{prize.id}/{one.id}") is not None for one in others)


def cast_vote(festival: Festival, wish: CastVote, by: Person, at: Moment) -> Changes:
    prize = festival.find(Prize, wish.prize)
    choice = festival.find(Initiative, wish.choice)

    ballot = festival.find(Ballot, prize.ballot)

    require(ballot.state is BallotState.OPEN, Reason.BALLOT_CLOSED)
    require(prize.decided is DecidedBy.VOTE, Reason.NOT_NOW)
    require(ballot.own or choice.id != by.initiative, Reason.OWN_INITIATIVE)
    require(not voted_by_link(festival, prize, by), Reason.LINK_VOTED)
    yield Put(Vote(id=f"{prize.id}/{by.id}", prize=prize.id, voter=by.id, choice=choice.id))


def open_ballot(festival: Festival, wish: OpenBallot, by: Person, at: Moment) -> Changes:
    ballot = festival.find(Ballot, wish.ballot)

    require(ballot.state is BallotState.PLANNED, Reason.ALREADY_MOVED)
    yield Put(replace(ballot, state=BallotState.OPEN))


def close_ballot(festival: Festival, wish: CloseBallot, by: Person, at: Moment) -> Changes:
    ballot = festival.find(Ballot, wish.ballot)

    require(ballot.state is BallotState.OPEN, Reason.ALREADY_MOVED)
    yield Put(replace(ballot, state=BallotState.CLOSED, cast=turnout(festival, ballot)))
    for prize in sorted(festival.where(Prize, "ballot", ballot.id), key=lambda prize: prize.id):
        if prize.decided is DecidedBy.VOTE:
            yield from close_prize(prize, festival.where(Vote, "prize", prize.id))


def close_prize(prize: Prize, votes: list[Vote]) -> Changes:
    """Count one prize, drop its votes, and note the winner where there is exactly one."""
    tally = count(prize, votes)
    first = leading(tally)
    if tally is not None:
        yield Put(tally)
    if len(first) == 1:
        yield Put(replace(prize, winners=tuple(first)))
    for vote in sorted(votes, key=lambda vote: vote.id):
        yield Drop("Vote", vote.id)


def settle_prize(festival: Festival, wish: SettlePrize, by: Person, at: Moment) -> Changes:
    prize = festival.find(Prize, wish.prize)
    choice = festival.find(Initiative, wish.choice)
    first = leading(festival.get(Tally, prize.id))

    require(prize.decided is DecidedBy.VOTE, Reason.NOT_NOW)
    require(festival.find(Ballot, prize.ballot).state is BallotState.CLOSED, Reason.BALLOT_NOT_CLOSED)
    require(not prize.revealed, Reason.ALREADY_MOVED)
    require(len(first) != 1 and (not first or choice.id in first), Reason.NO_TIE)
    yield Put(replace(prize, winners=(choice.id,), settled=True))


def award_prize(festival: Festival, wish: AwardPrize, by: Person, at: Moment) -> Changes:
    prize = festival.find(Prize, wish.prize)
    winners = tuple(dict.fromkeys(wish.winners))

    require(prize.decided is not DecidedBy.VOTE, Reason.NOT_NOW)
    require(not prize.revealed, Reason.ALREADY_MOVED)
    require(len(winners) <= MOST_WINNERS, Reason.TOO_MANY)
    for winner in winners:
        festival.find(Initiative, winner)
    yield Put(replace(prize, winners=winners))


def reveal_prize(festival: Festival, wish: RevealPrize, by: Person, at: Moment) -> Changes:
    prize = festival.find(Prize, wish.prize)
    tally = festival.get(Tally, prize.id)
    closed = festival.find(Ballot, prize.ballot).state is BallotState.CLOSED

    require(closed or prize.decided is not DecidedBy.VOTE, Reason.BALLOT_NOT_CLOSED)
    require(bool(prize.winners), Reason.TIE)
    require(not prize.revealed, Reason.ALREADY_MOVED)
    require(set(wish.winners) == set(prize.winners), Reason.ALREADY_MOVED)
    yield Put(replace(prize, revealed=True))
    if tally is not None:
        yield Put(replace(tally, revealed=True))
