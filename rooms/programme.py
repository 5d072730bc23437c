"""The run of show: the rounds of the day, in their order, and which of them it is now.

A facilitator opens a round; that ends the one before. Each press says from which round it goes, so two facilitators
who press "next" at the same moment move one step, not two. Going back picks a round up with the time it had left.
When a round's time is up the clock says so, once, on every screen; nothing is cut off by it. What is still to come can
be changed while the day goes on: rounds are added, moved, skipped, made longer or shorter (see `schedule.py`).
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
    DREAM = "dream"
    BREAK = "break"
    NEED = "need"
    OPEN_SPACE = "open_space"
    HARVEST = "harvest"
    BALLOT = "ballot"
    PRIZES = "prizes"
    GOODBYE = "goodbye"


class Grouping(StrEnum):
    """How people are together: all in the hall; by initiative, at tables where a room is full; in conversations."""

    PLENARY = "plenary"
    TABLES = "tables"
    CONVERSATIONS = "conversations"


GROUPED = {
    RoundKind.DREAM: Grouping.TABLES,
    RoundKind.NEED: Grouping.TABLES,
    RoundKind.OPEN_SPACE: Grouping.CONVERSATIONS,
}
"""How people are together in a round of this kind, unless its organiser chose otherwise; else all in the hall."""


class RoundState(StrEnum):
    """`over`: its time is up, but it is still the round we are in. `done`: we went on to another."""

    PLANNED = "planned"
    OPEN = "open"
    OVER = "over"
    DONE = "done"


class Round(Record, frozen=True):
    """One step of the day. `ends` counts while it is open; `left` (ms) is what remained when it was left.

    `prompt_nl` and `prompt_en` are what people are asked to talk about, "" for the usual; `writes` the kinds of notes
    that are offered first, none for all; `back` says that its people were brought back to the hall.
    """

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
    grouping: Grouping = Grouping.PLENARY
    prompt_nl: str = ""
    prompt_en: str = ""
    writes: tuple[str, ...] = ()
    skipped: bool = False
    back: bool = False


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


def current_round(festival: Festival) -> Round | None:
    """The round the festival is in, None before the first."""
    return festival.get(Round, programme_of(festival).round)


def open_round(festival: Festival, wish: OpenRound, by: Person, at: Moment) -> Changes:
    coming = festival.find(Round, wish.round)
    current = programme_of(festival).round

    require(current == wish.after, Reason.ALREADY_MOVED)
    require(current != coming.id, Reason.ALREADY_MOVED)
    if current:
        going = festival.find(Round, current)
        yield Put(replace(going, state=RoundState.DONE, left=max(0, going.ends - at)))
    lasts = max(coming.left, LEAST_LEFT) if coming.state is RoundState.DONE else coming.minutes * MINUTE
    opened = replace(coming, state=RoundState.OPEN, began=coming.began or at, ends=at + lasts, left=0)
    yield Put(replace(opened, skipped=False, back=False))
    yield Put(Programme(id=PROGRAMME, round=coming.id, initiative=coming.initiative))


def extend_round(festival: Festival, wish: ExtendRound, by: Person, at: Moment) -> Changes:
    current = festival.find(Round, wish.round)

    require(current.state in (RoundState.OPEN, RoundState.OVER), Reason.ALREADY_MOVED)
    require(1 <= wish.minutes <= MOST_MINUTES, Reason.BAD_LENGTH)
    ends = max(current.ends, at) + wish.minutes * MINUTE
    yield Put(replace(current, state=RoundState.OPEN, ends=ends, back=False))


def close_round(festival: Festival, wish: CloseRound, by: Person, at: Moment) -> Changes:
    current = festival.find(Round, wish.round)

    require(current.state is RoundState.OPEN and at >= current.ends, Reason.NOT_NOW)
    yield Put(replace(current, state=RoundState.OVER))
