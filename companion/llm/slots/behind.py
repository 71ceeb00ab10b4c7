"""Slots for work that nobody waits for: a share of the same ones, and only while people leave them."""

import asyncio
import contextlib
import logging
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import orjson
from django.conf import settings

from companion.errors import StandAsideError
from companion.llm.providers import Provider
from companion.llm.slots.step import CLOCK, keys_of, numbers
from companion.redis import STATE_ERRORS, answer, state

logger = logging.getLogger(__name__)

LOOK_SECONDS = 0.5
LOOKS = 10  # for a free slot, then the work is put off

# Answers whether the asker has a slot. Of those at work as many lose theirs as people wait.
_STEP = (
    CLOCK
    + """
if ask.has_ended then
  redis.call('ZREM', behind, ask.token)
  -- Who is first in line has it at once: else a second one would be cut short for the same person.
  if redis.call('ZCARD', held) + redis.call('ZCARD', behind) < ask.slots then
    local first = redis.call('ZPOPMIN', queue)[1]
    if first then redis.call('ZADD', held, redis.call('ZSCORE', alive, first) or lease, first) end
  end
  return 0
end
local waiting = redis.call('ZCARD', queue)
local rank = redis.call('ZRANK', behind, ask.token)
if not rank then
  local many = redis.call('ZCARD', behind)
  local busy = redis.call('ZCARD', held) + many
  local left_alone = tonumber(redis.call('HGET', state, 'open_until') or 0) > now
  local has_room = many < ask.share and busy + ask.spare < ask.slots and not left_alone
  if waiting > 0 or not (has_room or ask.is_held) then return 0 end
elseif rank < waiting then
  return 0
end
redis.call('ZADD', behind, lease, ask.token)
redis.call('PEXPIRE', behind, ask.kept)
return 1
"""
)


@asynccontextmanager
async def slot_behind(provider: Provider) -> AsyncIterator[None]:
    """A slot while the body runs, which is cut short when people stand in line. Raises StandAsideError then, or where none is
    free for it. While Redis is away nobody is asked: a worker does one thing at a time."""
    if not provider.slots:
        yield
        return
    mine = _Behind(provider)
    await mine.come()
    try:
        async with asyncio.timeout(None) as scope:
            watching = asyncio.create_task(mine.watch(scope))
            try:
                yield
            finally:
                mine.has_ended.set()
                await watching
    except TimeoutError as error:
        if scope.expired():
            raise StandAsideError from error
        raise
    finally:
        with contextlib.suppress(*STATE_ERRORS):  # the lease ends by itself
            await mine.ask(has_ended=True)


class _Behind:
    def __init__(self, provider: Provider) -> None:
        self._keys, self._slots = keys_of(provider), provider.slots
        self._token = uuid.uuid4().hex
        self.has_ended = asyncio.Event()

    async def come(self) -> None:
        """Raises StandAsideError."""
        for _ in range(LOOKS):
            if await self._may_work(is_held=False):
                return
            await asyncio.sleep(LOOK_SECONDS)
        raise StandAsideError

    async def watch(self, scope: asyncio.Timeout) -> None:
        """Until ``has_ended``; not cancelled, because in the middle of a question the client swallows that."""
        while not self.has_ended.is_set():
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK_SECONDS):
                    await self.has_ended.wait()
            if not self.has_ended.is_set() and not await self._may_work(is_held=True):
                scope.reschedule(asyncio.get_running_loop().time())
                return

    async def _may_work(self, *, is_held: bool) -> bool:
        try:
            return await self.ask(is_held=is_held)
        except STATE_ERRORS as error:
            logger.warning("slots of models can't be counted in Redis: %s", type(error).__name__)
            return True

    async def ask(self, *, is_held: bool = False, has_ended: bool = False) -> bool:
        """Raises STATE_ERRORS."""
        ask = numbers() | {
            "token": self._token,
            "slots": self._slots,
            "share": max(1, int(self._slots * settings.LEARNING_SHARE)),
            "spare": 1 if self._slots > 1 else 0,  # one stays for whoever speaks next
            "is_held": is_held,
            "has_ended": has_ended,
        }
        return bool(await answer(state().eval(_STEP, len(self._keys), *self._keys, orjson.dumps(ask))))
