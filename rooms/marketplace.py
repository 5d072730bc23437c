"""The open space: people propose what they want to talk about, find each other, and choose where they go.

Whoever proposes a conversation is its convener. It may stand in the queue to be told in a minute on the stage, and it
gets a slot and a place in the grid from its convener or a facilitator; then it has a room and a board like any other.
"I'm going" binds nobody. What a conversation brought is written down by whoever was in it, in two fields that are kept
as they are typed, also when the round ends meanwhile.
"""

from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec.structs import replace

from rooms.board import Board
from rooms.kernel import (
    Changes,
    Command,
    Drop,
    Festival,
    Id,
    Moment,
    NewId,
    Put,
    Reason,
    Record,
    Text,
    given,
    require,
    tidy,
)
from rooms.people import Person, Role
from rooms.seats import Room, clear

MARKET = "market"
TITLE_LENGTH = 120
HARVEST_LENGTH = 2000
MOST_CONVERSATIONS = 120
MOST_OWN = 3
"""Conversations one person may propose."""
MOST_SLOTS, MOST_PLACES = 6, 30
MOST_HEADS = 500
Slots = Annotated[int, msgspec.Meta(ge=1, le=MOST_SLOTS)]
Places = Annotated[int, msgspec.Meta(ge=1, le=MOST_PLACES)]


class Market(Record, frozen=True):
    """The grid: so many slots after each other, so many places beside each other. With `open`, people may propose.
    `pitched` is the conversation that is told on the stage now, or ""."""

    open: bool = True
    slots: Slots = 2
    places: Places = 8
    pitched: str = ""


class Conversation(Record, frozen=True):
    """What somebody wants to talk about.

    `slot` and `place` count from 1, 0 is not placed yet; `queued` is since when it waits for the stage, 0 when it does
    not; `heads` is how many it is good for, a hint, 0 for any; `going` how many say they will come; `conveners` are ids
    of people, and `names` what they were called.
    """

    title: str
    conveners: tuple[str, ...]
    names: tuple[str, ...]
    at: Moment
    slot: int = 0
    place: int = 0
    queued: Moment = 0
    heads: int = 0
    going: int = 0
    insights: str = ""
    agreements: str = ""


class Going(Record, frozen=True):
    """Somebody says they will go there. Its id, `conversation/person`, is why they count once."""

    conversation: str
    person: str

    INDEXED = ("conversation", "person")


class Harvest(StrEnum):
    """What a conversation writes down."""

    INSIGHTS = "insights"
    AGREEMENTS = "agreements"


class SetMarket(Command, frozen=True):
    """How many slots and places there are, and whether people may propose. What is left out stays."""

    open: bool | None = None
    slots: int | None = None
    places: int | None = None


class Propose(Command, frozen=True):
    """Propose a conversation."""

    id: NewId
    title: Text
    heads: int = 0


class Retitle(Command, frozen=True):
    """Call one's conversation otherwise."""

    conversation: Id
    title: Text
    heads: int
    was: Text


class QueuePitch(Command, frozen=True):
    """Wait for a minute on the stage, or (`wanted` false) no longer."""

    conversation: Id
    wanted: bool


class CallPitch(Command, frozen=True):
    """Have this conversation told on the stage now; "" for none."""

    conversation: Id


class PlaceConversation(Command, frozen=True):
    """Give a conversation its slot and place; 0 and 0 take it off the grid."""

    conversation: Id
    slot: int
    place: int


class GoTo(Command, frozen=True):
    """Say that one will go there, or (`going` false) not."""

    conversation: Id
    going: bool


class WriteHarvest(Command, frozen=True):
    """Write what a conversation brought; `was` is the text one started from."""

    conversation: Id
    field: Harvest
    text: Text
    was: Text


def market_of(festival: Festival) -> Market:
    """The grid as it is."""
    return festival.get(Market, MARKET) or Market(id=MARKET)


def leads_the_day(by: Person) -> bool:
    """Whether this person hosts the festival."""
    return by.role in {Role.FACILITATOR, Role.ORGANISER}


def goes_on_in(festival: Festival, conversation: str) -> Conversation:
    """The conversation of this id, or the one in which it goes on by now; refuses with GONE when there is none."""
    found, board = festival.get(Conversation, conversation), festival.get(Board, conversation)
    return found or festival.find(Conversation, board.into if board is not None else conversation)


def own(festival: Festival, conversation: str, by: Person) -> Conversation:
    """A conversation this person may change: its conveners' and the facilitators'."""
    found = festival.find(Conversation, conversation)
    require(by.id in found.conveners or leads_the_day(by), Reason.NOT_YOURS)
    return found


