"""The pages of a real server: who gets in where, and a sentence with a way out for everybody else."""

import asyncio
import re
from typing import Any

import pytest

from rooms.people import OPERATOR, Link, Person, RevokeLink
from tests.site import FORM, Site

# -- the door


async def test_the_front_door_asks_for_a_code_and_a_name(site: Site) -> None:
    told = await site.browser().get("/")
    assert told.status_code == 200
    assert '<html lang="nl">' in told.text
    assert 'name="code"' in told.text
    assert 'name="name"' in told.text


async def test_the_door_of_a_festival_knows_its_code(site: Site) -> None:
    told = await site.browser().get(site.at().lower())
    assert told.status_code == 200
    assert "Brein Festijn" in told.text
    assert f'type="hidden" name="code" value="{site.listed.code}"' in told.text


async def test_a_name_is_enough_to_come_in(site: Site) -> None:
    browser = site.browser()
    told = await browser.post("/in", data={"code": f" {site.listed.code.lower()} ", "name": " Anna  Bak "})
    assert (told.status_code, told.headers["location"]) == (303, site.at("/now"))
    assert [person.name for person in (await site.hall()).replica.tables.all(Person)] == ["Anna Bak"]
    inside = await browser.get(site.at("/now"))
    assert inside.status_code == 200
    assert 'data-screen="now"' in inside.text


async def test_who_was_here_before_goes_on_as_the_same_person(site: Site) -> None:
    browser = await site.guest("Anna <b>")
    told = await browser.get(site.at())
    assert f'href="{site.at("/now")}"' in told.text
    assert "Anna &lt;b&gt;" in told.text
    assert 'class="card known"' not in (await site.browser().get(site.at())).text


@pytest.mark.parametrize("code", ["", "NOSUCH", "../..", "%00", "x" * 500, "é☃"])
async def test_an_unknown_code_is_told_with_the_form_beside_it(site: Site, code: str) -> None:
    told = await site.browser().post("/in", data={"code": code, "name": "Anna"})
    assert told.status_code == 422
    assert 'id="code-fault"' in told.text
    assert 'value="Anna"' in told.text


@pytest.mark.parametrize("name", ["", "   ", "x" * 61, "\u200b\n"])
async def test_a_name_that_is_none_is_told_with_the_form_beside_it(site: Site, name: str) -> None:
    told = await site.browser().post("/in", data={"code": site.listed.code, "name": name})
    assert told.status_code == 422
    assert 'id="name-fault"' in told.text
    assert not (await site.hall()).replica.tables.all(Person)


async def test_an_address_with_an_unknown_code_shows_the_door(site: Site) -> None:
    told = await site.browser().get("/NOSUCH")
    assert told.status_code == 404
    assert 'action="/in"' in told.text


@pytest.mark.parametrize("body", ["&".join(f"a{number}=1" for number in range(9)), "=", "&&&", "code", "%ff=%fe"])
async def test_a_form_that_is_none_is_an_unknown_code(site: Site, body: str) -> None:
    assert (await site.browser().post("/in", content=body, headers=FORM)).status_code == 422


async def test_a_form_longer_than_any_of_ours_is_not_read(site: Site) -> None:
    told = await site.browser().post("/in", data={"code": site.listed.code, "name": "Anna", "x": "y" * 5000})
    assert told.status_code == 422
    assert not (await site.hall()).replica.tables.all(Person)


async def test_the_answer_of_the_store_that_got_lost_lets_everybody_in_once(site: Site) -> None:
    hall = await site.hall()
    append = hall.replica.journal.append

    async def deaf_once(*given: Any) -> None:
        hall.replica.journal.append = append  # type: ignore[method-assign]
        assert await append(*given) is None
        raise TimeoutError

    hall.replica.journal.append = deaf_once  # type: ignore[method-assign,assignment]
    joining = [hall.admit(f"Guest {number}") for number in range(5)]
    assert [refused for _, refused in await asyncio.gather(*joining)] == [None] * 5
    assert len(hall.replica.tables.all(Person)) == 5


# -- languages


async def test_the_other_language_is_remembered(site: Site) -> None:
    browser = site.browser()
    told = await browser.get("/?lang=en")
    assert (told.status_code, told.headers["location"]) == (303, "/")
    assert '<html lang="en">' in (await browser.get("/")).text
    await browser.get("/?lang=nl")
    assert '<html lang="nl">' in (await browser.get("/")).text
    on_https = await site.browser().get("/", headers={"Cookie": "__Host-lang=en"})
    assert '<html lang="en">' in on_https.text


