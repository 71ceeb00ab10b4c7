"""What the machine, the database and Redis did meanwhile."""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import psycopg
import redis

from companion.simulated.house import House

TICKS = os.sysconf("SC_CLK_TCK")
SAMPLE_SECONDS = 0.5
# What was asked of this database. BEGIN and its like, the pool's checks and our own looks are no work of a turn; nobody sent the
# checks of foreign keys, which stand there because they are deferred: the server makes them itself, at the commit.
ASKED = r"""
FROM pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid JOIN pg_database d ON d.oid = s.dbid
WHERE r.rolname = current_user AND d.datname = current_database()
  AND query !~* '^\s*(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET|SHOW|DEALLOCATE|SELECT (\$)?1\s*$|$)'
  AND query !~ 'pg_stat_' AND query !~ 'FOR KEY SHARE OF x$'
"""
STATEMENTS = f"SELECT COALESCE(sum(calls), 0) {ASKED}"
BUSY = """
SELECT count(*) FROM pg_stat_activity
WHERE usename = current_user AND datname = current_database() AND state <> 'idle' AND pid <> pg_backend_pid()
"""


@dataclass(frozen=True)
class Reading:
    """Counters since the start of what they count; two of them make a window."""

    cpu_seconds: Mapping[str, float]  # by kind
    statements: int
    redis_commands: Mapping[str, int]
    turns_done: int
    machine_seconds: float = 0.0  # of everything that runs here, ours or not
    memory_bytes: Mapping[str, int] = field(default_factory=dict)


def cpu_seconds(processes: list[psutil.Process]) -> float:
    """User and system time of these, and of those of their children that have ended."""
    total = 0
    for process in processes:
        try:
            fields = Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue  # it ended meanwhile; whoever waited for it has its time
        total += sum(int(ticks) for ticks in fields[11:15])
    return total / TICKS


def machine_seconds() -> float:
    spent = psutil.cpu_times()
    return float(sum(spent) - spent.idle - getattr(spent, "iowait", 0.0))


def memory_bytes(processes: list[psutil.Process]) -> int:
    """What they hold, pages that several share counted once."""
    total = 0
    for process in processes:
        try:
            total += process.memory_full_info().pss
        except psutil.Error:
            continue
    return total


class Meter:
    def __init__(self, house: House, others: Mapping[str, int]) -> None:
        """``others``: pids of processes that aren't the house's, by kind."""
        self._house = house
        self._others = {kind: psutil.Process(pid) for kind, pid in others.items()}
        self._database_url = house.values["DATABASE_URL"]
        self._redis_url = house.values["REDIS_URL"]

    def watch(self, kind: str, pid: int) -> None:
        self._others[kind] = psutil.Process(pid)

    def forget(self, kind: str) -> None:
        self._others.pop(kind, None)

    def read(self) -> Reading:
        kinds = self._kinds()
        with psycopg.connect(self._database_url) as connection:
            [[statements]] = connection.execute(STATEMENTS).fetchall()
            [[done]] = connection.execute("SELECT count(*) FROM chat_turn WHERE state = 'done'").fetchall()
        with redis.Redis.from_url(self._redis_url) as client:
            stats = client.info("commandstats")
        commands = {name.removeprefix("cmdstat_"): int(one["calls"]) for name, one in stats.items()}
        return Reading(
            cpu_seconds={kind: cpu_seconds(processes) for kind, processes in kinds.items()},
            statements=int(statements),
            redis_commands=commands,
            turns_done=done,
            machine_seconds=machine_seconds(),
            memory_bytes={kind: memory_bytes(processes) for kind, processes in kinds.items()},
        )

    def _kinds(self) -> dict[str, list[psutil.Process]]:
        return self._house.processes() | {
            kind: [process, *process.children(recursive=True)] for kind, process in self._others.items()
        }


class BusyConnections:
    """How many database connections did something, looked at every half second in a thread of its own."""

    def __init__(self, database_url: str) -> None:
        self._url = database_url
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self.seen: list[int] = []

    def __enter__(self) -> BusyConnections:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        self._thread.join()

    def _look(self) -> None:
        with psycopg.connect(self._url, autocommit=True) as connection:
            while not self._is_over.wait(SAMPLE_SECONDS):
                [[busy]] = connection.execute(BUSY).fetchall()
                self.seen.append(busy)
