"""All replies of a process go on at the same moments."""

import asyncio

import pytest

from chat.live.pace import LONGEST_SECONDS, SECONDS, Pace


async def test_who_comes_later_goes_on_with_the_first():
    pace, loop = Pace(), asyncio.get_running_loop()
    while True:  # until the machine lets the others come in time; pytest's own limit ends it
        began = loop.time()
        first = asyncio.create_task(pace.wait())
        await asyncio.sleep(SECONDS / 2)  # plays replies that come in the middle
        if not first.done():
            break
    later = [asyncio.create_task(pace.wait()) for _ in range(2)]
    await first
    assert loop.time() - began >= SECONDS - 0.005
    await asyncio.sleep(0)  # who goes on with it has done so in the same round of the loop
    assert all(one.done() for one in later)


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
