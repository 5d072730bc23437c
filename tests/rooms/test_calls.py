"""Where a room is heard: addresses that a screen may open, and nothing else."""

import pytest

from rooms.calls import SetCall, is_address, is_pattern
from rooms.festival import decide
from rooms.initiative import Initiative
from rooms.kernel import Put, Reason, Refused, Tables
from rooms.people import Person, Role
from rooms.seats import Room, is_room

HOST = Person(id="host", name="Fen", role=Role.FACILITATOR)
TABLES = Tables([Initiative(id="kunstpost", order=1, name="KunstPost", place="Den Haag", what="Kunst")])


@pytest.mark.parametrize(
    "address",
    [
        "https://meet.example.org/kunstpost",
        "https://bbb.example.org:8443/rooms/abc?password=x&y=1#start",
        "https://zoom.example.org/j/123?pwd=a.b",
    ],
)
def test_an_address_of_a_call_is_kept(address: str) -> None:
    (change,) = decide(TABLES, SetCall(room="kunstpost", address=f" {address} "), HOST, 0)
    assert change == Put(Room(id="kunstpost", call=address))


@pytest.mark.parametrize(
    "address",
    [
        "http://meet.example.org/x",
        "javascript:alert(1)",
        "https://",
        "https://user:word@example.org/x",
        "https://meet.example.org/a b",
        'https://meet.example.org/"x',
        "https://meet.example.org/<x>",
        "https://meet.example.org/{room}",
        "https://meet.example.org/" + "x" * 300,
        "//meet.example.org/x",
    ],
)
def test_what_is_no_address_of_a_call_is_refused(address: str) -> None:
    with pytest.raises(Refused) as no:
        list(decide(TABLES, SetCall(room="kunstpost", address=address), HOST, 0))
    assert no.value.reason is Reason.NOT_AN_ADDRESS


def test_the_hall_has_a_call_and_is_no_room_to_walk_into() -> None:
    (change,) = decide(TABLES, SetCall(room="hall", address="https://meet.example.org/hal"), HOST, 0)
    assert isinstance(change, Put)
    assert not is_room(Tables([change.record]), "hall")


def test_a_room_that_is_not_there_has_no_call() -> None:
    with pytest.raises(Refused) as no:
        list(decide(TABLES, SetCall(room="nowhere", address="https://meet.example.org/x"), HOST, 0))
    assert no.value.reason is Reason.GONE


def test_a_pattern_gives_every_room_another_address() -> None:
    assert is_pattern("https://meet.example.org/{festival}-{room}")
    assert is_pattern("https://meet.example.org/{room}")
    assert not is_pattern("https://meet.example.org/everybody")
    assert not is_pattern("https://{room}.example.org/{other}")
    assert not is_address("https://meet.example.org/{festival}-{room}")
