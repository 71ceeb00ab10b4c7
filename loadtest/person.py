"""Somebody who talks over a socket, loses it now and then, and checks what they heard against what is stored."""

from __future__ import annotations

import random
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from http import HTTPStatus

from loadtest.talk import Exchange
from loadtest.wire import HandshakeRefusedError, Wire, ask
from loadtest.words import sentence

REPLY_SECONDS = 60.0
PAGES = 100  # of 50 messages each: more than anybody says here
AWAY = (OSError, HandshakeRefusedError)


@dataclass(frozen=True)
class Check:
    """What was heard, counted, and how much of it is not what is stored."""

    replies: int
    characters: int
    different: int
    unknown: int  # stored and never heard


@dataclass
class Person:
    urls: Sequence[str]
    cookies: dict[str, str]
    rng: random.Random
    dropped_share: float = 0.0  # of replies in the middle of which the socket is lost
    exchanges: list[Exchange] = field(default_factory=list)
    resumed_ms: list[float] = field(default_factory=list)
    _wire: Wire | None = None
    _at: str = ""
    _pings: int = 0

    def arrive(self) -> None:
        """Raises OSError, HandshakeRefusedError."""
        status, answer = ask("POST", self._anywhere(), "/conversations/", self.cookies)
        if status != HTTPStatus.CREATED:
            raise HandshakeRefusedError(f"no conversation: {status}")
        self.conversation: str = answer["id"]
        self._wire = self._connected()

    def talk(self) -> Exchange:
        """Say something and hear the answer out; why it could not be is told by its `failure`."""
        exchange = Exchange(str(uuid.uuid4()), sentence(self.rng))
        self.exchanges.append(exchange)
        drop_at = self.rng.randrange(20, 250) if self.rng.random() < self.dropped_share else None
        try:
            self._hear_out(exchange, drop_at)
        except AWAY as error:
            exchange.failure = exchange.failure or type(error).__name__
            self.leave()
        return exchange

    def ping(self) -> bool:
        """As a page does that nobody writes on; False when no answer came."""
        try:
            if self._wire is None:
                self._wire = self._connected()
            self._pings += 1
            self._wire.send(type="ping", n=self._pings)
            until = time.monotonic() + REPLY_SECONDS
            while (event := self._wire.receive(until=until)) is not None:
                if event["type"] == "pong" and event["n"] == self._pings:
                    return True
        except AWAY:
            self.leave()
            return False
        self.leave()  # it was closed
        return False

    def _hear_out(self, exchange: Exchange, drop_at: int | None) -> None:
        until = exchange.began + REPLY_SECONDS
        if self._wire is None:
            self._wire = self._connected()
        self._say(self._wire, exchange)
        while not exchange.is_over:
            event = self._wire.receive(until=until)
            if event is None:
                self._resume(exchange, until)
                continue
            exchange.hear(event)
            if exchange.wants_resume:
                exchange.wants_resume = False
                self._wire.send(type="resume", turn=exchange.turn, offset=len(exchange.text))
            if drop_at is not None and len(exchange.text) >= drop_at and not exchange.is_over:
                drop_at = None
                self.leave()
                self._resume(exchange, until)

    def _resume(self, exchange: Exchange, until: float) -> None:
        """Connected anew, to another process; the time until the text goes on is what a person notices."""
        began, held = time.monotonic(), len(exchange.text)
        exchange.resumes += 1
        self._wire = self._connected(but=self._at)
        if exchange.turn is None:
            self._say(self._wire, exchange)
            return
        self._wire.send(type="resume", turn=exchange.turn, offset=held)
        while len(exchange.text) == held and not exchange.is_over:
            event = self._wire.receive(until=until)
            if event is None:
                return
            exchange.hear(event)
        self.resumed_ms.append((time.monotonic() - began) * 1000)

    def _say(self, wire: Wire, exchange: Exchange) -> None:
        wire.send(type="message.send", client_id=exchange.client_id, text=exchange.said)

    def check(self) -> Check:
        """Every character that was heard, against what is stored. Raises OSError, ValueError when that can't be read."""
        if not self.exchanges:
            return Check(0, 0, 0, 0)
        stored = self._stored()
        heard = {one.reply: one.text for one in self.exchanges if one.reply is not None and one.is_over}
        # A reply that was given up is stored, too; without any, nothing is stored that wasn't heard.
        has_failed = any(one.failure or not one.is_over for one in self.exchanges)
        return Check(
            replies=len(heard),
            characters=sum(map(len, heard.values())),
            different=sum(stored.get(reply) != text for reply, text in heard.items()),
            unknown=0 if has_failed else len(stored.keys() - heard.keys()),
        )

    def _stored(self) -> dict[str, str]:
        """The text of each stored reply, by its message's id."""
        replies: dict[str, str] = {}
        before = ""
        for _ in range(PAGES):
            path = f"/conversations/{self.conversation}/messages/{before}"
            status, page = ask("GET", self._anywhere(), path, self.cookies)
            if status != HTTPStatus.OK:
                raise ValueError(f"messages can't be read: {status}")
            replies |= {one["id"]: one["text"] for one in page["messages"] if one["role"] == "assistant"}
            if not page["more"]:
                return replies
            before = f"?before={page['messages'][0]['id']}"
        raise ValueError("more pages than anybody filled")

    def leave(self) -> None:
        if self._wire is not None:
            self._wire.drop()
            self._wire = None

    def _connected(self, *, but: str = "") -> Wire:
        self._at = self._anywhere(but=but)
        return Wire(self._at, self.conversation, self.cookies)

    def _anywhere(self, *, but: str = "") -> str:
        """Any process, another than this one where there are several."""
        return self.rng.choice([url for url in self.urls if url != but] or self.urls)
