"""Everything anyone can do at a festival, on one screen.

Each row says: this wish, granted by that rule, open to these roles. A wish that is not here does not exist.
"""

from collections.abc import Callable, Iterable
from typing import Any, Union

import msgspec

from rooms import ballot, board, initiative, people, programme, receipt, setup
from rooms.kernel import Changes, Command, Festival, Moment, Reason, Record, require
from rooms.people import ACTORS, Person, Role

EVERYBODY = frozenset({Role.PARTICIPANT, Role.LEAD, Role.FACILITATOR, Role.ORGANISER})
GUESTS = frozenset({Role.PARTICIPANT, Role.LEAD})
FACILITATORS = frozenset({Role.FACILITATOR, Role.ORGANISER})
ORGANISERS = frozenset({Role.ORGANISER, Role.OPERATOR})
THE_DOOR = frozenset({Role.DOOR})
THE_CLOCK = frozenset({Role.CLOCK})
THE_OPERATOR = frozenset({Role.OPERATOR})

Rule = Callable[[Festival, Any, Person, Moment], Changes]

RULES: dict[type[Command], tuple[Rule, frozenset[Role]]] = {
    setup.SetUp: (setup.set_up, THE_OPERATOR),
    people.Join: (people.join, THE_DOOR),
    people.Rename: (people.rename, EVERYBODY),
    people.MakeLink: (people.make_link, THE_OPERATOR),
    people.RevokeLink: (people.revoke_link, ORGANISERS),
    programme.OpenRound: (programme.open_round, FACILITATORS),
    programme.ExtendRound: (programme.extend_round, FACILITATORS),
    programme.CloseRound: (programme.close_round, THE_CLOCK),
    board.PostNote: (board.post_note, EVERYBODY),
    board.ImproveNote: (board.improve_note, EVERYBODY),
    board.TakeBackNote: (board.take_back_note, EVERYBODY),
    board.HideNote: (board.hide_note, FACILITATORS),
    board.ReleaseNote: (board.release_note, FACILITATORS),
    ballot.OpenBallot: (ballot.open_ballot, FACILITATORS),
    ballot.CastVote: (ballot.cast_vote, GUESTS),
    ballot.CloseBallot: (ballot.close_ballot, FACILITATORS),
    ballot.SettlePrize: (ballot.settle_prize, FACILITATORS),
    ballot.RevealPrize: (ballot.reveal_prize, FACILITATORS),
}

RECORDS: tuple[type[Record], ...] = (
    initiative.About,
    people.Person,
    people.Link,
    receipt.Device,
    programme.Programme,
    programme.Round,
    initiative.Initiative,
    initiative.Need,
    initiative.RecipePart,
    board.Board,
    board.Note,
    ballot.Ballot,
    ballot.Prize,
    ballot.Vote,
    ballot.Tally,
)


def actor(festival: Festival, by: str) -> Person:
    """Who acts: a person, or one of the actors that are no people; refuses one who is gone or was removed."""
    who = ACTORS.get(by) or festival.find(Person, by)
    require(not who.removed, Reason.NOT_ALLOWED)
    return who


def decide(festival: Festival, wish: Command, by: Person, at: Moment) -> Changes:
    """The changes that grant this wish, or a refusal. Nothing is written."""
    rule, roles = RULES[type(wish)]
    require(by.role in roles, Reason.NOT_ALLOWED)
    return rule(festival, wish, by, at)


def one_of(kinds: Iterable[type]) -> Any:
    """The union of these types, for msgspec."""
    return Union[tuple(kinds)]  # noqa: UP007


def commands_for(roles: frozenset[Role]) -> list[type[Command]]:
    """The commands open to any of these roles, in the order of RULES."""
    return [command for command, (_, allowed) in RULES.items() if allowed & roles]


PEOPLE = frozenset({Role.PARTICIPANT, Role.LEAD, Role.FACILITATOR, Role.STAGE, Role.ORGANISER})
PHONE_COMMANDS = commands_for(PEOPLE)
"""What may come from a phone."""

AnyRecord = one_of(RECORDS)
AnyCommand = one_of(RULES)
PhoneCommand = one_of(PHONE_COMMANDS)

SECRET_KINDS = frozenset(kind.__name__ for kind in RECORDS if kind.SECRET)


def record_decoder() -> "msgspec.msgpack.Decoder[Any]":
    """Reads one record as the journal keeps it: unknown fields are passed over, new ones get their defaults."""
    return msgspec.msgpack.Decoder(AnyRecord)
