"""What the web process opens before it listens and closes after it drained; Daphne itself has no such moments."""

import logging
from collections.abc import Awaitable, Callable

logger = logging.getLogger(__name__)

Step = Callable[[], Awaitable[None]]

_starts: list[tuple[str, Step]] = []
_drains: list[tuple[str, Step]] = []
_stops: list[tuple[str, Step]] = []


def on_start(name: str, step: Step) -> None:
    """Run before the process listens; a failure stops the start."""
    _starts.append((name, step))


def on_drain(name: str, step: Step) -> None:
    """Run after the sockets were told to go elsewhere; may take up to DRAIN_SECONDS."""
    _drains.append((name, step))


def on_stop(name: str, step: Step) -> None:
    """Run last, in the reverse order of registration; a failure is logged and the rest still run."""
    _stops.insert(0, (name, step))


async def start() -> None:
    for name, step in _starts:
        logger.debug("start: %s", name)
        await step()


async def drain() -> None:
    for name, step in _drains:
        await _carefully(name, step)


async def stop() -> None:
    for name, step in _stops:
        await _carefully(name, step)


async def _carefully(name: str, step: Step) -> None:
    try:
        await step()
    except Exception:
        logger.exception("stopping %s failed", name)
