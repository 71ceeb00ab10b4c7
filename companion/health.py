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

from companion import sentinels, worker
from companion.errors import LLMError
from companion.llm.providers import default_provider

logger = logging.getLogger(__name__)

# One name a process, unlike any before it: a restarted process is another owner.
INSTANCE = f"{socket.gethostname()[:30]}-{os.getpid()}-{uuid.uuid4().hex[:8]}"


class Drain:
    """Set once, when this process was asked to stop."""

    is_draining = False


_migrations_done = False


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
        with sentinels.client(settings.REDIS_URL, socket_connect_timeout=1, socket_timeout=1) as client:
            return "ok", "ok" if client.exists(worker.KEY) else "not heard of lately"
    except (redis.RedisError, OSError) as error:
        logger.warning("readyz: Redis does not answer: %s", type(error).__name__)
        return "does not answer", "unknown"


def _model() -> str:
    try:
        provider = default_provider()
    except LLMError:
        return "does not answer"
    return f"{provider.name}: {provider.model}"


def healthz(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    state, heard = _redis_and_worker()
    checks = {
        "database": _database(),
        "migrations": _migrations(),
        "redis": state,
        "instance": "draining" if Drain.is_draining else "ok",
    }
    is_ready = all(said == "ok" for said in checks.values())
    told = checks | {"worker": heard, "model": _model()}  # without them people can still be answered, or told why not
    return JsonResponse(
        {"status": "ready" if is_ready else "not ready", "checks": told}, status=200 if is_ready else 503
    )
