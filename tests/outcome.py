"""A festival whose outcomes are taken home: with secrets in every corner, and beside them what everybody may see.

Every secret has "secret" in it, so that one search finds whatever leaked.
"""

import functools
import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook

from rooms.ballot import CastVote, OpenBallot
from rooms.board import AnswerNote, BackNote, HideNote, Note, NoteKind, PostNote, ReleaseNote, SetBoard, TakeAlong
from rooms.contacts import ShareContact
from rooms.experts import JoinGroup, OpenGroup, Product
from rooms.festival import decide
from rooms.goals import TagInitiative
from rooms.goodbye import Agree, Purpose, SayGoodbye
from rooms.harvest import ClusterNote, GiveDot, MakePledge, Terms
from rooms.inbox import LetterKind, WriteLetter
from rooms.initiative import NeedKind, RecipePart
from rooms.kernel import Command, Put, Tables
from rooms.marketplace import GoTo, Harvest, PlaceConversation, Propose, WriteHarvest
from rooms.milestones import AddMilestone
from rooms.offers import How, MakeOffer, Reply, ReplyToOffer
from rooms.outcomes import outcomes
from rooms.people import DOOR, OPERATOR, Join, MakeLink, Person, Role
from rooms.plans import AddNeed
from rooms.receipt import parse_ref, receipt
from rooms.recipe import BeginVersion, EditPart, PutBehind
from rooms.setup import SetUp
from server.csvtables import as_csv
from server.eventfile import load
from server.exports import as_json
from server.report import as_markdown
from server.spreadsheet import as_xlsx

PROJECT = Path(__file__).resolve().parent.parent
FACILITATOR = Person(id="secret-facilitator", name="Fee", role=Role.FACILITATOR)
CASE = "kunstpost"
BEGAN = 1_700_000_000_000
"""When everything is said: 14 November 2023, 23:13:20 in the Netherlands."""


@functools.cache
def words(lang: str) -> Callable[..., str]:
    """The sentences of one language; a sentence that is not there, or not complete, is an error."""
    bundle = FluentBundle([lang], use_isolating=False)
    bundle.add_resource(FluentResource((PROJECT / "client" / "words" / f"{lang}.ftl").read_text()))

    def say(word: str, /, **args: object) -> str:
        pattern = bundle.get_message(word).value
        assert pattern is not None
        said, errors = bundle.format_pattern(pattern, args)
        assert not errors
        return str(said)

    return say


class Day:
    """A festival to say things at: the shortest one of the events, or another."""

    def __init__(self, event: str = "korte-dag") -> None:
        self.tables = Tables()
        self.say(SetUp(records=load(PROJECT / "events" / f"{event}.toml")), OPERATOR)

    def say(self, wish: Command, by: Person = FACILITATOR) -> None:
        self.tables.apply(list(decide(self.tables, wish, by, BEGAN)))

    def guest(self, number: int) -> Person:
        self.say(Join(id=f"secret-guest{number:04}", name=f"Gast {number}"), DOOR)
        return self.tables.find(Person, f"secret-guest{number:04}")

    def note(self, by: Person, kind: NoteKind, text: str, board: str = CASE) -> str:
        called = "secret" if "secret" in text else "plain-"  # who may read a note may know its id
        note = f"{called}note{len(self.tables.records()):06}"
        self.say(PostNote(id=note, board=board, kind=kind, text=text), by)
        return note

    def markdown(self, lang: str = "nl") -> str:
        return as_markdown(outcomes(self.tables), lang, words(lang))

    def book(self, lang: str = "nl") -> Workbook:
        """The spreadsheet, as a programme reads it."""
        return load_workbook(io.BytesIO(as_xlsx(outcomes(self.tables), lang, words(lang))))

    def csv(self, lang: str = "nl") -> dict[str, str]:
        """The tables, by the names of their files."""
        with zipfile.ZipFile(io.BytesIO(as_csv(outcomes(self.tables), lang, words(lang)))) as archive:
            return {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist()}

    def exports(self) -> list[str]:
        """Every export that holds all that everybody saw, as text."""
        sheets = ["\n".join(map(str, told(self.book(lang)))) for lang in ("nl", "en")]
        csv = ["\n".join(self.csv(lang).values()) for lang in ("nl", "en")]
        return [as_json(outcomes(self.tables)).decode(), self.markdown(), self.markdown("en"), *sheets, *csv]


def told(book: Workbook) -> Iterator[tuple[Any, ...]]:
    """Every row of every sheet, after the sheet's name."""
    for sheet in book.worksheets:
        for row in sheet.iter_rows(values_only=True):
            yield sheet.title, *row


def planted(day: Day) -> None:
    """Secrets in every corner, and beside them what everybody may see."""
    guests = [day.guest(number) for number in range(6)]
    link = MakeLink(
        id="secret-link-0001", role=Role.LEAD, label="secret label", fingerprint="secretprint", initiative=CASE
    )
    day.say(link, OPERATOR)
    day.say(Join(id="secret-lead-0001", name="Lea", link="secret-link-0001"), DOOR)
    day.tables.apply(list(receipt(day.tables, parse_ref("secretdevice0001.7", 7), guests[0], 424_242)))
    notes_planted(day, guests)
    plans_planted(day, guests)
    talk_planted(day, guests)
    after_planted(day, guests)
    day.say(SayGoodbye(will_do="secret farewell", was=""), guests[0])
    day.say(Agree(purpose=Purpose.REPORT, text="secret consent", email="secret@buurt.example.org"), guests[0])
    day.say(OpenBallot(ballot="publieksprijs"))
    for guest, choice in zip(guests, ["kunstpost"] * 4 + ["buurtmaaltijden"] * 2, strict=True):
        day.say(CastVote(prize="spreekuur", choice=choice), guest)


