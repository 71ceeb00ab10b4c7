"""The turns that this process writes. A turn belongs to the server, not to the socket that asked for it."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any
from uuid import UUID

from django.conf import settings

from chat.live.hearing import Hearing
from chat.live.hub import Hub
from chat.live.keeping import LogKeeper
from chat.live.pace import Pace
from chat.live.running import RunningTurn
from chat.live.waiting import end_wait
from chat.models import Variant
from chat.protocol import Beginning, RegenerateReply
from chat.routes import Reason
from chat.safety.heard import Heard
from chat.turns.admit import admit
from chat.turns.asked import asked_text, waiting_text
from chat.turns.choose import Chosen, choose
from chat.turns.course import Admitted
from chat.turns.earlier import Duplicate
from chat.turns.waiting import go_on
from companion.errors import DrainingError
from companion.llm.slots import send_the_waiting_away
from companion.threads import in_turn_pool
from sessions_ext.store import StateChangedError

logger = logging.getLogger(__name__)

INTERRUPT_SECONDS = 10.0  # what a drain grants interrupted replies to be stored


class Runner:
    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._turns: dict[UUID, RunningTurn] = {}
        self._tasks: set[asyncio.Task[Any]] = set()
        self._is_draining = False
        self._keeper, self._pace = LogKeeper(), Pace()
        self._hearing = Hearing()

    async def begin(self, **admission: Any) -> Admitted | Duplicate:
        """Admit a frame and start its turn; takes and raises what `admit` does, and DrainingError.

        The caller may be cancelled by its socket's end: what was stored runs all the same.
        """
        if self._is_draining:
            raise DrainingError(retry_after=1)
        return await asyncio.shield(self._own(self._begin(**admission)))

    async def choose(self, *, conversation_id: UUID, **asked: Any) -> Chosen:
        """Go to another branch and tell all sockets; takes and raises what `choose` does, and DrainingError."""
        if self._is_draining:
            raise DrainingError(retry_after=1)
        return await asyncio.shield(self._own(self._choose(conversation_id, **asked)))

    async def go_on(self, *, user_id: int, conversation_id: UUID, region: str | None) -> None:
        """Let a turn that waited for the person's age go on here, if it may and no other instance was faster."""
        if not self._is_draining:
            going = self._go_on(user_id=user_id, conversation_id=conversation_id, region=region)
            await asyncio.shield(self._own(going))

    async def decline(self, *, user_id: int, conversation_id: UUID, turn_id: UUID) -> None:
        """The person answers a question for their age with no. Raises Conversation.DoesNotExist."""
        await end_wait(
            self._hub,
            user_id=user_id,
            conversation_id=conversation_id,
            turn_id=turn_id,
            reason=Reason.AGE_DECLINED,
        )

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
        send_the_waiting_away()
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
        await self._keeper.stop()

    async def _wait(self, seconds: float) -> None:
        loop = asyncio.get_running_loop()
        deadline = loop.time() + seconds
        while self._tasks and loop.time() < deadline:
            await asyncio.wait(self._tasks, timeout=deadline - loop.time(), return_when=asyncio.FIRST_COMPLETED)

    async def _begin(
        self, *, user_id: int, conversation_id: UUID, frame: Beginning, **admission: Any
    ) -> Admitted | Duplicate:
        asked: dict[str, Any] = {"user_id": user_id, "conversation_id": conversation_id, "frame": frame}
        text = await self._words(asked_text, **asked) if isinstance(frame, RegenerateReply) else frame.text
        heard = await self._hearing.of(text, user_id=user_id)
        admitted = await in_turn_pool(admit, heard=heard, **asked, **admission)
        if isinstance(admitted, Admitted):
            await self._start(admitted, conversation_id, heard)
        return admitted

    async def _choose(self, conversation_id: UUID, **asked: Any) -> Chosen:
        chosen = await in_turn_pool(choose, conversation_id=conversation_id, **asked)
        if chosen.told:
            await self._hub.tell(conversation_id, chosen.told)
        if chosen.is_state_changed:
            await self._hub.state_changed(conversation_id)
        return chosen

    async def _go_on(self, *, user_id: int, conversation_id: UUID, region: str | None) -> None:
        asked: dict[str, Any] = {"user_id": user_id, "conversation_id": conversation_id}
        heard = await self._hearing.of(await self._words(waiting_text, **asked), user_id=user_id)
        going = partial(go_on, region=region, heard=heard, **asked)
        try:
            admitted = await in_turn_pool(going)
        except StateChangedError:  # Redis was emptied meanwhile; nobody would ask a second time
            admitted = await in_turn_pool(going)
        if admitted is not None:
            await self._start(admitted, conversation_id, heard)

    async def _words(self, find: Callable[..., str | None], **asked: Any) -> str | None:
        return await in_turn_pool(find, **asked) if self._hearing.is_needed else None

    async def _start(self, admitted: Admitted, conversation_id: UUID, heard: Heard | None) -> None:
        if admitted.told:
            await self._hub.tell(conversation_id, admitted.told)
        if admitted.turn is not None:
            running = RunningTurn(admitted.turn, self._hub, self._keeper, self._pace, heard)
            self._turns[admitted.turn.id] = running
            await running.open()
            self._own(self._run(running))
        if admitted.is_state_changed:
            await self._hub.state_changed(conversation_id)
        if admitted.reminder is not None:
            await self._hub.tell(conversation_id, [admitted.reminder])

    async def _run(self, running: RunningTurn) -> None:
        try:
            log = await running.run()
        except Exception:
            logger.exception("turn %s broke", running.turn.id)
            return
        finally:
            self._turns.pop(running.turn.id, None)
        if log is not None:
            await log.close()

    def _own(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled():
            task.exception()  # told already: by _run to the log, by begin to its asker
