"""The forms of what anybody may read afterwards: what is not named here is on no page without a login."""

from rooms.board import NoteKind
from rooms.charted import Charted
from rooms.difference import Span
from rooms.initiative import NeedKind, PartKind
from rooms.kernel import Moment
from rooms.milestones import MilestoneState
from rooms.telling import Closed


class OpenCard(Closed, frozen=True):
    """What an initiative is about; `goals` are the numbers of those it works for."""

    place: str
    what: str
    dream: str
    next_step: str
    goals: tuple[int, ...]


class OpenNeed(Closed, frozen=True):
    """Help that is asked for, and how many times it was found."""

    kind: NeedKind
    text: str
    found: int


class OpenNote(Closed, frozen=True):
    """A note. `name` is "" unless its author agreed to be named; the rest is as in the outcomes."""

    kind: NoteKind
    text: str
    name: str
    taken: bool
    answer: str
    backed: int
    dots: int
    cluster: str
    goals: tuple[int, ...]


class OpenChange(Closed, frozen=True):
    """What changed in one part, word by word, and the notes behind it."""

    kind: PartKind
    spans: tuple[Span, ...]
    notes: tuple[OpenNote, ...]


class OpenRecipe(Closed, frozen=True):
    """The newest recipe (20 is 2.0), and what is other than in the version before (0 for none)."""

    version: int
    before: int
    parts: dict[PartKind, tuple[str, ...]]
    changes: tuple[OpenChange, ...]


class OpenMilestone(Closed, frozen=True):
    """What will be there, and when (YYYY-MM-DD, or ""); how it went, and why."""

    what: str
    when: str
    state: MilestoneState
    why: str


class OpenInitiative(Closed, frozen=True):
    """What may be read of one initiative; None for a part that is not published. `named_until` is the moment at which
    the last consent of those who are named ends, 0 when nobody is."""

    id: str
    name: str
    card: OpenCard | None
    needs: tuple[OpenNeed, ...] | None
    notes: dict[NoteKind, tuple[OpenNote, ...]] | None
    recipe: OpenRecipe | None
    milestones: tuple[OpenMilestone, ...] | None
    named_until: Moment


class OpenFigures(Closed, frozen=True):
    """How much there is of it all. `asked` is how many needs there are, `found` how many offers were taken."""

    people: int
    notes: int
    conversations: int
    asked: int
    found: int
    milestones: int


class OpenConversation(Closed, frozen=True):
    """A conversation that was held, with those of its conveners who agreed to be named."""

    title: str
    names: tuple[str, ...]
    insights: str
    agreements: str


class OpenPrize(Closed, frozen=True):
    """A prize that was revealed: who gave it, what it is, and the names of the initiatives that got it."""

    title: str
    giver: str
    what: str
    winners: tuple[str, ...]


class OpenEntry(Closed, frozen=True):
    """An initiative that has a page. `place` is "" while its card is not published; `asks` is how many needs are
    published for which no help was found."""

    id: str
    name: str
    place: str
    asks: int


class OpenFestival(Closed, frozen=True):
    """What may be read of the festival as a whole; None for a part that is not published."""

    title: str
    date: str
    language: str
    initiatives: tuple[OpenEntry, ...]
    figures: OpenFigures | None
    conversations: tuple[OpenConversation, ...] | None
    prizes: tuple[OpenPrize, ...] | None
    charted: Charted | None
    named_until: Moment