def notes_planted(day: Day, guests: list[Person]) -> None:
    day.note(guests[0], NoteKind.CONTACT, "secret contact")
    day.say(HideNote(note=day.note(guests[0], NoteKind.TIP, "secret tip, soon hidden"), hidden=True))
    day.say(SetBoard(board="buurtmaaltijden", open=True, approve=True))
    day.note(guests[0], NoteKind.TIP, "secret tip, not approved", board="buurtmaaltijden")
    tip = day.note(guests[1], NoteKind.TIP, "a plain tip")
    day.say(GiveDot(note=tip, given=True), guests[2])
    day.say(TakeAlong(note=tip, taken=True))
    day.say(ClusterNote(note=tip, label="plain cluster"))
    day.note(guests[1], NoteKind.TOP, "a plain top")
    question = day.note(guests[1], NoteKind.QUESTION, "a plain question")
    day.say(BackNote(note=question, backed=True), guests[2])
    day.say(AnswerNote(note=question, text="a plain answer"))
    day.say(ReleaseNote(note=day.note(guests[1], NoteKind.IMPACT, "a plain impact idea"), released=True))


def plans_planted(day: Day, guests: list[Person]) -> None:
    milestone = AddMilestone(
        id="plain-milestone1", initiative=CASE, what="a plain milestone", who="Mila", when="2022-03-01"
    )
    day.say(milestone)
    pledge = MakePledge(
        id="plain-pledge0001", initiative=CASE, what="a plain pledge", when="in May", terms=Terms.EXCHANGE
    )
    day.say(pledge, guests[3])


def talk_planted(day: Day, guests: list[Person]) -> None:
    talk = "plain-talk000001"
    day.say(Propose(id=talk, title="a plain conversation"), guests[4])
    day.say(PlaceConversation(conversation=talk, slot=2, place=3), guests[4])
    day.say(GoTo(conversation=talk, going=True), guests[5])
    day.say(WriteHarvest(conversation=talk, field=Harvest.INSIGHTS, text="a plain insight", was=""), guests[4])
    day.say(WriteHarvest(conversation=talk, field=Harvest.AGREEMENTS, text="a plain agreement", was=""), guests[4])
    day.note(guests[5], NoteKind.TIP, "a plain tip for the talk", board=talk)
    # no phone can give this any more; a festival of before may hold one
    contact = day.note(guests[5], NoteKind.TIP, "secret contact for the talk", board=talk)
    day.tables.apply([Put(replace(day.tables.find(Note, contact), kind=NoteKind.CONTACT))])


def after_planted(day: Day, guests: list[Person]) -> None:
    """An offer that was taken with a contact, a group with somebody in it, a recipe that grew, a goal, a letter."""
    day.say(AddNeed(id="plain-need000001", initiative=CASE, kind=NeedKind.MONEY, text="a plain need"))
    offer = MakeOffer(id="plain-offer00001", need="plain-need000001", how=How.CAN, what="a plain offer")
    day.say(offer, guests[1])
    day.say(ReplyToOffer(offer=offer.id, reply=Reply.YES, was=Reply.NONE, answer="a plain yes"))
    day.say(ShareContact(offer=offer.id, contact="secret@plein.example.org", text="secret terms"), guests[1])
    day.say(OpenGroup(id="plain-group00001", initiative=CASE, product=Product.PODCAST, title="a plain group"))
    day.say(JoinGroup(id="plain-member0001", group="plain-group00001", brings="a plain microphone"), guests[5])
    tip = day.note(guests[1], NoteKind.TIP, "a plain tip behind a change")
    day.say(BeginVersion(initiative=CASE, after=10))
    part = next(one for one in day.tables.where(RecipePart, "initiative", CASE) if one.version == 20)
    day.say(EditPart(part=part.id, text=f"{part.text} plain-changed", was=part.text))
    day.say(PutBehind(part=part.id, note=tip, behind=True))
    day.say(TagInitiative(initiative=CASE, goals=(11,)))
    letter = WriteLetter(id="secret-letter001", initiative="", kind=LetterKind.QUESTION, text="a secret letter")
    day.say(letter, guests[2])


PLAIN = (
    "plain need",
    "plain offer",
    "plain yes",
    "plain group",
    "plain microphone",
    "plain-changed",
    "plain tip behind",
    "plain tip",
    "plain cluster",
    "plain top",
    "plain question",
    "plain answer",
    "plain impact idea",
    "plain milestone",
    "plain pledge",
    "in May",
    "plain conversation",
    "plain insight",
    "plain agreement",
    "plain tip for the talk",
    "Gast 1",
    "Gast 3",
    "Gast 4",
    "Mila",
    "KunstPost",
    "Lobby Lokaal",
)
"""What is planted for everybody to see."""
