"""What is on the sheets of the spreadsheet: one for each kind of thing, and one for each initiative.

Each row tells one thing, so that one can sort, filter and count. The sheet of an initiative has all that is its own.
"""

from collections.abc import Iterator, Sequence

from rooms.ballot import DecidedBy
from rooms.outcomes import InitiativeDone, NotesGiven, Outcomes
from server.aftersheets import after_sheets
from server.days import at_time, on_day
from server.report import counted, prompt, stand
from server.sheet import Cell, Sheet
from server.words import Say

NOTE_HEADS = (
    "outcome-taken",
    "outcome-dots",
    "outcome-backed",
    "outcome-cluster",
    "outcome-answer",
)
"""What became of a note."""


def sheets(outcomes: Outcomes, lang: str, say: Say) -> Iterator[Sheet]:
    """Every sheet of the spreadsheet, in its order. `lang` ("nl", "en") is the language `say` speaks."""
    names = {row.id: row.name for row in outcomes.initiatives}
    yield _about(outcomes, say)
    yield _initiatives(outcomes, say)
    yield _all_notes(outcomes, say)
    yield _needs(outcomes, say)
    yield _recipes(outcomes, say)
    yield _milestones(outcomes, say)
    yield _pledges(outcomes, say)
    yield _conversations(outcomes, say)
    yield _prizes(outcomes, names, say)
    yield _rounds(outcomes, names, lang, say)
    yield from after_sheets(outcomes, say)
    for row in outcomes.initiatives:
        yield _initiative(row, say)


def _about(outcomes: Outcomes, say: Say) -> Sheet:
    about = outcomes.about
    card: list[Sequence[Cell]] = [
        (say("outcome-title"), about.title),
        (say("desk-code"), about.code),
        (say("outcome-date"), on_day(about.date)),
        (say("round-welcome"), about.welcome),
        (say("outcome-times"), say("outcome-times-where")),
    ]
    return Sheet("Festijn", ("outcome-part", "outcome-what"), [*card, *counted(outcomes.figures, say)])


def _initiatives(outcomes: Outcomes, say: Say) -> Sheet:
    counts = ("outcome-needs", "lead-milestones", "outcome-pledges", "outcome-all-notes")
    card = ("outcome-initiative", "outcome-place", "outcome-what", "dream", "next-step", "outcome-video")
    rows: Iterator[Sequence[Cell]] = (
        (
            row.name,
            row.place,
            row.what,
            row.dream,
            row.next_step,
            row.video,
            len(row.needs),
            len(row.milestones),
            len(row.pledges),
            count(row.notes),
        )
        for row in outcomes.initiatives
    )
    return Sheet(say("outcome-initiatives"), card + counts, rows)


def _all_notes(outcomes: Outcomes, say: Say) -> Sheet:
    boards = [(row.name, row.notes) for row in outcomes.initiatives]
    boards += [(row.title, row.notes) for row in outcomes.conversations]
    heads = ("outcome-where", "outcome-kind", "outcome-text", "outcome-who", "outcome-when", *NOTE_HEADS)
    return Sheet(
        say("outcome-all-notes"), heads, ((name, *row) for name, notes in boards for row in _notes(notes, say))
    )


def _notes(notes: NotesGiven, say: Say) -> Iterator[tuple[Cell, ...]]:
    for kind, given in notes.items():
        called = say(f"note-{kind}")
        for note in given:
            taken = say("outcome-yes") if note.taken else ""
            yield (
                called,
                note.text,
                note.name,
                at_time(note.at),
                taken,
                note.dots,
                note.backed,
                note.cluster,
                note.answer,
            )


def count(notes: NotesGiven) -> int:
    """How many notes these are."""
    return sum(map(len, notes.values()))


def _needs(outcomes: Outcomes, say: Say) -> Sheet:
    rows = (
        (row.name, say(f"need-{need.kind}"), need.text, need.offers, need.found)
        for row in outcomes.initiatives
        for need in row.needs
    )
    heads = ("outcome-initiative", "outcome-kind", "outcome-text", "outcome-offered", "outcome-found")
    return Sheet(say("outcome-needs"), heads, rows)


def _recipes(outcomes: Outcomes, say: Say) -> Sheet:
    rows = (
        (row.name, part.version / 10, say(f"part-{part.kind}"), part.text)
        for row in outcomes.initiatives
        for part in row.recipe
    )
    heads = ("outcome-initiative", "outcome-version", "outcome-kind", "outcome-text")
    return Sheet(say("outcome-recipes"), heads, rows)


