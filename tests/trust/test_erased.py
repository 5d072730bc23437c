"""Somebody who asks to be forgotten is forgotten: unique words in everything that is personal are looked for in every
file of the store, in snapshots, exports, a new back-up and the log, before and after; and after an older back-up was
put back once more.

Two workers, a store of their own, and the most talkative log there is.
"""

import asyncio
import secrets
import time
from pathlib import Path
from typing import Any

import httpx
import pytest
from redis.asyncio import Redis

from server.settings import socket_path
from tests.festijn import WHOLE_DAY
from tests.journeys.house import House
from tests.phone import Phone, connected
from tests.trust.chaos.forgetting import rewritten
from tests.trust.test_secret_votes import entries, kept_in

WITHIN = 60.0
"""Seconds in which all of it must be gone."""
BOARD = "kunstpost"
NAMES = ("name", "renamed", "behalf", "email", "contact", "agreed", "sharing")
"""What goes in any case; the other words go where that is wished."""


class Canary:
    """Somebody who leaves a word that is nowhere else in every personal field there is."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}

    def word(self, field: str) -> str:
        """The word that was put in this field."""
        return self.words.setdefault(field, f"{field}{secrets.token_hex(6)}")

    def wanted(self, keep: bool) -> dict[str, bytes]:
        """What must be nowhere any more. Their id stands in the note that somebody was erased, and nowhere else: that
        is looked after by law 5 (`tests/laws.py`)."""
        return {field: word.encode() for field, word in self.words.items() if not keep or field in NAMES}


def found(wanted: dict[str, bytes], *directories: Path) -> set[tuple[str, str]]:
    """Which of these words are in which files."""
    return {(name, field) for name, words in kept_in(*directories) for field, word in wanted.items() if word in words}


async def granted(phone: Phone, command: str, /, **fields: Any) -> str:
    """Have a wish granted; gives the id of what was made, if anything."""
    row = {"id": secrets.token_urlsafe(12)} if command in MAKES else {}
    answer = await phone.wish(command, **row, **fields)
    assert "ok" in answer, (command, answer)
    return row.get("id", "")


MAKES = {"PostNote", "MakePledge", "MakeOffer", "WriteLetter", "JoinGroup", "OpenGroup", "Propose", "AddMilestone"}


async def everything(who: Phone, lead: Phone, facilitator: Phone, canary: Canary) -> None:
    """Somebody takes part in all there is."""
    word = canary.word
    need = next(row["id"] for row in lead.rows("Need").values() if row["initiative"] == BOARD)
    await granted(who, "Rename", name=word("renamed"))
    for kind in ("tip", "top", "contact", "question", "impact"):
        await granted(who, "PostNote", board=BOARD, kind=kind, text=word(f"note-{kind}"))
    await granted(who, "MakePledge", initiative=BOARD, what=word("pledge"), when=word("when"))
    offer = await granted(who, "MakeOffer", need=need, how="can", what=word("offer"), behalf=word("behalf"))
    await granted(lead, "ReplyToOffer", offer=offer, reply="yes", was="none")
    await granted(who, "ShareContact", offer=offer, contact=word("contact"), text=word("sharing"))
    await granted(who, "SayGoodbye", will_do=word("goodbye"), was="")
    await granted(who, "Agree", purpose="report", text=word("agreed"), email=f"{word('email')}@example.org")
    await granted(who, "WriteLetter", initiative=BOARD, kind="chance", text=word("letter"))
    group = await granted(lead, "OpenGroup", initiative=BOARD, product="method", title="Samen")
    await granted(who, "JoinGroup", group=group, brings=word("brings"))
    await granted(lead, "AddMilestone", initiative=BOARD, what="Een keuken", who=word("renamed"))
    await granted(facilitator, "SetMarket", open=True)
    await granted(who, "Propose", title=word("title"))
    await granted(who, "MoveTo", room=BOARD)
    await granted(who, "CallForHelp", wanted=True)


async def erased(house: House, phone: Phone, keep: bool) -> float:
    """Ask to be forgotten, as a browser does; gives the moment."""
    form = {"words": "keep" if keep else "drop", "sure": "yes"}
    async with httpx.AsyncClient(base_url=house.base, headers={"Cookie": phone.cookie}) as http:
        assert (await http.post(f"/{house.code}/mydata/erase", data=form)).status_code == 200
    return time.monotonic()


async def gone(wanted: dict[str, bytes], house: House, since: float) -> float:
    """Wait until no file of the store has any of it; gives how long that took (s)."""
    while left := found(wanted, house.data_dir):
        assert time.monotonic() - since < WITHIN, left
        await asyncio.sleep(0.2)
    return time.monotonic() - since


@pytest.mark.parametrize("keep", [False, True])
async def test_of_who_was_forgotten_nothing_is_left_anywhere(keep: bool, tmp_path: Path) -> None:
    house, older, outside = House(tmp_path / "data", event=WHOLE_DAY), tmp_path / "older", tmp_path / "outside"
    house.chosen |= {"LOG_LEVEL": "debug", "ERASURES": str(tmp_path / "erasures")}
    await house.start()
    redis = Redis.from_url(f"unix://{socket_path(house.data_dir)}")
    canary, url = Canary(), f"unix://{socket_path(house.data_dir)}"
    try:
        await redis.config_set("rdbcompression", "no")  # so that a search finds what is there
        lead = await Phone.by_link(next(link for label, link in house.links.items() if "KunstPost" in label))
        facilitator = await Phone.by_link(house.links["facilitator 1"])
        who = await Phone.come_in(house.base, house.code, canary.word("name"))
        async with connected(lead, facilitator, who):
            person = who.you["id"]
            await everything(who, lead, facilitator, canary)
            await asyncio.to_thread(house.command, "backup", "--to", str(older))
            await rewritten(redis)
            every = canary.wanted(keep=False)
            there = {field for _, field in found(every, house.data_dir)}
            assert there == every.keys(), "each word is found while it is there"

            took = await gone(canary.wanted(keep), house, await erased(house, who, keep))
            assert ("bye", {"why": "erased"}) in who.heard
            wanted = canary.wanted(keep)
            for phone in (lead, facilitator):
                assert not [word for word in wanted.values() if word.decode() in repr(phone.layers)]
        kept = await entries(url)
        await asyncio.to_thread(house.export, outside)
        await asyncio.to_thread(house.command, "backup", "--to", str(outside / "backup"))
        back = time.monotonic()
        await asyncio.to_thread(house.command, "restore", "--from", str(older), "--yes")
        again = await gone(wanted, house, back)
        assert not [word for word in wanted.values() for entry in await entries(url) if word.decode() in repr(entry)]
    finally:
        await redis.aclose()
        await house.close()
    print(f" gone after {took:.1f} s, and {again:.1f} s after an older back-up was put back", end=" ")
    assert not found(wanted, house.data_dir, outside)
    assert not [word for word in wanted.values() for entry in kept if word.decode() in repr(entry)]
    assert not [line for line in house.said for word in every.values() if word.decode() in line]
    assert person in (tmp_path / "erasures").read_text()
