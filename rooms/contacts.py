"""How to reach each other: told only when both sides of an offer agree, for this one case, to these two people.

Who agrees keeps the words they agreed to. Who takes it back is no longer told of, at once; what the other had told
stays theirs, seen by nobody else. When the initiative takes its yes back, or the offer goes, both are forgotten.
"""

from enum import StrEnum

from msgspec.structs import replace

from rooms.agreements import agreed, no_longer
from rooms.kernel import Changes, Command, Days, Drop, Festival, Id, Moment, Put, Reason, Record, Text, require
from rooms.offers import Offer, Reply, ReplyToOffer, TakeBackOffer, reply_to_offer, take_back_offer
from rooms.people import Person, Role
from rooms.plans import words

CONTACT_LENGTH = 200
CONSENT_LENGTH = 600
CONTACT = "contact"
"""What sharing how to reach one is called in the book of agreements."""
SHARED_DAYS = 365
"""For how long two people have each other's contact here."""


class Side(StrEnum):
    """Of which side somebody is: who gives the help, or who asked for it."""

    GIVER = "giver"
    ASKER = "asker"


class Shared(Record, frozen=True):
    """How to reach somebody (`offer/side`), with the words they agreed to. `to` is who may see it, if both agree."""

    offer: str
    person: str
    name: str
    contact: str
    text: str
    at: Moment
    days: Days
    to: str = ""
    both: bool = False

    INDEXED = ("offer", "person")
    SECRET = True
    SECRET_PAST = True


class ShareContact(Command, frozen=True):
    """Agree that the other side may see how to reach one. `text` is what the screen said one agrees to."""

    offer: Id
    contact: Text
    text: Text


class StopSharing(Command, frozen=True):
    """Take that back: the other side no longer sees it."""

    offer: Id


def share_contact(festival: Festival, wish: ShareContact, by: Person, at: Moment) -> Changes:
    offer = festival.find(Offer, wish.offer)
    side = side_of(offer, by)
    contact, text = words(wish.contact, most=CONTACT_LENGTH), words(wish.text, most=CONSENT_LENGTH)
    before, other = (festival.get(Shared, f"{offer.id}/{one}") for one in (side, opposite(side)))

    require(offer.reply is Reply.YES, Reason.NOT_NOW)
    require(before is None or before.person == by.id, Reason.TAKEN)
    require(offer.person != "", Reason.GONE)
    yield from no_longer(festival, by.id, CONTACT, at, offer.id)
    given = Shared(
        id=f"{offer.id}/{side}",
        offer=offer.id,
        person=by.id,
        name=by.name,
        contact=contact,
        text=text,
        at=at,
        days=SHARED_DAYS,
        to=other.person if other else "",
        both=other is not None,
    )
    yield Put(given)
    yield Put(agreed(by, given, CONTACT, offer.id))
    if other is not None:
        yield Put(replace(other, to=by.id, both=True))


def stop_sharing(festival: Festival, wish: StopSharing, by: Person, at: Moment) -> Changes:
    """One side's contact goes; the other side's stays its own, seen by nobody else."""
    both = shared_about(festival, wish.offer)
    mine = [one for one in both if one.person == by.id]

    require(bool(mine), Reason.GONE)
    yield from no_longer(festival, by.id, CONTACT, at, wish.offer)
    for shared in both:
        yield Drop("Shared", shared.id) if shared in mine else Put(replace(shared, to="", both=False))


def reply(festival: Festival, wish: ReplyToOffer, by: Person, at: Moment) -> Changes:
    """Answer an offer; without a yes nobody needs to reach anybody."""
    yield from reply_to_offer(festival, wish, by, at)
    if wish.reply is not Reply.YES:
        yield from parted(festival, wish.offer, at)


def take_back(festival: Festival, wish: TakeBackOffer, by: Person, at: Moment) -> Changes:
    """An offer goes, and how these two reach each other with it."""
    yield from take_back_offer(festival, wish, by, at)
    yield from parted(festival, wish.offer, at)


def parted(festival: Festival, offer: str, at: Moment) -> Changes:
    """These two no longer see how to reach each other."""
    for shared in shared_about(festival, offer):
        yield Drop("Shared", shared.id)
        yield from no_longer(festival, shared.person, CONTACT, at, offer)


def shared_about(festival: Festival, offer: str) -> list[Shared]:
    """What is shared about an offer, in a fixed order."""
    return sorted(festival.where(Shared, "offer", offer), key=lambda one: one.id)


def side_of(offer: Offer, by: Person) -> Side:
    """On which side of an offer this person is; refuses with NOT_YOURS."""
    if by.id == offer.person:
        return Side.GIVER
    require(by.role is Role.LEAD and by.initiative == offer.initiative, Reason.NOT_YOURS)
    return Side.ASKER


def opposite(side: Side) -> Side:
    """The other side."""
    return Side.ASKER if side is Side.GIVER else Side.GIVER
