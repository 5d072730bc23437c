"""Founding a festival: its tables from an event file, its links, its first entry, its line in the register.

A festival that was founded is never founded again; what it is called and holds changes by wishes only.
"""

import secrets

from msgspec.structs import replace

from rooms.festival import decide
from rooms.initiative import About, Initiative
from rooms.kernel import Record, Tables
from rooms.people import OPERATOR, Link, Role
from rooms.setup import SetUp
from server.identity import Identity, fingerprint
from server.journal import NOWHERE, Entry, Journal, Snapshot, new_mark
from server.register import Listed, Register, draw_code
from server.words import sayer


class CodeTakenError(Exception):
    """The join code is another festival's."""


LINKS = {Role.FACILITATOR: 2, Role.STAGE: 1, Role.ORGANISER: 1}
"""How many links a new festival has for each role; every initiative's leads get one as well."""


def new_link(identity: Identity, festival: str, role: Role, label: str, initiative: str = "") -> Link:
    """A link with a token of its own."""
    row = secrets.token_urlsafe(12)
    token = identity.token(festival, row)
    return Link(
        id=row,
        role=role,
        label=label,
        fingerprint=fingerprint(token),
        initiative=initiative,
        personal=role is Role.PARTICIPANT,
    )


def first_links(identity: Identity, festival: str, records: tuple[Record, ...]) -> list[Link]:
    """The links every new festival has."""
    about = next(record for record in records if isinstance(record, About))
    say = sayer(about.language)
    called = {
        Role.FACILITATOR: say("desk-role-facilitator"),
        Role.STAGE: say("desk-role-stage"),
        Role.ORGANISER: say("desk-role-organiser"),
    }
    links = [
        new_link(identity, festival, role, f"{called[role]} {number}" if count > 1 else called[role])
        for role, count in LINKS.items()
        for number in range(1, count + 1)
    ]
    cases = [record for record in records if isinstance(record, Initiative)]
    return links + [new_link(identity, festival, Role.LEAD, case.name, case.id) for case in cases]


async def found(url: str, register: Register, identity: Identity, records: tuple[Record, ...]) -> Listed:
    """Found a festival of these records; raises CodeTakenError when the join code they name is another's.

    The journal comes first: what the register lists can always be opened.
    """
    festival = secrets.token_hex(6)
    about = next(record for record in records if isinstance(record, About))
    about = replace(about, code=about.code or draw_code())
    if await register.find(about.code):
        raise CodeTakenError(about.code)
    others = [record for record in records if not isinstance(record, About)]
    await _begin_journal(url, festival, (about, *others, *first_links(identity, festival, records)))
    listed = Listed(festival, about.code, about.title, about.date, about.retention_days, about.language)
    if not await register.add(listed):
        raise CodeTakenError(about.code)
    return listed


async def _begin_journal(url: str, festival: str, records: tuple[Record, ...]) -> None:
    """Entry 1: a snapshot of all records."""
    tables = Tables()
    tables.apply(decide(tables, SetUp(records=records), OPERATOR, 0))
    journal = Journal(url, festival)
    await journal.connect()
    try:
        snapshot = Snapshot(tables.records(), past={})
        await journal.append(NOWHERE, Entry(1, 1, new_mark(), after="", snapshot=snapshot))
    finally:
        await journal.close()
