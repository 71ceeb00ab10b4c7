"""How many may be before a provider's model at once, over all instances; who comes when it is full stands in line.

The line is fair: everybody's first turn goes before anybody's second. ``docs/models.md`` tells the rest.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakKeyDictionary

from companion.errors import LLMOverloadedError, LLMUnavailableError
from companion.llm.providers import Provider
from companion.llm.slots.line import Line, Tell

_lines: "WeakKeyDictionary[asyncio.AbstractEventLoop, dict[str, Line]]" = WeakKeyDictionary()


@asynccontextmanager
async def slot(provider: Provider, *, user_id: int, is_urgent: bool, until: float, tell: Tell) -> AsyncIterator[bool]:
    """A slot while the body runs; whether it had to be waited for. ``tell`` hears each position in line, and about how many
    seconds it takes from there, if that is known. Urgent ones stand at the front.

    Raises as `Line.enter` does.
    """
    if not provider.slots:
        yield False
        return
    line = _line(provider)
    has_waited = False

    async def tell_too(position: int, seconds: float | None) -> None:
        nonlocal has_waited
        has_waited = True
        await tell(position, seconds)

    place = await line.enter(user_id=user_id, is_urgent=is_urgent, until=until, tell=tell_too)
    has_failed: bool | None = None
    try:
        yield has_waited
        has_failed = False
    except LLMUnavailableError as error:
        has_failed = None if isinstance(error, LLMOverloadedError) else True
        raise
    finally:
        line.leave(place, has_failed=has_failed)


def _line(provider: Provider) -> Line:
    lines = _lines.setdefault(asyncio.get_running_loop(), {})
    if provider.name not in lines:
        lines[provider.name] = Line(provider)
    return lines[provider.name]


def send_the_waiting_away() -> None:
    """This process drains: who stands in line here ends with DrainingError, also who comes and finds no slot free."""
    for line in _lines.get(asyncio.get_running_loop(), {}).values():
        line.close()


async def give_all_back() -> None:
    """Before the process ends."""
    for line in _lines.pop(asyncio.get_running_loop(), {}).values():
        await line.stop()
