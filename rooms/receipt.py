"""Receipts: why a tip that is sent twice arrives once.

Every wish bears a ref, `device.seq`: a phone's own random name and its own count. What was granted leaves a receipt
in the tables, so a ref that comes again gets its first answer, also after a restart, on any process. A phone tells
with each wish up to where it knows its answers; receipts below that are forgotten.
"""

import re

import msgspec
from msgspec.structs import replace

from rooms.kernel import Changes, Drop, Festival, Put, Reason, Record, Refused, require
from rooms.people import Person

MOST_WAITING = 256
MOST_DEVICES = 64
REF = re.compile(r"([A-Za-z0-9_-]{16,32})\.([1-9][0-9]{0,14})")


class Device(Record, frozen=True):
    """One phone (or tab) of a person: `answers` holds the journal entry of each receipt from `low` up."""

    person: str
    low: int
    answers: dict[int, int]
    last: int

    INDEXED = ("person",)


class Ref(msgspec.Struct, frozen=True):
    """Which wish of which device this is. `low` is the lowest seq the device has no answer for yet."""

    device: str
    seq: int
    low: int

    def __str__(self) -> str:
        return f"{self.device}.{self.seq}"


def parse_ref(text: str, low: int) -> Ref:
    """A ref from what a phone sent; refuses with NOT_UNDERSTOOD."""
    match = REF.fullmatch(text)
    if match is None or not 1 <= low <= int(match[2]):
        raise Refused(Reason.NOT_UNDERSTOOD)
    require(int(match[2]) - low < MOST_WAITING, Reason.TOO_MANY_WAITING)
    return Ref(match[1], int(match[2]), low)


def answered(festival: Festival, ref: Ref, by: Person) -> int | None:
    """The journal entry that granted this ref before, or None if it is new; refuses one long answered."""
    device = festival.get(Device, ref.device)
    if device is None:
        return None
    require(device.person == by.id, Reason.NOT_YOURS)
    granted = device.answers.get(ref.seq)
    require(granted is not None or ref.seq >= device.low, Reason.ALREADY)
    return granted


def receipt(festival: Festival, ref: Ref, by: Person, entry: int) -> Changes:
    """Keep that this ref was granted in journal entry `entry`, and forget what the device no longer asks about."""
    device = festival.get(Device, ref.device)
    if device is None:
        yield from make_place(festival, by)
        device = Device(id=ref.device, person=by.id, low=1, answers={}, last=entry)
    low = max(device.low, ref.low)
    answers = {seq: n for seq, n in device.answers.items() if seq >= low}
    yield Put(replace(device, low=low, answers={**answers, ref.seq: entry}, last=entry))


def make_place(festival: Festival, by: Person) -> Changes:
    """Forget the device a person has not used for longest, once they have very many."""
    known = festival.where(Device, "person", by.id)
    if len(known) >= MOST_DEVICES:
        yield Drop("Device", min(known, key=lambda device: (device.last, device.id)).id)
