"""What the killing run says of itself holds: two web processes, either is killed, nothing stays."""

import asyncio
import random
from dataclasses import replace

import psutil
import pytest
import redis

from companion.embedded.home import ROOT_STATE
from companion.simulated.house import House
from loadtest.measure import Meter
from tests.client import Person
from tests.killing.__main__ import count_apart
from tests.killing.faults import Targets, strike
from tests.killing.record import NAME, Notes, read
from tests.killing.witness import arrive


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


@pytest.mark.timeout(300)
async def test_services_restart_in_order_and_another_process_counts_what_was_kept(tmp_path, upstream):
    house, notes = House(tmp_path, upstream.base_url, webs=1), Notes(tmp_path)
    targets = Targets(house, upstream)
    house.start()
    try:
        await house.ready()
        person = await Person(house.urls[0]).sign_up()
        witness = await arrive(person, house.urls, notes, (0, 0))
        await witness.say("before")
        with redis.Redis.from_url(house.values["REDIS_URL"]) as client:
            client.set("anything", 1)
            await strike("valkey flush", targets)
            assert client.get("anything") is None
        ended = [house.processes()[part][0] for part in ("valkey", "postgres")]
        assert [await strike(f"{part} gently", targets) for part in ("valkey", "postgres")]
        await asyncio.to_thread(psutil.wait_procs, ended, timeout=30)
        assert not any(process.is_running() for process in ended)
        async with asyncio.timeout(60):
            await witness.say("after")
        assert await asyncio.to_thread(count_apart, tmp_path) == 0
        record = read(tmp_path)
        assert [(heard.said, heard.end, heard.moments[-1][1]) for heard in record.heard] == [
            (said, "stop", len(record.heard[0].text)) for said in ("before", "after")
        ]
        (tmp_path / NAME).unlink()
        doctored = Notes(tmp_path)
        for heard in record.heard:
            doctored.keep(replace(heard, text=heard.text[:-1]))
        doctored.close()
        assert await asyncio.to_thread(count_apart, tmp_path) == 1
    finally:
        notes.close()
        await asyncio.to_thread(house.stop)
    assert await asyncio.to_thread(house.left) == []
    house.remove_data()
