"""Everybody votes: each within ten seconds, and then all in the same moment, several times over."""

from collections.abc import Sequence

from bench.contenders import App, Node
from bench.course import LEAST, Course, Told, fault
from bench.crowd import VOTE, Crowd

WITHIN = 10
TIMES = 5


def cast(told: Sequence[Told]) -> dict[str, float]:
    """The figures of votes: of several phases all together, the moments of the last."""
    votes = sum(one["answered"] for one in told) or 1
    used = sum(one["server"] for one in told) or LEAST
    return {
        "cpu_us": used / votes * 1e6,
        "per_cpu_s": votes / used,
        "p50": told[-1]["answer_p50"],
        "p99": told[-1]["answer_p99"],
        "last_s": told[-1]["answer_last"] / 1000,
        "store_us": sum(one["store"] for one in told) / votes * 1e6,
    }


async def votes(course: Course) -> None:
    people, within = course.plan.people, min(WITHIN, course.plan.seconds * 2)
    course.remark("The peer has a store of the same settings. It keeps no order and no receipts.")
    for kind in course.here(App, Node):
        async with course.meeting(kind, Crowd(people, store=True), VOTE) as meeting:
            await meeting.all_in()
            await meeting.load.say("watch", "none")
            await meeting.post(people, 0, 0)  # so that all is warm
            spread = await meeting.post(people, people / within, within)
            at_once = [await meeting.post(people, 0, 0) for _ in range(TIMES)]
            course.keep("spread", meeting.server.name, cast([spread]), fault(spread))
            course.keep("at once", meeting.server.name, cast(at_once), "; ".join(filter(None, map(fault, at_once))))
