"""The pages without a login: what stands on them, in which language, and that it goes when it is taken back."""

import re

import httpx
import pytest

from rooms.ballot import CloseBallot, RevealPrize
from rooms.board import HideNote, Note
from rooms.goodbye import Agree, Disagree, Purpose
from rooms.kernel import Command, Put
from rooms.people import Person, Role
from rooms.publishing import Part, Publish
from server.embedded import Store
from tests.festijn import Inside, founded
from tests.outcome import CASE, FACILITATOR, Day, planted
from tests.site import Site

OTTO = "organiser-0000001"
PAGE = f"/results/{CASE}"
NOTES = Publish(about=CASE, parts=(Part.NOTES,), was=())


@pytest.fixture
async def reading(store: Store, server: Inside) -> Site:
    """A festival with secrets in every corner, of which nothing is published yet."""
    day = Day()
    planted(day)
    day.tables.apply([Put(FACILITATOR), Put(Person(id=OTTO, name="Otto", role=Role.ORGANISER))])
    return Site(server, await founded(store.url, tuple(day.tables.records())), {})


async def wish(site: Site, command: Command, by: str = OTTO) -> None:
    hall = await site.hall()
    assert (await hall.wish(command, hall.replica.tables.find(Person, by))).ok


async def told(site: Site, rest: str, **headers: str) -> httpx.Response:
    """The page as a stranger without any cookie gets it."""
    async with httpx.AsyncClient(base_url=site.server.base, headers=headers) as stranger:
        return await stranger.get(site.at(rest))


async def test_what_is_not_published_has_a_page_that_says_so_and_a_way_out(reading: Site) -> None:
    for rest in ("/results", PAGE, "/results/nowhere"):
        answer = await told(reading, rest)
        assert answer.status_code == 404
        assert f'href="{reading.at()}"' in answer.text and "KunstPost" not in answer.text
    async with httpx.AsyncClient(base_url=reading.server.base) as stranger:
        assert (await stranger.get("/NOCODE/results")).status_code == 404


async def test_a_stranger_reads_what_is_published_and_no_longer_when_it_is_taken_back(reading: Site) -> None:
    await wish(reading, NOTES)
    answer = await told(reading, PAGE)
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-cache")
    assert "a plain top" in answer.text and "a plain milestone" not in answer.text
    assert "set-cookie" not in answer.headers and "<script" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    same = await told(reading, PAGE, **{"If-None-Match": answer.headers["etag"]})
    assert (same.status_code, same.content) == (304, b"")
    assert "content-security-policy" not in same.headers  # what the browser keeps with the page stays as it is
    await wish(reading, Publish(about=CASE, parts=(), was=(Part.NOTES,)))
    for rest in (PAGE, "/results"):
        gone = await told(reading, rest, **{"If-None-Match": answer.headers["etag"]})
        assert gone.status_code == 404 and "a plain top" not in gone.text


async def test_no_secret_and_no_name_without_consent_is_anywhere_on_the_pages(reading: Site) -> None:
    await wish(reading, Publish(about="", parts=tuple(Part), was=()))
    await wish(reading, Publish(about=CASE, parts=tuple(Part), was=()))
    for rest in ("/results", PAGE):
        answer = await told(reading, rest)
        assert answer.status_code == 200
        everything = answer.text + str(answer.headers)
        for secret in ("secret", "Gast", "Mila", "plain pledge", "Lea", "<!--"):
            assert secret not in everything, secret
    assert "Gast" not in (await told(reading, PAGE)).text


async def test_published_milestones_go_into_anybodys_calendar_without_who_sees_to_them(reading: Site) -> None:
    file = f"{PAGE}/milestones.ics"
    await wish(reading, NOTES)
    assert (await told(reading, file)).status_code == 404
    assert "milestones.ics" not in (await told(reading, PAGE)).text
    await wish(reading, Publish(about=CASE, parts=(Part.MILESTONES,), was=(Part.NOTES,)))
    assert f'href="{reading.at(file)}"' in (await told(reading, PAGE)).text
    answer = await told(reading, file)
    assert answer.headers["content-type"].startswith("text/calendar")
    assert "a plain milestone" in answer.text and "Mila" not in answer.text
    assert (await told(reading, "/results/nowhere/milestones.ics")).status_code == 404


async def test_the_charts_draw_what_is_published_and_name_only_initiatives_that_have_a_page(reading: Site) -> None:
    def drawn(text: str) -> list[str]:
        return re.findall(r'<svg role="img" aria-label="([^"]+)"', text)

    await wish(reading, Publish(about="", parts=(Part.CONVERSATIONS,), was=()))
    assert drawn((await told(reading, "/results")).text) == []
    await wish(reading, Publish(about="", parts=(Part.NUMBERS,), was=(Part.CONVERSATIONS,)))
    page = (await told(reading, "/results")).text
    assert drawn(page) == ["Hulp per soort"]
    assert "Geld: 3 keer gevraagd, 1 keer aangeboden, 1 keer gevonden" in page
    assert "KunstPost" not in page
    await wish(reading, Publish(about="", parts=(Part.NUMBERS, Part.PRIZES), was=(Part.NUMBERS,)))
    await wish(reading, NOTES)
    assert drawn((await told(reading, "/results")).text) == ["Hulp per soort"]
    await wish(reading, Publish(about=CASE, parts=(Part.NEEDS,), was=(Part.NOTES,)))
    await wish(reading, CloseBallot(ballot="publieksprijs"), FACILITATOR.id)
    await wish(reading, RevealPrize(prize="spreekuur", winners=("kunstpost",)), FACILITATOR.id)
    page = (await told(reading, "/results")).text
    assert drawn(page) == ["Hulp per soort", "Hulp die is gevonden", "Hoeveel mensen stemden"]
    assert "KunstPost, Geld: 1 (niet gezegd)" in page and "6 van de" in page
    assert " style=" not in page


async def test_a_name_comes_with_a_consent_and_goes_with_it_and_a_hidden_note_goes_too(reading: Site) -> None:
    await wish(reading, NOTES)
    await wish(reading, Agree(purpose=Purpose.NAMED, text="ja"), "secret-guest0001")
    page = (await told(reading, PAGE)).text
    assert "Gast 1" in page and "Gast 2" not in page
    assert re.search(r"hoogstens tot \d+ \w+ 20\d\d\.", page)
    await wish(reading, Disagree(purpose=Purpose.NAMED), "secret-guest0001")
    assert "Gast 1" not in (await told(reading, PAGE)).text
    hall = await reading.hall()
    (top,) = [note for note in hall.replica.tables.all(Note) if note.text == "a plain top"]
    await wish(reading, HideNote(note=top.id, hidden=True), FACILITATOR.id)
    assert "a plain top" not in (await told(reading, PAGE)).text


async def test_the_reader_chooses_the_language_of_the_page_and_words_keep_theirs(reading: Site) -> None:
    await wish(reading, NOTES)
    dutch, english = await told(reading, PAGE), await told(reading, PAGE, Cookie="lang=en")
    assert '<html lang="nl">' in dutch.text and '<html lang="en">' in english.text
    assert re.search(r'<p class="slip-text" dir="auto" lang="nl">a plain top</p>', english.text)
    assert '<p class="slip-text" dir="auto">a plain top</p>' in dutch.text
