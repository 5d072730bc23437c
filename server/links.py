"""The links of a festival as an operator shows them: who comes in where, with a QR code for the join address."""

from rooms.initiative import About
from rooms.kernel import Tables
from rooms.people import Link, Role
from server.identity import Identity
from server.register import Listed

ORDER = [Role.FACILITATOR, Role.STAGE, Role.ORGANISER, Role.LEAD]


def link_address(public_url: str, identity: Identity, listed: Listed, link: Link) -> str:
    """The secret address of a link: its token stands behind the #, where no server or log sees it."""
    return f"{public_url}/{listed.code}/key#{identity.token(listed.id, link.id)}"


def shown_links(public_url: str, identity: Identity, listed: Listed, tables: Tables) -> list[tuple[str, str]]:
    """Label and address of every way in: the join address first, then the links that are not revoked."""
    links = [link for link in tables.all(Link) if not link.revoked]
    links.sort(key=lambda link: (ORDER.index(link.role), link.label))
    rows = [(f"lead {link.label}" if link.role is Role.LEAD else link.label, link) for link in links]
    return [("participants", f"{public_url}/{listed.code}")] + [
        (label, link_address(public_url, identity, listed, link)) for label, link in rows
    ]


def headline(tables: Tables, listed: Listed) -> str:
    """The festival in one line."""
    about = tables.get(About, "about")
    return f"{about.title if about else listed.title}   code {listed.code}"
