"""Who was turned away at our doors, counted: for an operator who wants to see that somebody is trying things.

A line of the log for every knock would let anybody fill the disk; so they are counted, and told together every half
minute. Nothing is told of who it was.
"""

from collections import Counter

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

STATUSES = {400: "not_understood", 403: "not_allowed", 429: "too_many_tries"}
"""Answers that turn somebody away, and what each is called in the log."""

log = structlog.get_logger()


class TurnedAway:
    """Counts by why."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def note(self, why: str) -> None:
        """Somebody was turned away, for this reason."""
        self._counts[why] += 1

    def tell(self) -> None:
        """Tell what was counted since the last time."""
        if self._counts:
            log.warning("turned away at the door", **self._counts)
            self._counts.clear()

    def before(self, app: ASGIApp) -> ASGIApp:
        """The app, with its answers counted."""

        async def counting(scope: Scope, receive: Receive, send: Send) -> None:
            async def counted(message: Message) -> None:
                if why := STATUSES.get(message.get("status", 0)):
                    self.note(why)
                await send(message)

            await app(scope, receive, counted)

        return counting
