"""What came of a festival: everything everybody was meant to see, in a fixed order, and nothing else."""

import itertools
import random
from collections.abc import Iterator

import msgspec
import pytest
from msgspec.structs import replace

from rooms.ballot import (
    AwardPrize,
    Ballot,
    BallotState,
    CastVote,
    CloseBallot,
    DecidedBy,
    OpenBallot,
    Prize,
    RevealPrize,
    SettlePrize,
)
from rooms.board import (
    AnswerNote,
    BackNote,
    Board,
    HideNote,
    ImproveNote,
    Note,
    NoteKind,
    PostNote,
    SetBoard,
    TakeAlong,
    TakeBackNote,
)
from rooms.festival import decide
from rooms.harvest import ClusterNote, GiveDot, MakePledge, Terms
from rooms.initiative import About, Initiative, Need, NeedKind, PartKind, RecipePart
from rooms.kernel import Command, Put, Reason, Record, Refused, Tables
from rooms.marketplace import GoTo, Harvest, PlaceConversation, Propose, WriteHarvest
from rooms.milestones import AddMilestone
from rooms.order import RemovePerson
from rooms.outcomes import Outcomes, outcomes
from rooms.people import OPERATOR, Join, Person, Role
from rooms.plans import DropNeed
from rooms.prizes import PrizeGiven
from rooms.programme import Grouping, OpenRound, Round, RoundKind, RoundState
from rooms.schedule import Language, SetPrompt, SkipRound
from rooms.setup import SetUp

FACILITATOR = Person(id="facilitator", name="Fee", role=Role.FACILITATOR)
DOOR = Person(id="door", name="", role=Role.DOOR)
BEGIN: tuple[Record, ...] = (
    About(id="about", title="Buurtdag", code="KMN4R7", date="2021-12-15"),
    Initiative(id="b", order=1, name="Beter", place="Beesd", what="Zorg", dream="Groot"),
    Initiative(id="a", order=2, name="Anders", place="Arnhem", what="Werk"),
    Board(id="a"),
    Board(id="b"),
    Need(id="a-2", initiative="a", order=2, kind=NeedKind.MONEY, text="tweede"),
    Need(id="a-10", initiative="a", order=1, kind=NeedKind.PILOT, text="eerste"),
    RecipePart(id="a-step-1", initiative="a", order=1, kind=PartKind.STEP, text="doen"),
    RecipePart(id="a-ingredient-2", initiative="a", order=2, kind=PartKind.INGREDIENT, text="zout"),
    RecipePart(id="a-ingredient-1", initiative="a", order=1, kind=PartKind.INGREDIENT, text="meel"),
    Ballot(id="ballot"),
    Prize(id="prize", ballot="ballot", order=1, title="Prijs", giver="Gever"),
    Round(id="round-1", order=1, kind=RoundKind.WELCOME, minutes=10),
    Round(id="round-2", order=2, kind=RoundKind.PITCH, minutes=5, initiative="b"),
    Round(id="round-3", order=3, kind=RoundKind.GOODBYE, minutes=5),
)


class Day:
    """A festival to say things at; every wish comes a second after the one before."""

    def __init__(self) -> None:
        self.tables = Tables()
        self._clock: Iterator[int] = itertools.count(1_000, 1_000)
        self.say(SetUp(records=BEGIN), OPERATOR)

    def say(self, wish: Command, by: Person = FACILITATOR) -> None:
        self.tables.apply(list(decide(self.tables, wish, by, next(self._clock))))

    def guest(self, name: str) -> Person:
        person = f"guest{next(self._clock):011}"
        self.say(Join(id=person, name=name), DOOR)
        return self.tables.find(Person, person)

    def note(self, by: Person, kind: NoteKind, text: str, board: str = "a") -> str:
        note = f"note{next(self._clock):012}"
        self.say(PostNote(id=note, board=board, kind=kind, text=text), by)
        return note

    def prize(self) -> PrizeGiven:
        (prize,) = outcomes(self.tables).prizes
        return prize


