"""The people at a chaotic festival: they write, change their minds, vote and move the rounds along, and never give up.

Each has a lean phone that behaves as a real one does: it shows what it has, sends again what is not answered, by the
same ref, and comes back by itself to whichever process is there. Now and then a wish is sent to two processes at once.
"""

import asyncio
import contextlib
import random
import time
from typing import Any

from rooms.people import Role
from rooms.wire import Frame
from server.lives import call_off
from server.rehearsal.phone import LINE_TROUBLE, Layer, Lean, UnwelcomeError
from tests.trust.chaos.diary import Contradiction, Diary, No, Sent, Shown
from tests.trust.chaos.ideas import Ideas
from tests.trust.chaos.scene import Guest, Scene

MOST_WAITING = 6
RESEND_AFTER = 2.0
SILENT_AFTER = 6.0
"""Seconds, as a real phone has them, a little shorter."""
PINGED_WITHIN = 35.0
"""Seconds: an idle server still sends a ping every twenty-five."""
TO_TWO = 0.02
"""How much of what is sent goes to two processes at once."""
MENDS = 0.1
"""How likely a facilitator lets somebody back in, each quarter of a second."""
LOOKS_EVERY = 15.0
"""Seconds after which somebody looks at another board, on average."""


class Someone(Lean):
    """One person with one phone."""

    def __init__(self, scene: Scene, guest: Guest, bases: list[str], *, pace: float, shown: Shown, seed: int) -> None:
        super().__init__(scene.listed.code, guest.role, guest.cookie)
        self.diary = Diary(guest.person, f"device-{guest.person}")
        self.saving = True
        self.enough = False
        self._chance = random.Random(seed)
        self._ideas = Ideas(scene, guest, self, self._chance)
        self._bases, self._pace, self._shown = bases, pace, shown
        self._base = ""
        self._boards = ["", *scene.boards]
        self._low_told = 0
        self._waiting: dict[int, float] = {}
        self._pictures = False
        self._arriving = True
        self._heard_at = 0.0
        self._trouble_since: float | None = None
        self._errands: set[asyncio.Task[None]] = set()

    # -- staying in touch

    async def live(self) -> None:
        """Stay connected, to one process or another, until told that it is enough."""
        while not self.enough:
            self._pictures, self._arriving = False, True
            minding = asyncio.create_task(self._mind())
            try:
                with contextlib.suppress(UnwelcomeError, *LINE_TROUBLE):
                    self._base = self._chance.choice(self._bases)
                    await self.visit(self._base)
            finally:
                await call_off(minding)
            self._trouble()
            await asyncio.sleep(self._chance.uniform(0.1, 0.6))

    async def _mind(self) -> None:
        """Keep an eye on the line: send what is late again, and leave a line that says nothing while we wait."""
        self._heard_at = time.monotonic()
        while True:
            await asyncio.sleep(0.25)
            now = time.monotonic()
            if now - self._heard_at > (SILENT_AFTER if self._waiting or not self.entered else PINGED_WITHIN):
                self.hang_up()
            if self.entered and self.saving:
                if self._chance.random() < MENDS and (amends := self._ideas.mends()):
                    await self._wish(amends)
                for seq in [seq for seq, at in self._waiting.items() if now - at > RESEND_AFTER]:
                    if seq in self._waiting:  # it may have been answered while we sent the one before
                        await self._send(seq)

    def _trouble(self) -> None:
        if self._trouble_since is None:
            self._trouble_since = time.monotonic()

    def _well(self) -> None:
        if self._trouble_since is not None and self.entered and self.saving:
            self.diary.away.append((self._trouble_since, time.monotonic()))
            self._trouble_since = None

    # -- wishing

    async def work(self, until: float) -> None:
        """Have ideas, at one's own pace, until then (monotonic seconds); then wait for every answer."""
        while time.monotonic() < until or self._waiting:
            left = max(0.1, until - time.monotonic())
            await asyncio.sleep(min(left, self._chance.expovariate(self._pace)))
            if len(self._waiting) < MOST_WAITING and self.audiences and time.monotonic() < until:
                command = self._ideas.next()
                if command is not None:
                    await self._wish(command)
                if self._chance.random() < 1 / (LOOKS_EVERY * self._pace):
                    await self.look_at(self._chance.choice(self._boards))

    async def _wish(self, command: dict[str, Any]) -> None:
        seq = len(self.diary.sent) + 1
        layer = self.layers.get(self._ideas.drawn_from())
        known, drawn_at = max(self.diary.granted.values(), default=0), 0 if layer is None else layer.n
        self.diary.sent[seq] = Sent(command, self.seen, known, drawn_at, time.time() * 1000)
        await self._send(seq)
        if self._chance.random() < TO_TWO:
            errand = asyncio.create_task(self._send_elsewhere(seq))
            self._errands.add(errand)
            errand.add_done_callback(self._errands.discard)

    async def _send(self, seq: int) -> None:
        self.diary.again += seq in self._waiting
        self._waiting[seq] = time.monotonic()
        self.diary.went_to[seq].append(self._base)
        await self.say("submit", self._submit(seq))

    def _submit(self, seq: int) -> dict[str, Any]:
        sent = self.diary.sent[seq]
        low = min(self._waiting, default=seq)
        self._low_told = max(self._low_told, min(low, seq))
        return {"ref": f"{self.diary.device}.{seq}", "low": min(low, seq), "seen": sent.seen, "command": sent.command}

    async def _send_elsewhere(self, seq: int) -> None:
        """The same wish on a second line, to another process, at about the same time."""
        elsewhere = [base for base in self._bases if base != self._base] or self._bases
        second, base = Messenger(self, seq), self._chance.choice(elsewhere)
        self.diary.went_to[seq].append(base)
        with contextlib.suppress(UnwelcomeError, *LINE_TROUBLE):
            async with asyncio.timeout(5):
                await second.visit(base)
        self.diary.twice += second.answered

    # -- hearing

    def heard(self, event: str, message: Any) -> None:
        self._heard_at = time.monotonic()
        if event == "answer":
            self.take_answer(message)
        elif event == "store":
            self.saving = message.here
            if message.here:
                self._waiting = dict.fromkeys(self._waiting, 0.0)
            else:
                self._trouble()
        elif event == "frame":
            self._pictures |= message.after == -1
        elif event == "numbers" and self._arriving and self.entered:
            self.diary.resumed["picture" if self._pictures else "patch"] += 1
            self._arriving = False
        elif event == "bye" and self.line is not None and message.why not in {"draining", "removed"}:
            self.diary.complaints.append(f"sent away: {message.why}")
        self._well()

    def take_answer(self, answer: Any) -> None:
        """An answer, on this line or a second one."""
        diary, seq, now = self.diary, int(answer.ref.rpartition(".")[2]), time.time() * 1000
        if answer.reason == "too_fast":
            if seq in self._waiting:
                self._waiting[seq] = time.monotonic() + RESEND_AFTER
            return
        if contradicts := self._contradicts(seq, answer):
            diary.contradicted.append(Contradiction(diary.sent[seq], f"{diary.device}.{seq} {contradicts}", now))
        elif answer.ok is not None:
            diary.granted.setdefault(seq, answer.ok)
        elif seq not in diary.granted:
            diary.refused.setdefault(seq, No(diary.sent[seq], str(answer.reason), now))
        self._waiting.pop(seq, None)

    def _contradicts(self, seq: int, answer: Any) -> str:
        """What is wrong with this answer after the first one, or "".

        A refusal leaves no receipt: what is sent again after it is judged again, and may be granted by then. And what
        went to two processes may be refused by one before it hears what the other granted.
        """
        diary, sent_to = self.diary, self.diary.went_to[seq]
        granted, refused = diary.granted.get(seq), diary.refused.get(seq)
        if granted is not None and answer.ok is not None and answer.ok != granted:
            return f"was granted at {granted}, then at {answer.ok}"
        long_known = answer.reason == "already" and seq < self._low_told  # what rooms/receipt.py says to a late copy
        if granted is not None and answer.ok is None and len(set(sent_to)) == 1 and not long_known:
            return f"was granted at {granted}, then refused: {answer.reason}"
        if refused is not None and answer.ok is not None and len(sent_to) == 1:
            return f"was refused: {refused.reason}, then granted at {answer.ok}"
        return ""

    def shown(self, frame: Frame, layer: Layer) -> None:
        self._shown.setdefault(frame.place, {}).setdefault((frame.audience, layer.total), self.diary.person)

    # -- at the end

    def stands(self) -> dict[str, tuple[str, int]]:
        """Where each layer stands, and its fingerprint."""
        return {one: (self.layers[one].place, self.layers[one].total) for one in self.audiences if one in self.layers}

    @property
    def waiting(self) -> int:
        """How many wishes have no answer yet."""
        return len(self._waiting)


class Messenger(Lean):
    """A second line of the same person, which sends one wish, hears its answer, and leaves."""

    def __init__(self, owner: Someone, seq: int) -> None:
        super().__init__(owner.code, owner.role, owner.cookie)
        self._owner, self._seq = owner, seq
        self.answered = 0

    async def enter(self, without: str = "") -> None:
        await super().enter(without)
        await self.say("submit", self._owner._submit(self._seq))

    def heard(self, event: str, message: Any) -> None:
        if event == "answer":
            self.answered += message.reason != "too_fast"
            self._owner.take_answer(message)
            self.hang_up()


def crowd(scene: Scene, bases: list[str], pace: tuple[float, float], shown: Shown, seed: int) -> list[Someone]:
    """Everybody; `pace` is how many wishes a second who takes part has, and how much faster facilitators are."""
    wishes, haste = pace
    paces = {Role.FACILITATOR: 0.5 * haste, Role.ORGANISER: 0.05, Role.STAGE: 0.01}
    return [
        Someone(scene, guest, bases, pace=paces.get(guest.role, wishes), shown=shown, seed=seed * 1000 + at)
        for at, guest in enumerate(scene.guests)
    ]