def _milestones(outcomes: Outcomes, say: Say) -> Sheet:
    rows = (
        (row.name, one.what, one.who, on_day(one.when), say(f"after-{one.state}"), one.why, one.group)
        for row in outcomes.initiatives
        for one in row.milestones
    )
    heads = (
        "outcome-initiative",
        "outcome-what",
        "outcome-who",
        "outcome-when",
        "after-how",
        "outcome-why",
        "after-group",
    )
    return Sheet(say("lead-milestones"), heads, rows)


def _pledges(outcomes: Outcomes, say: Say) -> Sheet:
    rows = (
        (row.name, one.name, one.what, one.when, say("outcome-terms", terms=one.terms), one.need, at_time(one.at))
        for row in outcomes.initiatives
        for one in row.pledges
    )
    of = ("outcome-initiative", "outcome-who", "outcome-what", "outcome-when")
    return Sheet(say("outcome-pledges"), (*of, "outcome-terms-heading", "outcome-need", "outcome-said"), rows)


def _conversations(outcomes: Outcomes, say: Say) -> Sheet:
    rows: Iterator[Sequence[Cell]] = (
        (
            row.title,
            ", ".join(row.names),
            row.slot or None,
            row.place or None,
            row.going,
            row.insights,
            row.agreements,
            count(row.notes),
        )
        for row in outcomes.conversations
    )
    where = ("outcome-title", "outcome-by", "outcome-slot", "outcome-spot", "outcome-going")
    heads = (*where, "market-insights", "market-agreements", "outcome-all-notes")
    return Sheet(say("outcome-conversations"), heads, rows)


def _prizes(outcomes: Outcomes, names: dict[str, str], say: Say) -> Sheet:
    voted = {ballot.ballot: ballot.voted for ballot in outcomes.turnout}
    rows: Iterator[Sequence[Cell]] = (
        (
            row.title,
            row.giver,
            row.what,
            say("outcome-form", form="money" if row.money else "kind"),
            say("outcome-decided", decided=row.decided),
            ", ".join(names[winner] for winner in row.winners),
            ", ".join(f"{names[one.initiative]}: {one.votes}" for one in row.tally),
            voted[row.ballot] if row.decided is DecidedBy.VOTE else None,
        )
        for row in outcomes.prizes
    )
    what = ("outcome-prize", "outcome-giver", "outcome-what", "outcome-kind", "outcome-decides")
    return Sheet(say("prizes-heading"), (*what, "prize-goes-to", "outcome-votes", "outcome-voted"), rows)


def _rounds(outcomes: Outcomes, names: dict[str, str], lang: str, say: Say) -> Sheet:
    rows: Iterator[Sequence[Cell]] = (
        (
            number,
            say(f"round-{row.kind.replace('_', '-')}"),
            row.title,
            names.get(row.initiative),
            row.minutes,
            say("outcome-grouping", grouping=row.grouping),
            at_time(row.began),
            say("outcome-stand", stand=stand(row)),
            prompt(row, lang),
        )
        for number, row in enumerate(outcomes.rounds, 1)
    )
    what = ("outcome-number", "outcome-kind", "outcome-title", "outcome-initiative", "console-minutes")
    how = ("outcome-grouping-heading", "outcome-began", "outcome-stand-heading", "console-prompt")
    return Sheet(say("outcome-programme"), what + how, rows)


def _initiative(row: InitiativeDone, say: Say) -> Sheet:
    heads = ("outcome-part", "outcome-kind", "outcome-text", "outcome-who", "outcome-when", *NOTE_HEADS)
    return Sheet(row.name, heads, _all_of(row, say))


def _all_of(row: InitiativeDone, say: Say) -> Iterator[Sequence[Cell]]:
    card = {"outcome-initiative": row.name, "outcome-place": row.place, "outcome-what": row.what, "dream": row.dream}
    for word, text in (card | {"next-step": row.next_step, "outcome-video": row.video}).items():
        if text:
            yield say("outcome-card"), say(word), text
    for need in row.needs:
        yield say("outcome-needs"), say(f"need-{need.kind}"), need.text
    for one in row.milestones:
        yield say("lead-milestones"), None, one.what, one.who, on_day(one.when)
    for pledge in row.pledges:
        text = f"{pledge.what}\n({say('lead-pledge-for', need=pledge.need)})" if pledge.need else pledge.what
        terms = say("outcome-terms", terms=pledge.terms)
        yield say("outcome-pledges"), terms, text, pledge.name, pledge.when
    for offer in row.offers:
        yield say("outcome-offers"), say("outcome-reply", reply=offer.reply), offer.what, offer.name, offer.when
    for group in row.groups:
        yield say("after-groups"), say(f"after-{group.product}"), group.title
    for part in row.recipe:
        version = f"{part.version // 10}.{part.version % 10}"
        yield say("outcome-recipe", version=version), say(f"part-{part.kind}"), part.text
    for note in _notes(row.notes, say):
        yield say("outcome-all-notes"), *note
