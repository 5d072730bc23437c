"""Forgetting where somebody is known by no more than a name: on a link, in a milestone, in a back-up that is older."""

import pytest

from rooms.agreements import Agreement
from rooms.contacts import ShareContact, Shared, StopSharing
from rooms.erasing import Erase, Erased, erase_again
from rooms.goodbye import Address, Agree, Consent, Disagree, Purpose
from rooms.harvest import MakePledge
from rooms.initiative import Need
from rooms.keeping import DAY, Forget, end_again, ends
from rooms.kernel import Tables
from rooms.messages import Announce, Message
from rooms.milestones import AddMilestone, Milestone
from rooms.offers import How, MakeOffer, Reply, ReplyToOffer
from rooms.people import CLOCK, DOOR, OPERATOR, Join, Link, Person, Rename, Role
from rooms.personal import records_of
from tests.rooms.said import ANN, BEN, FEE, LEA, NOOR, OTTO, SOUP, Said, a_link, begun, by_links_only, link_of, new_id

OFFER = new_id("offer")


def as_it_was(day: Said) -> Tables:
    """A back-up, as it is made now."""
    return Tables([*day.tables.records()])


def put_back(kept: Tables, day: Said) -> str:
    """What is in a back-up once it has forgotten what was forgotten since."""
    kept.apply(end_again(kept, day.tables))
    kept.apply(erase_again(kept, day.tables.all(Erased)))
    return repr([row for row in kept.records() if not isinstance(row, Erased)])


def test_a_link_of_ones_own_does_not_come_back_with_a_back_up_from_before_its_guest_came() -> None:
    day = by_links_only()
    kept = as_it_was(day)
    assert "Noor de Wit" in repr(kept.records())
    day.do(DOOR.id, Join(id=NOOR, name="Noor de Wit", link=link_of(NOOR)))
    day.do(DOOR.id, Erase(person=NOOR, words=False))
    assert day.tables.get(Link, link_of(NOOR)) is None
    assert "Noor" not in put_back(kept, day)


def test_a_link_that_is_called_after_a_facilitator_loses_that_name() -> None:
    day = by_links_only()
    kept = as_it_was(day)
    day.do(DOOR.id, Erase(person=FEE, words=True))
    assert "Fee van Dam" not in repr([row for row in day.tables.records() if not isinstance(row, Erased)])
    assert day.tables.find(Link, link_of(FEE)).label == "facilitator"
    assert "Fee van Dam" not in put_back(kept, day)


def test_a_link_by_which_others_came_keeps_its_name() -> None:
    day = by_links_only()
    day.do(OPERATOR.id, a_link(new_id("both"), Role.ORGANISER, "Gemeente Ede"))
    for who in (OTTO, BEN):
        day.do(DOOR.id, Join(id=who, name="Otto", link=new_id("both")))
    day.do(DOOR.id, Erase(person=OTTO, words=True))
    assert day.tables.find(Link, new_id("both")).label == "Gemeente Ede"


@pytest.mark.parametrize("taken_back", [True, False])
def test_who_is_forgotten_in_time_does_not_come_back_by_what_they_agreed_to_before(taken_back: bool) -> None:
    day = begun()
    day.do(ANN, Agree(purpose=Purpose.COMMUNITY, text="Ja", email="ann@example.org"))
    kept = as_it_was(day)
    if taken_back:
        day.do(ANN, Disagree(purpose=Purpose.COMMUNITY))
        told = put_back(kept, day)
        assert "ann@example.org" not in told and not kept.all(Consent)
        assert [bool(row.ended) for row in kept.all(Agreement)] == [True]
        assert kept.get(Person, ANN)
    day.now += 800 * DAY
    day.do(CLOCK.id, Forget())
    told = put_back(kept, day)
    assert ANN not in told and "ann@example.org" not in told and not kept.all(Address)


def test_a_contact_that_was_taken_back_does_not_come_back() -> None:
    day = begun()
    day.do(ANN, MakeOffer(id=OFFER, need="soup-need", how=How.CAN, what="Een keuken", behalf=""))
    day.do(LEA, ReplyToOffer(offer=OFFER, reply=Reply.YES, was=Reply.NONE, answer=""))
    for who in (ANN, LEA):
        day.do(who, ShareContact(offer=OFFER, contact=f"bel {who.strip('-')}", text="Mag"))
    kept = as_it_was(day)
    day.do(LEA, StopSharing(offer=OFFER))
    assert "bel lea" not in put_back(kept, day)
    assert [(one.person, one.to) for one in kept.all(Shared)] == [(ANN, "")]


