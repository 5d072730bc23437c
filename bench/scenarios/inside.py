"""Without a load: what each part of the way costs by itself, and what two people with a browser see."""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import msgspec

from bench import machine
from bench.course import Course
from bench.crowd import Crowd, board, person
from rooms.board import NoteKind, PostNote
from rooms.kernel import Tables
from rooms.receipt import Ref
from rooms.view import board_audience
from server.journal import Entry, Place, read_entry
from server.judging import Wish, judge
from server.layers import Layers
from server.tokens import new_id

POSTS = 200
REPEATS = 5
PLACE = Place(1, 1, "first")


def timed(prepare: Callable[[], Any], work: Callable[[Any], object], pieces: int) -> float:
    """Microseconds a piece, the median of some times; what has to be prepared is not counted."""
    took = []
    for _ in range(REPEATS):
        given = prepare()
        began = time.perf_counter()
        work(given)
        took.append(time.perf_counter() - began)
    return median(took) / pieces * 1e6


async def micro(course: Course) -> None:
    records = Crowd(course.plan.people, notes=course.plan.people, words=23_000).records()
    tables, batch = Tables(records), [wish(number) for number in range(POSTS)]
    commits, _ = judge(tables, 2, 0, batch)
    entry = Entry(2, 1, "second", "first", commits)
    packed = msgspec.msgpack.encode(entry)

    def apply(to: Tables) -> list[Any]:
        return [step for commit in commits for step in to.apply(commit.facts())]

    def layers() -> Layers:
        made = Layers()
        made.rebuild(records, PLACE)
        return made

    steps = apply(Tables(records))
    parts = {
        "decide a post": timed(lambda: None, lambda _: judge(tables, 2, 0, batch), POSTS),
        "apply a post": timed(lambda: Tables(records), apply, POSTS),
        "view and encode a post": timed(layers, lambda to: to.take(entry.place, steps), POSTS),
        "encode a picture": timed(layers, lambda to: to.picture(board_audience(board(0)))[0].frame, 1),
        "pack a post": timed(lambda: None, lambda _: msgspec.msgpack.encode(entry), POSTS),
        "read a post": timed(lambda: None, lambda _: read_entry(packed), POSTS),
    }
    for part, us in parts.items():
        course.keep(part, "app", {"cpu_us": us})


def wish(number: int) -> Wish:
    """Somebody's wish to put a note on the first board."""
    command = PostNote(id=new_id(), board=board(0), kind=NoteKind.TIP, text=f"Tip {number}")
    return Wish(command, Ref(f"device-{person(number)}", 1, 1), person(number), 0, lambda _: None)


async def quiet(course: Course) -> None:
    # Only here: without a browser all else can be measured.
    from playwright.async_api import async_playwright  # noqa: PLC0415

    from tests.journeys.conftest import CHROMIUM, FLAGS  # noqa: PLC0415
    from tests.journeys.house import open_house  # noqa: PLC0415
    from tests.journeys.test_quiet_speed import one_screen_to_another  # noqa: PLC0415

    if not os.access(CHROMIUM, os.X_OK):
        course.remark(f"Chromium is absent: there is no {CHROMIUM}; set CHROMIUM to its path.")
        return
    machine.GROUND.mkdir(parents=True, exist_ok=True)
    os.sched_setaffinity(0, machine.CORES)  # a browser needs more than the corner that is left by a server
    try:
        with tempfile.TemporaryDirectory(dir=machine.GROUND, prefix="run-") as ground:
            async with async_playwright() as playwright, open_house(Path(ground)) as house:
                browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
                took = await one_screen_to_another(browser, house, course.plan.screens)
                await browser.close()
        course.keep("", "app", {"p50": median(took), "max": max(took)})
    finally:
        os.sched_setaffinity(0, machine.OTHER_CORE)
