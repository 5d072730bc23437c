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
from rooms.goodbye import Agree, Disagree, Purpose, SayGoodbye
from rooms.harvest import ClusterNote, GiveDot, MakePledge, TakeBackPledge
from rooms.initiative import NeedKind, PartKind
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
from rooms.order import RemovePerson
from rooms.people import Join, KeepReturnLink, MakeLink, Rename, RevokeLink, Role
from rooms.plans import (
    AddMilestone,
    AddNeed,
    AddPart,
    DropMilestone,
    DropNeed,
    DropPart,
    EditInitiative,
    EditMilestone,
    EditNeed,
    EditPart,
    Field,
    MilestoneField,
    NeedField,
)
from rooms.programme import CloseRound, ExtendRound, OpenRound, RoundKind
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
    "door": [Join(id=NEW, name="Noor"), KeepReturnLink(id=NEW, person=BEN, fingerprint="print")],
    "clock": [CloseRound(round="welcome"), BringBack(round="welcome"), SendHome(people=(BEN,))],
    "operator organiser": [RevokeLink(link=link_of(STAN))],
    EVERYBODY: [
        Rename(name="Noor"),
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
        AddMilestone(id=NEW, initiative=SOUP, what="Keuken"),
        EditMilestone(milestone=NEW, field=MilestoneField.WHAT, text="Keuken", was=""),
        DropMilestone(milestone=NEW),
        ClusterNote(note=NOTE, label="Koken"),
    ],
}
"""By the roles that may wish it."""
