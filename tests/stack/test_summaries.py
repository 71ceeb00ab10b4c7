"""The whole of it: a long talk, a real worker that sums it up, the next prompt, and all of it forgotten."""

import asyncio
import time

import psycopg
import pytest
import redis

from chat.buffer import SUMMARY_KEY
from chat.prompt import SUMMARY_HEADING
from tests.client import Person

SAID = "zanzibarine [say:The person keeps bees.]"
TURNS = 10  # with the answers to them, as many messages as go before the model as they stand


async def eventually(found, *, seconds=90):
    deadline = time.monotonic() + seconds
    while not (value := found()):
        assert time.monotonic() < deadline
        await asyncio.sleep(0.1)
    return value


@pytest.mark.timeout(300)
async def test_a_long_talk_is_summed_up_and_forgotten(ups, tmp_path, upstream):
    model = {"LOCAL_LLM_BASE_URL": upstream.base_url, "LOCAL_LLM_MODEL": "simulated"}
    up = ups(tmp_path / "data", LLM_PROVIDER="local", LEARNING_PROVIDER="local", **model).is_ready()
    person = await Person(f"http://127.0.0.1:{up.port}").sign_up()
    conversation = await person.start_conversation()

    def rows(statement):
        with psycopg.connect(up.values["DATABASE_URL"]) as connection:
            return connection.execute(statement).fetchall()

    def texts():
        return rows("SELECT texts FROM chat_summary WHERE through_id IS NOT NULL")

    def prompt_of(word):
        [asked] = [one for one in upstream.requests(word) if one["messages"][-1]["content"].startswith(word)]
        return asked["messages"][0]["content"]

    async with person.socket(conversation) as socket:
        for _ in range(TURNS):
            await socket.talk(SAID)
        assert await eventually(texts) == [({"everyday": "The person keeps bees."},)]
        with redis.Redis.from_url(up.values["REDIS_URL"]) as valkey:
            key = SUMMARY_KEY.format(conversation_id=conversation)
            await eventually(lambda: b"keeps bees" in valkey.get(key))
            await socket.talk("quincewort [say:Yes.]")
            assert f"{SUMMARY_HEADING}\n<earlier>\nThe person keeps bees.\n</earlier>" in prompt_of("quincewort")

            status, _ = await person.request("POST", "/memories/forget/", data={"what": "everything", "sure": "on"})
            assert status == 302
            assert not valkey.exists(key)
        assert texts() in ([], [({},)])
        assert await eventually(texts) == [({},)]  # the worker looked again, and found nothing it may sum up
        await socket.talk("vellumoor [say:Yes.]")
        assert SUMMARY_HEADING not in prompt_of("vellumoor")
    assert rows("SELECT attempts, unsummed < 20 FROM chat_summary JOIN chat_conversation ON id = conversation_id") == [
        (0, True)
    ]
