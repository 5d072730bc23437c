"""Who somebody is: only what we signed counts, for one festival and one role."""

import time

import pytest
from starlette.requests import cookie_parser
from starlette.responses import Response

from server.identity import COOKIE_SECONDS, MOST_KEPT, Identity, fingerprint
from tests.festijn import SECRET

PLAIN = Identity(SECRET, secure=False)


def given(identity: Identity) -> tuple[str, dict[str, str]]:
    """The cookie for Anna as participant at festival f1: its header, and as a browser sends it back."""
    response = Response()
    identity.give(response, {}, "f1", "participant", "anna")
    header = response.headers["set-cookie"]
    return header, cookie_parser(header.split(";")[0])


def test_who_we_signed_is_read_back() -> None:
    assert PLAIN.read(given(PLAIN)[1], "f1", "participant") == "anna"


@pytest.mark.parametrize(("festival", "role"), [("f2", "participant"), ("f1", "facilitator")])
def test_a_cookie_is_for_its_own_festival_and_role(festival: str, role: str) -> None:
    (value,) = given(PLAIN)[1].values()
    assert PLAIN.read({PLAIN.cookie_name(festival, role): value}, festival, role) is None


def test_a_cookie_that_was_touched_proves_nobody() -> None:
    ((name, value),) = given(PLAIN)[1].items()
    for number in range(len(value)):
        touched = value[:number] + ("A" if value[number] != "A" else "B") + value[number + 1 :]
        # The last sign of a base64 text may differ in bits that mean nothing.
        assert number == len(value) - 1 or PLAIN.read({name: touched}, "f1", "participant") is None


def test_a_cookie_signed_with_another_key_proves_nobody() -> None:
    assert PLAIN.read(given(Identity("x" + SECRET, secure=False))[1], "f1", "participant") is None


@pytest.mark.parametrize(("later", "who"), [(COOKIE_SECONDS - 5, "anna"), (COOKIE_SECONDS + 5, None), (-7200, "anna")])
def test_a_cookie_lasts_its_time_also_where_the_clock_is_behind(
    monkeypatch: pytest.MonkeyPatch, later: int, who: str | None
) -> None:
    cookies, signed = given(PLAIN)[1], time.time()
    monkeypatch.setattr("time.time", lambda: signed + later)
    assert PLAIN.read(cookies, "f1", "participant") == who
    assert PLAIN.festivals(cookies) == ({"f1"} if who else set())


def test_a_browser_forgets_its_oldest_festivals_before_it_brings_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    browser = {"festijn-elsewhere-stage": "signed by another", "theirs": "", "festijn-(odd)": ""}
    for number in range(2 * MOST_KEPT):
        monkeypatch.setattr("time.time", lambda at=number: 1_000_000_000 + at)
        response = Response()
        PLAIN.give(response, browser, f"f{number}", "participant", "anna")
        for header in response.headers.getlist("set-cookie"):
            ((name, value),) = cookie_parser(header.split(";")[0]).items()
            browser[name] = value
            if "Max-Age=0" in header:
                del browser[name]
    latest = range(MOST_KEPT, 2 * MOST_KEPT)
    assert browser.keys() == {
        "theirs",
        "festijn-(odd)",
        *(PLAIN.cookie_name(f"f{number}", "participant") for number in latest),
    }
    assert sum(len(name) + len(value) for name, value in browser.items()) < 5_000


def test_scripts_and_other_websites_do_not_get_the_cookie() -> None:
    header = given(PLAIN)[0].lower()
    assert "httponly" in header
    assert "samesite=lax" in header
    assert "secure" not in header


def test_on_https_the_cookie_is_bound_to_the_host() -> None:
    header = given(Identity(SECRET, secure=True))[0]
    assert header.startswith("__Host-festijn-f1-participant=")
    assert "Secure" in header
    assert "Path=/" in header
    assert "Domain" not in header


def test_the_language_is_kept_by_the_same_rules() -> None:
    for identity, name in ((PLAIN, "lang"), (Identity(SECRET, secure=True), "__Host-lang")):
        identity.keep_language(response := Response(), "en")
        assert response.headers["set-cookie"].startswith(f"{name}=en;")
        assert ("Secure" in response.headers["set-cookie"]) == (name != "lang")


def test_a_link_has_the_same_token_each_time_and_no_other_has() -> None:
    tokens = {PLAIN.token(festival, link) for festival in ("f1", "f2") for link in ("a", "b")}
    assert len(tokens) == 4
    assert PLAIN.token("f1", "a") in tokens
    assert {len(token) for token in tokens} == {32}
    assert Identity("x" + SECRET, secure=False).token("f1", "a") not in tokens


def test_a_fingerprint_does_not_tell_the_token() -> None:
    token = PLAIN.token("f1", "a")
    assert token not in fingerprint(token)
    assert fingerprint(token) == fingerprint(token) != fingerprint(token + "x")


@pytest.mark.parametrize("header", ["", ";;;", "a", "=", "a=b; \x00=c", 'a="', "é=1"])
def test_a_strange_cookie_header_breaks_nothing(header: str) -> None:
    assert PLAIN.read(cookie_parser(header), "f1", "participant") is None


@pytest.mark.parametrize("other", ['prefs={"dark":true}', "flag", "é=1", "a b=c", 'q="'])
def test_a_strange_cookie_of_another_does_not_hide_ours(other: str) -> None:
    ((name, value),) = given(PLAIN)[1].items()
    assert PLAIN.read(cookie_parser(f"{other}; {name}={value}"), "f1", "participant") == "anna"
