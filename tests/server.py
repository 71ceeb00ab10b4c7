"""Real web processes for tests: ``manage.py serve`` on a database of their own, with the simulated model."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from companion.embedded.process import free_port
from tests.client import Person

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 60


class Site:
    """What web processes share: a migrated database, Redis, and the addresses that count as ours."""

    def __init__(
        self, *, model_url: str, name: str = "site", ports: int = 4, server: str | None = None, redis: int = 1
    ) -> None:
        name = f"companion_{name}_{os.getpid()}"  # two runs may share a server
        self.server = server or os.environ["DATABASE_URL"]
        parts = urlsplit(self.server)
        self.name = name
        self.database_url = urlunsplit(parts._replace(path=f"/{name}"))
        self.remove()
        with psycopg.connect(self.server, autocommit=True) as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        self.ports = [free_port() for _ in range(ports)]
        self.environment = {
            **os.environ,
            "DATABASE_URL": self.database_url,
            # Its people have the same numbers as those of the other test database.
            "REDIS_URL": urlunsplit(urlsplit(os.environ["REDIS_URL"])._replace(path=f"/{redis}")),
            "PUBLIC_URL": ",".join(f"http://127.0.0.1:{port}" for port in self.ports),
            "LLM_PROVIDER": "",
            "LOCAL_LLM_BASE_URL": model_url,
            "LOCAL_LLM_MODEL": "simulated",
            "ADULT_PROVIDERS": "local",
            "DRAIN_SECONDS": "10",
            "PYTHONWARNINGS": "default",
        }
        self.manage("migrate", "--verbosity=0")
        self.manage("mark_test_database")
        if not (Path(os.environ["DATA_DIR"]) / "static").exists():  # pytest's own process has collected them
            self.manage("collectstatic", "--noinput", "--verbosity=0")

    def remove(self) -> None:
        """Drop the database; the server may be one that outlives the tests."""
        with psycopg.connect(self.server, autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(self.name)))

    def manage(self, *arguments: str, **environment: str) -> str:
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.environment | environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        return done.stdout

    def seed_people(self, count: int) -> list[Person]:
        """People with a name and a signed-in session; on which process, each test says."""
        with tempfile.TemporaryDirectory() as folder:
            cookies = Path(folder) / "cookies.jsonl"
            self.manage("seed_people", str(count), "--cookies", str(cookies))
            return [
                Person.seeded(f"http://127.0.0.1:{self.ports[0]}", line) for line in cookies.read_text().splitlines()
            ]

    def rows(self, query: str, *parameters: Any) -> list[tuple[Any, ...]]:
        with psycopg.connect(self.database_url) as connection:
            return connection.execute(query, parameters).fetchall()

    def execute(self, statement: str, *parameters: Any) -> None:
        with psycopg.connect(self.database_url) as connection:
            connection.execute(statement, parameters)

    def spawn(self, port: int, *, command: Sequence[str] = ("manage.py",), **environment: str) -> WebProcess:
        """``command`` is what the interpreter runs with `serve`."""
        return WebProcess(self, port, environment, command).start()

    @contextmanager
    def web(self, index: int = 0, **options: Any) -> Iterator[WebProcess]:
        process = self.spawn(self.ports[index], **options)
        try:
            yield process.wait_until_ready()
        finally:
            process.stop()


class WebProcess:
    def __init__(self, site: Site, port: int, environment: dict[str, str], command: Sequence[str]) -> None:
        self.site = site
        self.port = port
        self.url = f"http://127.0.0.1:{port}"
        self.environment = environment
        self.command = list(command)
        self.log = Path(tempfile.mkstemp(prefix="companion-web-", suffix=".log")[1])

    def start(self) -> WebProcess:
        with socket.socket() as probe:
            assert probe.connect_ex(("127.0.0.1", self.port)) != 0, "another process of this site has this port"
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, *self.command, "serve", "--port", str(self.port)],
                cwd=ROOT,
                env=self.site.environment | self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        return self

    def wait_until_ready(self) -> WebProcess:
        import urllib.error
        import urllib.request

        deadline = time.monotonic() + START_SECONDS
        while True:
            assert self.process.poll() is None, self.said()
            assert time.monotonic() < deadline, self.said()
            try:
                with urllib.request.urlopen(self.url + "/readyz", timeout=2) as answer:  # loopback
                    if answer.status == 200:
                        return self
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)

    def said(self) -> str:
        return self.log.read_text(errors="replace")

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def terminate(self) -> None:
        self.process.send_signal(signal.SIGTERM)

    async def gone(self, seconds: float = 30) -> int:
        return await asyncio.wait_for(asyncio.to_thread(self.process.wait), seconds)

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.kill()
        self.log.unlink(missing_ok=True)

    @property
    def cpu_seconds(self) -> float:
        """User and system time of this process so far, from /proc."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
