"""What travels between a phone and the server, and nothing else may.

From a phone come three messages: `enter` (I am here, and this is what I have), `submit` (I wish this) and `look` (show
me this board). Fields that are not listed are refused. To a phone go `layers` (what you listen to now), `frame` (what
changed for one audience), `answer` (granted or refused), `numbers`, `store` (whether we can save) and `bye`.
"""

from typing import Any

import msgspec

from rooms.festival import PhoneCommand
from rooms.kernel import Moment, Reason, Refused

PROTOCOL = 1
MESSAGE_BYTES = 64 * 1024


class Hello(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """With the connect: which festival, and as which of the roles this browser has a cookie for."""

    code: str
    role: str
    protocol: int = PROTOCOL


class Enter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The place (`epoch.n.mark`) of each layer this phone holds, and the board it looks at ("": the one on stage)."""

    places: dict[str, str]
    look: str = ""


class Look(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Show this board from now on; "" for the one on stage."""

    look: str


class Applaud(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Clap. It is in the air and never written down, and so is not answered."""


class Submit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A wish. `ref` is `device.seq`; `low` the lowest seq without an answer; `seen` the newest entry this phone saw."""

    ref: str
    low: int
    seen: int
    command: PhoneCommand


class You(msgspec.Struct, frozen=True):
    """Who the server takes this screen for."""

    id: str
    role: str


class Layers(msgspec.Struct, frozen=True):
    """The audiences this screen listens to, nearest first; what it has of others it forgets. `now` is server time."""

    audiences: list[str]
    now: Moment
    you: You


class Frame(msgspec.Struct, frozen=True):
    """What changed for one audience, up to and including `place`.

    `after` is the entry it follows on; -1 means: this is all there is, forget what you had of this audience. `put` has
    rows by kind, each whole; `drop` has ids by kind.
    """

    audience: str
    place: str
    after: int
    put: dict[str, list[msgspec.Raw]]
    drop: dict[str, list[str]]


class Answer(msgspec.Struct, frozen=True, omit_defaults=True):
    """`ok` is the journal entry that holds what was granted; else `reason`, and `present`: the text there is now."""

    ref: str
    ok: int | None = None
    reason: Reason | None = None
    present: str | None = None


class Counted(msgspec.Struct, frozen=True):
    """The numbers people watch, as they are now. `here` is coarse above 100; `heads` is how many sit in each room;
    `applause` how often people clapped in the last seconds, over all processes; `contacts` how many were given, to
    all boards together; `connections` how many offers of help were taken."""

    here: int
    notes: dict[str, int]
    turnout: dict[str, int]
    heads: dict[str, int]
    applause: int = 0
    contacts: int = 0
    connections: int = 0


class Store(msgspec.Struct, frozen=True):
    """Whether words can be saved at this moment, and the server's time."""

    here: bool
    now: Moment


class Notice(msgspec.Struct, frozen=True):
    """Something this screen must tell: "other_history" when the picture was replaced by another."""

    notice: str


class Bye(msgspec.Struct, frozen=True):
    """The server closes this connection, and why: "removed", "erased", "too_fast", "draining", "not_understood"."""

    why: str


FROM_PHONE: dict[str, type[msgspec.Struct]] = {"enter": Enter, "look": Look, "applaud": Applaud, "submit": Submit}
TO_PHONE: dict[str, type[msgspec.Struct]] = {
    "layers": Layers,
    "frame": Frame,
    "answer": Answer,
    "numbers": Counted,
    "store": Store,
    "notice": Notice,
    "bye": Bye,
}

encode = msgspec.json.Encoder().encode


def parse(message: type[Any], payload: object) -> Any:
    """The message as its type; refuses with NOT_UNDERSTOOD, naming the field, when it does not fit exactly."""
    try:
        fitting = msgspec.convert(payload, message, strict=True)
        # JSON lets half a sign (a lone surrogate) through, which can be neither kept nor told again.
        encode(fitting)
    except (msgspec.ValidationError, TypeError, ValueError, RecursionError) as fault:
        raise Refused(Reason.NOT_UNDERSTOOD, present=str(fault)) from fault
    return fitting
