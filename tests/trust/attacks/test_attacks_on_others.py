"""Taking what is another's: their rights, their words, their vote, their link."""

import time
from pathlib import Path
from typing import Any

import msgspec
import pytest

from rooms.ballot import OpenBallot, Vote
from rooms.board import Note
from rooms.festival import PHONE_COMMANDS, RULES
from rooms.kernel import Command, Record
from rooms.people import Person, Role
from server.embedded import Store
from tests.door import DEVICE
from tests.festijn import Raw, founded, links, working
from tests.phone import Phone, connected, cookie_of
from tests.rooms import every
from tests.site import Site

FORBIDDEN = [
    wish
    for wishes in every.WISHES.values()
    for wish in wishes
    if type(wish) in PHONE_COMMANDS and Role.PARTICIPANT not in RULES[type(wish)][1]
]
GONE_WITHIN = 2.0
"""Seconds."""


def words_of(records: list[Record]) -> list[Record]:
    """All that is kept, but for who came in."""
    return sorted((row for row in records if not isinstance(row, Person)), key=repr)


def fields(wish: Command) -> dict[str, Any]:
    told = msgspec.to_builtins(wish)
    return {name: value for name, value in told.items() if name != "type"}


async def test_a_guest_wishes_all_that_others_may_and_nothing_changes(site: Site) -> None:
    tables = (await site.hall()).replica.tables
    phones = [await Phone.come_in(site.server.base, site.listed.code, "Mallory") for _ in range(2)]
    before = words_of(tables.records())
    assert len(FORBIDDEN) > 30
    async with connected(*phones):
        for number, wish in enumerate(FORBIDDEN):
            answer = await phones[number % 2].wish(type(wish).__name__, **fields(wish))
            assert answer.get("reason") == "not_allowed", (wish, answer)
    assert words_of(tables.records()) == before


async def test_what_is_anothers_stays_as_it_was(site: Site) -> None:
    tables = (await site.hall()).replica.tables
    ann, mallory = [await Phone.come_in(site.server.base, site.listed.code, name) for name in ("Ann", "Mallory")]
    async with connected(ann, mallory):
        note = await ann.post("kunstpost", "Van mij")
        contact = await ann.post("kunstpost", "Bel mijn zus", kind="contact")
        before = tables.find(Note, note), tables.find(Note, contact)
        for target in (note, contact, "nowhere000000000"):  # the same word for all: she learns not which are there
            for kind, more in (("TakeBackNote", {}), ("ImproveNote", {"text": "Van ons", "was": "Van mij"})):
                assert (await mallory.wish(kind, note=target, **more)).get("reason") == "gone"
        assert "ok" not in await mallory.wish("BackNote", note=contact, backed=True)
        assert (tables.find(Note, note), tables.find(Note, contact)) == before
        await mallory.look("kunstpost")
        await mallory.until(lambda: note in mallory.rows("Note"))
        assert contact not in mallory.rows("Note")


@pytest.mark.parametrize(
    "extra", [{"role": "facilitator"}, {"person": "x"}, {"author": "x"}, {"__proto__": {"x": 1}}, {"constructor": {}}]
)
async def test_a_field_too_many_is_not_understood(site: Site, extra: dict[str, Any]) -> None:
    phone = await Phone.come_in(site.server.base, site.listed.code, "Mallory")
    async with connected(phone):
        note = {"id": "n" * 16, "board": "kunstpost", "kind": "tip", "text": "A tip"}
        assert (await phone.wish("PostNote", **note, **extra)).get("reason") == "not_understood"


async def test_who_came_by_a_link_that_is_taken_back_is_gone_within_two_seconds(store: Store, tmp_path: Path) -> None:
    listed = await founded(store.url)
    async with working(store.url, tmp_path, processes=2, workers=2) as (here, there):
        ways = await links(store.url, listed, there.base)
        mallory = await Phone.by_link(ways["facilitator 1"])
        otto = await Phone.by_link(ways["organiser"].replace(there.base, here.base))
        async with connected(otto):
            raw = await Raw.connect(there.base, mallory.cookie, {"code": listed.code, "role": "facilitator"})
            await raw.say("enter", {"places": {}})
            await raw.heard("numbers")
            began = time.monotonic()
            for link in [row["id"] for row in otto.rows("Link").values() if row["role"] == "facilitator"]:
                assert "ok" in await otto.wish("RevokeLink", link=link)
            assert (await raw.heard("bye", GONE_WITHIN))["why"] == "removed"
            await raw.line.wait_closed()
            took = time.monotonic() - began
        assert took < GONE_WITHIN
        print(f"report: gone after a link was taken back, s: {took:.3f}")
        again = await Raw.connect(there.base, mallory.cookie, {"code": listed.code, "role": "facilitator"})
        assert await again.refusal() == "who"


async def test_a_vote_that_is_sent_again_counts_once(site: Site) -> None:
    hall = await site.hall()
    await site.by_link("facilitator 1")
    (fee,) = [one for one in hall.replica.tables.all(Person) if one.role is Role.FACILITATOR]
    assert (await hall.wish(OpenBallot(ballot="publieksprijs"), fee)).ok
    raw = await Raw.connect(
        site.server.base, cookie_of(await site.guest()), {"code": site.listed.code, "role": "participant"}
    )
    await raw.say("enter", {"places": {}})
    await raw.heard("numbers")

    async def vote(seq: int, choice: str) -> dict[str, Any]:
        command = {"type": "CastVote", "prize": "spreekuur", "choice": choice}
        await raw.say("submit", {"ref": f"{DEVICE}.{seq}", "low": 1, "seen": 0, "command": command})
        answer: dict[str, Any] = await raw.heard("answer")
        return answer

    first = await vote(1, "kunstpost")
    assert await vote(1, "kunstpost") == first
    assert await vote(1, "buurtmaaltijden") == first
    (counted,) = hall.replica.tables.all(Vote)
    assert counted.choice == "kunstpost"
    assert "ok" in await vote(2, "buurtmaaltijden")
    assert [one.choice for one in hall.replica.tables.all(Vote)] == ["buurtmaaltijden"]
    await raw.line.close()
