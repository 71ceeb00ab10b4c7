"""The figures of one step, from what was heard and what it took."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from loadtest.step import Outcome

KINDS = ("web", "worker", "postgres", "valkey", "model", "crowd")


@dataclass(frozen=True)
class Pace:
    """Of the simulated model: what a reply takes when nothing is added to it."""

    first_token_ms: int = 300
    token_ms: int = 25
    tokens: int = 60

    @property
    def total_ms(self) -> int:
        return self.first_token_ms + (self.tokens - 1) * self.token_ms


@dataclass(frozen=True)
class Figures:
    people: int
    manner: str  # how long each thinks, or that they are idle
    replies: int
    replies_per_second: float
    success_percent: float
    failures: dict[str, int]
    added_first_ms: dict[str, float]  # by percentile
    added_total_ms: dict[str, float]
    resume_ms: dict[str, float]
    resumes: int
    cpu_ms_a_reply: dict[str, float]  # by kind of process
    cores: dict[str, float]
    others_cores: float  # what this machine did beside
    memory_mib: dict[str, float]
    web_kib_a_person: float  # beyond what the web processes held before anybody came
    statements_a_reply: float
    redis_commands_a_reply: float
    redis_commands: dict[str, float]  # a reply, the most frequent first
    busy_connections: float
    checked_replies: int
    checked_characters: int
    different_replies: int
    unchecked_people: int

    @property
    def is_exact(self) -> bool:
        """Every character that was heard is the one that is stored."""
        return self.different_replies == 0 and self.unchecked_people == 0


def figures(outcome: Outcome, pace: Pace) -> Figures:
    asked = outcome.pings if outcome.plan.is_idle else outcome.replies
    good = [one for one in asked if not one["failure"]]
    # Who came back later heard the text later, by their own doing.
    whole = [one for one in outcome.replies if not one["failure"] and not one["resumes"]]
    count = len(asked) + outcome.arrivals_failed
    answered = outcome.after.turns_done - outcome.before.turns_done
    of_each = 1 / answered if answered else 0.0
    cpu = {kind: outcome.after.cpu_seconds[kind] - outcome.before.cpu_seconds[kind] for kind in KINDS}
    commands = Counter(outcome.after.redis_commands)
    commands.subtract(outcome.before.redis_commands)
    firsts = [one["first_ms"] - pace.first_token_ms for one in whole]
    totals = [one["total_ms"] - pace.total_ms for one in whole]
    checks = [one for one in outcome.checks if not one["failure"]]
    resumes = [one["ms"] for one in outcome.resumes]
    return Figures(
        people=outcome.plan.people,
        manner=outcome.plan.manner,
        replies=len(outcome.replies),
        replies_per_second=len(outcome.replies) / outcome.seconds,
        success_percent=100 * len(good) / count if count else 0.0,
        failures=dict(Counter(one["failure"] for one in asked if one["failure"])),
        added_first_ms=percentiles(firsts),
        added_total_ms=percentiles(totals),
        resume_ms=percentiles(resumes),
        resumes=len(resumes),
        cpu_ms_a_reply={kind: 1000 * seconds * of_each for kind, seconds in cpu.items()},
        cores={kind: seconds / outcome.seconds for kind, seconds in cpu.items()},
        others_cores=(outcome.after.machine_seconds - outcome.before.machine_seconds - sum(cpu.values()))
        / outcome.seconds,
        memory_mib={kind: held / 2**20 for kind, held in outcome.after.memory_bytes.items()},
        web_kib_a_person=(outcome.after.memory_bytes["web"] - outcome.alone.memory_bytes["web"])
        / 1024
        / outcome.plan.people,
        statements_a_reply=(outcome.after.statements - outcome.before.statements) * of_each,
        redis_commands_a_reply=sum(commands.values()) * of_each,
        redis_commands={name: calls * of_each for name, calls in commands.most_common(12) if calls > 0},
        busy_connections=sum(outcome.busy_connections) / max(len(outcome.busy_connections), 1),
        checked_replies=sum(one["replies"] for one in checks),
        checked_characters=sum(one["characters"] for one in checks),
        different_replies=sum(one["different"] + one["unknown"] for one in checks),
        unchecked_people=outcome.arrivals - outcome.arrivals_failed - len(checks),
    )


def percentiles(values: Sequence[float]) -> dict[str, float]:
    """The middle, the 95th and the 99th, each a value that occurred."""
    if not values:
        return {}
    ordered = sorted(values)
    return {f"p{percent}": ordered[math.ceil(percent / 100 * len(ordered)) - 1] for percent in (50, 95, 99)}
