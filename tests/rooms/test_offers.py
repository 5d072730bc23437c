"""Help that is found: offers, answers, connections, and who may reach whom."""

import pytest

from rooms.contacts import ShareContact, Shared, StopSharing
from rooms.initiative import Need
from rooms.kernel import Reason
from rooms.offers import Connection, How, MakeOffer, Offer, Reply, ReplyToOffer, Sort, TakeBackOffer
from rooms.people import Sector, TellSector
from tests.rooms.said import ANN, BEN, FEE, LEA, OTTO, STAN, Said, begun, new_id
from tests.rooms.test_view import who_see

OFFER = new_id("offer")
NEED = "soup-need"
AGREED = "De ander mag dit zien."


def offered(by: str = ANN) -> Said:
    """A day on which help was offered for soup's need."""
    day = begun()
    day.do(by, MakeOffer(id=OFFER, need=NEED, how=How.CAN, what="Ik heb een keuken", when="mei", behalf="Ons Huis"))
    return day


def answered(reply: Reply = Reply.YES) -> Said:
    """A day on which it was answered as well."""
    day = offered()
    day.do(LEA, ReplyToOffer(offer=OFFER, reply=reply, was=Reply.NONE))
    return day


def shared() -> Said:
    """A day on which both sides agreed to reach each other."""
    day = answered()
    day.do(ANN, ShareContact(offer=OFFER, contact="ann@example.org", text=AGREED))
    day.do(LEA, ShareContact(offer=OFFER, contact="lea@example.org", text=AGREED))
    return day


def test_an_offer_is_seen_by_who_makes_it_by_the_initiative_and_by_facilitators() -> None:
    assert who_see(offered(), "Offer", OFFER) == {ANN, LEA, FEE, OTTO}


def test_a_need_tells_how_many_offered_help_and_how_often_it_was_found() -> None:
    day = answered()
    assert (day.tables.find(Need, NEED).offers, day.tables.find(Need, NEED).found) == (1, 1)
    day.do(ANN, TakeBackOffer(offer=OFFER))
    assert (day.tables.find(Need, NEED).offers, day.tables.find(Need, NEED).found) == (0, 0)


def test_leads_do_not_help_themselves() -> None:
    day = begun()
    assert day.say(LEA, MakeOffer(id=OFFER, need=NEED, how=How.CAN, what="Ik")) is Reason.OWN_INITIATIVE


@pytest.mark.parametrize("by", [ANN, BEN])
def test_nobody_but_the_initiative_answers_an_offer(by: str) -> None:
    day = offered()
    assert day.say(by, ReplyToOffer(offer=OFFER, reply=Reply.YES, was=Reply.NONE)) is Reason.NOT_ALLOWED


def test_two_leads_do_not_answer_over_each_other() -> None:
    day = answered(Reply.LATER)
    assert day.say(LEA, ReplyToOffer(offer=OFFER, reply=Reply.NO, was=Reply.NONE)) is Reason.ALREADY_MOVED


def test_a_yes_makes_a_connection_that_everybody_may_count_and_nobody_is_named_in() -> None:
    day = answered()
    assert who_see(day, "Connection", OFFER) == {ANN, BEN, LEA, FEE, STAN, OTTO}
    assert ANN not in repr(day.tables.find(Connection, OFFER))


@pytest.mark.parametrize(
    ("ann", "lea", "sort"),
    [
        (Sector.UNSAID, Sector.UNSAID, Sort.UNSAID),
        (Sector.COMPANY, Sector.UNSAID, Sort.PRIVATE),
        (Sector.MUNICIPALITY, Sector.UNSAID, Sort.PUBLIC),
        (Sector.RESIDENT, Sector.MUNICIPALITY, Sort.PUBLIC),
    ],
)
def test_a_connection_counts_as_public_or_private_by_what_both_said_they_are(
    ann: Sector, lea: Sector, sort: Sort
) -> None:
    day = offered()
    day.do(ANN, TellSector(sector=ann))
    day.do(LEA, TellSector(sector=lea))
    day.do(LEA, ReplyToOffer(offer=OFFER, reply=Reply.YES, was=Reply.NONE))
    assert day.tables.find(Connection, OFFER).sort is sort


@pytest.mark.parametrize("reply", [Reply.LATER, Reply.NO, Reply.NONE])
def test_a_yes_that_is_taken_back_undoes_the_connection_and_the_contact(reply: Reply) -> None:
    day = shared()
    day.do(LEA, ReplyToOffer(offer=OFFER, reply=reply, was=Reply.YES))
    assert day.tables.all(Connection) == []
    assert day.tables.all(Shared) == []


def test_contact_is_seen_by_nobody_else_until_both_sides_agree() -> None:
    day = answered()
    day.do(ANN, ShareContact(offer=OFFER, contact="ann@example.org", text=AGREED))
    assert who_see(day, "Shared", f"{OFFER}/giver") == {ANN}


def test_contact_is_seen_by_exactly_these_two_once_both_agree() -> None:
    day = shared()
    assert who_see(day, "Shared", f"{OFFER}/giver") == {ANN, LEA}
    assert who_see(day, "Shared", f"{OFFER}/asker") == {ANN, LEA}


@pytest.mark.parametrize(("by", "kept"), [(ANN, "asker"), (LEA, "giver")])
def test_who_takes_it_back_is_told_of_no_more_and_the_other_keeps_their_own_to_themselves(by: str, kept: str) -> None:
    day = shared()
    day.do(by, StopSharing(offer=OFFER))
    (left,) = day.tables.all(Shared)
    assert left.id == f"{OFFER}/{kept}"
    assert who_see(day, "Shared", left.id) == {ANN, LEA} - {by}


@pytest.mark.parametrize("reply", [Reply.LATER, Reply.NO])
def test_without_a_yes_there_is_nothing_to_agree_to(reply: Reply) -> None:
    day = answered(reply)
    assert day.say(ANN, ShareContact(offer=OFFER, contact="06", text=AGREED)) is Reason.NOT_NOW


@pytest.mark.parametrize("by", [BEN, FEE])
def test_others_can_agree_to_nothing(by: str) -> None:
    assert answered().say(by, ShareContact(offer=OFFER, contact="06", text=AGREED)) is Reason.NOT_YOURS


def test_an_offer_that_is_taken_back_takes_all_of_it_along() -> None:
    day = shared()
    day.do(ANN, TakeBackOffer(offer=OFFER))
    assert not [*day.tables.all(Offer), *day.tables.all(Connection), *day.tables.all(Shared)]
