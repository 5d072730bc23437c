"""A festival that is taken to another place reads the same there, and nothing goes along that was not for everybody."""

import msgspec
import pytest

from rooms.ballot import Ballot, BallotState, CloseBallot, RevealPrize, Vote
from rooms.board import Note, shown_to_all
from rooms.carrying import FORMS, Carried
from rooms.festival import RECORDS
from rooms.inbox import LetterKind, WriteLetter
from rooms.kernel import Put, Record, Tables
from rooms.outcomes import Outcomes, outcomes
from rooms.people import Link, Person
from rooms.published import open_festival
from rooms.publishing import WHOLE, Part, Published
from rooms.view import FESTIVAL, view
from tests.outcome import Day, planted
from tests.rooms.improvise import play, seeded

STAY = {
    "Person",
    "Link",
    "Device",
    "Agreement",
    "Erased",
    "Room",
    "Table",
    "Seat",
    "HelpCall",
    "Message",
    "Backing",
    "Going",
    "MergeAsked",
    "Dot",
    "Vote",
    "Farewell",
    "Consent",
    "Address",
    "Shared",
    "Letter",
    "Published",
}


def away_and_back(tables: Tables) -> tuple[Outcomes, Outcomes]:
    """The outcomes here, and those of what was loaded from their JSON."""
    here = outcomes(tables)
    read = msgspec.json.decode(msgspec.json.encode(here), type=Outcomes)
    return here, outcomes(Tables(read.records))


@pytest.mark.parametrize("seed", range(12))
def test_whatever_happened_it_reads_the_same_where_it_is_loaded(seed: int) -> None:
    festival, _ = play(seeded(seed), turns=120)
    here, there = away_and_back(festival.tables)
    assert there == here
    assert away_and_back(Tables(there.records)) == (here, here)


@pytest.mark.parametrize("seed", range(4))
def test_nobody_goes_along_and_no_hidden_word(seed: int) -> None:
    festival, _ = play(seeded(seed), turns=120)
    tables = festival.tables
    carried = msgspec.json.encode(outcomes(tables).records).decode()
    stays = [row.id for kind in (Person, Link, Vote) for row in tables.all(kind)]
    stays += [note.id for note in tables.all(Note) if not shown_to_all(note)]
    assert stays
    assert [row for row in stays if f'"{row}"' in carried] == []


def test_every_kind_of_row_was_thought_of() -> None:
    assert {kind.__name__ for kind in RECORDS} == {kind.__name__ for kind in (*FORMS, Carried)} | STAY


def test_what_may_only_be_counted_goes_along_as_a_number() -> None:
    day = Day()
    planted(day)
    guest = day.guest(77)
    day.say(WriteLetter(id="plain-letter0001", initiative="", kind=LetterKind.QUESTION, text="secret letter"), guest)
    here, there = away_and_back(day.tables)
    assert there.figures == here.figures
    assert (there.figures.people, there.figures.contacts) == (8, 2)
    assert [(one.written, one.unanswered) for one in there.letters if one.kind is LetterKind.QUESTION] == [(2, 2)]
    assert [one.voted for one in there.turnout if one.state is BallotState.OPEN] == [6]


def test_who_gets_a_prize_goes_along_once_everybody_knows() -> None:
    day = Day()
    planted(day)
    day.say(CloseBallot(ballot="publieksprijs"))
    assert not [row for row in outcomes(day.tables).records if getattr(row, "counts", None)]
    day.say(RevealPrize(prize="spreekuur", winners=("kunstpost",)))
    here, there = away_and_back(day.tables)
    assert there.prizes[0].winners == ("kunstpost",)
    assert there == here
    assert Tables(there.records).find(Ballot, "publieksprijs").cast == 6


def test_what_goes_along_is_shown_to_everybody_as_it_was() -> None:
    """Each row that goes along is one that everybody, or who looks at its board or is in its group, could see."""
    day = Day()
    planted(day)
    narrow = {"Offer", "Member"}
    shown = [row for row in outcomes(day.tables).records if type(row).__name__ not in narrow | {"Carried", "Prize"}]
    assert [row for row in shown if not audiences(row)] == []


def audiences(row: Record) -> list[str]:
    return [one for one in view(row) if one == FESTIVAL or one.startswith("board:")]


def test_what_was_said_in_a_loaded_festival_can_be_published_without_anybodys_name() -> None:
    day = Day()
    planted(day)
    there = Tables(outcomes(day.tables).records)
    there.apply([Put(Published(id=WHOLE, parts=(Part.CONVERSATIONS,), at=1))])
    told = open_festival(there)
    assert told is not None and told.conversations is not None
    assert [talk.names for talk in told.conversations] == [()]
