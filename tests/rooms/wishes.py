"""One wish of every kind of the whole day, as somebody improvises it: rooms, open space, harvest, plans, goodbye.

The improviser (`improvise.py`) takes these beside its own; each line makes one command from what is there.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from rooms.ballot import AwardPrize, Ballot, DecidedBy, Prize
from rooms.board import AnswerNote, BackNote, Board, Note, NoteKind, SetBoard, TakeAlong
from rooms.breakout import BringBack, ExtendRoom, MoveTo, SendHome, SitAt, SpreadHall, TakeTask, Task
from rooms.calls import SetCall
from rooms.goodbye import Agree, Consent, Disagree, Farewell, Purpose, SayGoodbye
from rooms.harvest import ClusterNote, GiveDot, MakePledge, Pledge, TakeBackPledge, Terms
from rooms.initiative import Initiative, Need, NeedKind, PartKind, RecipePart
from rooms.kernel import Command, Record, Tables
from rooms.marketplace import (
    CallPitch,
    Conversation,
    GoTo,
    Harvest,
    PlaceConversation,
    Propose,
    QueuePitch,
    Retitle,
    SetMarket,
    WriteHarvest,
)
from rooms.merging import AgreeMerge, AskMerge, DeclineMerge, MergeAsked, Withdraw
from rooms.messages import Announce, AnswerCall, CallForHelp, Message, TakeBackMessage
from rooms.milestones import AddMilestone, DropMilestone, EditMilestone, Milestone, MilestoneField
from rooms.order import RemovePerson
from rooms.people import Person, Role
from rooms.plans import AddNeed, DropNeed, EditInitiative, EditNeed, Field, NeedField
from rooms.programme import Round, RoundKind, RoundState, programme_of
from rooms.recipe import AddPart, DropPart, EditPart
from rooms.schedule import REFERS, AddRound, Language, MoveRound, SetMinutes, SetPrompt, SkipRound
from rooms.seats import HALL_NAME, HelpCall, Room, Seat

DAYS = ["", "2027-03-01", "maart"]
Maker = Callable[[Any, Tables], Command]
MAKERS: dict[type[Command], Maker] = {}


def makes(kind: type[Command]) -> Callable[[Maker], Maker]:
    """This makes wishes of this kind."""

    def keep(maker: Maker) -> Maker:
        MAKERS[kind] = maker
        return maker

    return keep


def said(one: Any) -> str:
    """Words that are on no note, so that what a note says can be told from what everybody may hear."""
    words = one.words()
    return f"ik: {words}" if words.strip() else words


def planned(row: Any) -> bool:
    return row.state is RoundState.PLANNED


def a_room(one: Any, tables: Tables) -> str:
    """An initiative's room, mostly; or a conversation's, or the hall, or none."""
    others = [one.one(tables, kind) for kind in (Initiative, Room, Room)]
    return one.choose(["soup"] * 3 + [*others, "", HALL_NAME])


def was(one: Any, tables: Tables, kind: type[Record], row: str, field: str) -> str:
    """The text one started from, mostly the one that is there."""
    found = tables.get(kind, row)
    return one.choose([getattr(found, field) if found else ""] * 4 + ["something else"])


def a_field(one: Any, tables: Tables, row: type[Record], fields: type[StrEnum], **known: list[str]) -> dict[str, Any]:
    """One field of a row in other words; `known` are those of fields that do not take just any."""
    of, field = one.one(tables, row), one.choose(list(fields))
    text = one.choose(known.get(field) or [said(one)])
    return {row.__name__.lower(): of, "field": field, "text": text, "was": was(one, tables, row, of, field)}


def yes(one: Any) -> bool:
    return one.choose([True, True, False])


@makes(AddRound)
def add_round(one: Any, tables: Tables) -> Command:
    kind = one.choose(list(RoundKind))
    about = {"initiative": Initiative, "ballot": Ballot}
    refers = {field: one.one(tables, about[field]) for field in [REFERS.get(kind, "")] if field}
    after = one.choose([programme_of(tables).round, one.one(tables, Round)])
    return AddRound(id=one.new(tables, Round), after=after, kind=kind, minutes=one.choose([5, 20, 0]), **refers)


@makes(SetPrompt)
def set_prompt(one: Any, tables: Tables) -> Command:
    row, language = one.one(tables, Round), one.choose(list(Language))
    started = was(one, tables, Round, row, f"prompt_{language}")
    return SetPrompt(round=row, language=language, text=said(one), was=started)


@makes(BringBack)
def bring_back(one: Any, tables: Tables) -> Command:
    return BringBack(round=one.choose([programme_of(tables).round] * 5 + [one.one(tables, Round)]))


@makes(SpreadHall)
def spread_hall(one: Any, tables: Tables) -> Command:
    people = sorted(person.id for person in tables.all(Person))
    return SpreadHall(people=tuple(one.choose(people or ["nobody"]) for _ in range(one.choose([1, 9, 20]))))


@makes(SendHome)
def send_home(one: Any, tables: Tables) -> Command:
    return SendHome(people=tuple(one.one(tables, Seat) for _ in range(one.choose([0, 1, 3]))))


@makes(Announce)
def announce(one: Any, tables: Tables) -> Command:
    rooms = one.choose([(), (HALL_NAME,), (one.one(tables, Initiative), one.one(tables, Room)), ("soup",) * 61])
    return Announce(id=one.new(tables, Message), text=said(one), rooms=rooms)


@makes(Propose)
def propose(one: Any, tables: Tables) -> Command:
    return Propose(id=one.new(tables, Conversation), title=said(one), heads=one.choose([0, 8, -1]))


@makes(PlaceConversation)
def place_conversation(one: Any, tables: Tables) -> Command:
    slot, place = one.choose([(1, 1), (1, 2), (2, 1), (2, 4), (0, 0), (0, 1), (9, 1)])
    return PlaceConversation(conversation=one.one(tables, Conversation), slot=slot, place=place)


@makes(EditPart)
def edit_part(one: Any, tables: Tables) -> Command:
    row = one.one(tables, RecipePart)
    return EditPart(part=row, text=said(one), was=was(one, tables, RecipePart, row, "text"))


@makes(AddPart)
def add_part(one: Any, tables: Tables) -> Command:
    where, kind, version = one.one(tables, Initiative), one.choose(list(PartKind)), one.choose([10, 20, 11])
    return AddPart(id=one.new(tables, RecipePart), initiative=where, kind=kind, text=said(one), version=version)


@makes(AddMilestone)
def add_milestone(one: Any, tables: Tables) -> Command:
    where, when = one.one(tables, Initiative), one.choose(DAYS)
    return AddMilestone(id=one.new(tables, Milestone), initiative=where, what=said(one), who="Lea", when=when)


@makes(MakePledge)
def make_pledge(one: Any, tables: Tables) -> Command:
    where, need = one.one(tables, Initiative), one.choose(["", one.one(tables, Need)])
    terms = one.choose(list(Terms))
    return MakePledge(id=one.new(tables, Pledge), initiative=where, what=said(one), need=need, terms=terms)


@makes(SayGoodbye)
def say_goodbye(one: Any, tables: Tables) -> Command:
    wanted = one.choose(["", said(one), said(one)])
    before = one.choose(["", *sorted(farewell.will_do for farewell in tables.all(Farewell))])
    return SayGoodbye(will_do=wanted, was=before)


@makes(Agree)
def agree(one: Any, _: Tables) -> Command:
    email = one.choose([f"mail{one.count}@example.org", f"mail{one.count}@example.org", "no address"])
    return Agree(purpose=one.choose(list(Purpose)), text=f"agreed-{one.count}", email=email)


@makes(AnswerNote)
def answer_note(one: Any, tables: Tables) -> Command:
    note = one.one(tables, Note, lambda note: note.kind is NoteKind.QUESTION)
    return AnswerNote(note=note, text=said(one), was=was(one, tables, Note, note, "answer"))


@makes(AwardPrize)
def award_prize(one: Any, tables: Tables) -> Command:
    prize = one.one(tables, Prize, lambda prize: prize.decided is not DecidedBy.VOTE)
    winners = one.choose([(), (one.one(tables, Initiative),), tuple(one.one(tables, Initiative) for _ in "ab")])
    return AwardPrize(prize=prize, winners=winners)


@makes(Retitle)
def retitle(one: Any, tables: Tables) -> Command:
    row = one.one(tables, Conversation)
    title = was(one, tables, Conversation, row, "title")
    return Retitle(conversation=row, title=said(one), heads=one.choose([0, 9, 501]), was=title)


@makes(AskMerge)
def ask_merge(one: Any, tables: Tables) -> Command:
    into = one.one(tables, Conversation)
    return AskMerge(conversation=one.one(tables, Conversation), into=into, wanted=yes(one))


@makes(AddNeed)
def add_need(one: Any, tables: Tables) -> Command:
    where, kind = one.one(tables, Initiative), one.choose(list(NeedKind))
    return AddNeed(id=one.new(tables, Need), initiative=where, kind=kind, text=said(one))


@makes(RemovePerson)
def remove_person(one: Any, tables: Tables) -> Command:
    guests = one.choose([Role.PARTICIPANT, Role.LEAD, Role.FACILITATOR])
    out = one.one(tables, Person, lambda person: person.removed)
    seated = one.one(tables, Seat, lambda seat: seat.role is guests)
    return RemovePerson(person=one.choose([out, seated]), removed=one.choose([True, False]))


@makes(SetCall)
def set_call(one: Any, tables: Tables) -> Command:
    room = one.choose([HALL_NAME, a_room(one, tables)])
    return SetCall(room=room, address=one.choose(["https://meet.example.org/x", "", "no address"]))


@makes(ExtendRoom)
def extend_room(one: Any, tables: Tables) -> Command:
    return ExtendRoom(room=a_room(one, tables), minutes=one.choose([1, 5, 61]))


def question(note: Note) -> bool:
    return note.kind is NoteKind.QUESTION


MAKERS |= {
    WriteHarvest: lambda one, at: WriteHarvest(**a_field(one, at, Conversation, Harvest)),
    EditInitiative: lambda one, at: EditInitiative(**a_field(one, at, Initiative, Field)),
    EditNeed: lambda one, at: EditNeed(**a_field(one, at, Need, NeedField, kind=[*NeedKind, "no kind"])),
    EditMilestone: lambda one, at: EditMilestone(**a_field(one, at, Milestone, MilestoneField, when=DAYS)),
    MoveRound: lambda one, at: MoveRound(round=one.one(at, Round, planned), after=one.one(at, Round)),
    SkipRound: lambda one, at: SkipRound(round=one.one(at, Round, planned), skipped=yes(one)),
    SetMinutes: lambda one, at: SetMinutes(round=one.one(at, Round, planned), minutes=one.choose([1, 20, 241])),
    MoveTo: lambda one, at: MoveTo(room=a_room(one, at)),
    SitAt: lambda one, at: SitAt(table=one.choose([1, 1, 2, 2, 3, 4])),
    TakeTask: lambda one, at: TakeTask(task=one.choose(list(Task)), taken=yes(one)),
    CallForHelp: lambda one, at: CallForHelp(wanted=yes(one)),
    AnswerCall: lambda one, at: AnswerCall(call=one.one(at, HelpCall), walk=yes(one)),
    TakeBackMessage: lambda one, at: TakeBackMessage(message=one.one(at, Message)),
    SetBoard: lambda one, at: SetBoard(board=one.one(at, Board), open=yes(one), approve=not yes(one)),
    BackNote: lambda one, at: BackNote(note=one.one(at, Note, question), backed=yes(one)),
    TakeAlong: lambda one, at: TakeAlong(note=one.one(at, Note), taken=yes(one)),
    DropNeed: lambda one, at: DropNeed(need=one.one(at, Need)),
    DropPart: lambda one, at: DropPart(part=one.one(at, RecipePart)),
    DropMilestone: lambda one, at: DropMilestone(milestone=one.one(at, Milestone)),
    SetMarket: lambda one, at: SetMarket(open=yes(one), slots=one.choose([2, 2, 7]), places=one.choose([4, 8, 1])),
    Withdraw: lambda one, at: Withdraw(conversation=one.one(at, Conversation)),
    QueuePitch: lambda one, at: QueuePitch(conversation=one.one(at, Conversation), wanted=yes(one)),
    CallPitch: lambda one, at: CallPitch(conversation=one.choose([one.one(at, Conversation), ""])),
    AgreeMerge: lambda one, at: AgreeMerge(conversation=one.one(at, MergeAsked)),
    DeclineMerge: lambda one, at: DeclineMerge(conversation=one.one(at, MergeAsked)),
    GoTo: lambda one, at: GoTo(conversation=one.one(at, Conversation), going=yes(one)),
    TakeBackPledge: lambda one, at: TakeBackPledge(pledge=one.one(at, Pledge)),
    GiveDot: lambda one, at: GiveDot(note=one.one(at, Note), given=yes(one)),
    ClusterNote: lambda one, at: ClusterNote(note=one.one(at, Note), label=said(one)),
    Disagree: lambda one, at: Disagree(purpose=one.choose(list(Purpose))),
}


def whose(tables: Tables, command: Command) -> str:
    """Who alone, or best, may wish this: the one whose pledge, conversation or question it is; "" for anybody."""
    if isinstance(command, SitAt | TakeTask):
        return max((seat.id for seat in tables.all(Seat) if seat.table), default="")
    if isinstance(command, Disagree):
        return max((row.person for row in tables.all(Consent) if row.purpose is command.purpose), default="")
    if isinstance(command, TakeBackPledge):
        pledge = tables.get(Pledge, command.pledge)
        return pledge.person if pledge else ""
    if isinstance(command, AgreeMerge | DeclineMerge):
        asked = tables.get(MergeAsked, command.conversation)
        other = tables.get(Conversation, asked.into) if asked else None
        return other.conveners[0] if other else ""
    if isinstance(command, AskMerge | Withdraw | PlaceConversation | Retitle | QueuePitch):
        found = tables.get(Conversation, command.conversation)
        return found.conveners[0] if found else ""
    return ""
