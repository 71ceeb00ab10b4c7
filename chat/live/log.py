"""The reply log: what a running turn has said, in Redis, where every instance reads it; and the lease that says its owner lives.

Four keys a turn. ``events``: its encoded frames but deltas, in order. ``text``: the reply so far, UTF-8. ``lease``: owner and
fence, 6 s. ``stop``: somebody asked to stop it. Each write is one Lua step that checks whose lease it is and whether the log
has the length that the writer left; a log that was flushed is written again whole. A fifth key, ``watch``, is set by readers
on other instances: only then a writer sends them hints about text. A write may carry news, which are told with it or not at all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any
from uuid import UUID

from chat.live import news
from chat.live.news import News
from companion.redis import answer, state

LEASE_MS = 6_000
RUNNING_TTL_MS = 15 * 60_000
ENDED_TTL_MS = 60_000
WATCH_SECONDS = 10

# Answers: {status, stop, watched}. KEYS: lease, events, text, stop, watch, and that of the news.
_APPEND = (
    news.TELLS
    + """
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return {'lost', 0, 0} end
if redis.call('LLEN', KEYS[2]) ~= tonumber(ARGV[2]) or redis.call('STRLEN', KEYS[3]) ~= tonumber(ARGV[3]) then
  return {'gap', 0, 0}
end
for i = 10, #ARGV do redis.call('RPUSH', KEYS[2], ARGV[i]) end
if ARGV[4] ~= '' then redis.call('APPEND', KEYS[3], ARGV[4]) end
redis.call('PEXPIRE', KEYS[2], ARGV[6])
redis.call('PEXPIRE', KEYS[3], ARGV[6])
if tonumber(ARGV[5]) > 0 then redis.call('PEXPIRE', KEYS[1], ARGV[5]) else redis.call('DEL', KEYS[1]) end
if ARGV[7] ~= '' then tell(KEYS[6], ARGV[7], ARGV[8], ARGV[9]) end
return {'ok', redis.call('EXISTS', KEYS[4]), redis.call('EXISTS', KEYS[5])}
"""
)
# As _APPEND, from nothing: a lease of somebody else is respected, a missing one is taken.
_WRITE_WHOLE = (
    news.TELLS
    + """
local lease = redis.call('GET', KEYS[1])
if lease and lease ~= ARGV[1] and ARGV[2] ~= 'force' then return {'lost', 0, 0} end
redis.call('DEL', KEYS[2], KEYS[3])
for i = 9, #ARGV do redis.call('RPUSH', KEYS[2], ARGV[i]) end
if ARGV[3] ~= '' then redis.call('SET', KEYS[3], ARGV[3]) end
redis.call('PEXPIRE', KEYS[2], ARGV[5])
redis.call('PEXPIRE', KEYS[3], ARGV[5])
if tonumber(ARGV[4]) > 0 then redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[4]) else redis.call('DEL', KEYS[1]) end
if ARGV[6] ~= '' then tell(KEYS[6], ARGV[6], ARGV[7], ARGV[8]) end
return {'ok', redis.call('EXISTS', KEYS[4]), redis.call('EXISTS', KEYS[5])}
"""
)


class Status(Enum):
    OK = b"ok"
    GAP = b"gap"  # the log isn't as the writer left it: write it whole
    LOST = b"lost"  # the lease is missing or somebody else's: ask Postgres whose turn it is


@dataclass(frozen=True, slots=True)
class Addition:
    """To a log that should hold ``events_known`` events and ``bytes_known`` bytes."""

    turn_id: UUID
    token: str
    events_known: int
    bytes_known: int
    text: str
    new_events: Sequence[str]
    is_end: bool
    told: News | None = None


@dataclass(frozen=True, slots=True)
class Written:
    status: Status
    is_stop_asked: bool
    is_watched: bool


@dataclass(frozen=True, slots=True)
class LogPart:
    events: list[str]
    text: str
    text_bytes: int


def keys_of(turn_id: UUID) -> list[str]:
    return [f"chat.{name}.v1:{turn_id}" for name in ("lease", "events", "text", "stop", "watch")]


async def append(addition: Addition) -> Written:
    """Raises STATE_ERRORS."""
    return _written(await answer(state().eval(_APPEND, 6, *_appended(addition))))


async def append_all(additions: Sequence[Addition]) -> list[Written]:
    """Of many turns in one round trip. Raises STATE_ERRORS, and then nobody knows which were written."""
    async with state().pipeline(transaction=False) as pipe:
        for addition in additions:
            pipe.eval(_APPEND, 6, *_appended(addition))
        return [_written(reply) for reply in await answer(pipe.execute())]


def _appended(addition: Addition) -> list[Any]:
    known = (addition.events_known, addition.bytes_known)
    lifetimes = _lifetimes(is_end=addition.is_end)
    return [
        *keys_of(addition.turn_id),
        news.KEY,
        addition.token,
        *known,
        addition.text.encode(),
        *lifetimes,
        *news.telling(addition.told),
        *addition.new_events,
    ]


async def write_whole(
    turn_id: UUID,
    *,
    token: str,
    text: str,
    events: Sequence[str],
    is_end: bool = False,
    is_forced: bool = False,
    told: News | None = None,
) -> Written:
    """Write a log from nothing, with its lease. ``is_forced`` when Postgres said that the turn is ours. Raises STATE_ERRORS."""
    force = "force" if is_forced else ""
    arguments: list[Any] = [token, force, text.encode(), *_lifetimes(is_end=is_end), *news.telling(told), *events]
    return _written(await answer(state().eval(_WRITE_WHOLE, 6, *keys_of(turn_id), news.KEY, *arguments)))


def _lifetimes(*, is_end: bool) -> tuple[int, int]:
    """Of the lease and of the log."""
    return (0, ENDED_TTL_MS) if is_end else (LEASE_MS, RUNNING_TTL_MS)


def _written(reply: list[bytes | int]) -> Written:
    return Written(Status(reply[0]), bool(reply[1]), bool(reply[2]))


async def read(turn_id: UUID, *, events_known: int, bytes_known: int) -> LogPart:
    """What the log holds beyond what the reader knows; tells the writer that somebody reads. Raises STATE_ERRORS."""
    _lease, events_key, text_key, _stop, watch = keys_of(turn_id)
    async with state().pipeline(transaction=True) as pipe:
        pipe.lrange(events_key, events_known, -1)
        pipe.getrange(text_key, bytes_known, -1)
        pipe.set(watch, 1, ex=WATCH_SECONDS)
        events, text, _ = await answer(pipe.execute())
    if isinstance(text, str):  # redis-py types GETRANGE loosely
        text = text.encode()
    return LogPart([event.decode() for event in events], text.decode(), len(text))


async def text_so_far(turn_id: UUID) -> str:
    """Raises STATE_ERRORS."""
    text: bytes | None = await answer(state().get(keys_of(turn_id)[2]))
    return (text or b"").decode()


async def ask_to_stop(turn_id: UUID) -> None:
    """The owner sees it at its next write, within half a second. Raises STATE_ERRORS."""
    await answer(state().set(keys_of(turn_id)[3], 1, px=RUNNING_TTL_MS))


async def living(turn_ids: Sequence[UUID]) -> set[UUID]:
    """Those of the turns whose owner holds its lease. Raises STATE_ERRORS: then nobody knows."""
    if not turn_ids:
        await answer(state().ping())
        return set()
    leases = await answer(state().mget([keys_of(turn_id)[0] for turn_id in turn_ids]))
    return {turn_id for turn_id, lease in zip(turn_ids, leases, strict=True) if lease is not None}
