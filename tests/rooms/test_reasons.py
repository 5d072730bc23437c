"""For every reason there is a way to get it; a reason nobody can get has no place in the list."""

from collections.abc import Callable

import pytest

from rooms.ballot import CastVote, CloseBallot, OpenBallot, RevealPrize, SettlePrize
from rooms.board import Board, HideNote, ImproveNote, NoteKind, PostNote
from rooms.breakout import MoveTo, SitAt, TakeTask, Task
from rooms.goodbye import Agree, Purpose
from rooms.kernel import Command, Reason, Refused
from rooms.marketplace import MOST_OWN, Propose
from rooms.people import CLOCK, DOOR, OPERATOR, Join, Rename
from rooms.programme import CloseRound, Grouping, OpenRound, Round, RoundKind
from rooms.receipt import parse_ref
from rooms.seats import Seat
from rooms.setup import SetUp
from rooms.wire import Submit, parse
from server.fanout import Screen
from server.hall import Hall
from server.limits import BURST
from server.sockets import Sockets
from server.transport import LibraryLine
from tests.rooms.said import (
    ANN,
    BEN,
    BIKE,
    FEE,
    GARDEN,
    LEA,
    PLAN,
    SOUP,
    Said,
    begun,
    by_links_only,
    link_of,
    new_id,
)

NEW, PHONE = new_id("new"), new_id("phone")
Way = Callable[[Said], Reason | list]
WAYS: dict[Reason, Way] = {}


def way(reason: Reason) -> Callable[[Way], Way]:
    """This is a way to be refused with `reason`."""

    def keep(how: Way) -> Way:
        WAYS[reason] = how
        return how

    return keep


def saying(by: str, command: Command) -> Way:
    return lambda day: day.say(by, command)


def at_tables(people: int) -> Said:
    """So many guests in one room, in a round of tables."""
    dream = Round(id="dream", order=9, kind=RoundKind.DREAM, minutes=20, grouping=Grouping.TABLES)
    day = begun((*PLAN, dream))
    day.go("dream")
    for guest in day.guests(people):
        day.do(guest, MoveTo(room=SOUP))
    return day


WAYS |= {
    Reason.ALREADY: saying(OPERATOR.id, SetUp(records=PLAN)),
    Reason.ALREADY_MOVED: saying(FEE, OpenRound(round="welcome", after="prizes")),
    Reason.BAD_LENGTH: saying(ANN, Rename(name="")),
    Reason.BALLOT_CLOSED: saying(ANN, CastVote(prize="cup", choice=SOUP)),
    Reason.BALLOT_NOT_CLOSED: saying(FEE, RevealPrize(prize="cup", winners=())),
    Reason.GONE: saying(FEE, HideNote(note="nothing", hidden=True)),
    Reason.NOT_ALLOWED: saying(ANN, OpenBallot(ballot="ballot")),
    Reason.NOT_NOW: saying(CLOCK.id, CloseRound(round="welcome")),
}


@way(Reason.BOARD_CLOSED)
def write_on_a_closed_board(_: Said) -> Reason | list:
    day = begun((*PLAN, Board(id="closed", open=False)))
    return day.say(ANN, PostNote(id=NEW, board="closed", kind=NoteKind.TIP, text="Hoi"))


@way(Reason.CHANGED_MEANWHILE)
def improve_another_text(day: Said) -> Reason | list:
    return day.say(ANN, ImproveNote(note=day.note(ANN, "een"), text="drie", was="twee"))


@way(Reason.FULL)
def sit_at_a_full_table(_: Said) -> Reason | list:
    day = at_tables(11)
    first = next(seat.table for seat in day.tables.all(Seat) if seat.id == new_id("guest0"))
    for seat in day.tables.all(Seat):
        if seat.table != first and (said := day.say(seat.id, SitAt(table=first))) is Reason.FULL:
            return said
    return []


@way(Reason.NOT_AN_ADDRESS)
def give_no_address(day: Said) -> Reason | list:
    return day.say(ANN, Agree(purpose=Purpose.REPORT, text="Ja", email="ann at home"))


@way(Reason.NOT_IN_ROOM)
def host_without_a_table(day: Said) -> Reason | list:
    return day.say(ANN, TakeTask(task=Task.HOST, taken=True))


