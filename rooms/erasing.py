"""Forgetting one person: their name goes everywhere; what they wrote stays without a name or goes too, as they wish.

What was counted stays counted: dots, questions asked too, help that was found. A vote goes while its ballot is open;
after that nobody's votes are there any more. What others wrote stays theirs. What remains of the person is that
somebody was erased, with an id that leads to nobody, so that an older back-up can't bring them back.
"""

from collections.abc import Callable, Iterable
from typing import TypeVar

from msgspec.structs import replace

from rooms.agreements import Agreement
from rooms.board import Backing, Note, TakeBackNote
from rooms.carrying import before
from rooms.contacts import Shared, parted, shared_about
from rooms.experts import Group, Member
from rooms.goodbye import Address, Consent, Farewell
from rooms.harvest import Dot, Pledge, take_back
from rooms.inbox import Letter
from rooms.kernel import Change, Changes, Command, Draft, Drop, Festival, Id, Moment, Put, Reason, Record, require
from rooms.marketplace import Conversation, Going
from rooms.merging import MergeAsked, board_ended, ended
from rooms.messages import Message
from rooms.milestones import Milestone
from rooms.offers import Offer, Reply, counted
from rooms.order import gone
from rooms.people import Link, Person, Role, same_name, shared_name
from rooms.receipt import Device

R = TypeVar("R", bound=Record)
Part = Callable[[Festival, Person, bool, Moment], Changes]


class Erased(Record, frozen=True):
    """Somebody was erased. It bears the id they had; with `words` what they wrote stayed, without their name. `link` is
    the link by which they came when it may be called after them: in an older back-up it still is."""

    at: Moment
    words: bool
    link: str = ""


class Erase(Command, frozen=True):
    """Erase somebody; with `words` what they wrote stays, without their name."""

    person: Id
    words: bool


class EraseAgain(Command, frozen=True):
    """Erase once more somebody who is there again, or whose name is, though they were erased at `at`."""

    person: Id
    at: Moment
    words: bool
    link: Id = ""


def erase(festival: Festival, wish: Erase, by: Person, at: Moment) -> Changes:
    person = festival.find(Person, wish.person)
    yield from erased(festival, person, wish.words, at)


def back_again(festival: Festival, row: Erased) -> bool:
    """Whether somebody who was erased is there all the same, or a link that may be called after them."""
    link = festival.get(Link, row.link) if row.link else None
    named = link is not None and (link.personal or link.label != link.role)
    return named or festival.get(Person, row.id) is not None


def erase_once_more(festival: Festival, wish: EraseAgain, by: Person, at: Moment) -> Changes:
    row = Erased(id=wish.person, at=wish.at, words=wish.words, link=wish.link)

    require(back_again(festival, row), Reason.GONE)
    yield from erase_again(festival, [row])


def erase_again(festival: Festival, rows: Iterable[Erased]) -> list[Change]:
    """What makes a festival as it was earlier forget who was erased since."""
    draft, changes = Draft(festival), list[Change]()
    for row in sorted(rows, key=lambda row: row.id):
        person = draft.get(Person, row.id)
        these: list[Change] = [*(erased(draft, person, row.words, row.at) if person else ())]
        draft.apply(these)
        link = draft.get(Link, row.link) if row.link else None
        rest: list[Change] = [*(nameless(link) if link else ()), Put(row)]
        draft.apply(rest)
        changes += [*these, *rest]
    return changes


def erased(festival: Festival, person: Person, words: bool, at: Moment) -> Changes:
    """All that takes one person away. Each part sees what the parts before it left."""
    draft, link = Draft(festival), called_after(festival, person)
    for part in PARTS:
        changes = [*part(draft, person, words, at)]
        draft.apply(changes)
        yield from changes
    if link is not None and draft.get(Link, link.id) is not None:
        yield from nameless(link)
    yield Put(Erased(id=person.id, at=at, words=words, link=link.id if link else ""))


def called_after(festival: Festival, person: Person) -> Link | None:
    """The link by which somebody came, when its label may be their name: one of their own, or a facilitator's or an
    organiser's that nobody else came by."""
    link = festival.get(Link, person.link) if person.link else None
    alone = link is not None and [one.id for one in festival.where(Person, "link", link.id)] == [person.id]
    return link if link and (link.personal or (alone and link.role in {Role.FACILITATOR, Role.ORGANISER})) else None


def nameless(link: Link) -> Changes:
    """A link of one's own goes with its person; another stays as it is, under the name of its role."""
    yield Drop("Link", link.id) if link.personal else Put(replace(link, label=str(link.role)))


# -- part by part


def place(festival: Festival, person: Person, words: bool, at: Moment) -> Changes:
    """They leave where they are, no longer ask for help, and no longer vote."""
    yield from gone(festival, person.id)


def marks(festival: Festival, person: Person, words: bool, at: Moment) -> Changes:
    """Whose dot it was goes; the number beside the note stays."""
    yield from dropped(festival.where(Dot, "person", person.id))
    yield from dropped(festival.where(Backing, "person", person.id))
    yield from dropped(festival.where(Going, "person", person.id))


def notes(festival: Festival, person: Person, words: bool, at: Moment) -> Changes:
    for note in in_order(festival.where(Note, "author", person.id)):
        if words:
            yield Put(replace(note, author="", name=""))
        else:
            yield from take_back(festival, TakeBackNote(note=note.id), person, at)


