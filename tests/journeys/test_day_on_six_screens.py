"""The whole day of a Brein Festijn on real screens, among sixty simulated people, in two languages.

What was given is there in the end, once; what was not put on the stage was never there; nobody was shut out.
"""

import json
from collections import Counter
from pathlib import Path

from playwright.async_api import Browser

from rooms.ballot import Prize, Tally
from rooms.board import Backing, Note, NoteKind
from rooms.goodbye import Address, Consent, Farewell
from rooms.harvest import Dot, Pledge
from rooms.kernel import Tables
from rooms.marketplace import Conversation, Going
from rooms.milestones import Milestone
from rooms.people import Person
from tests.journeys import rounds_apart, rounds_closing, rounds_market, rounds_together
from tests.journeys.conftest import Report
from tests.journeys.crowd import PEOPLE, crowd_of
from tests.journeys.moments import now
from tests.journeys.people import Organiser
from tests.journeys.whole import MONEY, OUR_ID, VOTED, WholeDay, long_house, tables_of, whole_day

PARTS = [
    rounds_together.the_welcome,
    rounds_together.the_first_pitch,
    rounds_together.one_step_at_a_time,
    rounds_together.the_second_pitch,
    rounds_apart.the_dream_round,
    rounds_apart.the_break,
    rounds_apart.the_need_round,
    rounds_apart.half_a_sentence,
    rounds_market.the_open_space,
    rounds_market.workers_crash_while_people_type,
    rounds_closing.the_harvest,
    rounds_closing.the_ballot,
    rounds_closing.the_prizes,
    rounds_closing.the_goodbye,
]


async def test_the_whole_day(browser: Browser, report: Report, tmp_path: Path) -> None:
    async with (
        long_house(tmp_path) as house,
        crowd_of(house.base, house.code, OUR_ID, rounds_closing.LIKES) as crowd,
    ):
        day = await whole_day(browser, house, report, crowd)
        for part in PARTS:
            began = now()
            await part(day)
            report(f"{part.__name__}, s", round((now() - began) / 1000, 1))
        await rounds_closing.on_another_device(day, browser)
        await all_is_there(day, browser)
    shut_out = sorted(set(day.shut_out))
    assert not shut_out, "\n".join(shut_out)
    assert not [fault for person in day.there for fault in person.watch.faults()]


async def all_is_there(day: WholeDay, browser: Browser) -> None:
    """In the journal, in the export, on every phone of the crowd; and only on the stage what was put there."""
    book = await day.crowd.prove(day.house.links["facilitator 1"])
    day.report("the crowd", book.told())
    assert book.well, book.told()
    tables = await tables_of(day.house)
    what_each_did_is_there(day, tables)
    what_came_of_the_talks_is_there(tables)
    the_prizes_went_as_counted(tables)
    texts = {note.text for note in tables.all(Note)}
    assert await day.memory.showed(texts) == rounds_together.RELEASED
    assert await day.memory.knew(texts) == rounds_together.RELEASED
    await the_export_tells_it(day, browser, tables)


def names_of(day: WholeDay, tables: Tables) -> dict[str, str]:
    """Those who came before a window, by their id."""
    crowd = {who.me for who in day.crowd.people}
    assert len(crowd) == PEOPLE
    return {row.id: row.name for row in tables.all(Person) if row.id not in crowd}


def what_each_did_is_there(day: WholeDay, tables: Tables) -> None:
    """Everything that was given, once, and nothing else."""
    names = names_of(day, tables)
    boards = {talk.id: talk.title for talk in tables.all(Conversation)}
    notes = [
        (names[note.author], str(note.kind), boards.get(note.board, note.board), note.text)
        for note in tables.all(Note)
        if note.author in names
    ]
    assert Counter(notes) == Counter(day.given)
    found = {note.text: note for note in tables.all(Note) if note.author in names}
    tip, question = found[rounds_together.TIP], found[rounds_together.QUESTION]
    assert (tip.taken, tip.released, tip.cluster) == (True, True, rounds_closing.WORD)
    assert question.answer == rounds_together.ANSWER
    assert found[rounds_together.NASTY].hidden
    assert found[rounds_together.TOP].hidden
    backed = [(row.note, names[row.person]) for row in tables.all(Backing) if row.person in names]
    assert backed == [(question.id, "Kevin")]
    assert [(row.note, names[row.person]) for row in tables.all(Dot) if row.person in names] == [(tip.id, "Kevin")]
    pledges = [(names[row.person], row.what) for row in tables.all(Pledge) if row.person in names]
    assert pledges == [("Fatima", rounds_closing.PLEDGE)]
    assert [(row.initiative, row.what) for row in tables.all(Milestone)] == [(OUR_ID, rounds_closing.MILESTONE)]
    said = [(names[row.id], row.will_do) for row in tables.all(Farewell) if row.id in names]
    assert said == [("Fatima", rounds_closing.WILL_DO)]
    assert [names[row.person] for row in tables.all(Consent) if row.person in names] == ["Fatima"]
    assert [row.email for row in tables.all(Address) if row.id in names] == [rounds_closing.EMAIL]


def what_came_of_the_talks_is_there(tables: Tables) -> None:
    """Both conversations, where they were, with what was written down in them."""
    talks = {talk.title: talk for talk in tables.all(Conversation)}
    hers, his = talks[rounds_market.HERS], talks[rounds_market.HIS]
    assert [(one.slot, one.place) for one in (hers, his)] == [(1, 1), (1, 2)]
    assert hers.insights == "".join(rounds_market.INSIGHTS)
    assert hers.agreements == "".join(rounds_market.AGREEMENTS)
    assert his.insights == rounds_market.HIS_INSIGHT
    going = [row for row in tables.all(Going) if row.conversation in (hers.id, his.id)]
    assert len(going) == hers.going + his.going


def the_prizes_went_as_counted(tables: Tables) -> None:
    """Every vote counted once."""
    prizes = {prize.title: prize for prize in tables.all(Prize)}
    tally = tables.find(Tally, prizes[VOTED].id)
    counts = Counter(rounds_closing.LIKES[at % len(rounds_closing.LIKES)] for at in range(PEOPLE))
    counts.update(["kunstpost"] * 3 + [OUR_ID])
    assert {one: votes for one, votes in tally.counts.items() if votes} == counts
    assert tally.cast == rounds_closing.VOTERS
    assert prizes[VOTED].winners == ("kunstpost",)
    assert set(prizes[MONEY].winners) == {"omloop-middelland", "buurtmaaltijden"}
    assert {title for title, prize in prizes.items() if prize.revealed} == {VOTED, MONEY}


async def the_export_tells_it(day: WholeDay, browser: Browser, tables: Tables) -> None:
    """What may leave the house does; a contact and what was hidden do not."""
    desk = await Organiser.arrive(browser, day.house.base, "Organisatie", (1280, 800))
    await desk.opens(day.house.links["organiser"])
    exported = json.loads(await desk.downloads(desk.say("desk-json")))
    notes = {
        note["text"] for initiative in exported["initiatives"] for kind in initiative["notes"].values() for note in kind
    }
    given = {text for _, kind, board, text in day.given if kind != NoteKind.CONTACT and board != rounds_market.HERS}
    assert given - notes == {rounds_together.NASTY, rounds_together.TOP}
    assert rounds_together.CONTACT not in json.dumps(exported, ensure_ascii=False)
    await day.look(desk)
    assert not desk.watch.faults()
