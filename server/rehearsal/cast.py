"""Who leads a rehearsal: two facilitators, and the leads of each initiative, each by a link of the festival itself."""

from typing import NamedTuple

from rooms.initiative import About
from rooms.kernel import Tables
from rooms.people import Link, Role
from server.identity import Identity
from server.links import named_links, opens
from server.register import Listed
from server.settings import Unusable

HOSTS = 2


class Key(NamedTuple):
    """A secret link: as what one comes in by it, and its token."""

    role: Role
    token: str


def keys_of(identity: Identity, listed: Listed, tables: Tables) -> list[Key]:
    """The links by which the cast comes in. Raises Unusable for a festival that is no rehearsal, or has no facilitator.

    A real festival must never be filled with made-up people and words.
    """
    about = tables.get(About, "about")
    if about is None or not about.rehearsal:
        raise Unusable(
            f"{listed.code} ({listed.title}) is no rehearsal, so nobody made-up comes there; "
            "found one to practise with: festijn load FILE --rehearsal"
        )
    links = [link for link in named_links(tables).values() if opens(identity, listed, link)]
    hosts = [link for link in links if link.role is Role.FACILITATOR][:HOSTS]
    if not hosts:
        raise Unusable(f"{listed.code} has no facilitator link that opens; make one: festijn links --new facilitator")
    leads = [link for link in links if link.role is Role.LEAD]
    return [key_of(identity, listed, link) for link in (*hosts, *leads)]


def key_of(identity: Identity, listed: Listed, link: Link) -> Key:
    """The link with its secret."""
    return Key(link.role, identity.token(listed.id, link.id))
