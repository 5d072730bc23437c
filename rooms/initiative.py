"""The initiatives: the cases this festival is about.

Each has a dream, a next step, the help it asks for, and a recipe: how it works, in parts, so that others can do it
too. Version 1.0 of the recipe is what it brings to the day. Every part is a record of its own, so that two people can
work on different parts without touching each other's words.
"""

from enum import StrEnum
from typing import Annotated

import msgspec

from rooms.kernel import Days, Record

MOST_VERSION = 90
Version = Annotated[int, msgspec.Meta(ge=10, le=MOST_VERSION)]
"""Of a recipe: 10 is 1.0, 20 is 2.0."""


class NeedKind(StrEnum):
    """What sort of help is asked for."""

    KNOWLEDGE = "knowledge"
    EXPERIENCE = "experience"
    MONEY = "money"
    PILOT = "pilot"
    LEARNING = "learning"
    PEOPLE = "people"
    SPACE = "space"
    OTHER = "other"


class PartKind(StrEnum):
    """What a part of a recipe is: what it is made of, what one does, where it goes wrong, for whom it
    is, and how others can start."""

    INGREDIENT = "ingredient"
    STEP = "step"
    PITFALL = "pitfall"
    AUDIENCE = "audience"
    START = "start"


class About(Record, frozen=True):
    """The festival's own card (its id is always "about"). `language` is that of its texts: "nl" or "en"; `call` the
    pattern of its calls (see `calls.py`), or "". With `rehearsal` it is there to practise with; with `personal` who
    comes in needs a link of their own, so that everybody is there once."""

    title: str
    code: str
    date: str = ""
    language: str = "nl"
    welcome: str = ""
    retention_days: Days = 90
    call: str = ""
    rehearsal: bool = False
    personal: bool = False


class Initiative(Record, frozen=True):
    """One of the cases. `video` is the address of its pitch video, already checked, or "". `recipe` is the newest
    version of its recipe (10 for 1.0); `goals` are the numbers of those it works for (see `goals.py`)."""

    order: int
    name: str
    place: str
    what: str
    dream: str = ""
    next_step: str = ""
    video: str = ""
    recipe: Version = 10
    goals: tuple[int, ...] = ()


class Need(Record, frozen=True):
    """One request for help of an initiative. `offers` is how many offered it, `found` how many of those were taken."""

    initiative: str
    order: int
    kind: NeedKind
    text: str
    offers: int = 0
    found: int = 0

    INDEXED = ("initiative",)


class RecipePart(Record, frozen=True):
    """One part of an initiative's recipe. `version` is 10 for recipe 1.0; `of` is the part of the version before that
    it comes from, or ""; `notes` are those that are behind it."""

    initiative: str
    order: int
    kind: PartKind
    text: str
    version: Version = 10
    of: str = ""
    notes: tuple[str, ...] = ()

    INDEXED = ("initiative",)
