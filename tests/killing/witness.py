"""Somebody who goes on talking, and notes when they held how much of each reply."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, field

from companion.simulated.person import Event, Person, Socket
from companion.simulated.talker import Exchange, Talker, told
from tests.killing.record import Heard, Notes

NOTED = {"message.accepted", "reply.started", "reply.delta"}
MOVED_SHARE = 0.3  # so that a web process which came back is talked to again


@dataclass
class Witness(Talker):
    notes: Notes = field(kw_only=True)
    _moments: dict[str, list[tuple[float, int]]] = field(default_factory=dict)

    def hear(self, socket: Socket, event: Event) -> None:
        """What is told again after a reconnect is nothing new."""
        if event["type"] not in NOTED:
            return
        moments, held = self._moments.setdefault(event["turn"], []), len(socket.replies[event["turn"]].text)
        is_start = event["type"] == "reply.started" and not held
        if not moments or is_start or held > moments[-1][1]:
            moments.append((time.monotonic(), held))

    async def say(self, text: str) -> Exchange:
        """Noted also where no end came before it was given up. Who thought meanwhile may have left the page, and come back."""
        if self.pause[1] and random.random() < MOVED_SHARE:
            await self.leave()
        began = time.monotonic()
        try:
            return await super().say(text)
        finally:
            self._note(self.exchanges[-1], began)

    def _note(self, exchange: Exchange, began: float) -> None:
        reply = exchange.reply
        self.notes.keep(
            Heard(
                conversation=self.conversation,
                said=exchange.text,
                message=exchange.message,
                turn=exchange.turn,
                began=began,
                ended=None if reply is None else time.monotonic(),
                end="" if reply is None else told(reply.end),
                text="" if reply is None else reply.text,
                moments=self._moments.pop(exchange.turn or "", []),
            )
        )


async def arrive(person: Person, urls: list[str], notes: Notes, pause: tuple[float, float]) -> Witness:
    return Witness(person, await person.start_conversation(), urls, pause, notes=notes)
