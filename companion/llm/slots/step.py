"""What stands in Redis of a provider's slots, and the one step that changes it.

Six keys a provider. ``held``: who is before the model; ``behind``: the same of work that nobody waits for; both with the time
until which they are leased. ``queue``: who stands in line, by whose turn it is; ``alive``: the same with the time until which
their process is believed to live. ``state``: how long a slot was held lately (``pace``), the failures in a row, how long the
provider is left alone (``open_until``), and whose turn it was last (``round``). ``turns``: the last turn in line of each person.

A process says everything that it holds and waits for each time it asks, so whatever was flushed stands there again afterwards.
"""

import hashlib
from dataclasses import dataclass, field
from typing import Any

import orjson

from companion.llm.providers import Provider
from companion.redis import answer, state

KEY = "llm.slots.v1:{provider}:{part}"
PARTS = ("held", "behind", "queue", "alive", "state", "turns")

LEASE_MS = 6_000
KEPT_MS = 3_600_000
FAILURES = 5  # in a row; then a provider is left alone
PAUSE_MS = 15_000
PROBE_MS = 5_000  # how long the one that tries it afterwards is waited for

# Who died frees what they held. Shared with the step of the workers (behind.py).
CLOCK = """
local held, behind, queue, alive, state, turns = unpack(KEYS)
local ask = cjson.decode(ARGV[1])
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local lease = now + ask.lease
redis.call('ZREMRANGEBYSCORE', held, '-inf', now)
redis.call('ZREMRANGEBYSCORE', behind, '-inf', now)
for _, gone in ipairs(redis.call('ZRANGEBYSCORE', alive, '-inf', now)) do redis.call('ZREM', queue, gone) end
redis.call('ZREMRANGEBYSCORE', alive, '-inf', now)

local function learn(ended)
  if ended.ms > 0 then
    local pace = tonumber(redis.call('HGET', state, 'pace') or ended.ms)
    redis.call('HSET', state, 'pace', math.ceil(pace * 0.9 + ended.ms * 0.1))
  end
  if ended.outcome == 'failed' then
    if redis.call('HINCRBY', state, 'failures', 1) >= ask.failures then
      redis.call('HSET', state, 'open_until', now + ask.pause)
    end
  elseif ended.outcome == 'answered' then
    redis.call('HDEL', state, 'failures', 'open_until')
  end
end
"""
# A person's place is as many rounds back as they have turns before the model or in line: others go between them.
_STEP = (
    CLOCK
    + """
for _, ended in ipairs(ask.ended) do
  if ended.token ~= '' then
    redis.call('ZREM', held, ended.token)
    redis.call('ZREM', alive, ended.token)
    redis.call('ZREM', queue, ended.token)
  end
  learn(ended)
end
for _, token in ipairs(ask.held) do redis.call('ZADD', held, lease, token) end

local free = ask.slots - redis.call('ZCARD', held) - redis.call('ZCARD', behind)
local is_open = tonumber(redis.call('HGET', state, 'failures') or 0) >= ask.failures
local left_alone = 0
if is_open then
  left_alone = math.max(0, tonumber(redis.call('HGET', state, 'open_until') or 0) - now)
  if left_alone > 0 then free = 0 else free = math.min(free, 1) end
end
local function let(token, until_)
  redis.call('ZADD', held, until_, token)
  free = free - 1
  if is_open then  -- one tries; the others wait for what it says
    redis.call('HSET', state, 'open_until', now + ask.probe)
    free, left_alone = 0, ask.probe
  end
end

local round = tonumber(redis.call('HGET', state, 'round') or 0)
local function stand(one)
  local mine, own = '.' .. one.user .. '.', 0
  for _, token in ipairs(redis.call('ZRANGE', held, 0, -1)) do
    if string.find(token, mine, 1, true) then own = own + 1 end
  end
  local turn = math.max(round + own, tonumber(redis.call('HGET', turns, one.user) or -1) + 1)
  redis.call('HSET', turns, one.user, turn)
  redis.call('ZADD', queue, one.urgent and -1 or turn, one.token)
end
local waiting = redis.call('ZCARD', queue)
for _, one in ipairs(ask.waiting) do
  if redis.call('ZSCORE', held, one.token) then
    redis.call('ZADD', held, lease, one.token)
  elseif waiting == 0 and free > 0 then
    let(one.token, lease)
  else
    redis.call('ZADD', alive, lease, one.token)
    if not redis.call('ZSCORE', queue, one.token) then
      stand(one)
      waiting = waiting + 1
    end
  end
end
while free > 0 and waiting > 0 do
  local first = redis.call('ZPOPMIN', queue)
  -- The lease is what its process was last believed to live: it says more when it hears of this.
  let(first[1], redis.call('ZSCORE', alive, first[1]) or lease)
  redis.call('ZREM', alive, first[1])
  redis.call('HSET', state, 'round', math.max(round, tonumber(first[2])))
  round = math.max(round, tonumber(first[2]))
  waiting = waiting - 1
end
if waiting == 0 then
  redis.call('DEL', turns)
  redis.call('HDEL', state, 'round')
end

local let_in, places = {}, {}
for _, one in ipairs(ask.waiting) do
  local rank = redis.call('ZRANK', queue, one.token)
  if rank then places[one.token] = rank + 1 else let_in[#let_in + 1] = one.token end
end
for _, key in ipairs(KEYS) do redis.call('PEXPIRE', key, ask.kept) end
local pace = tonumber(redis.call('HGET', state, 'pace') or 0)
return cjson.encode({free = free, waiting = waiting, pace = pace, left_alone = left_alone, let_in = let_in, places = places})
"""
)


