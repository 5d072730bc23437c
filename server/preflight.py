"""Looking before anything starts: whether a store that is not ours answers and can be relied on, and whether others on
the network could read along."""

from collections.abc import Iterator
from ipaddress import ip_address
from urllib.parse import urlsplit

from redis.exceptions import AuthenticationError, ResponseError

from server.journal import STORE_TROUBLE
from server.settings import Settings, Unusable
from server.storeline import connection

LEAST_VERSION = 7
PATIENCE = 3.0
"""Seconds."""


async def look_at(url: str) -> str:
    """Raises Unusable, with one sentence, when this store can't be used; gives a warning, "" when all is well."""
    try:
        async with connection(url, answer_within=PATIENCE) as store:
            about = await store.info("server")
            kept = (await store.info("persistence")).get("aof_enabled")
    except AuthenticationError:
        raise Unusable("REDIS_URL: the store refuses the user or password in it.") from None
    except ResponseError as refusal:
        raise Unusable(f"REDIS_URL: the store refuses us ({refusal}); its user needs all commands.") from None
    except STORE_TROUBLE as trouble:
        why = str(trouble).strip().rstrip(".") or type(trouble).__name__
        raise Unusable(
            f"REDIS_URL: no store answers us there ({why}); is it running, and is its password right?"
        ) from None
    version = str(about.get("redis_version", "0"))
    if int(version.split(".", maxsplit=1)[0]) < LEAST_VERSION:
        raise Unusable(f"REDIS_URL: the store is version {version}; it should be {LEAST_VERSION}.0 or newer.")
    if not kept:
        return "The store keeps no append-only file: what people write is lost when it stops. Set appendonly to yes."
    return ""


def read_along(settings: Settings) -> Iterator[str]:
    """A warning for each line of ours on which others could read along."""
    if in_the_open(settings.public_url, "http"):
        yield "Without https, others on the same network can read along and act for somebody else: see docs/proxy.md."
    if settings.redis_url and in_the_open(settings.redis_url, "redis"):
        yield "REDIS_URL is without TLS: unless its network is closed, others can read along. Use rediss://."


def in_the_open(address: str, scheme: str) -> bool:
    """Whether this address leaves the machine by this scheme."""
    parts = urlsplit(address)
    try:
        here = ip_address(parts.hostname or "").is_loopback
    except ValueError:
        here = parts.hostname == "localhost"
    return parts.scheme == scheme and not here
