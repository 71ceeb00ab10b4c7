"""How many sockets a person has, and how much they say on them."""

import asyncio
import time

import pytest
from redis.asyncio import Redis

from chat.consumer import ConversationConsumer
from chat.guard import SocketGuard
from companion import redis
from companion.redis import state
from sessions_ext.limits import sockets
from sessions_ext.limits.bucket import KEY as BUCKET
from sessions_ext.limits.sockets import KEY, LEASE_MS, renew, seat_left, seat_taken
from tests.limits.conftest import admitted, eventually

TOO_MANY = 4429


async def test_a_person_has_twenty_sockets_over_both_processes(person, conversation, pair):
    open_ones = [await person.socket(conversation, url=process.url).open() for process in pair for _ in range(10)]
    for process in pair:
        extra = await person.socket(conversation, url=process.url).open(wait_for_state=False)
        assert await extra.closed() == TOO_MANY
        assert extra.events == []
    await open_ones.pop(0).close()
    # Wherever it is opened, the place that became free is the only one.
    another = await eventually(lambda: admitted(person, conversation, pair[1].url))
    full = await person.socket(conversation, url=pair[0].url).open(wait_for_state=False)
    assert await full.closed() == TOO_MANY
    for socket in (another, *open_ones):
        await socket.close()


async def test_the_places_of_a_killed_process_fall_out(person, conversation, site, pair):
    """Its leases end; here their time is set back, since two minutes are long."""
    with site.web(7, SOCKETS_PER_USER="2") as short:
        for _ in range(2):
            await person.socket(conversation, url=short.url).open()
        short.kill()
    with site.web(7, SOCKETS_PER_USER="2") as next_one:
        assert await admitted(person, conversation, next_one.url) is None
        key = KEY.format(user_id=person.user_id)
        async with Redis.from_url(site.environment["REDIS_URL"]) as theirs:
            leases = await theirs.zrange(key, 0, -1, withscores=True)
            assert len(leases) == 2
            assert all(score <= time.time() * 1000 + LEASE_MS + 1000 for _, score in leases)
            await theirs.zadd(key, {socket_id: 1 for socket_id, _ in leases})
        assert await admitted(person, conversation, next_one.url)


async def test_a_flood_of_any_frames_closes_with_4429_on_both(person, conversation, pair):
    async def flood(process):
        socket = await person.socket(conversation, url=process.url).open()
        begun = time.monotonic()
        for n in range(400):
            await socket.send_raw(f'{{"type":"ping","n":{n}}}' if n % 2 else "nonsense")
            if n % 20 == 0:
                await asyncio.sleep(0)  # let what was answered be read
        code = await socket.closed(seconds=30)
        return code, len(socket.events) - 1, time.monotonic() - begun

    told = await asyncio.gather(*map(flood, pair))
    assert [code for code, _, _ in told] == [TOO_MANY, TOO_MANY]
    answered, took = sum(one[1] for one in told), max(one[2] for one in told)
    assert 120 <= answered <= 120 + 20 * took + 1


# --- One process, seen from inside ------------------------------------------------------------------------------------
@pytest.fixture
async def two_each(settings):
    settings.SOCKETS_PER_USER = 2
    yield
    await redis.close()
    sockets._here.clear()


async def members(user_id):
    return {member.decode() for member in await state().zrange(KEY.format(user_id=user_id), 0, -1)}


async def test_a_flushed_count_is_whole_again_after_the_next_renewal(two_each, user_id):
    assert await seat_taken(user_id=user_id, socket_id="one")
    assert await seat_taken(user_id=user_id, socket_id="two")
    await state().delete(KEY.format(user_id=user_id))
    # What the process holds itself was never in doubt.
    assert not await seat_taken(user_id=user_id, socket_id="three")
    await renew()
    assert await members(user_id) == {"one", "two"}
    assert LEASE_MS - 5000 < await state().pttl(KEY.format(user_id=user_id)) <= LEASE_MS


async def test_a_place_is_taken_once_and_given_back_once(two_each, user_id):
    assert await seat_taken(user_id=user_id, socket_id="one")
    assert await seat_taken(user_id=user_id, socket_id="one")
    assert await members(user_id) == {"one"}
    await seat_left(user_id=user_id, socket_id="one")
    await seat_left(user_id=user_id, socket_id="one")
    assert await members(user_id) == set()
    assert user_id not in sockets._here


async def test_a_socket_that_closes_while_it_is_renewed_does_not_come_back(two_each, user_id):
    assert await seat_taken(user_id=user_id, socket_id="one")
    renewing = {user_id: {"one"}}
    await seat_left(user_id=user_id, socket_id="one")
    await sockets._renew(renewing)
    assert await members(user_id) == set()


async def test_a_stopped_process_gives_all_its_places_back(two_each, user_id):
    renewer = sockets.Renewer()
    await renewer.start()
    for socket_id in ("one", "two"):
        assert await seat_taken(user_id=user_id, socket_id=socket_id)
    await renewer.stop()
    assert await members(user_id) == set()


async def test_a_socket_whose_handler_fails_gives_its_place_back(two_each, user_id, monkeypatch):
    guard = SocketGuard(user_id)

    async def connect(consumer):
        consumer.guard = guard
        assert await guard.enter()
        raise ZeroDivisionError

    async def receive():
        return {"type": "websocket.connect"}

    async def send(_):
        raise AssertionError("nothing is said")

    monkeypatch.setattr(ConversationConsumer, "connect", connect)
    with pytest.raises(ZeroDivisionError):
        await ConversationConsumer()({"type": "websocket"}, receive, send)
    assert await members(user_id) == set()
    assert not guard.is_inside


async def test_a_frame_too_many_shuts_the_socket_for_good(two_each, settings, user_id):
    guard = SocketGuard(user_id)
    settings.FRAME_LIMIT = (2, 0.001)
    assert [await guard.lets_speak() for _ in range(3)] == [True, True, False]
    assert guard.is_shut


async def test_after_a_pause_one_frame_goes_without_redis_and_is_counted_with_the_next(
    two_each, settings, user_id, monkeypatch
):
    now = 0.0
    monkeypatch.setattr("chat.guard.monotonic", lambda: now)
    settings.FRAME_LIMIT = (3, 0.001)
    bucket = BUCKET.format(name="frame", user_id=user_id)
    guard = SocketGuard(user_id)
    assert await guard.lets_speak()  # nobody opens sockets for the sake of their first frames
    assert await state().exists(bucket)
    await state().delete(bucket)
    now = 3000.0
    assert await guard.lets_speak()
    assert not await state().exists(bucket)
    assert [await guard.lets_speak() for _ in range(3)] == [True, True, False]
