"""One reply as a client of docs/protocol.md holds it: sans socket, so that it is the same wherever frames come from."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

Event = dict[str, Any]


@dataclass
class Exchange:
    """A message and what was heard of its answer. Times are of this machine's monotonic clock."""

    client_id: str
    said: str
    began: float = field(default_factory=time.monotonic)
    message: str | None = None
    turn: str | None = None
    reply: str | None = None  # the id of its message
    text: str = ""
    first: float | None = None
    ended: float | None = None
    failure: str = ""
    wants_resume: bool = False
    resumes: int = 0

    @property
    def is_over(self) -> bool:
        return self.ended is not None

    @property
    def first_ms(self) -> float | None:
        return None if self.first is None else (self.first - self.began) * 1000

    @property
    def total_ms(self) -> float | None:
        return None if self.ended is None else (self.ended - self.began) * 1000

    def hear(self, event: Event) -> None:
        """Any event of the conversation's socket; what concerns others passes."""
        if event.get("client_id") == self.client_id:
            self._hear_answer(event)
        if self.turn is not None and event.get("turn") == self.turn:
            self._hear_turn(event)

    def _hear_answer(self, event: Event) -> None:
        if event["type"] == "error":
            self._end(str(event["code"]))
        elif event["type"] == "message.accepted":
            self.message, self.turn = event["message"]["id"], event["turn"]

    def _hear_turn(self, event: Event) -> None:
        match event["type"]:
            case "reply.started":
                self.reply = event["message"]
            case "reply.delta":
                self._place(event["offset"], event["text"])
            case "reply.done":
                self._end("" if event["finish"] == "stop" else str(event["finish"]))
                if not self.failure and event["text_length"] != len(self.text):
                    self.failure = "another length than told"
            case "reply.refused":
                self._end(str(event["reason"]))
            case "error":
                self._end(str(event["code"]))

    def _place(self, offset: int, text: str) -> None:
        held = len(self.text)
        if offset > held:
            self.wants_resume = True
            return
        if self.text[offset:] != text[: held - offset]:
            self.failure = self.failure or "the same place told twice, differently"
        self.text += text[held - offset :]
        if self.first is None:
            self.first = time.monotonic()

    def _end(self, failure: str) -> None:
        self.ended = time.monotonic()
        self.failure = self.failure or failure
