"""Whether this process lives, and whether it should be given work."""

import logging
import os
import socket
import uuid

import redis
from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from psycopg_pool import PoolTimeout

logger = logging.getLogger(__name__)

# One name a process, unlike any before it: a restarted process is another owner.
INSTANCE = f"{socket.gethostname()[:30]}-{os.getpid()}-{uuid.uuid4().hex[:8]}"


class Drain:
    """Set once, when this process was asked to stop."""

    is_draining = False


_migrations_done = False


def _database() -> str:
    global _migrations_done
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        if not _migrations_done:
            executor = MigrationExecutor(connection)
            if executor.migration_plan(executor.loader.graph.leaf_nodes()):
                return "migrations are missing: run manage.py migrate"
            _migrations_done = True
    except (DatabaseError, PoolTimeout) as error:
        logger.warning("readyz: the database does not answer: %s", type(error).__name__)
        return "does not answer"
    return "ok"


def _redis() -> str:
    try:
        with redis.Redis.from_url(settings.REDIS_URL, socket_connect_timeout=1, socket_timeout=1) as client:
            client.ping()
    except (redis.RedisError, OSError) as error:
        logger.warning("readyz: Redis does not answer: %s", type(error).__name__)
        return "does not answer"
    return "ok"


async def healthz(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    checks = {"database": _database(), "redis": _redis(), "instance": "draining" if Drain.is_draining else "ok"}
    is_ready = all(said == "ok" for said in checks.values())
    return JsonResponse(
        {"status": "ready" if is_ready else "not ready", "checks": checks}, status=200 if is_ready else 503
    )
