"""What one turn has said so far, in this process, and the sockets that listen to it."""

import asyncio
import logging
from typing import Protocol
from uuid import UUID

from chat import events

logger = logging.getLogger(__name__)


class Listener(Protocol):
    async def send_frame(self, frame: str) -> None: ...


class Feed:
    """Filled by the turn's runner in its own process, by a follower of the reply log in every other.

    Frames are encoded once for all listeners. Offsets count code points.
    """

    def __init__(self, turn_id: UUID, conversation_id: UUID) -> None:
        self.turn_id = turn_id
        self.conversation_id = conversation_id
        self.is_local = False  # written by this process
        # In this order. A turn that had to wait for an age was accepted, and its sockets told so, before it was fed.
        self.accepted: str | None = None
        self.card: str | None = None
        self.queued: list[str] = []  # each place in line that was told
        self.started: str | None = None
        self.end: str | None = None
        self.text = ""
        self.last_said = asyncio.get_running_loop().time()
        # Where each listener stands; one may be ahead of the text that is known here, and is then waited for.
        self._listeners: dict[Listener, int] = {}

    @property
    def frames(self) -> list[str]:
        """What was said so far, but text."""
        frames = (self.accepted, self.card, *self.queued, self.started, self.end)
        return [frame for frame in frames if frame is not None]

    @property
    def has_listeners(self) -> bool:
        return bool(self._listeners)

    async def attach(self, listener: Listener, *, offset: int = 0, with_accepted: bool = False) -> None:
        """Tell a listener what it lacks from ``offset`` on; from then on it hears the rest live."""
        self._listeners.pop(listener, None)
        if with_accepted and self.accepted is not None:
            await self._send(listener, self.accepted)
        if self.card is not None:
            await self._send(listener, self.card)
        if self.queued and self.started is None and self.end is None:
            await self._send(listener, self.queued[-1])
        if self.started is not None:
            await self._send(listener, self.started)
        # A send may wait, and the turn says more meanwhile; nothing waits between the last look and the registration.
        while offset < len(self.text):
            piece, start = self.text[offset:], offset
            offset = len(self.text)
            await self._send(listener, self._delta(start, piece))
        if self.end is not None:
            await self._send(listener, self.end)
        else:
            self._listeners[listener] = offset

    def detach(self, listener: Listener) -> None:
        self._listeners.pop(listener, None)

    async def say_accepted(self, frame: str) -> None:
        self.accepted = frame
        await self._send_to_all(frame)

    async def say_card(self, frame: str) -> None:
        self.card = frame
        await self._send_to_all(frame)

    async def say_queued(self, frame: str) -> None:
        self.queued.append(frame)
        await self._send_to_all(frame)

    async def say_started(self, frame: str) -> None:
        self.started = frame
        await self._send_to_all(frame)

    async def say(self, piece: str) -> None:
        start = len(self.text)
        self.text += piece
        length = len(self.text)
        shared = self._delta(start, piece)
        self.last_said = asyncio.get_running_loop().time()
        for listener, at in list(self._listeners.items()):
            if at >= length:
                continue
            self._listeners[listener] = length
            await self._send(listener, shared if at == start else self._delta(at, self.text[at:length]))

    async def say_end(self, frame: str) -> None:
        """The turn's one end; its listeners are let go."""
        if self.end is not None:
            return
        self.end = frame
        listeners, self._listeners = list(self._listeners), {}
        for listener in listeners:
            await self._send(listener, frame)

    async def say_alive(self) -> None:
        await self._send_to_all(events.encode(events.turn_alive(turn_id=self.turn_id, text_length=len(self.text))))

    async def _send_to_all(self, frame: str) -> None:
        self.last_said = asyncio.get_running_loop().time()
        for listener in list(self._listeners):
            await self._send(listener, frame)

    async def _send(self, listener: Listener, frame: str) -> None:
        try:
            await listener.send_frame(frame)
        except Exception:
            # One broken socket must not cost the others their reply; it resumes when it comes back.
            logger.warning("a socket could not be written to", exc_info=True)
            self.detach(listener)

    def _delta(self, offset: int, piece: str) -> str:
        return events.encode(events.reply_delta(turn_id=self.turn_id, offset=offset, text=piece))
