"""A small festival for tests, in which everything that is so was said by somebody.

Three initiatives, each with a board; a welcome, three pitches, a ballot, prizes. In are two participants (Ann, Ben),
the lead of the soup (Lea), two facilitators (Fee, Fons), the stage (Stan) and an organiser (Otto). Every wish goes
through the journal, and all laws are looked after around it.
"""

from rooms.ballot import Ballot, CastVote, OpenBallot, Prize
from rooms.board import Board, NoteKind, PostNote
from rooms.initiative import About, Initiative, Need, NeedKind, PartKind, RecipePart
from rooms.kernel import Change, Command, Moment, Reason, Record, Tables
from rooms.people import DOOR, OPERATOR, Join, MakeLink, Role
from rooms.programme import OpenRound, Round, RoundKind, programme_of
from rooms.receipt import parse_ref
from rooms.setup import SetUp
from server.judging import Verdict, Wish, pack_command, unpack_command
from tests.laws import Watched, packed

NOON: Moment = 1_700_000_000_000
SECOND = 1_000
SOUP, BIKE, GARDEN = "soup", "bike", "garden"

PLAN: tuple[Record, ...] = (
    About(id="about", title="Buurtdag", code="KMN4R7", retention_days=365),
    *(Initiative(id=row, order=1, name=row.title(), place="Ede", what="Samen") for row in (SOUP, BIKE, GARDEN)),
    *(Board(id=row) for row in (SOUP, BIKE, GARDEN)),
    Need(id="soup-need", initiative=SOUP, order=1, kind=NeedKind.SPACE, text="Een keuken"),
    RecipePart(id="soup-part", initiative=SOUP, order=1, kind=PartKind.STEP, text="Pan op het vuur"),
    Round(id="welcome", order=1, kind=RoundKind.WELCOME, minutes=10),
    *(Round(id=f"pitch-{row}", order=2, kind=RoundKind.PITCH, minutes=5, initiative=row) for row in (SOUP, BIKE)),
    Round(id="pitch-garden", order=4, kind=RoundKind.PITCH, minutes=5, initiative=GARDEN),
    Round(id="voting", order=5, kind=RoundKind.BALLOT, minutes=10, ballot="ballot"),
    Round(id="prizes", order=6, kind=RoundKind.PRIZES, minutes=10),
    Ballot(id="ballot"),
    Prize(id="cup", ballot="ballot", order=1, title="De beker", giver="De bakker"),
    Prize(id="purse", ballot="ballot", order=2, title="De beurs", giver="De bank"),
)


def new_id(name: str) -> str:
    """An id as a phone draws it, that can be read: 16 signs."""
    return f"{name:-<16}"[:16]


ANN, BEN, LEA, FEE, FONS, STAN, OTTO, NOOR = map(new_id, ("ann", "ben", "lea", "fee", "fons", "stan", "otto", "noor"))
COMERS = {LEA: Role.LEAD, FEE: Role.FACILITATOR, FONS: Role.FACILITATOR, STAN: Role.STAGE, OTTO: Role.ORGANISER}


def link_of(person: str) -> str:
    """The id of the link by which this person came in."""
    return new_id(f"link-{person.strip('-')}")


def phone_of(person: str) -> str:
    """The device name of this person's phone."""
    return f"phone-{person.strip('-'):_<16}"


def a_link(link: str, role: Role, label: str) -> MakeLink:
    """A link with this id; a lead's is of the soup."""
    about = SOUP if role is Role.LEAD else ""
    return MakeLink(id=link, role=role, label=label, fingerprint=f"secret-of-{link}", initiative=about)


