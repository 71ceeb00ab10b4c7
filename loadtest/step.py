"""So many people at once for a while: the crowd is started, let in, measured in a window, and asked what it heard."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from companion.embedded.process import Child, StackError
from companion.env import BASE_DIR
from companion.simulated.house import House, settings_of_its_own
from loadtest.measure import BusyConnections, Meter, Reading

ARRIVALS_PER_SECOND, IDLE_ARRIVALS_PER_SECOND = 25.0, 60.0
END_SECONDS = 120.0  # replies are heard out, then everybody reads what is stored


@dataclass(frozen=True)
class Plan:
    people: int
    least_pause: float
    longest_pause: float
    seconds: float
    reply_seconds: float = 0.0  # what the model takes for one
    dropped_share: float = 0.02
    is_idle: bool = False  # they only have their page open

    @property
    def arrivals_per_second(self) -> float:
        return IDLE_ARRIVALS_PER_SECOND if self.is_idle else ARRIVALS_PER_SECOND

    @property
    def manner(self) -> str:
        return "idle" if self.is_idle else f"{self.least_pause:g}-{self.longest_pause:g} s"

    def __str__(self) -> str:
        return f"{self.people} people, " + ("idle" if self.is_idle else f"think time {self.manner}")


@dataclass(frozen=True)
class Outcome:
    """What was heard, and what it took. Lines are those of loadtest/locustfile.py, within the window."""

    plan: Plan
    replies: list[dict[str, Any]]
    pings: list[dict[str, Any]]
    resumes: list[dict[str, Any]]
    arrivals_failed: int
    arrivals: int
    checks: list[dict[str, Any]]
    alone: Reading  # before anybody came
    before: Reading
    after: Reading
    busy_connections: list[int]
    seconds: float


def run(plan: Plan, house: House, meter: Meter, *, say: Callable[[str], None]) -> Outcome:
    people, results = house.folder / f"people-{plan.people}.jsonl", house.folder / f"heard-{plan.people}.jsonl"
    people.unlink(missing_ok=True)
    results.write_text("")
    house.write_people(plan.people, people)
    alone = meter.read()
    crowd = _crowd(plan, house, people, results)
    crowd.start()
    assert crowd.process is not None
    meter.watch("crowd", crowd.process.pid)
    try:
        _let_in(plan, crowd, results)
        say(f"  {plan.people} are there")
        _pause(crowd, plan.longest_pause + plan.reply_seconds + 3)  # until all have spoken
        before, began = meter.read(), time.time()
        with BusyConnections(house.values["DATABASE_URL"]) as busy:
            _pause(crowd, plan.seconds)
        after, ended = meter.read(), time.time()
        crowd.stop(END_SECONDS)
    finally:
        crowd.kill()
        meter.forget("crowd")
    lines = [json.loads(line) for line in results.read_text().splitlines()]
    within = [line for line in lines if began <= line.get("at", 0) < ended]
    arrivals = [line for line in lines if line["kind"] == "arrival"]
    return Outcome(
        plan=plan,
        replies=[line for line in within if line["kind"] == "reply"],
        pings=[line for line in within if line["kind"] == "ping"],
        resumes=[line for line in within if line["kind"] == "resume"],
        arrivals=len(arrivals),
        arrivals_failed=sum(bool(line["failure"]) for line in arrivals),
        checks=[line for line in lines if line["kind"] == "check"],
        alone=alone,
        before=before,
        after=after,
        busy_connections=busy.seen,
        seconds=ended - began,
    )


def _crowd(plan: Plan, house: House, people: Path, results: Path) -> Child:
    orders: Mapping[str, Any] = {
        "urls": house.urls,
        "people": str(people),
        "results": str(results),
        "least_pause": plan.least_pause,
        "longest_pause": plan.longest_pause,
        "reply_seconds": plan.reply_seconds,
        "dropped_share": plan.dropped_share,
        "is_idle": plan.is_idle,
    }
    locustfile = Path(__file__).with_name("locustfile.py")
    return Child(
        "crowd",
        [
            *(
                sys.executable,
                "-m",
                "locust",
                "-f",
                locustfile,
                "--headless",
                "--only-summary",
                "--loglevel",
                "WARNING",
            ),
            *("--users", str(plan.people), "--spawn-rate", str(plan.arrivals_per_second)),
            *("--stop-timeout", str(int(END_SECONDS)), "--host", house.urls[0]),
        ],
        log=house.folder / "crowd.log",
        records=house.folder / "run",
        environment=settings_of_its_own() | {"LOADTEST": json.dumps(orders), "PYTHONPATH": str(BASE_DIR)},
        cwd=BASE_DIR,
    )


def _let_in(plan: Plan, crowd: Child, results: Path) -> None:
    deadline = time.monotonic() + plan.people / plan.arrivals_per_second * 3 + 60
    while sum(1 for line in results.open() if '"arrival"' in line) < plan.people:
        if time.monotonic() > deadline:
            raise StackError(
                f"{plan.people} people did not get in; the crowd's log, {crowd.log}:\n{crowd.last_lines()}"
            )
        _pause(crowd, 0.5)


def _pause(crowd: Child, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if not crowd.is_running:
            raise StackError(f"The crowd ended early; its log, {crowd.log}, ends so:\n{crowd.last_lines(30)}")
        time.sleep(min(0.5, max(deadline - time.monotonic(), 0)))
