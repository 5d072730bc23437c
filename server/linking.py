"""`festijn links`: every way into a festival; making links, and taking them back.

Besides links for a role there are links of one's own: each is for one participant (or a partner), who is the same
person on whatever device it is opened. With `personal_links = true` in the event file nobody comes in without one, and
one vote for each link then holds.
"""

import argparse
import csv
import os
from pathlib import Path

from rooms.people import NAME_LENGTH, OPERATOR, Link, MakeLink, RevokeLink, Role
from server.backup import refuse_existing
from server.founding import new_link
from server.hall import Hall
from server.links import link_address, named_links
from server.operator import Operator
from server.register import Listed
from server.settings import Unusable

NEW = {
    "facilitator": Role.FACILITATOR,
    "stage": Role.STAGE,
    "organiser": Role.ORGANISER,
    "partner": Role.PARTICIPANT,
    "personal": Role.PARTICIPANT,
}
"""What can be made, and the role it gives: a partner takes part as everybody does, by a link of their own."""
MOST = 2000


async def run_links(operator: Operator, asked: argparse.Namespace) -> None:
    """Make or take back links, and show every way in."""
    listed = await operator.which(asked.festival)
    if bool(asked.personal) != bool(asked.to):
        raise Unusable("--personal FILE and --to FILE go together: the names, and where their links are written.")
    async with operator.at(listed) as hall:
        if asked.personal:
            await personal(operator, hall, listed, asked.personal, asked.to)
            return
        if asked.new:
            made = await make(operator, hall, listed, NEW[asked.new], asked.label or asked.new)
            print(f"new {asked.new}: {link_address(operator.settings.public_url, operator.identity, listed, made)}")
        if asked.revoke:
            known = named_links(hall.replica.tables)
            if asked.revoke not in known:
                raise Unusable(f"there is no link {asked.revoke!r}; there are: {', '.join(known)}.")
            await hall.wish(RevokeLink(link=known[asked.revoke].id), OPERATOR)
    await operator.show_links(listed, qr=False)


async def make(operator: Operator, hall: Hall, listed: Listed, role: Role, label: str) -> Link:
    """A new link; raises Unusable when it can't be called so."""
    made = new_link(operator.identity, listed.id, role, label)
    wish = MakeLink(id=made.id, role=made.role, label=made.label, fingerprint=made.fingerprint)
    if (await hall.wish(wish, OPERATOR)).reason is not None:
        raise Unusable(f"the label {label!r} won't do; it should be one line of at most {NAME_LENGTH} signs.")
    return made


async def personal(operator: Operator, hall: Hall, listed: Listed, names: Path, to: Path) -> None:
    """A link of their own for each name in a file, written to another file that only its owner can read: each as soon
    as it is made, so that none gets lost when the rest can't be."""
    wanted = names_in(names)
    refuse_existing(to)
    with os.fdopen(os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(("name", "link"))
        for name in wanted:
            made = await make(operator, hall, listed, Role.PARTICIPANT, name)
            rows.writerow((name, link_address(operator.settings.public_url, operator.identity, listed, made)))
    print(f"{len(wanted)} links are in {to}. Give each to one person, and throw the file away.")


def names_in(path: Path) -> list[str]:
    """The names in a file, one on each line; raises Unusable, telling the line, when one won't do."""
    try:
        lines = [line.strip() for line in path.read_text(encoding="utf-8-sig").splitlines()]
    except (OSError, UnicodeDecodeError):
        raise Unusable(f"{path} can't be read; it should be a text file (UTF-8) with a name on each line.") from None
    for number, name in enumerate(lines, 1):
        if len(name) > NAME_LENGTH:
            raise Unusable(f"line {number} of {path} has {len(name)} signs; a name has {NAME_LENGTH} at most.")
    wanted = [name for name in lines if name]
    if not 0 < len(wanted) <= MOST:
        raise Unusable(f"{path} has {len(wanted)} names; it should have 1 to {MOST}, one on each line.")
    return wanted
