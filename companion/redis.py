"""The process's own Redis clients, for live state and for what can be made again; pools, opened on first use."""

import asyncio
import functools
from typing import Any

from django.conf import settings
from django_redis import get_redis_connection
from django_redis.pool import ConnectionFactory
from redis.asyncio import Redis
from redis.asyncio.client import PubSub
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.connection import ConnectionPool
from redis.exceptions import RedisError

from companion import sentinels

# What a Redis that is away looks like, through redis-py's and the channel layer's pools.
STATE_ERRORS = (RedisError, OSError)
ANSWER_SECONDS = 2
WRITTEN_KEY = "companion.written.v1"
REPLICA_MS = 500

_clients: dict[asyncio.AbstractEventLoop, dict[tuple[str, float | None], Redis]] = {}


def state() -> Redis:
    """The client of this event loop, answering bytes. What is sent is awaited by ``answer``."""
    return _client(settings.REDIS_URL)


def cache() -> Redis:
    """As ``state``, of the server that may evict."""
    return _client(settings.REDIS_CACHE_URL)


def blocking_state() -> Any:
    """As ``state``, for synchronous code. Every command may raise one of CACHE_ERRORS."""
    return _blocking(str(settings.CACHES["sessions"]["LOCATION"]))


@functools.cache
def _blocking(_location: str) -> Any:
    # Asked for anew it would be made anew for every step of a turn, because each runs in a context of its own.
    return get_redis_connection("sessions")


def has_reached_a_replica() -> bool:
    """Whether what was written to ``blocking_state`` until now is still there when its master dies; only Sentinels make another.

    Raises one of CACHE_ERRORS.
    """
    if sentinels.sentinels_of(settings.REDIS_URL) is None:
        return True
    with blocking_state().pipeline(transaction=False) as pipe:
        pipe.set(WRITTEN_KEY, 1, ex=1)  # it waits for what its own connection wrote, and so for all before
        pipe.execute_command("WAIT", 1, REPLICA_MS)
        replicas: int = pipe.execute()[1]
    return replicas > 0


def channel() -> PubSub:
    """To listen to ``state``. Its messages may take longer than ``answer`` waits, so this client has limits of its own."""
    return _client(settings.REDIS_URL, socket_timeout=ANSWER_SECONDS).pubsub()


def _client(url: str, *, socket_timeout: float | None = None) -> Redis:
    # With a limit of its own a client makes a task for every write and a timer for every read: a quarter of a command's CPU.
    clients = _clients.setdefault(asyncio.get_running_loop(), {})
    if (url, socket_timeout) not in clients:
        clients[url, socket_timeout] = sentinels.async_client(
            url,
            socket_connect_timeout=1,
            socket_timeout=socket_timeout,
            # A turn would rather go on without Redis than wait for it; who needs it tries again on its own clock.
            retry=Retry(NoBackoff(), 1),
            health_check_interval=15,
        )
    return clients[url, socket_timeout]


async def close() -> None:
    for client in _clients.pop(asyncio.get_running_loop(), {}).values():
        await sentinels.close(client)


async def answer(command: Any) -> Any:
    """That of a command or a pipeline's execution; raises one of STATE_ERRORS within ANSWER_SECONDS.

    redis-py types its commands for both worlds, and so loosely; the caller names what it gets.
    """
    async with asyncio.timeout(ANSWER_SECONDS):
        return await command


class Pools(ConnectionFactory):
    """django-redis' pools, by any address of ours."""

    def get_connection_pool(self, params: dict[str, Any]) -> ConnectionPool:
        options = dict(params)
        return sentinels.pool(options.pop("url"), **options)
