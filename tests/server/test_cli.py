"""What an operator can ask at the command line, and the one sentence they get when it can't be done."""

import asyncio
import json
import re
import signal
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from redis.asyncio import Redis

from rooms.people import Link
from server.cli import main
from server.embedded import Store
from server.exports import KINDS
from server.hall import Hall
from server.journal import Journal
from server.register import Listed, Register
from tests.festijn import EVENT, SECRET, founded

Asked = tuple[int, str, str]
Ask = Callable[..., Awaitable[Asked]]


@pytest.fixture
def ask(
    store: Store, redis: Redis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Ask:
    """Ask something as an operator: gives the exit code, what was said, and what was complained."""
    for name, value in {
        "REDIS_URL": store.url,
        "DATA_DIR": str(tmp_path),
        "SECRET_KEY": SECRET,
        "PORT": "8123",
    }.items():
        monkeypatch.setenv(name, value)

    async def new(*words: str) -> Asked:
        async with asyncio.timeout(30):
            code = await asyncio.to_thread(main, words)
        told = capsys.readouterr()
        return code, told.out, told.err

    return new


async def links_in(store: Store, listed: Listed) -> list[Link]:
    hall = Hall(store.url, listed.id)
    await hall.open()
    every = hall.replica.tables.all(Link)
    await hall.close()
    return every


async def test_loading_an_event_founds_its_festival_and_shows_every_way_in(ask: Ask, store: Store) -> None:
    code, said, complained = await ask("load", str(EVENT))
    assert (code, complained) == (0, "")
    register = Register(store.url)
    (listed,) = await register.all()
    await register.close()
    assert f"code {listed.code}" in said
    assert f"http://127.0.0.1:8123/{listed.code}\n" in said
    shown = re.findall(rf"http://127\.0\.0\.1:8123/{listed.code}/key#([\w-]{{32}})\n", said)
    assert len(set(shown)) == len(shown) == len(await links_in(store, listed)) == 10
    assert "▀" in said or "█" in said


async def test_loading_an_event_twice_gives_two_festivals_and_says_so(ask: Ask) -> None:
    _, first, _ = await ask("load", str(EVENT))
    _, second, _ = await ask("load", str(EVENT))
    code = re.findall(r"code (\w+)", first)[0]
    assert "Take care" not in first
    assert f"Take care: {code} has that title and date too." in second


async def test_a_faulty_event_file_is_told_in_full_and_founds_nothing(ask: Ask, redis: Redis, tmp_path: Path) -> None:
    (tmp_path / "event.toml").write_text('title = "Here"\nretention_days = 0\n')
    code, said, complained = await ask("load", str(tmp_path / "event.toml"))
    assert (code, said) == (2, "")
    assert "retention_days" in complained
    assert "rounds" in complained
    assert await redis.keys("*") == []


async def test_an_event_file_that_is_not_there_is_told_in_a_sentence(ask: Ask) -> None:
    code, said, complained = await ask("load", "nowhere.toml")
    assert (code, said) == (2, "")
    assert "nowhere.toml" in complained
    assert "Traceback" not in complained


async def test_a_code_that_is_taken_is_told(ask: Ask, tmp_path: Path) -> None:
    event = EVENT.read_text().replace('title = "Brein Festijn"', 'title = "Brein Festijn"\ncode = "ABCDEF"', 1)
    (tmp_path / "event.toml").write_text(event)
    assert (await ask("load", str(tmp_path / "event.toml")))[0] == 0
    code, _, complained = await ask("load", str(tmp_path / "event.toml"))
    assert code == 2
    assert complained == "code ABCDEF is another festival's; choose another code, or leave it out.\n"


async def test_the_list_has_every_festival(ask: Ask, store: Store) -> None:
    assert await ask("list") == (0, "", "")
    both = [await founded(store.url) for _ in range(2)]
    _, said, _ = await ask("list")
    assert sorted(said.splitlines()) == sorted(f"{one.code}  {one.date}  {one.title}" for one in both)


async def test_with_several_festivals_one_must_be_named(ask: Ask, store: Store) -> None:
    both = [await founded(store.url) for _ in range(2)]
    code, _, complained = await ask("links")
    assert code == 2
    assert all(one.code in complained for one in both)
    assert "--festival" in complained
    assert (await ask("links", "--festival", both[1].code.lower()))[0] == 0
    assert (await ask("links", "--festival", "NOSUCH"))[0] == 2


async def test_links_are_shown_alike_each_time_and_no_secret_is_stored(ask: Ask, store: Store, redis: Redis) -> None:
    listed = await founded(store.url)
    first, second = await ask("links"), await ask("links")
    assert first == second
    await redis.config_set("rdbcompression", "no")
    stored = b"".join([await redis.dump(key) or b"" for key in await redis.keys("*")])
    assert listed.id.encode() in stored
    tokens = re.findall(r"#([\w-]{32})", first[1])
    assert tokens
    assert not any(token.encode() in stored for token in tokens)


async def test_a_new_link_is_there_and_one_that_is_revoked_is_not(ask: Ask, store: Store) -> None:
    listed = await founded(store.url)
    code, said, _ = await ask("links", "--new", "stage", "--label", "beamer left")
    assert code == 0
    new = re.search(r"^new stage: (http://\S+/key#[\w-]{32})$", said, re.MULTILINE)
    assert new
    assert re.search(rf"^  stage 2 +{new[1]}$", said, re.MULTILINE)
    code, said, _ = await ask("links", "--revoke", "stage 2")
    assert code == 0
    assert new[1] not in said
    assert [link.label for link in await links_in(store, listed) if link.revoked] == ["beamer left"]


async def test_a_link_that_could_not_be_made_is_not_shown(ask: Ask, store: Store) -> None:
    await founded(store.url)
    code, said, complained = await ask("links", "--new", "stage", "--label", "x" * 61)
    assert code == 2
    assert "new stage" not in said
    assert "60" in complained


async def test_revoking_a_link_that_is_not_there_names_those_that_are(ask: Ask, store: Store) -> None:
    await founded(store.url)
    code, _, complained = await ask("links", "--revoke", "nobody")
    assert code == 2
    assert "'nobody'" in complained
    assert "facilitator 1" in complained


async def test_an_export_writes_every_kind_of_file_and_ends_nothing(ask: Ask, store: Store, tmp_path: Path) -> None:
    listed = await founded(store.url)
    journal = Journal(store.url, listed.id)
    await journal.connect()
    before = await journal.place()
    code, said, steps = await ask("export", "--festival", listed.code, "--to", str(tmp_path / "out"))
    assert code == 0
    assert [row.split(":")[0] for row in steps.splitlines()] == [f"{n + 1} of {len(KINDS)}" for n in range(len(KINDS))]
    files = {Path(row).name.split(".", 1)[1]: Path(row) for row in said.splitlines()}
    assert sorted(files) == sorted(KINDS)
    assert all(file.parent == tmp_path / "out" for file in files.values())
    assert "Brein Festijn" in json.dumps(json.loads(files["json"].read_text()))
    assert "## De initiatieven" in files["md"].read_text()
    assert load_workbook(files["xlsx"])["Festijn"]["B2"].value == "Brein Festijn"
    assert await journal.place() == before
    await journal.close()


async def test_an_export_speaks_the_language_asked(ask: Ask, store: Store, tmp_path: Path) -> None:
    await founded(store.url)
    code, said, _ = await ask("export", "--to", str(tmp_path), "--lang", "en")
    assert code == 0
    (report,) = [Path(row) for row in said.splitlines() if row.endswith(".md")]
    assert "## The initiatives" in report.read_text()


async def test_an_export_of_one_initiative_has_nothing_of_the_others(ask: Ask, store: Store, tmp_path: Path) -> None:
    await founded(store.url)
    code, said, _ = await ask("export", "--to", str(tmp_path), "--initiative", "kunstPOST")
    assert code == 0
    (report,) = [Path(row) for row in said.splitlines() if row.endswith(".md")]
    assert report.name.endswith("-kunstpost.md")
    told = await asyncio.to_thread(report.read_text)
    assert "KunstPost" in told and "Buurtmaaltijden" not in told
    code, said, complained = await ask("export", "--to", str(tmp_path), "--initiative", "niets")
    assert (code, said) == (2, "")
    assert complained.startswith("there is no initiative 'niets'; there are: ")
    assert "kunstpost (KunstPost)" in complained


async def test_an_export_that_can_not_be_made_is_told_in_a_sentence(ask: Ask, store: Store, tmp_path: Path) -> None:
    await founded(store.url)
    code, said, complained = await ask("export", "--festival", "NOSUCH", "--to", str(tmp_path))
    assert (code, said) == (2, "") and complained.startswith("there is no festival 'NOSUCH'; there are: ")
    (tmp_path / "file").write_text("")
    code, said, complained = await ask("export", "--to", str(tmp_path / "file"))
    assert (code, said, complained) == (2, "", f"{tmp_path / 'file'} is a file, or in one; choose a directory.\n")
    code, said, complained = await ask("export", "--to", "/proc/festijn")
    assert (code, said) == (2, "") and complained.startswith("/proc/festijn can't be written in: ")


@pytest.mark.parametrize("how", ["stopped", "gone"])
async def test_a_store_that_does_not_answer_is_told_in_a_sentence(
    ask: Ask, own_store: Store, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    monkeypatch.setenv("REDIS_URL", own_store.url)
    assert own_store.process is not None
    if how == "gone":
        await own_store.kill()
    else:
        own_store.process.send_signal(signal.SIGSTOP)
    code, said, complained = await ask("list")
    own_store.process.send_signal(signal.SIGCONT) if how == "stopped" else None
    assert (code, said) == (2, "")
    assert re.fullmatch(r"the store does not answer \(\w+\); is Festijn running\? \(bin/run\)\n", complained)


async def test_a_wrong_setting_is_told_in_a_sentence(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "many")
    code, said, complained = await ask("list")
    assert (code, said) == (2, "")
    assert complained == "PORT is 'many'; it should be a number from 1 to 65535.\n"


@pytest.mark.parametrize("words", [(), ("dance",), ("load",), ("export",), ("links", "--new", "participant")])
async def test_what_can_not_be_asked_is_told_with_what_can(
    ask: Ask, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    with pytest.raises(SystemExit) as ended:
        await ask(*words)
    assert ended.value.code == 2
    assert "usage: festijn" in capsys.readouterr().err
