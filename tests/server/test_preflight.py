"""A store that is not ours is looked at before anything starts; what is wrong with it is told in one line."""

import os
import socket
import sys
from asyncio import subprocess
from pathlib import Path
from typing import Any

import pytest

from server.embedded import Store
from server.preflight import look_at, read_along
from server.settings import PROJECT, Settings, Unusable


def nobody() -> str:
    """An address where nothing listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"redis://127.0.0.1:{free.getsockname()[1]}"


async def test_a_store_that_writes_everything_down_is_well(store: Store) -> None:
    assert await look_at(store.url) == ""


async def test_a_store_that_writes_nothing_down_is_warned_of(own_store: Store, connect: Any) -> None:
    await connect(own_store).config_set("appendonly", "no")
    assert "appendonly" in await look_at(own_store.url)


async def test_a_store_that_is_not_there_is_told() -> None:
    with pytest.raises(Unusable, match="no store answers us there"):
        await look_at(nobody())


async def test_a_wrong_password_is_told(own_store: Store, connect: Any) -> None:
    await connect(own_store).config_set("requirepass", "right")
    with pytest.raises(Unusable, match="password"):
        await look_at(own_store.url)


async def test_festijn_does_not_start_on_a_store_that_is_not_there(tmp_path: Path) -> None:
    given = {**os.environ, "REDIS_URL": nobody(), "DATA_DIR": str(tmp_path), "PORT": "8397"}
    command = (sys.executable, "-m", "server", "run")
    process = await subprocess.create_subprocess_exec(*command, env=given, cwd=PROJECT, stderr=subprocess.PIPE)
    _, told = await process.communicate()
    assert process.returncode == 2
    assert told.decode().strip().splitlines() == [told.decode().strip()], "one line"
    assert "REDIS_URL" in told.decode()


@pytest.mark.parametrize(
    ("given", "warned"),
    [
        ({}, []),
        ({"PUBLIC_URL": "http://localhost:8000"}, []),
        ({"HOST": "::1"}, []),
        ({"PUBLIC_URL": "https://festijn.example.org", "REDIS_URL": "rediss://store.example.org"}, []),
        ({"REDIS_URL": "unix:///run/store.socket"}, []),
        ({"REDIS_URL": "redis://127.0.0.1:6379"}, []),
        ({"PUBLIC_URL": "http://192.0.2.7:8000"}, ["https"]),
        ({"PUBLIC_URL": "http://festijn.example.org", "REDIS_URL": "redis://store.example.org"}, ["https", "rediss"]),
    ],
)
def test_it_is_said_where_others_can_read_along(given: dict[str, str], warned: list[str], tmp_path: Path) -> None:
    told = list(read_along(Settings.read({"DATA_DIR": str(tmp_path), **given})))
    assert len(told) == len(warned) and all(word in line for word, line in zip(warned, told, strict=True))
