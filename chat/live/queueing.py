"""A turn's place in line for a model, told to everybody who has the conversation open."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from math import ceil

from django.conf import settings

from chat import events
from chat.live.feed import Feed
from chat.turns.course import LiveTurn
from companion.llm.providers import Provider
from companion.llm.slots import slot

SUPPORT_WAIT_SECONDS = 5.0  # then fixed words answer: nobody in a crisis stands in line for long
LEAST_SECONDS = 1.0  # for who is asked instead, after the wait for another


def wait_until(turn: LiveTurn) -> float:
    """How long this turn may stand in line, whoever is asked; the loop's time."""
    longest = float(settings.MODEL_WAIT_SECONDS)
    return asyncio.get_running_loop().time() + (min(SUPPORT_WAIT_SECONDS, longest) if turn.fixed else longest)


@asynccontextmanager
async def model_slot(turn: LiveTurn, feed: Feed, provider: Provider, *, until: float) -> AsyncIterator[bool]:
    """Hold a slot of this provider; whether it had to be waited for. Raises LLMUnavailableError and DrainingError."""
    until = max(until, asyncio.get_running_loop().time() + LEAST_SECONDS)

    async def tell(position: int, seconds: float | None) -> None:
        whole = None if seconds is None else ceil(seconds)
        await feed.say_queued(events.encode(events.turn_queued(turn_id=turn.id, position=position, seconds=whole)))

    async with slot(provider, user_id=turn.user_id, is_urgent=bool(turn.fixed), until=until, tell=tell) as has_waited:
        yield has_waited
