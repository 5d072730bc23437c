"""Keeping things no longer than was agreed: what is kept for a time only ends by itself when that time is over.

A name is kept for as many days after the festival as its card says; of who came in later, after that. Whoever agreed
to something that lasts longer, such as being written to for a year, is known for as long as that. Then they are
erased: what they wrote stays, without their name.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from rooms.agreements import KEPT_DAYS, Agreement, no_longer
from rooms.contacts import CONTACT, Shared, StopSharing, shared_about, stop_sharing
from rooms.erasing import Erased, erased
from rooms.goodbye import BY_MAIL, Address, Consent, Disagree, Purpose, disagree
from rooms.initiative import About
from rooms.kernel import Change, Changes, Command, Draft, Drop, Festival, Moment, Put, Reason, Record, require
from rooms.people import Link, Person

DAY = 24 * 60 * 60 * 1000
"""Milliseconds."""
ERASED_DAYS = 400
"""For how long it is kept that somebody was erased: longer than anybody should keep a back-up."""
AT_ONCE = 100
"""People who are forgotten with one entry of the journal."""

Timed = Consent | Shared


class Forget(Command, frozen=True):
    """Forget what is kept longer than was agreed."""


def ends(kept: Timed) -> Moment:
    """When the time of something agreed to is over."""
    return kept.at + kept.days * DAY


def over(kept: Timed, at: Moment) -> bool:
    """Whether its time is over."""
    return at >= ends(kept)


def day_number(iso: str) -> int:
    """How many days after 1 January 1970 a day (YYYY-MM-DD) is. The rules know no calendar but this: years are counted
    from March, so that a leap day is the last of its year."""
    year, month, day = map(int, iso.split("-"))
    year, month = (year, month - 3) if month > 2 else (year - 1, month + 9)
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month + 2) // 5 + day - 719_469


def festival_ends(about: About | None) -> Moment:
    """The end of the festival's day; 0 when it has none."""
    if about is None or not about.date:
        return 0
    return (day_number(about.date) + 1) * DAY


def names_end(about: About | None, came: Moment) -> Moment:
    """Until when the name is kept of who came in at this moment and agreed to nothing that lasts longer."""
    return max(festival_ends(about), came) + (about.retention_days if about else 0) * DAY


def known_until(festival: Festival, person: Person) -> Moment:
    """Until when this person's name is kept."""
    kept: list[Timed] = [*festival.where(Consent, "person", person.id), *festival.where(Shared, "person", person.id)]
    return max([names_end(festival.get(About, "about"), person.at), *map(ends, kept)])


def unknown_by_now(festival: Festival, at: Moment) -> Iterator[Person]:
    """Whose name is to be forgotten. Nobody's is before the first could be."""
    about = festival.get(About, "about")
    if about is None or at < names_end(about, 0):
        return
    for person in sorted(festival.all(Person), key=lambda one: one.id):
        if person.at and at >= known_until(festival, person):
            yield person


def old_pages(festival: Festival, at: Moment) -> list[Agreement | Erased | Link]:
    """What was kept to show what was done, for long enough; and links of one's own by which nobody came: they may be
    called after somebody."""
    about = festival.get(About, "about")
    unused = [one for one in festival.all(Link) if one.personal and not one.person and at >= names_end(about, one.at)]
    book = [one for one in festival.all(Agreement) if one.ended and at >= one.ended + KEPT_DAYS * DAY]
    gone = [one for one in festival.all(Erased) if at >= one.at + ERASED_DAYS * DAY]
    return sorted([*book, *gone, *unused], key=lambda one: one.id)


def owed(festival: Festival, at: Moment) -> bool:
    """Whether there is anything to forget."""
    kept: list[Timed] = [*festival.all(Consent), *festival.all(Shared)]
    if any(over(one, at) for one in kept) or old_pages(festival, at):
        return True
    return next(unknown_by_now(festival, at), None) is not None


