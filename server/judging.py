"""Judging the wishes that wait: all of them together, in the order they came, on a draft.

Each is granted or refused by the one rule for it. What is granted becomes a commit; a wish that was granted before,
as its receipt shows, gets its first answer again. The tables stay as they are.
"""

from collections.abc import Callable

import msgspec
import structlog

from rooms.festival import AnyCommand, actor, decide
from rooms.kernel import Change, Command, Draft, Moment, Reason, Refused, Tables
from rooms.receipt import Ref, answered, parse_ref, receipt
from server.journal import Commit, facts

log = structlog.get_logger()
pack_command = msgspec.msgpack.Encoder().encode
unpack_command = msgspec.msgpack.Decoder(AnyCommand).decode


class Verdict(msgspec.Struct, frozen=True):
    """The answer to a wish: the entry that grants it, or the reason it was refused."""

    ok: int | None = None
    reason: Reason | None = None
    present: str | None = None


class Wish(msgspec.Struct):
    """A command on its way: who wishes it, under which ref; `seen` is the newest entry its phone had seen."""

    command: Command
    ref: Ref
    by: str
    seen: int
    reply: Callable[[Verdict], None]


def judge(tables: Tables, n: int, at: Moment, batch: list[Wish]) -> tuple[list[Commit], list[Verdict]]:
    """The commits of all granted wishes, to be entry `n`, and the verdict on every wish."""
    draft, commits, verdicts = Draft(tables), [], []
    for wish in batch:
        try:
            by = actor(draft, wish.by)
            before = answered(draft, wish.ref, by)
            if before is None:
                changes: list[Change] = [*decide(draft, wish.command, by, at)]
                changes += receipt(draft, wish.ref, by, n)
                draft.apply(changes)
                commits.append(
                    Commit(str(wish.ref), wish.by, msgspec.Raw(pack_command(wish.command)), at, facts(changes))
                )
            verdicts.append(Verdict(ok=n if before is None else before))
        except Refused as no:
            verdicts.append(Verdict(reason=no.reason, present=no.present))
        except Exception:
            # A fault of ours in one rule must not stop a whole festival.
            log.exception("a rule failed", command=type(wish.command).__name__)
            verdicts.append(Verdict(reason=Reason.NOT_UNDERSTOOD))
    return commits, verdicts


def again(commit: Commit) -> Wish | None:
    """A commit only we hold, as a wish; None when this version can't read it any more."""
    try:
        ref = parse_ref(commit.ref, int(commit.ref.rpartition(".")[2]))
        command = unpack_command(commit.command)
    except (Refused, ValueError, msgspec.DecodeError):
        return None
    return Wish(command, Ref(ref.device, ref.seq, 1), commit.by, 0, lambda _: None)
