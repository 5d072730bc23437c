"""Two people at the same moment: nobody reveals or overwrites what they did not see; and notes have an end."""

import pytest

from rooms import board
from rooms.ballot import AwardPrize, Prize, RevealPrize, SettlePrize
from rooms.board import Board, NoteKind, PostNote, SetBoard, TakeBackNote
from rooms.kernel import Reason
from rooms.marketplace import SetMarket, market_of
from rooms.programme import Round
from rooms.schedule import Language, SetPrompt
from tests.rooms.said import ANN, BEN, BIKE, FEE, FONS, GARDEN, SOUP, begun, new_id
from tests.rooms.test_awarding import given
from tests.rooms.test_ballot import counted

NL, EN = Language.NL, Language.EN


def asks(round_id: str, text: str, was: str = "", language: Language = NL) -> SetPrompt:
    return SetPrompt(round=round_id, language=language, text=text, was=was)


def test_nobody_reveals_a_winner_they_did_not_see() -> None:
    day = counted({SOUP: 3, BIKE: 3})
    day.do(FEE, SettlePrize(prize="cup", choice=SOUP))
    day.do(FONS, SettlePrize(prize="cup", choice=BIKE))
    assert day.say(FEE, RevealPrize(prize="cup", winners=(SOUP,))) is Reason.ALREADY_MOVED
    assert not day.tables.find(Prize, "cup").revealed
    day.do(FEE, RevealPrize(prize="cup", winners=(BIKE,)))


def test_nobody_reveals_that_one_wins_where_two_do() -> None:
    day = given()
    day.do(FEE, AwardPrize(prize="gift", winners=(SOUP, GARDEN)))
    assert day.say(FEE, RevealPrize(prize="gift", winners=(SOUP,))) is Reason.ALREADY_MOVED
    day.do(FEE, RevealPrize(prize="gift", winners=(GARDEN, SOUP)))


def test_two_change_the_question_of_a_round_and_neither_overwrites_the_other_unseen() -> None:
    day = begun()
    day.do(FEE, asks("prizes", "Wat nu?"))
    assert day.say(FONS, asks("prizes", "Wie helpt?")) is Reason.CHANGED_MEANWHILE
    assert day.last.present == "Wat nu?"
    day.do(FONS, asks("prizes", "Who helps?", language=EN), asks("prizes", "Wie helpt?", was="Wat nu?"))
    row = day.tables.find(Round, "prizes")
    assert (row.prompt_nl, row.prompt_en) == ("Wie helpt?", "Who helps?")


def test_the_question_of_a_round_can_be_changed_until_it_is_done() -> None:
    day = begun()
    day.go("welcome")
    day.do(FEE, asks("welcome", "Wie ben je?"))
    day.go("pitch-soup")
    assert day.say(FEE, asks("welcome", "Wie was je?", was="Wie ben je?")) is Reason.ALREADY_MOVED


def test_somebody_has_so_many_notes_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(board, "MOST_NOTES", 2)
    day = begun()
    first, _ = day.note(ANN), day.note(ANN, board=BIKE)
    more = PostNote(id=new_id("more"), board=SOUP, kind=NoteKind.TIP, text="Nog een")
    assert day.say(ANN, more) is Reason.TOO_MANY
    day.note(BEN)
    day.do(ANN, TakeBackNote(note=first), more)


def test_two_turn_two_switches_of_a_board_and_both_hold() -> None:
    day = begun()
    day.do(FEE, SetBoard(board=SOUP, approve=True))
    day.do(FONS, SetBoard(board=SOUP, open=False))
    row = day.tables.find(Board, SOUP)
    assert (row.open, row.approve) == (False, True)


def test_one_makes_the_grid_larger_while_another_stops_proposals_and_both_hold() -> None:
    day = begun()
    day.do(FEE, SetMarket(slots=3))
    day.do(FONS, SetMarket(open=False))
    grid = market_of(day.tables)
    assert (grid.open, grid.slots) == (False, 3)
