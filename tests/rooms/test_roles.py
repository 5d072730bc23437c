"""Everything anyone can do stands in one table, and whoever is not in it is refused."""

import itertools
from typing import Any

import msgspec
import pytest

from rooms.festival import PHONE_COMMANDS, RECORDS, RULES, commands_for
from rooms.initiative import About
from rooms.kernel import Command, Reason, Record, Refused
from rooms.people import CLOCK, DOOR, OPERATOR, Role
from rooms.setup import SetUp
from rooms.view import VIEWS
from rooms.wire import Submit, parse
from tests.rooms import every
from tests.rooms.said import ANN, FEE, LEA, OTTO, PLAN, STAN, Said, begun, new_id

NEW, NOTE = new_id("new"), new_id("note1")
WHO = {
    Role.PARTICIPANT: ANN,
    Role.LEAD: LEA,
    Role.FACILITATOR: FEE,
    Role.STAGE: STAN,
    Role.ORGANISER: OTTO,
    Role.DOOR: DOOR.id,
    Role.CLOCK: CLOCK.id,
    Role.OPERATOR: OPERATOR.id,
}
WISHES = list(itertools.chain.from_iterable(every.WISHES.values()))
PHONE_WISHES = [wish for wish in WISHES if type(wish) in PHONE_COMMANDS]
LATE = 10**14


def under_way(author: str) -> Said:
    """A day in its first round, with one note."""
    day = begun()
    day.go("welcome")
    day.note(author, "Hoi")
    return day


def by_name(value: Any) -> str:
    return type(value).__name__ if isinstance(value, Command) else str(value)


def test_every_command_is_tried_here_and_every_role() -> None:
    assert len(WISHES) == len(RULES)
    assert {type(wish) for wish in WISHES} == set(RULES)
    assert set(WHO) == set(Role)


@pytest.mark.parametrize(("wish", "role"), [*itertools.product(WISHES, Role)], ids=by_name)
def test_a_wish_is_open_to_its_roles_and_refused_to_all_others(wish: Command, role: Role) -> None:
    day = under_way(WHO[role] if role in (Role.LEAD, Role.FACILITATOR, Role.ORGANISER) else ANN)
    said = day.say(WHO[role], wish, at=LATE)
    if role in RULES[type(wish)][1]:
        assert said is not Reason.NOT_ALLOWED
    else:
        assert said is Reason.NOT_ALLOWED


def test_who_may_do_what_is_what_was_agreed() -> None:
    agreed = {type(wish).__name__: roles for roles, wishes in every.WISHES.items() for wish in wishes}
    assert {command.__name__: " ".join(sorted(roles)) for command, (_, roles) in RULES.items()} == agreed


@pytest.mark.parametrize("wish", [wish for wish in WISHES if type(wish) is not SetUp], ids=by_name)
def test_what_only_the_door_the_clock_or_an_operator_wishes_can_not_come_from_a_phone(wish: Command) -> None:
    sent = {"ref": f"{NEW}.1", "low": 1, "seen": 0, "command": msgspec.to_builtins(wish)}
    if wish in PHONE_WISHES:
        assert parse(Submit, sent).command == wish
        return
    with pytest.raises(Refused) as no:
        parse(Submit, sent)
    assert no.value.reason is Reason.NOT_UNDERSTOOD


@pytest.mark.parametrize("wish", PHONE_WISHES, ids=by_name)
def test_a_field_that_is_not_listed_is_refused(wish: Command) -> None:
    forged = {**msgspec.to_builtins(wish), "by": OTTO}
    with pytest.raises(Refused) as no:
        parse(Submit, {"ref": f"{NEW}.1", "low": 1, "seen": 0, "command": forged})
    assert no.value.reason is Reason.NOT_UNDERSTOOD


def test_half_an_emoji_which_can_not_be_kept_is_refused_at_the_door() -> None:
    half = {"type": "Rename", "name": "Noor \ud83c"}
    with pytest.raises(Refused) as no:
        parse(Submit, {"ref": f"{NEW}.1", "low": 1, "seen": 0, "command": half})
    assert no.value.reason is Reason.NOT_UNDERSTOOD


def test_the_stage_wishes_nothing() -> None:
    assert commands_for(frozenset({Role.STAGE})) == []


def test_every_kind_of_record_but_four_has_a_line_that_says_who_sees_it() -> None:
    unseen = {kind.__name__ for kind in RECORDS} - {kind.__name__ for kind in VIEWS}
    assert unseen == {"Device", "Carried", "Agreement", "Erased"}


def test_a_festival_begins_with_the_records_of_its_file() -> None:
    day = Said(PLAN)
    kept = [record for record in day.tables.records() if type(record).__name__ != "Device"]
    assert sorted(kept, key=str) == sorted(PLAN, key=str)


def test_a_festival_is_set_up_once() -> None:
    other: tuple[Record, ...] = (About(id="about", title="Ander feest", code="ZZZZZZ"),)
    day = begun()
    assert day.say(OPERATOR.id, SetUp(records=other)) is Reason.ALREADY
    assert day.tables.find(About, "about").title == "Buurtdag"