@pytest.fixture
def day() -> Day:
    return Day()


def test_before_it_is_set_up_there_are_no_outcomes() -> None:
    with pytest.raises(Refused) as told:
        outcomes(Tables())
    assert told.value.reason is Reason.GONE


def test_everything_comes_in_the_order_its_organiser_gave_it(day: Day) -> None:
    came = outcomes(day.tables)
    assert [row.id for row in came.initiatives] == ["b", "a"]
    anders = came.initiatives[1]
    assert [(need.kind, need.text) for need in anders.needs] == [("pilot", "eerste"), ("money", "tweede")]
    assert [part.text for part in anders.recipe] == ["meel", "zout", "doen"]
    assert [part.version for part in anders.recipe] == [10, 10, 10]
    assert (came.about.title, came.about.date) == ("Buurtdag", "2021-12-15")


def test_the_rounds_tell_how_far_the_day_came(day: Day) -> None:
    day.say(OpenRound(round="round-1", after=""))
    day.say(OpenRound(round="round-2", after="round-1"))
    rounds = outcomes(day.tables).rounds
    assert [row.state for row in rounds] == [RoundState.DONE, RoundState.OPEN, RoundState.PLANNED]
    assert [row.minutes for row in rounds] == [10, 5, 5]
    assert rounds[1].initiative == "b"


def test_notes_come_by_kind_oldest_first_as_they_read_now(day: Day) -> None:
    sam = day.guest("Sam")
    improved = day.note(sam, NoteKind.TIP, "klien")
    day.note(sam, NoteKind.TIP, "later")
    day.note(sam, NoteKind.QUESTION, "waarom?")
    gone = day.note(sam, NoteKind.TOP, "vergissing")
    day.say(ImproveNote(note=improved, text="klein", was="klien"), sam)
    day.say(TakeBackNote(note=gone), sam)
    notes = outcomes(day.tables).initiatives[1].notes
    assert [(note.text, note.name) for note in notes[NoteKind.TIP]] == [("klein", "Sam"), ("later", "Sam")]
    assert notes[NoteKind.TIP][0].at < notes[NoteKind.TIP][1].at
    assert [note.text for note in notes[NoteKind.QUESTION]] == ["waarom?"]
    assert notes[NoteKind.TOP] == notes[NoteKind.IMPACT] == ()


def test_hidden_notes_and_contacts_stay_behind_until_a_hidden_one_is_shown_again(day: Day) -> None:
    sam = day.guest("Sam")
    day.note(sam, NoteKind.CONTACT, "bel Noor")
    rude = day.note(sam, NoteKind.TIP, "onaardig")
    day.say(HideNote(note=rude, hidden=True))
    shown = msgspec.json.encode(outcomes(day.tables))
    assert b"bel Noor" not in shown and b"onaardig" not in shown
    day.say(HideNote(note=rude, hidden=False))
    shown = msgspec.json.encode(outcomes(day.tables))
    assert b"bel Noor" not in shown and b"onaardig" in shown


def test_a_prize_tells_nothing_before_it_is_revealed_and_then_all(day: Day) -> None:
    day.say(OpenBallot(ballot="ballot"))
    for number, choice in enumerate("aaabb"):
        day.say(CastVote(prize="prize", choice=choice), day.guest(f"Gast{number}"))
    assert outcomes(day.tables).turnout[0].voted == 5
    day.say(CloseBallot(ballot="ballot"))
    before = day.prize()
    assert (before.revealed, before.winners, before.tally) == (False, (), ())
    day.say(RevealPrize(prize="prize", winners=("a",)))
    after = day.prize()
    assert (after.revealed, after.winners, after.settled) == (True, ("a",), False)
    assert [(row.initiative, row.votes) for row in after.tally] == [("a", 3), ("b", 2)]
    (voted,) = outcomes(day.tables).turnout
    assert (voted.state, voted.voted) == (BallotState.CLOSED, 5)


