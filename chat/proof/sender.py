"""Somebody who says more than they may, to all instances at once, and counts what was let through."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from companion.simulated.person import Person


@dataclass
class Sender:
    """``burst`` and ``per_minute`` as the setting has them. Of each instance less is asked than it would let through alone."""

    person: Person
    urls: list[str]
    burst: int = 60
    per_minute: int = 12
    accepted: int = 0

    @property
    def asked_of_each(self) -> int:
        return self.burst * 5 // 6

    def allowed(self, seconds: float) -> float:
        return self.burst + self.per_minute / 60 * seconds

    async def send(self) -> None:
        await asyncio.gather(*map(self._send_to, self.urls))

    async def _send_to(self, url: str) -> None:
        """In a conversation of its own, for one takes a turn at a time."""
        async with self.person.socket(await self.person.start_conversation(url=url), url=url) as socket:
            for number in range(self.asked_of_each):
                answer = await socket.answered(await socket.say(f"[tokens:1] number {number}"))
                if answer["type"] == "message.accepted":
                    self.accepted += 1
                    await socket.ended(answer["turn"])
