"""Which milestones are somebody's own: those of the initiative they lead or help, and of the groups they are in."""

from rooms.experts import Member
from rooms.harvest import Pledge
from rooms.kernel import Festival
from rooms.milestones import Milestone
from rooms.offers import Offer, Reply
from rooms.people import Person


def milestones_of(festival: Festival, person: Person) -> list[Milestone]:
    """Their milestones, in no order. Who helps (an offer that was taken, or a pledge) has those of the initiative
    itself; those of its groups are for who is in them, and for who leads it."""
    groups = {one.group for one in festival.where(Member, "person", person.id)}
    helped = {one.initiative for one in festival.where(Offer, "person", person.id) if one.reply is Reply.YES}
    helped |= {one.initiative for one in festival.where(Pledge, "person", person.id)}
    return [
        row
        for row in festival.all(Milestone)
        if row.initiative == person.initiative or row.group in groups or (not row.group and row.initiative in helped)
    ]
