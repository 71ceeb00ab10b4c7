"""Telling the workers that there is something to do. It stands in Postgres anyway, so a hint may be lost.

A web process collects its hints for a moment and sends them together, which the workers take apart: to send one takes much CPU.
"""

import asyncio
import contextlib
import logging
from typing import Any

from celery import Task, current_app
from kombu.exceptions import OperationalError as BrokerError

from companion import lifespan
from companion.sessions import CACHE_ERRORS
from companion.tasks import HINT_SECONDS, Hint, spread_hints
from companion.threads import in_turn_pool

logger = logging.getLogger(__name__)

COLLECT_SECONDS = 2
TOGETHER = 25  # at most, so that several workers share what comes in one moment
# Redis hung or gone: the sweep finds what these hints would have told.
LOST = (BrokerError, *CACHE_ERRORS)


def give_hint(task: Task, *arguments: Any) -> None:
    """At once, or in a web process within COLLECT_SECONDS. Doesn't wait for a broker that is away."""
    hint = (task.name, arguments)
    if _collector.is_collecting:
        _collector.add(hint)
    else:
        _send([hint])


def _send(hints: list[Hint]) -> None:
    try:
        if len(hints) == 1:
            name, arguments = hints[0]
            current_app.tasks[name].apply_async(arguments, retry=False, expires=HINT_SECONDS)
        else:
            spread_hints.apply_async((hints,), retry=False, expires=HINT_SECONDS)
    except LOST as error:
        names = ", ".join(sorted({name for name, _ in hints}))
        logger.warning("%s hints were lost (%s): %s", len(hints), names, type(error).__name__)


class Collector:
    """Hints of one web process; the same one twice is one. Any thread may add."""

    def __init__(self) -> None:
        self._hints: dict[Hint, None] = {}
        self._task: asyncio.Task[None] | None = None

    @property
    def is_collecting(self) -> bool:
        return self._task is not None

    def add(self, hint: Hint) -> None:
        self._hints[hint] = None

    async def start(self) -> None:
        self._task = asyncio.get_running_loop().create_task(self._run())

    async def stop(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
        await self._give()

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(COLLECT_SECONDS)
            try:
                await self._give()
            except Exception:
                logger.exception("hints could not be given")

    async def _give(self) -> None:
        hints, self._hints = list(self._hints), {}
        for start in range(0, len(hints), TOGETHER):
            await in_turn_pool(_send, hints[start : start + TOGETHER])


_collector = Collector()


def register() -> None:
    """Tie the collecting to the web process's life."""
    lifespan.on_start("hints", _collector.start)
    lifespan.on_stop("hints", _collector.stop)
