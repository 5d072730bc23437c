"""Forgetting one person: nothing tells of them any more, what was counted stays counted, others keep what is theirs.

That no trace is left whatever happened before, the improvised days look after (law 5 in `tests/laws.py`); here is what
is left on purpose.
"""

from datetime import date

import pytest

from rooms.agreements import KEPT_DAYS, Agreement
from rooms.ballot import Tally, Vote
from rooms.board import Backing, BackNote, Note, NoteKind, PostNote
from rooms.contacts import ShareContact, Shared, StopSharing
from rooms.erasing import Erase, EraseAgain, Erased, erase_again
from rooms.goodbye import Address, Agree, Disagree, Farewell, Purpose, SayGoodbye
from rooms.harvest import Dot, GiveDot, MakePledge, Pledge
from rooms.initiative import About, Need
from rooms.keeping import DAY, ERASED_DAYS, Forget, day_number
from rooms.kernel import Reason, Tables
from rooms.marketplace import Conversation, GoTo, Propose, SetMarket
from rooms.milestones import AddMilestone, Milestone
from rooms.offers import Connection, How, MakeOffer, Offer, Reply, ReplyToOffer
from rooms.outcomes import outcomes
from rooms.people import CLOCK, DOOR, Join, Person, Rename
from tests.rooms.said import ANN, BEN, FEE, LEA, OTTO, PLAN, SOUP, Said, begun, new_id

NOTE, QUESTION, TALK, OFFER = (new_id(name) for name in ("note", "question", "talk", "offer"))


def busy() -> Said:
    """Ann did a bit of everything, and others took part in it."""
    day = begun()
    day.do(ANN, Rename(name="Anneke"))
    day.do(ANN, PostNote(id=NOTE, board=SOUP, kind=NoteKind.TIP, text="Vraag de bakker"))
    day.do(BEN, PostNote(id=QUESTION, board=SOUP, kind=NoteKind.QUESTION, text="Wie betaalt?"))
    day.do(ANN, BackNote(note=QUESTION, backed=True))
    day.do(ANN, GiveDot(note=QUESTION, given=True))
    day.do(BEN, GiveDot(note=QUESTION, given=True))
    day.do(ANN, MakePledge(id=new_id("pledge"), initiative=SOUP, what="Ik kook"))
    day.do(ANN, SayGoodbye(will_do="Ik ga koken", was=""))
    day.do(ANN, Agree(purpose=Purpose.REPORT, text="Stuur mij het verslag", email="ann@example.org"))
    day.do(ANN, MakeOffer(id=OFFER, need="soup-need", how=How.CAN, what="Een keuken", behalf="Bakkerij Ann"))
    day.do(LEA, ReplyToOffer(offer=OFFER, reply=Reply.YES, was=Reply.NONE, answer="Graag Ann"))
    for who in (ANN, LEA):
        day.do(who, ShareContact(offer=OFFER, contact=f"bel {who.strip('-')}", text="De ander mag dit zien"))
    day.do(LEA, AddMilestone(id=new_id("milestone"), initiative=SOUP, what="Keuken", who="anneke"))
    return day


def erased(words: bool) -> Said:
    """The same, after she asked to be forgotten."""
    day = busy()
    day.do(DOOR.id, Erase(person=ANN, words=words))
    return day


@pytest.mark.parametrize("words", [True, False])
def test_no_record_tells_of_who_was_erased_but_that_somebody_was(words: bool) -> None:
    kept = repr([row for row in erased(words).tables.records() if not isinstance(row, Erased)])
    assert "Anneke" in repr(busy().tables.records())
    for trace in (ANN, "Anneke", "anneke", "ann@example.org", "bel ann", "Bakkerij Ann", "Stuur mij"):
        assert trace not in kept, trace


def test_words_stay_without_a_name_where_that_is_wished() -> None:
    tables = erased(words=True).tables
    note, offer = tables.find(Note, NOTE), tables.find(Offer, OFFER)
    assert (note.text, note.author, note.name) == ("Vraag de bakker", "", "")
    assert [(one.what, one.name) for one in tables.all(Pledge)] == [("Ik kook", "")]
    assert [(one.will_do, one.name) for one in tables.all(Farewell)] == [("Ik ga koken", "")]
    assert (offer.what, offer.person, offer.behalf) == ("Een keuken", "", "")


