"""What holds through a whole day, whatever people do: nobody in two places, tables that fit, nothing that is lost.

hypothesis makes the day out of everything anybody may wish, most of it sensible, and after every single step all of
`holding.py` is looked at again; a day that breaks a rule is made as short as it can be. By default it is a short look,
the same every time; `HYPOTHESIS_PROFILE=long` looks for minutes, each time at other days.
"""

import os
from collections import Counter
from collections.abc import Sequence
from typing import Any, ClassVar

from hypothesis import HealthCheck, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from rooms.board import HideNote, Note, NoteKind, PostNote, ReleaseNote
from rooms.breakout import MoveTo, due
from rooms.festival import actor, decide
from rooms.goodbye import Consent
from rooms.harvest import MakePledge, Pledge
from rooms.kernel import Command, Draft, Refused, Step, Tables
from rooms.milestones import AddMilestone, Milestone
from rooms.people import CLOCK
from rooms.programme import OpenRound, Round, programme_of
from rooms.seats import HelpCall, Table
from rooms.view import view
from server.journal import Place
from server.layers import Layers
from tests.rooms.holding import (
    contacts_reach_exactly_three,
    counts_are_right,
    everybody_is_in_one_place,
    goodbyes_reach_two,
    hidden_and_unreleased_reach_no_stage,
    kept,
    tables_fit,
    what_is_half_written_can_still_be_sent,
)
from tests.rooms.improvise import MORE, Improviser
from tests.rooms.said import BIKE, FEE, GARDEN, LEA, PLAN, SECOND, SOUP, begun

LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
LOOK = settings(
    max_examples=1000 if LONG else 80,
    stateful_step_count=80 if LONG else 40,
    derandomize=not LONG,
    print_blob=True,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
GUESTS = 16
MOVING = {"OpenRound", "CloseRound", "BringBack", "ExtendRound", "SkipRound", "MoveTo", "SpreadHall", "SendHome"}
ENDS = {"OpenRound", "CloseRound", "BringBack"}
CHOICES = st.binary(min_size=48, max_size=48)
"""What an improviser chooses, two bytes at a time; zeros choose the first of everything."""
WHO = st.integers(0, GUESTS - 1)
CAST = begun((*PLAN, *MORE))
PEOPLE = CAST.guests(GUESTS)


def chooser(choices: bytes) -> Any:
    """The function that an improviser asks, out of these bytes."""
    numbers = iter([int.from_bytes(choices[at : at + 2]) for at in range(0, len(choices), 2)])

    def choose(options: Sequence[Any]) -> Any:
        return options[next(numbers, 0) % len(options)]

    return choose


class WholeDay(RuleBasedStateMachine):
    """A day from its first talk in rooms on. `seen` counts what was there at any look, `granted` which wishes did."""

    seen: ClassVar[Counter[str]] = Counter()
    granted: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.tables, self.layers, self.n = Tables(CAST.tables.records()), Layers(), 1
        self.layers.rebuild(self.tables.records(), Place(1, 1, "m1"))
        self.everywhere = {audience for record in self.tables.records() for audience in view(record)}
        self.at, self.written = CAST.now, 0
        self.improviser = Improviser(chooser(b""))
        self.play(OpenRound(round="dream", after=""), FEE)

    def play(self, wish: Command, by: str) -> bool:
        """Somebody wishes something, a second later; whether it was granted. No end of a round loses a word."""
        self.at += SECOND
        try:
            changes = list(decide(Draft(self.tables), wish, actor(self.tables, by), self.at))
        except Refused:
            return False
        note(f"{by} {wish}")
        name, before = type(wish).__name__, Tables(self.tables.records())
        self.follow(self.tables.apply(changes))
        self.granted[name] += 1
        assert name not in MOVING or kept(self.tables) == kept(before), f"{name} lost words"
        if name in ENDS:
            what_is_half_written_can_still_be_sent(before, self.tables, self.at)
        return True

    def look(self) -> None:
        """Hold everything to the rules between two wishes of one step too."""
        self.nobody_is_in_two_places_and_nobody_without_one()
        self.tables_are_of_three_to_seven()
        self.hidden_and_unreleased_notes_reach_no_stage_frame()
        self.contacts_reach_exactly_three_audiences()
        self.what_is_there_is_counted()

    def follow(self, steps: list[Step]) -> None:
        """Everybody's screens follow what changed."""
        self.n += 1
        for step in steps:
            for record in (step.before, step.after):
                self.everywhere |= view(record).keys() if record else set()
        self.layers.take(Place(1, self.n, f"m{self.n}"), steps)

    @rule(wishes=st.lists(CHOICES, min_size=1, max_size=12), wait=st.sampled_from([0, 60 * SECOND]))
    def people_wish_anything(self, wishes: list[bytes], wait: int) -> None:
        self.at += wait
        for choices in wishes:
            self.improviser.choose = chooser(choices)
            wish = self.improviser.wish(self.tables)
            if self.play(wish.command, wish.by):
                self.look()

    @rule(first=WHO, count=st.sampled_from([GUESTS, 9, 3, 1]), room=st.sampled_from([SOUP, BIKE, ""]))
    def people_walk(self, first: int, count: int, room: str) -> None:
        for one in range(first, first + count):
            self.play(MoveTo(room=room), PEOPLE[one % GUESTS])
            self.look()

    @rule(who=WHO, kind=st.sampled_from(NoteKind), board=st.sampled_from([SOUP, BIKE, GARDEN]))
    def somebody_writes(self, who: int, kind: NoteKind, board: str) -> None:
        self.written += 1
        row = f"note{self.written:-<12}"
        self.play(PostNote(id=row, board=board, kind=kind, text=f"alleen {self.written}."), PEOPLE[who])

    @rule(who=WHO)
    def somebody_promises_and_a_lead_plans(self, who: int) -> None:
        self.written += 1
        row = f"plan{self.written:-<12}"
        self.play(MakePledge(id=row, initiative=BIKE, what="Ik kook"), PEOPLE[who])
        self.play(AddMilestone(id=row, initiative=SOUP, what="De keuken"), LEA)

    @rule(which=st.integers(0, 30), wish=st.sampled_from(["release", "take off", "hide", "show"]))
    def a_facilitator_judges_a_note(self, which: int, wish: str) -> None:
        if notes := sorted(one.id for one in self.tables.all(Note)):
            one = notes[which % len(notes)]
            hide, release = HideNote(note=one, hidden=wish == "hide"), ReleaseNote(note=one, released=wish == "release")
            self.play(hide if wish in ("hide", "show") else release, FEE)

    @rule()
    def the_clock_says_what_is_next(self) -> None:
        if says := due(self.tables):
            self.at = max(self.at, says[0] - SECOND)
            self.play(says[1], CLOCK.id)

    @rule(to=st.sampled_from(["need", "open", "dream", "pitch-soup"]))
    def on_to_another_round(self, to: str) -> None:
        if self.tables.get(Round, to):
            self.play(OpenRound(round=to, after=programme_of(self.tables).round), FEE)

    @invariant()
    def nobody_is_in_two_places_and_nobody_without_one(self) -> None:
        everybody_is_in_one_place(self.tables, self.layers)

    @invariant()
    def tables_are_of_three_to_seven(self) -> None:
        tables_fit(self.tables)
        counts_are_right(self.tables)

    @invariant()
    def hidden_and_unreleased_notes_reach_no_stage_frame(self) -> None:
        hidden_and_unreleased_reach_no_stage(self.tables, self.layers, self.n - 1)

    @invariant()
    def contacts_reach_exactly_three_audiences(self) -> None:
        contacts_reach_exactly_three(self.tables, self.layers, self.everywhere)
        goodbyes_reach_two(self.tables)

    @invariant()
    def what_is_there_is_counted(self) -> None:
        notes, kinds = self.tables.all(Note), (Table, Pledge, Milestone, Consent, HelpCall)
        self.seen.update({kind.__name__: len(self.tables.all(kind)) for kind in kinds})
        self.seen["contacts"] += sum(one.kind is NoteKind.CONTACT for one in notes)
        self.seen["released"] += sum(one.released for one in notes)
        self.seen["hidden"] += sum(one.hidden for one in notes)


def test_through_a_whole_day_everybody_has_a_place_tables_fit_and_nothing_is_lost_or_seen_by_others() -> None:
    """And the days had all in them that the rules are about; else they were not tried."""
    run_state_machine_as_test(WholeDay, settings=LOOK)
    seen = WholeDay.seen
    assert all(seen[kind.__name__] for kind in (Table, Pledge, Milestone, Consent, HelpCall)), seen
    assert all(seen[what] for what in ("contacts", "released", "hidden")), seen
    assert WholeDay.granted.keys() >= ENDS and len(WholeDay.granted) > 40, WholeDay.granted