@pytest.mark.parametrize("taken_back", [True, False])
def test_what_was_agreed_to_anew_holds_in_its_newer_words(taken_back: bool) -> None:
    day = begun()
    day.do(ANN, Agree(purpose=Purpose.COMMUNITY, text="Ja", email="anne@example.org"))
    kept = as_it_was(day)
    day.now += 360 * DAY
    if taken_back:
        day.do(ANN, Disagree(purpose=Purpose.COMMUNITY))
    day.do(ANN, Agree(purpose=Purpose.COMMUNITY, text="Ja, graag", email="ann@example.org"))
    told = put_back(kept, day)
    assert "ann@example.org" in told and "anne@example.org" not in told
    assert [(row.text, bool(row.ended)) for row in kept.all(Agreement)] == [("Ja", True), ("Ja, graag", False)]
    assert ends(kept.all(Consent)[0]) == day.now + 365 * DAY


def test_a_contact_that_was_put_right_since_is_the_right_one() -> None:
    day = begun()
    day.do(ANN, MakeOffer(id=OFFER, need="soup-need", how=How.CAN, what="Een keuken", behalf=""))
    day.do(LEA, ReplyToOffer(offer=OFFER, reply=Reply.YES, was=Reply.NONE, answer=""))
    day.do(LEA, ShareContact(offer=OFFER, contact="bel 12", text="Mag"))
    kept = as_it_was(day)
    day.do(ANN, ShareContact(offer=OFFER, contact="bel Ann", text="Mag"))
    day.now += 1
    day.do(LEA, ShareContact(offer=OFFER, contact="bel 21", text="Mag"))
    put_back(kept, day)
    assert [(one.contact, one.to, one.both) for one in kept.all(Shared)] == [("bel 21", "", False)]


def test_another_name_goes_where_there_was_no_more_than_the_old_one() -> None:
    day = begun()
    day.do(FEE, Announce(id=new_id("message"), text="Koffie"))
    day.do(LEA, AddMilestone(id=new_id("milestone"), initiative=SOUP, what="Keuken", who="LEA"))
    for who, name in ((FEE, "Felicia"), (LEA, "Leonora")):
        day.do(who, Rename(name=name))
    assert day.tables.find(Message, new_id("message")).name == "Felicia"
    assert day.tables.find(Milestone, new_id("milestone")).who == "Leonora"
    for who in (FEE, LEA):
        day.do(DOOR.id, Erase(person=who, words=True))
    assert (day.tables.all(Message)[0].name, day.tables.all(Milestone)[0].who) == ("", "")


def test_taking_the_name_of_another_changes_nothing_of_theirs() -> None:
    day = begun()
    day.do(LEA, AddMilestone(id=new_id("milestone"), initiative=SOUP, what="Keuken", who="De wethouder"))
    day.do(BEN, MakePledge(id=new_id("pledge"), initiative=SOUP, what="Ik help"))
    for name in ("de wethouder", "Kaper"):
        day.do(BEN, Rename(name=name))
    assert day.tables.all(Milestone)[0].who == "De wethouder"


def test_taking_the_name_of_a_facilitator_tells_nothing_of_what_they_said() -> None:
    day = begun()
    day.do(FEE, Announce(id=new_id("message"), text="Alleen voor de soep", rooms=("soup",)))
    day.do(BEN, Rename(name=day.tables.find(Person, FEE).name.upper()))
    assert not [row for row in records_of(day.tables, day.tables.find(Person, BEN)) if isinstance(row, Message)]
    assert [row for row in records_of(day.tables, day.tables.find(Person, FEE)) if isinstance(row, Message)]


@pytest.mark.parametrize("renamed", [True, False])
def test_what_was_told_by_a_namesake_loses_its_name_with_who_told_it(renamed: bool) -> None:
    day = begun()
    day.do(BEN, Rename(name=day.tables.find(Person, FEE).name))
    day.do(FEE, Announce(id=new_id("message"), text="Koffie"))
    if renamed:
        day.do(FEE, Rename(name="Felicia"))
        assert day.tables.find(Message, new_id("message")).name == "Felicia"
    day.do(DOOR.id, Erase(person=FEE, words=True))
    message = day.tables.find(Message, new_id("message"))
    assert (message.text, message.name, message.by) == ("Koffie", "", "")


def test_all_offers_of_one_person_are_no_longer_counted() -> None:
    day = begun()
    for number in range(3):
        offer = new_id(f"offer{number}")
        day.do(ANN, MakeOffer(id=offer, need="soup-need", how=How.CAN, what="Een keuken", behalf=""))
    day.do(DOOR.id, Erase(person=ANN, words=False))
    assert day.tables.find(Need, "soup-need").offers == 0
