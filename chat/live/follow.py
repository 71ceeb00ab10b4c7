"""Following a turn that another instance writes: its reply log into this process's feed."""

import asyncio
import contextlib
import json
import logging

from django.db import Error as DatabaseError

from chat import events
from chat.live import log
from chat.live.feed import Feed
from chat.models import Turn
from chat.turns.ends import told_by_rows
from companion.errors import OverloadedError
from companion.redis import STATE_ERRORS
from companion.threads import in_turn_pool

logger = logging.getLogger(__name__)

LOOK_SECONDS = 1.0  # without a hint
SILENCE_SECONDS = 5.0  # then the row may know more than the log


class Follower:
    def __init__(self, feed: Feed) -> None:
        self.feed = feed
        self._nudge = asyncio.Event()
        self._is_over = False  # somebody said that the turn ended
        self._events_read = self._places_read = 0
        self._bytes_read = len(feed.text.encode())

    def nudge(self, *, is_over: bool = False) -> None:
        self._is_over = self._is_over or is_over
        self._nudge.set()

    async def run(self) -> None:
        """Until the turn's end, or until nobody here listens any more."""
        loop = asyncio.get_running_loop()
        progress = loop.time()
        while self.feed.end is None and self.feed.has_listeners:
            self._nudge.clear()
            try:
                is_new = await self._read_log()
            except STATE_ERRORS:
                is_new, progress = False, loop.time() - SILENCE_SECONDS
            if is_new:
                progress = loop.time()
            elif self._is_over or loop.time() - progress >= SILENCE_SECONDS:
                if not await self._read_rows():
                    return
                progress = loop.time()
            if self.feed.end is None:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._nudge.wait(), LOOK_SECONDS)

    async def _read_log(self) -> bool:
        part = await log.read(self.feed.turn_id, events_known=self._events_read, bytes_known=self._bytes_read)
        self._events_read += len(part.events)
        self._bytes_read += part.text_bytes
        ends = [frame for frame in part.events if not await self._pass_on(frame)]
        if part.text:
            await self.feed.say(part.text)
        for end in ends:
            await self.feed.say_end(end)
        return bool(part.events or part.text)

    async def _pass_on(self, frame: str) -> bool:
        """Tell what the feed doesn't know yet. False: it is the turn's end, and the text comes first."""
        feed = self.feed
        match json.loads(frame)["type"]:
            case "message.accepted":
                if feed.accepted is None:
                    await feed.say_accepted(frame)
            case "crisis.support":
                if feed.card is None:
                    await feed.say_card(frame)
            case "turn.queued":
                self._places_read += 1
                if self._places_read > len(feed.queued):
                    await feed.say_queued(frame)
            case "reply.started":
                if feed.started is None:
                    await feed.say_started(frame)
            case _:
                return False
        return True

    async def _read_rows(self) -> bool:
        """False when the turn is gone with its conversation."""
        try:
            told = await in_turn_pool(told_by_rows, turn_id=self.feed.turn_id)
        except Turn.DoesNotExist:
            return False
        except (DatabaseError, OverloadedError):
            logger.warning("a followed turn's row can't be read")
            return True
        if self.feed.accepted is None and not told.had_to_wait:
            await self.feed.say_accepted(events.encode(told.accepted))
        if told.card is not None and self.feed.card is None:
            await self.feed.say_card(events.encode(told.card))
        if told.started is not None and self.feed.started is None:
            await self.feed.say_started(events.encode(told.started))
        if len(told.text) > len(self.feed.text):
            piece = told.text[len(self.feed.text) :]
            self._bytes_read += len(piece.encode())
            await self.feed.say(piece)
        if told.end is not None:
            await self.feed.say_end(events.encode(told.end))
        return True
