"""The goodbye: what somebody will do, and whether they want to hear what came of it. All of it is optional.

Each thing people agree to is a record of its own, with the words they agreed to, for how long, and since when. Taking
it back drops the record, and an address that nothing needs any more goes with it.
"""

import re
from enum import StrEnum

from rooms.agreements import agreed, no_longer
from rooms.kernel import Changes, Command, Days, Drop, Festival, Moment, Put, Reason, Record, Text, require, tidy
from rooms.people import Person
from rooms.plans import unchanged, words

WILL_DO_LENGTH = 300
CONSENT_LENGTH = 600
ADDRESS_LENGTH = 254
ADDRESS = re.compile(r"[^@\s<>,;:()\"\[\]\\]{1,64}@[^@\s<>,;:()\"\[\]\\]+\.[^@\s<>,;:()\"\[\]\\.]{2,}")


class Purpose(StrEnum):
    """What somebody agrees to: the report by e-mail; to be in the community for a year; to be named with what they
    wrote where everybody can read it."""

    REPORT = "report"
    COMMUNITY = "community"
    NAMED = "named"


DAYS = {Purpose.REPORT: 90, Purpose.COMMUNITY: 365, Purpose.NAMED: 365}
"""For how long each is kept."""
BY_MAIL = (Purpose.REPORT, Purpose.COMMUNITY)
"""What needs an address."""


class Farewell(Record, frozen=True):
    """What somebody says they will do. It bears the person's id."""

    name: str
    will_do: str
    at: Moment


class Consent(Record, frozen=True):
    """What somebody agreed to (`person/purpose`): the words they saw, when, and for how many days."""

    person: str
    purpose: Purpose
    text: str
    days: Days
    at: Moment

    INDEXED = ("person",)
    SECRET = True


class Address(Record, frozen=True):
    """Where somebody can be written to, as long as a consent needs it. It bears the person's id."""

    email: str

    SECRET = True
    SECRET_PAST = True


class SayGoodbye(Command, frozen=True):
    """Say what one will do; "" takes it back. `was` is what one said before."""

    will_do: Text
    was: Text


class Agree(Command, frozen=True):
    """Agree to something. `text` is what the screen said one agrees to; `email` is "" where no mail comes of it."""

    purpose: Purpose
    text: Text
    email: Text = ""


class Disagree(Command, frozen=True):
    """Take one's consent back."""

    purpose: Purpose


def say_goodbye(festival: Festival, wish: SayGoodbye, by: Person, at: Moment) -> Changes:
    before = festival.get(Farewell, by.id)
    will_do = words(wish.will_do, least=0, most=WILL_DO_LENGTH)
    unchanged(before.will_do if before else "", wish.was)
    if will_do:
        yield Put(Farewell(id=by.id, name=by.name, will_do=will_do, at=at))
    elif before:
        yield Drop("Farewell", by.id)


def agree(festival: Festival, wish: Agree, by: Person, at: Moment) -> Changes:
    email = tidy(wish.email)
    text = words(wish.text, most=CONSENT_LENGTH)

    fitting = len(email) <= ADDRESS_LENGTH and ADDRESS.fullmatch(email) is not None

    require(fitting if wish.purpose in BY_MAIL else not email, Reason.NOT_AN_ADDRESS)
    row = f"{by.id}/{wish.purpose}"
    yield from no_longer(festival, by.id, wish.purpose, at)
    given = Consent(id=row, person=by.id, purpose=wish.purpose, text=text, days=DAYS[wish.purpose], at=at)
    yield Put(given)
    yield Put(agreed(by, given, wish.purpose))
    if email:
        yield Put(Address(id=by.id, email=email))


def disagree(festival: Festival, wish: Disagree, by: Person, at: Moment) -> Changes:
    given = festival.where(Consent, "person", by.id)
    require(any(one.purpose is wish.purpose for one in given), Reason.GONE)
    yield Drop("Consent", f"{by.id}/{wish.purpose}")
    yield from no_longer(festival, by.id, wish.purpose, at)
    others = [one for one in given if one.purpose is not wish.purpose]
    if festival.get(Address, by.id) is not None and not any(one.purpose in BY_MAIL for one in others):
        yield Drop("Address", by.id)


def named(festival: Festival, person: str) -> Consent | None:
    """That this person agreed to be named with what they wrote, where everybody can read it."""
    return festival.get(Consent, f"{person}/{Purpose.NAMED}")
