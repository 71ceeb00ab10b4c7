"""What befalls the simulated model as a whole, whoever asks: everybody cut off, nothing said for a while, everything slow."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from aiohttp import web

from companion.simulated.pacing import Pacer


class Trouble:
    def __init__(self, pacer: Pacer) -> None:
        self._pacer = pacer
        self._has_passed = asyncio.Event()
        self._has_passed.set()
        self._open: set[asyncio.Transport] = set()

    @property
    def slowness(self) -> int:
        """How many times as long as otherwise everything takes."""
        return self._pacer.slowness

    async def told(self, request: web.Request) -> web.Response:
        """``{"kind": "cut"}``, ``{"kind": "stall", "seconds": 20}`` or ``{"kind": "slow", "seconds": 20, "times": 8}``."""
        asked = await request.json()
        match asked["kind"]:
            case "cut":
                for transport in self._open:
                    transport.abort()
            case "stall":
                self._has_passed.clear()
                self._pacer.hold()
                asyncio.get_running_loop().call_later(asked["seconds"], self._go_on)
            case "slow":
                self._pacer.slowness = asked["times"]
                asyncio.get_running_loop().call_later(asked["seconds"], self._quicken)
            case _:
                raise web.HTTPBadRequest
        return web.json_response({"streaming": len(self._open)})

    def _go_on(self) -> None:
        self._has_passed.set()
        self._pacer.go_on()

    def _quicken(self) -> None:
        self._pacer.slowness = 1

    async def passed(self) -> None:
        """Wait until something may be said."""
        await self._has_passed.wait()

    @contextmanager
    def may_cut(self, transport: asyncio.Transport) -> Iterator[None]:
        self._open.add(transport)
        try:
            yield
        finally:
            self._open.discard(transport)
