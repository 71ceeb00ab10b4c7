"""Where synchronous work of the web process runs.

``database_sync_to_async``, ``sync_to_async`` and ``cache.a*`` share ONE thread of the whole process, so one slow query would
hold every socket. Steps of a turn run in a bounded pool of their own instead; a lint rule bans the plain forms.
"""

import asyncio
import contextvars
import functools
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from django.conf import settings
from django.db import connections
from django.db.utils import OperationalError
from psycopg_pool import PoolTimeout

from companion.errors import OverloadedError

P = ParamSpec("P")
R = TypeVar("R")


@functools.cache
def turn_executor() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=settings.TURN_THREADS, thread_name_prefix="turn")


async def in_turn_pool(service: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
    """Await a short synchronous service in the turn pool; its database connections go back to their pools afterwards.

    Raises OverloadedError when no database connection came free within the pool's time-out.
    """
    call = functools.partial(contextvars.copy_context().run, _with_connection, service, *args, **kwargs)
    try:
        return await asyncio.get_running_loop().run_in_executor(turn_executor(), call)
    except OperationalError as error:
        if isinstance(error.__cause__, PoolTimeout):
            raise OverloadedError(retry_after=5) from error
        raise


def _with_connection(service: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
    try:
        return service(*args, **kwargs)
    finally:
        for one in connections.all(initialized_only=True):
            one.close()
