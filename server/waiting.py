"""The wishes that wait to be decided, in the order they came."""

from itertools import islice

from server.judging import Verdict, Wish

Key = tuple[str, str]


class Waiting:
    """A queue in which each wish is once, however often it is sent."""

    def __init__(self) -> None:
        self._wishes: dict[Key, Wish] = {}

    def __len__(self) -> int:
        return len(self._wishes)

    def add(self, wish: Wish) -> None:
        """Queue a wish. One that waits already stays where it is; who sent it last gets the answer."""
        waiting = self._wishes.setdefault(_key(wish), wish)
        waiting.reply, waiting.via = wish.reply, wish.via

    def add_again(self, wish: Wish) -> None:
        """Queue a wish on behalf of nobody; one that its phone sent again meanwhile stays its phone's."""
        self._wishes.setdefault(_key(wish), wish)

    def withdraw(self, wish: Wish) -> None:
        """Nobody waits for this wish any more: forget it, if it is still waiting."""
        self._wishes.pop(_key(wish), None)

    def leave(self, via: object) -> None:
        """This screen is gone: forget all that waits from it."""
        for wish in [wish for wish in self._wishes.values() if wish.via is via]:
            self.withdraw(wish)

    def first(self, most: int) -> list[Wish]:
        """The first of them, at most so many; they go on waiting."""
        return list(islice(self._wishes.values(), most))

    def answer(self, wishes: list[Wish], verdicts: list[Verdict]) -> None:
        """Answer those for which there is a verdict; who was withdrawn meanwhile hears nothing."""
        for wish, verdict in zip(wishes, verdicts, strict=False):
            if self._wishes.pop(_key(wish), None) is not None:
                wish.reply(verdict)

    def clear(self) -> None:
        """Forget all of them."""
        self._wishes.clear()


def _key(wish: Wish) -> Key:
    return wish.by, str(wish.ref)