def forget(festival: Festival, wish: Forget, by: Person, at: Moment) -> Changes:
    require(owed(festival, at), Reason.NOT_NOW)
    draft = Draft(festival)
    for part in (consents_over, contacts_over, pages_over, people_over):
        changes: list[Change] = [*part(draft, at)]
        draft.apply(changes)
        yield from changes


def consents_over(festival: Festival, at: Moment) -> Changes:
    """Consents whose time is over, and the addresses that nothing needs any more."""
    consents = sorted(festival.all(Consent), key=lambda one: one.id)
    needed = {one.person for one in consents if one.purpose in BY_MAIL and not over(one, at)}
    for consent in consents:
        if over(consent, at):
            yield Drop("Consent", consent.id)
            yield from no_longer(festival, consent.person, consent.purpose, at)
    for address in sorted(festival.all(Address), key=lambda one: one.id):
        if address.id not in needed:
            yield Drop("Address", address.id)


def contacts_over(festival: Festival, at: Moment) -> Changes:
    """How to reach somebody, whose time is over; the other side's stays its own."""
    shared = sorted(festival.all(Shared), key=lambda one: one.id)
    ended = {one.offer for one in shared if over(one, at)}
    for one in shared:
        if over(one, at):
            yield Drop("Shared", one.id)
            yield from no_longer(festival, one.person, CONTACT, at, one.offer)
        elif one.offer in ended:
            yield Put(replace(one, to="", both=False))


def pages_over(festival: Festival, at: Moment) -> Changes:
    for page in old_pages(festival, at):
        yield Drop(type(page).__name__, page.id)


def end_again(festival: Festival, since: Festival) -> list[Change]:
    """What makes a festival as it was earlier end what people agreed to and took back since, as far as it has that.
    What they agreed to anew holds, in its newer words."""
    draft, changes = Draft(festival), list[Change]()
    for row in sorted(since.all(Agreement), key=lambda row: row.id):
        there, by = draft.get(Agreement, row.id), draft.get(Person, row.person)
        if there is None or by is None or there.ended or not row.ended:
            continue
        these = [*(renewed(draft, since, row) or ended_again(draft, row, by))]
        draft.apply(these)
        changes += these
    return changes


def ended_again(festival: Festival, row: Agreement, by: Person) -> Changes:
    """They take back once more what they agreed to."""
    if row.what == CONTACT:
        return stop_sharing(festival, StopSharing(offer=row.about), by, row.ended)
    return disagree(festival, Disagree(purpose=Purpose(row.what)), by, row.ended)


def renewed(festival: Festival, since: Festival, row: Agreement) -> list[Change]:
    """What they agreed to instead and still do, with the address or the contact they gave then; nothing if they do
    not."""
    held = (row.what, row.about, 0)
    anew = [one for one in since.where(Agreement, "person", row.person) if (one.what, one.about, one.ended) == held]
    return [Put(row), *map(Put, anew), *map(Put, given_anew(festival, since, row))] if anew else []


def given_anew(festival: Festival, since: Festival, row: Agreement) -> list[Record]:
    """What the festival keeps while that holds."""
    if row.what == CONTACT:
        before = {one.id: one for one in shared_about(festival, row.about) if one.person == row.person}
        now = [one for one in shared_about(since, row.about) if one.id in before]
        return [replace(one, to=before[one.id].to, both=before[one.id].both) for one in now]
    address = since.get(Address, row.person) if row.what in BY_MAIL else None
    return [one for one in (since.get(Consent, f"{row.person}/{row.what}"), address) if one is not None]


def people_over(festival: Festival, at: Moment) -> Changes:
    """The people whose names have been kept for long enough; not too many at once."""
    draft = Draft(festival)
    for _, person in zip(range(AT_ONCE), [*unknown_by_now(festival, at)], strict=False):
        changes = [*erased(draft, person, True, at)]
        draft.apply(changes)
        yield from changes
