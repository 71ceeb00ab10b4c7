"""Redis is stopped under a running process: every limit goes on in that process, and nothing fails by it."""

import logging

import pytest

from companion.away import PAUSE_SECONDS, WARNING_SECONDS, Away
from tests.client import Person
from tests.limits.conftest import DEFAULTS, admitted, eventually


@pytest.fixture
def alone(site, own_redis):
    """A web process on a Redis of its own."""
    limits = DEFAULTS | {"LOGIN_LIMIT_PER_USER": "3/h", "CONVERSATION_LIMIT_PER_USER": "4/h"}
    with site.web(7, REDIS_URL=own_redis.url, FRAME_BURST="50", FRAMES_PER_SECOND="1", **limits) as process:
        yield process


async def test_limits_hold_in_the_process_and_come_back(alone, own_redis, people):
    person = next(people)
    person.url = alone.url
    conversation = await person.start_conversation()
    visitor = Person(alone.url)
    await visitor.request("GET", "/accounts/login/")
    own_redis.stop()

    # Forms: counted here, never 500.
    form = {"login": person.name, "password": "guess"}
    assert [(await visitor.request("POST", "/accounts/login/", data=form))[0] for _ in range(5)] == [200] * 3 + [
        429
    ] * 2
    said = [(await person.json("POST", "/conversations/"))[0] for _ in range(6)]
    assert said == [201] * 4 + [429] * 2
    status, page = await visitor.request("POST", "/accounts/signup/", data={"username": "", "password1": "short"})
    assert (status, "A little too fast" in page) == (200, False)

    # Sockets: counted here.
    open_ones = [await person.socket(conversation).open() for _ in range(20)]
    assert await admitted(person, conversation, alone.url) is None
    await open_ones.pop().close()
    last = await eventually(lambda: admitted(person, conversation, alone.url))

    # Frames: counted here.
    for n in range(100):
        await last.send(type="ping", n=n)
    assert await last.closed() == 4429
    assert 50 <= len(last.events) - 1 <= 55

    warnings = [line for line in alone.said().splitlines() if "limits can't be counted in Redis" in line]
    assert len(warnings) == 1

    # And Redis counts again when it is back.
    own_redis.start()
    another = next(people)
    another.url = alone.url
    async with another.socket(await another.start_conversation()) as socket:

        async def is_counted():
            await socket.send(type="ping", n=0)
            return own_redis.holds(f"sessions_ext.bucket.v1:frame:{another.user_id}")

        await eventually(is_counted)
    for socket in open_ones:
        await socket.close()


def test_while_it_is_away_one_caller_at_a_time_asks(caplog):
    now = 1000.0
    away = Away(clock=lambda: now)
    assert away.may_ask()
    assert away.may_ask()
    with caplog.at_level(logging.WARNING):
        away.failed(ConnectionError("secret"))
        assert not away.may_ask()
        now += PAUSE_SECONDS
        assert [away.may_ask() for _ in range(3)] == [True, False, False]
        away.failed(ConnectionError())
        now += WARNING_SECONDS
        assert away.may_ask()
        away.failed(TimeoutError())
    assert [record.getMessage() for record in caplog.records] == [
        f"limits can't be counted in Redis ({name}); each process counts its own"
        for name in ("ConnectionError", "TimeoutError")
    ]
    away.answered()
    assert [away.may_ask() for _ in range(3)] == [True, True, True]
