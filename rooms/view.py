"""Who sees what. This is the one place that says it.

Every screen listens to a few *audiences*: everybody at the festival, who has one board before them, the facilitators,
the stage, or one person alone. For each record this page says which audiences get it, and which of its fields. A form
depends on its record alone. What is not granted here reaches nobody.
"""

from collections.abc import Callable, Iterator
from typing import Any

from rooms import (
    ballot,
    board,
    contacts,
    experts,
    goodbye,
    harvest,
    inbox,
    initiative,
    marketplace,
    merging,
    messages,
    milestones,
    offers,
    people,
    programme,
    publishing,
    seats,
)
from rooms.kernel import Record
from rooms.people import Person

FESTIVAL = "festival"
FACILITATORS = "facilitators"
ORGANISERS = "organisers"
STAGE = "stage"
STAGE_NAMED = "stage-named"

Form = tuple[str, ...]
Grants = Iterator[tuple[str, Form]]


def person_audience(person: str) -> str:
    """The audience of one person alone."""
    return f"person:{person}"


def board_audience(initiative: str) -> str:
    """Everybody who has this initiative's board before them."""
    return f"board:{initiative}"


def room_audience(room: str) -> str:
    """Everybody who is in this room; "" is the hall."""
    return f"room:{room}"


def leads_audience(initiative: str) -> str:
    """The leads of one initiative."""
    return f"leads:{initiative}"


def group_audience(group: str) -> str:
    """Who is in an expert group."""
    return f"group:{group}"


def whole(kind: type[Record]) -> Form:
    """The form that shows every field."""
    return kind.__struct_fields__


def everybody(record: Record) -> Grants:
    yield FESTIVAL, whole(type(record))


NOTE = ("id", "board", "name", "kind", "text", "at", "edited", "taken", "answer", "backed", "dots", "cluster", "goals")
NOTE_OWN = (*NOTE, "hidden", "waits", "author")
NOTE_FOR_LEADS = (*NOTE, "released")
NOTE_ON_STAGE = ("id", "board", "kind", "text", "at", "taken", "answer", "backed")
NOTE_NAMED = (*NOTE_ON_STAGE, "name")


def see_note(note: board.Note) -> Grants:
    yield person_audience(note.author), NOTE_OWN
    yield FACILITATORS, whole(board.Note)
    if board.shown_to_all(note):
        yield board_audience(note.board), NOTE
    if not note.hidden:
        yield leads_audience(note.board), NOTE_FOR_LEADS
    if note.released and not note.hidden:
        yield STAGE, NOTE_ON_STAGE
        yield STAGE_NAMED, NOTE_NAMED


PRIZE = ("id", "ballot", "order", "title", "giver", "what", "revealed", "decided", "money")


def see_part(part: initiative.RecipePart) -> Grants:
    """The recipe of one initiative is for who has that initiative before them: others need not carry it along."""
    for audience in (board_audience(part.initiative), leads_audience(part.initiative), FACILITATORS):
        yield audience, whole(initiative.RecipePart)


def see_prize(prize: ballot.Prize) -> Grants:
    yield FACILITATORS, whole(ballot.Prize)
    yield FESTIVAL, whole(ballot.Prize) if prize.revealed else PRIZE


def see_tally(tally: ballot.Tally) -> Grants:
    yield FACILITATORS, whole(ballot.Tally)
    if tally.revealed:
        yield FESTIVAL, whole(ballot.Tally)


VOTE = ("id", "prize", "choice")
PERSON = ("id", "name", "role", "initiative", "sector")
PERSON_OUT = ("id", "name", "role", "initiative", "removed")
LINK = ("id", "role", "label", "initiative", "revoked")


def see_vote(vote: ballot.Vote) -> Grants:
    yield person_audience(vote.voter), VOTE


def see_person(person: Person) -> Grants:
    """A person sees themselves. Who was put out is shown to the facilitators, as long as they may let them back in."""
    yield person_audience(person.id), PERSON
    if person.removed and not person.shut:
        yield FACILITATORS, PERSON_OUT


