"""System checks of the floor: what an operator should hear before people do.

Those that ask the database or Redis run only when a database is named: ``manage.py check --database default``, ``migrate``.
"""

import sys
from collections.abc import Sequence
from typing import Any

import redis
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import DatabaseError, OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from psycopg_pool import PoolTimeout

from companion import sentinels
from companion.connections import ROOM, Connections
from companion.extensions import MISSING, NEEDED
from companion.replica.standing import MOST_LAG_SECONDS, REPLICA, lag


@register(Tags.database)
def database_is_fit(*, databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """The database answers, has its extensions, and its tables are those of this code."""
    if not databases:
        return []
    try:
        with connection.cursor() as cursor:
            cursor.execute(MISSING, [list(NEEDED)])
            missing = cursor.fetchone()
    except (DatabaseError, PoolTimeout) as error:
        hint = "Start it, or correct DATABASE_URL."
        return [Error(f"The database does not answer: {str(error).strip()}", hint=hint, id="companion.E001")]
    if missing is not None:
        return [
            Error(
                f"The database does not have the {missing[0]} extension.",
                hint=f"{NEEDED[missing[0]]}.",
                id="companion.E002",
            )
        ]
    if "migrate" in sys.argv:
        return []
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        hint = "Run manage.py migrate."
        return [Error(f"{len(plan)} migrations are missing in the database.", hint=hint, id="companion.E003")]
    return []


@register(Tags.database)
def connections_suffice(*, databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """All processes together, each with all the connections that it may open, find room on the database server."""
    if not databases:
        return []
    try:
        with connection.cursor() as cursor:
            cursor.execute(ROOM)
            most, reserved = cursor.fetchone()
    except (OperationalError, PoolTimeout):
        return []  # `database_is_fit` tells
    allowed = Connections(
        webs=settings.WEB_PROCESSES,
        pool=settings.DATABASE_POOL_SIZE,
        workers=settings.WORKER_PROCESSES,
        least_pool=settings.TURN_THREADS,
    )
    short = allowed.shortage(most, reserved)
    return [] if short is None else [Warning(short[0], hint=short[1], id="companion.W003")]


@register(Tags.database)
def replica_is_fit(*, databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """The replica, where one is named, follows the database."""
    if not databases or REPLICA not in settings.DATABASES:
        return []
    try:
        seconds = lag()
    except (DatabaseError, PoolTimeout):
        return []  # `database_is_fit` tells
    if seconds is not None and seconds <= MOST_LAG_SECONDS:
        return []
    hint = "Start it, or correct DATABASE_REPLICA_URL. Until it follows, everything is read from the database itself."
    told = "does not answer, or follows another database" if seconds is None else f"is {seconds:.0f} s behind"
    return [Warning(f"The replica {told}.", hint=hint, id="companion.W004")]


@register(Tags.database)
def redis_is_fit(*, databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """Redis answers and drops nothing of its own accord."""
    if not databases:
        return []
    try:
        with sentinels.client(settings.REDIS_URL, socket_connect_timeout=2, socket_timeout=2) as client:
            policy = str(client.info("memory").get("maxmemory_policy", "noeviction"))
    except (redis.RedisError, OSError) as error:
        hint = f"Start it, or correct REDIS_URL ({sentinels.EXAMPLES})."
        return [Error(f"Redis refused: {error}", hint=hint, id="companion.E004")]
    if policy != "noeviction":
        hint = "Set maxmemory-policy noeviction there; name a server that may evict with REDIS_CACHE_URL."
        message = f"Redis may drop sessions, locks and queued work when it is full (maxmemory-policy {policy})."
        return [Warning(message, hint=hint, id="companion.W001")]
    return []


@register(Tags.security)
def connection_is_private(**_: Any) -> list[CheckMessage]:
    """Nobody runs in the clear without hearing it."""
    if settings.ALLOW_PLAIN_HTTP and not settings.IS_SECURE:
        hint = "Put a TLS proxy in front and set PUBLIC_URL=https://... For a network of your own it may be right as it is."
        return [
            Warning(
                "ALLOW_PLAIN_HTTP: passwords and messages cross the network in the clear.",
                hint=hint,
                id="companion.W002",
            )
        ]
    return []
