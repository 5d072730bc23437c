"""Afterwards: is everything there that somebody was told is saved, and does every phone show what a fresh one would?"""

import asyncio
from collections import Counter
from collections.abc import Iterator

from server.lives import call_off
from server.rehearsal.people import Row, Someone
from server.rehearsal.summary import Book

ALIKE_WITHIN = 15.0
AT_ONCE = 20
"""Phones that are looked at together."""

OWN = {
    "MakePledge": ("Pledge", "id"),
    "AddMilestone": ("Milestone", "id"),
    "AddPart": ("RecipePart", "id"),
    "Announce": ("Message", "id"),
}
"""What was made and is never taken away in a rehearsal: its kind of row, and where the wish says its id."""
KEPT_MESSAGES = 20
"""Of messages only the latest are kept."""


class Said:
    """All that was granted, of everybody together, in the order of the journal."""

    def __init__(self, people: list[Someone]) -> None:
        every = [(n, who.me, command) for who in people for n, command in who.granted]
        self._said = sorted(every, key=lambda one: one[0])

    def of(self, kind: str) -> list[tuple[str, Row]]:
        """Who wished what, of this kind."""
        return [(who, command) for _, who, command in self._said if command["type"] == kind]

    def latest(self, kind: str, *fields: str) -> dict[tuple[str, ...], list[Row]]:
        """By the values of these fields, the last wish of this kind; more when they came in one entry."""
        last: dict[tuple[str, ...], tuple[int, list[Row]]] = {}
        for n, _, command in self._said:
            if command["type"] == kind:
                key = tuple(str(command[field]) for field in fields)
                before = last.get(key)
                last[key] = (n, [*(before[1] if before and before[0] == n else []), command])
        return {key: commands for key, (_, commands) in last.items()}

    def gone(self, kind: str, field: str) -> set[str]:
        """What wishes of this kind took away."""
        return {str(command[field]) for _, command in self.of(kind)}


def lost(said: Said, host: Someone) -> Iterator[str]:
    """What was granted and is not in this facilitator's fresh picture."""
    for kind, (rows, field) in OWN.items():
        there, made = host.rows(rows), said.of(kind)
        for _, command in made[-KEPT_MESSAGES // 2 :] if kind == "Announce" else made:
            if command[field] not in there:
                yield f"{kind} {command[field]}"
    yield from lost_notes(said, host)
    yield from lost_talks(said, host)
    yield from lost_plans(said, host)
    yield from lost_votes(said, host)


def lost_notes(said: Said, host: Someone) -> Iterator[str]:
    """Notes with their last words, and the answers to them."""
    notes, gone = host.rows("Note"), said.gone("TakeBackNote", "note")
    texts = {command["id"]: [command["text"]] for _, command in said.of("PostNote")}
    texts |= {note: [one["text"] for one in last] for (note,), last in said.latest("ImproveNote", "note").items()}
    for note in texts.keys() - gone:
        if notes.get(note, {}).get("text") not in texts[note]:
            yield f"the words of note {note}"
    for (note,), last in said.latest("AnswerNote", "note").items():
        if note not in gone and notes.get(note, {}).get("answer") not in [one["text"] for one in last]:
            yield f"the answer to note {note}"


def lost_talks(said: Said, host: Someone) -> Iterator[str]:
    """Conversations, and what was written down in them; where two became one, the words are together."""
    talks, merged = host.rows("Conversation"), said.gone("AgreeMerge", "conversation")
    for _, command in said.of("Propose"):
        if command["id"] not in talks and command["id"] not in merged:
            yield f"conversation {command['id']}"
    for (talk, field), last in said.latest("WriteHarvest", "conversation", "field").items():
        if talk in talks and not any(one["text"] in talks[talk][field] for one in last):
            yield f"the {field} of conversation {talk}"


def lost_plans(said: Said, host: Someone) -> Iterator[str]:
    """What initiatives wrote of themselves."""
    for (case, field), last in said.latest("EditInitiative", "initiative", "field").items():
        if host.rows("Initiative")[case][field] not in [one["text"] for one in last]:
            yield f"the {field} of {case}"


def lost_votes(said: Said, host: Someone) -> Iterator[str]:
    """As many votes in a tally as people voted."""
    voters = Counter(prize for _, prize in {(who, command["prize"]) for who, command in said.of("CastVote")})
    for prize, tally in host.rows("Tally").items():
        if prize in voters and tally["cast"] < voters[prize]:
            yield f"{voters[prize] - tally['cast']} votes for {prize}"


def lost_of(who: Someone, fresh: Someone) -> Iterator[str]:
    """What was granted to one person alone, and is not in their own fresh picture."""
    kinds = {"SayGoodbye": "Farewell", "Agree": "Consent"}
    for _, command in who.granted:
        key = f"{who.me}/{command['purpose']}" if command["type"] == "Agree" else who.me
        if command["type"] in kinds and key not in fresh.rows(kinds[command["type"]]):
            yield f"{command['type']} of {who.me}"


def differs(who: Someone, fresh: Someone) -> str:
    """In what this phone differs from a fresh one of the same person, or ""."""
    if who.audiences != fresh.audiences:
        return f"{who.me} listens to {who.audiences}, a fresh phone to {fresh.audiences}"
    for audience in fresh.audiences:
        if audience not in who.layers or who.layers[audience].rows != fresh.layers[audience].rows:
            return f"{audience} of {who.me} is not what a fresh phone has"
    return ""


async def compare(who: Someone, book: Book) -> Someone:
    """Hold one phone against a fresh one, as soon as all that was on its way has come; gives the fresh one."""
    fresh = Someone(who.door, who.role, who.cookie, who.chance)
    fresh.look = who.look
    living = asyncio.create_task(fresh.live())
    try:
        await fresh.here()
        async with asyncio.timeout(ALIKE_WITHIN):
            while differs(who, fresh):  # noqa: ASYNC110 - frames of both are on their way
                await asyncio.sleep(0.1)
    except TimeoutError:
        book.wrong.append(differs(who, fresh) if fresh.entered else f"{who.me} could not come in again")
    finally:
        book.lost.extend(lost_of(who, fresh))
        fresh.go()
        await call_off(living)
    return fresh


async def prove(people: list[Someone], host: Someone, book: Book) -> None:
    """Note in the book what was lost, and what is wrong on whose phone. `host` is a facilitator."""
    book.lost.extend(lost(Said(people), await compare(host, book)))
    others = [who for who in people if who is not host]
    for at in range(0, len(others), AT_ONCE):
        await asyncio.gather(*(compare(who, book) for who in others[at : at + AT_ONCE]))
    book.wrong.extend(f"{who.me} missed {who.gaps} frames" for who in people if who.gaps)
