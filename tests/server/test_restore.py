"""Putting a back-up back: everybody has it at once, nobody undoes it, and what it replaces is kept."""

import asyncio
import signal

import msgspec
import pytest
from redis.asyncio import Redis
from structlog.testing import capture_logs

from rooms.ballot import CloseBallot
from rooms.kernel import Tables
from rooms.order import RemovePerson, revoke_again
from rooms.people import OPERATOR, Link, MakeLink, Person, RevokeLink, Role, taken_back
from server import backup
from server.founding import new_link
from server.journal import Entry, Place, Snapshot, keys_of
from server.lives import call_off
from server.register import REGISTER
from server.standing import Standing
from tests.drill import BOARD, TOLD, Drill, kept_in
from tests.festijn import IDENTITY, eventually, founded, working
from tests.phone import Phone, connected
from tests.replica import FEE, RECORDS, process
from tests.server.test_replica_forgets import ballot, in_files


async def test_an_older_back_up_reaches_every_phone_and_refs_go_on(drill: Drill) -> None:
    older = drill.data_dir / "older"
    async with working(drill.store.url, drill.data_dir, processes=2) as workers:
        anna, bea = [await Phone.come_in(one.base, drill.listed.code, "Anna") for one in workers]
        async with connected(anna, bea):
            kept = await anna.post(BOARD, "Kept")
            first = next(told for event, told in anna.heard if event == "answer")
            assert (await drill.ask("backup", "--to", older))[0] == 0
            gone = await anna.post(BOARD, "Gone")
            before = await drill.place()
            said = await drill.restore(older)
            assert f"in the store: entry {before.n}," in said
            await anna.until(lambda: TOLD in anna.heard, within=2)
            await bea.until(lambda: TOLD in bea.heard, within=2)
            await anna.look(BOARD)
            await anna.until(lambda: kept in anna.rows("Note") and gone not in anna.rows("Note"), within=2)
            again = {"type": "PostNote", "id": kept, "board": BOARD, "kind": "tip", "text": "Kept"}
            anna.heard.clear()
            await anna.sio.emit("submit", {"ref": first["ref"], "low": 1, "seen": 0, "command": again})
            await anna.until(lambda: ("answer", first) in anna.heard)
            assert await drill.notes_of(anna) == {kept}
            new = await anna.post(BOARD, "New")
            await bea.post(BOARD, "Here too")
            after = await drill.place()
            assert after.epoch > before.epoch
            assert after.n > before.n
            assert await drill.notes_of(anna) == {kept, new}
            await drill.restore(kept_in(said))
            assert await drill.notes_of(anna) == {kept, gone}, "what was replaced was kept"


@pytest.mark.parametrize("emptied", [False, True])
async def test_a_worker_that_was_frozen_over_a_restore_does_not_undo_it(drill: Drill, emptied: bool) -> None:
    """Also when the store was emptied, and so knows nothing of the epoch in which the frozen one lives."""
    older = drill.data_dir / "older"
    async with working(drill.store.url, drill.data_dir) as (worker,):
        anna = await Phone.come_in(worker.base, drill.listed.code, "Anna")
        async with connected(anna):
            assert (await drill.ask("backup", "--to", older))[0] == 0
            await drill.restore(older)
            await anna.until(lambda: TOLD in anna.heard)
            await anna.post(BOARD, "Gone")
            before = await drill.place()
            anna.heard.clear()
            worker.signal(signal.SIGSTOP)
            if emptied:
                await drill.client.flushall()
            await drill.restore(older)
            restored = await drill.place()
            worker.signal(signal.SIGCONT)
            await anna.until(lambda: TOLD in anna.heard, within=5)
            await eventually(worker.ready)
            assert restored.epoch > before.epoch
            assert await drill.place() == restored, "nobody healed, and nothing was handed in again"
            assert await drill.notes_of(anna) == set()
            await anna.post(BOARD, "New")


async def test_what_writers_add_while_it_is_put_back_is_kept_or_stays(drill: Drill) -> None:
    async with drill.hall() as hall:
        granted: list[str] = []

        async def rush() -> None:
            while True:
                person, refused = await hall.admit("Anna")
                if refused is None:
                    granted.append(person)

        rushing = asyncio.create_task(rush())
        await eventually(lambda: len(granted) > 20)
        said = await drill.restore(drill.file)
        await eventually(lambda: hall.replica.place.epoch > 1)
        await call_off(rushing)
        (kept,) = backup.read(kept_in(said))
        replaced = {person.id for person in kept.standing.tables.all(Person)}
        stayed = {person.id for person in hall.replica.tables.all(Person)}
        assert set(granted) <= replaced | stayed


async def test_a_code_that_is_another_festivals_now_is_left_to_it(drill: Drill) -> None:
    listed = drill.listed
    other = msgspec.structs.replace(listed, id="other", title="Other")
    await drill.client.flushall()
    await drill.client.hset(REGISTER, listed.code, msgspec.json.encode(other))
    before = await drill.everything()
    code, said, complained = await drill.ask("restore", "--from", drill.file, "--yes")
    assert (code, said) == (2, "")
    assert complained == f"code {listed.code} is another festival's now (Other); {listed.title} is not put back.\n"
    assert await drill.everything() == before


async def test_a_broken_journal_can_be_replaced(drill: Drill) -> None:
    before = (await drill.place())._replace(n=7000)
    await drill.client.delete(keys_of(drill.listed.id)[0])
    await drill.client.set(keys_of(drill.listed.id)[1], str(before))
    assert "in the store: nothing that can be read\n" in await drill.restore(drill.file)
    assert (await drill.place()).n > before.n
    async with drill.hall() as hall:
        assert hall.replica.place == await drill.place()


