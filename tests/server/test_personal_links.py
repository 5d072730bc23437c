"""Links of one's own: one person for each, on however many devices; then one vote for each holds."""

import asyncio
import csv
from pathlib import Path

import pytest
from msgspec.structs import replace

from rooms.initiative import About
from rooms.keeping import DAY, Forget
from rooms.kernel import Reason
from rooms.people import CLOCK, DOOR, OPERATOR, Join, Link, MakeLink, Person, RevokeLink, Role
from server.embedded import Store
from server.eventfile import load
from server.founding import new_link
from server.links import link_address
from tests.drill import Drill
from tests.festijn import EVENT, IDENTITY, Inside, founded
from tests.rooms.said import ANN, BEN, PLAN, Said, new_id
from tests.site import Site

OWN = new_id("own")


def by_links() -> Said:
    """A festival that nobody enters by the code, with one link of one's own."""
    day = Said(tuple(replace(row, personal=True) if isinstance(row, About) else row for row in PLAN))
    day.do(OPERATOR.id, MakeLink(id=OWN, role=Role.PARTICIPANT, label="Noor", fingerprint="print"))
    return day


def test_the_code_alone_opens_nothing_where_everybody_has_a_link() -> None:
    day = by_links()
    assert day.say(DOOR.id, Join(id=ANN, name="Ann")) is Reason.NOT_ALLOWED
    day.do(DOOR.id, Join(id=ANN, name="Ann", link=OWN))
    assert day.tables.find(Link, OWN).person == ANN


def test_a_link_of_ones_own_lets_in_one_person() -> None:
    day = by_links()
    day.do(DOOR.id, Join(id=ANN, name="Ann", link=OWN))
    assert day.say(DOOR.id, Join(id=BEN, name="Ben", link=OWN)) is Reason.GONE


def test_who_is_known_by_it_goes_with_it() -> None:
    day = by_links()
    day.do(DOOR.id, Join(id=ANN, name="Ann", link=OWN))
    day.do(OPERATOR.id, RevokeLink(link=OWN))
    assert day.tables.find(Person, ANN).removed


def test_a_link_nobody_used_goes_with_the_names() -> None:
    day = by_links()
    day.now += 400 * DAY
    day.do(CLOCK.id, Forget())
    assert day.tables.get(Link, OWN) is None


async def own_link(site: Site, label: str) -> str:
    """The address of a new link of one's own."""
    made, hall = new_link(IDENTITY, site.listed.id, Role.PARTICIPANT, label), await site.hall()
    await hall.wish(MakeLink(id=made.id, role=made.role, label=label, fingerprint=made.fingerprint), OPERATOR)
    return link_address(site.server.base, IDENTITY, site.listed, made)


async def test_one_link_is_one_person_on_two_devices_at_once(site: Site) -> None:
    where, token = (await own_link(site, "Noor")).split("#")
    one, other = site.browser(), site.browser()
    for told in await asyncio.gather(*(browser.post(where, json={"token": token}) for browser in (one, other))):
        assert told.json() == {"go": site.at("/now")}
    (noor,) = (await site.hall()).replica.tables.all(Person)
    for browser in (one, other):
        assert f'data-person="{noor.id}"' in (await browser.get(site.at("/now"))).text


async def test_the_door_says_that_one_needs_a_link(store: Store, server: Inside) -> None:
    event = (*(replace(row, personal=True) if isinstance(row, About) else row for row in load(EVENT)),)
    site = Site(server, await founded(store.url, event), {})
    page = await site.browser().get(site.at())
    assert "eigen links" in page.text
    assert 'name="name"' not in page.text
    told = await site.browser().post("/in", data={"code": site.listed.code, "name": "Kaper"})
    assert told.status_code == 422
    assert (await site.hall()).replica.tables.all(Person) == []
    await asyncio.gather(*(browser.aclose() for browser in site.browsers))


async def test_an_operator_makes_them_from_a_list_of_names(drill: Drill, tmp_path: Path) -> None:
    names, to = tmp_path / "names", tmp_path / "links.csv"
    names.write_text("Noor\n\nSam van Dijk\n", encoding="utf-8")
    code, said, complained = await drill.ask("links", "--personal", names, "--to", to)
    assert (code, complained) == (0, "")
    rows = list(csv.reader(to.read_text().splitlines()))
    assert [row[0] for row in rows] == ["name", "Noor", "Sam van Dijk"]
    assert "2 links" in said
    assert to.stat().st_mode & 0o077 == 0
    _, shown, _ = await drill.ask("links")
    assert rows[1][1] in shown
    assert (await drill.ask("links", "--revoke", "personal 1 Noor"))[0] == 0


@pytest.mark.parametrize(("text", "told"), [("", "0 names"), ("a" * 61, "line 1"), ("\xff", "can't be read")])
async def test_a_list_that_will_not_do_is_told_and_makes_nothing(
    drill: Drill, tmp_path: Path, text: str, told: str
) -> None:
    (tmp_path / "names").write_bytes(text.encode("latin-1"))
    code, _, complained = await drill.ask("links", "--personal", tmp_path / "names", "--to", tmp_path / "links.csv")
    assert (code, told in complained) == (2, True)
    assert not (tmp_path / "links.csv").exists()


async def test_a_partner_has_a_link_of_their_own(drill: Drill) -> None:
    code, said, _ = await drill.ask("links", "--new", "partner", "--label", "Het Buurtfonds")
    assert (code, "new partner: http" in said) == (0, True)
    assert (await drill.ask("links", "--revoke", "personal"))[0] == 0
