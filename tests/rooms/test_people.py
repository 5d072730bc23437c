"""People come in with a name, or by a secret link that gives them a role and can be taken back."""

import pytest
from msgspec.structs import replace

from rooms.board import Note, NoteKind, PostNote
from rooms.kernel import Put, Reason
from rooms.people import (
    CLOCK,
    DOOR,
    LINKED,
    NAME_LENGTH,
    OPERATOR,
    Join,
    KeepReturnLink,
    Link,
    MakeLink,
    Person,
    Rename,
    RevokeLink,
    Role,
)
from tests.rooms.said import ANN, BEN, FEE, LEA, OTTO, SOUP, STAN, Said, begun, link_of, new_id

NEW = new_id("new")


def made_link(day: Said, role: Role, link: str = "", initiative: str = "") -> str:
    link = link or new_id(f"link-{role}")
    day.do(OPERATOR.id, MakeLink(id=link, role=role, label="Nieuw", fingerprint=f"print-{link}", initiative=initiative))
    return link


def test_who_comes_by_the_join_code_gives_a_name_and_is_a_participant() -> None:
    day = begun()
    day.do(DOOR.id, Join(id=NEW, name="Noor"))
    assert day.tables.find(Person, NEW) == Person(id=NEW, name="Noor", role=Role.PARTICIPANT, at=day.now)


def test_who_comes_by_a_link_has_the_role_and_the_initiative_of_that_link() -> None:
    lea = begun().tables.find(Person, LEA)
    assert (lea.role, lea.initiative, lea.link) == (Role.LEAD, SOUP, link_of(LEA))


def test_two_people_may_come_in_by_one_link() -> None:
    day = begun()
    day.do(DOOR.id, Join(id=NEW, name="Noor", link=link_of(LEA)))
    assert day.tables.find(Person, NEW).role is Role.LEAD


def test_nobody_comes_in_under_an_id_that_somebody_bears() -> None:
    assert begun().say(DOOR.id, Join(id=ANN, name="Noor")) is Reason.ID_IN_USE


def test_nobody_comes_in_by_a_link_that_is_not_there() -> None:
    assert begun().say(DOOR.id, Join(id=NEW, name="Noor", link="nothing")) is Reason.GONE


@pytest.mark.parametrize("name", ["", "   ", "\n", "\u200b\u202e", "a" * (NAME_LENGTH + 1)])
def test_a_name_has_1_to_60_signs_that_can_be_seen(name: str) -> None:
    day = begun()
    assert day.say(DOOR.id, Join(id=NEW, name=name)) is Reason.BAD_LENGTH
    assert day.say(ANN, Rename(name=name)) is Reason.BAD_LENGTH


@pytest.mark.parametrize(
    ("name", "kept"), [(" Noor ", "Noor"), ("Noor\nvan  Dam", "Noor van Dam"), ("N" * 60, "N" * 60)]
)
def test_a_name_is_kept_as_one_line(name: str, kept: str) -> None:
    day = begun()
    day.do(DOOR.id, Join(id=NEW, name=name))
    assert day.tables.find(Person, NEW).name == kept


def test_what_was_written_before_a_new_name_keeps_the_old_one() -> None:
    day = begun()
    before = day.note(ANN)
    day.do(ANN, Rename(name="Anneke"))
    after = day.note(ANN)
    rows = {row.id: row.name for row in day.tables.all(Note)}
    assert (rows[before], rows[after]) == ("Ann", "Anneke")
    assert day.tables.find(Person, ANN).name == "Anneke"


@pytest.mark.parametrize("role", LINKED)
def test_a_link_can_give_each_of_the_four_roles(role: Role) -> None:
    day = begun()
    day.do(DOOR.id, Join(id=NEW, name="Noor", link=made_link(day, role, initiative=SOUP if role is Role.LEAD else "")))
    assert day.tables.find(Person, NEW).role is role


def test_a_lead_has_an_initiative_that_is_there_and_nobody_else_has_one() -> None:
    wish = MakeLink(id=NEW, role=Role.LEAD, label="Nieuw", fingerprint="print")
    assert begun().say(OPERATOR.id, wish) is Reason.NOT_ALLOWED
    assert begun().say(OPERATOR.id, replace(wish, initiative="nowhere")) is Reason.GONE
    assert begun().say(OPERATOR.id, replace(wish, role=Role.STAGE, initiative=SOUP)) is Reason.NOT_ALLOWED


def test_no_two_links_have_the_same_secret() -> None:
    day = begun()
    link = made_link(day, Role.STAGE)
    twin = MakeLink(id=NEW, role=Role.FACILITATOR, label="Nieuw", fingerprint=f"print-{link}")
    assert day.say(OPERATOR.id, twin) is Reason.ID_IN_USE


