"""What came of one initiative: its part of the outcomes, and nothing that is about the others."""

from msgspec.structs import replace

from rooms.aftermath import HelpOfKind
from rooms.carrying import CarriedRecord
from rooms.figures import Figures
from rooms.initiative import NeedKind
from rooms.kernel import Reason, require
from rooms.offers import Reply
from rooms.outcomes import InitiativeDone, Outcomes


def of_initiative(outcomes: Outcomes, initiative: str) -> Outcomes:
    """This initiative's part, of the rows to load (`records`) as well; refuses with GONE when there is no such."""
    rows = [row for row in outcomes.initiatives if row.id == initiative]
    require(len(rows) == 1, Reason.GONE)
    return replace(
        outcomes,
        figures=_figures(rows[0]),
        rounds=tuple(row for row in outcomes.rounds if row.initiative == initiative),
        initiatives=tuple(rows),
        conversations=(),
        prizes=(),
        turnout=(),
        help=tuple(_help(rows[0])),
        connections=tuple(one for one in outcomes.connections if one.initiative == initiative),
        goals=tuple(
            replace(one, initiatives=(initiative,), notes=_serving(rows[0], one.goal))
            for one in outcomes.goals
            if initiative in one.initiatives
        ),
        letters=(),
        over_time=(),
        records=tuple(row for row in outcomes.records if initiative in (row.id, *_about(row))),
    )


def _serving(row: InitiativeDone, goal: int) -> int:
    """How many notes of this initiative work for a goal."""
    return sum(goal in note.goals for given in row.notes.values() for note in given)


def _about(row: CarriedRecord) -> tuple[str, str]:
    """The initiative that a row is about, and the board that it is on."""
    return getattr(row, "initiative", ""), getattr(row, "board", "")


def _figures(row: InitiativeDone) -> Figures:
    return Figures(
        people=None,
        notes=sum(map(len, row.notes.values())),
        contacts=None,
        milestones=len(row.milestones),
        pledges=len(row.pledges),
        conversations=None,
    )


def _help(row: InitiativeDone) -> list[HelpOfKind]:
    found = []
    for kind in NeedKind:
        asked = sum(need.kind is kind for need in row.needs)
        offers = [offer for offer in row.offers if offer.kind is kind]
        if asked or offers:
            taken = sum(offer.reply is Reply.YES for offer in offers)
            found.append(HelpOfKind(kind=kind, asked=asked, offered=len(offers), found=taken))
    return found
