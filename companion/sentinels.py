"""Where Redis is: the address of one server, or of Sentinels, which know the server that is the master now.

Every client of ours is made here or of what is told here. Needs no Django: ``manage.py up`` looks before there are settings.
"""

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, quote, unquote

import redis
from redis.asyncio import Redis as AsyncRedis
from redis.asyncio.retry import Retry as AsyncRetry
from redis.asyncio.sentinel import Sentinel as AsyncSentinel
from redis.asyncio.sentinel import SentinelConnectionPool as AsyncPool
from redis.backoff import NoBackoff
from redis.connection import ConnectionPool, parse_url
from redis.retry import Retry
from redis.sentinel import Sentinel, SentinelConnectionPool

SCHEME = "redis+sentinel://"
PORT = 26379
EXAMPLES = f"redis://:password@host:port/0 or {SCHEME}:password@host:{PORT},host:{PORT},host:{PORT}/0?master=name"

# A Sentinel that is away costs half a second; then the next one is asked.
_ASKING = {"socket_connect_timeout": 0.5, "socket_timeout": 0.5}
_ONCE, _ONCE_ASYNC = {"retry": Retry(NoBackoff(), 0)}, {"retry": AsyncRetry(NoBackoff(), 0)}
_URL = re.compile(
    re.escape(SCHEME)
    + r"((?P<username>[^:@/]*):(?P<password>[^@/]*)@)?(?P<hosts>[^@/?]+)(/(?P<db>[0-9]*))?(\?(?P<query>.*))?"
)
_HOST = re.compile(r"(?P<host>\[[0-9A-Fa-f:.]+\]|[^:\[\]]+)(:(?P<port>[0-9]{1,5}))?")


@dataclass(frozen=True)
class Sentinels:
    hosts: tuple[tuple[str, int], ...]
    master: str
    db: int
    # Of the servers, and of the Sentinels where these have some of their own.
    login: dict[str, str] = field(repr=False)
    asking: dict[str, Any] = field(repr=False)

    def __str__(self) -> str:
        return f"{','.join(f'{host}:{port}' for host, port in self.hosts)} (master {self.master})"

    @property
    def options(self) -> dict[str, Any]:
        """Of a connection to the master."""
        return {**self.login, "db": self.db}


def sentinels_of(url: str) -> Sentinels | None:
    """None where it names one server. Raises ValueError, which says what is wrong and tells no password."""
    if not url.startswith(SCHEME):
        return None
    parts = _URL.fullmatch(url)
    hosts = [_HOST.fullmatch(part) for part in parts["hosts"].split(",")] if parts else [None]
    if parts is None or not all(hosts):
        raise ValueError("its hosts can't be read; other signs in a password are written with %.")
    asked = dict(parse_qsl(parts["query"] or ""))
    if not asked.get("master"):
        raise ValueError("it does not say which master; that is the name the Sentinels watch it under.")
    if unknown := asked.keys() - {"master", "sentinel_username", "sentinel_password"}:
        raise ValueError(f"{', '.join(sorted(unknown))} is unknown behind its ?.")
    login = {name: unquote(parts[name]) for name in ("username", "password") if parts[name]}
    theirs = {name: asked[f"sentinel_{name}"] for name in ("username", "password") if f"sentinel_{name}" in asked}
    return Sentinels(
        hosts=tuple((one["host"].strip("[]"), int(one["port"] or PORT)) for one in hosts if one),
        master=asked["master"],
        db=int(parts["db"] or 0),
        login=login,
        asking=_ASKING | theirs,
    )


def place(url: str) -> str:
    """Where that is, without passwords, for a person to read. Raises ValueError as `sentinels_of`."""
    if sentinels := sentinels_of(url):
        return str(sentinels)
    try:
        named = parse_url(url)
    except ValueError:
        raise ValueError("it can't be read.") from None  # what was wrong may show a part of a password
    return str(named["path"]) if "path" in named else f"{named.get('host')}:{named.get('port', 6379)}"


def pool(url: str, **options: Any) -> ConnectionPool:
    if (sentinels := sentinels_of(url)) is None:
        return ConnectionPool.from_url(url, **options)
    manager = Sentinel(sentinels.hosts, sentinel_kwargs=sentinels.asking | _ONCE)
    return SentinelConnectionPool(sentinels.master, manager, **sentinels.options, **options)


def client(url: str, **options: Any) -> redis.Redis:
    return redis.Redis.from_pool(pool(url, **options))


def async_client(url: str, **options: Any) -> AsyncRedis:
    """To be closed by `close`."""
    if (sentinels := sentinels_of(url)) is None:
        return AsyncRedis.from_url(url, **options)
    manager = AsyncSentinel(sentinels.hosts, sentinel_kwargs=sentinels.asking | _ONCE_ASYNC)
    its_pool = AsyncPool(sentinels.master, manager, **sentinels.options, **options)
    return AsyncRedis.from_pool(its_pool)


async def close(one: AsyncRedis) -> None:
    await one.aclose()
    if isinstance(one.connection_pool, AsyncPool):
        await one.connection_pool.sentinel_manager.aclose()


def channel_host(url: str) -> str | dict[str, Any]:
    """As channels_redis wants it."""
    if (sentinels := sentinels_of(url)) is None:
        return url
    return {
        "master_name": sentinels.master,
        "sentinels": sentinels.hosts,
        "sentinel_kwargs": sentinels.asking | _ONCE_ASYNC,
        **sentinels.options,
    }


def broker(url: str) -> tuple[str, dict[str, Any]]:
    """As Celery wants it: the address, and what its transport has to be told beside."""
    if (sentinels := sentinels_of(url)) is None:
        return url, {}
    login = ":".join(quote(sentinels.login.get(name, ""), safe="") for name in ("username", "password"))
    places = [f"[{host}]:{port}" if ":" in host else f"{host}:{port}" for host, port in sentinels.hosts]
    urls = [f"sentinel://{login}@{place}/{sentinels.db}" for place in places]
    return ";".join(urls), {"master_name": sentinels.master, "sentinel_kwargs": sentinels.asking | _ONCE}
