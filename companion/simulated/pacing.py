"""Streams that go on at shared moments: one wake-up writes to many, so that a thousand cost a fraction of a core."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

SLOT_SECONDS = 0.005


@dataclass(slots=True)
class _Stream:
    transport: asyncio.Transport
    pieces: Sequence[bytes]
    slots: int  # between two pieces
    done: asyncio.Future[None]
    next: int = 0


class Pacer:
    def __init__(self) -> None:
        self._due: defaultdict[int, list[_Stream]] = defaultdict(list)
        self._count = 0
        self._slot = 0  # everything before it was written
        self._timer: asyncio.TimerHandle | None = None
        self._is_held = False
        self.slowness = 1  # so many times as long between two pieces

    async def write(self, transport: asyncio.Transport, pieces: Sequence[bytes], *, seconds: float) -> None:
        """Write these pieces so many seconds apart, the first at once. Raises ConnectionResetError when nobody reads any more."""
        if not pieces:
            return
        loop = asyncio.get_running_loop()
        stream = _Stream(transport, pieces, max(round(seconds / SLOT_SECONDS), 1), loop.create_future())
        if not self._count:
            self._slot = int(loop.time() / SLOT_SECONDS) + 1
            self._wake()
        self._count += 1
        self._due[self._slot].append(stream)
        await stream.done

    def hold(self) -> None:
        """Write nothing more until `go_on`; what was due meanwhile then comes at once."""
        self._is_held = True

    def go_on(self) -> None:
        self._is_held = False
        if self._count:
            self._wake()

    def _wake(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_at(self._slot * SLOT_SECONDS, self._write_due)

    def _write_due(self) -> None:
        if self._is_held:
            return
        now = int(asyncio.get_running_loop().time() / SLOT_SECONDS)
        while self._slot <= now:
            for stream in self._due.pop(self._slot, ()):
                self._step(stream)
            self._slot += 1
        if self._count:
            self._wake()

    def _step(self, stream: _Stream) -> None:
        if stream.done.done():  # whoever waited for it was cancelled
            self._count -= 1
        elif stream.transport.is_closing():
            self._count -= 1
            stream.done.set_exception(ConnectionResetError())
        else:
            stream.transport.write(stream.pieces[stream.next])
            stream.next += 1
            if stream.next < len(stream.pieces):
                self._due[self._slot + stream.slots * self.slowness].append(stream)
            else:
                self._count -= 1
                stream.done.set_result(None)
