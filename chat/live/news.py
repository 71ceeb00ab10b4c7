"""How instances tell each other that something happened in a conversation.

A hint goes through the channel layer at once; starts, ends and events also stand in one sorted set in Redis for a minute, which
every instance reads every 2 s, so a lost hint costs 2 s. Both carry the same news; text never travels here.
"""

import json
import uuid
from dataclasses import asdict, dataclass, field
from typing import Any
from uuid import UUID

from channels.layers import get_channel_layer

from companion.health import INSTANCE
from companion.redis import answer, state

KEY = "chat.changes.v1"
KEPT_MS = 60_000

ADD = """
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
redis.call('ZADD', KEYS[1], now, ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - tonumber(ARGV[2]))
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return now
"""
# Reads a second before what was seen last: two writers' times may cross.
READ = """
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
if ARGV[1] == '' then return {now, {}} end
return {now, redis.call('ZRANGEBYSCORE', KEYS[1], tonumber(ARGV[1]) - 1000, '+inf')}
"""


@dataclass(frozen=True, slots=True)
class News:
    """``kind``: `started`, `text` (there is more in the log), `ended`, or `event` (an encoded frame for all sockets)."""

    kind: str
    conversation: str
    turn: str = ""
    frame: str = ""
    by: str = INSTANCE
    id: str = field(default_factory=lambda: uuid.uuid4().hex)

    @property
    def conversation_id(self) -> UUID:
        return UUID(self.conversation)


def group(conversation_id: UUID) -> str:
    return f"conversation.{conversation_id}"


async def hint(news: News) -> None:
    """Tell the other instances at once, if they are there to hear. Raises STATE_ERRORS."""
    await get_channel_layer().group_send(group(news.conversation_id), asdict(news) | {"type": "news"})


async def record(news: News) -> None:
    """Let every instance find it within 2 s. Raises STATE_ERRORS."""
    await answer(state().eval(ADD, 1, KEY, encode(news), KEPT_MS))


def encode(news: News) -> str:
    return json.dumps(asdict(news))


def from_hint(message: dict[str, Any]) -> News:
    return News(**{name: value for name, value in message.items() if name != "type"})


class ChangesReader:
    def __init__(self) -> None:
        self._last: int | None = None
        self._seen: set[str] = set()

    async def new(self) -> list[News]:
        """What was recorded since the last call; the first call only takes the time. Raises STATE_ERRORS."""
        now, members = await answer(state().eval(READ, 1, KEY, "" if self._last is None else self._last))
        fresh = [News(**json.loads(member)) for member in members if member.decode() not in self._seen]
        self._seen = {member.decode() for member in members}
        self._last = now
        return fresh
