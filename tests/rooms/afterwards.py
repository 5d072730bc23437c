"""One wish of every kind of what comes of the day, as somebody improvises it: help, groups, recipes, letters, plans.

The improviser (`improvise.py`) takes these beside its own, as it does those of `wishes.py`.
"""

from typing import Any

from rooms.board import Note, PostNote
from rooms.contacts import ShareContact, Shared, StopSharing
from rooms.erasing import Erase, EraseAgain, called_after
from rooms.experts import EditGroup, Group, JoinGroup, LeaveGroup, Member, OpenGroup, Product
from rooms.festival import RULES
from rooms.goals import TagInitiative, TagNote
from rooms.goodbye import Agree
from rooms.inbox import AnswerLetter, Letter, LetterKind, TakeBackLetter, WriteLetter
from rooms.initiative import Initiative, Need, RecipePart
from rooms.keeping import DAY, Forget
from rooms.kernel import Command, Tables
from rooms.milestones import AddMilestone, EditMilestone, Milestone, MilestoneState, TellMilestone
from rooms.offers import How, MakeOffer, Offer, Reply, ReplyToOffer, TakeBackOffer
from rooms.people import Person, Sector, TellSector
from rooms.plans import AddNeed
from rooms.publishing import WHOLE, Part, Publish, public_parts
from rooms.recipe import AddPart, BeginVersion, EditPart, PutBehind
from tests.rooms.said import SECOND
from tests.rooms.wishes import MAKERS, makes, said, was, yes


@makes(MakeOffer)
def make_offer(one: Any, tables: Tables) -> Command:
    how, need = one.choose(list(How)), one.one(tables, Need)
    return MakeOffer(id=one.new(tables, Offer), need=need, how=how, what=said(one), behalf=one.choose(["", "Ons Huis"]))


@makes(ReplyToOffer)
def reply_to_offer(one: Any, tables: Tables) -> Command:
    offer = tables.get(Offer, one.one(tables, Offer))
    was = one.choose([offer.reply] * 4 + [Reply.LATER]) if offer else Reply.NONE
    reply = one.choose([Reply.YES] * 3 + list(Reply))
    return ReplyToOffer(offer=offer.id if offer else "", reply=reply, was=was, answer=one.choose(["", "Graag"]))


@makes(ShareContact)
def share_contact(one: Any, tables: Tables) -> Command:
    offer = one.one(tables, Offer, lambda offer: offer.reply is Reply.YES)
    return ShareContact(offer=offer, contact=f"reach-{one.count}@example.org", text="De ander mag dit zien.")


@makes(OpenGroup)
def open_group(one: Any, tables: Tables) -> Command:
    where, product = one.one(tables, Initiative), one.choose(list(Product))
    return OpenGroup(id=one.new(tables, Group), initiative=where, product=product, title=said(one))


@makes(EditGroup)
def edit_group(one: Any, tables: Tables) -> Command:
    row, product = one.one(tables, Group), one.choose(list(Product))
    title = was(one, tables, Group, row, "title")
    return EditGroup(group=row, product=product, title=said(one), open=yes(one), was=title)


@makes(WriteLetter)
def write_letter(one: Any, tables: Tables) -> Command:
    about, kind = one.choose(["", one.one(tables, Initiative)]), one.choose(list(LetterKind))
    return WriteLetter(id=one.new(tables, Letter), initiative=about, kind=kind, text=said(one))


@makes(AnswerLetter)
def answer_letter(one: Any, tables: Tables) -> Command:
    row = one.one(tables, Letter)
    return AnswerLetter(letter=row, text=said(one), was=was(one, tables, Letter, row, "answer"))


@makes(TellMilestone)
def tell_milestone(one: Any, tables: Tables) -> Command:
    row = tables.get(Milestone, one.one(tables, Milestone))
    state = one.choose(list(MilestoneState))
    before = one.choose([row.state] * 4 + [MilestoneState.DONE]) if row else MilestoneState.PLANNED
    when = one.choose(["2027-03-01", "ooit"]) if state is MilestoneState.MOVED else one.choose(["", "", "2027-03-01"])
    return TellMilestone(milestone=row.id if row else "", state=state, was=before, why=said(one), when=when)


@makes(BeginVersion)
def begin_version(one: Any, tables: Tables) -> Command:
    row = tables.get(Initiative, one.one(tables, Initiative))
    return BeginVersion(initiative=row.id if row else "", after=one.choose([row.recipe] * 4 + [70]) if row else 10)


@makes(PutBehind)
def put_behind(one: Any, tables: Tables) -> Command:
    part, note = one.one(tables, RecipePart), one.one(tables, Note)
    return PutBehind(part=part, note=note, behind=yes(one))


def some_goals(one: Any) -> tuple[int, ...]:
    return one.choose([(), (11,), (3, 11), (11, 3, 3), (0,), (18,)])


@makes(Publish)
def publish(one: Any, tables: Tables) -> Command:
    about = one.choose(["", one.one(tables, Initiative)])
    before = one.choose([public_parts(tables, about or WHOLE)] * 4 + [tuple(Part)])
    return Publish(about=about, parts=one.choose([(), (Part.CARD, Part.RECIPE), tuple(Part)]), was=before)


def erase_once_more(one: Any, tables: Tables) -> Command:
    who = one.one(tables, Person)
    person = tables.get(Person, who)
    link = called_after(tables, person) if person else None
    return EraseAgain(person=who, at=1, words=yes(one), link=link.id if link else "")


MAKERS |= {
    TellSector: lambda one, at: TellSector(sector=one.choose(list(Sector))),
    TakeBackOffer: lambda one, at: TakeBackOffer(offer=one.one(at, Offer)),
    StopSharing: lambda one, at: StopSharing(offer=one.choose([row.offer for row in at.all(Shared)] or ["none"])),
    JoinGroup: lambda one, at: JoinGroup(id=one.new(at, Member), group=one.one(at, Group), brings=said(one)),
    LeaveGroup: lambda one, at: LeaveGroup(group=one.one(at, Group)),
    TagNote: lambda one, at: TagNote(note=one.one(at, Note), goals=some_goals(one)),
    TagInitiative: lambda one, at: TagInitiative(initiative=one.one(at, Initiative), goals=some_goals(one)),
    TakeBackLetter: lambda one, at: TakeBackLetter(letter=one.one(at, Letter)),
    Erase: lambda one, at: Erase(person=one.one(at, Person), words=yes(one)),
    EraseAgain: erase_once_more,
    Forget: lambda one, at: Forget(),
}


LATER = frozenset(kind for kind in MAKERS if MAKERS[kind].__module__ == __name__)
"""What is wished most of all when the day is over."""
AFTERWARDS = LATER | {PostNote, Agree, AddNeed, AddPart, EditPart, AddMilestone, EditMilestone}
DURING = frozenset(RULES) - LATER
MONTHS = (SECOND, SECOND, SECOND, SECOND, 100 * DAY)
"""How long (ms) it is until somebody wishes something again."""


def whose(tables: Tables, command: Command) -> str:
    """Who alone, or best, may wish this; "" for anybody."""
    if isinstance(command, TakeBackOffer | ShareContact):
        offer = tables.get(Offer, command.offer)
        return offer.person if offer else ""
    if isinstance(command, StopSharing):
        return max((row.person for row in tables.where(Shared, "offer", command.offer)), default="")
    if isinstance(command, LeaveGroup):
        return max((row.person for row in tables.where(Member, "group", command.group)), default="")
    if isinstance(command, TakeBackLetter):
        letter = tables.get(Letter, command.letter)
        return letter.person if letter else ""
    return ""
