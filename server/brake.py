"""A brake on guessing join codes, which never locks out a hall that somebody came into.

A code has about 30 bits, so who may try a few a minute guesses none in years. Only wrong codes count, by the address
they come from. A whole hall may sit behind one address, with a guesser among them: a code by which somebody of that
address came in goes on working there, for it is no news to anybody in that hall. Who guesses from hundreds of
addresses at once slows whoever comes in at an address by which nobody came in yet: they are asked to wait a minute,
unless they have a link or a cookie. Nothing of this is written down; a restart forgets it.
"""

import time
from collections import Counter, OrderedDict
from ipaddress import IPv6Address, ip_address

AT_ONCE = 30
"""Wrong codes that an address may try after a while without any."""
EACH_MINUTE = 10.0
"""Wrong codes a minute from then on."""
EVERYWHERE_AT_ONCE, EVERYWHERE_EACH_MINUTE = 600, 200.0
"""The same for all addresses together, for who guesses from many."""
MOST_ADDRESSES, MOST_CODES = 10_000, 50
"""Addresses that are remembered, and codes of each."""


class TooManyTries(Exception):  # noqa: N818 - it is no error of ours
    """So many wrong codes came from here that this one is not looked at: it may come again in a minute."""


class Drip:
    """An allowance that fills at a steady rate."""

    __slots__ = ("_at", "_each_minute", "_left", "_most")

    def __init__(self, most: float, each_minute: float, now: float) -> None:
        self._most, self._each_minute = most, each_minute
        self._left, self._at = most, now

    def left(self, now: float) -> bool:
        """Whether there is any."""
        self._left = min(self._most, self._left + (now - self._at) * self._each_minute / 60)
        self._at = now
        return self._left >= 1

    def take(self, count: float = 1) -> None:
        """Take one, or give one back (-1)."""
        self._left -= count


class Address:
    """What is remembered of an address: its allowance, the codes by which people of it came in, and how often each
    code is being looked up for it now."""

    __slots__ = ("asked", "codes", "drip")

    def __init__(self, now: float) -> None:
        self.drip = Drip(AT_ONCE, EACH_MINUTE, now)
        self.codes: OrderedDict[str, None] = OrderedDict()
        self.asked: Counter[str] = Counter()


class Brake:
    """The brake of one process."""

    def __init__(self) -> None:
        self._addresses: OrderedDict[str, Address] = OrderedDict()
        self._everywhere = Drip(EVERYWHERE_AT_ONCE, EVERYWHERE_EACH_MINUTE, time.monotonic())

    def look(self, address: str, code: str) -> None:
        """A code is going to be looked up for this address, and counts as wrong until `looked` says otherwise: once,
        however many ask for it at the same moment, as a hall does that gets it on the stage. Raises TooManyTries when
        it may not be looked up now."""
        now, place = time.monotonic(), self._place(address)
        if code not in place.codes and code not in place.asked:
            if not (place.drip.left(now) and self._everywhere.left(now)):
                raise TooManyTries
            place.drip.take()
            self._everywhere.take()
            place.asked[code] = 0
        if code in place.asked:
            place.asked[code] += 1

    def looked(self, address: str, code: str, *, wrong: bool) -> None:
        """It was looked up. It is not `wrong` when it was a festival's, or nobody could tell."""
        place = self._place(address)
        if code not in place.asked:
            return
        place.asked[code] -= 1
        if not place.asked[code]:
            del place.asked[code]
            place.drip.take(0 if wrong else -1)
            self._everywhere.take(0 if wrong else -1)

    def right(self, address: str, code: str) -> None:
        """Somebody of this address came in by this code."""
        codes = self._place(address).codes
        codes[code] = None
        codes.move_to_end(code)
        if len(codes) > MOST_CODES:
            codes.popitem(last=False)

    def _place(self, address: str) -> Address:
        key = network(address)
        place = self._addresses.setdefault(key, Address(time.monotonic()))
        self._addresses.move_to_end(key)
        if len(self._addresses) > MOST_ADDRESSES:
            self._addresses.popitem(last=False)
        return place


def network(address: str) -> str:
    """What one visitor has of addresses: an IPv4 address, or the /64 of IPv6; as it is when it is neither."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv6Address) and found.ipv4_mapped is None:
        return str(IPv6Address(int(found) >> 64 << 64))
    return str(found.ipv4_mapped if isinstance(found, IPv6Address) else found)
