"""The live side of one web process: its hub, its runner, its sweeper; opened and closed with it."""

from dataclasses import dataclass

from chat.live.hub import Hub
from chat.live.runner import Runner
from chat.live.sweeper import Sweeper
from chat.safety import classify
from companion import lifespan, redis
from companion.llm.chat import close_client, open_client
from companion.llm.embeddings import open_embedder
from companion.llm.slots import give_all_back


@dataclass(frozen=True, slots=True)
class Live:
    hub: Hub
    runner: Runner
    sweeper: Sweeper


_live: Live | None = None


def live() -> Live:
    if _live is None:
        raise RuntimeError("The live side runs only in a web process: start it with manage.py serve.")
    return _live


async def open_live() -> Live:
    global _live
    classify("")  # reads the rules, so that nobody's first message waits for it
    await open_client()
    await open_embedder()
    hub = Hub()
    _live = Live(hub=hub, runner=Runner(hub), sweeper=Sweeper(hub))
    hub.start()
    _live.sweeper.start()
    return _live


async def close_live() -> None:
    global _live
    opened, _live = live(), None
    await opened.sweeper.stop()
    await opened.runner.stop_all()
    await opened.hub.stop()
    await give_all_back()
    await close_client()
    await redis.close()


def register() -> None:
    """Tie the live side to the web process's life."""
    lifespan.on_start("live", _open)
    lifespan.on_drain("sockets", _send_away)
    lifespan.on_drain("turns", _drain)
    lifespan.on_stop("live", close_live)


async def _open() -> None:
    await open_live()


async def _send_away() -> None:
    await live().hub.send_away()


async def _drain() -> None:
    await live().runner.drain()
