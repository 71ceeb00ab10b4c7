"""Lines of one provider, each as another instance has it, and turns that stand in them."""

import asyncio
import uuid
from typing import ClassVar

import pytest

from companion import redis
from companion.llm.providers import Provider
from companion.llm.slots.line import Line
from tests.own_valkey import OwnValkey

ADA, BEN, CLEO = 1, 2, 3


@pytest.fixture(scope="module")
def valkey():
    own = OwnValkey()
    yield own
    own.remove()


@pytest.fixture
def model(valkey, settings):
    """A provider that nobody has asked yet, with as many slots."""
    if not valkey.is_running:
        valkey.start()
    settings.REDIS_URL = valkey.url
    address = uuid.uuid4().hex
    return lambda slots: Provider(name="local", model="simulated", base_url=address, slots=slots)


@pytest.fixture
async def lines(model):
    """Lines of it, each as another instance has it."""
    made = []

    def make(slots):
        made.append(Line(model(slots)))
        return made[-1]

    yield make
    for turn in Turn.begun:
        turn.cancel()
    await asyncio.gather(*Turn.begun, return_exceptions=True)
    Turn.begun.clear()
    for line in made:
        await line.stop()
    await redis.close()


class Turn:
    """Somebody who asks for a slot, and what they were told of their place."""

    begun: ClassVar[list[asyncio.Task]] = []

    def __init__(self, line, user_id, *, seconds=10.0, is_urgent=False):
        self.line, self.told = line, []
        self.news = asyncio.Condition()
        until = asyncio.get_running_loop().time() + seconds
        self.task = asyncio.create_task(line.enter(user_id=user_id, is_urgent=is_urgent, until=until, tell=self._tell))
        self.begun.append(self.task)

    async def _tell(self, position, seconds):
        async with self.news:
            self.told.append((position, seconds))
            self.news.notify_all()

    async def stands(self, position):
        async with asyncio.timeout(10), self.news:
            while not self.told or self.told[-1][0] != position:
                await self.news.wait()
        return self

    async def let_in(self):
        self.place = await asyncio.wait_for(asyncio.shield(self.task), 10)
        return self

    def leave(self, *, has_failed=False):
        self.line.leave(self.place, has_failed=has_failed)