async def test_after_a_restore_the_stores_files_hold_nothing_of_what_was_there(drill: Drill) -> None:
    await drill.client.config_set("rdbcompression", "no")
    async with drill.hall() as hall:
        await hall.admit("Canary")
    assert in_files(drill.store, b"Canary")
    await drill.restore(drill.file)
    await eventually(lambda: not in_files(drill.store, b"Canary"))


async def test_on_a_store_that_keeps_no_file_we_say_what_is_left_to_its_operator(drill: Drill) -> None:
    await drill.client.config_set("appendonly", "no")
    assert "left to its operator" in await drill.restore(drill.file)


async def test_one_festival_of_several_can_be_put_back_alone(drill: Drill) -> None:
    other, both = await founded(drill.store.url), drill.data_dir / "both"
    assert (await drill.ask("backup", "--to", both))[0] == 0
    before = await drill.everything()
    await drill.restore(both, "--festival", drill.listed.code.lower())
    now = await drill.everything()
    stream, place = (key.encode() for key in keys_of(other.id))
    assert (now[stream], now[place]) == (before[stream], before[place])
    assert (await drill.place()).epoch > 1
    assert "put back" in await drill.restore(both)
    assert (await drill.everything())[place] != before[place]


@pytest.mark.parametrize("said", ["9000", "1.9000.other"])
async def test_a_mark_of_another_history_never_passes_for_a_purge(url: str, redis: Redis, said: str) -> None:
    await redis.set("festival:{here}:purged", said)
    async with process(url) as one:
        await ballot(one, 1)
        closed = await one.wish(CloseBallot(ballot="ballot-1"), by=FEE)

        async def purged() -> bool:
            return one.replica.came_by(await one.replica.journal.purged())

        await eventually(purged)
        assert (await one.replica.journal.purged()).n > (closed.ok or 0)


def test_what_is_owed_is_owed_under_the_number_of_the_history_that_is_adopted() -> None:
    standing = Standing()
    standing.load(Entry(9000, 1, "first", "", snapshot=Snapshot(RECORDS, {}, purge_owed=9000)))
    standing.load(Entry(7, 2, "other", "", snapshot=Snapshot(RECORDS, {})))
    standing.is_clean(Place(1, 9000, "first"))
    assert standing.purge_owed == 7
    standing.is_clean(Place(2, 7, "other"))
    assert standing.purge_owed == 0


async def test_a_worker_before_an_emptied_store_names_the_command(url: str, redis: Redis) -> None:
    with capture_logs() as logs:
        async with process(url):
            await redis.flushall()
            await eventually(lambda: any("bin/festijn restore" in row.get("fault", "") for row in logs))


async def test_a_link_that_was_taken_back_since_stays_so_with_who_came_by_it(drill: Drill) -> None:
    older = drill.data_dir / "older"
    async with drill.hall() as hall:
        made = [new_link(IDENTITY, drill.listed.id, Role.FACILITATOR, label) for label in ("stolen", "kept")]
        for link in made:
            fields = {"role": link.role, "label": link.label, "fingerprint": link.fingerprint}
            assert (await hall.wish(MakeLink(id=link.id, **fields), OPERATOR)).reason is None
        thief, friend = [(await hall.admit(link.label, link.id))[0] for link in made]
    assert (await drill.ask("backup", "--to", older))[0] == 0
    async with drill.hall() as hall:
        await hall.wish(RevokeLink(link=made[0].id), OPERATOR)
    assert "1 of its links were taken back since" in await drill.restore(older)
    async with drill.hall() as hall:
        tables = hall.replica.tables
        assert [tables.find(Link, link.id).revoked for link in made] == [True, False]
        assert [tables.find(Person, who).removed for who in (thief, friend)] == [True, False]


async def test_who_was_put_out_since_stays_out(drill: Drill) -> None:
    older = drill.data_dir / "older"
    async with drill.hall() as hall:
        spoiler, friend = [(await hall.admit(name))[0] for name in ("Boef", "Vriend")]
        by_link = next(link.id for link in hall.replica.tables.all(Link) if link.role is Role.FACILITATOR)
        fee, _ = await hall.admit("Fee", by_link)
    assert (await drill.ask("backup", "--to", older))[0] == 0
    async with drill.hall() as hall:
        by = hall.replica.tables.find(Person, fee)
        assert (await hall.wish(RemovePerson(person=spoiler, removed=True), by)).ok
    assert "1 of its people were put out since" in await drill.restore(older)
    async with drill.hall() as hall:
        tables = hall.replica.tables
        assert [tables.find(Person, who).removed for who in (spoiler, friend)] == [True, False]


def test_a_link_that_made_place_for_a_newer_one_is_not_taken_back_again() -> None:
    def link(row: str, *, revoked: bool) -> Link:
        return Link(id=row, role=Role.PARTICIPANT, label="Noor", fingerprint=row, revoked=revoked, person="noor")

    before = Tables([link("old", revoked=False), Person(id="noor", name="Noor", role=Role.PARTICIPANT, link="old")])
    assert taken_back(Tables([link("old", revoked=True), link("new", revoked=False)])) == []
    [gone] = taken_back(Tables([link("old", revoked=True)]))
    before.apply(revoke_again(before, [gone, link("unknown", revoked=True)]))
    assert before.find(Link, "old").revoked and before.find(Person, "noor").removed
