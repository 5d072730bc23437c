"""The links of a festival as an operator shows them: who comes in where, with a QR code for the join address."""

from rooms.initiative import About
from rooms.kernel import Tables
from rooms.people import Link, Role
from server.identity import Identity, fingerprint
from server.register import Listed

NO_LONGER_SHOWN = "(made with another SECRET_KEY: it still opens, but we can't show it; make a new one)"
ORDER = [Role.FACILITATOR, Role.STAGE, Role.ORGANISER, Role.LEAD, Role.PARTICIPANT]


def link_address(public_url: str, identity: Identity, listed: Listed, link: Link) -> str:
    """The secret address of a link: its token stands behind the #, where no server or log sees it."""
    return f"{public_url}/{listed.code}/key#{identity.token(listed.id, link.id)}"


def opens(identity: Identity, listed: Listed, link: Link) -> bool:
    """Whether we can still tell this link's secret: it was derived from another key before SECRET_KEY changed."""
    return fingerprint(identity.token(listed.id, link.id)) == link.fingerprint


def link_with(tables: Tables, token: str) -> Link | None:
    """The link that has this secret."""
    return next(iter(tables.where(Link, "fingerprint", fingerprint(token))), None)


def named_links(tables: Tables) -> dict[str, Link]:
    """The links that are not revoked, by what an operator calls them: "stage", "facilitator 2", "lead KunstPost"."""
    named: dict[str, Link] = {}
    for role in ORDER:
        handed_out = [link for link in tables.all(Link) if link.role is role and (link.personal or not link.person)]
        of_role = sorted(handed_out, key=lambda link: (link.at, link.label))
        for number, link in enumerate(of_role, 1):
            told = f"{number} {link.label}" if link.personal else link.label if role is Role.LEAD else str(number)
            called = "personal" if link.personal else str(role)
            named[f"{called} {told}" if len(of_role) > 1 else called] = link
    return {name: link for name, link in named.items() if not link.revoked}


def shown_links(public_url: str, identity: Identity, listed: Listed, tables: Tables) -> list[tuple[str, str]]:
    """Name and address of every way in: the join address first, then the links that are not revoked."""
    addresses = {
        name: link_address(public_url, identity, listed, link) if opens(identity, listed, link) else NO_LONGER_SHOWN
        for name, link in named_links(tables).items()
    }
    return [("participants", f"{public_url}/{listed.code}"), *addresses.items()]


def headline(tables: Tables, listed: Listed) -> str:
    """The festival in one line."""
    about = tables.get(About, "about")
    return f"{about.title if about else listed.title}   code {listed.code}"
