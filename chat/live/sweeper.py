"""Ends the turns whose instance died: stored as interrupted, with what they were known to have said."""

import asyncio
import json
import logging
from typing import Any
from uuid import UUID

from django.db import Error as DatabaseError

from chat import events
from chat.live import log, news
from chat.live.hub import Hub
from chat.live.news import News
from chat.live.waiting import end_wait
from chat.models import Turn
from chat.routes import Reason
from chat.turns.ends import told_by_rows
from chat.turns.finish import take_over
from chat.turns.waiting import expired
from companion.errors import OverloadedError
from companion.health import INSTANCE
from companion.redis import STATE_ERRORS
from companion.threads import in_turn_pool

logger = logging.getLogger(__name__)

LOOK_SECONDS = 2.0
ABSENT_SECONDS = 3.0  # between the two looks that must both find no lease
SETTLE_SECONDS = 10.0  # after Redis answers again: living owners write their leases anew
START_SECONDS = 5.0  # the same, after this process began: Redis may have been away before


class Sweeper:
    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._first_absent: dict[UUID, float] = {}
        self._trusted_from = asyncio.get_running_loop().time() + START_SECONDS
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        while True:
            try:
                await self.sweep()
            except STATE_ERRORS:
                self._first_absent.clear()
                self._trusted_from = asyncio.get_running_loop().time() + SETTLE_SECONDS
                logger.warning("leases can't be read; no turn is judged")
            except (DatabaseError, OverloadedError):
                logger.warning("running turns can't be read")
            except Exception:
                logger.exception("sweeping failed")
            await asyncio.sleep(LOOK_SECONDS)

    async def sweep(self) -> None:
        """One look at all running turns. Raises STATE_ERRORS and database errors."""
        undone = await in_turn_pool(_undone)
        for turn in expired(undone):
            await end_wait(
                self._hub,
                user_id=turn.conversation.user_id,
                conversation_id=turn.conversation_id,
                turn_id=turn.pk,
                reason=Reason.AGE_EXPIRED,
            )
        rows = {turn.pk: turn for turn in undone if turn.state == Turn.State.RUNNING}
        living = await log.living(list(rows))
        now = asyncio.get_running_loop().time()
        self._first_absent = {turn: self._first_absent.get(turn, now) for turn in rows.keys() - living}
        if now < self._trusted_from:
            return
        for turn_id, since in self._first_absent.items():
            if now - since >= ABSENT_SECONDS:
                await self._end(rows[turn_id])

    async def _end(self, turn: Turn) -> None:
        part = await log.read(turn.pk, events_known=0, bytes_known=0)
        parsed = [json.loads(event) for event in part.events]
        started: dict[str, Any] | None = next((event for event in parsed if event["type"] == "reply.started"), None)
        is_ended = await in_turn_pool(
            take_over, turn_id=turn.pk, fence=turn.fence, owner=INSTANCE, text=part.text, started=started
        )
        if not is_ended:
            return
        logger.warning("turn %s: its instance is gone; ended as interrupted", turn.pk)
        told = await in_turn_pool(told_by_rows, turn_id=turn.pk)
        accepted = None if told.had_to_wait else told.accepted
        frames = [events.encode(event) for event in (accepted, told.card, told.started, told.end) if event is not None]
        token = f"{INSTANCE}:{turn.fence + 1}"
        await log.write_whole(turn.pk, token=token, text=told.text, events=frames, is_end=True, is_forced=True)
        item = News(kind="ended", conversation=str(turn.conversation_id), turn=str(turn.pk))
        await self._hub.hear(item)
        await news.tell(item)


def _undone() -> list[Turn]:
    rows = Turn.objects.exclude(state=Turn.State.DONE).select_related("conversation")
    return list(rows.only("pk", "fence", "state", "started_at", "conversation__user_id"))
