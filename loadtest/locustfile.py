"""The crowd, for Locust. ``python -m loadtest`` starts it and says by LOADTEST (JSON) who they are and how they talk.

Each exchange is a line of its results, and an event of Locust's own.
"""

from __future__ import annotations

import itertools
import json
import os
import random
import time
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

import gevent.event
import gevent.lock
from locust import User, events, task
from locust.exception import StopUser

from loadtest.person import AWAY, Person
from loadtest.talk import Exchange

ARRIVAL_ATTEMPTS = 3  # as a page would
PING_SECONDS = 25.0
CHECKS_AT_ONCE = 8  # all at once, most would wait too long for an answer


@dataclass(frozen=True)
class Orders:
    urls: list[str]
    people: str  # what `manage.py seed_people` wrote
    results: str
    least_pause: float
    longest_pause: float
    reply_seconds: float  # about as long as one takes
    dropped_share: float
    is_idle: bool


class Crowd:
    """What all people of this process share."""

    def __init__(self, told: dict[str, Any]) -> None:
        self.orders = Orders(**{one.name: told[one.name] for one in fields(Orders)})
        self.cookies = [json.loads(line)["cookies"] for line in Path(self.orders.people).read_text().splitlines()]
        self.numbers = itertools.count()
        self.are_missing = len(self.cookies)
        self.is_complete = gevent.event.Event()
        self.checking = gevent.lock.BoundedSemaphore(CHECKS_AT_ONCE)
        self.results = Path(self.orders.results).open("a", buffering=1)  # noqa: SIM115  as long as the process

    def note_arrival(self, failure: str) -> None:
        self.tell(kind="arrival", failure=failure)
        self.are_missing -= 1
        if not self.are_missing:
            self.is_complete.set()

    def tell(self, **line: Any) -> None:
        self.results.write(json.dumps(line) + "\n")


crowd = Crowd(json.loads(os.environ["LOADTEST"]))


class Talking(User):
    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        number = next(crowd.numbers)
        self.person = Person(
            crowd.orders.urls, crowd.cookies[number], random.Random(number), dropped_share=crowd.orders.dropped_share
        )

    def wait_time(self) -> float:
        return self.person.rng.uniform(crowd.orders.least_pause, crowd.orders.longest_pause)

    def on_start(self) -> None:
        """They speak when all are there: to let so many in at once is work of its own, and not what is measured."""
        for attempt in range(ARRIVAL_ATTEMPTS):
            try:
                self.person.arrive()
                break
            except AWAY as error:
                if attempt + 1 == ARRIVAL_ATTEMPTS:
                    crowd.note_arrival(str(error))
                    raise StopUser from error
        crowd.note_arrival("")
        while not crowd.is_complete.wait(PING_SECONDS):
            self.person.ping()
        # As if they had talked for long: somewhere in a pause or a reply. Else all come round again together, in waves.
        gevent.sleep(self.person.rng.random() * (self.wait_time() + crowd.orders.reply_seconds))

    @task
    def act(self) -> None:
        if crowd.orders.is_idle:
            crowd.tell(kind="ping", at=time.time(), failure="" if self.person.ping() else "no answer")
        else:
            self._talk()

    def _talk(self) -> None:
        resumed_before = len(self.person.resumed_ms)
        exchange = self.person.talk()
        for taken in self.person.resumed_ms[resumed_before:]:
            crowd.tell(kind="resume", at=time.time(), ms=taken)
        self._tell(exchange)

    def _tell(self, exchange: Exchange) -> None:
        taken = {"first_ms": exchange.first_ms, "total_ms": exchange.total_ms}
        crowd.tell(kind="reply", at=time.time(), failure=exchange.failure, resumes=exchange.resumes, **taken)
        for name, milliseconds in taken.items():
            events.request.fire(
                request_type="WS", name=name, response_time=milliseconds or 0, response_length=len(exchange.text),
                exception=RuntimeError(exchange.failure) if exchange.failure else None, context={},
            )  # fmt: skip

    def on_stop(self) -> None:
        try:
            with crowd.checking:
                crowd.tell(kind="check", failure="", **asdict(self.person.check()))
        except (OSError, ValueError) as error:
            crowd.tell(kind="check", failure=str(error))
        self.person.leave()
