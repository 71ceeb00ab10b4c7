"""The turns that this process writes. A turn belongs to the server, not to the socket that asked for it."""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any
from uuid import UUID

from django.conf import settings

from chat.live.hub import Hub
from chat.live.running import RunningTurn
from chat.models import Variant
from chat.protocol import RegenerateReply, SendMessage
from chat.turns.admit import Duplicate, LiveTurn, admit
from companion.errors import DrainingError
from companion.threads import in_turn_pool

logger = logging.getLogger(__name__)

INTERRUPT_SECONDS = 10.0  # what a drain grants interrupted replies to be stored


class Runner:
    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._turns: dict[UUID, RunningTurn] = {}
        self._tasks: set[asyncio.Task[Any]] = set()
        self._is_draining = False

    async def begin(
        self, *, user_id: int, session_key: str, conversation_id: UUID, frame: SendMessage | RegenerateReply
    ) -> LiveTurn | Duplicate:
        """Admit a frame and start its turn; raises what admit raises, and DrainingError.

        The caller may be cancelled by its socket's end: what was stored runs all the same.
        """
        if self._is_draining:
            raise DrainingError(retry_after=1)
        began = self._own(
            self._begin(user_id=user_id, session_key=session_key, conversation_id=conversation_id, frame=frame)
        )
        return await asyncio.shield(began)

    def stop(self, turn_id: UUID) -> bool:
        """Stop a turn that is written here; False for any other."""
        running = self._turns.get(turn_id)
        if running is None:
            return False
        running.stop()
        return True

    async def drain(self) -> None:
        """Refuse new turns, wait for the running ones, interrupt those that need longer than DRAIN_SECONDS."""
        self._is_draining = True
        await self._wait(settings.DRAIN_SECONDS)
        for running in self._turns.values():
            running.stop(Variant.Finish.INTERRUPTED)
        await self._wait(INTERRUPT_SECONDS)
        if self._tasks:
            logger.error("%s turns could not be ended; another instance will", len(self._turns))

    async def stop_all(self) -> None:
        """Leave at once; the sweeper of another instance ends what still runs."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _wait(self, seconds: float) -> None:
        loop = asyncio.get_running_loop()
        deadline = loop.time() + seconds
        while self._tasks and loop.time() < deadline:
            await asyncio.wait(self._tasks, timeout=deadline - loop.time(), return_when=asyncio.FIRST_COMPLETED)

    async def _begin(self, **admission: Any) -> LiveTurn | Duplicate:
        admitted = await in_turn_pool(admit, **admission)
        if isinstance(admitted, LiveTurn):
            running = RunningTurn(admitted, self._hub)
            self._turns[admitted.id] = running
            await running.open()
            self._own(self._run(running))
        return admitted

    async def _run(self, running: RunningTurn) -> None:
        try:
            await running.run()
        except Exception:
            logger.exception("turn %s broke", running.turn.id)
            return
        finally:
            self._turns.pop(running.turn.id, None)
        if not running.is_lost:
            await running.close_log()

    def _own(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled():
            task.exception()  # told already: by _run to the log, by begin to its asker