class Said:
    """A festival to say things at. Its time is `now` (ms); every wish comes a second after the one before."""

    def __init__(self, plan: tuple[Record, ...] = PLAN) -> None:
        self.festival = Watched()
        self.now = NOON
        self.last = Verdict()
        self._counts: dict[str, int] = {}
        self.do(OPERATOR.id, SetUp(records=plan))

    @property
    def tables(self) -> Tables:
        """What is so."""
        return self.festival.tables

    def wish(self, by: str, command: Command, ref: str = "", low: int = 0) -> Wish:
        """A wish as it comes from this person's phone, under its next ref or under `ref` (`device.seq`).

        `low` is the lowest seq the phone has no answer for; 0 when it has all before this one.
        """
        if type(command) is not SetUp:
            assert unpack_command(pack_command(command)) == command, "nobody could send this"
        self._counts[by] = self._counts.get(by, 0) + 1
        ref = ref or f"{phone_of(by)}.{self._counts[by]}"
        return Wish(command, parse_ref(ref, low or int(ref.rpartition(".")[2])), by, 0, lambda _: None)

    def say(self, by: str, command: Command, at: Moment = 0, ref: str = "") -> list[Change] | Reason:
        """Somebody wishes something, `at` a moment (ms) or now: the changes it made, or why it was refused."""
        self.now = at or self.now + SECOND
        before = packed(self.tables)
        (self.last,) = self.festival.decide(self.now, [self.wish(by, command, ref)])
        if self.last.reason is not None:
            assert packed(self.tables) == before, "law 3: a refused wish changed something"
            return self.last.reason
        return [change for commit in self.festival.commits for change in commit.facts()]

    def do(self, by: str, *commands: Command) -> None:
        """Somebody wishes all this, in one entry; all of it must be granted."""
        self.now += SECOND
        low = self._counts.get(by, 0) + 1
        verdicts = self.festival.decide(self.now, [self.wish(by, command, low=low) for command in commands])
        assert [verdict.reason for verdict in verdicts] == [None] * len(commands)

    # -- what is said most

    def guests(self, count: int) -> list[str]:
        """So many participants more, by id."""
        names = [new_id(f"guest{number}") for number in range(count)]
        self.do(DOOR.id, *(Join(id=name, name=name.strip("-")) for name in names))
        return names

    def note(self, by: str, text: str = "Vraag de bakker", kind: NoteKind = NoteKind.TIP, board: str = SOUP) -> str:
        """Somebody puts a note on a board: its id."""
        self._counts["notes"] = self._counts.get("notes", 0) + 1
        note = new_id(f"note{self._counts['notes']}")
        self.do(by, PostNote(id=note, board=board, kind=kind, text=text))
        return note

    def go(self, round_id: str, by: str = FEE) -> None:
        """On to this round."""
        self.do(by, OpenRound(round=round_id, after=programme_of(self.tables).round))

    def vote(self, choices: dict[str, int], prize: str = "cup") -> list[str]:
        """Open the ballot and have so many guests vote for each initiative: the guests."""
        self.do(FEE, OpenBallot(ballot="ballot"))
        voters = self.guests(sum(choices.values()))
        wanted = [choice for choice, votes in choices.items() for _ in range(votes)]
        for voter, choice in zip(voters, wanted, strict=True):
            self.do(voter, CastVote(prize=prize, choice=choice))
        return voters


def by_links_only() -> Said:
    """A festival where nobody comes in by the code: Fee is there by her link, and there is one link for the lead of
    the soup and one for Noor, by which nobody came yet."""
    about = About(id="about", title="Buurtdag", code="KMN4R7", retention_days=365, personal=True)
    said = Said((about, *PLAN[1:]))
    said.do(OPERATOR.id, a_link(link_of(FEE), Role.FACILITATOR, "Fee van Dam"))
    said.do(OPERATOR.id, a_link(link_of(LEA), Role.LEAD, "Soup"))
    said.do(OPERATOR.id, a_link(link_of(NOOR), Role.PARTICIPANT, "Noor de Wit"))
    said.do(DOOR.id, Join(id=FEE, name="Fee van Dam", link=link_of(FEE)))
    return said


def begun(plan: tuple[Record, ...] = PLAN) -> Said:
    """The festival with everybody in, before its first round."""
    said = Said(plan)
    links = [
        MakeLink(
            id=link_of(person),
            role=role,
            label=str(role),
            fingerprint=f"secret-of-{person.strip('-')}",
            initiative=SOUP if role is Role.LEAD else "",
        )
        for person, role in COMERS.items()
    ]
    said.do(OPERATOR.id, *links)
    by_link = [Join(id=person, name=person.strip("-").title(), link=link_of(person)) for person in COMERS]
    said.do(DOOR.id, Join(id=ANN, name="Ann"), Join(id=BEN, name="Ben"), *by_link)
    return said
