"""Settings: sensible without any, and a wrong one is told in one sentence that names it."""

import os
import threading
from pathlib import Path

import pytest

from server import settings
from server.settings import LONGEST_SOCKET_PATH, Settings, Unusable, socket_path

GOOD_SECRET = "0123456789abcdef" * 4


def test_nothing_needs_to_be_set_but_a_place(tmp_path: Path) -> None:
    read = Settings.read({"DATA_DIR": str(tmp_path)})
    assert (read.host, read.port, read.log_level, read.fsync) == ("127.0.0.1", 8000, "info", "always")
    assert read.public_url == "http://127.0.0.1:8000"
    assert read.forwarded_allow_ips == "127.0.0.1"
    assert 1 <= read.workers <= 2
    assert read.store_url == f"unix://{tmp_path}/store.socket"


def test_calls_may_be_shown_from_the_hosts_an_operator_names(tmp_path: Path) -> None:
    read = Settings.read({"DATA_DIR": str(tmp_path), "CALL_HOSTS": "Meet.example.org, bbb.example.org:8443,"})
    assert read.call_hosts == ("meet.example.org", "bbb.example.org:8443")
    assert Settings.read({"DATA_DIR": str(tmp_path)}).call_hosts == ()


def test_an_empty_value_counts_as_not_set(tmp_path: Path) -> None:
    read = Settings.read({"DATA_DIR": str(tmp_path), "PORT": "", "REDIS_URL": " "})
    assert (read.port, read.redis_url) == (8000, None)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "80a"),
        ("FIRST_EVENT", "/no/such/file.toml"),
        ("CALL_HOSTS", "https://meet.example.org"),
        ("CALL_HOSTS", "meet.example.org; script-src *"),
        ("PORT", "0"),
        ("PORT", "70000"),
        ("WORKERS", "-1"),
        ("WORKERS", "9" * 5000),
        ("REDIS_URL", "localhost:6379"),
        ("REDIS_URL", "redis://host:port"),
        ("REDIS_URL", "unix://"),
        ("PUBLIC_URL", "festijn.example.org"),
        ("PUBLIC_URL", "https://festijn.example.org/path"),
        ("PUBLIC_URL", "https://[broken"),
        ("SECRET_KEY", "short"),
        ("SECRET_KEY", "a" * 64),
        ("FORWARDED_ALLOW_IPS", "*"),
        ("FORWARDED_ALLOW_IPS", "10.0.0.1, proxy"),
        ("LOG_LEVEL", "loud"),
        ("FSYNC", "no"),
        ("DATA_DIR", "/dev/null/data"),
    ],
)
def test_a_wrong_value_is_told_in_one_sentence_that_names_the_variable(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(Unusable) as told:
        Settings.read({"DATA_DIR": str(tmp_path), name: value})
    sentence = str(told.value)
    assert sentence.startswith(f"{name} ")
    assert "should" in sentence
    assert "\n" not in sentence


def test_a_password_is_never_repeated(tmp_path: Path) -> None:
    with pytest.raises(Unusable) as told:
        Settings.read({"DATA_DIR": str(tmp_path), "REDIS_URL": "http://:sesame@host"})
    assert "sesame" not in str(told.value)
    read = Settings.read({"DATA_DIR": str(tmp_path), "REDIS_URL": "redis://:sesame@host/0", "SECRET_KEY": GOOD_SECRET})
    assert "sesame" not in repr(read)
    assert GOOD_SECRET not in repr(read)


def test_a_store_elsewhere_is_used_as_given(tmp_path: Path) -> None:
    read = Settings.read({"DATA_DIR": str(tmp_path), "REDIS_URL": "rediss://store.example.org:6380/1"})
    assert read.store_url == "rediss://store.example.org:6380/1"


def test_the_public_address_is_an_origin(tmp_path: Path) -> None:
    read = Settings.read({"DATA_DIR": str(tmp_path), "PUBLIC_URL": "https://Festijn.Example.org/"})
    assert read.public_url == "https://festijn.example.org"


def test_open_to_the_local_network_the_links_bear_our_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "lan_address", lambda: "192.0.2.7")
    read = Settings.read({"DATA_DIR": str(tmp_path), "HOST": "0.0.0.0", "PORT": "8001"})
    assert read.public_url == "http://192.0.2.7:8001"


def test_without_a_secret_one_is_made_and_kept_private(tmp_path: Path) -> None:
    first = Settings.read({"DATA_DIR": str(tmp_path)}).secret_key
    assert len(first) >= 43  # 256 bits, six to a character
    assert Settings.read({"DATA_DIR": str(tmp_path)}).secret_key == first
    assert (tmp_path / "secret").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret"]


def test_who_start_together_share_one_secret(tmp_path: Path) -> None:
    together = threading.Barrier(8)
    found: set[str] = set()

    def start() -> None:
        together.wait()
        found.add(Settings.read({"DATA_DIR": str(tmp_path)}).secret_key)

    threads = [threading.Thread(target=start) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 1


def test_a_secret_that_others_can_read_is_refused(tmp_path: Path) -> None:
    Settings.read({"DATA_DIR": str(tmp_path)})
    (tmp_path / "secret").chmod(0o644)
    with pytest.raises(Unusable, match="chmod 600"):
        Settings.read({"DATA_DIR": str(tmp_path)})


def test_an_emptied_secret_is_refused_not_used(tmp_path: Path) -> None:
    (tmp_path / "secret").touch(0o600)
    with pytest.raises(Unusable, match="too easy to guess"):
        Settings.read({"DATA_DIR": str(tmp_path)})


def test_the_socket_of_a_deep_directory_still_fits(tmp_path: Path) -> None:
    deep = tmp_path / ("d" * 120)
    path = socket_path(deep)
    assert len(os.fsencode(path)) <= LONGEST_SOCKET_PATH
    assert path == socket_path(deep)
    assert path != socket_path(tmp_path / ("e" * 120))
