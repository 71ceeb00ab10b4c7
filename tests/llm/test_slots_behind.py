"""Learning and summaries have a share of the slots, and stand aside for people."""

import asyncio
from contextlib import asynccontextmanager

import pytest

from companion.errors import StandAsideError
from companion.llm.slots import behind, step
from companion.llm.slots.behind import slot_behind
from tests.llm.turns_in_line import ADA, BEN, Turn


@pytest.fixture(autouse=True)
def one_look(monkeypatch):
    monkeypatch.setattr(behind, "LOOKS", 1)
    monkeypatch.setattr(behind, "LOOK_SECONDS", 0.05)


@asynccontextmanager
async def at_work(provider):
    """Somebody works behind the scenes; answers the task, which ends with what cut it short."""
    begun, may_end = asyncio.Event(), asyncio.Event()

    async def work():
        async with slot_behind(provider):
            begun.set()
            await may_end.wait()

    task = asyncio.create_task(work())
    waiting = asyncio.create_task(begun.wait())
    await asyncio.wait([task, waiting], timeout=10, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    yield task
    may_end.set()
    await asyncio.gather(task, return_exceptions=True)


async def is_refused(provider):
    async with at_work(provider) as task:
        return task.done() and isinstance(task.exception(), StandAsideError)


async def test_it_takes_no_more_than_its_share(model, settings):
    settings.LEARNING_SHARE = 0.25
    async with at_work(model(8)), at_work(model(8)) as second:
        assert not second.done()
        assert await is_refused(model(8))
    assert not await is_refused(model(8))


async def test_one_slot_is_left_for_who_speaks_next(model, lines, settings):
    settings.LEARNING_SHARE = 1.0
    first = await Turn(lines(3), ADA).let_in()
    async with at_work(model(3)) as one:
        assert not one.done()
        assert await is_refused(model(3))
    first.leave()


async def test_its_slots_are_not_people_s_meanwhile(model, lines):
    line = lines(2)
    async with at_work(model(2)):
        await Turn(line, ADA).let_in()
        assert line._told.free == 0


async def test_where_there_is_one_slot_it_is_cut_short_when_somebody_comes(model, lines):
    async with at_work(model(1)) as work:
        person = Turn(lines(1), ADA)
        with pytest.raises(StandAsideError):
            await asyncio.wait_for(asyncio.shield(work), 5)
        await person.let_in()
        assert await is_refused(model(1))
        person.leave()


async def test_only_as_many_are_cut_short_as_people_wait(model, lines, settings):
    settings.LEARNING_SHARE = 1.0
    line = lines(4)
    async with at_work(model(4)) as one, at_work(model(4)) as two, at_work(model(4)) as three:
        await Turn(line, ADA).let_in()
        await (await Turn(line, BEN).stands(1)).let_in()
        async with asyncio.timeout(5):
            while sum(task.done() for task in (one, two, three)) < 1:
                await asyncio.sleep(0.01)
        await asyncio.sleep(behind.LOOK_SECONDS * 4)  # and each has looked again
        assert sum(task.done() for task in (one, two, three)) == 1


async def test_who_dies_at_it_frees_the_slot(model, lines, monkeypatch):
    monkeypatch.setattr(step, "LEASE_MS", 500)
    assert await behind._Behind(model(1)).ask()
    await (await Turn(lines(1), ADA).stands(1)).let_in()


async def test_flushed_it_goes_on_and_counts_again(model, lines, valkey):
    async with at_work(model(2)) as work:
        valkey.flush()
        async with asyncio.timeout(5):
            while not valkey.holds("llm.slots.v1:*:behind"):
                await asyncio.sleep(0.01)
        assert not work.done()


async def test_without_redis_it_works(model, valkey):
    valkey.stop()
    async with at_work(model(1)) as work:
        assert not work.done()
