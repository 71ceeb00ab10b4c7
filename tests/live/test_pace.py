"""All replies of a process go on at the same moments."""

import asyncio

import pytest

from chat.live.pace import LONGEST_SECONDS, SECONDS, Pace


async def test_who_comes_later_goes_on_with_the_first():
    pace, loop = Pace(), asyncio.get_running_loop()
    moments = []

    async def take_part(*, after):
        await asyncio.sleep(after)  # plays a reply that comes in the middle
        await pace.wait()
        moments.append(loop.time())

    began = loop.time()
    await asyncio.gather(take_part(after=0), take_part(after=0.02), take_part(after=0.04))
    assert max(moments) - min(moments) < SECONDS / 2
    assert min(moments) - began >= SECONDS - 0.005


async def test_who_is_stopped_stops_nobody_else():
    pace = Pace()
    stopped, going_on = asyncio.create_task(pace.wait()), asyncio.create_task(pace.wait())
    await asyncio.sleep(0)  # both begin to wait
    stopped.cancel()
    with pytest.raises(asyncio.CancelledError):
        await stopped
    async with asyncio.timeout(5):
        await going_on


async def test_many_go_on_seldomer_but_never_rarely():
    pace, loop = Pace(), asyncio.get_running_loop()
    await asyncio.gather(*(pace.wait() for _ in range(1000)))
    began = loop.time()
    await pace.wait()
    assert LONGEST_SECONDS - 0.005 <= loop.time() - began < 2 * LONGEST_SECONDS