def test_words_go_where_that_is_wished() -> None:
    tables = erased(words=False).tables
    assert tables.get(Note, NOTE) is None
    assert not [*tables.all(Pledge), *tables.all(Farewell)]
    assert (tables.find(Offer, OFFER).what, tables.find(Offer, OFFER).answer) == ("", "")


@pytest.mark.parametrize("words", [True, False])
def test_what_was_counted_stays_counted(words: bool) -> None:
    before, after = busy(), erased(words)
    tables, question = after.tables, after.tables.find(Note, QUESTION)
    assert (question.dots, question.backed) == (2, 1)
    assert len(tables.all(Dot)) == 1
    assert not tables.all(Backing)
    assert tables.find(Connection, OFFER)
    assert (tables.find(Need, "soup-need").offers, tables.find(Need, "soup-need").found) == (1, 1)
    assert outcomes(tables).figures.people == outcomes(before.tables).figures.people


def test_a_number_goes_on_from_where_it_was() -> None:
    day = erased(words=True)
    day.do(LEA, BackNote(note=QUESTION, backed=True))
    day.do(BEN, GiveDot(note=QUESTION, given=False))
    question = day.tables.find(Note, QUESTION)
    assert (question.dots, question.backed) == (1, 2)


def test_who_shared_with_them_keeps_their_own_to_themselves() -> None:
    day = erased(words=True)
    assert day.tables.all(Shared) == []
    day = busy()
    day.do(DOOR.id, Erase(person=LEA, words=True))
    (shared,) = day.tables.all(Shared)
    assert (shared.person, shared.to, shared.both) == (ANN, "", False)


def test_a_vote_goes_while_the_ballot_is_open_and_a_tally_stays() -> None:
    day = begun()
    votes = [Vote(id=f"cup/{who}", prize="cup", voter=who, choice="bike") for who in (ANN, BEN)]
    tables = Tables([*day.tables.records(), *votes, Tally(id="purse", counts={"bike": 5}, cast=5)])
    tables.apply(erase_again(tables, [Erased(id=ANN, at=1, words=True)]))
    assert [vote.voter for vote in tables.all(Vote)] == [BEN]
    assert tables.find(Tally, "purse").cast == 5


def test_a_conversation_stays_where_others_are_in_it() -> None:
    day = begun()
    day.do(FEE, SetMarket(open=True, slots=2, places=4))
    for talk, title in ((TALK, "Repareren"), (new_id("alone"), "Ruilen")):
        day.do(ANN, Propose(id=talk, title=title))
        day.do(ANN, GoTo(conversation=talk, going=True))
    day.do(BEN, GoTo(conversation=TALK, going=True))
    day.do(DOOR.id, Erase(person=ANN, words=False))
    (talk,) = day.tables.all(Conversation)
    assert (talk.title, talk.conveners, talk.names, talk.going) == ("Repareren", (), (), 2)


def test_a_name_that_two_people_have_stays_in_a_milestone() -> None:
    day = busy()
    day.do(BEN, Rename(name="Anneke"))
    day.do(DOOR.id, Erase(person=ANN, words=True))
    assert [one.who for one in day.tables.all(Milestone)] == ["anneke"]


def test_nobody_is_erased_twice_or_by_a_phone() -> None:
    day = erased(words=True)
    for again in (Erase(person=ANN, words=True), EraseAgain(person=ANN, at=1, words=True)):
        assert day.say(DOOR.id, again) is Reason.GONE
    for who in (BEN, OTTO):
        assert day.say(who, Erase(person=BEN, words=True)) is Reason.NOT_ALLOWED
    assert day.say(ANN, PostNote(id=new_id("late"), board=SOUP, kind=NoteKind.TIP, text="Nog iets")) is Reason.GONE


def test_an_older_festival_forgets_who_was_erased_since() -> None:
    older, newer = busy().tables, erased(words=False).tables
    tables = Tables(older.records())
    tables.apply(erase_again(tables, newer.all(Erased)))
    assert tables.records() == newer.records()


# -- the book of agreements


