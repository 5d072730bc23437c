"""The scenarios, each one thing that happens at a festival, in the order in which they are measured."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bench.course import Course
from bench.scenarios import arriving, exporting, growing, inside, talking, voting


@dataclass(frozen=True)
class Scenario:
    """What is measured: `each` is what a cost is told by, `cost` the figure by which contenders are compared."""

    name: str
    about: str
    each: str
    measure: Callable[[Course], Awaitable[None]]
    cost: str = "cpu_us"
    once: bool = False
    """Whether one round says enough."""
    loaded: bool = True
    """Whether it needs the load generator."""


SCENARIOS = [
    Scenario("plenary", "100 notes a second, everybody sees all", "delivery", talking.plenary),
    Scenario("fanout", "one note at a time, 10 a second, to everybody", "delivery", talking.fanout),
    Scenario("rooms", "people at 100 boards, 5 notes a second at each", "delivery", talking.rooms),
    Scenario("votes", "everybody votes: within 10 seconds, and all at once", "vote", voting.votes),
    Scenario("join", "people come within 30 seconds, to 26 kB they share", "join", arriving.join),
    Scenario("resume", "all lines are cut, and everybody comes back at once", "join", arriving.resume),
    Scenario("idle", "many people, and nothing happens", "second", arriving.idle, cost="rss_kb"),
    Scenario("capacity", "people at one festival with 20 notes a second", "delivery", growing.capacity, once=True),
    Scenario(
        "growth", "what a delivery costs with more people, and with more notes", "delivery", growing.growth, once=True
    ),
    Scenario(
        "exports", "files for the organiser, while the day goes on", "file", exporting.exports, cost="each_s", once=True
    ),
    Scenario("micro", "the parts of the way, without a line", "piece", inside.micro, once=True, loaded=False),
    Scenario("quiet", "a post on another's screen, in a real browser", "post", inside.quiet, once=True, loaded=False),
]
