"""One sensible wish of every kind there is, and who may wish it as was agreed: told a second time, apart from RULES."""

from rooms.ballot import AwardPrize, CastVote, CloseBallot, OpenBallot, RevealPrize, SettlePrize
from rooms.board import (
    AnswerNote,
    BackNote,
    HideNote,
    ImproveNote,
    NoteKind,
    PostNote,
    ReleaseNote,
    SetBoard,
    TakeAlong,
    TakeBackNote,
)
from rooms.breakout import BringBack, ExtendRoom, MoveTo, SendHome, SitAt, SpreadHall, TakeTask, Task
from rooms.calls import SetCall
from rooms.contacts import ShareContact, StopSharing
from rooms.erasing import Erase, EraseAgain
from rooms.experts import EditGroup, JoinGroup, LeaveGroup, OpenGroup, Product
from rooms.goals import TagInitiative, TagNote
from rooms.goodbye import Agree, Disagree, Purpose, SayGoodbye
from rooms.harvest import ClusterNote, GiveDot, MakePledge, TakeBackPledge
from rooms.inbox import AnswerLetter, LetterKind, TakeBackLetter, WriteLetter
from rooms.initiative import NeedKind, PartKind
from rooms.keeping import Forget
from rooms.kernel import Command
from rooms.marketplace import (
    CallPitch,
    GoTo,
    Harvest,
    PlaceConversation,
    Propose,
    QueuePitch,
    Retitle,
    SetMarket,
    WriteHarvest,
)
from rooms.merging import AgreeMerge, AskMerge, DeclineMerge, Withdraw
from rooms.messages import Announce, AnswerCall, CallForHelp, TakeBackMessage
from rooms.milestones import AddMilestone, DropMilestone, EditMilestone, MilestoneField, MilestoneState, TellMilestone
from rooms.offers import How, MakeOffer, Reply, ReplyToOffer, TakeBackOffer
from rooms.order import RemovePerson
from rooms.people import Join, KeepReturnLink, MakeLink, Rename, RevokeLink, Role, Sector, TellSector
from rooms.plans import AddNeed, DropNeed, EditInitiative, EditNeed, Field, NeedField
from rooms.programme import CloseRound, ExtendRound, OpenRound, RoundKind
from rooms.publishing import Part, Publish
from rooms.recipe import AddPart, BeginVersion, DropPart, EditPart, PutBehind
from rooms.schedule import AddRound, Language, MoveRound, SetMinutes, SetPrompt, SkipRound
from rooms.setup import SetUp
from tests.rooms.said import BEN, PLAN, SOUP, STAN, link_of, new_id

NEW, NOTE, TALK = new_id("new"), new_id("note1"), new_id("talk")
EVERYBODY, GUESTS = "facilitator lead organiser participant", "lead participant"
DAY, HOSTS = "facilitator organiser", "facilitator lead organiser"

