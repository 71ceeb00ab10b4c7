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

import gevent
from locust import User, events, task
from locust.exception import StopUser

from loadtest.person import AWAY, Person
from loadtest.talk import Exchange


@dataclass(frozen=True)
class Orders:
    urls: list[str]
    people: str  # what `manage.py seed_people` wrote
    results: str
    least_pause: float
    longest_pause: float
    dropped_share: float
    is_idle: bool


class Crowd:
    """What all people of this process share."""

    def __init__(self, told: dict[str, Any]) -> None:
        self.orders = Orders(**{one.name: told[one.name] for one in fields(Orders)})
        self.cookies = [json.loads(line)["cookies"] for line in Path(self.orders.people).read_text().splitlines()]
        self.arrived = itertools.count()
        self.results = Path(self.orders.results).open("a", buffering=1)  # noqa: SIM115  as long as the process

    def tell(self, **line: Any) -> None:
        self.results.write(json.dumps(line) + "\n")


crowd = Crowd(json.loads(os.environ["LOADTEST"]))


class Talking(User):
    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        number = next(crowd.arrived)
        self.person = Person(
            crowd.orders.urls, crowd.cookies[number], random.Random(number), dropped_share=crowd.orders.dropped_share
        )

    def wait_time(self) -> float:
        return self.person.rng.uniform(crowd.orders.least_pause, crowd.orders.longest_pause)

    def on_start(self) -> None:
        try:
            self.person.arrive()
        except AWAY as error:
            crowd.tell(kind="arrival", failure=str(error))
            raise StopUser from error
        crowd.tell(kind="arrival", failure="")
        gevent.sleep(self.person.rng.uniform(0, crowd.orders.longest_pause))  # they don't all speak up at once

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
            crowd.tell(kind="check", failure="", **asdict(self.person.check()))
        except (OSError, ValueError) as error:
            crowd.tell(kind="check", failure=str(error))
        self.person.leave()
