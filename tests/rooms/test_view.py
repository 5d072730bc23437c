"""Who sees what: for each kind of record, who has it on their screen and who has not."""

import pytest

from rooms.ballot import CastVote, CloseBallot, OpenBallot, RevealPrize
from rooms.board import HideNote, Note, NoteKind, ReleaseNote
from rooms.listening import audiences
from rooms.numbers import Numbers, numbers
from rooms.people import Person, RevokeLink, Role
from tests.laws import rows_of
from tests.rooms.said import ANN, BEN, BIKE, FEE, GARDEN, LEA, OTTO, SOUP, STAN, Said, begun, link_of

EVERYONE = (ANN, BEN, LEA, FEE, STAN, OTTO)


def screen(day: Said, who: str, look: str = SOUP) -> dict[tuple[str, str], dict]:
    """All rows on this person's screen, each as the nearest audience has it."""
    shown: dict[tuple[str, str], dict] = {}
    for audience in reversed(audiences(day.tables, day.tables.find(Person, who), look)):
        shown |= rows_of(day.festival.layers, audience)
    return shown


def who_see(day: Said, kind: str, row: str) -> set[str]:
    return {who for who in EVERYONE if (kind, row) in screen(day, who)}


def test_a_note_is_seen_by_its_author_by_who_has_the_board_before_them_and_by_facilitators() -> None:
    day = begun()
    note = day.note(ANN)
    assert who_see(day, "Note", note) == {ANN, BEN, LEA, FEE, OTTO}
    assert ("Note", note) not in screen(day, BEN, BIKE)
    assert ("Note", note) in screen(day, ANN, BIKE)


def test_nobody_but_facilitators_and_the_author_sees_who_wrote_a_note() -> None:
    day = begun()
    note = day.note(ANN)
    assert {who for who in EVERYONE if "author" in screen(day, who).get(("Note", note), {})} == {ANN, FEE, OTTO}


def test_a_hidden_note_is_seen_by_its_author_and_the_facilitators() -> None:
    day = begun()
    note = day.note(ANN)
    day.do(FEE, HideNote(note=note, hidden=True))
    assert who_see(day, "Note", note) == {ANN, FEE, OTTO}
    day.do(FEE, HideNote(note=note, hidden=False))
    assert BEN in who_see(day, "Note", note)


@pytest.mark.parametrize(("board", "seen_by"), [(SOUP, {ANN, LEA, FEE, OTTO}), (BIKE, {ANN, FEE, OTTO})])
def test_a_contact_is_seen_by_its_giver_the_leads_of_the_initiative_and_the_facilitators(
    board: str, seen_by: set[str]
) -> None:
    day = begun()
    note = day.note(ANN, "Bel 06", NoteKind.CONTACT, board)
    assert {who for who in EVERYONE if ("Note", note) in screen(day, who, board)} == seen_by


def test_a_hidden_contact_is_not_seen_by_the_leads() -> None:
    day = begun()
    note = day.note(ANN, "Bel 06", NoteKind.CONTACT)
    day.do(FEE, HideNote(note=note, hidden=True))
    assert LEA not in who_see(day, "Note", note)


def test_a_released_note_is_on_the_stage_without_a_name() -> None:
    day = begun()
    note = day.note(ANN)
    assert STAN not in who_see(day, "Note", note)
    day.do(FEE, ReleaseNote(note=note, released=True))
    assert "name" not in screen(day, STAN)["Note", note]
    day.do(FEE, HideNote(note=note, hidden=True))
    assert STAN not in who_see(day, "Note", note)


def test_a_vote_is_its_voters_alone() -> None:
    day = begun()
    day.do(FEE, OpenBallot(ballot="ballot"))
    day.do(ANN, CastVote(prize="cup", choice=BIKE))
    assert who_see(day, "Vote", f"cup/{ANN}") == {ANN}
    day.do(FEE, CloseBallot(ballot="ballot"))
    assert who_see(day, "Vote", f"cup/{ANN}") == set()


def test_winners_and_tally_are_the_facilitators_until_the_prize_is_revealed() -> None:
    day = begun()
    day.vote({SOUP: 5})
    day.do(FEE, CloseBallot(ballot="ballot"))
    assert who_see(day, "Tally", "cup") == {FEE, OTTO}
    assert {who for who in EVERYONE if "winners" in screen(day, who)["Prize", "cup"]} == {FEE, OTTO}
    day.do(FEE, RevealPrize(prize="cup", winners=(SOUP,)))
    assert who_see(day, "Tally", "cup") == set(EVERYONE)
    assert {who for who in EVERYONE if screen(day, who)["Prize", "cup"].get("winners") == [SOUP]} == set(EVERYONE)


def test_a_person_sees_only_themselves_in_the_table_of_people() -> None:
    day = begun()
    for who in EVERYONE:
        assert [row for kind, row in screen(day, who) if kind == "Person"] == [who]


def test_links_are_seen_by_organisers_without_their_fingerprint() -> None:
    day = begun()
    assert who_see(day, "Link", link_of(STAN)) == {OTTO}
    assert "fingerprint" not in screen(day, OTTO)["Link", link_of(STAN)]


def test_initiatives_needs_rounds_and_the_ballot_are_for_everybody() -> None:
    day = begun()
    for key in (("Initiative", SOUP), ("Need", "soup-need"), ("Round", "welcome")):
        assert who_see(day, *key) == set(EVERYONE)
    for key in (("Ballot", "ballot"), ("Board", SOUP), ("About", "about")):
        assert who_see(day, *key) == set(EVERYONE)


def test_a_recipe_is_for_who_has_its_initiative_before_them_its_leads_and_the_facilitators() -> None:
    day = begun()
    recipe = ("RecipePart", "soup-part")
    assert recipe in screen(day, ANN, SOUP)
    assert recipe not in screen(day, ANN, BIKE)
    assert recipe in screen(day, FEE, "")
    assert recipe not in screen(day, STAN, "")


def test_who_chose_no_board_has_the_one_on_stage_before_them() -> None:
    day = begun()
    note = day.note(ANN, board=BIKE)
    assert ("Note", note) not in screen(day, BEN, "")
    day.go("pitch-bike")
    assert ("Note", note) in screen(day, BEN, "")
    assert ("Note", note) in screen(day, BEN, "nothing")
    assert ("Note", note) not in screen(day, BEN, GARDEN)


def test_who_was_removed_hears_nothing() -> None:
    day = begun()
    day.do(OTTO, RevokeLink(link=link_of(LEA)))
    assert audiences(day.tables, day.tables.find(Person, LEA), SOUP) == []


def test_leads_hear_their_own_initiative_whichever_board_is_before_them() -> None:
    day = begun()
    assert day.tables.find(Person, LEA).role is Role.LEAD
    note = day.note(ANN, "Bel 06", NoteKind.CONTACT)
    assert ("Note", note) in screen(day, LEA, BIKE)


def test_the_notes_that_everybody_sees_are_counted_contacts_and_hidden_ones_are_not() -> None:
    day = begun()
    day.note(ANN)
    day.note(ANN, kind=NoteKind.CONTACT)
    hidden = day.note(ANN)
    day.do(FEE, HideNote(note=hidden, hidden=True), OpenBallot(ballot="ballot"))
    day.do(ANN, CastVote(prize="cup", choice=BIKE))
    notes = {BIKE: 0, GARDEN: 0, SOUP: 1}
    assert numbers(day.tables) == Numbers(notes=notes, turnout={"ballot": 1}, heads={}, contacts=1)
    assert len(day.tables.all(Note)) == 3
