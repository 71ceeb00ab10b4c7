"""Calls of models from synchronous code behind the scenes, each in an event loop where it can be cut short.

A worker's process keeps one, with its connections to Redis and to models, from task to task: to open them anew takes more CPU
than most calls do. Elsewhere each call has its own and closes it.
"""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from companion import redis
from companion.llm.chat import close_client, open_client

T = TypeVar("T")

# So often a kept loop looks at its sockets before it works: what a server closed between two tasks is found, then forgotten.
LOOKS = 3

_kept: asyncio.Runner | None = None


def keep_connections(**_: Any) -> None:
    """From now on; for a process that does one thing at a time. Celery calls it when a worker's process begins."""
    global _kept
    _kept = asyncio.Runner()


def close_connections(**_: Any) -> None:
    """What is kept is closed, and no more is."""
    global _kept
    kept, _kept = _kept, None
    if kept is not None:
        with kept:
            kept.run(_close())


def run(work: Coroutine[Any, Any, T]) -> T:
    """What ``work`` returns or raises; it finds open connections."""
    if _kept is None:
        return asyncio.run(_alone(work))
    try:
        return _kept.run(_looking(work))
    finally:
        if asyncio.all_tasks(_kept.get_loop()):
            # It was cut short from outside the loop, by a limit of time: nothing of it may go on with the next.
            close_connections()
            keep_connections()


async def _alone(work: Coroutine[Any, Any, T]) -> T:
    await open_client()
    try:
        return await work
    finally:
        await _close()


async def _looking(work: Coroutine[Any, Any, T]) -> T:
    for _ in range(LOOKS):
        await asyncio.sleep(0)
    await open_client()
    return await work


async def _close() -> None:
    await close_client()
    await redis.close()
