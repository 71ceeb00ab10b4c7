"""Hints of a web process go out together, through the real broker, and are taken apart by the workers."""

import asyncio
import json
import os
import subprocess
import sys
import uuid

import pytest
from django.db import OperationalError

from chat.tasks import name_conversation
from companion import hints
from companion.celery import app
from companion.env import BASE_DIR
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


async def test_more_than_a_worker_should_take_at_once_go_in_several(broker, collector, monkeypatch):
    monkeypatch.setattr(hints, "TOGETHER", 2)
    for number in range(5):
        hints.give_hint(learn_from_episodes, str(number), "a")
    found = []
    while sum(len(bundle) for bundle in found) < 4:
        found += [arguments[0] for name, arguments in await one_from(broker, "celery") if name == spread_hints.name]
    assert [len(bundle) for bundle in found] == [2, 2]
    assert await one_from(broker, QUEUE) == [(learn_from_episodes.name, ["4", "a"])]


@pytest.fixture
def learned(monkeypatch):
    """Who was learned from; nothing is, while the database is away."""
    learned = []

    def learn(*, user_id, persona_id):
        if user_id == 3:
            raise OperationalError("the server closed the connection")
        learned.append((user_id, str(persona_id)))

    monkeypatch.setattr("memory.learn.learn", learn)
    return learned


HINTS = [[learn_from_episodes.name, [number, str(uuid.UUID(int=number))]] for number in (1, 2, 3, 4)]


@pytest.mark.django_db
def test_what_is_quick_is_done_where_it_is_taken_apart(broker, learned, monkeypatch):
    monkeypatch.setattr(learn_from_episodes, "is_quick", True)
    spread_hints([*HINTS, [name_conversation.name, ["c"]]])
    assert learned == [tuple(arguments) for _, arguments in HINTS if arguments[0] != 3]
    handed_on = [(learn_from_episodes.name, HINTS[2][1]), (name_conversation.name, ["c"])]
    assert taken(broker, QUEUE) == handed_on, "what failed tries again by itself, and who asks a model takes long"


def test_where_a_model_is_asked_each_is_a_task_of_its_own(broker, learned, monkeypatch):
    monkeypatch.setattr(learn_from_episodes, "is_quick", False)
    spread_hints(HINTS)
    assert learned == []
    assert taken(broker, QUEUE) == [(name, arguments) for name, arguments in HINTS]


IS_QUICK = "import django; django.setup(); from memory.tasks import learn_from_episodes as it; print(it.is_quick)"


@pytest.mark.parametrize("provider", ["", "local"])
def test_learning_is_quick_by_rules_alone(provider):
    said = subprocess.run(
        [sys.executable, "-c", IS_QUICK],
        cwd=BASE_DIR, env=os.environ | {"LEARNING_PROVIDER": provider, "LOCAL_LLM_BASE_URL": "http://127.0.0.1:1/v1"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert said.stdout.split() == [str(not provider)]


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
