"""`bin/bench`: measure, tell it in tables, and fail when a floor is not reached or something was not complete."""

import argparse
import asyncio
import datetime
import platform
import signal
import sys
import traceback
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from bench import machine
from bench.course import Course, Plan
from bench.scenarios import SCENARIOS, Scenario
from bench.table import as_json, floors, floors_table, judged, table

SMOKE = ("plenary", "votes", "join")


def asked() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="bin/bench", description=__doc__)
    names = [one.name for one in SCENARIOS]
    parser.add_argument("scenarios", nargs="*", metavar="SCENARIO", help=f"some of: {', '.join(names)} (default: all)")
    parser.add_argument("--rounds", type=int, default=None, help="how often each contender has its turn (default: 3)")
    parser.add_argument("--quick", action="store_true", help="one round with short phases: a first impression")
    parser.add_argument("--smoke", action="store_true", help="50 people, the app alone: is it complete? No floors.")
    parser.add_argument("--workers", type=int, choices=(1, 2), help="measure the capacity of so many workers only")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write everything that was measured to this file")
    chosen = parser.parse_args()
    if unknown := set(chosen.scenarios) - set(names):
        parser.error(f"no such scenario: {', '.join(sorted(unknown))}; there are {', '.join(names)}")
    return chosen


def plan_of(chosen: argparse.Namespace) -> Plan:
    """How long and how often, as asked."""
    given = {"workers": chosen.workers} | ({"rounds": chosen.rounds} if chosen.rounds else {})
    if chosen.smoke:
        return Plan.quickly(people=50, many=50, seconds=2, within=2, only_app=True)
    return Plan.quickly(**given) if chosen.quick else Plan(**given)


async def measure(course: Course, scenario: Scenario) -> bool:
    """Measure a scenario in all its rounds; False when it went wrong, which is told and stops nothing else."""
    course.scenario = scenario.name
    for turn in range(1 if scenario.once else course.plan.rounds):
        course.round = turn + 1
        try:
            await scenario.measure(course)
        except Exception:
            course.say(traceback.format_exc())
            course.remark("This went wrong: see above.")
            return False
    return True


async def run(chosen: argparse.Namespace) -> int:
    """Measure what was asked for; gives the exit code."""
    course = Course(plan_of(chosen), lambda text: print(text, file=sys.stderr, flush=True))
    wanted = chosen.scenarios or (SMOKE if chosen.smoke else [one.name for one in SCENARIOS])
    well, loaded = True, machine.built("load") is not None
    for scenario in (one for one in SCENARIOS if one.name in wanted):
        if scenario.loaded and not loaded:
            print(f"\n## {scenario.name}: absent: there is no C compiler here (cc), so no load")
            continue
        course.say(f"{scenario.name}: {scenario.about}")
        well &= await measure(course, scenario)
        mine = [one for one in course.samples if one.scenario == scenario.name]
        print(table(scenario, mine, course.remarks.get(scenario.name, [])), flush=True)
    well &= all(one.complete for one in course.samples)
    verdicts = [] if chosen.smoke else [judged(one, course.samples) for one in floors() if one.scenario in wanted]
    if verdicts:
        print(floors_table(verdicts))
    if chosen.json:
        chosen.json.write_text(as_json(course.samples, verdicts, course.remarks, about(course.plan)))
    if not well:
        print("\nSomething was INCOMPLETE or went wrong; the lines above say what.")
    return 0 if well and all(one["verdict"] != "FAIL" for one in verdicts) else 1


def about(plan: Plan) -> dict[str, object]:
    """When, where and how it was measured."""
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    return {"date": now, "system": platform.platform(), "python": platform.python_version(), "plan": vars(plan)}


async def until_asked(measuring: Coroutine[Any, Any, int]) -> int:
    """Measure, until done or somebody asks to stop; then everything that was started is ended first."""
    task = asyncio.ensure_future(measuring)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(number, task.cancel)
    return await task


def main() -> int:
    """Run the bench; Ctrl-C ends it, and all it started."""
    chosen = asked()
    machine.settle()
    try:
        return asyncio.run(until_asked(run(chosen)))
    except asyncio.CancelledError:
        print("\nStopped when asked; what was started here has ended.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())
