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
from django_redis import get_redis_connection
from psycopg_pool import PoolTimeout

from companion.errors import LLMError
from companion.llm.providers import default_provider
from companion.sessions import CACHE_ERRORS

logger = logging.getLogger(__name__)

# One name a process, unlike any before it: a restarted process is another owner.
INSTANCE = f"{socket.gethostname()[:30]}-{os.getpid()}-{uuid.uuid4().hex[:8]}"


class Drain:
    """Set once, when this process was asked to stop."""

    is_draining = False


_migrations_done = False

# Written by the workers' sweep, so it tells that beat and a worker both do their work.
WORKER_KEY = "companion.worker.seen.v1"
WORKER_SECONDS = 90


def worker_is_here() -> None:
    """Said by a worker each time it swept; for /readyz only, so a Redis that is away is no failure of the sweep."""
    try:
        get_redis_connection("sessions").set(WORKER_KEY, 1, ex=WORKER_SECONDS)
    except CACHE_ERRORS as error:
        logger.warning("a worker could not say that it is here: %s", type(error).__name__)


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except (DatabaseError, PoolTimeout) as error:
        logger.warning("readyz: the database does not answer: %s", type(error).__name__)
        return "does not answer"
    return "ok"


def _migrations() -> str:
    global _migrations_done
    try:
        if not _migrations_done:
            executor = MigrationExecutor(connection)
            if executor.migration_plan(executor.loader.graph.leaf_nodes()):
                return "missing: run manage.py migrate"
            _migrations_done = True
    except (DatabaseError, PoolTimeout):
        return "unknown"
    return "ok"


def _redis_and_worker() -> tuple[str, str]:
    try:
        with redis.Redis.from_url(settings.REDIS_URL, socket_connect_timeout=1, socket_timeout=1) as client:
            return "ok", "ok" if client.exists(WORKER_KEY) else "not heard of lately"
    except (redis.RedisError, OSError) as error:
        logger.warning("readyz: Redis does not answer: %s", type(error).__name__)
        return "does not answer", "unknown"


def _model() -> str:
    try:
        provider = default_provider()
    except LLMError:
        return "does not answer"
    return f"{provider.name}: {provider.model}"


async def healthz(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    state, worker = _redis_and_worker()
    checks = {
        "database": _database(),
        "migrations": _migrations(),
        "redis": state,
        "instance": "draining" if Drain.is_draining else "ok",
    }
    is_ready = all(said == "ok" for said in checks.values())
    told = checks | {"worker": worker, "model": _model()}  # without them people can still be answered, or told why not
    return JsonResponse(
        {"status": "ready" if is_ready else "not ready", "checks": told}, status=200 if is_ready else 503
    )