@pytest.mark.parametrize("role", [role for role in Role if role not in LINKED])
def test_no_link_gives_the_role_of_a_participant_the_door_the_clock_or_the_operator(role: Role) -> None:
    wish = MakeLink(id=NEW, role=role, label="Nieuw", fingerprint="print")
    assert begun().say(OPERATOR.id, wish) is Reason.NOT_ALLOWED


def test_a_link_keeps_the_fingerprint_and_no_link_takes_the_id_of_another() -> None:
    day = begun()
    link = made_link(day, Role.STAGE)
    assert day.tables.where(Link, "fingerprint", f"print-{link}") == [day.tables.find(Link, link)]
    again = MakeLink(id=link, role=Role.STAGE, label="Nog een", fingerprint="other")
    assert day.say(OPERATOR.id, again) is Reason.ID_IN_USE


def test_a_link_needs_a_label() -> None:
    wish = MakeLink(id=NEW, role=Role.STAGE, label=" ", fingerprint="print")
    assert begun().say(OPERATOR.id, wish) is Reason.BAD_LENGTH


def test_revoking_a_link_removes_everybody_who_came_in_by_it_and_nobody_else() -> None:
    day = begun()
    day.do(DOOR.id, Join(id=NEW, name="Noor", link=link_of(LEA)))
    day.do(OTTO, RevokeLink(link=link_of(LEA)))
    assert {person.id for person in day.tables.all(Person) if person.removed} == {LEA, NEW}
    assert day.tables.find(Link, link_of(LEA)).revoked


def test_who_was_removed_can_do_nothing_any_more() -> None:
    day = begun()
    day.do(OTTO, RevokeLink(link=link_of(LEA)))
    assert day.say(LEA, Rename(name="Leonie")) is Reason.NOT_ALLOWED


def test_a_revoked_link_opens_no_door() -> None:
    day = begun()
    day.do(OTTO, RevokeLink(link=link_of(STAN)))
    assert day.say(DOOR.id, Join(id=NEW, name="Noor", link=link_of(STAN))) is Reason.GONE


def test_a_link_that_is_not_there_can_not_be_revoked() -> None:
    assert begun().say(OTTO, RevokeLink(link="nothing")) is Reason.GONE


def test_an_organiser_may_revoke_their_own_link_and_is_out() -> None:
    day = begun()
    day.do(OTTO, RevokeLink(link=link_of(OTTO)))
    assert day.say(OTTO, RevokeLink(link=link_of(FEE))) is Reason.NOT_ALLOWED
    day.do(OPERATOR.id, RevokeLink(link=link_of(FEE)))


def test_what_a_removed_person_wrote_stays() -> None:
    day = begun()
    note = day.note(LEA)
    day.do(OTTO, RevokeLink(link=link_of(LEA)))
    assert note in {row.id for row in day.tables.all(Note)}


def test_a_stranger_can_do_nothing() -> None:
    day = begun()
    wish = PostNote(id=NEW, board=SOUP, kind=NoteKind.TIP, text="Hallo")
    assert day.say(new_id("stranger"), wish) is Reason.GONE


@pytest.mark.parametrize("actor", [DOOR, CLOCK, OPERATOR])
def test_those_who_are_no_people_are_in_no_table(actor: Person) -> None:
    assert begun().tables.get(Person, actor.id) is None


def test_a_rename_changes_the_name_and_nothing_else() -> None:
    day = begun()
    before = day.tables.find(Person, BEN)
    changes = day.say(BEN, Rename(name="Bernard"))
    assert isinstance(changes, list)
    (after,) = [change.record for change in changes if isinstance(change, Put) and type(change.record) is Person]
    assert (after.id, after.role, after.at, after.link) == (before.id, before.role, before.at, before.link)


def test_a_return_link_is_one_for_each_person_and_lets_nobody_else_in() -> None:
    day = begun()
    day.do(DOOR.id, KeepReturnLink(id=NEW, person=LEA, fingerprint="secret-back"))
    link = day.tables.find(Link, NEW)
    assert (link.person, link.role, link.initiative) == (LEA, Role.LEAD, SOUP)
    second = KeepReturnLink(id=new_id("second"), person=LEA, fingerprint="secret-again")
    assert day.say(DOOR.id, second) is Reason.ALREADY
    assert day.say(DOOR.id, Join(id=new_id("noor"), name="Noor", link=NEW)) is Reason.GONE
    day.do(DOOR.id, replace(second, instead=NEW))
    assert [kept.id for kept in day.tables.where(Link, "person", LEA) if not kept.revoked] == [second.id]


def test_who_is_out_or_hosts_the_day_gets_no_return_link() -> None:
    day = begun()
    assert day.say(DOOR.id, KeepReturnLink(id=NEW, person=FEE, fingerprint="secret-back")) is Reason.NOT_ALLOWED
    day.do(OTTO, RevokeLink(link=link_of(LEA)))
    assert day.say(DOOR.id, KeepReturnLink(id=NEW, person=LEA, fingerprint="secret-back")) is Reason.NOT_ALLOWED
