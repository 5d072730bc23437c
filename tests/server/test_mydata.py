"""My data: only for who it is of, whole, as a file, put right, and erased; the organiser's list beside it."""

import httpx
import pytest

from rooms.board import Note, NoteKind, PostNote
from rooms.erasing import Erased
from rooms.goodbye import Agree, Purpose
from rooms.order import RemovePerson
from rooms.people import OPERATOR, Link, Person, RevokeLink, Role
from server.journal import Journal
from server.judging import again
from server.shells import HOME
from tests.site import CROSS, Site

ASKS = {"words": "keep", "sure": "yes"}
NOTE = "note------------"
ADDRESSES = ["/mydata", "/mydata.json", "/mydata.html", "/people", "/agreements.csv"]


async def busy(site: Site, name: str = "Noor") -> tuple[httpx.AsyncClient, Person]:
    """A guest who wrote a note and agreed to get the report."""
    browser, hall = await site.guest(name), await site.hall()
    person = next(one for one in hall.replica.tables.all(Person) if one.name == name)
    await hall.wish(PostNote(id=NOTE, board="kunstpost", kind=NoteKind.TIP, text="Vraag <de> bakker"), person)
    await hall.wish(Agree(purpose=Purpose.REPORT, text="Stuur mij het verslag", email="noor@example.org"), person)
    return browser, person


@pytest.mark.parametrize("address", ADDRESSES)
async def test_nobody_sees_any_of_it_without_a_cookie(site: Site, address: str) -> None:
    await busy(site)
    told = await site.browser().get(site.at(address))
    assert told.status_code == 403
    assert "Noor" not in told.text


@pytest.mark.parametrize("address", ["/people", "/agreements.csv"])
async def test_a_guest_does_not_see_what_is_the_organisers(site: Site, address: str) -> None:
    browser, _ = await busy(site)
    assert (await browser.get(site.at(address))).status_code == 403


async def test_the_page_tells_what_there_is_and_until_when(site: Site) -> None:
    browser, _ = await busy(site)
    told = (await browser.get(site.at("/mydata"))).text
    for words in ("Noor", "Vraag &lt;de&gt; bakker", "Stuur mij het verslag", "noor@example.org", "Je naam blijft tot"):
        assert words in told


async def test_the_files_tell_the_same_and_no_secret(site: Site) -> None:
    browser, person = await busy(site)
    await browser.post(site.at("/return"), json={})
    kinds = (await browser.get(site.at("/mydata.json"))).json()["records"]
    assert kinds["Note"][0]["text"] == "Vraag <de> bakker"
    assert kinds.keys() >= {"Person", "Note", "Consent", "Address", "Agreement", "Link"}
    assert "fingerprint" not in kinds["Link"][0]
    page = await browser.get(site.at("/mydata.html"))
    assert "attachment" in page.headers["content-disposition"]
    assert "Vraag &lt;de&gt; bakker" in page.text
    assert "<form" not in page.text
    assert person.id in kinds["Person"][0].values()


async def test_others_are_not_in_it(site: Site) -> None:
    await busy(site, "Noor")
    other = await site.guest("Sam")
    told = (await other.get(site.at("/mydata.json"))).text
    assert "Sam" in told
    assert "bakker" not in told


async def test_a_name_is_put_right(site: Site) -> None:
    browser, person = await busy(site)
    assert (await browser.post(site.at("/mydata/name"), data={"name": "Nora"})).status_code == 303
    assert (await site.hall()).replica.tables.find(Person, person.id).name == "Nora"
    told = await browser.post(site.at("/mydata/name"), data={"name": " "})
    assert told.status_code == 422
    assert "Nora" in told.text


async def test_what_a_page_asks_for_can_be_asked_again_from_its_commit(site: Site) -> None:
    browser, person = await busy(site)
    await browser.post(site.at("/mydata/name"), data={"name": "Nora"})
    journal = Journal(site.server.app.settings.store_url, site.listed.id)
    await journal.connect()
    commits = [commit for entry in await journal.after(0) for commit in entry.commits if commit.by == person.id]
    await journal.close()
    wishes = [again(commit) for commit in commits]
    assert [str(wish.ref) for wish in wishes if wish] == [commit.ref for commit in commits]
    assert len(wishes) > 1


@pytest.mark.parametrize("form", [{}, {"words": "keep"}, {"words": "maybe", "sure": "yes"}, {"sure": "yes"}])
async def test_nobody_is_erased_by_half_a_form(site: Site, form: dict[str, str]) -> None:
    browser, person = await busy(site)
    assert (await browser.post(site.at("/mydata/erase"), data=form)).status_code == 422
    assert (await site.hall()).replica.tables.get(Person, person.id)


@pytest.mark.parametrize("address", ["/mydata/erase", "/mydata/name", "/people/x/erase"])
async def test_nothing_is_changed_for_another_website(site: Site, address: str) -> None:
    browser, person = await busy(site)
    told = await browser.post(site.at(address), data={**ASKS, "name": "Kaper"}, headers=CROSS)
    assert told.status_code == 403
    assert (await site.hall()).replica.tables.find(Person, person.id).name == "Noor"