def test_that_facilitators_chose_is_told_once_the_prize_is_revealed(day: Day) -> None:
    day.say(OpenBallot(ballot="ballot"))
    day.say(CastVote(prize="prize", choice="a"), day.guest("Sam"))
    day.say(CloseBallot(ballot="ballot"))
    day.say(SettlePrize(prize="prize", choice="b"))
    assert (day.prize().settled, day.prize().winners) == (False, ())
    day.say(RevealPrize(prize="prize", winners=("b",)))
    assert (day.prize().settled, day.prize().winners, day.prize().tally) == (True, ("b",), ())


def test_of_a_prize_nobody_votes_about_all_winners_are_told_once_revealed_and_no_turnout(day: Day) -> None:
    day.tables.apply([Put(replace(day.tables.find(Prize, "prize"), decided=DecidedBy.PARTNER, money=True))])
    day.say(AwardPrize(prize="prize", winners=("b", "a")))
    assert (day.prize().winners, day.prize().decided, day.prize().money) == ((), DecidedBy.PARTNER, True)
    day.say(RevealPrize(prize="prize", winners=("b", "a")))
    assert (day.prize().winners, day.prize().tally) == (("b", "a"), ())
    assert outcomes(day.tables).turnout == ()


def test_a_note_tells_what_became_of_it(day: Day) -> None:
    sam, kim = day.guest("Sam"), day.guest("Kim")
    asked = day.note(sam, NoteKind.QUESTION, "waarom?")
    day.say(BackNote(note=asked, backed=True), kim)
    day.say(AnswerNote(note=asked, text="daarom"))
    day.say(TakeAlong(note=asked, taken=True))
    day.say(GiveDot(note=asked, given=True), kim)
    day.say(GiveDot(note=asked, given=True), sam)
    day.say(ClusterNote(note=asked, label="Geld"))
    (note,) = outcomes(day.tables).initiatives[1].notes[NoteKind.QUESTION]
    assert (note.backed, note.answer, note.taken, note.dots, note.cluster) == (1, "daarom", True, 2, "Geld")


def test_notes_that_wait_for_approval_stay_behind_until_they_are_shown(day: Day) -> None:
    day.say(SetBoard(board="a", open=True, approve=True))
    waiting = day.note(day.guest("Sam"), NoteKind.TIP, "nog niet gezien")
    assert b"nog niet gezien" not in msgspec.json.encode(outcomes(day.tables))
    day.say(HideNote(note=waiting, hidden=False))
    assert b"nog niet gezien" in msgspec.json.encode(outcomes(day.tables))


def test_milestones_come_by_their_day_and_those_without_one_last(day: Day) -> None:
    for number, (what, when) in enumerate((("ooit", ""), ("later", "2022-05-01"), ("eerst", "2022-01-09"))):
        day.say(AddMilestone(id=f"milestone0000{number:03}", initiative="a", what=what, who="Jan", when=when))
    milestones = outcomes(day.tables).initiatives[1].milestones
    assert [(one.what, one.who, one.when) for one in milestones] == [
        ("eerst", "Jan", "2022-01-09"),
        ("later", "Jan", "2022-05-01"),
        ("ooit", "Jan", ""),
    ]


def test_a_pledge_tells_who_does_what_and_the_need_it_is_for_while_that_is_asked(day: Day) -> None:
    sam = day.guest("Sam")
    pledge = MakePledge(id="pledge0000000001", initiative="a", need="a-2", what="geef", when="morgen", terms=Terms.PAID)
    day.say(pledge, sam)
    (made,) = outcomes(day.tables).initiatives[1].pledges
    assert (made.name, made.what, made.when, made.terms, made.need) == ("Sam", "geef", "morgen", Terms.PAID, "tweede")
    day.say(DropNeed(need="a-2"))
    (made,) = outcomes(day.tables).initiatives[1].pledges
    assert (made.what, made.need) == ("geef", "")


