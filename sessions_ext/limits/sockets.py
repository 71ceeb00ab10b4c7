"""How many sockets a person has open, over all instances; while Redis is away, in this process.

A sorted set a person in Redis: socket ids, each with the time until which it is leased. A process renews the leases of all its
sockets, so those of a process that died fall out after two minutes, and a set that was flushed is whole again within 40 s.
"""

import asyncio
import contextlib

from django.conf import settings

from companion import lifespan
from companion.redis import STATE_ERRORS, answer, state
from sessions_ext.limits.away import redis_away

KEY = "sessions_ext.sockets.v1:{user_id}"
LEASE_MS = 120_000
RENEW_SECONDS = 40.0
USERS_AT_ONCE = 500  # of a renewal's pipeline: packing thousands of commands would hold the event loop

_TAKE = """
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[2]) and not redis.call('ZSCORE', KEYS[1], ARGV[1]) then return 0 end
redis.call('ZADD', KEYS[1], now + ARGV[3], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 1
"""

# The sockets of this process, by user.
_here: dict[int, set[str]] = {}


async def seat_taken(*, user_id: int, socket_id: str) -> bool:
    """Count this socket in until ``seat_left``. False: this person has too many, and it was not counted."""
    is_free = _has_room_here(user_id)  # holds also where Redis has forgotten
    if is_free and redis_away.may_ask():
        arguments = (socket_id, settings.SOCKETS_PER_USER, LEASE_MS)
        try:
            is_free = bool(await answer(state().eval(_TAKE, 1, KEY.format(user_id=user_id), *arguments)))
        except STATE_ERRORS as error:
            redis_away.failed(error)
            is_free = _has_room_here(user_id)  # others came while we waited
        else:
            redis_away.answered()
    if is_free:
        _here.setdefault(user_id, set()).add(socket_id)
    return is_free


def _has_room_here(user_id: int) -> bool:
    limit: int = settings.SOCKETS_PER_USER
    return len(_here.get(user_id, ())) < limit


async def seat_left(*, user_id: int, socket_id: str) -> None:
    """The socket has closed. Where Redis can't be told, its lease ends by itself."""
    mine = _here.get(user_id, set())
    mine.discard(socket_id)
    if not mine:
        _here.pop(user_id, None)
    if redis_away.may_ask():
        await _give_back({user_id: {socket_id}})


async def renew() -> None:
    """Lease every socket of this process anew."""
    users = list(_here)
    try:
        for start in range(0, len(users), USERS_AT_ONCE):
            await _renew({user: set(_here[user]) for user in users[start : start + USERS_AT_ONCE] if user in _here})
    except STATE_ERRORS as error:
        redis_away.failed(error)


async def _renew(sockets: dict[int, set[str]]) -> None:
    seconds, micros = await answer(state().time())
    until = seconds * 1000 + micros // 1000 + LEASE_MS
    async with state().pipeline(transaction=False) as pipe:
        for user_id, ids in sockets.items():
            pipe.zadd(KEY.format(user_id=user_id), dict.fromkeys(ids, until))
            pipe.pexpire(KEY.format(user_id=user_id), LEASE_MS)
        await answer(pipe.execute())
    # Those that closed meanwhile were perhaps told to Redis before they were renewed.
    await _give_back({user_id: gone for user_id, ids in sockets.items() if (gone := ids - _here.get(user_id, set()))})


async def _give_back(sockets: dict[int, set[str]]) -> None:
    if not sockets:
        return
    try:
        async with state().pipeline(transaction=False) as pipe:
            for user_id, ids in sockets.items():
                pipe.zrem(KEY.format(user_id=user_id), *ids)
            await answer(pipe.execute())
    except STATE_ERRORS as error:
        redis_away.failed(error)
    else:
        redis_away.answered()


class Renewer:
    def __init__(self) -> None:
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        self._task = asyncio.get_running_loop().create_task(self._run())

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
        left = dict(_here)
        _here.clear()
        await _give_back(left)

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(RENEW_SECONDS)
            await renew()


def register() -> None:
    """Tie the renewal to the web process's life."""
    renewer = Renewer()
    lifespan.on_start("socket leases", renewer.start)
    lifespan.on_stop("socket leases", renewer.stop)