async def test_who_asks_is_erased_and_their_browser_knows_nobody(site: Site) -> None:
    browser, person = await busy(site)
    told = await browser.post(site.at("/mydata/erase"), data=ASKS)
    assert (told.status_code, "Je bent vergeten" in told.text) == (200, True)
    tables = (await site.hall()).replica.tables
    assert tables.get(Person, person.id) is None
    assert tables.find(Note, NOTE).name == ""
    assert not [name for name in browser.cookies if "participant" in name]
    assert "Noor" not in (await browser.get(site.at())).text
    assert [line.person for line in written(site)] == [person.id]


async def test_nobody_is_told_that_they_are_forgotten_when_they_are_not(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser, person = await busy(site)
    monkeypatch.setattr("rooms.erasing.PARTS", (None,))  # a rule that fails
    told = await browser.post(site.at("/mydata/erase"), data=ASKS)
    assert (told.status_code, "Je bent vergeten" in told.text) == (503, False)
    assert (await site.hall()).replica.tables.find(Person, person.id)
    assert [name for name in browser.cookies if "participant" in name]


async def test_who_was_put_out_still_sees_what_is_kept_of_them_and_can_be_forgotten(site: Site) -> None:
    browser, person = await busy(site)
    await site.by_link("facilitator 1")
    hall = await site.hall()
    (fee,) = [one for one in hall.replica.tables.all(Person) if one.role is Role.FACILITATOR]
    assert (await hall.wish(RemovePerson(person=person.id, removed=True), fee)).reason is None
    assert (await browser.get(site.at("/now"))).status_code == 303
    told = (await browser.get(site.at("/mydata"))).text
    assert "Noor" in told and "Je bent uit dit festijn gezet" in told and "mydata/name" not in told
    told = await browser.post(site.at("/mydata/name"), data={"name": "Boef"})
    assert (told.status_code, "Je bent uit dit festijn gezet" in told.text) == (422, True)
    assert "Je bent vergeten" in (await browser.post(site.at("/mydata/erase"), data=ASKS)).text


async def test_who_came_by_a_link_that_was_taken_back_sees_nothing(site: Site) -> None:
    browser, hall = await site.by_link("organiser"), await site.hall()
    (link,) = [one for one in hall.replica.tables.all(Link) if one.role is Role.ORGANISER]
    await hall.wish(RevokeLink(link=link.id), OPERATOR)
    for page in ("/mydata", "/people", "/agreements.csv"):
        assert (await browser.get(site.at(page))).status_code == 403


async def test_who_leaves_a_device_is_unknown_to_it_and_stays_at_the_festival(site: Site) -> None:
    browser, person = await busy(site)
    assert (await browser.post(site.at("/mydata/leave"), headers=CROSS)).status_code == 403
    told = await browser.post(site.at("/mydata/leave"))
    assert (told.status_code, "kent je niet meer" in told.text) == (200, True)
    assert not [name for name in browser.cookies if "participant" in name]
    assert (await site.hall()).replica.tables.get(Person, person.id)


async def test_the_organiser_erases_who_asked_in_another_way(site: Site) -> None:
    _, person = await busy(site)
    organiser = await site.by_link("organiser")
    page = await organiser.get(site.at("/people"))
    assert "Noor" in page.text
    assert "bakker" not in page.text
    assert (await organiser.post(site.at(f"/people/{person.id}/erase"), data={"words": "drop"})).status_code == 303
    tables = (await site.hall()).replica.tables
    assert tables.get(Note, NOTE) is None
    assert [row.id for row in tables.all(Erased)] == [person.id]
    assert "Noor" not in (await organiser.get(site.at("/people"))).text


async def test_a_guest_erases_nobody_else(site: Site) -> None:
    _, person = await busy(site)
    guest = await site.guest("Kaper")
    assert (await guest.post(site.at(f"/people/{person.id}/erase"), data={"words": "drop"})).status_code == 403
    assert (await site.hall()).replica.tables.get(Person, person.id)


async def test_the_book_tells_who_agreed_to_which_words(site: Site) -> None:
    await busy(site, "=HYPERLINK(1)")
    book = (await (await site.by_link("organiser")).get(site.at("/agreements.csv"))).text
    assert "Stuur mij het verslag" in book
    assert "'=HYPERLINK(1)" in book
    assert "noor@example.org" not in book


async def test_every_role_that_is_somebody_has_a_page(site: Site) -> None:
    lead = next(name for name in site.links if name.startswith("lead"))
    for label in (lead, "facilitator 1", "organiser"):
        browser = await site.by_link(label)
        told = await browser.get(site.at("/mydata"))
        assert told.status_code == 200
        assert any(f"{site.at()}/{home}" in told.text for home in HOME.values())


def written(site: Site) -> list[object]:
    """The lines of the list of who was erased."""
    return [*site.server.app._erasures._lines()]
