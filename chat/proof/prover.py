"""Somebody who is led to any instance at any time, and notes what instances that know of each other would not have told them."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from companion.simulated.person import Event, Person, Socket
from companion.simulated.talker import AWAY, Talker

SAFE, EXPLICIT = "harbour", "periwinkle"  # a word that means nothing stands for what is explicit
STAND_INS = f"explicit:{EXPLICIT}"
# Asked for an age, shown, a lock that is renewed and one that runs out; then the same again, but for the age.
SCRIPT = (SAFE, EXPLICIT, SAFE, SAFE, EXPLICIT, SAFE, SAFE, SAFE, SAFE, SAFE, SAFE)
ADULT_BIRTH_DATE = "1980-01-31"
DROPPED_SHARE, MOVED_SHARE = 0.3, 0.4


@dataclass
class Prover(Talker):
    rng: random.Random = field(default_factory=random.Random)
    script: Sequence[str] = SCRIPT
    longest_pause: float = 2.0
    times_asked: int = 0
    _is_verified: bool = False
    _asked_in: set[str] = field(default_factory=set)
    _drop_at: int | None = None

    async def prove(self, enough: asyncio.Event) -> None:
        """The script, at least once, and on until it is enough. Every message that was begun is brought to its end."""
        number = 0
        await asyncio.sleep(self.rng.uniform(0, 2 * self.longest_pause))
        while number < len(self.script) or not enough.is_set():
            word = self.script[number % len(self.script)]
            number += 1
            self._drop_at = self.rng.randrange(1, 120) if self.rng.random() < DROPPED_SHARE else None
            await self.say(f"{word} {number} of {self.person.name}")
            if self.rng.random() < MOVED_SHARE:
                await self.leave()
            await asyncio.sleep(self.rng.uniform(0, self.longest_pause))  # they think
        await self.leave()

    def hear(self, socket: Socket, event: Event) -> None:
        if event["type"] == "age.required":
            self._hear_question(socket, event["turn"])
        elif event["type"] == "reply.delta":
            held = event["offset"] + len(event["text"])
            if self._drop_at is not None and held >= self._drop_at:
                self._drop_at = None
                socket.drop()

    def _hear_question(self, socket: Socket, turn: str) -> None:
        """The first time they show their age; once they have, they don't again. Told twice of one question is asked once."""
        if self._is_verified:
            self.times_asked += 1
            self._meanwhile(self._decline(socket, turn))
        elif turn not in self._asked_in:
            self._asked_in.add(turn)
            self.times_asked += 1
            self._meanwhile(self._verify())

    async def _verify(self) -> None:
        while not self._is_verified:
            try:
                status, answer = await self.person.verify_age(born=ADULT_BIRTH_DATE, url=self.rng.choice(self.urls))
            except AWAY:
                await asyncio.sleep(0.2)  # the one that was asked is gone; any other will do
                continue
            assert status == 200, answer
            self._is_verified = True

    async def _decline(self, socket: Socket, turn: str) -> None:
        await socket.send(type="reply.stop", turn=turn)


async def arrive(person: Person, urls: list[str], rng: random.Random, **options: Any) -> Prover:
    return Prover(person, await person.start_conversation(url=rng.choice(urls)), urls, rng=rng, **options)
