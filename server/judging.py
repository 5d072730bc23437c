"""Judging the wishes that wait: all of them together, in the order they came, on a draft.

Each is granted or refused by the one rule for it. What is granted becomes a commit; a wish that was granted before,
as its receipt shows, gets its first answer again. Door, clock and operator keep no receipts: what they wish can be
granted only once by its nature. The tables stay as they are.
"""

from collections.abc import Callable

import msgspec
import structlog

from rooms.festival import AnyCommand, actor, decide
from rooms.kernel import Change, Command, Draft, Moment, Reason, Refused, Tables
from rooms.people import ACTORS, Person
from rooms.receipt import Ref, answered, parse_ref, receipt
from server.journal import Commit, facts

MOST_BYTES = 256 * 1024
"""Bytes of commands after which an entry is full; with what they change it stays under a megabyte."""

log = structlog.get_logger()
pack_command = msgspec.msgpack.Encoder().encode
unpack_command = msgspec.msgpack.Decoder(AnyCommand).decode


class Verdict(msgspec.Struct, frozen=True):
    """The answer to a wish: the entry that grants it, or the reason it was refused."""

    ok: int | None = None
    reason: Reason | None = None
    present: str | None = None


class Wish(msgspec.Struct):
    """A command on its way: who wishes it, under which ref; `seen` is the newest entry its phone had seen, `via` the
    screen it came by, if it came by one."""

    command: Command
    ref: Ref
    by: str
    seen: int
    reply: Callable[[Verdict], None]
    via: object = None


def judge(tables: Tables, n: int, at: Moment, batch: list[Wish]) -> tuple[list[Commit], list[Verdict]]:
    """The commits of the granted wishes, to be entry `n`, and the verdicts, on as many wishes as one entry may hold."""
    draft, size = Draft(tables), 0
    commits: list[Commit] = []
    verdicts: list[Verdict] = []
    for wish in batch:
        if size > MOST_BYTES:
            break
        commit, verdict = _judge_one(draft, n, at, wish)
        verdicts.append(verdict)
        if commit is not None:
            commits.append(commit)
            size += len(commit.command)
    return commits, verdicts


def _judge_one(draft: Draft, n: int, at: Moment, wish: Wish) -> tuple[Commit | None, Verdict]:
    """The verdict on one wish, and its commit when it is granted now; its changes are laid on the draft."""
    try:
        keeps = wish.by not in ACTORS
        before = answered(draft, wish.ref, draft.find(Person, wish.by)) if keeps else None
        if before is not None:  # also to who was put out since: it was granted all the same
            return None, Verdict(ok=before)
        by = actor(draft, wish.by)
        changes: list[Change] = [*decide(draft, wish.command, by, at)]
        if keeps:
            changes += receipt(draft, wish.ref, by, n)
    except Refused as no:
        return None, Verdict(reason=no.reason, present=no.present)
    except Exception:
        # A fault of ours in one rule must not stop a whole festival.
        log.exception("a rule failed", command=type(wish.command).__name__)
        return None, Verdict(reason=Reason.NOT_UNDERSTOOD)
    draft.apply(changes)
    command = msgspec.Raw(pack_command(wish.command))
    return Commit(str(wish.ref), wish.by, command, at, facts(changes)), Verdict(ok=n)


def again(commit: Commit) -> Wish | None:
    """A commit only we hold, as a wish; None when this version can't read it any more."""
    try:
        ref = parse_ref(commit.ref, int(commit.ref.rpartition(".")[2]))
        command = unpack_command(commit.command)
    except (Refused, ValueError, msgspec.DecodeError):
        return None
    return Wish(command, Ref(ref.device, ref.seq, 1), commit.by, 0, lambda _: None)
