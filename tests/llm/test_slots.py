"""The slots of a provider: one count for all instances, a fair line, and nothing that dies with who held it."""

import asyncio
from contextlib import asynccontextmanager

import pytest

from companion.errors import DrainingError, LLMOverloadedError, LLMUnavailableError
from companion.llm.slots import step
from companion.llm.slots.line import TELL_SECONDS, in_order
from tests.llm.turns_in_line import ADA, BEN, CLEO, Turn


async def test_no_more_than_the_slots_are_let_in_over_all_instances(lines):
    here, there = lines(3), lines(3)
    turns = [Turn(line, user) for user, line in enumerate([here, there] * 4)]
    held = most = 0

    async def run(turn):
        nonlocal held, most
        await turn.let_in()
        held += 1
        most = max(most, held)
        await asyncio.sleep(0.05)
        held -= 1
        turn.leave()

    await asyncio.gather(*map(run, turns))
    assert most == 3


async def test_who_waits_hears_of_each_place_and_when_it_may_be_their_turn(lines):
    here, there = lines(1), lines(1)
    first = await Turn(here, ADA).let_in()
    second = await Turn(there, BEN).stands(1)
    third = await Turn(here, CLEO).stands(2)
    assert second.told == [(1, None)]  # nobody has held a slot yet
    await asyncio.sleep(TELL_SECONDS)
    first.leave()
    await second.let_in()
    await third.stands(1)
    assert [position for position, _ in third.told] == [2, 1]
    assert third.told[-1][1] > 0
    second.leave()
    await third.let_in()


async def test_somebody_with_many_turns_holds_up_nobody_else(lines):
    here, there = lines(2), lines(2)
    before = [await Turn(here, ADA).let_in() for _ in range(2)]
    many = [await Turn(here, ADA).stands(number) for number in range(1, 6)]
    ben, cleo = await Turn(there, BEN).stands(1), await Turn(there, CLEO).stands(2)
    second = await Turn(there, BEN).stands(3)  # between Ada's, who has two before the model
    await many[0].stands(4)
    for turn in before:
        turn.leave()
    for turn in (ben, cleo):
        await turn.let_in()
    assert not any(turn.task.done() for turn in [*many, second])


async def test_what_is_urgent_stands_in_front(lines):
    line = lines(1)
    first = await Turn(line, ADA).let_in()
    await Turn(line, BEN).stands(1)
    await Turn(line, CLEO, is_urgent=True).stands(1)
    first.leave()


def test_a_process_alone_has_the_same_order():
    class One:
        def __init__(self, user_id, number, is_urgent=False):
            self.user_id, self.token, self.is_urgent = user_id, f"{number:03}", is_urgent

    waiting = [One(ADA, 1), One(ADA, 2), One(BEN, 3), One(CLEO, 4, is_urgent=True), One(BEN, 5)]
    assert [one.token for one in in_order(waiting, [One(ADA, 0)])] == ["004", "003", "001", "005", "002"]


async def test_who_waits_too_long_is_told_when_to_come_again(lines):
    line = lines(1)
    first = await Turn(line, ADA).let_in()
    second = Turn(line, BEN, seconds=0.3)
    with pytest.raises(LLMOverloadedError) as shed:
        await second.let_in()
    assert shed.value.retry_after > 0
    third = await Turn(line, CLEO).stands(1)  # nobody stands in front of her any more
    first.leave()
    await third.let_in()


async def test_who_leaves_the_line_lets_others_move_up(lines):
    here, there = lines(1), lines(1)
    await Turn(here, ADA).let_in()
    second = await Turn(here, BEN).stands(1)
    third = await Turn(there, CLEO).stands(2)
    second.task.cancel()
    await third.stands(1)


@asynccontextmanager
async def died(line):
    """Its process says nothing more, as after kill -9."""
    line._has_stopped = True
    line._hurry.set()
    await line._task
    yield
    line._held.clear()
    line._waiting.clear()


async def test_who_dies_frees_what_they_held_and_where_they_stood(lines, monkeypatch):
    monkeypatch.setattr(step, "LEASE_MS", 1500)
    here, there = lines(1), lines(1)
    await Turn(here, ADA).let_in()
    dead = await Turn(here, BEN).stands(1)
    third = await Turn(there, CLEO).stands(2)
    async with died(here):
        await third.let_in()
        dead.task.cancel()


async def test_a_slot_is_kept_for_as_long_as_its_holder_lives(lines, monkeypatch):
    monkeypatch.setattr(step, "LEASE_MS", 1000)
    here, there = lines(1), lines(1)
    first = await Turn(here, ADA).let_in()
    with pytest.raises(LLMOverloadedError):
        await Turn(there, BEN, seconds=2.5).let_in()
    first.leave()
    await Turn(there, BEN).let_in()


