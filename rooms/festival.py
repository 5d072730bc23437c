"""Everything anyone can do at a festival, on one screen.

Each row says: this wish, granted by that rule, open to these roles. A wish that is not here does not exist.
"""

from collections.abc import Callable
from typing import Any

import msgspec

from rooms import (
    agreements,
    ballot,
    board,
    breakout,
    calls,
    carrying,
    contacts,
    erasing,
    experts,
    goals,
    goodbye,
    harvest,
    inbox,
    initiative,
    keeping,
    marketplace,
    merging,
    messages,
    milestones,
    offers,
    order,
    people,
    plans,
    programme,
    publishing,
    receipt,
    recipe,
    schedule,
    seats,
    setup,
)
from rooms.kernel import Changes, Command, Festival, Moment, Reason, Record, one_of, require
from rooms.people import ACTORS, Person, Role

EVERYBODY = frozenset({Role.PARTICIPANT, Role.LEAD, Role.FACILITATOR, Role.ORGANISER})
GUESTS = frozenset({Role.PARTICIPANT, Role.LEAD})
FACILITATORS = frozenset({Role.FACILITATOR, Role.ORGANISER})
HOSTS = FACILITATORS | {Role.LEAD}
ORGANISERS = frozenset({Role.ORGANISER, Role.OPERATOR})
THE_ORGANISER = frozenset({Role.ORGANISER})
THE_DOOR = frozenset({Role.DOOR})
THE_CLOCK = frozenset({Role.CLOCK})
THE_DOOR_OR_OPERATOR = frozenset({Role.DOOR, Role.OPERATOR})
THE_OPERATOR = frozenset({Role.OPERATOR})

Rule = Callable[[Festival, Any, Person, Moment], Changes]

RULES: dict[type[Command], tuple[Rule, frozenset[Role]]] = {
    setup.SetUp: (setup.set_up, THE_OPERATOR),
    people.Join: (people.join, THE_DOOR),
    people.Rename: (order.go_by, EVERYBODY),
    people.TellSector: (people.tell_sector, EVERYBODY),
    people.MakeLink: (people.make_link, THE_OPERATOR),
    people.KeepReturnLink: (people.keep_return_link, THE_DOOR),
    people.RevokeLink: (order.take_back_link, ORGANISERS),
    order.RemovePerson: (order.remove_person, FACILITATORS),
    programme.OpenRound: (breakout.go_on, FACILITATORS),
    programme.ExtendRound: (programme.extend_round, FACILITATORS),
    programme.CloseRound: (programme.close_round, THE_CLOCK),
    schedule.AddRound: (schedule.add_round, FACILITATORS),
    schedule.MoveRound: (schedule.move_round, FACILITATORS),
    schedule.SkipRound: (schedule.skip_round, FACILITATORS),
    schedule.SetMinutes: (schedule.set_minutes, FACILITATORS),
    schedule.SetPrompt: (schedule.set_prompt, FACILITATORS),
    breakout.MoveTo: (breakout.move_to, EVERYBODY),
    breakout.SitAt: (breakout.sit_at, GUESTS),
    breakout.TakeTask: (breakout.take_task, GUESTS),
    breakout.ExtendRoom: (breakout.extend_room, FACILITATORS),
    breakout.SpreadHall: (breakout.spread_hall, FACILITATORS),
    breakout.SendHome: (breakout.send_home, THE_CLOCK),
    breakout.BringBack: (breakout.bring_back, THE_CLOCK),
    calls.SetCall: (calls.set_call, FACILITATORS),
    messages.CallForHelp: (messages.call_for_help, GUESTS),
    messages.AnswerCall: (messages.answer_call, FACILITATORS),
    messages.Announce: (messages.announce, FACILITATORS),
    messages.TakeBackMessage: (messages.take_back_message, FACILITATORS),
    board.PostNote: (board.post_note, EVERYBODY),
    board.ImproveNote: (board.improve_note, EVERYBODY),
    board.TakeBackNote: (harvest.take_back, EVERYBODY),
    board.HideNote: (board.hide_note, FACILITATORS),
    board.ReleaseNote: (board.release_note, HOSTS),
    board.SetBoard: (board.set_board, FACILITATORS),
    board.BackNote: (board.back_note, GUESTS),
    board.TakeAlong: (board.take_along, HOSTS),
    board.AnswerNote: (board.answer_note, HOSTS),
    plans.EditInitiative: (plans.edit_initiative, HOSTS),
    plans.AddNeed: (plans.add_need, HOSTS),
    plans.EditNeed: (plans.edit_need, HOSTS),
    plans.DropNeed: (offers.no_longer_asked, HOSTS),
    recipe.BeginVersion: (recipe.begin_version, HOSTS),
    recipe.AddPart: (recipe.add_part, HOSTS),
    recipe.EditPart: (recipe.edit_part, HOSTS),
    recipe.DropPart: (recipe.drop_part, HOSTS),
    recipe.PutBehind: (recipe.put_behind, HOSTS),
    goals.TagInitiative: (goals.tag_initiative, HOSTS),
    goals.TagNote: (goals.tag_note, EVERYBODY),
    milestones.AddMilestone: (milestones.add_milestone, EVERYBODY),
    milestones.EditMilestone: (milestones.edit_milestone, EVERYBODY),
    milestones.TellMilestone: (milestones.tell_milestone, EVERYBODY),
    milestones.DropMilestone: (milestones.drop_milestone, HOSTS),
    marketplace.SetMarket: (marketplace.set_market, FACILITATORS),
    marketplace.Propose: (marketplace.propose, EVERYBODY),
    marketplace.Retitle: (marketplace.retitle, EVERYBODY),
    merging.Withdraw: (merging.withdraw, EVERYBODY),
    marketplace.QueuePitch: (marketplace.queue_pitch, EVERYBODY),
    marketplace.CallPitch: (marketplace.call_pitch, FACILITATORS),
    marketplace.PlaceConversation: (marketplace.place_conversation, EVERYBODY),
    merging.AskMerge: (merging.ask_merge, EVERYBODY),
    merging.AgreeMerge: (merging.agree_merge, EVERYBODY),
    merging.DeclineMerge: (merging.decline_merge, EVERYBODY),
    marketplace.GoTo: (marketplace.go_to, EVERYBODY),
    marketplace.WriteHarvest: (marketplace.write_harvest, EVERYBODY),
    harvest.MakePledge: (harvest.make_pledge, EVERYBODY),
    harvest.TakeBackPledge: (harvest.take_back_pledge, EVERYBODY),
    harvest.GiveDot: (harvest.give_dot, GUESTS),
    harvest.ClusterNote: (harvest.cluster_note, HOSTS),
    ballot.OpenBallot: (ballot.open_ballot, FACILITATORS),
    ballot.CastVote: (ballot.cast_vote, GUESTS),
    ballot.CloseBallot: (ballot.close_ballot, FACILITATORS),
    ballot.SettlePrize: (ballot.settle_prize, FACILITATORS),
    ballot.AwardPrize: (ballot.award_prize, FACILITATORS),
    ballot.RevealPrize: (ballot.reveal_prize, FACILITATORS),
    goodbye.SayGoodbye: (goodbye.say_goodbye, GUESTS),
    goodbye.Agree: (goodbye.agree, GUESTS),
    goodbye.Disagree: (goodbye.disagree, GUESTS),
    offers.MakeOffer: (offers.make_offer, EVERYBODY),
    offers.TakeBackOffer: (contacts.take_back, EVERYBODY),
    offers.ReplyToOffer: (contacts.reply, HOSTS),
    contacts.ShareContact: (contacts.share_contact, EVERYBODY),
    contacts.StopSharing: (contacts.stop_sharing, EVERYBODY),
    experts.OpenGroup: (experts.open_group, HOSTS),
    experts.EditGroup: (experts.edit_group, HOSTS),
    experts.JoinGroup: (experts.join_group, EVERYBODY),
    experts.LeaveGroup: (experts.leave_group, EVERYBODY),
    inbox.WriteLetter: (inbox.write_letter, EVERYBODY),
    inbox.AnswerLetter: (inbox.answer_letter, HOSTS),
    inbox.TakeBackLetter: (inbox.take_back_letter, EVERYBODY),
    publishing.Publish: (publishing.publish, THE_ORGANISER),
    erasing.Erase: (erasing.erase, THE_DOOR_OR_OPERATOR),
    erasing.EraseAgain: (erasing.erase_once_more, THE_DOOR),
    keeping.Forget: (keeping.forget, THE_CLOCK),
}