def see_link(link: people.Link) -> Grants:
    """The links that are handed out; the one that brings somebody back is theirs alone, and told by no screen."""
    if link.personal or not link.person:
        yield ORGANISERS, LINK


SEAT = ("id", "room", "name", "role", "table")


def see_seat(seat: seats.Seat) -> Grants:
    """Who is in a room is told to who is there; others see how many."""
    yield person_audience(seat.id), SEAT
    yield room_audience(seat.room), SEAT
    yield FACILITATORS, SEAT


def see_table(table: seats.Table) -> Grants:
    yield room_audience(table.room), whole(seats.Table)
    yield FACILITATORS, whole(seats.Table)


HELP_CALL = ("id", "room", "table", "name", "at")


def see_help_call(call: seats.HelpCall) -> Grants:
    yield FACILITATORS, HELP_CALL
    yield person_audience(call.by), HELP_CALL
    if call.room:
        yield room_audience(call.room), HELP_CALL


MESSAGE = ("id", "text", "name", "at")


def see_message(message: messages.Message) -> Grants:
    yield FACILITATORS, whole(messages.Message)
    for room in message.rooms:
        yield room_audience("" if room == seats.HALL_NAME else room), MESSAGE
    if not message.rooms:
        yield FESTIVAL, MESSAGE


def see_backing(backing: board.Backing) -> Grants:
    yield person_audience(backing.person), ("id", "note")


CONVERSATION = tuple(field for field in whole(marketplace.Conversation) if field != "conveners")


def see_conversation(conversation: marketplace.Conversation) -> Grants:
    yield FESTIVAL, CONVERSATION
    yield FACILITATORS, whole(marketplace.Conversation)
    for convener in conversation.conveners:
        yield person_audience(convener), whole(marketplace.Conversation)


MERGE = ("id", "into")


def see_merge(asked: merging.MergeAsked) -> Grants:
    """That somebody asked is no secret; a no is told to who asked, and to nobody else."""
    if asked.declined:
        yield person_audience(asked.by), (*MERGE, "declined")
    else:
        yield FESTIVAL, MERGE


def see_going(going: marketplace.Going) -> Grants:
    yield person_audience(going.person), ("id", "conversation")


PLEDGE = ("id", "initiative", "need", "name", "what", "when", "terms", "at")


def see_pledge(pledge: harvest.Pledge) -> Grants:
    yield FESTIVAL, PLEDGE
    yield person_audience(pledge.person), whole(harvest.Pledge)


def see_dot(dot: harvest.Dot) -> Grants:
    yield person_audience(dot.person), ("id", "note", "board")


def see_own(record: goodbye.Farewell | goodbye.Address) -> Grants:
    """What somebody says at the goodbye is theirs, and the organisers'."""
    yield person_audience(record.id), whole(type(record))
    yield ORGANISERS, whole(type(record))


CONSENT = ("id", "purpose", "text", "days", "at")


def see_consent(consent: goodbye.Consent) -> Grants:
    yield person_audience(consent.person), CONSENT
    yield ORGANISERS, whole(goodbye.Consent)


OFFER = tuple(field for field in whole(offers.Offer) if field != "person")


def see_offer(offer: offers.Offer) -> Grants:
    """An offer is between who makes it and the initiative."""
    yield person_audience(offer.person), OFFER
    yield leads_audience(offer.initiative), OFFER
    yield FACILITATORS, OFFER


SHARED = ("id", "offer", "name", "contact", "at")
SHARED_OWN = (*SHARED, "text", "days", "both")


def see_shared(shared: contacts.Shared) -> Grants:
    """How to reach somebody is seen by two people: whose it is, and the one it was agreed with."""
    yield person_audience(shared.person), SHARED_OWN
    if shared.to:
        yield person_audience(shared.to), SHARED


MEMBER = ("id", "group", "name", "brings", "at")
MEMBER_OWN = (*MEMBER, "person")