def test_conversations_come_by_slot_and_place_with_what_they_brought(day: Day) -> None:
    sam, kim = day.guest("Sam"), day.guest("Kim")
    loose, second, first = (f"conversation{number:04}" for number in range(3))
    for conversation, title in ((loose, "Zonder plek"), (second, "Tweede"), (first, "Eerste")):
        day.say(Propose(id=conversation, title=title), sam)
    day.say(PlaceConversation(conversation=first, slot=1, place=2), sam)
    day.say(PlaceConversation(conversation=second, slot=2, place=1), sam)
    day.say(GoTo(conversation=first, going=True), kim)
    day.say(WriteHarvest(conversation=first, field=Harvest.INSIGHTS, text="gezien", was=""), sam)
    day.say(WriteHarvest(conversation=first, field=Harvest.AGREEMENTS, text="gedaan", was=""), sam)
    day.note(kim, NoteKind.TIP, "op het bord", board=first)
    held = outcomes(day.tables).conversations
    assert [(row.title, row.slot, row.place) for row in held] == [
        ("Eerste", 1, 2),
        ("Tweede", 2, 1),
        ("Zonder plek", 0, 0),
    ]
    assert (held[0].names, held[0].going) == (("Sam",), 1)
    assert (held[0].insights, held[0].agreements) == ("gezien", "gedaan")
    assert [note.text for note in held[0].notes[NoteKind.TIP]] == ["op het bord"]
    assert sam.id.encode() not in msgspec.json.encode(held)


def test_a_round_tells_its_question_how_people_sat_and_that_it_was_left_out(day: Day) -> None:
    day.tables.apply([Put(replace(day.tables.find(Round, "round-3"), grouping=Grouping.TABLES))])
    for language, text in ((Language.NL, "Wat nu?"), (Language.EN, "What now?")):
        day.say(SetPrompt(round="round-3", language=language, text=text, was=""))
    day.say(SkipRound(round="round-3", skipped=True))
    row = outcomes(day.tables).rounds[2]
    assert (row.prompt_nl, row.prompt_en, row.grouping, row.skipped) == ("Wat nu?", "What now?", Grouping.TABLES, True)


def test_the_figures_count_what_everybody_may_know(day: Day) -> None:
    sam, gone = day.guest("Sam"), day.guest("Weg")
    day.say(RemovePerson(person=gone.id, removed=True))
    day.note(sam, NoteKind.TIP, "telt")
    day.note(sam, NoteKind.CONTACT, "alleen het aantal")
    day.say(HideNote(note=day.note(sam, NoteKind.TIP, "telt niet"), hidden=True))
    figures = outcomes(day.tables).figures
    assert (figures.people, figures.notes, figures.contacts) == (1, 1, 1)
    assert (figures.milestones, figures.pledges, figures.conversations) == (0, 0, 0)


def test_the_order_of_the_tables_makes_no_difference(day: Day) -> None:
    for number in range(20):
        day.note(day.guest(f"Gast{number}"), NoteKind.TIP, "x" * (number + 1))
    records = [replace(row, at=1) if isinstance(row, Note) else row for row in day.tables.records()]
    once = msgspec.json.encode(outcomes(Tables(records)))
    for seed in range(5):
        random.Random(seed).shuffle(records)
        assert msgspec.json.encode(outcomes(Tables(records))) == once


def test_the_form_is_closed_and_bears_its_version(day: Day) -> None:
    came = outcomes(day.tables)
    assert came.festijn == 4
    text = msgspec.json.encode(came)
    assert msgspec.json.decode(text, type=Outcomes) == came
    with pytest.raises(msgspec.ValidationError, match="unknown field `extra`"):
        msgspec.json.decode(text.replace(b"{", b'{"extra":1,', 1), type=Outcomes)
