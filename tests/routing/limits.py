"""One person sends 500 messages over both processes, as fast as the limit on frames lets them."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field

from companion.env import env
from tests.client import Event, Person, Socket

ASKED = 500
SOCKETS = 16  # each in a conversation of its own, for one takes a turn at a time; within SOCKETS_PER_USER
AT_ONCE = 100  # within FRAME_BURST
PER_SECOND = 18.0  # within FRAMES_PER_SECOND


@dataclass
class Count:
    asked: int = 0
    passed: int = 0
    busy: int = 0
    limited: int = 0
    seconds: float = 0.0
    others: list[str] = field(default_factory=list)

    @property
    def expected(self) -> float:
        """The bucket's capacity, and what came back into it meanwhile."""
        return float(env("MESSAGE_BURST")) + float(env("MESSAGES_PER_MINUTE")) / 60 * self.seconds

    @property
    def difference(self) -> float:
        return self.passed - self.expected


async def count_messages(person: Person, urls: list[str]) -> Count:
    count = Count()
    sockets: list[Socket] = []
    for number in range(SOCKETS):
        conversation = await person.start_conversation()
        sockets.append(await person.socket(conversation, url=urls[number % len(urls)]).open())
    began = last_counted = time.monotonic()

    async def ask(number: int) -> None:
        nonlocal last_counted
        await asyncio.sleep(max(0.0, (number - AT_ONCE) / PER_SECOND))
        socket = sockets[number % SOCKETS]
        client_id = await socket.say(f"[tokens:3] number {number}")
        answer = await socket.wait_for(lambda event: event.get("client_id") == client_id)
        count.asked += 1
        kind = answered(answer)
        match kind:
            case "accepted":
                count.passed += 1
            case "busy":
                count.busy += 1
            case "rate_limited":
                count.limited += 1
            case _:
                count.others.append(kind)
        if kind != "busy":
            last_counted = time.monotonic()

    await asyncio.gather(*map(ask, range(ASKED)))
    count.seconds = last_counted - began
    for socket in sockets:
        await socket.close()
    return count


def answered(event: Event) -> str:
    return "accepted" if event["type"] == "message.accepted" else str(event["code"])
