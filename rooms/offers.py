"""Help that is really found: somebody offers it for a need, the initiative answers, and a yes makes a connection.

Who offers says in a sentence what they can do, or whom they know. A connection counts, without anybody's name: public
when one of both is a municipality. How these two reach each other is in `contacts.py`.
"""

from enum import StrEnum

from msgspec.structs import replace

from rooms.board import for_initiative
from rooms.harvest import Pledge, Terms
from rooms.initiative import Need, NeedKind
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
    Refused,
    Text,
    require,
)
from rooms.people import Person, Role, Sector
from rooms.plans import DropNeed, drop_need, words
from rooms.seats import Table

OFFER_LENGTH = 300
WHEN_LENGTH = 60
NAME_LENGTH = 80
MOST_OFFERS = 50
"""Offers of one person."""


class How(StrEnum):
    """Somebody can help, or knows who can."""

    CAN = "can"
    KNOW = "know"


class Reply(StrEnum):
    """What the initiative says to an offer."""

    NONE = "none"
    YES = "yes"
    LATER = "later"
    NO = "no"


class Sort(StrEnum):
    """What a connection counts as; unsaid, when somebody did not say what they are."""

    PUBLIC = "public"
    PRIVATE = "private"
    UNSAID = "unsaid"


class Offer(Record, frozen=True):
    """Help for a need. `behalf` is the organisation it comes from, or ""; `need` is "" once it is no longer asked."""

    initiative: str
    need: str
    kind: NeedKind
    person: str
    name: str
    behalf: str
    how: How
    what: str
    when: str
    terms: Terms
    at: Moment
    reply: Reply = Reply.NONE
    answer: str = ""

    INDEXED = ("initiative", "need", "person")


class Connection(Record, frozen=True):
    """An offer that was taken; it bears the offer's id. `sector` is what who gives it said they are."""

    initiative: str
    kind: NeedKind
    sort: Sort
    sector: Sector
    at: Moment

    INDEXED = ("initiative",)


class MakeOffer(Command, frozen=True):
    """Offer help for a need."""

    id: NewId
    need: Id
    how: How
    what: Text
    when: Text = ""
    terms: Terms = Terms.UNPAID
    behalf: Text = ""


class TakeBackOffer(Command, frozen=True):
    """Take one's offer back, with the connection that came of it."""

    offer: Id


class ReplyToOffer(Command, frozen=True):
    """Say yes, later or no to an offer; `was` is what was said before."""

    offer: Id
    reply: Reply
    was: Reply
    answer: Text = ""


def make_offer(festival: Festival, wish: MakeOffer, by: Person, at: Moment) -> Changes:
    need = festival.find(Need, wish.need)
    what = words(wish.what, most=OFFER_LENGTH)
    when, behalf = words(wish.when, least=0, most=WHEN_LENGTH), words(wish.behalf, least=0, most=NAME_LENGTH)

    require(festival.get(Offer, wish.id) is None, Reason.ID_IN_USE)
    require(not (by.role is Role.LEAD and by.initiative == need.initiative), Reason.OWN_INITIATIVE)
    require(len(festival.where(Offer, "person", by.id)) < MOST_OFFERS, Reason.TOO_MANY)
    offer = Offer(
        id=wish.id,
        initiative=need.initiative,
        need=need.id,
        kind=need.kind,
        person=by.id,
        name=by.name,
        behalf=behalf,
        how=wish.how,
        what=what,
        when=when,
        terms=wish.terms,
        at=at,
    )
    yield Put(offer)
    yield from counted(festival, need.id, offer)


def take_back_offer(festival: Festival, wish: TakeBackOffer, by: Person, at: Moment) -> Changes:
    offer = festival.get(Offer, wish.offer)
    if offer is None or offer.person != by.id:
        raise Refused(Reason.GONE)
    yield Drop("Offer", offer.id)
    if festival.get(Connection, offer.id) is not None:
        yield Drop("Connection", offer.id)
    yield from counted(festival, offer.need, offer, gone=True)


def reply_to_offer(festival: Festival, wish: ReplyToOffer, by: Person, at: Moment) -> Changes:
    """A yes connects; whatever else is said later undoes that."""
    offer = festival.find(Offer, wish.offer)
    answer = words(wish.answer, least=0, most=OFFER_LENGTH)

    require(for_initiative(by, offer.initiative), Reason.NOT_YOURS)
    require(offer.reply is wish.was, Reason.ALREADY_MOVED)
    new = replace(offer, reply=wish.reply, answer=answer)
    yield Put(new)
    if new.reply is Reply.YES:
        yield Put(connection(festival, new, by, at))
    elif festival.get(Connection, offer.id) is not None:
        yield Drop("Connection", offer.id)
    yield from counted(festival, offer.need, new)


def connection(festival: Festival, offer: Offer, by: Person, at: Moment) -> Connection:
    """What comes of a yes. An initiative's people who did not say what they are, are of an initiative."""
    giver = festival.get(Person, offer.person)
    sector = giver.sector if giver else Sector.UNSAID
    if Sector.MUNICIPALITY in (sector, by.sector):
        sort = Sort.PUBLIC
    else:
        sort = Sort.UNSAID if sector is Sector.UNSAID else Sort.PRIVATE
    return Connection(id=offer.id, initiative=offer.initiative, kind=offer.kind, sort=sort, sector=sector, at=at)


def counted(festival: Festival, need: str, changed: Offer, *, gone: bool = False) -> Changes:
    """The need, with how many offered help and how many times it was found."""
    row = festival.get(Need, need) if need else None
    if row is not None:
        offers = [one for one in festival.where(Offer, "need", need) if one.id != changed.id]
        offers += [] if gone else [changed]
        yield Put(replace(row, offers=len(offers), found=sum(one.reply is Reply.YES for one in offers)))


def no_longer_asked(festival: Festival, wish: DropNeed, by: Person, at: Moment) -> Changes:
    """A need goes away; what was promised or offered for it stays, and who talks about it talks on."""
    yield from drop_need(festival, wish, by, at)
    initiative = festival.find(Need, wish.need).initiative
    about: tuple[Pledge | Offer | Table, ...] = (
        *festival.where(Pledge, "initiative", initiative),
        *festival.where(Offer, "need", wish.need),
        *festival.where(Table, "room", initiative),
    )
    for row in sorted(about, key=lambda row: row.id):
        if row.need == wish.need:
            yield Put(replace(row, need=""))
