"""Reads an event file: the TOML text in which an organiser writes down a whole festival.

Everything in it is checked before anything is loaded, and every fault is told at once, each with its place and what
would be right there. The form of the file is what the structs below say; `docs/event-file.md` explains it. A file
holds no secrets: links are made when the festival is there.
"""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from rooms.ballot import Ballot, DecidedBy, Prize
from rooms.board import Board, NoteKind
from rooms.calls import is_pattern
from rooms.initiative import About, Initiative, Need, NeedKind, PartKind, RecipePart
from rooms.kernel import Record
from rooms.marketplace import MARKET, MOST_PLACES, MOST_SLOTS, Market
from rooms.programme import GROUPED, Grouping, Round, RoundKind
from rooms.schedule import REFERS
from rooms.seats import HALL_NAME
from server import closedtoml
from server.closedtoml import Fault, Faulty
from server.register import ALPHABET
from server.video import checked

__all__ = ["Fault", "Faulty", "load"]

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
A_SLUG = 'a short name of small letters, digits and dashes, such as "kunstpost", of at most 40 signs'
A_CODE = f"6 signs out of {ALPHABET}"

Code = Annotated[str, Meta(pattern=f"^[{ALPHABET}]{{6}}$", description=A_CODE)]
Line = Annotated[str, Meta(min_length=1, max_length=80, pattern=r"^.*\Z", description="one line of 1 to 80 signs")]
LineOrNone = Annotated[str, Meta(max_length=80, pattern=r"^.*\Z", description="one line of at most 80 signs")]
Text = Annotated[str, Meta(min_length=1, max_length=400)]
TextOrNone = Annotated[str, Meta(max_length=400)]
Welcome = Annotated[str, Meta(max_length=1000)]
Video = Annotated[str, Meta(extra={"check": checked})]
BallotId = Annotated[str, Meta(pattern=SLUG, max_length=40, description=A_SLUG, extra={"names": "ballot"})]
PrizeId = Annotated[str, Meta(pattern=SLUG, max_length=40, description=A_SLUG, extra={"names": "prize"})]
InitiativeRef = Annotated[str, Meta(extra={"refers": "initiative"})]
BallotRef = Annotated[str, Meta(extra={"refers": "ballot"})]
Parts = Annotated[tuple[Text, ...], Meta(max_length=20)]


def not_the_hall(initiative: str) -> str:
    """The id of an initiative, as it is; raises ValueError for that of the hall, which is a place of its own."""
    if initiative == HALL_NAME:
        raise ValueError(f'should be another name: "{HALL_NAME}" is that of the hall, where everybody is together')
    return initiative


NAMES_INITIATIVE = {"names": "initiative", "check": not_the_hall}
InitiativeId = Annotated[str, Meta(pattern=SLUG, max_length=40, description=A_SLUG, extra=NAMES_INITIATIVE)]


def call_checked(pattern: str) -> str:
    """The pattern of a festival's calls, as it is; raises ValueError with what would be right."""
    if not is_pattern(pattern):
        raise ValueError('should be a pattern such as "https://meet.example.org/{festival}-{room}", with {room} in it')
    return pattern


class NeedRow(msgspec.Struct):
    """One `[[initiatives.needs]]`."""

    kind: NeedKind
    text: Text


class RecipeRow(msgspec.Struct):
    """The `[initiatives.recipe]`: what recipe 1.0 is made of."""

    ingredients: Parts = ()
    steps: Parts = ()
    pitfalls: Parts = ()
    audience: Parts = ()
    start: Parts = ()


class InitiativeRow(msgspec.Struct):
    """One `[[initiatives]]`."""

    id: InitiativeId
    name: Line
    place: Line
    what: Text
    dream: TextOrNone = ""
    next_step: TextOrNone = ""
    video: Video = ""
    needs: Annotated[tuple[NeedRow, ...], Meta(max_length=20)] = ()
    recipe: RecipeRow = msgspec.field(default_factory=RecipeRow)


class PrizeRow(msgspec.Struct):
    """One `[[ballots.prizes]]`."""

    id: PrizeId
    title: Line
    giver: Line
    what: TextOrNone = ""
    decided: DecidedBy = DecidedBy.VOTE
    money: bool = False


class BallotRow(msgspec.Struct):
    """One `[[ballots]]`."""

    id: BallotId
    prizes: Annotated[tuple[PrizeRow, ...], Meta(min_length=1, max_length=20)]
    own: bool = False


class PromptRow(msgspec.Struct):
    """The `[rounds.prompt]`: what people are asked to talk about, in both languages."""

    nl: TextOrNone = ""
    en: TextOrNone = ""