def see_member(member: experts.Member) -> Grants:
    """Who is in a group is told to the others in it, and to the initiative; everybody sees how many."""
    yield person_audience(member.person), MEMBER_OWN
    yield group_audience(member.group), MEMBER
    yield leads_audience(member.initiative), MEMBER
    yield FACILITATORS, MEMBER


LETTER = tuple(field for field in whole(inbox.Letter) if field != "person")


def see_letter(letter: inbox.Letter) -> Grants:
    yield person_audience(letter.person), whole(inbox.Letter)
    yield FACILITATORS, LETTER
    if letter.initiative:
        yield leads_audience(letter.initiative), LETTER


VIEWS: dict[type[Record], tuple[Callable[[Any], Grants], list[Form]]] = {
    initiative.About: (everybody, [whole(initiative.About)]),
    initiative.Initiative: (everybody, [whole(initiative.Initiative)]),
    initiative.Need: (everybody, [whole(initiative.Need)]),
    initiative.RecipePart: (see_part, [whole(initiative.RecipePart)]),
    programme.Programme: (everybody, [whole(programme.Programme)]),
    programme.Round: (everybody, [whole(programme.Round)]),
    board.Board: (everybody, [whole(board.Board)]),
    board.Note: (see_note, [whole(board.Note), NOTE_OWN, NOTE_FOR_LEADS, NOTE, NOTE_ON_STAGE, NOTE_NAMED]),
    board.Backing: (see_backing, [("id", "note")]),
    milestones.Milestone: (everybody, [whole(milestones.Milestone)]),
    seats.Room: (everybody, [whole(seats.Room)]),
    seats.Table: (see_table, [whole(seats.Table)]),
    seats.Seat: (see_seat, [SEAT]),
    seats.HelpCall: (see_help_call, [HELP_CALL]),
    messages.Message: (see_message, [whole(messages.Message), MESSAGE]),
    marketplace.Market: (everybody, [whole(marketplace.Market)]),
    marketplace.Conversation: (see_conversation, [whole(marketplace.Conversation), CONVERSATION]),
    marketplace.Going: (see_going, [("id", "conversation")]),
    merging.MergeAsked: (see_merge, [(*MERGE, "declined"), MERGE]),
    harvest.Pledge: (see_pledge, [whole(harvest.Pledge), PLEDGE]),
    harvest.Dot: (see_dot, [("id", "note", "board")]),
    goodbye.Farewell: (see_own, [whole(goodbye.Farewell)]),
    goodbye.Consent: (see_consent, [whole(goodbye.Consent), CONSENT]),
    goodbye.Address: (see_own, [whole(goodbye.Address)]),
    offers.Offer: (see_offer, [OFFER]),
    offers.Connection: (everybody, [whole(offers.Connection)]),
    contacts.Shared: (see_shared, [SHARED_OWN, SHARED]),
    experts.Group: (everybody, [whole(experts.Group)]),
    experts.Member: (see_member, [MEMBER_OWN, MEMBER]),
    inbox.Letter: (see_letter, [whole(inbox.Letter), LETTER]),
    publishing.Published: (everybody, [whole(publishing.Published)]),
    ballot.Ballot: (everybody, [whole(ballot.Ballot)]),
    ballot.Prize: (see_prize, [whole(ballot.Prize), PRIZE]),
    ballot.Tally: (see_tally, [whole(ballot.Tally)]),
    ballot.Vote: (see_vote, [VOTE]),
    people.Person: (see_person, [PERSON_OUT, PERSON]),
    people.Link: (see_link, [LINK]),
}
"""Of each kind: who sees it, and every form there is of it."""


def view(record: Record) -> dict[str, Form]:
    """Which audiences see this record, each in which form (the fields it gets)."""
    row = VIEWS.get(type(record))
    return dict(row[0](record)) if row else {}


def show(record: Record, form: Form) -> dict[str, Any]:
    """The record in this form."""
    return {field: getattr(record, field) for field in form}
