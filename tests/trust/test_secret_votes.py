"""After a ballot is closed, nothing that is kept tells who chose what: no file of the store, no snapshot, no export, no
back-up and no line of a log, however much the server was told to log.

Twelve people vote in a whole Festijn, some twice. Their votes are looked for while the ballot is open too, so that we
know that they would be found.
"""

import asyncio
import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from redis.asyncio import Redis

from rooms.kernel import Record
from server.journal import Entry, Journal
from server.register import Register
from server.settings import socket_path
from tests.festijn import eventually
from tests.journeys.house import House
from tests.journeys.voters import hall_of
from tests.phone import Phone, connected
from tests.trust.chaos.forgetting import rewritten

VOTERS = 12
CALLED = "Zwijger"
"""What all of them are called, with a number."""
FORGETS_WITHIN = 40.0
"""Seconds: the processes make the store forget by themselves, and may have to try twice."""


class Planted:
    """Who chose what, and the words that would tell it."""

    def __init__(self) -> None:
        self.choices: dict[str, set[str]] = {}
        self.rows: set[str] = set()

    def vote(self, phone: Phone, prize: str, choice: str) -> None:
        """Somebody chose this."""
        self.choices.setdefault(phone.you["id"], set()).add(choice)
        self.rows.add(f"{prize}/{phone.you['id']}")

    def told_by(self, words: bytes) -> set[str]:
        """The rows of votes that are in these bytes, and that somebody voted at all."""
        return {row for row in {*self.rows, "CastVote"} if row.encode() in words}

    def told_in(self, line: str) -> bool:
        """Whether this line has a voter and what they chose."""
        return any(voter in line and any(choice in line for choice in chose) for voter, chose in self.choices.items())


def contents(words: bytes) -> Iterator[bytes]:
    """These bytes, and what is packed in them: in an archive or a spreadsheet, or in the streams of a PDF."""
    yield words
    if words.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(words)) as archive:
            for name in archive.namelist():
                yield from contents(archive.read(name))
    if words.startswith(b"%PDF"):
        for part in words.split(b"stream\n")[1:]:
            try:
                yield zlib.decompressobj().decompress(part)
            except zlib.error:
                continue


def kept_in(*directories: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of these directories by its name, unpacked."""
    for directory in directories:
        for file in sorted(directory.rglob("*")):
            if file.is_file():
                for words in contents(file.read_bytes()):
                    yield file.name, words


async def everybody_votes(phones: list[Phone], choices: list[str], prize: str) -> Planted:
    """Each votes; each third one chooses another instead."""
    planted = Planted()
    for at, phone in enumerate(phones):
        for choice in (choices[at % 2], choices[(at + 1) % 2])[: 2 if at % 3 == 0 else 1]:
            assert "ok" in await phone.wish("CastVote", prize=prize, choice=choice)
            planted.vote(phone, prize, choice)
    return planted


async def entries(url: str) -> list[Entry]:
    """All that the journal holds."""
    register = Register(url)
    (listed,) = await register.all()
    journal = Journal(url, listed.id)
    await journal.connect()
    try:
        return await journal.after(0)
    finally:
        await journal.close()
        await register.close()


def records_of(kept: list[Entry]) -> Iterator[Record]:
    """Every record in snapshots."""
    for entry in kept:
        if entry.snapshot is not None:
            yield from entry.snapshot.records


async def test_after_closing_nothing_that_is_kept_tells_who_chose_what(tmp_path: Path) -> None:
    house, outside = House(tmp_path / "data"), tmp_path / "outside"
    house.chosen["LOG_LEVEL"] = "debug"
    await house.start()
    url = f"unix://{socket_path(house.data_dir)}"
    redis = Redis.from_url(url)
    try:
        await redis.config_set("rdbcompression", "no")  # so that a search finds what is there
        facilitator = await Phone.by_link(house.links["facilitator 1"])
        async with connected(facilitator), hall_of(VOTERS, house.base, house.code, CALLED) as phones:
            planted = await the_vote(facilitator, phones)
            await rewritten(redis)
            while_open = {row for _, words in kept_in(house.data_dir) for row in planted.told_by(words)}
            assert planted.rows <= while_open

            assert "ok" in await facilitator.wish("CloseBallot", ballot="publieksprijs")
            await eventually(lambda: not told(planted, house.data_dir), within=FORGETS_WITHIN)
            assert "ok" in await reveal(facilitator)
        kept = await entries(url)
        await asyncio.to_thread(house.export, outside)
        await asyncio.to_thread(house.command, "backup", "--to", str(outside / "backup"))
        slow = await redis.slowlog_get(-1)
    finally:
        await redis.aclose()
        await house.close()
    assert told(planted, house.data_dir, outside) == {}
    assert not [line for line in house.said if planted.told_in(line) or planted.told_by(line.encode())]
    assert not [record for record in records_of(kept) if planted.told_in(repr(record))]
    assert not [one for one in slow if planted.told_by(repr(one).encode())]
    exported = {name: words for name, words in kept_in(outside) if name != "backup"}
    assert len(exported) >= 3
    assert not [(name, who) for name, words in kept_in(outside) if name != "backup" for who in named(planted, words)]


async def the_vote(facilitator: Phone, phones: list[Phone]) -> Planted:
    """Open the ballot and have everybody vote."""
    (prize, *_) = [row for row in facilitator.rows("Prize").values() if row["ballot"] == "publieksprijs"]
    choices = sorted(facilitator.rows("Initiative"))
    assert "ok" in await facilitator.wish("OpenBallot", ballot="publieksprijs")
    return await everybody_votes(phones, choices, prize["id"])


async def reveal(facilitator: Phone) -> dict[str, object]:
    """Have the winner chosen where two are level, and shown."""
    (prize, *_) = [row["id"] for row in facilitator.rows("Prize").values() if row["ballot"] == "publieksprijs"]
    if not facilitator.rows("Prize")[prize].get("winners"):
        first = min(facilitator.rows("Tally")[prize]["counts"])
        await facilitator.wish("SettlePrize", prize=prize, choice=first)
    await facilitator.until(lambda: facilitator.rows("Prize")[prize].get("winners"))
    return await facilitator.wish("RevealPrize", prize=prize, winners=facilitator.rows("Prize")[prize]["winners"])


def told(planted: Planted, *directories: Path) -> dict[str, set[str]]:
    """The files that tell of a vote, and which."""
    return {name: rows for name, words in kept_in(*directories) if (rows := planted.told_by(words))}


def named(planted: Planted, words: bytes) -> set[str]:
    """The voters an export tells of: they did nothing but vote."""
    return {who for who in {CALLED, *planted.choices} if who.encode() in words}
