"""The few things an operator can choose, read once from the environment.

Everything has a sensible value, so that nothing needs to be set to try Festijn at home. A wrong value is told in one
sentence that names the variable and says what would be right.
"""

import contextlib
import hashlib
import ipaddress
import os
import re
import secrets
import socket
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self
from urllib.parse import quote, urlsplit

PROJECT = Path(__file__).resolve().parent.parent
LOG_LEVELS = ("debug", "info", "warning", "error")
FSYNCS = ("always", "everysec")
SECRET_LENGTH = 32
LONGEST_SOCKET_PATH = 103  # bytes: what every system we run on accepts for a unix socket
HOST = re.compile(r"[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?(:[0-9]{1,5})?")


class Unusable(Exception):  # noqa: N818
    """Something the app needs cannot be used as it is. The text is one sentence for the operator."""


@dataclass(frozen=True)
class Settings:
    """What the operator chose, checked. `Settings.read()` is the only way it is made outside tests."""

    host: str
    port: int
    workers: int
    redis_url: str | None = field(repr=False)
    data_dir: Path
    public_url: str
    secret_key: str = field(repr=False)
    forwarded_allow_ips: str
    log_level: str
    fsync: str
    call_hosts: tuple[str, ...]
    erasures: Path
    first_event: Path

    @classmethod
    def read(cls, environ: Mapping[str, str] = os.environ) -> Self:
        """Give the settings in `environ`; an empty value counts as not set. Makes the data directory and, when
        `SECRET_KEY` is not set, the secret in it. Raises `Unusable`."""
        given = {name: value.strip() for name, value in environ.items() if value.strip()}
        host = given.get("HOST", "127.0.0.1")
        port = _number(given, "PORT", 8000, 1, 65535)
        data_dir = _data_dir(given)
        return cls(
            host=host,
            port=port,
            workers=_number(given, "WORKERS", min(_processors(), 2), 1, 64),
            redis_url=_redis_url(given),
            data_dir=data_dir,
            public_url=_public_url(given, host, port),
            secret_key=_secret(given, data_dir),
            forwarded_allow_ips=_addresses(given, "FORWARDED_ALLOW_IPS", "127.0.0.1"),
            log_level=_one_of(given, "LOG_LEVEL", "info", LOG_LEVELS),
            fsync=_one_of(given, "FSYNC", "always", FSYNCS),
            call_hosts=_hosts(given, "CALL_HOSTS"),
            erasures=_place(given, "ERASURES", data_dir / "erasures.jsonl"),
            first_event=_file(given, "FIRST_EVENT", PROJECT / "events" / "brein-festijn.toml"),
        )

    @property
    def store_url(self) -> str:
        """The address of the store: `REDIS_URL`, or the unix socket of our own."""
        return self.redis_url or socket_url(self.data_dir)


def socket_path(data_dir: Path) -> Path:
    """Give the place of our own store's unix socket, always the same for one data directory: in that directory, or
    in a private temporary directory when its path would be too long for a socket."""
    beside_data = data_dir / "store.socket"
    if len(os.fsencode(beside_data)) <= LONGEST_SOCKET_PATH:
        return beside_data
    name = hashlib.sha256(os.fsencode(data_dir)).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"festijn-{os.getuid()}-{name}" / "store.socket"


def socket_url(data_dir: Path) -> str:
    """Give the address of our own store as Redis clients write it."""
    return f"unix://{quote(str(socket_path(data_dir)))}"


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _number(given: Mapping[str, str], name: str, default: int, lowest: int, highest: int) -> int:
    text = given.get(name, str(default))
    if not (text.isascii() and text.isdigit() and len(text) < 10 and lowest <= int(text) <= highest):
        raise Unusable(f"{name} is {text!r}; it should be a number from {lowest} to {highest}.")
    return int(text)


def _one_of(given: Mapping[str, str], name: str, default: str, choices: tuple[str, ...]) -> str:
    text = given.get(name, default).lower()
    if text not in choices:
        raise Unusable(f"{name} is {text!r}; it should be one of: {', '.join(choices)}.")
    return text


def _addresses(given: Mapping[str, str], name: str, default: str) -> str:
    parts = [part.strip() for part in given.get(name, default).split(",")]
    for part in parts:
        try:
            ipaddress.ip_network(part, strict=False)
        except ValueError:
            right = "it should be the IP address of the proxy in front, or several with commas between them."
            raise Unusable(f"{name} contains {part!r}; {right}") from None
    return ",".join(parts)


