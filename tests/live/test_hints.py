"""Hints of a web process go out together, through the real broker, and are taken apart by the workers."""

import asyncio
import json

import pytest

from companion import hints
from companion.celery import app
from companion.tasks import spread_hints
from memory.tasks import QUEUE, learn_from_episodes

ONE, OTHER = ("1", "a"), ("2", "b")


@pytest.fixture
def broker():
    with app.connection_for_write() as connection:
        channel = connection.default_channel
        for queue in ("celery", QUEUE):
            channel._purge(queue)
        yield channel
        for queue in ("celery", QUEUE):
            channel._purge(queue)


@pytest.fixture
async def collector(monkeypatch):
    monkeypatch.setattr(hints, "COLLECT_SECONDS", 0.05)
    collector = hints.Collector()
    monkeypatch.setattr(hints, "_collector", collector)
    await collector.start()
    yield collector
    await collector.stop()


def taken(channel, queue):
    """The tasks in a queue with what they are called with."""
    messages = iter(lambda: channel.basic_get(queue, no_ack=True), None)
    return [(message.headers["task"], json.loads(message.body)[0]) for message in messages]


async def one_from(channel, queue):
    async with asyncio.timeout(5):
        while not (found := taken(channel, queue)):
            await asyncio.sleep(0.01)  # a queue tells nobody
    return found


async def test_those_of_a_moment_are_one(broker, collector):
    for arguments in (ONE, OTHER, ONE):
        hints.give_hint(learn_from_episodes, *arguments)
    together = [[learn_from_episodes.name, list(arguments)] for arguments in (ONE, OTHER)]
    assert await one_from(broker, "celery") == [(spread_hints.name, [together])]
    assert taken(broker, QUEUE) == []
    spread_hints(together)
    assert taken(broker, QUEUE) == [(learn_from_episodes.name, list(arguments)) for arguments in (ONE, OTHER)]


async def test_one_goes_as_it_is(broker, collector):
    hints.give_hint(learn_from_episodes, *ONE)
    assert await one_from(broker, QUEUE) == [(learn_from_episodes.name, list(ONE))]
    assert taken(broker, "celery") == []


async def test_the_last_ones_go_when_the_process_ends(broker, collector, monkeypatch):
    monkeypatch.setattr(hints, "COLLECT_SECONDS", 60)
    await collector.stop()
    await collector.start()
    hints.give_hint(learn_from_episodes, *ONE)
    assert taken(broker, QUEUE) == []
    await collector.stop()
    assert taken(broker, QUEUE) == [(learn_from_episodes.name, list(ONE))]


async def test_where_nobody_collects_it_goes_at_once(broker):
    hints.give_hint(learn_from_episodes, *ONE)
    assert taken(broker, QUEUE) == [(learn_from_episodes.name, list(ONE))]
