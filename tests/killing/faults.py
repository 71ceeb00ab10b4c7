"""What is done to a running Companion, and which ends of replies may come of it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import redis

from companion.simulated.house import House
from companion.simulated.running import RunningUpstream
from tests.sentinel.watched import Watched


@dataclass(frozen=True)
class Fault:
    """``ends``: how replies may end beside `stop`. ``seconds``: how long it lasts; a process comes back when it can."""

    ends: frozenset[str] = frozenset()
    seconds: float = 0.0


DEAD = frozenset({"interrupted"})
BROKEN = frozenset(
    {"interrupted", "provider_down"}
)  # the latter also of those who come while it is left alone for that
NO_DATABASE = frozenset({"overloaded"})
KILLS = {
    "web -9": Fault(DEAD),
    "web gently": Fault(frozenset({"draining"})),
    "valkey -9": Fault(),
    "postgres -9": Fault(NO_DATABASE),
    "worker -9": Fault(),
    "up -9": Fault(DEAD | NO_DATABASE),
}
# Longer than FIRST_TOKEN_SECONDS of companion/llm/chat.py, so that who waits for the first word is given up, too.
STALLED_SECONDS = 35.0
SLOW_SECONDS, SLOW_TIMES = 15.0, 8
STARTED_AGAIN_SECONDS = 60.0  # at most, for what was killed before
MORE = {
    "valkey gently": Fault(),
    "valkey flush": Fault(),
    "postgres gently": Fault(NO_DATABASE),
    "upstream cut": Fault(BROKEN),
    "upstream stalled": Fault(BROKEN, STALLED_SECONDS),
    "upstream slow": Fault(frozenset(), SLOW_SECONDS),
}
WATCHED = {"master -9": Fault()}  # of a Redis that Sentinels watch
FAULTS = KILLS | MORE | WATCHED


@dataclass(frozen=True)
class Targets:
    house: House
    upstream: RunningUpstream
    watched: Watched | None = None


async def strike(kind: str, targets: Targets) -> str:
    """Do it, as soon as there is something to do it to; what was struck."""
    house, upstream = targets.house, targets.upstream
    match kind:
        case "valkey flush":
            await asyncio.to_thread(flush, house.values["REDIS_URL"])
        case "upstream cut":
            return f"{kind} ({await asyncio.to_thread(upstream.trouble, 'cut')} streams)"
        case "upstream stalled":
            await asyncio.to_thread(upstream.trouble, "stall", seconds=STALLED_SECONDS)
        case "upstream slow":
            await asyncio.to_thread(upstream.trouble, "slow", seconds=SLOW_SECONDS, times=SLOW_TIMES)
        case "master -9":
            assert targets.watched is not None
            await asyncio.to_thread(targets.watched.kill_master)
        case _:
            async with asyncio.timeout(STARTED_AGAIN_SECONDS):
                while not (struck := house.strike(kind)):
                    await asyncio.sleep(0.1)  # it is being started again, and has no pid to strike yet
            return struck
    return kind


def flush(url: str) -> None:
    with redis.Redis.from_url(url) as client:
        client.flushall()
