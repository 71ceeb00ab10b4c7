"""Where django-ratelimit counts: in Redis, and while that is away, in this process.

On its own django-ratelimit answers 500 when its cache fails. Only what it calls is covered.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from django.core.cache.backends.locmem import LocMemCache
from django_redis.cache import RedisCache

from companion.sessions import CACHE_ERRORS
from sessions_ext.limits.away import redis_away

# Keys carry their window, so one that stays too long only takes room.
LONGEST_SECONDS = 24 * 3600

T = TypeVar("T")


class FormCounts(RedisCache):
    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self._here = LocMemCache("sessions_ext.form_counts", {"OPTIONS": {"MAX_ENTRIES": 10_000}})

    def add(self, key: str, value: int, timeout: float | None = LONGEST_SECONDS, **options: Any) -> bool:
        return self._count(
            lambda: bool(super(FormCounts, self).add(key, value, timeout, **options)),
            lambda: self._here.add(key, value, timeout),
        )

    def incr(self, key: str, delta: int = 1, **options: Any) -> int:
        def here() -> int:
            self._here.add(key, 0, LONGEST_SECONDS)  # Redis went after `add`
            return self._here.incr(key, delta)

        return self._count(lambda: int(super(FormCounts, self).incr(key, delta, **options)), here)

    def _count(self, in_redis: Callable[[], T], here: Callable[[], T]) -> T:
        if redis_away.may_ask():
            try:
                counted = in_redis()
            except CACHE_ERRORS as error:
                redis_away.failed(error)
            else:
                redis_away.answered()
                return counted
        return here()
