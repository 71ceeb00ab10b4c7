"""The reply logs of this process's turns, kept in step with what they say, and with them the leases that say they live.

One round trip carries what all turns of the process have said since the last one.
"""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any

from django.db import Error as DatabaseError

from chat.live import log, news
from chat.live.feed import Feed
from chat.live.log import Addition, Status, Written
from chat.live.news import News
from chat.models import Variant
from chat.turns.course import LiveTurn
from chat.turns.finish import is_still_mine, save_partial
from companion.errors import OverloadedError
from companion.health import INSTANCE
from companion.redis import STATE_ERRORS
from companion.threads import in_turn_pool

logger = logging.getLogger(__name__)

LOG_SECONDS = 0.25  # while text comes
BEAT_SECONDS = 0.5  # while none does: renews the lease, sees a stop
PARTIAL_SECONDS = 2.0  # text to the row while Redis is away
CLOSE_DELAYS = (0.5, 1, 2, 2, 5, 5, 10, 30, 60)


class TurnLog:
    """One turn's. ``started`` answers its `reply.started`, or None before its first text; ``stop`` ends the reply."""

    def __init__(
        self,
        turn: LiveTurn,
        feed: Feed,
        *,
        started: Callable[[], Mapping[str, Any] | None],
        stop: Callable[[str], None],
    ) -> None:
        self.turn = turn
        self.is_lost = False
        self.due = 0.0
        self.lock = asyncio.Lock()  # held while it is written
        self._feed, self._started, self._stop = feed, started, stop
        self._token = f"{INSTANCE}:{turn.fence}"
        self.is_logged = False
        self._is_announced = False
        self._events_logged = self._bytes_logged = self._chars_logged = 0
        self._partial_at = 0.0

    def addition(self, *, told: News | None = None, is_end: bool = False) -> Addition:
        """What was said since the last write. With the first one every other instance is told that the turn began."""
        if told is None and not self._is_announced:
            told = self._news("started")
        return Addition(
            self.turn.id,
            token=self._token,
            events_known=self._events_logged,
            bytes_known=self._bytes_logged,
            text=self._feed.text[self._chars_logged :],
            new_events=self._feed.frames[self._events_logged :],
            is_end=is_end,
            told=told,
        )

    async def write(self) -> None:
        """By itself: the first time, and where the log isn't as it was left."""
        try:
            await self._write()
        except STATE_ERRORS as error:
            await self.could_not_write(error)
        except (DatabaseError, OverloadedError):
            logger.warning("turn %s: nobody can say whose it is", self.turn.id)

    async def close(self) -> None:
        """The last write, with the end, of which every other instance is told. Tries for as long as Redis is away."""
        ended = self._news("ended")
        for delay in CLOSE_DELAYS:
            try:
                await self._write(told=ended, is_end=True)
            except STATE_ERRORS:
                await asyncio.sleep(delay)
            else:
                return
        logger.warning("turn %s: its end could not be told to other instances; they find it in its row", self.turn.id)

    async def could_not_write(self, error: Exception) -> None:
        """The next write is a whole one."""
        self.is_logged = False
        logger.warning("turn %s: the reply log can't be written: %s", self.turn.id, type(error).__name__)
        await self._save_partial()

    async def has_written(self, added: Addition, written: Written) -> None:
        """Raises STATE_ERRORS."""
        self._bytes_logged += len(added.text.encode())
        self.is_logged = True
        self._events_logged += len(added.new_events)
        self._chars_logged += len(added.text)
        self.due = asyncio.get_running_loop().time() + (LOG_SECONDS if self._feed.started else BEAT_SECONDS) * 0.9
        if added.told is not None:
            self._is_announced = True
        elif written.is_watched and (added.text or added.new_events):
            await news.hint(self._news("text"))
        if written.is_stop_asked:
            self._stop(Variant.Finish.STOPPED)

    async def _write(self, *, told: News | None = None, is_end: bool = False) -> None:
        added = self.addition(told=told, is_end=is_end)
        written = await log.append(added) if self.is_logged else None
        if written is None or written.status is Status.GAP:
            written = await self._write_whole(added)
        if written.status is Status.LOST:
            if not is_end and not await in_turn_pool(is_still_mine, turn=self.turn):
                self._lose()
                return
            written = await self._write_whole(added, is_forced=True)
        await self.has_written(added, written)

    async def _write_whole(self, added: Addition, *, is_forced: bool = False) -> Written:
        """Up to where the addition ends; what was said meanwhile comes with the next one."""
        text = self._feed.text[: self._chars_logged + len(added.text)]
        frames = self._feed.frames[: self._events_logged + len(added.new_events)]
        return await log.write_whole(
            self.turn.id,
            token=self._token,
            text=text,
            events=frames,
            is_end=added.is_end,
            is_forced=is_forced,
            told=added.told,
        )

    def _news(self, kind: str) -> News:
        return News(kind=kind, conversation=str(self.turn.conversation_id), turn=str(self.turn.id))

    async def _save_partial(self) -> None:
        self._is_announced = False  # who connected meanwhile hears of it when Redis is back
        now = asyncio.get_running_loop().time()
        text = self._feed.text
        if now - self._partial_at < PARTIAL_SECONDS or not text:
            return
        self._partial_at = now
        try:
            is_kept = await in_turn_pool(save_partial, turn=self.turn, text=text, started=self._started())
            if not is_kept and not await in_turn_pool(is_still_mine, turn=self.turn):
                self._lose()
        except (DatabaseError, OverloadedError):
            logger.warning("turn %s: its text so far is kept only here", self.turn.id)

    def _lose(self) -> None:
        """Somebody else ended the turn: stop writing, store nothing."""
        logger.warning("turn %s was taken over", self.turn.id)
        self.is_lost = True
        self._stop(Variant.Finish.INTERRUPTED)


class LogKeeper:
    """All logs of this process, from their turns' beginnings to their ends."""

    def __init__(self) -> None:
        self._logs: set[TurnLog] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._ticking: asyncio.Task[None] | None = None

    def add(self, kept: TurnLog) -> None:
        self._logs.add(kept)
        self._own(self._write_alone(kept))
        if self._ticking is None or self._ticking.done():
            self._ticking = self._own(self._tick())

    async def remove(self, kept: TurnLog) -> None:
        """Nothing of it is being written afterwards."""
        self._logs.discard(kept)
        async with kept.lock:
            pass

    async def stop(self) -> None:
        self._logs.clear()
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _tick(self) -> None:
        loop = asyncio.get_running_loop()
        while self._logs:
            await asyncio.sleep(LOG_SECONDS)
            now = loop.time()
            due = [kept for kept in self._logs if kept.due <= now and not kept.lock.locked()]
            for kept in due:
                if not kept.is_logged:
                    self._own(self._write_alone(kept))
            if known := [kept for kept in due if kept.is_logged]:
                await self._write_together(known)

    async def _write_alone(self, kept: TurnLog) -> None:
        async with kept.lock:
            await kept.write()

    async def _write_together(self, due: Sequence[TurnLog]) -> None:
        async with contextlib.AsyncExitStack() as locks:
            for kept in due:
                await locks.enter_async_context(kept.lock)
            additions = [kept.addition() for kept in due]
            try:
                answers = await log.append_all(additions)
                for kept, added, written in zip(due, additions, answers, strict=True):
                    if written.status is Status.OK:
                        await kept.has_written(added, written)
                    else:
                        self._own(self._write_alone(kept))
            except STATE_ERRORS as error:
                for kept in due:
                    self._own(kept.could_not_write(error))

    def _own(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task
