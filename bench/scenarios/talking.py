"""People write, and others see it: one note after the other, very many at once, and at many boards."""

from functools import partial

from bench.contenders import App, Node, Ruler
from bench.course import Course, Kind, fault, heard
from bench.crowd import Crowd

PLENARY_RATE = 100
FANOUT_RATE = 10
ROOMS = 100
ROOM_RATE = 5


async def talk(course: Course, kinds: list[Kind], crowd: Crowd, rate: float) -> dict[str, float]:
    """Let each contender in turn bring notes at this rate to everybody; gives the frames a second each person got."""
    frames = {}
    for kind in course.here(*kinds):
        async with course.meeting(kind, crowd) as meeting:
            await meeting.all_in()
            await meeting.post(crowd.people, rate, course.plan.warm)
            told = await meeting.post(crowd.people, rate, course.plan.seconds)
            figures = heard(told, meeting)
            course.keep("", meeting.server.name, figures, fault(told))
            frames[meeting.server.name] = figures["frames_s"]
    return frames


async def plenary(course: Course) -> None:
    crowd = Crowd(course.plan.people)
    frames = await talk(course, [App, Node, Ruler], crowd, PLENARY_RATE)
    if course.plan.only_app:
        return
    tick = round(1000 / max(frames["app"], 1), 1)
    course.remark(f"Round {course.round}: the app told everybody something every {tick} ms; so tick Node and C.")
    await talk(course, [partial(Node, tick=tick), partial(Ruler, tick=tick)], crowd, PLENARY_RATE)


async def fanout(course: Course) -> None:
    await talk(course, [App, Node, Ruler], Crowd(course.plan.people), FANOUT_RATE)


async def rooms(course: Course) -> None:
    crowd = Crowd(course.plan.people, groups=ROOMS)
    await talk(course, [App, Node, Ruler], crowd, ROOMS * ROOM_RATE)
