"""Who is turned away is counted and told, and nobody's address or name is."""

import httpx
from structlog.testing import capture_logs

from tests.door import Door
from tests.site import CROSS, Site


async def test_what_was_turned_away_is_told_once_and_names_nobody(site: Site) -> None:
    away = site.server.app.turned_away
    away.tell()
    await site.browser().get(site.at("/desk"))
    await site.browser().post("/in", data={"code": site.listed.code, "name": "Kaper"}, headers=CROSS)
    await site.browser().post(site.at("/key"), json={"token": "kaper"})
    with capture_logs() as told:
        away.tell()
        away.tell()
    assert told == [{"event": "turned away at the door", "log_level": "warning", "not_allowed": 3}]


async def test_a_socket_that_is_not_let_in_is_counted_by_why(door: Door) -> None:
    away = door.server.app.turned_away
    away.tell()
    assert await door.knock({"code": door.listed.code, "role": "participant"}) == "who"
    await door.knock({"code": 7})
    async with httpx.AsyncClient(base_url=door.server.base) as http:
        await http.get("/socket.io/?EIO=4&transport=polling", headers={"Origin": "https://evil.example"})
    with capture_logs() as told:
        away.tell()
    assert told[0]["socket_who"] == told[0]["socket_not_understood"] == 1
    assert told[0]["not_understood"] >= 1
