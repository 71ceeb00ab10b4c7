"""What the killing run says of itself holds: two web processes, either is killed, nothing stays."""

import asyncio
import random

import pytest

from companion.embedded.home import ROOT_STATE
from companion.simulated.house import House
from loadtest.measure import Meter
from tests.client import Person


@pytest.mark.timeout(300)  # a whole stack, also on a busy machine
async def test_people_talk_on_either_web_process_and_either_is_killed(tmp_path, upstream):
    house = House(tmp_path, upstream.base_url, rng=random.Random(1))
    house.start()
    try:
        await house.ready()
        person = await Person(house.urls[0]).sign_up()
        conversation = await person.start_conversation()
        for url in house.urls:
            async with person.socket(conversation, url=url) as socket:
                assert (await socket.talk(f"hello {url}")).end["type"] == "reply.done"
        measured = Meter(house, {"model": upstream.pid}).read()
        assert {kind for kind, seconds in measured.cpu_seconds.items() if seconds > 0} >= {
            "web",
            "worker",
            "postgres",
            "model",
        }
        assert all(held > 2**20 for held in measured.memory_bytes.values())
        assert (measured.turns_done, measured.statements > 20, measured.redis_commands["get"] > 0) == (2, True, True)
        second, struck = house.beside[0].process, set()
        while struck != {"web gently (1 of 2)", "web gently (2 of 2)"}:
            struck |= {house.strike("web gently")} - {""}
        async with asyncio.timeout(30):
            while second.poll() is None:
                await asyncio.sleep(0.05)
        await house.ready()
        assert house.beside[0].process is not second
    finally:
        await asyncio.to_thread(house.stop)
    assert await asyncio.to_thread(house.left) == []
    home = house.home
    assert list(home.iterdir()) != []
    house.remove_data()
    assert home.parent != ROOT_STATE or not home.exists()  # other stacks of this machine have theirs there, too
