"""How far it goes: how many people one festival can hold, and what a delivery costs as people and notes grow."""

import math
from collections.abc import Sequence
from functools import partial
from statistics import fmean

from bench import machine
from bench.contenders import App
from bench.course import Course, Meeting, fault, heard
from bench.crowd import Crowd

STEPS = (500, 1000, 2000, 3000, 4000, 5000, 6000, 8000)
RATE = 20
SOON_MS = 250
"""Within this, 99 of 100 people have a note before them."""
TRIES = 2
PEOPLE = (100, 1000, 5000)
NOTES = (100, 1000, 10_000)
FEW = 100
"""People when notes grow: so few that what a note costs by itself is seen."""


async def capacity(course: Course) -> None:
    course.remark("A step that fails is tried once more, and counts as held when it then does well.")
    course.remark("With two workers nothing is pinned: workers, store and load share the cores.")
    held = {}
    for workers in [course.plan.workers] if course.plan.workers else [1, 2]:
        case = f"{workers} worker{'s' if workers > 1 else ''}"
        steps = [people for people in STEPS if people <= course.plan.most]
        async with course.meeting(partial(App, workers=workers), Crowd(steps[-1])) as meeting:
            held[case] = 0
            for people in steps:
                if not await holds(course, meeting, people, case):
                    break
                held[case] = people
            lines = [machine.descriptors(one.pid) for one in meeting.server.processes]
            course.remark(f"{case}: open descriptors at the end: {' and '.join(map(str, lines))}.")
    for case, people in held.items():
        course.keep(case, "app", {"people": people})
    course.keep("best", "app", {"people": max(held.values())})


async def holds(course: Course, meeting: Meeting, people: int, case: str) -> bool:
    """Whether so many people still see everything in time; what fails is tried once more."""
    told = await meeting.arrive(meeting.came, people)
    if told["failed"]:
        course.keep(f"{case}, {people:,} people", "app", {"failed": told["failed"]})
        return False
    for _ in range(TRIES):
        told = await meeting.post(people, RATE, course.plan.seconds)
        if not fault(told) and told["p99"] <= SOON_MS:
            break
    course.keep(f"{case}, {people:,} people", "app", heard(told, meeting))
    return not fault(told) and bool(told["p99"] <= SOON_MS)


async def growth(course: Course) -> None:
    course.remark("The exponent is the slope of log cost against log size: 0 is flat, 1 is in proportion.")
    course.remark("Of people it is taken twice, over all and over the most only; the greater counts.")
    sizes, costs = [n for n in PEOPLE if n <= course.plan.many], []
    async with course.meeting(App, Crowd(sizes[-1])) as meeting:
        for people in sizes:
            await meeting.arrive(meeting.came, people)
            costs.append(await cost(course, meeting, people, f"{people:,} people"))
    exponents = {first: slope(sizes[n:], costs[n:]) for n, first in enumerate(sizes[:-1])}
    for first, exponent in exponents.items():
        course.keep(f"{first:,} to {sizes[-1]:,} people", "app", {"exponent": exponent})
    course.keep("people", "app", {"exponent": max(exponents.values())})
    costs = []
    for notes in NOTES:
        async with course.meeting(App, Crowd(FEW, notes=notes)) as meeting:
            await meeting.all_in()
            costs.append(await cost(course, meeting, FEW, f"{notes:,} notes"))
    course.keep("notes", "app", {"exponent": slope(NOTES, costs)})


async def cost(course: Course, meeting: Meeting, people: int, case: str) -> float:
    """The CPU of a delivery (us)."""
    await meeting.post(people, RATE, course.plan.warm)
    told = await meeting.post(people, RATE, course.plan.seconds)
    figures = heard(told, meeting)
    course.keep(case, "app", figures, fault(told))
    return figures["cpu_us"]


def slope(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """The exponent of growth: by least squares, of the logarithms."""
    x, y = [math.log(size) for size in sizes], [math.log(one) for one in costs]
    mean_x, mean_y = fmean(x), fmean(y)
    along = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True))
    return along / sum((a - mean_x) ** 2 for a in x)
