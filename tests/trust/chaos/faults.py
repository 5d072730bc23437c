"""What a network may do for a few seconds, each by one proxy, how long and how badly by lot."""

import asyncio
import random
from collections.abc import Awaitable, Callable

from tests.trust.chaos.proxy import Proxy

Hurt = Callable[[Proxy, random.Random], Awaitable[None]]


async def _slow(proxy: Proxy, chance: random.Random) -> None:
    proxy.latency(chance.uniform(20, 400), jitter=chance.uniform(0, 200))
    await asyncio.sleep(chance.uniform(1, 4))


async def _silent(proxy: Proxy, chance: random.Random) -> None:
    proxy.cut(chance.choice(["up", "down", "both"]))
    await asyncio.sleep(chance.uniform(0.5, 4))


async def _reset(proxy: Proxy, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 3)):
        proxy.reset()
        await asyncio.sleep(chance.uniform(0, 0.5))


async def _drip(proxy: Proxy, chance: random.Random) -> None:
    proxy.drip(chance.randint(200, 4000))
    await asyncio.sleep(chance.uniform(1, 4))


async def _lose_replies(proxy: Proxy, chance: random.Random) -> None:
    await proxy.lose_replies(chance.uniform(0.3, 3))


async def _refuse(proxy: Proxy, chance: random.Random) -> None:
    proxy.refuse()
    proxy.reset()
    await asyncio.sleep(chance.uniform(0.3, 3))


FAULTS: dict[str, Hurt] = {
    "slow": _slow,
    "silent": _silent,
    "reset": _reset,
    "drip": _drip,
    "replies lost": _lose_replies,
    "refused": _refuse,
}
