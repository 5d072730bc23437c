"""The outcomes as a report to hand over (PDF): a cover, what is in it, the whole in numbers and charts, and two facing
pages for each initiative.

It goes to people outside, so nobody's name is in it but those of initiatives, organisations and who gave a prize. Of
notes those come first that were taken along and that most people found useful; the rest is in the spreadsheet.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from fpdf import FPDF
from fpdf.outline import OutlineSection

from rooms.aftermath import PartGrown
from rooms.board import NoteKind
from rooms.charted import Charted, by_name, votes
from rooms.difference import Mark
from rooms.initiative import PartKind
from rooms.milestones import MilestoneState
from rooms.offers import Reply
from rooms.outcomes import InitiativeDone, MilestoneSet, NoteGiven, NotesGiven, Outcomes, RecipeLine
from rooms.prizes import PrizeGiven
from server.charts import charts
from server.coverart import lined, square
from server.days import in_words, on_day
from server.paper import ALARM, BRAND, FOOT, GOOD, HEIGHT, KINDS, LIGHT, MARIGOLD, SOFT, WHITE, Block, Paper, Written
from server.report import counted
from server.words import Say

BETWEEN, BULLET = " · ", "•"
MOST_NOTES = 3
"""Notes of a kind on the pages of an initiative."""
ENTRIES = 26
"""Lines of contents on a page; what is said below them fits as well."""
MARKS = {MilestoneState.DONE: GOOD, MilestoneState.DROPPED: ALARM}


def as_pdf(outcomes: Outcomes, lang: str, say: Say) -> bytes:
    """The report as a PDF file. `lang` ("nl", "en") is the language `say` speaks."""
    paper = Paper(outcomes.about.title, lang, on_day(outcomes.about.date))
    report = Report(outcomes, lang, say, paper)
    report.cover()
    report.contents()
    report.whole()
    for row in outcomes.initiatives:
        report.initiative(row)
    return paper.finished()


class Report:
    """The report while it is written: what it tells, in which language, on which paper."""

    def __init__(self, outcomes: Outcomes, lang: str, say: Say, paper: Paper) -> None:
        self.outcomes = outcomes
        self.lang = lang
        self.say = say
        self.paper = paper
        self.names = {row.id: row.name for row in outcomes.initiatives}

    # -- what goes before

    def cover(self) -> None:
        """The cover: title and day on the square."""
        paper, about = self.paper, self.outcomes.about
        paper.set_auto_page_break(False)
        paper.add_page()
        square(paper)
        paper.set_y(88)
        paper.write_words(self.say("results-eyebrow"), 16, bold=True, colour=MARIGOLD, after=4)
        title = " ".join(about.title.split())
        size = 38 if len(title) < 50 else 20
        paper.write_words(title[:300], size, bold=True, colour=WHITE, after=4)
        if len(self.outcomes.initiatives) == 1:
            paper.write_words(" ".join(self.outcomes.initiatives[0].name.split())[:200], 20, colour=LIGHT, after=4)
        if about.date:
            paper.write_words(in_words(date.fromisoformat(about.date), self.lang), 15, colour=LIGHT)
        paper.set_auto_page_break(True, HEIGHT - FOOT)

    def contents(self) -> None:
        """What is in it, with page numbers; written when all else is."""
        self.paper.add_page()
        pages = -(-(len(self.names) + 1) // ENTRIES)
        self.paper.insert_toc_placeholder(self._contents, pages=pages)

    def _contents(self, _: FPDF, sections: list[OutlineSection]) -> None:
        paper = self.paper
        paper.write_words(self.say("paper-contents"), 24, bold=True, colour=BRAND, after=8)
        for number, one in enumerate(sections):
            if number and number % ENTRIES == 0:
                paper.add_page()
            paper.entry(one.name, one.page_number)
        paper.ln(6)
        paper.write_words(self.say("paper-names"), 10, colour=SOFT)
        if paper.boxed:
            paper.write_words(self.say("paper-box"), 10, colour=SOFT)

    # -- the whole

    def whole(self) -> None:
        """Numbers, charts, goals, prizes and conversations."""
        told, say, paper = self.outcomes, self.say, self.paper
        paper.start(say("paper-whole"), new_page=False)  # the contents end with one
        paper.band(say("paper-whole"), told.about.title)
        paper.figures([(count, word) for word, count in counted(told.figures, say)])
        for chart in charts(self._charted(), say):
            paper.chart(chart)
        self._goals()
        self._prizes([prize for prize in told.prizes if prize.revealed])
        self._conversations()

    def _charted(self) -> Charted:
        told = self.outcomes
        return Charted(
            help=told.help,
            over_time=told.over_time,
            voted=votes(told.turnout, told.prizes, told.figures.people or 0),
            connections=by_name(told.connections, self.names),
        )

    def _goals(self) -> None:
        if self.outcomes.goals:
            self.paper.heading(self.say("goals-heading"))
            self.paper.items(
                (f"{one.goal} {self.say('results-goal', goal=one.goal)}", ", ".join(map(self._name, one.initiatives)))
                for one in self.outcomes.goals
            )

    def _name(self, initiative: str) -> str:
        return self.names.get(initiative, "")

    def _prizes(self, prizes: Sequence[PrizeGiven]) -> None:
        if prizes:
            self.paper.heading(self.say("prizes-heading"))
        for prize in prizes:
            given = self.say("results-given", giver=prize.giver)
            winners = f"{self.say('prize-goes-to')}: {', '.join(map(self._name, prize.winners))}"
            self.paper.items([(prize.title, "\n".join(filter(None, (given, prize.what, winners))))])

    def _conversations(self) -> None:
        if self.outcomes.conversations:
            self.paper.heading(self.say("outcome-conversations"))
        for talk in self.outcomes.conversations:
            brought = (("market-insights", talk.insights), ("market-agreements", talk.agreements))
            told = "\n".join(f"{self.say(word)}: {text}" for word, text in brought if text)
            self.paper.items([(talk.title, told)])

    # -- an initiative, on two facing pages

    def initiative(self, row: InitiativeDone) -> None:
        """The left page tells what it is and what it got; the right page the recipe and the notes."""
        self._facing()
        self.paper.start(row.name)
        self.paper.band(row.name, row.place)
        self._card(row)
        self._help(row)
        self._milestones(row.milestones)
        self._pledges(row)
        self._groups(row)
        if self.paper.page_no() % 2 == 0:
            self.paper.add_page()
        if not (row.recipe or any(row.notes.values())):
            lined(self.paper, self.say("paper-own"))
        self._recipe(row)
        self._notes(row.notes)

    def _facing(self) -> None:
        """Go on so that the next page is one on the left."""
        if self.paper.page_no() % 2 == 0:
            self.paper.add_page()
            lined(self.paper, self.say("paper-own"))

    def _card(self, row: InitiativeDone) -> None:
        self.paper.write_words(row.what, 13, after=4)
        for word, text in (("dream", row.dream), ("next-step", row.next_step)):
            if text:
                self.paper.heading(self.say(word), 12)
                self.paper.write_words(text, after=3)
        if row.goals:
            goals = [f"{goal} {self.say('results-goal', goal=goal)}" for goal in row.goals]
            self.paper.write_words(BETWEEN.join(goals), 10, bold=True, colour=GOOD)

    def _help(self, row: InitiativeDone) -> None:
        if row.needs:
            self.paper.heading(self.say("needs-heading"))
        for need in row.needs:
            stand = self.say("results-found", count=need.found) if need.found else self.say("results-open")
            word = f"{self.say(f'need-{need.kind}')}{BETWEEN}{stand}"
            self.paper.items([(word, need.text)], GOOD if need.found else MARIGOLD)
        taken = [offer for offer in row.offers if offer.reply is Reply.YES]
        if taken:
            self.paper.heading(self.say("outcome-connections"))
            # the words of an offer are between who made it and the initiative
            self.paper.items((self.say(f"need-{one.kind}"), one.behalf or "–") for one in taken)

    def _milestones(self, rows: Sequence[MilestoneSet]) -> None:
        if rows:
            self.paper.heading(self.say("lead-milestones"))
        for one in rows:
            day = in_words(date.fromisoformat(one.when), self.lang) if one.when else ""
            word = BETWEEN.join(filter(None, (day, self.say(f"after-{one.state}"))))
            text = f"{one.what}\n{one.why}" if one.why else one.what
            self.paper.items([(word, text)], MARKS.get(one.state, MARIGOLD))

    def _pledges(self, row: InitiativeDone) -> None:
        if row.pledges:
            self.paper.heading(self.say("outcome-pledges"))
            self.paper.items((one.when, one.what) for one in row.pledges)

    def _recipe(self, row: InitiativeDone) -> None:
        newest = max((part.version for part in row.recipe), default=0)
        parts = [part for part in row.recipe if part.version == newest]
        blocks = [self._part(kind, lines) for kind, lines in groupby(parts, key=lambda part: part.kind)]
        if blocks:
            self.paper.pinned(self.say("outcome-recipe", version=f"{newest / 10:.1f}"), 18, blocks, 2, 8)
        for version in row.grown:
            changed = [part for part in version.parts if part.changed]
            if version.version == newest and changed:
                self.paper.heading(self.say("results-changed", version=f"{newest / 10 - 1:.1f}"))
                self.paper.items((self.say(f"part-{part.kind}"), self._change(part)) for part in changed)

    def _part(self, kind: PartKind, lines: Iterable[RecipeLine]) -> Block:
        told = [Written(f"{BULLET} {line.text}") for line in lines]
        return Block([Written(self.say(f"part-{kind}"), 11, bold=True, colour=BRAND), *told])

    def _change(self, part: PartGrown) -> str:
        new = " ".join(one.text for one in part.words if one.mark is Mark.NEW)
        gone = " ".join(one.text for one in part.words if one.mark is Mark.GONE)
        behind = "; ".join(note.text for note in part.notes)
        told = (f"+ {new}" if new else "", f"− {gone}" if gone else "")
        return "\n".join(filter(None, (*told, f"{self.say('results-behind')}: {behind}" if behind else "")))

    def _groups(self, row: InitiativeDone) -> None:
        if row.groups:
            self.paper.heading(self.say("after-groups"))
        for one in row.groups:
            facts = (self.say(f"after-{one.product}"), self.say("outcome-members", count=one.members))
            self.paper.items([(BETWEEN.join(facts), one.title)])

    def _notes(self, notes: NotesGiven) -> None:
        for kind, given in notes.items():
            if given:
                title = f"{self.say('outcome-notes', kind=kind)} ({len(given)})"
                self.paper.pinned(title, 13, [*self._slips(kind, given)], 3)
        left = sum(max(0, len(given) - MOST_NOTES) for given in notes.values())
        if left:
            self.paper.write_words(self.say("paper-more", count=left), 10, colour=SOFT)

    def _slips(self, kind: NoteKind, given: Sequence[NoteGiven]) -> Iterator[Block]:
        paper, ink = KINDS[kind]
        ranked = sorted(given, key=lambda note: (not note.taken, -(note.dots + note.backed)))
        for note in ranked[:MOST_NOTES]:
            became = (
                self.say("outcome-taken") if note.taken else "",
                self.say("lead-dots", count=note.dots) if note.dots else "",
                self.say("lead-backed", count=note.backed) if note.backed else "",
            )
            answer = f"{self.say('outcome-answer')}: {note.answer}" if note.answer else ""
            below = "\n".join(filter(None, (BETWEEN.join(filter(None, became)), answer)))
            lines = [
                Written(note.text, 9.5, colour=ink),
                *([Written(below, 8.5, bold=True, colour=ink)] if below else []),
            ]
            yield Block(lines, paper)
