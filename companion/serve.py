"""The web process: Daphne, with a beginning and an end of its own.

Daphne has no lifespan, and on SIGTERM it drops every socket without a close frame and every background task. So its own
signal handlers stay off. Start: what ``companion.lifespan`` lists, then listen. Stop: ``/readyz`` says 503, sockets are sent
to another instance, running turns finish, then the process ends. A second signal ends it at once.
"""

import asyncio
import gc
import logging
import signal
import sys
from typing import Any

import autobahn.util
from daphne.server import Server
from twisted.internet import reactor

from companion import lifespan
from companion.health import Drain
from companion.hugepages import use_huge_pages
from companion.openfiles import allow_files

logger = logging.getLogger(__name__)

MOST_FILES = 65_536  # one for each socket; memory and processor are short long before

# Autobahn would colour a line for its debug log at every frame, whether anybody reads it or not.
autobahn.util._HAS_CLICK = False  # noqa: SLF001


class WebProcess(Server):
    def __init__(
        self, application: Any, loop: asyncio.AbstractEventLoop, *, host: str, port: int, max_frame_bytes: int
    ) -> None:
        interface = host.replace(":", r"\:")
        super().__init__(
            application,
            endpoints=[f"tcp:port={port}:interface={interface}"],
            signal_handlers=False,
            verbosity=1,
            websocket_max_message_size=max_frame_bytes,
            websocket_max_frame_size=max_frame_bytes,
            # Clients say that they live, and who says nothing is closed (chat/consumer.py): to ask as well costs as much again.
            ping_interval=sys.maxsize,
            server_name="Companion",
        )
        self.has_failed = False
        self._loop = loop
        self._stopping: asyncio.Task[None] | None = None

    def run(self) -> None:
        allow_files(MOST_FILES)
        self._loop.run_until_complete(lifespan.start())
        for name in (signal.SIGTERM, signal.SIGINT):
            self._loop.add_signal_handler(name, self._on_signal)
        reactor.callWhenRunning(self._close_politely)
        _settle_the_heap()
        super().run()

    def listen_success(self, port: Any) -> None:
        super().listen_success(port)
        logger.info("listening on %s:%s", *self.listening_addresses[-1])

    def listen_error(self, failure: Any) -> None:
        logger.critical(
            "can't listen: %s. Stop what uses the port, or choose another with --port.", failure.getErrorMessage()
        )
        self.has_failed = True
        self.stop()

    def _close_politely(self) -> None:
        # A frame over the limit is answered with close code 1009 instead of a dropped connection.
        # Origin "null" is for chat.routing to refuse, with 403 as any other that isn't ours.
        self.ws_factory.setProtocolOptions(failByDrop=False, allowNullOrigin=True)

    def _on_signal(self) -> None:
        if self._stopping is not None:
            logger.warning("ending at once")
            self.stop()
            return
        self._stopping = self._loop.create_task(self._drain())

    async def _drain(self) -> None:
        Drain.is_draining = True
        logger.info("draining")
        try:
            await lifespan.drain()
        finally:
            await lifespan.stop()
            logger.info("stopped")
            self.stop()


def _settle_the_heap() -> None:
    """What the start made stays to the end: the collector need not look through it, and seldom at the rest."""
    gc.collect()
    gc.freeze()
    use_huge_pages()
    gc.set_threshold(20_000, 20, 50)
