"""People write, and others see it: one note after the other, very many at once, and at many boards."""

from collections.abc import Iterable
from functools import partial

from bench.contenders import App, Node, Ruler
from bench.course import Course, Kind, Told, fault, heard
from bench.crowd import Crowd

TICKS = (25, 50, 100)
PLENARY_RATE = 100
FANOUT_RATE = 10
ROOMS = 100
ROOM_RATE = 5


async def talk(course: Course, kinds: Iterable[Kind], crowd: Crowd, rate: float, case: str = "") -> Told:
    """Let each contender in turn bring notes at this rate to everybody; gives what the generator told last."""
    told: Told = {}
    for kind in course.here(*kinds):
        async with course.meeting(kind, crowd) as meeting:
            await meeting.all_in()
            await meeting.post(crowd.people, rate, course.plan.warm)
            told = await meeting.post(crowd.people, rate, course.plan.seconds)
            course.keep(case, meeting.server.name, heard(told, meeting), fault(told))
    return told


def tick_of(told: Told, people: int) -> int:
    """The tick at which these frames came, as the nearest that others can be set to (ms).

    Not counted are the answers, the authors' own copies, and the numbers that everybody gets each second.
    """
    per_second = (told["frames"] - 2 * told["posted"]) / people / told["seconds"] - 1
    return min(TICKS, key=lambda tick: abs(tick - 1000 / max(per_second, 1)))


async def plenary(course: Course) -> None:
    crowd = Crowd(course.plan.people)
    told = await talk(course, [App], crowd, PLENARY_RATE)
    if course.plan.only_app:
        return
    tick = int(course.known.setdefault("tick", tick_of(told, crowd.people)))
    course.remark(f"The app chooses its tick itself; nearest to what it chose is {tick} ms: so tick Node and C.")
    await talk(course, [Node, partial(Node, tick=tick), Ruler, partial(Ruler, tick=tick)], crowd, PLENARY_RATE)


async def fanout(course: Course) -> None:
    await talk(course, [App, Node, Ruler], Crowd(course.plan.people), FANOUT_RATE)


async def rooms(course: Course) -> None:
    crowd = Crowd(course.plan.people, groups=ROOMS)
    await talk(course, [App, Node, Ruler], crowd, ROOMS * ROOM_RATE)
