"""How a conversation of the open space ends: taken back by its convener, or gone on in another.

Two become one only when both conveners want it: one asks, the other agrees, or says no, which only who asked hears.
A facilitator says no for a convener who is gone.
Who said they would go to the one goes to the other, what both had written down stays, and the notes on the board of the
one move to the board of the other.
"""

from msgspec.structs import replace

from rooms.board import Board, Note
from rooms.harvest import Dot
from rooms.kernel import Changes, Command, Drop, Festival, Id, Moment, Put, Reason, Record, require
from rooms.marketplace import HARVEST_LENGTH, Conversation, Going, Harvest, leads_the_day, market_of, own
from rooms.people import Person
from rooms.seats import Room, clear


class MergeAsked(Record, frozen=True):
    """A convener (`by`) asks another to make one conversation of two. It bears the id of the one that would end.
    `declined`: the other said no, which only who asked gets to see."""

    into: str
    by: str = ""
    declined: bool = False

    INDEXED = ("into",)


class Withdraw(Command, frozen=True):
    """Take one's conversation back."""

    conversation: Id


class AskMerge(Command, frozen=True):
    """Ask to let one's conversation go on in another, or (`wanted` false) no longer."""

    conversation: Id
    into: Id
    wanted: bool


class AgreeMerge(Command, frozen=True):
    """Agree that another conversation goes on in one's own."""

    conversation: Id


class DeclineMerge(Command, frozen=True):
    """Say no: both conversations go on by themselves."""

    conversation: Id


def withdraw(festival: Festival, wish: Withdraw, by: Person, at: Moment) -> Changes:
    """What others wrote down in it, or gave on its board, is not one convener's to throw away."""
    found = own(festival, wish.conversation, by)
    notes = festival.where(Note, "board", found.id)
    others = found.insights or found.agreements or any(note.author != by.id for note in notes)

    require(not others or leads_the_day(by), Reason.NOT_NOW)
    yield from ended(festival, found)
    yield from board_ended(festival, found, bool(notes))


def board_ended(festival: Festival, conversation: Conversation, written: bool) -> Changes:
    """The board of a conversation that was withdrawn is closed and keeps its title where notes are on it, else it goes,
    with those of conversations that went on in it."""
    board = festival.get(Board, conversation.id)
    if board is not None and written:
        yield Put(replace(board, open=False, title=conversation.title))
    if board is not None and not written:
        yield Drop("Board", board.id)
    for old in [] if written else gone_on(festival, conversation.id):
        yield Drop("Board", old.id)


def gone_on(festival: Festival, board: str) -> list[Board]:
    """The boards that go on in this one."""
    return sorted((one for one in festival.all(Board) if one.into == board), key=lambda one: one.id)


def ended(festival: Festival, conversation: Conversation) -> Changes:
    """A conversation is no more: its people come to the hall; what was written on its board stays."""
    yield from clear(festival, conversation.id)
    if festival.get(Room, conversation.id) is not None:
        yield Drop("Room", conversation.id)
    for going in sorted(festival.where(Going, "conversation", conversation.id), key=lambda one: one.id):
        yield Drop("Going", going.id)
    for asked in sorted(festival.where(MergeAsked, "into", conversation.id), key=lambda one: one.id):
        yield Drop("MergeAsked", asked.id)
    if festival.get(MergeAsked, conversation.id) is not None:
        yield Drop("MergeAsked", conversation.id)
    market = market_of(festival)
    if market.pitched == conversation.id:
        yield Put(replace(market, pitched=""))
    yield Drop("Conversation", conversation.id)


def ask_merge(festival: Festival, wish: AskMerge, by: Person, at: Moment) -> Changes:
    mine, other = own(festival, wish.conversation, by), festival.find(Conversation, wish.into)

    require(by.id in mine.conveners or not wish.wanted, Reason.NOT_YOURS)
    require(mine.id != other.id, Reason.NOT_NOW)
    if wish.wanted:
        yield Put(MergeAsked(id=mine.id, into=other.id, by=by.id))
    else:
        yield Drop("MergeAsked", mine.id)


def asked_of(festival: Festival, conversation: str) -> tuple[MergeAsked, Conversation]:
    """What was asked for this conversation, and the one whose convener answers."""
    asked = festival.get(MergeAsked, festival.find(Conversation, conversation).id)
    require(asked is not None and not asked.declined, Reason.ALREADY_MOVED)
    assert asked is not None
    other = festival.find(Conversation, asked.into)
    return asked, other


def agree_merge(festival: Festival, wish: AgreeMerge, by: Person, at: Moment) -> Changes:
    _, other = asked_of(festival, wish.conversation)
    require(by.id in other.conveners, Reason.NOT_YOURS)
    ending = festival.find(Conversation, wish.conversation)

    coming = {going.person for going in festival.where(Going, "conversation", ending.id)}
    there = {going.person for going in festival.where(Going, "conversation", other.id)}
    going = other.going + ending.going - len(coming & there)
    both = {field: joined(getattr(other, field), getattr(ending, field)) for field in Harvest}
    require(all(len(text) <= HARVEST_LENGTH for text in both.values()), Reason.BAD_LENGTH)
    people = {who: name for one in (ending, other) for who, name in zip(one.conveners, one.names, strict=True)}
    yield from ended(festival, ending)
    for person in sorted(coming - there):
        yield Put(Going(id=f"{other.id}/{person}", conversation=other.id, person=person))
    yield Put(replace(other, conveners=tuple(people), names=tuple(people.values()), going=going, **both))
    yield from boards_joined(festival, ending.id, other.id)


def decline_merge(festival: Festival, wish: DeclineMerge, by: Person, at: Moment) -> Changes:
    asked, other = asked_of(festival, wish.conversation)
    require(by.id in other.conveners or leads_the_day(by), Reason.NOT_YOURS)
    yield Put(replace(asked, declined=True))


def joined(one: str, other: str) -> str:
    """What two conversations wrote down, as one."""
    return "\n".join(text for text in (one, other) if text)


def boards_joined(festival: Festival, ending: str, into: str) -> Changes:
    """The notes on one board move to another, with their dots; what is still on its way to the one goes there too. The
    board that is left shows notes unseen only if both did so."""
    old, there = festival.get(Board, ending), festival.get(Board, into)
    if old is not None:
        left = replace(there, open=there.open and old.open, approve=there.approve or old.approve) if there else old
        yield Put(replace(left, id=into))
    for one in (old or Board(id=ending), *gone_on(festival, ending)):
        yield Put(replace(one, into=into))
    for note in sorted(festival.where(Note, "board", ending), key=lambda note: note.id):
        yield Put(replace(note, board=into))
        for dot in sorted(festival.where(Dot, "note", note.id), key=lambda dot: dot.id):
            yield Put(replace(dot, board=into))
