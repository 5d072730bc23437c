"""Finding a festival by the join code that somebody gave, with a brake on who only guesses.

Who already is somebody at a festival (their cookie is signed) finds it always.
"""

import re

from starlette.requests import Request

from server.brake import Brake, TooManyTries
from server.identity import Identity
from server.register import Listed, Register, tidy_code

CODE = re.compile(r"[A-Za-z0-9 -]{1,40}")
"""How people write codes. What is anything else, such as the picture a browser asks for by itself, is no guess."""


class Finder:
    """Finds festivals for browsers."""

    def __init__(self, register: Register, identity: Identity) -> None:
        self._register = register
        self._identity = identity
        self._brake = Brake()

    async def find(self, request: Request, code: str) -> Listed | None:
        """The festival of this code, None when there is none; raises TooManyTries when that may not be told now."""
        if not CODE.fullmatch(code):
            return None
        address, asked = request.client.host if request.client else "", tidy_code(code)
        own = self._identity.festivals(request.cookies)
        try:
            self._brake.look(address, asked)
        except TooManyTries:
            if not own:
                raise
            listed = await self._register.find(code)
            if listed is None or listed.id not in own:
                raise
            return listed
        try:
            listed = await self._register.find(code)
        except BaseException:
            self._brake.looked(address, asked, wrong=False)
            raise
        self._brake.looked(address, asked, wrong=listed is None)
        if listed is not None and listed.id in own:
            self._brake.right(address, listed.code)
        return listed

    def wrong_key(self, request: Request) -> None:
        """A secret link did not fit, or its code is nobody's: it counts as a wrong code, and which of the two it was
        is told by nothing but, to who measures well, how long it took. Raises TooManyTries."""
        address, asked = request.client.host if request.client else "", tidy_code(request.path_params["code"])
        self._brake.look(address, asked)
        self._brake.looked(address, asked, wrong=True)

    def came_in(self, request: Request, listed: Listed) -> None:
        """Somebody came in, at this address."""
        if request.client:
            self._brake.right(request.client.host, listed.code)
