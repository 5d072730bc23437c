"""Keeping things no longer than was agreed: what somebody consented to for a time ends by itself when it is over."""

from msgspec.structs import replace

from rooms.contacts import Shared
from rooms.goodbye import BY_MAIL, Address, Consent
from rooms.kernel import Changes, Command, Drop, Festival, Moment, Put, Reason, require
from rooms.people import Person

DAY = 24 * 60 * 60 * 1000
"""Milliseconds."""


class Forget(Command, frozen=True):
    """Forget what is kept longer than was agreed."""


def over(kept: Consent | Shared, at: Moment) -> bool:
    """Whether its time is over."""
    return at >= kept.at + kept.days * DAY


def owed(festival: Festival, at: Moment) -> bool:
    """Whether there is anything to forget."""
    kept: list[Consent | Shared] = [*festival.all(Consent), *festival.all(Shared)]
    return any(over(one, at) for one in kept)


def forget(festival: Festival, wish: Forget, by: Person, at: Moment) -> Changes:
    consents = sorted(festival.all(Consent), key=lambda one: one.id)
    shared = sorted(festival.all(Shared), key=lambda one: one.id)
    needed = {one.person for one in consents if one.purpose in BY_MAIL and not over(one, at)}

    require(owed(festival, at), Reason.NOT_NOW)
    for consent in consents:
        if over(consent, at):
            yield Drop("Consent", consent.id)
    for address in sorted(festival.all(Address), key=lambda one: one.id):
        if address.id not in needed:
            yield Drop("Address", address.id)
    ended = {one.offer for one in shared if over(one, at)}
    for one in shared:
        if over(one, at):
            yield Drop("Shared", one.id)
        elif one.offer in ended:
            yield Put(replace(one, to="", both=False))
