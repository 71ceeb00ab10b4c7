"""The process's own Redis clients, for live state and for what can be made again; pools, opened on first use."""

import asyncio
import os
import threading
from typing import Any

from django.conf import settings
from django_redis import get_redis_connection
from django_redis.pool import ConnectionFactory
from redis.asyncio import Redis
from redis.asyncio.client import PubSub
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.client import Redis as BlockingRedis
from redis.connection import ConnectionPool
from redis.exceptions import RedisError, ResponseError

from companion import sentinels

# What a Redis that is away looks like, through redis-py's and the channel layer's pools.
STATE_ERRORS = (RedisError, OSError)
ANSWER_SECONDS = 2
WRITTEN_KEY = "companion.written.v1"
REPLICA_MS = 500

_held = threading.local()
_clients: dict[asyncio.AbstractEventLoop, dict[tuple[str, float | None], Redis]] = {}


def state() -> Redis:
    """The client of this event loop, answering bytes. What is sent is awaited by ``answer``."""
    return _client(settings.REDIS_URL)


def cache() -> Redis:
    """As ``state``, of the server that may evict."""
    return _client(settings.REDIS_CACHE_URL)


def blocking_state() -> Any:
    """As ``state``, for synchronous code. Every command may raise one of CACHE_ERRORS, and this may, too."""
    place = (
        os.getpid(),
        str(settings.CACHES["sessions"]["LOCATION"]),
    )  # a process that was forked has none of its own yet
    if getattr(_held, "place", None) != place:
        _held.client = _Holding(get_redis_connection("sessions").connection_pool)
        _held.place = place
    return _held.client


class _Holding(BlockingRedis):
    """One thread's. It keeps its connection, and asks it directly: redis-py's way there, by a pool, retries of which we want
    none and measurements that nobody reads, takes more than half of a command's CPU."""

    def __init__(self, pool: ConnectionPool) -> None:
        super().__init__(connection_pool=pool, single_connection_client=True)

    def execute_command(self, *arguments: Any, **options: Any) -> Any:
        held: Any = self.connection
        if held.is_connected and not self._is_well(held):
            held.disconnect()
        if not held.is_connected:
            held.connect()  # where Sentinels watch, this asks them who is master
        try:
            held.send_command(*arguments)
            return self.parse_response(held, arguments[0], **options)  # type: ignore[no-untyped-call]
        except ResponseError:
            raise
        except BaseException:
            held.disconnect()  # its answer may still come
            raise

    def _is_well(self, held: Any) -> bool:
        """As the pool looks at what it hands out: the server may have closed it meanwhile, or be no master any more."""
        try:
            return bool(self.connection_pool.owns_connection(held)) and not held.can_read()
        except STATE_ERRORS:
            return False


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
