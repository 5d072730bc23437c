"""A personal link brings somebody back on another device, as long as they are welcome."""

import asyncio
from typing import Any

import httpx
import pytest

from rooms.order import RemovePerson
from rooms.people import DOOR, KeepReturnLink, Link, Person
from server.links import named_links
from tests.site import CROSS, Site


async def asked(site: Site, browser: httpx.AsyncClient, **body: str) -> str:
    """The personal link of who this browser is."""
    told = await browser.post(site.at("/return"), json=body)
    assert told.status_code == 200, told.text
    return str(told.json()["link"])


async def opened(site: Site, link: str) -> tuple[httpx.AsyncClient, httpx.Response]:
    """A new device that opens this link."""
    browser = site.browser()
    where, token = link.split("#")
    return browser, await browser.post(where, json={"token": token})


async def people(site: Site) -> list[Person]:
    return (await site.hall()).replica.tables.all(Person)


async def hosted(site: Site, removed: bool) -> None:
    """A facilitator puts the only guest out, or lets them back in."""
    host = await site.by_link("facilitator 1")
    assert host.cookies
    every = await people(site)
    guest = next(person for person in every if person.role == "participant")
    facilitator = next(person for person in every if person.role == "facilitator")
    wish = RemovePerson(person=guest.id, removed=removed)
    assert (await (await site.hall()).wish(wish, facilitator)).ok


async def test_who_opens_their_link_elsewhere_is_the_same_person(site: Site) -> None:
    link = await asked(site, await site.guest("Noor"))
    device, told = await opened(site, link)
    assert told.json() == {"go": site.at("/now")}
    (noor,) = await people(site)
    assert f'data-person="{noor.id}"' in (await device.get(site.at("/now"))).text


async def test_who_asks_again_gets_the_same_link_also_on_the_other_device(site: Site) -> None:
    browser = await site.guest()
    first, second = await asyncio.gather(asked(site, browser), asked(site, browser))
    device, _ = await opened(site, first)
    assert first == second == await asked(site, device)


async def test_two_people_have_two_links(site: Site) -> None:
    assert await asked(site, await site.guest("Noor")) != await asked(site, await site.guest("Sam"))


async def test_a_lead_comes_back_as_that_lead(site: Site) -> None:
    label = next(name for name in site.links if name.startswith("lead"))
    link = await asked(site, await site.by_link(label), role="lead")
    device, told = await opened(site, link)
    assert told.json() == {"go": site.at("/lead")}
    (lead,) = await people(site)
    assert f'data-person="{lead.id}"' in (await device.get(site.at("/lead"))).text


async def test_the_link_opens_nothing_while_its_person_is_out(site: Site) -> None:
    browser = await site.guest()
    link = await asked(site, browser)
    await hosted(site, removed=True)
    _, told = await opened(site, link)
    assert (told.status_code, told.json()) == (403, {"reason": "gone"})
    assert (await browser.post(site.at("/return"), json={})).status_code == 403
    await hosted(site, removed=False)
    _, told = await opened(site, link)
    assert told.status_code == 200


async def test_a_link_made_with_another_key_makes_room_for_one_that_can_be_shown(site: Site) -> None:
    browser, hall = await site.guest(), await site.hall()
    (guest,) = await people(site)
    old = KeepReturnLink(id="made-with-another-k", person=guest.id, fingerprint="0" * 64)
    assert (await hall.wish(old, DOOR)).ok
    _, told = await opened(site, await asked(site, browser))
    assert told.status_code == 200
    assert [link.id for link in hall.replica.tables.where(Link, "person", guest.id) if link.revoked] == [old.id]


async def test_no_list_of_links_shows_it(site: Site) -> None:
    before = named_links((await site.hall()).replica.tables)
    label = next(name for name in site.links if name.startswith("lead"))
    await asked(site, await site.by_link(label), role="lead")
    assert named_links((await site.hall()).replica.tables) == before


@pytest.mark.parametrize("more", [{"headers": CROSS}, {"json": {"role": "facilitator"}}, {"json": {"role": "lead"}}])
async def test_nobody_gets_a_link_for_another_website_or_in_a_role_they_have_not(site: Site, more: Any) -> None:
    told = await (await site.guest()).post(site.at("/return"), **more)
    assert (told.status_code, told.json()) == (403, {"reason": "not_allowed"})


async def test_a_stranger_gets_no_link(site: Site) -> None:
    told = await site.browser().post(site.at("/return"), json={})
    assert told.status_code == 403