class MarketRow(msgspec.Struct):
    """The `[market]`: the grid of the open space."""

    slots: Annotated[int, Meta(ge=1, le=MOST_SLOTS)] = 2
    places: Annotated[int, Meta(ge=1, le=MOST_PLACES)] = 8


class RoundRow(msgspec.Struct):
    """One `[[rounds]]`."""

    kind: RoundKind
    minutes: Annotated[int, Meta(ge=1, le=240)]
    title: LineOrNone = ""
    initiative: InitiativeRef = ""
    ballot: BallotRef = ""
    grouping: Grouping | None = None
    prompt: PromptRow = msgspec.field(default_factory=PromptRow)
    writes: Annotated[tuple[NoteKind, ...], Meta(max_length=5)] = ()


class EventFile(msgspec.Struct):
    """A whole event file."""

    title: Line
    rounds: Annotated[tuple[RoundRow, ...], Meta(min_length=1, max_length=100)]
    initiatives: Annotated[tuple[InitiativeRow, ...], Meta(min_length=1, max_length=50)]
    ballots: Annotated[tuple[BallotRow, ...], Meta(max_length=10)] = ()
    code: Code = ""
    date: datetime.date | None = None
    language: Literal["nl", "en"] = "nl"
    welcome: Welcome = ""
    retention_days: Annotated[int, Meta(ge=1, le=365)] = 90
    market: MarketRow = msgspec.field(default_factory=MarketRow)
    call: Annotated[str, Meta(extra={"check": call_checked})] = ""
    personal_links: bool = False


def load(path: Path) -> tuple[Record, ...]:
    """Give all records of the festival in this file. `About.code` is "" when the file names none: then draw one.

    Raises Faulty, with every fault at once.
    """
    return tuple(_records(closedtoml.read(path, EventFile, _rounds_astray)))


def _rounds_astray(kept: dict[str, Any]) -> Iterator[closedtoml.Told]:
    """A pitch has its initiative, a ballot its ballot; a break has neither."""
    for i, row in enumerate(kept.get("rounds", [])):
        kind = row.get("kind")
        if kind not in list(RoundKind):
            continue
        about = REFERS.get(kind)
        if about and about not in row:
            yield f"rounds[{i}].{about}", f"is missing; a {kind} round should name its {about}"
        for other in ("initiative", "ballot"):
            if other in row and other != about:
                yield f"rounds[{i}].{other}", f"should be left out of a {kind} round"


def _records(file: EventFile) -> Iterator[Record]:
    yield About(
        id="about",
        title=file.title,
        code=file.code,
        date=file.date.isoformat() if file.date else "",
        language=file.language,
        welcome=file.welcome,
        retention_days=file.retention_days,
        call=file.call,
        personal=file.personal_links,
    )
    for order, row in enumerate(file.initiatives, 1):
        yield from _initiative(row, order)
    yield Market(id=MARKET, slots=file.market.slots, places=file.market.places)
    for ballot in file.ballots:
        yield Ballot(id=ballot.id, own=ballot.own)
        for order, prize in enumerate(ballot.prizes, 1):
            yield Prize(
                id=prize.id,
                ballot=ballot.id,
                order=order,
                title=prize.title,
                giver=prize.giver,
                what=prize.what,
                decided=prize.decided,
                money=prize.money,
            )
    for order, step in enumerate(file.rounds, 1):
        yield Round(
            id=f"round-{order}",
            order=order,
            kind=step.kind,
            minutes=step.minutes,
            title=step.title,
            initiative=step.initiative,
            ballot=step.ballot,
            grouping=step.grouping or GROUPED.get(step.kind, Grouping.PLENARY),
            prompt_nl=step.prompt.nl,
            prompt_en=step.prompt.en,
            writes=step.writes,
        )


def _initiative(row: InitiativeRow, order: int) -> Iterator[Record]:
    yield Initiative(
        id=row.id,
        order=order,
        name=row.name,
        place=row.place,
        what=row.what,
        dream=row.dream,
        next_step=row.next_step,
        video=row.video,
    )
    yield Board(id=row.id)
    for n, need in enumerate(row.needs, 1):
        yield Need(id=f"{row.id}-{n}", initiative=row.id, order=n, kind=need.kind, text=need.text)
    recipe = row.recipe
    parts = [(PartKind.INGREDIENT, recipe.ingredients), (PartKind.STEP, recipe.steps)]
    parts += [(PartKind.PITFALL, recipe.pitfalls), (PartKind.AUDIENCE, recipe.audience)]
    parts += [(PartKind.START, recipe.start)]
    for kind, texts in parts:
        for n, text in enumerate(texts, 1):
            yield RecipePart(id=f"{row.id}-{kind}-{n}", initiative=row.id, order=n, kind=kind, text=text)
