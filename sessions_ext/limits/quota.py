"""What one person may use in a day, over all instances: messages, and tokens of models. A day is that of UTC.

Counted in Redis, in one step. A count that isn't there (the day's first message, or Redis was emptied) begins with what the
rows tell, which whoever asks brings along; while Redis is away the rows alone decide.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from django.conf import settings
from django.utils import timezone

from companion.errors import QuotaError
from companion.redis import blocking_state
from companion.sessions import CACHE_ERRORS
from sessions_ext.limits.away import redis_away

KEY = "sessions_ext.quota.v1:{user_id}:{day}"
LIFETIME_SECONDS = 2 * 24 * 3600

# ARGV: the day's messages and tokens (0: any number), lifetime, and where they are known the messages and tokens so far.
# Answers whether it was counted, or that nobody knows yet.
_COUNT = """
if redis.call('EXISTS', KEYS[1]) == 0 then
  if #ARGV < 5 then return 'unknown' end
  redis.call('HSET', KEYS[1], 'messages', ARGV[4], 'tokens', ARGV[5])
  redis.call('EXPIRE', KEYS[1], ARGV[3])
end
local most = {messages = tonumber(ARGV[1]), tokens = tonumber(ARGV[2])}
for name, number in pairs(most) do
  if number > 0 and tonumber(redis.call('HGET', KEYS[1], name) or 0) >= number then return 'full' end
end
redis.call('HINCRBY', KEYS[1], 'messages', 1)
return 'counted'
"""
# ARGV: messages to take back, tokens to add. What nobody counted yet, the rows will tell.
_SETTLE = """
if redis.call('EXISTS', KEYS[1]) == 0 then return end
redis.call('HINCRBY', KEYS[1], 'messages', -ARGV[1])
redis.call('HINCRBY', KEYS[1], 'tokens', ARGV[2])
"""


@dataclass(frozen=True, slots=True)
class Used:
    messages: int
    tokens: int


def is_limited() -> bool:
    return bool(settings.MESSAGES_PER_DAY or settings.TOKENS_PER_DAY)


def day_begins() -> datetime:
    return datetime.combine(timezone.now().astimezone(UTC).date(), time.min, UTC)


def resets_at() -> datetime:
    return day_begins() + timedelta(days=1)


def message_within_quota(*, user_id: int, used_today: Callable[[], Used]) -> None:
    """Count one message of this person's day. Raises QuotaError, with the wait, when the day's are used up."""
    if not is_limited():
        return
    most = (settings.MESSAGES_PER_DAY, settings.TOKENS_PER_DAY)
    said = ""
    if redis_away.may_ask():
        key = key_of(user_id)
        try:
            said = _asked(key, *most, LIFETIME_SECONDS)
            if said == "unknown":
                used = used_today()
                said = _asked(key, *most, LIFETIME_SECONDS, used.messages, used.tokens)
        except CACHE_ERRORS as error:
            redis_away.failed(error)
        else:
            redis_away.answered()
    if said == "full" or (not said and is_used_up(used_today())):
        raise QuotaError(retry_after=round((resets_at() - timezone.now()).total_seconds()))


def settle(*, user_id: int, has_failed: bool, tokens: int) -> None:
    """After an answer: what it took; a message that got none for a fault of ours counts for nothing."""
    if not is_limited() or not redis_away.may_ask():
        return
    try:
        blocking_state().eval(_SETTLE, 1, key_of(user_id), int(has_failed), tokens)
    except CACHE_ERRORS as error:
        redis_away.failed(error)
    else:
        redis_away.answered()


def used_so_far(*, user_id: int, used_today: Callable[[], Used]) -> Used:
    """Today, as it is counted; from the rows where it isn't."""
    if is_limited() and redis_away.may_ask():
        try:
            messages, tokens = blocking_state().hmget(key_of(user_id), "messages", "tokens")
        except CACHE_ERRORS as error:
            redis_away.failed(error)
        else:
            redis_away.answered()
            if messages is not None and tokens is not None:
                return Used(int(messages), int(tokens))
    return used_today()


def is_used_up(used: Used) -> bool:
    return any(
        most and count >= most
        for most, count in ((settings.MESSAGES_PER_DAY, used.messages), (settings.TOKENS_PER_DAY, used.tokens))
    )


def key_of(user_id: int) -> str:
    return KEY.format(user_id=user_id, day=day_begins().date())


def _asked(key: str, *arguments: int) -> str:
    said: bytes = blocking_state().eval(_COUNT, 1, key, *arguments)
    return said.decode()
