"""Hearing each other: the address at which a room, a table or the whole hall talks.

A festival may have one pattern for all its calls, at any provider: `{festival}` in it is the join code, `{room}` the
room, and its table where it has tables. A facilitator can give one room another address by hand. We only pass addresses
on: nothing is fetched from them, and a screen opens one only when somebody asks for it.
"""

import re

from msgspec.structs import replace

from rooms.kernel import Changes, Command, Festival, Id, Moment, Put, Reason, Text, require
from rooms.people import Person
from rooms.seats import HALL_NAME, Room, is_room

ADDRESS_LENGTH = 300
PLAIN = re.compile(r"https://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?(/[!#-;=?-\[\]^_a-z|~]*)?")
PLACES = re.compile(r"\{(festival|room)\}")
PATTERN_NEEDS = "{room}"


class SetCall(Command, frozen=True):
    """The address of the call of a room, or ("hall") of the whole hall; "" for what the festival's pattern gives."""

    room: Id
    address: Text


def is_address(address: str) -> bool:
    """Whether this is the address of a call as a screen may open it: https, a host, nothing odd."""
    return len(address) <= ADDRESS_LENGTH and PLAIN.fullmatch(address) is not None


def is_pattern(pattern: str) -> bool:
    """Whether this is a pattern: an address once its places are filled in, another one for each room."""
    return PATTERN_NEEDS in pattern and is_address(PLACES.sub("x", pattern))


def set_call(festival: Festival, wish: SetCall, by: Person, at: Moment) -> Changes:
    address = wish.address.strip()

    require(wish.room == HALL_NAME or is_room(festival, wish.room), Reason.GONE)
    require(address == "" or is_address(address), Reason.NOT_AN_ADDRESS)
    yield Put(replace(festival.get(Room, wish.room) or Room(id=wish.room), call=address))
