"""Who somebody is: a signed cookie for each festival and role, and links that hold a secret.

One browser can be stage, facilitator and participant side by side, each with a cookie of its own. A link's token is
derived from the operator's secret key, so that it can be shown again and is stored nowhere; the festival keeps its
fingerprint only, and a link can be revoked.
"""

import base64
import hashlib
import hmac
import re
import time
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from itsdangerous import BadSignature, SignatureExpired, URLSafeTimedSerializer
from starlette.responses import Response

COOKIE_SECONDS = 120 * 24 * 3600
LANGUAGE_SECONDS = 365 * 24 * 3600
BOUND = "__Host-"
"""How the name of a cookie begins that a browser takes over https only, and gives to no other host."""
COOKIE_LANGUAGE = "lang"
MOST_KEPT = 24
"""Cookies of festivals that a browser keeps, some 4 kB: one that brings more than 8 kB finds the door of any server
shut."""
OURS = re.compile(rf"({BOUND})?festijn-[0-9A-Za-z]+-[a-z]+")
"""The names of cookies that tell who somebody is at a festival."""
TOKEN_SIGNS = 32
"""Signs of a link's token: 192 bits."""


class Identity:
    """Signs and reads cookies, and derives the tokens of links."""

    def __init__(self, secret_key: str, secure: bool) -> None:
        self._key = secret_key.encode()
        self._secure = secure
        self._signer = URLSafeTimedSerializer(
            secret_key, salt="festijn cookie", signer_kwargs={"key_derivation": "hmac", "digest_method": hashlib.sha256}
        )

    def cookie_name(self, festival: str, role: str) -> str:
        """The cookie of this role at this festival; bound to the host where we are on https."""
        return self._name(f"festijn-{festival}-{role}")

    def _name(self, plain: str) -> str:
        return f"{BOUND if self._secure else ''}{plain}"

    def give(self, response: Response, cookies: Mapping[str, str], festival: str, role: str, person: str) -> None:
        """Have the browser, which brought these cookies, remember that it is this person in this role. Of more than
        `MOST_KEPT` it forgets the oldest."""
        name = self.cookie_name(festival, role)
        others = sorted(
            (one for one in cookies if OURS.fullmatch(one) and one != name), key=lambda one: self._given(cookies[one])
        )
        for oldest in others[: max(0, len(others) + 1 - MOST_KEPT)]:
            self._forget(response, oldest)
        response.set_cookie(
            name,
            str(self._signer.dumps([festival, role, person])),
            max_age=COOKIE_SECONDS,
            httponly=True,
            secure=self._secure,
            samesite="lax",
        )

    def _given(self, cookie: str) -> float:
        """When we signed it, in seconds since 1970; 0 when we did not."""
        try:
            return float(self._signer.loads(cookie, return_timestamp=True)[1].timestamp())
        except BadSignature:
            return 0

    def _loads(self, cookie: str) -> Any:
        """What we signed, not too long ago; raises BadSignature. Signed later than now is well: the clock of another of
        our machines may be ahead, or ours was set right."""
        told, given = self._signer.loads(cookie, return_timestamp=True)
        if time.time() - given.timestamp() > COOKIE_SECONDS:
            raise SignatureExpired("signed too long ago")
        return told

    def keep_language(self, response: Response, language: str) -> None:
        """Have the browser remember the language somebody chose."""
        response.set_cookie(
            self._name(COOKIE_LANGUAGE),
            language,
            max_age=LANGUAGE_SECONDS,
            secure=self._secure,
            httponly=True,
            samesite="lax",
        )

    def take(self, response: Response, festival: str, role: str) -> None:
        """Have the browser forget who it was in this role."""
        self._forget(response, self.cookie_name(festival, role))

    def _forget(self, response: Response, name: str) -> None:
        response.delete_cookie(name, httponly=True, secure=self._secure, samesite="lax")

    def read(self, cookies: Mapping[str, str], festival: str, role: str) -> str | None:
        """The person these cookies prove for this festival and role, or None."""
        try:
            told = self._loads(cookies.get(self.cookie_name(festival, role), ""))
        except BadSignature:
            return None
        return told[2] if isinstance(told, list) and told[:2] == [festival, role] else None

    def festivals(self, cookies: Mapping[str, str]) -> set[str]:
        """The festivals (their ids) at which these cookies prove that somebody is somebody."""
        proven = set()
        for name, value in cookies.items():
            if OURS.fullmatch(name):
                with suppress(BadSignature):
                    told = self._loads(value)
                    proven |= {told[0]} if isinstance(told, list) and len(told) == 3 else set()
        return proven

    def token(self, festival: str, link: str) -> str:
        """The secret of a link."""
        made = hmac.digest(self._key, f"link:{festival}:{link}".encode(), "sha256")
        return base64.urlsafe_b64encode(made).decode()[:TOKEN_SIGNS]


def fingerprint(token: str) -> str:
    """What is kept of a token: its SHA-256, in hex."""
    return hashlib.sha256(token.encode()).hexdigest()