def conversations(festival: Festival, person: Person, words: bool, at: Moment) -> Changes:
    """One that others convene, go to or wrote in stays, with its title."""
    yield from dropped(one for one in festival.all(MergeAsked) if one.by == person.id)
    for talk in in_order(festival.all(Conversation)):
        if person.id not in talk.conveners:
            continue
        left = [(who, name) for who, name in zip(talk.conveners, talk.names, strict=True) if who != person.id]
        written = bool(talk.insights or talk.agreements or festival.where(Note, "board", talk.id))
        if words or left or written or bool(festival.where(Going, "conversation", talk.id)):
            yield Put(replace(talk, conveners=tuple(who for who, _ in left), names=tuple(name for _, name in left)))
        else:
            yield from ended(festival, talk)
            yield from board_ended(festival, talk, written=False)


def pledges(festival: Festival, person: Person, words: bool, at: Moment) -> Changes:
    for pledge in in_order(festival.where(Pledge, "person", person.id)):
        yield Put(replace(pledge, person="", name="")) if words else Drop("Pledge", pledge.id)


def offers(festival: Festival, person: Person, words: bool, at: Moment) -> Changes:
    """That help was found stays with the initiative that found it, whatever becomes of the words."""
    draft = Draft(festival)
    for offer in in_order(festival.where(Offer, "person", person.id)):
        changes = [*one_offer(draft, offer, words, at)]
        draft.apply(changes)
        yield from changes


def one_offer(festival: Festival, offer: Offer, words: bool, at: Moment) -> Changes:
    yield from parted(festival, offer.id, at)
    if words or offer.reply is Reply.YES:
        nobodys = replace(offer, person="", name="", behalf="")
        yield Put(nobodys if words else replace(nobodys, what="", when="", answer=""))
    else:
        yield Drop("Offer", offer.id)
        yield from counted(festival, offer.need, offer, gone=True)


def contacts(festival: Festival, person: Person, words: bool, at: Moment) -> Changes:
    for mine in in_order(festival.where(Shared, "person", person.id)):
        for shared in shared_about(festival, mine.offer):
            yield Drop("Shared", shared.id) if shared.id == mine.id else Put(replace(shared, to="", both=False))


def groups(festival: Festival, person: Person, words: bool, at: Moment) -> Changes:
    for member in in_order(festival.where(Member, "person", person.id)):
        group = festival.get(Group, member.group)
        if words:
            yield Put(replace(member, person="", name=""))
        else:
            yield Drop("Member", member.id)
            if group is not None:
                yield Put(replace(group, members=group.members - 1))


def letters(festival: Festival, person: Person, words: bool, at: Moment) -> Changes:
    for letter in in_order(festival.where(Letter, "person", person.id)):
        yield Put(replace(letter, person="", name="")) if words else Drop("Letter", letter.id)


def messages(festival: Festival, person: Person, words: bool, at: Moment) -> Changes:
    """What they told as a facilitator was the festival's word: it stays, whatever becomes of theirs."""
    for message in in_order(festival.where(Message, "by", person.id)):
        yield Put(replace(message, name="", by=""))


def by_name(festival: Festival, person: Person, words: bool, at: Moment) -> Changes:
    """Where people are only called by a name: it goes, unless somebody else goes by it too."""
    if shared_name(festival, person):
        return
    for milestone in in_order(festival.all(Milestone)):
        if same_name(milestone.who, person.name):
            yield Put(replace(milestone, who=""))


def goodbye(festival: Festival, person: Person, words: bool, at: Moment) -> Changes:
    """What they said they would do is kept under the number of one who said so, no longer under their own id."""
    farewell = festival.get(Farewell, person.id)
    if farewell is not None:
        yield Drop("Farewell", farewell.id)
        if words:
            nobodys = sum(not one.name for one in festival.all(Farewell))
            yield Put(replace(farewell, id=f"somebody/{nobodys + 1}", name=""))
    yield from dropped(festival.where(Consent, "person", person.id))
    yield from dropped(festival.where(Agreement, "person", person.id))
    if festival.get(Address, person.id) is not None:
        yield Drop("Address", person.id)


def themselves(festival: Festival, person: Person, words: bool, at: Moment) -> Changes:
    """That somebody came is still counted."""
    yield from dropped(festival.where(Device, "person", person.id))
    yield from dropped(festival.where(Link, "person", person.id))
    yield Drop("Person", person.id)
    if person.role in {Role.PARTICIPANT, Role.LEAD} and not person.removed:
        had = before(festival)
        yield Put(replace(had, people=had.people + 1))


PARTS: tuple[Part, ...] = (
    place,
    marks,
    notes,
    conversations,
    pledges,
    offers,
    contacts,
    groups,
    letters,
    messages,
    by_name,
    goodbye,
    themselves,
)


def in_order(rows: Iterable[R]) -> list[R]:
    """These rows, always in the same order."""
    return sorted(rows, key=lambda row: row.id)


def dropped(rows: Iterable[Record]) -> Changes:
    """These rows are no longer there."""
    for row in in_order(rows):
        yield Drop(type(row).__name__, row.id)
