"""Looking at a store that is not ours before anything starts: whether it answers, and whether it can be relied on."""

from redis.exceptions import AuthenticationError, ResponseError

from server.journal import STORE_TROUBLE
from server.settings import Unusable
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