def _file(given: Mapping[str, str], name: str, default: Path) -> Path:
    path = Path(given.get(name, default)).expanduser().resolve()
    if not path.is_file():
        raise Unusable(f"{name} is {str(path)!r}, where there is no file; it should be an event file.")
    return path


def _place(given: Mapping[str, str], name: str, default: Path) -> Path:
    """Where a file is or will be."""
    path = Path(given.get(name, default)).expanduser().resolve()
    if path.is_dir() or not os.access(path.parent, os.W_OK | os.X_OK):
        raise Unusable(f"{name} is {str(path)!r}; it should be a file in a directory that the app can write in.")
    return path


def _hosts(given: Mapping[str, str], name: str) -> tuple[str, ...]:
    """Names of hosts, with or without a port, with commas between them."""
    hosts = tuple(part.strip().lower() for part in given.get(name, "").split(",") if part.strip())
    for host in hosts:
        if not HOST.fullmatch(host):
            raise Unusable(f"{name} contains {host!r}; it should be names of hosts such as meet.example.org.")
    return hosts


def _data_dir(given: Mapping[str, str]) -> Path:
    path = Path(given.get("DATA_DIR", PROJECT / "var")).expanduser().resolve()
    right = "it should be a directory that the app can make and write in."
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as problem:
        raise Unusable(f"DATA_DIR is {str(path)!r}, which fails ({problem.strerror}); {right}") from None
    if not os.access(path, os.R_OK | os.W_OK | os.X_OK):
        raise Unusable(f"DATA_DIR is {str(path)!r}, where we may not write; {right}")
    return path


def _redis_url(given: Mapping[str, str]) -> str | None:
    text = given.get("REDIS_URL")
    if text is None:
        return None
    try:
        parts = urlsplit(text)
        whole = bool(parts.path if parts.scheme == "unix" else parts.hostname) and parts.port != 0
    except ValueError:
        whole = False
    if not whole or parts.scheme not in {"redis", "rediss", "unix"}:
        # The value itself may hold a password, so it is not repeated.
        raise Unusable("REDIS_URL is not an address of a store; it should look like redis://host:6379/0.")
    return text


def _public_url(given: Mapping[str, str], host: str, port: int) -> str:
    text = given.get("PUBLIC_URL")
    if text is None:
        shown = lan_address() if host in {"0.0.0.0", "::"} else host
        return f"http://[{shown}]:{port}" if ":" in shown else f"http://{shown}:{port}"
    try:
        parts = urlsplit(text.rstrip("/"))
        whole = bool(parts.hostname) and parts.port != 0 and parts.username is None
    except ValueError:
        whole = False
    if not whole or parts.scheme not in {"http", "https"} or parts.path or parts.query or parts.fragment:
        raise Unusable(f"PUBLIC_URL is {text!r}; it should look like https://festijn.example.org, without a path.")
    return f"{parts.scheme}://{parts.netloc.lower()}"


def lan_address() -> str:
    """Give this machine's own address on the local network, or 127.0.0.1 when it is on none. Sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # a documentation address: only the route is looked up
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])


def _secret(given: Mapping[str, str], data_dir: Path) -> str:
    if "SECRET_KEY" in given:
        return _strong(given["SECRET_KEY"], "SECRET_KEY")
    path = data_dir / "secret"
    try:
        if not path.exists():
            _make_secret(path)
        if path.stat().st_mode & 0o077:
            raise Unusable(f"{path} can be read by others; it should be private: chmod 600 {path}")
        return _strong(path.read_text(encoding="utf-8").strip(), str(path))
    except (OSError, UnicodeDecodeError) as problem:
        raise Unusable(f"{path} cannot be read or made ({problem}); remove it or set SECRET_KEY.") from None


def _strong(secret: str, name: str) -> str:
    if len(secret) < SECRET_LENGTH or len(set(secret)) < 8:
        right = f"it should be at least {SECRET_LENGTH} random characters, such as `openssl rand -hex 32` gives."
        raise Unusable(f"{name} is too easy to guess; {right}")
    return secret


def _make_secret(path: Path) -> None:
    """Write a new secret of 384 bits. Whoever starts at the same moment finds either none or the whole of it."""
    with tempfile.NamedTemporaryFile("w", dir=path.parent, prefix="secret-") as draft:  # O_EXCL, mode 600
        draft.write(secrets.token_urlsafe(48) + "\n")
        draft.flush()
        os.fsync(draft.fileno())
        # Unlike a rename, a link never replaces the secret of who was first.
        with contextlib.suppress(FileExistsError):
            os.link(draft.name, path)
