"""The reply logs of one process's turns: written together, whole again when they were lost, and heard when a stop is asked."""

import asyncio
import uuid
from types import SimpleNamespace

import pytest

from chat.live import keeping, log
from chat.live.feed import Feed
from chat.live.keeping import LogKeeper, TurnLog
from companion import redis
from companion.redis import state


class Reply:
    """A running turn, as its log sees it."""

    def __init__(self):
        self.turn = SimpleNamespace(id=uuid.uuid4(), conversation_id=uuid.uuid4(), fence=1)
        self.feed = Feed(self.turn.id, self.turn.conversation_id)
        self.stops = []
        self.log = TurnLog(self.turn, self.feed, started=lambda: None, stop=self.stops.append)

    async def begin(self):
        await self.feed.say_started('{"type":"reply.started"}')
        await self.feed.say("zanzi")

    async def told(self, *, text):
        """What another instance reads, as soon as it reads this text."""
        async with asyncio.timeout(10):
            while (part := await log.read(self.turn.id, events_known=0, bytes_known=0)).text != text:
                await asyncio.sleep(0.02)  # nothing tells who only reads
        return part.events


@pytest.fixture
async def keeper():
    keeper = LogKeeper()
    yield keeper
    await keeper.stop()
    await redis.close()


async def test_what_several_turns_say_goes_out_in_one_round_trip(keeper, monkeypatch):
    trips = []
    append_all = log.append_all

    async def counted(additions):
        trips.append({addition.turn_id for addition in additions if addition.text})
        return await append_all(additions)

    monkeypatch.setattr(keeping.log, "append_all", counted)
    replies = [Reply() for _ in range(3)]
    for reply in replies:
        await reply.begin()
        keeper.add(reply.log)
        assert await reply.told(text="zanzi") == ['{"type":"reply.started"}']
    for spoken in ("zanzib", "zanziba"):  # a log's first write is its own; from the second on they go together
        for reply in replies:
            await reply.feed.say(spoken[-1])
        for reply in replies:
            await reply.told(text=spoken)
    assert {reply.turn.id for reply in replies} in trips


async def test_a_log_that_was_flushed_is_written_whole_with_its_lease(keeper):
    reply = Reply()
    await reply.begin()
    keeper.add(reply.log)
    await reply.told(text="zanzi")
    await state().delete(*log.keys_of(reply.turn.id)[1:])
    await reply.feed.say("barine")
    assert await reply.told(text="zanzibarine") == ['{"type":"reply.started"}']
    assert await log.living([reply.turn.id]) == {reply.turn.id}


async def test_a_stop_that_is_asked_elsewhere_is_heard(keeper):
    reply = Reply()
    await reply.begin()
    keeper.add(reply.log)
    await log.ask_to_stop(reply.turn.id)
    async with asyncio.timeout(10):
        while not reply.stops:
            await asyncio.sleep(0.02)  # it is heard at a write
    assert set(reply.stops) == {"stopped"}


async def test_nothing_of_a_log_is_written_after_it_was_removed(keeper):
    reply = Reply()
    await reply.begin()
    keeper.add(reply.log)
    await reply.told(text="zanzi")
    await keeper.remove(reply.log)
    await reply.feed.say("barine")
    other = Reply()
    await other.begin()
    keeper.add(other.log)
    await other.feed.say("barine")
    await other.told(text="zanzibarine")
    assert (await log.read(reply.turn.id, events_known=0, bytes_known=0)).text == "zanzi"


async def test_the_end_deletes_the_lease_and_is_read_by_others(keeper):
    reply = Reply()
    await reply.begin()
    keeper.add(reply.log)
    await reply.told(text="zanzi")
    await keeper.remove(reply.log)
    await reply.feed.say_end('{"type":"reply.done"}')
    await reply.log.close()
    assert await reply.told(text="zanzi") == ['{"type":"reply.started"}', '{"type":"reply.done"}']
    assert await log.living([reply.turn.id]) == set()
