"""The run of show: the rounds of the day, in their order, and which of them it is now.

A facilitator opens a round; that ends the one before. Each press says from which round it goes, so two facilitators
who press "next" at the same moment move one step, not two. Going back picks a round up with the time it had left.
When a round's time is up the clock says so, once, on every screen; nothing is cut off by it.
"""

from enum import StrEnum

from msgspec.structs import replace

from rooms.kernel import Changes, Command, Festival, Id, Moment, Put, Reason, Record, require
from rooms.people import Person

MINUTE = 60_000
LEAST_LEFT = MINUTE
MOST_MINUTES = 60
PROGRAMME = "programme"


class RoundKind(StrEnum):
    """What happens in a round."""

    WELCOME = "welcome"
    PITCH = "pitch"
    BREAK = "break"
    BALLOT = "ballot"
    PRIZES = "prizes"
    GOODBYE = "goodbye"


class RoundState(StrEnum):
    """`over`: its time is up, but it is still the round we are in. `done`: we went on to another."""

    PLANNED = "planned"
    OPEN = "open"
    OVER = "over"
    DONE = "done"


class Round(Record, frozen=True):
    """One step of the day. `ends` counts while it is open; `left` (ms) is what remained when it was left."""

    order: int
    kind: RoundKind
    minutes: int
    title: str = ""
    initiative: str = ""
    ballot: str = ""
    state: RoundState = RoundState.PLANNED
    began: Moment = 0
    ends: Moment = 0
    left: int = 0


class Programme(Record, frozen=True):
    """Where the festival is in its run of show: the id of the round it is in, "" before the first."""

    round: str = ""
    initiative: str = ""


class OpenRound(Command, frozen=True):
    """Go to `round`. `after` is the round one believes the festival is in, "" before the first."""

    round: Id
    after: Id


class ExtendRound(Command, frozen=True):
    """Give the current round some minutes more."""

    round: Id
    minutes: int


class CloseRound(Command, frozen=True):
    """The clock says: this round's time is up."""

    round: Id


def programme_of(festival: Festival) -> Programme:
    """Where the festival is now."""
    return festival.get(Programme, PROGRAMME) or Programme(id=PROGRAMME)


def open_round(festival: Festival, wish: OpenRound, by: Person, at: Moment) -> Changes:
    coming = festival.find(Round, wish.round)
    current = programme_of(festival).round

    require(current == wish.after, Reason.ALREADY_MOVED)
    require(current != coming.id, Reason.ALREADY_MOVED)
    if current:
        going = festival.find(Round, current)
        yield Put(replace(going, state=RoundState.DONE, left=max(0, going.ends - at)))
    lasts = max(coming.left, LEAST_LEFT) if coming.state is RoundState.DONE else coming.minutes * MINUTE
    yield Put(replace(coming, state=RoundState.OPEN, began=coming.began or at, ends=at + lasts, left=0))
    yield Put(Programme(id=PROGRAMME, round=coming.id, initiative=coming.initiative))


def extend_round(festival: Festival, wish: ExtendRound, by: Person, at: Moment) -> Changes:
    current = festival.find(Round, wish.round)

    require(current.state in (RoundState.OPEN, RoundState.OVER), Reason.ALREADY_MOVED)
    require(1 <= wish.minutes <= MOST_MINUTES, Reason.BAD_LENGTH)
    ends = max(current.ends, at) + wish.minutes * MINUTE
    yield Put(replace(current, state=RoundState.OPEN, ends=ends))


def close_round(festival: Festival, wish: CloseRound, by: Person, at: Moment) -> Changes:
    current = festival.find(Round, wish.round)

    require(current.state is RoundState.OPEN and at >= current.ends, Reason.NOT_NOW)
    yield Put(replace(current, state=RoundState.OVER))
