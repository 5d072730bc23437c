"""Who a replica tells what happens to its tables: in a server process, the hall."""

from typing import Protocol

from rooms.kernel import Step


class Listener(Protocol):
    """Who is told what happens to the tables."""

    def took(self, steps: list[Step]) -> None:
        """An entry was taken, which made these steps."""

    def replaced(self, other_history: bool) -> None:
        """The tables were replaced as a whole; `other_history` when what people saw before is not in them."""

    def forgot(self) -> None:
        """A snapshot was taken: nothing from before it may be kept in memory."""

    def store_is(self, here: bool) -> None:
        """Whether words can be saved now."""

    def pace(self) -> float:
        """How often (in seconds) whoever is told can do something with it."""
