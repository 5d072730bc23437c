"""Where phones come in, as the tests of the sockets knock there."""

from typing import Any

from server.register import Listed
from tests.festijn import Inside, Raw
from tests.phone import Phone

NOTE = {"type": "PostNote", "id": "n" * 16, "board": "kunstpost", "kind": "tip", "text": "A tip"}
DEVICE = "d" * 16


class Door:
    """A server with one festival, and phones of all manners."""

    def __init__(self, server: Inside, listed: Listed) -> None:
        self.server = server
        self.listed = listed

    async def phone(self) -> Phone:
        return await Phone.come_in(self.server.base, self.listed.code, "Guest")

    async def knock(self, hello: Any, cookie: str = "") -> str:
        """Why who says this hello is not let in."""
        return await (await Raw.connect(self.server.base, cookie, hello)).refusal()

    async def inside(self) -> Raw:
        """A bare phone that came in and entered."""
        phone = await self.phone()
        raw = await Raw.connect(self.server.base, phone.cookie, {"code": phone.code, "role": "participant"})
        assert (await raw.packet()).startswith("40{")
        await raw.say("enter", {"places": {}})
        await raw.heard("numbers")
        return raw


def submit(command: Any, seq: int = 1, **more: Any) -> dict[str, Any]:
    """A wish as a phone sends it, the first of its kind unless told otherwise."""
    return {"ref": f"{DEVICE}.{seq}", "low": 1, "seen": 0, "command": command} | more