@way(Reason.TAKEN)
def do_what_another_does(_: Said) -> Reason | list:
    day = at_tables(9)
    table = [seat.id for seat in day.tables.all(Seat) if seat.table == 1]
    day.do(table[0], TakeTask(task=Task.HOST, taken=True))
    return day.say(table[1], TakeTask(task=Task.HOST, taken=True))


@way(Reason.TOO_MANY)
def propose_too_much(day: Said) -> Reason | list:
    for number in range(MOST_OWN):
        day.do(ANN, Propose(id=new_id(f"talk{number}"), title="Repareren"))
    return day.say(ANN, Propose(id=NEW, title="Nog een"))


@way(Reason.ID_IN_USE)
def take_an_id_twice(day: Said) -> Reason | list:
    return day.say(ANN, PostNote(id=day.note(ANN), board=SOUP, kind=NoteKind.TIP, text="Hoi"))


@way(Reason.OWN_INITIATIVE)
def vote_for_oneself(day: Said) -> Reason | list:
    day.do(FEE, OpenBallot(ballot="ballot"))
    return day.say(LEA, CastVote(prize="cup", choice=SOUP))


@way(Reason.LINK_VOTED)
def vote_twice_by_one_link(_: Said) -> Reason | list:
    day = by_links_only()
    day.do(FEE, OpenBallot(ballot="ballot"))
    for lead in (LEA, BEN):
        day.do(DOOR.id, Join(id=lead, name="Lea", link=link_of(LEA)))
    for choice in (BIKE, GARDEN):  # one's own vote can be changed
        day.do(LEA, CastVote(prize="cup", choice=choice))
    return day.say(BEN, CastVote(prize="cup", choice=BIKE))


@way(Reason.TIE)
def reveal_without_a_winner(day: Said) -> Reason | list:
    day.do(FEE, OpenBallot(ballot="ballot"), CloseBallot(ballot="ballot"))
    return day.say(FEE, RevealPrize(prize="cup", winners=()))


@way(Reason.NO_TIE)
def settle_what_was_won(day: Said) -> Reason | list:
    day.vote({SOUP: 5})
    day.do(FEE, CloseBallot(ballot="ballot"))
    return day.say(FEE, SettlePrize(prize="cup", choice=SOUP))


@way(Reason.NOT_YOURS)
def use_another_ones_phone(day: Said) -> Reason | list:
    day.say(ANN, Rename(name="Anneke"), ref=f"{PHONE}.1")
    return day.say(BEN, Rename(name="Bernard"), ref=f"{PHONE}.2")


def refusal(asked: Callable[[], object]) -> Reason:
    with pytest.raises(Refused) as no:
        asked()
    return no.value.reason


@way(Reason.NOT_UNDERSTOOD)
def send_nonsense(_: Said) -> Reason | list:
    return refusal(lambda: parse(Submit, {"ref": "x", "command": {"type": "Nonsense"}}))


@way(Reason.TOO_MANY_WAITING)
def wait_for_too_many(_: Said) -> Reason | list:
    return refusal(lambda: parse_ref(f"{PHONE}.257", 1))


@pytest.mark.parametrize("reason", [reason for reason in Reason if reason is not Reason.TOO_FAST])
def test_every_reason_can_be_met(reason: Reason) -> None:
    assert WAYS[reason](begun()) is reason


async def test_who_sends_too_fast_is_told_so() -> None:
    """The last reason is the sockets' own: one burst is let through to be judged, the next wish is not."""
    answers: list[tuple[str, Reason]] = []
    line = LibraryLine(lambda _, told: answers.append((told["ref"], told["reason"])), lambda: None)
    sockets = Sockets(None, None, None, [], polling=False)
    sockets._at["sid"] = (Hall("redis://127.0.0.1:1", "never-opened"), Screen("sid", ANN, line))
    refs = [f"{PHONE}.{seq}" for seq in range(1, int(BURST) + 2)]
    for seq, ref in enumerate(refs, 1):
        command = {"type": "Rename", "name": "Ann"}
        sockets._said("submit", "sid", {"ref": ref, "low": seq, "seen": 0, "command": command})
    assert answers == [(refs[-1], Reason.TOO_FAST)]
