"""One token bucket for all instances, taken from in one step by Redis' own clock; while Redis is away, one a process.

A bucket is a single number: the moment at which it is full again. Its key lives until then, so a missing key is a full bucket.
Over any T seconds of steady asking, what passes differs from ``capacity + per_second * T`` by at most one.
"""

import heapq
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from companion.redis import STATE_ERRORS, answer, blocking_state, state
from companion.sessions import CACHE_ERRORS
from sessions_ext.limits.away import redis_away

KEY = "sessions_ext.bucket.v1:{name}:{user_id}"

CLOCK = """
local t = redis.call('TIME')
local now = t[1] * 1000000 + t[2]
"""
# All times in microseconds. ARGV: what filling an empty bucket takes, what filling the wanted tokens takes.
# Answers the wait; 0: taken. A clock that was set back must not leave a bucket emptier than empty.
TAKE = """
local whole, cost = tonumber(ARGV[1]), tonumber(ARGV[2])
local full_at = math.min(math.max(tonumber(redis.call('GET', KEYS[1]) or 0), now), now + whole)
local wait = full_at + cost - whole - now
if wait > 0 then return math.ceil(wait) end
full_at = full_at + cost
redis.call('SET', KEYS[1], string.format('%.17g', full_at), 'PX', math.ceil((full_at - now) / 1000))
return 0
"""


@dataclass(frozen=True, slots=True)
class Limit:
    """``capacity`` at once, ``per_second`` over time."""

    capacity: int
    per_second: float

    def __post_init__(self) -> None:
        if self.capacity < 1 or self.per_second <= 0:
            raise ValueError("A limit lets something through.")

    def seconds(self, tokens: float) -> float:
        """How long so many tokens take to come back."""
        if not 0 < tokens <= self.capacity:
            raise ValueError("That many tokens never fit into the bucket.")
        return tokens / self.per_second


def take(*, name: str, user_id: int, limit: Limit, tokens: float = 1) -> float | None:
    """Take from this person's bucket on all instances. None: let through; else the seconds to wait, and nothing was taken."""
    key, arguments = KEY.format(name=name, user_id=user_id), _arguments(limit, tokens)
    if redis_away.may_ask():
        try:
            wait: int = blocking_state().eval(CLOCK + TAKE, 1, key, *arguments)
        except CACHE_ERRORS as error:
            redis_away.failed(error)
        else:
            return _answered(wait)
    return _local.take(key, limit, tokens)


async def take_async(*, name: str, user_id: int, limit: Limit, tokens: float = 1) -> float | None:
    """As ``take``, on the event loop."""
    key, arguments = KEY.format(name=name, user_id=user_id), _arguments(limit, tokens)
    if redis_away.may_ask():
        try:
            wait: int = await answer(state().eval(CLOCK + TAKE, 1, key, *arguments))
        except STATE_ERRORS as error:
            redis_away.failed(error)
        else:
            return _answered(wait)
    return _local.take(key, limit, tokens)


def _arguments(limit: Limit, tokens: float) -> tuple[float, float]:
    return limit.seconds(limit.capacity) * 1e6, limit.seconds(tokens) * 1e6


def _answered(wait: int) -> float | None:
    redis_away.answered()
    return wait / 1e6 if wait else None


class LocalBuckets:
    """The same buckets for this process alone; any thread may take. At most ``most`` are kept, the fullest go first."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic, most: int = 10_000) -> None:
        self._clock = clock
        self._most = most
        self._lock = threading.Lock()
        self._full_at: dict[str, float] = {}

    def __len__(self) -> int:
        return len(self._full_at)

    def take(self, key: str, limit: Limit, tokens: float = 1) -> float | None:
        whole, cost = limit.seconds(limit.capacity), limit.seconds(tokens)
        with self._lock:
            now = self._clock()
            full_at = max(self._full_at.get(key, now), now) + cost
            wait = full_at - whole - now
            if wait > 0:
                return wait
            self._full_at[key] = full_at
            if len(self._full_at) > self._most:
                self._forget(now)
        return None

    def _forget(self, now: float) -> None:
        kept = [(full_at, key) for key, full_at in self._full_at.items() if full_at > now]
        self._full_at = {key: full_at for full_at, key in heapq.nlargest(self._most * 9 // 10, kept)}


_local = LocalBuckets()
