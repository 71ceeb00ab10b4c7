"""The event loop of the web process: uvloop's, with Twisted's reactor on it. Import before Daphne, which keeps what it finds."""

import asyncio
from typing import Any

import uvloop
from twisted.internet import asyncioreactor, main
from twisted.internet.tcp import Server


class Reactor(asyncioreactor.AsyncioSelectorReactor):
    """Writes to a client in the loop's next round; only what its socket didn't take is watched for.

    Twisted registers each socket with the selector before each write, and takes it out again after it: two system calls and
    a round through the selector for every frame, where the socket takes it at once nearly always.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._soon: dict[Any, asyncio.Handle] = {}
        super().__init__(loop)

    def addWriter(self, writer: Any) -> None:
        is_client = isinstance(writer, Server)  # one that connects, say, is told by the selector when it has
        if not is_client:
            super().addWriter(writer)
        elif writer not in self._soon and writer not in self._writers:
            self._soon[writer] = self._loop.call_soon(self._write, writer)

    def removeWriter(self, writer: Any) -> None:
        if handle := self._soon.pop(writer, None):
            handle.cancel()
        super().removeWriter(writer)

    def _write(self, writer: Any) -> None:
        handle = self._soon[writer]
        self._readOrWrite(writer, read=False)
        if self._soon.get(writer) is handle:  # not removed, as it is when everything was taken
            del self._soon[writer]
            super().addWriter(writer)


loop = uvloop.new_event_loop()
main.installReactor(Reactor(loop))