def test_the_book_tells_who_agreed_to_which_words_and_when_it_ended() -> None:
    day = busy()
    agreed = {one.what: one for one in day.tables.all(Agreement) if one.person == ANN}
    assert agreed.keys() == {"report", "contact"}
    report = agreed["report"]
    assert (report.name, report.text, report.ended) == ("Anneke", "Stuur mij het verslag", 0)
    day.do(ANN, Disagree(purpose=Purpose.REPORT))
    day.do(ANN, StopSharing(offer=OFFER))
    assert all(one.ended > one.at for one in day.tables.all(Agreement) if one.person == ANN)
    assert not day.tables.all(Address)


def test_agreeing_anew_is_a_new_page_and_the_old_one_goes_after_a_year() -> None:
    day = busy()
    day.do(ANN, Agree(purpose=Purpose.REPORT, text="Andere woorden", email="ann@example.org"))
    report = [one for one in day.tables.all(Agreement) if one.what == "report"]
    assert sorted((one.text, one.ended > 0) for one in report) == [
        ("Andere woorden", False),
        ("Stuur mij het verslag", True),
    ]
    day.now += KEPT_DAYS * DAY
    day.do(CLOCK.id, Forget())
    assert not [one for one in day.tables.all(Agreement) if one.text == "Stuur mij het verslag"]


# -- names are kept for a time


def on(date: str, days: int) -> Said:
    """A festival on a day, whose names are kept for so many days after it."""
    about = About(id="about", title="Buurtdag", code="KMN4R7", date=date, retention_days=days)
    return Said((about, *(row for row in PLAN if not isinstance(row, About))))


@pytest.mark.parametrize("iso", ["1970-01-01", "1999-12-31", "2000-02-29", "2024-02-29", "2026-11-23", "2100-03-01"])
def test_days_are_counted_as_a_calendar_does(iso: str) -> None:
    assert day_number(iso) == (date.fromisoformat(iso) - date(1970, 1, 1)).days


def comes(day: Said, who: str) -> None:
    """Somebody comes in."""
    day.do(DOOR.id, Join(id=who, name="Ann"))


def test_a_name_is_kept_for_so_many_days_after_the_festival() -> None:
    day = on("2023-11-20", 30)  # it is noon on the 14th
    comes(day, ANN)
    day.do(ANN, PostNote(id=NOTE, board=SOUP, kind=NoteKind.TIP, text="Vraag de bakker"))
    day.now += 35 * DAY
    assert day.say(CLOCK.id, Forget()) is Reason.NOT_NOW
    day.now += 3 * DAY
    day.do(CLOCK.id, Forget())
    assert day.tables.all(Person) == []
    assert (day.tables.find(Note, NOTE).name, day.tables.find(Note, NOTE).text) == ("", "Vraag de bakker")
    assert outcomes(day.tables).figures.people == 1


def test_who_came_later_is_known_for_as_long_after_that() -> None:
    day = on("2023-11-10", 30)
    comes(day, ANN)
    day.now += 20 * DAY
    comes(day, BEN)
    day.now += 11 * DAY
    day.do(CLOCK.id, Forget())
    assert [one.id for one in day.tables.all(Person)] == [BEN]


def test_who_agreed_to_be_written_to_for_a_year_is_known_for_a_year() -> None:
    day = on("2023-11-10", 30)
    comes(day, ANN)
    day.do(ANN, Agree(purpose=Purpose.COMMUNITY, text="Ja", email="ann@example.org"))
    day.now += 300 * DAY
    assert day.say(CLOCK.id, Forget()) is Reason.NOT_NOW
    day.now += 66 * DAY
    day.do(CLOCK.id, Forget())
    assert not [*day.tables.all(Person), *day.tables.all(Address), *day.tables.all(Agreement)]


def test_that_somebody_was_erased_is_forgotten_in_the_end() -> None:
    day = erased(words=True)
    asked = {row.id for row in day.tables.all(Erased)}
    for _ in range(2):  # by then it is the time of all others, too
        day.now += ERASED_DAYS * DAY
        day.do(CLOCK.id, Forget())
        assert not asked & {row.id for row in day.tables.all(Erased)}
    assert day.tables.all(Erased) == []


def test_a_large_hall_is_forgotten_in_several_entries() -> None:
    day = on("2023-11-10", 1)
    for number in range(120):
        comes(day, new_id(f"guest{number}"))
    day.now += 5 * DAY
    day.do(CLOCK.id, Forget())
    assert len(day.tables.all(Person)) == 20
    day.do(CLOCK.id, Forget())
    assert day.tables.all(Person) == []