RECORDS: tuple[type[Record], ...] = (
    initiative.About,
    people.Person,
    people.Link,
    receipt.Device,
    programme.Programme,
    programme.Round,
    initiative.Initiative,
    initiative.Need,
    initiative.RecipePart,
    milestones.Milestone,
    seats.Room,
    seats.Table,
    seats.Seat,
    seats.HelpCall,
    messages.Message,
    board.Board,
    board.Note,
    board.Backing,
    marketplace.Market,
    marketplace.Conversation,
    marketplace.Going,
    merging.MergeAsked,
    harvest.Pledge,
    harvest.Dot,
    ballot.Ballot,
    ballot.Prize,
    ballot.Vote,
    ballot.Tally,
    goodbye.Farewell,
    goodbye.Consent,
    goodbye.Address,
    agreements.Agreement,
    offers.Offer,
    offers.Connection,
    contacts.Shared,
    experts.Group,
    experts.Member,
    inbox.Letter,
    publishing.Published,
    carrying.Carried,
    erasing.Erased,
)


def actor(festival: Festival, by: str) -> Person:
    """Who acts: a person, or one of the actors that are no people; refuses one who is gone or was removed."""
    who = ACTORS.get(by) or festival.find(Person, by)
    require(not who.removed, Reason.NOT_ALLOWED)
    return who


def decide(festival: Festival, wish: Command, by: Person, at: Moment) -> Changes:
    """The changes that grant this wish, or a refusal. Nothing is written."""
    rule, roles = RULES[type(wish)]
    require(by.role in roles, Reason.NOT_ALLOWED)
    return rule(festival, wish, by, at)


def commands_for(roles: frozenset[Role]) -> list[type[Command]]:
    """The commands open to any of these roles, in the order of RULES."""
    return [command for command, (_, allowed) in RULES.items() if allowed & roles]


PEOPLE = frozenset({Role.PARTICIPANT, Role.LEAD, Role.FACILITATOR, Role.STAGE, Role.ORGANISER})
PHONE_COMMANDS = commands_for(PEOPLE)
"""What may come from a phone."""

AnyRecord = one_of(RECORDS)
AnyCommand = one_of(RULES)
PhoneCommand = one_of(PHONE_COMMANDS)

SECRET_KINDS = frozenset(kind.__name__ for kind in RECORDS if kind.SECRET)
SECRET_PASTS = frozenset(kind.__name__ for kind in RECORDS if kind.SECRET_PAST)


def record_decoder() -> "msgspec.msgpack.Decoder[Any]":
    """Reads one record as the journal keeps it: unknown fields are passed over, new ones get their defaults."""
    return msgspec.msgpack.Decoder(AnyRecord)
