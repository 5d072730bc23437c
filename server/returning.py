"""Coming back on another device: a personal link that opens the door as the same person.

Somebody gets one such link, and the same one whenever they ask. It opens nothing while its person is out of the
festival. Its secret is derived like that of every other link, and stored nowhere.
"""

from rooms.kernel import Reason
from rooms.people import KeepReturnLink, Link, Person, Role
from server.founding import new_link
from server.hall import Hall
from server.identity import Identity
from server.links import link_address, opens
from server.register import Listed

RETURNING = (Role.PARTICIPANT, Role.LEAD)
"""Who can have a personal link; the links of all others are their way back."""


async def return_address(
    hall: Hall, identity: Identity, listed: Listed, public_url: str, person: Person
) -> tuple[str, Reason | None]:
    """The address of this person's link, made now if there is none that we can show; or why there is none."""
    old = kept_link(hall, person.id)
    if old is None or not opens(identity, listed, old):
        made = new_link(identity, listed.id, person.role, person.name)
        instead = old.id if old else ""
        wish = KeepReturnLink(id=made.id, person=person.id, fingerprint=made.fingerprint, instead=instead)
        refused = (await hall.wish(wish)).reason
        if refused not in (None, Reason.ALREADY):  # that there is one already: they asked twice at once
            return "", refused
        old = kept_link(hall, person.id)
    return (link_address(public_url, identity, listed, old), None) if old else ("", Reason.NOT_NOW)


def kept_link(hall: Hall, person: str) -> Link | None:
    """The link that brings this person back, when there is one."""
    return next((link for link in hall.replica.tables.where(Link, "person", person) if not link.revoked), None)


async def by_own_link(hall: Hall, link: Link) -> tuple[str, Reason | None]:
    """Who comes by a link of their own: somebody new the first time, and the same one ever after."""
    if not link.person:
        person, refused = await hall.admit(link.label, link.id)
        if refused is not Reason.GONE:
            return person, refused
        link = hall.replica.tables.get(Link, link.id) or link  # somebody was first, perhaps on another device
    return await brought_back(hall, link)


async def brought_back(hall: Hall, link: Link) -> tuple[str, Reason | None]:
    """Whom a personal link brings back; refuses with GONE while they are out of the festival."""
    person = await hall.person(link.person)
    able = person is not None and not person.removed and person.role is link.role
    return link.person, None if able else Reason.GONE