async def test_what_was_flushed_stands_there_again(lines, valkey):
    here, there = lines(1), lines(1)
    first = await Turn(here, ADA).let_in()
    waiting = [await Turn(there, BEN).stands(1), await Turn(there, CLEO).stands(2)]
    async with asyncio.timeout(10):
        await asyncio.sleep(0)
        valkey.flush()
        while not valkey.holds("llm.slots.v1:*:held"):
            await asyncio.sleep(0.01)
    first.leave()
    for turn in waiting:
        await turn.let_in()
        turn.leave()


async def test_a_process_that_drains_sends_its_line_away_and_keeps_who_is_let_in(lines):
    here, there = lines(1), lines(1)
    first = await Turn(here, ADA).let_in()
    second = await Turn(here, BEN).stands(1)
    here.close()
    with pytest.raises(DrainingError):
        await second.let_in()
    with pytest.raises(DrainingError):
        await Turn(here, BEN).let_in()
    first.leave()
    await Turn(there, CLEO).let_in()


async def test_without_redis_a_process_goes_by_its_share(lines, valkey, settings):
    settings.WEB_PROCESSES = 2
    here, there = lines(4), lines(4)
    await Turn(here, ADA).let_in()
    valkey.stop()
    held = [await Turn(line, ADA).let_in() for line in (here, there, there)]
    waits = [await Turn(line, BEN).stands(1) for line in (here, there)]
    held[0].leave()
    await waits[0].let_in()
    valkey.start()  # it forgot everything
    held[1].leave()
    held[2].leave()
    await waits[1].let_in()
    async with asyncio.timeout(10):
        while here._away.is_away or there._away.is_away:
            await asyncio.sleep(0.01)
    last = await Turn(here, CLEO).let_in()
    await Turn(there, CLEO).stands(1)  # four are before the model again
    last.leave()


async def test_while_redis_hangs_only_the_first_wait_for_it(lines, valkey):
    line = lines(2)
    loop = asyncio.get_running_loop()
    first = await Turn(line, ADA).let_in()
    with valkey.hung():
        began = loop.time()
        second = await Turn(line, BEN).let_in()
        assert loop.time() - began < 6
        for _ in range(20):
            began = loop.time()
            first.leave()
            first = await Turn(line, CLEO).let_in()
            assert loop.time() - began < 0.5
        await Turn(line, CLEO).stands(1)
    second.leave()
    first.leave()


# --- A provider that fails ------------------------------------------------------------------------------------------------
async def fail(line, times):
    for _ in range(times):
        (await Turn(line, ADA).let_in()).leave(has_failed=True)


async def test_a_provider_that_fails_is_left_alone_by_all(lines):
    first, second, here, there = (lines(2) for _ in range(4))
    await fail(first, step.FAILURES - 1)
    await first.stop()  # how it went is told without haste, but before the end
    (await Turn(second, BEN).let_in()).leave()
    await second.stop()
    await fail(here, step.FAILURES)
    with pytest.raises(LLMUnavailableError) as left:
        await Turn(there, BEN).let_in()
    assert 1 <= left.value.retry_after <= step.PAUSE_MS / 1000


async def let_in_after_the_pause(line):
    async with asyncio.timeout(10):
        while True:
            try:
                return await Turn(line, ADA).let_in()
            except LLMUnavailableError:
                await asyncio.sleep(0.05)  # the pause ends by the clock of Redis, which tells nobody


async def test_after_the_pause_one_tries_it_and_then_all_may(lines, monkeypatch):
    monkeypatch.setattr(step, "PAUSE_MS", 500)
    here, there = lines(5), lines(5)
    await fail(here, step.FAILURES)
    with pytest.raises(LLMUnavailableError):
        await Turn(there, BEN).let_in()
    probe = await let_in_after_the_pause(here)
    with pytest.raises(LLMUnavailableError):
        await Turn(there, BEN).let_in()
    probe.leave()
    await asyncio.gather(*(Turn(line, CLEO).let_in() for line in (here, there, there)))


# --- What it costs --------------------------------------------------------------------------------------------------------
async def test_a_turn_that_need_not_wait_asks_redis_once_at_most(lines, monkeypatch):
    asked = 0

    async def counted(*arguments, **more):
        nonlocal asked
        asked += 1
        return await take_step(*arguments, **more)

    take_step = step.take_step
    monkeypatch.setattr("companion.llm.slots.line.take_step", counted)
    line = lines(20)
    for _ in range(50):
        (await Turn(line, ADA).let_in()).leave()
    assert asked <= 5  # what is given back goes to the next one here
    asked = 0
    together = [Turn(line, user) for user in range(10)]
    for turn in together:
        await turn.let_in()
    assert asked <= 2
