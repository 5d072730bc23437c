"""How much there is of it all: the numbers at the head of a report.

What is no longer here counts still: of a festival that was loaded from an export, who came in and which contacts were
given stayed behind.
"""

from rooms.carrying import before
from rooms.harvest import Pledge
from rooms.kernel import Festival
from rooms.marketplace import Conversation
from rooms.milestones import Milestone
from rooms.numbers import numbers
from rooms.people import Person, Role
from rooms.telling import Closed


class Figures(Closed, frozen=True):
    """`people` came in and were not put out; of contacts only their number is told. What nobody counted for one
    initiative alone is None in its part."""

    people: int | None
    notes: int
    contacts: int | None
    milestones: int
    pledges: int
    conversations: int | None


def figures(festival: Festival) -> Figures:
    """The numbers of a whole festival."""
    return Figures(
        people=came(festival),
        notes=sum(numbers(festival).notes.values()),
        contacts=contacts_given(festival),
        milestones=len(festival.all(Milestone)),
        pledges=len(festival.all(Pledge)),
        conversations=len(festival.all(Conversation)),
    )


def came(festival: Festival) -> int:
    """How many people came in and were not put out."""
    here = [who for who in festival.all(Person) if who.role in {Role.PARTICIPANT, Role.LEAD} and not who.removed]
    return before(festival).people + len(here)


def contacts_given(festival: Festival) -> int:
    """How many contacts were given."""
    return before(festival).contacts + numbers(festival).contacts
