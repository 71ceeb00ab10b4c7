"""Somebody who goes on talking whatever dies: reconnects, resends what was not accepted, resumes what was cut off."""

from __future__ import annotations

import asyncio
import contextlib
import json
import random
import uuid
from collections import Counter
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from companion.simulated.person import Event, Person, Reply, Socket

AWAY = (
    OSError,
    ConnectionClosed,
    InvalidHandshake,
    TimeoutError,
    aiohttp.ClientError,
    AssertionError,
    json.JSONDecodeError,
)


@dataclass
class Exchange:
    """One message and what its sender heard of the answer."""

    client_id: str
    text: str
    message: str | None = None
    turn: str | None = None
    reply: Reply | None = None


class TalkersSocket(Socket):
    talker: Talker

    def _keep(self, event: Event) -> None:
        reply = self.replies.get(str(event.get("turn")))
        if event["type"] == "reply.delta" and reply is not None and event["offset"] > len(reply.text):
            self.talker.fill_gap(self, reply.turn, len(reply.text))
            return
        super()._keep(event)
        self.talker.hear(self, event)


@dataclass
class Talker:
    """``pause``: seconds, least and most, that they think between a reply and the next message."""

    person: Person
    conversation: str
    urls: list[str]
    pause: tuple[float, float] = (0.0, 0.0)
    exchanges: list[Exchange] = field(default_factory=list)
    connections: Counter[str] = field(default_factory=Counter)  # by address
    _socket: Socket | None = None
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    async def talk(self, until: asyncio.Event) -> None:
        """Message after message; the one that was begun is always brought to its end."""
        number = 0
        await self._think(until, random.uniform(0, self.pause[1]))  # they don't all speak up at once
        while not until.is_set():
            number += 1
            await self.say(f"{self.person.name} says number {number}")
            await self._think(until, random.uniform(*self.pause))
        await self.leave()

    @staticmethod
    async def _think(until: asyncio.Event, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(until.wait(), seconds)

    def hear(self, socket: Socket, event: Event) -> None:
        """Each event once the socket has kept it; for those who note or do more."""

    async def say(self, text: str) -> Exchange:
        """Say it and hear the answer out, whatever dies meanwhile."""
        exchange = Exchange(str(uuid.uuid4()), text)
        self.exchanges.append(exchange)
        while exchange.reply is None:
            try:
                await self._bring_on(exchange)
            except AWAY:
                await self.leave()
        return exchange

    @property
    def is_hearing(self) -> bool:
        return self.hears_on is not None

    @property
    def hears_on(self) -> str | None:
        """At which address a reply is running right now, with text."""
        newest = self.exchanges[-1] if self.exchanges else None
        if self._socket is None or newest is None or newest.turn is None:
            return None
        reply = self._socket.replies.get(newest.turn)
        is_running = reply is not None and reply.end is None and bool(reply.text)
        return self._socket.url if is_running else None

    async def _bring_on(self, exchange: Exchange) -> None:
        socket = await self._connected(exchange)
        if exchange.message is None:
            await socket.say(exchange.text, client_id=exchange.client_id)
            answer = await socket.answered(exchange.client_id)
            if answer["type"] == "error":
                socket.events.remove(answer)
                await asyncio.sleep(answer["retry_after"] or 0.5)  # what a person's page does with it
                return
            exchange.message, exchange.turn = answer["message"]["id"], answer["turn"]
        assert exchange.turn is not None
        exchange.reply = await socket.ended(exchange.turn, seconds=60)

    async def _connected(self, exchange: Exchange) -> Socket:
        if self._socket is not None and self._socket.close_code is None:
            return self._socket
        held = self._socket.replies if self._socket is not None else {}
        await asyncio.sleep(random.uniform(0.1, 0.5))  # the page's back-off
        socket = self._new_socket(random.choice(self.urls))
        await asyncio.wait_for(socket.open(), 10)
        self.connections[socket.url] += 1
        socket.replies = held
        self._socket = socket
        if exchange.turn is not None:
            reply = held.setdefault(exchange.turn, Reply(exchange.turn))
            await socket.send(type="resume", turn=exchange.turn, offset=len(reply.text))
        return socket

    def _new_socket(self, url: str) -> Socket:
        socket = TalkersSocket(self.person, self.conversation, url)
        socket.talker = self
        return socket

    def fill_gap(self, socket: Socket, turn: str, offset: int) -> None:
        self._meanwhile(self._resume(socket, turn, offset))

    async def _resume(self, socket: Socket, turn: str, offset: int) -> None:
        with contextlib.suppress(*AWAY):  # who reconnects resumes anyhow
            await socket.send(type="resume", turn=turn, offset=offset)

    def _meanwhile(self, doing: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(doing)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def leave(self) -> None:
        if self._socket is not None and self._socket.close_code is None:
            with contextlib.suppress(*AWAY):
                await asyncio.wait_for(self._socket.close(), 5)
            self._socket.close_code = self._socket.close_code or 1006


def told(event: Event | None) -> str:
    if event is None:
        return "nothing"
    return str(event.get("finish") or event.get("code"))