@dataclass(frozen=True, slots=True)
class Ended:
    """``token`` is empty where the slot was handed on, ``milliseconds`` 0 where none was held."""

    token: str
    milliseconds: int = 0
    outcome: str = ""  # "answered", "failed", or nobody knows

    def told(self) -> dict[str, Any]:
        return {"token": self.token, "ms": self.milliseconds, "outcome": self.outcome}


@dataclass(frozen=True, slots=True)
class Waits:
    token: str
    user_id: int
    is_urgent: bool

    def told(self) -> dict[str, Any]:
        return {"token": self.token, "user": str(self.user_id), "urgent": self.is_urgent}


@dataclass(frozen=True, slots=True)
class Told:
    """``places`` in line by token, of those of the asker who aren't ``let_in``; ``left_alone``: the provider, so long."""

    free: int
    waiting: int
    pace_seconds: float
    left_alone_seconds: float
    let_in: frozenset[str] = frozenset()
    places: dict[str, int] = field(default_factory=dict)


def keys_of(provider: Provider) -> list[str]:
    """By name and address: another server has slots of its own."""
    digest = hashlib.sha256(provider.base_url.encode()).hexdigest()[:8]
    return [KEY.format(provider=f"{provider.name}.{digest}", part=part) for part in PARTS]


def numbers() -> dict[str, int]:
    return {"lease": LEASE_MS, "failures": FAILURES, "pause": PAUSE_MS, "probe": PROBE_MS, "kept": KEPT_MS}


async def take_step(keys: list[str], *, slots: int, held: list[str], waiting: list[Waits], ended: list[Ended]) -> Told:
    """Tell Redis everything of this process, and learn who may go. Raises STATE_ERRORS."""
    ask = numbers() | {
        "slots": slots,
        "held": held,
        "waiting": [one.told() for one in waiting],
        "ended": [one.told() for one in ended],
    }
    told = orjson.loads(await answer(state().eval(_STEP, len(keys), *keys, orjson.dumps(ask))))
    return Told(
        free=told["free"],
        waiting=told["waiting"],
        pace_seconds=told["pace"] / 1000,
        left_alone_seconds=told["left_alone"] / 1000,
        let_in=frozenset(told["let_in"]),
        places=told["places"] or {},
    )