@pytest.mark.parametrize("lang", ["", "de", "../../x", "en\r\nX: y"])
async def test_a_language_we_do_not_speak_changes_nothing(site: Site, lang: str) -> None:
    told = await site.browser().get("/", params={"lang": lang})
    assert told.status_code == 200
    assert '<html lang="nl">' in told.text


@pytest.mark.parametrize("path", ["//evil.example.org", "/\\evil.example.org", "/%5Cevil.example.org", "/x%0d%0aX:y"])
async def test_the_switch_of_language_leads_nowhere_else(site: Site, path: str) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", site.server.app.settings.port)
    writer.write(f"GET {path}?lang=en HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n".encode())
    head = (await reader.read()).split(b"\r\n\r\n")[0].decode().lower()
    writer.close()
    where = re.search(r"^location: (.*)$", head, re.MULTILINE)
    assert where is None or (where[1].startswith("/") and where[1][1:2] not in ("/", "\\"))
    assert not re.search(r"^x:", head, re.MULTILINE)


# -- secret links


@pytest.mark.parametrize(
    ("label", "home"),
    [("facilitator 1", "/console"), ("stage", "/stage"), ("organiser", "/desk"), ("lead Kunstpost", "/lead")],
)
async def test_a_link_opens_the_screen_of_its_role(site: Site, label: str, home: str) -> None:
    browser = site.browser()
    label = next((known for known in site.links if known.lower().endswith(label.lower())), label)
    told = await site.turn(browser, label)
    assert told.json() == {"go": site.at(home)}
    assert (await browser.get(site.at(home))).status_code == 200


async def test_a_link_lands_on_a_page_that_never_sees_its_secret(site: Site) -> None:
    told = await site.browser().get(site.at("/key"))
    assert told.status_code == 200
    assert 'data-screen="key"' in told.text


async def test_the_secret_in_an_address_opens_nothing(site: Site) -> None:
    token = site.links["stage"].split("#")[1]
    told = await site.browser().post(site.at(f"/key?token={token}"), params={"token": token}, json={})
    assert (told.status_code, told.json()) == (403, {"reason": "gone"})


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b'{"token": 5}', b'{"token": "\xff"}', b'{"token": ""}', b"x" * 5000]
)
async def test_a_secret_that_is_none_is_gone(site: Site, body: bytes) -> None:
    told = await site.browser().post(site.at("/key"), content=body)
    assert (told.status_code, told.json()) == (403, {"reason": "gone"})


async def test_who_opens_the_link_again_is_the_same_person(site: Site) -> None:
    browser = await site.by_link("stage")
    await site.turn(browser, "stage")
    assert len((await site.hall()).replica.tables.all(Person)) == 1
    await site.by_link("stage")
    assert len((await site.hall()).replica.tables.all(Person)) == 2


async def test_a_link_that_was_taken_back_is_gone_and_so_is_who_came_by_it(site: Site) -> None:
    browser = await site.by_link("stage")
    hall = await site.hall()
    link = next(link for link in hall.replica.tables.all(Link) if link.role == "stage")
    assert (await hall.wish(RevokeLink(link=link.id), OPERATOR)).ok
    assert (await site.turn(site.browser(), "stage")).json() == {"reason": "gone"}
    assert (await browser.get(site.at("/stage"))).status_code == 403


async def test_one_browser_is_guest_stage_and_facilitator_side_by_side(site: Site) -> None:
    browser = await site.guest()
    for label in ("stage", "facilitator 1"):
        assert (await site.turn(browser, label)).status_code == 200
    for screen in ("now", "stage", "console"):
        assert (await browser.get(site.at(f"/{screen}"))).status_code == 200


async def test_where_nobody_put_a_film_there_is_none_to_be_found(site: Site) -> None:
    for path in ("/media/", "/media/pitch.mp4"):
        assert (await site.browser().get(path)).status_code == 404


async def test_who_leaves_in_the_middle_of_a_form_is_no_trouble(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    _, writer = await asyncio.open_connection("127.0.0.1", site.server.app.settings.port)
    writer.write(b"POST /in HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\ncode=")
    await writer.drain()
    await asyncio.sleep(0.1)
    writer.transport.abort()
    await asyncio.sleep(0.3)
    assert not [row for row in caplog.records if row.levelname == "ERROR"]


async def test_a_form_of_which_the_rest_does_not_come_is_told_so(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.forms.BODY_WITHIN", 0.2)
    reader, writer = await asyncio.open_connection("127.0.0.1", site.server.app.settings.port)
    writer.write(b"POST /in HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\ncode=")
    async with asyncio.timeout(5):
        told = await reader.readuntil(b"</html>")
    assert told.startswith(b"HTTP/1.1 408")
    assert b"Probeer het opnieuw" in told
    writer.close()