def a_title(text: str) -> str:
    """The title as it is kept: one line of 1 to 120 signs; refuses with BAD_LENGTH."""
    title = " ".join(tidy(text).split())
    require(0 < len(title) <= TITLE_LENGTH, Reason.BAD_LENGTH)
    return title


def set_market(festival: Festival, wish: SetMarket, by: Person, at: Moment) -> Changes:
    new = replace(market_of(festival), **given(open=wish.open, slots=wish.slots, places=wish.places))
    outside = [
        one for one in festival.all(Conversation) if one.slot > new.slots or (one.slot and one.place > new.places)
    ]

    require(1 <= new.slots <= MOST_SLOTS and 1 <= new.places <= MOST_PLACES, Reason.BAD_LENGTH)
    require(not outside, Reason.TAKEN)
    yield Put(new)


def propose(festival: Festival, wish: Propose, by: Person, at: Moment) -> Changes:
    every = festival.all(Conversation)

    require(market_of(festival).open or leads_the_day(by), Reason.NOT_NOW)
    require(festival.get(Conversation, wish.id) is None, Reason.ID_IN_USE)
    require(festival.get(Board, wish.id) is None and festival.get(Room, wish.id) is None, Reason.ID_IN_USE)
    require(len(every) < MOST_CONVERSATIONS, Reason.TOO_MANY)
    require(leads_the_day(by) or sum(by.id in one.conveners for one in every) < MOST_OWN, Reason.TOO_MANY)
    require(0 <= wish.heads <= MOST_HEADS, Reason.BAD_LENGTH)
    title = a_title(wish.title)
    yield Put(Conversation(id=wish.id, title=title, conveners=(by.id,), names=(by.name,), at=at, heads=wish.heads))


def retitle(festival: Festival, wish: Retitle, by: Person, at: Moment) -> Changes:
    found = own(festival, wish.conversation, by)

    require(found.title == wish.was, Reason.CHANGED_MEANWHILE, present=found.title)
    require(0 <= wish.heads <= MOST_HEADS, Reason.BAD_LENGTH)
    yield Put(replace(found, title=a_title(wish.title), heads=wish.heads))


def queue_pitch(festival: Festival, wish: QueuePitch, by: Person, at: Moment) -> Changes:
    found = own(festival, wish.conversation, by)
    yield Put(replace(found, queued=(found.queued or at) if wish.wanted else 0))


def call_pitch(festival: Festival, wish: CallPitch, by: Person, at: Moment) -> Changes:
    if wish.conversation:
        yield Put(replace(festival.find(Conversation, wish.conversation), queued=0))
    yield Put(replace(market_of(festival), pitched=wish.conversation))


def place_conversation(festival: Festival, wish: PlaceConversation, by: Person, at: Moment) -> Changes:
    found, market = own(festival, wish.conversation, by), market_of(festival)
    there = [one for one in festival.all(Conversation) if (one.slot, one.place) == (wish.slot, wish.place)]

    require((wish.slot == 0) == (wish.place == 0), Reason.NOT_UNDERSTOOD)
    require(0 <= wish.slot <= market.slots and 0 <= wish.place <= market.places, Reason.GONE)
    require(wish.slot == 0 or all(one.id == found.id for one in there), Reason.TAKEN)
    yield Put(replace(found, slot=wish.slot, place=wish.place))
    if wish.slot == 0:
        yield from clear(festival, found.id)
        yield Drop("Room", found.id)
        return
    if festival.get(Room, found.id) is None:
        yield Put(Room(id=found.id))
    if festival.get(Board, found.id) is None:
        yield Put(Board(id=found.id))


def go_to(festival: Festival, wish: GoTo, by: Person, at: Moment) -> Changes:
    found = festival.find(Conversation, wish.conversation)
    mine = f"{found.id}/{by.id}"
    before = festival.get(Going, mine) is not None
    if wish.going:
        yield Put(Going(id=mine, conversation=found.id, person=by.id))
    else:
        yield Drop("Going", mine)
    yield Put(replace(found, going=found.going + wish.going - before))


def write_harvest(festival: Festival, wish: WriteHarvest, by: Person, at: Moment) -> Changes:
    found = goes_on_in(festival, wish.conversation)
    text, now = tidy(wish.text), getattr(found, wish.field)

    require(len(text) <= HARVEST_LENGTH, Reason.BAD_LENGTH)
    require(now == wish.was, Reason.CHANGED_MEANWHILE, present=now)
    yield Put(replace(found, **{wish.field: text}))