WISHES: dict[str, list[Command]] = {
    "operator": [
        SetUp(records=PLAN),
        MakeLink(id=NEW, role=Role.STAGE, label="Nieuw", fingerprint="print"),
    ],
    "door": [
        Join(id=NEW, name="Noor"),
        KeepReturnLink(id=NEW, person=BEN, fingerprint="print"),
        EraseAgain(person=BEN, at=1, words=True),
    ],
    "clock": [CloseRound(round="welcome"), BringBack(round="welcome"), SendHome(people=(BEN,)), Forget()],
    "door operator": [Erase(person=BEN, words=True)],
    "operator organiser": [RevokeLink(link=link_of(STAN))],
    "organiser": [Publish(about=SOUP, parts=(Part.CARD,), was=())],
    EVERYBODY: [
        Rename(name="Noor"),
        TellSector(sector=Sector.RESIDENT),
        MoveTo(room=SOUP),
        PostNote(id=NEW, board=SOUP, kind=NoteKind.TIP, text="Hoi"),
        ImproveNote(note=NOTE, text="Hallo", was="Hoi"),
        TakeBackNote(note=NOTE),
        Propose(id=NEW, title="Repareren"),
        Retitle(conversation=TALK, title="Ruilen", heads=0, was="Repareren"),
        Withdraw(conversation=TALK),
        QueuePitch(conversation=TALK, wanted=True),
        PlaceConversation(conversation=TALK, slot=1, place=1),
        AskMerge(conversation=TALK, into=NEW, wanted=True),
        AgreeMerge(conversation=TALK),
        DeclineMerge(conversation=TALK),
        GoTo(conversation=TALK, going=True),
        WriteHarvest(conversation=TALK, field=Harvest.INSIGHTS, text="Samen", was=""),
        MakePledge(id=NEW, initiative=SOUP, what="Ik kook"),
        TakeBackPledge(pledge=NEW),
        TagNote(note=NOTE, goals=(11,)),
        AddMilestone(id=NEW, initiative=SOUP, what="Keuken"),
        EditMilestone(milestone=NEW, field=MilestoneField.WHAT, text="Keuken", was=""),
        TellMilestone(milestone=NEW, state=MilestoneState.DONE, was=MilestoneState.PLANNED),
        MakeOffer(id=NEW, need="soup-need", how=How.CAN, what="Een keuken"),
        TakeBackOffer(offer=NEW),
        ShareContact(offer=NEW, contact="noor@example.org", text="Ja"),
        StopSharing(offer=NEW),
        JoinGroup(id=NEW, group=NEW, brings="Een camera"),
        LeaveGroup(group=NEW),
        WriteLetter(id=NEW, initiative="", kind=LetterKind.CHANCE, text="Er komt een pand vrij"),
        TakeBackLetter(letter=NEW),
    ],
    GUESTS: [
        SitAt(table=1),
        TakeTask(task=Task.HOST, taken=True),
        CallForHelp(wanted=True),
        BackNote(note=NOTE, backed=True),
        GiveDot(note=NOTE, given=True),
        CastVote(prize="cup", choice="bike"),
        SayGoodbye(will_do="Ik kook", was=""),
        Agree(purpose=Purpose.REPORT, text="Ja", email="noor@example.org"),
        Disagree(purpose=Purpose.REPORT),
    ],
    DAY: [
        RemovePerson(person=BEN, removed=True),
        OpenRound(round="pitch-soup", after="welcome"),
        ExtendRound(round="welcome", minutes=1),
        AddRound(id=NEW, after="welcome", kind=RoundKind.BREAK, minutes=5),
        MoveRound(round="prizes", after="welcome"),
        SkipRound(round="prizes", skipped=True),
        SetMinutes(round="prizes", minutes=5),
        SetPrompt(round="prizes", language=Language.NL, text="Wat nu?", was=""),
        ExtendRoom(room=SOUP, minutes=1),
        SpreadHall(),
        SetCall(room=SOUP, address="https://meet.example.org/soup"),
        AnswerCall(call=SOUP),
        Announce(id=NEW, text="Soep!"),
        TakeBackMessage(message=NEW),
        HideNote(note=NOTE, hidden=True),
        SetBoard(board=SOUP, open=True, approve=True),
        SetMarket(open=True, slots=2, places=4),
        CallPitch(conversation=""),
        OpenBallot(ballot="ballot"),
        CloseBallot(ballot="ballot"),
        SettlePrize(prize="cup", choice="bike"),
        AwardPrize(prize="cup", winners=("bike",)),
        RevealPrize(prize="cup", winners=("bike",)),
    ],
    HOSTS: [
        ReleaseNote(note=NOTE, released=True),
        TakeAlong(note=NOTE, taken=True),
        AnswerNote(note=NOTE, text="Ja"),
        EditInitiative(initiative=SOUP, field=Field.DREAM, text="Groot", was=""),
        AddNeed(id=NEW, initiative=SOUP, kind=NeedKind.MONEY, text="Geld"),
        EditNeed(need="soup-need", field=NeedField.TEXT, text="Geld", was="Een keuken"),
        DropNeed(need="soup-need"),
        AddPart(id=NEW, initiative=SOUP, kind=PartKind.STEP, text="Roeren"),
        EditPart(part="soup-part", text="Roeren", was="Pan op het vuur"),
        DropPart(part="soup-part"),
        DropMilestone(milestone=NEW),
        BeginVersion(initiative=SOUP, after=10),
        PutBehind(part="soup-part", note=NOTE, behind=True),
        TagInitiative(initiative=SOUP, goals=(11,)),
        ReplyToOffer(offer=NEW, reply=Reply.YES, was=Reply.NONE),
        OpenGroup(id=NEW, initiative=SOUP, product=Product.PODCAST, title="Soep op band"),
        EditGroup(group=NEW, product=Product.PODCAST, title="Soep", open=False, was="Soep op band"),
        AnswerLetter(letter=NEW, text="Ja"),
        ClusterNote(note=NOTE, label="Koken"),
    ],
}
"""By the roles that may wish it."""
