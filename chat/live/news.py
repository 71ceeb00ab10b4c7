"""How instances tell each other that something happened.

Starts, ends, events and changes are published at once, and stand in one sorted set in Redis for a minute, which every instance
reads every 2 s: what was missed costs 2 s. That a running reply has more text is only hinted at, through the channel layer, to
those who have the conversation open. Text never travels here.
"""

import uuid
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any
from uuid import UUID

import orjson
from channels.layers import get_channel_layer

from companion.health import INSTANCE
from companion.redis import answer, blocking_state, state

KEY = "chat.changes.v2"
CHANNEL = "chat.news.v2"
KEPT_MS = 60_000
_OWN = b'"by":' + orjson.dumps(INSTANCE)

# For steps that have something to tell besides: key, and what ``telling`` answers.
TELLS = """
local function tell(key, item, kept, channel)
  local t = redis.call('TIME')
  local now = t[1] * 1000 + math.floor(t[2] / 1000)
  redis.call('ZADD', key, now, item)
  redis.call('ZREMRANGEBYSCORE', key, '-inf', now - tonumber(kept))
  redis.call('PEXPIRE', key, kept)
  redis.call('PUBLISH', channel, item)
end
"""
_TELL = TELLS + "tell(KEYS[1], ARGV[1], ARGV[2], ARGV[3])"
# Reads a second before what was seen last: two writers' times may cross. Answers members and their times by turns.
_READ = """
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
if ARGV[1] == '' then return {now, {}} end
return {now, redis.call('ZRANGEBYSCORE', KEYS[1], tonumber(ARGV[1]) - 1000, '+inf', 'WITHSCORES')}
"""


@dataclass(frozen=True, slots=True)
class News:
    """``kind`` says what happened, and which fields are there:

    `started`, `text` (there is more in the log), `ended`: ``conversation`` and ``turn``.
    `events`: ``conversation`` and ``frames``, encoded, for all its sockets.
    `state`: ``conversation``, whose route, lock or waiting turn changed; `account`: ``user``, whose session or age changed;
    `person`: ``user`` and ``frames``, for all sockets of theirs.
    """

    kind: str
    conversation: str = ""
    turn: str = ""
    frames: Sequence[str] = ()
    user: int = 0
    by: str = INSTANCE
    id: str = field(default_factory=lambda: uuid.uuid4().hex)

    @property
    def conversation_id(self) -> UUID:
        return UUID(self.conversation)


def group(conversation_id: UUID) -> str:
    return f"conversation.{conversation_id}"


async def hint(news: News) -> None:
    """Nudge the other instances that have this conversation open. Raises STATE_ERRORS."""
    await get_channel_layer().group_send(group(news.conversation_id), asdict(news) | {"type": "news"})


async def tell(news: News) -> None:
    """Tell every instance: at once, or within 2 s. Raises STATE_ERRORS."""
    await answer(state().eval(_TELL, 1, KEY, *telling(news)))


def tell_from_outside(news: News) -> None:
    """As `tell`, from a page, a worker or a command. Raises CACHE_ERRORS."""
    blocking_state().eval(_TELL, 1, KEY, *telling(news))


def telling(news: News | None) -> tuple[bytes, int, str]:
    """What a step needs to tell it; an empty item for nothing."""
    return (encode(news) if news else b"", KEPT_MS, CHANNEL)


def encode(news: News) -> bytes:
    return orjson.dumps(news)


def decode(encoded: bytes) -> News:
    return News(**orjson.loads(encoded))


def is_own(encoded: bytes) -> bool:
    """Whether this instance told it: seen without decoding, because most are. Quotes within other fields are escaped."""
    return _OWN in encoded


def from_hint(message: dict[str, Any]) -> News:
    return News(**{name: value for name, value in message.items() if name != "type"})


class ChangesReader:
    def __init__(self) -> None:
        self._last: int | None = None
        self._seen: set[bytes] = set()

    async def new(self) -> list[tuple[News, float]]:
        """What was recorded since the last call, and how many seconds ago each was; the first call only takes the time.

        Raises STATE_ERRORS.
        """
        now, told = await answer(state().eval(_READ, 1, KEY, "" if self._last is None else self._last))
        times = {member: float(time) for member, time in zip(told[::2], told[1::2], strict=True)}
        fresh = [(decode(member), (now - time) / 1000) for member, time in times.items() if member not in self._seen]
        self._seen = set(times)
        self._last = now
        return fresh
