"""People come: returning with a cookie, new by the door, back after a cut; and then they sit there and say nothing."""

import asyncio
from functools import partial

import httpx

from bench.contenders import App, Node
from bench.course import Course, Meeting, fault, joined
from bench.crowd import Crowd, board
from server.tokens import new_id

SHARED_BYTES = 26_000
AT_THE_DOOR = 20
"""People whose names are on their way at the same time."""
MISSED = 10
"""Notes written while everybody is away."""


async def picture(course: Course, words: int) -> int:
    """The bytes of the picture that newcomers share, as the app sends it; measured once."""
    key = f"picture of {words}"
    if key not in course.known:
        async with course.meeting(App, Crowd(1, words=words)) as meeting:
            assert isinstance(meeting.server, App)
            course.known[key] = (await meeting.server.places())[1]
    course.remark(f"The picture that newcomers share is {course.known[key] / 1000:.1f} kB; so is the peer's.")
    course.remark("The peer puts its picture in text once, for everybody who comes before the next change.")
    return int(course.known[key])


async def join(course: Course) -> None:
    words = SHARED_BYTES - 2500
    shared = await picture(course, words)
    for people in (course.plan.people, course.plan.many):
        seconds = course.plan.within * people / course.plan.many
        for kind in course.here(App, partial(Node, snapshot=shared)):
            async with course.meeting(kind, Crowd(people, words=words)) as meeting:
                told = await meeting.arrive(0, people, seconds)
                figures = {**joined(told), "rss_kb": meeting.memory_each()}
                course.keep(f"{people:,} returning", meeting.server.name, figures, fault(told))
        if course.plan.only_app:
            return
    await newcomers(course, words)


async def newcomers(course: Course, words: int) -> None:
    """New people: their name by the door, which is an entry in the journal, then the line."""
    course.remark("New people: the CPU is that of door and line together, the times are those of the line.")
    people = course.plan.people
    async with course.meeting(App, Crowd(people, words=words)) as meeting:
        before, store = meeting.server.cpu(), meeting.server.store_cpu()
        cookies = await through_the_door(meeting, people)
        door = meeting.server.cpu() - before
        assert isinstance(meeting.server, App)
        meeting.server.list_new(meeting.file("people"), cookies)
        await meeting.load.say("people", meeting.file("people"))
        told = await meeting.arrive(0, people, course.plan.within * people / course.plan.many)
        told["server"] += door
        stored = (meeting.server.store_cpu() - store) / people * 1e6
        figures = {**joined(told), "store_us": stored}
        course.keep(f"{people:,} new", "app", figures, fault(told))


async def through_the_door(meeting: Meeting, people: int) -> list[str]:
    """Have so many people give their name at the door, a few at a time; gives the cookies they got."""
    assert isinstance(meeting.server, App)
    base, code = meeting.server.base, meeting.server.listed.code
    cookies: list[str] = []

    async def give_names(numbers: range) -> None:
        async with httpx.AsyncClient(base_url=base, timeout=30) as http:
            for number in numbers:
                http.cookies.clear()
                answer = await http.post("/in", data={"code": code, "name": f"Nieuw {number}"})
                assert answer.status_code == 303, answer.text
                cookies.append(answer.headers["set-cookie"].partition(";")[0])

    await asyncio.gather(*(give_names(range(n, people, AT_THE_DOOR)) for n in range(AT_THE_DOOR)))
    return cookies


async def resume(course: Course) -> None:
    people, words = course.plan.people, SHARED_BYTES - 2500
    shared = await picture(course, words)
    course.remark(f"Everybody missed {MISSED} notes. The app sends those; the peer sends its picture again.")
    course.remark("Socket.IO's connection state recovery is off: the peer keeps nothing for who is away.")
    for kind in course.here(App, partial(Node, snapshot=shared)):
        async with course.meeting(kind, Crowd(people, words=words)) as meeting:
            await meeting.all_in()
            if isinstance(meeting.server, App):
                await away(meeting, meeting.server)
            else:
                await meeting.load.say("close", 0, people, "rst")
            told = await meeting.arrive(0, people, 0, 500)
            course.keep("", meeting.server.name, joined(told), fault(told))


async def away(meeting: Meeting, app: App) -> None:
    """Cut everybody, who remember where they were; and have somebody write meanwhile."""
    writer, *_ = await app.visitor()
    places, _ = await app.places()
    await meeting.load.say("close", 0, app.crowd.people, "rst")
    for number in range(1, MISSED + 1):
        note = {"type": "PostNote", "id": new_id(), "board": board(0), "kind": "tip", "text": f"Tip {number}"}
        await writer.say("submit", {"ref": f"somebody-who-stays.{number}", "low": number, "seen": 0, "command": note})
        assert "ok" in await writer.heard("answer")
    await writer.line.close()
    app.list_returning(meeting.file("people"), places)
    await meeting.load.say("people", meeting.file("people"))


async def idle(course: Course) -> None:
    people, seconds = course.plan.many, course.plan.idle
    for kind in course.here(App, Node):
        async with course.meeting(kind, Crowd(people)) as meeting:
            await meeting.all_in()
            await meeting.wait(2)
            each = meeting.memory_each()
            told = await meeting.wait(seconds)
            figures = {"rss_kb": each, "cpu_pct": told["server"] / seconds * 100}
            still = (await meeting.load.say("stats"))["open"]
            course.keep("", meeting.server.name, figures, "" if still == people else f"{people - still} were lost")
