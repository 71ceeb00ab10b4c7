"""The process's own asynchronous Redis client for live state: one pool, opened on first use."""

import asyncio
from typing import Any

from django.conf import settings
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

# What a Redis that is away looks like, through redis-py's and the channel layer's pools.
STATE_ERRORS = (RedisError, OSError)

_clients: dict[asyncio.AbstractEventLoop, Redis] = {}


def state() -> Redis:
    """The client of this event loop, answering bytes. Every command may raise one of STATE_ERRORS within 2 s."""
    loop = asyncio.get_running_loop()
    client = _clients.get(loop)
    if client is None:
        client = _clients[loop] = Redis.from_url(
            settings.REDIS_URL,
            socket_connect_timeout=1,
            socket_timeout=2,
            # A turn would rather go on without Redis than wait for it; who needs it tries again on its own clock.
            retry=Retry(NoBackoff(), 1),
            health_check_interval=15,
        )
    return client


async def close() -> None:
    client = _clients.pop(asyncio.get_running_loop(), None)
    if client is not None:
        await client.aclose()


async def answer(command: Any) -> Any:
    """redis-py types its commands for both worlds, and so loosely; the caller names what it gets."""
    return await command
