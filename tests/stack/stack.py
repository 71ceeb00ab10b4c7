"""``manage.py up`` as a real process in a folder of its own, and what it says."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from http import HTTPStatus
from pathlib import Path
from typing import Any

import psutil

from companion.embedded.environment import STACK
from companion.embedded.home import ROOT_STATE, service_home
from companion.embedded.probe import fetch
from companion.embedded.process import free_port
from companion.env import BASE_DIR

PATIENCE = 90
# Nothing of the tests' own services reaches a stack; empty counts as not set.
ENVIRONMENT = dict.fromkeys(("DATABASE_URL", "REDIS_URL", "SECRET_KEY", "PUBLIC_URL"), "") | {
    "ALLOW_PLAIN_HTTP": "no",
    "LLM_PROVIDER": "scripted",
    "EMBEDDINGS": "none",
    "DRAIN_SECONDS": "5",
}


class Up:
    def __init__(
        self, folder: Path, *, arguments: tuple[str, ...] = (), port: int | None = None, **environment: str
    ) -> None:
        self.folder = folder
        self.port = port or free_port()
        self.lines: list[str] = []
        self._news = threading.Condition()
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "up", "--port", str(self.port), *arguments],
            cwd=BASE_DIR,
            env=os.environ | ENVIRONMENT | {"DATA_DIR": str(folder), "PYTHONUNBUFFERED": "1"} | environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            with self._news:
                self.lines.append(line.rstrip())
                self._news.notify_all()
        with self._news:
            self.lines.append("(end of output)")
            self._news.notify_all()

    @property
    def said(self) -> str:
        return "\n".join(self.lines)

    def hears(self, pattern: str, *, times: int = 1) -> str:
        """Wait until it said this so often; the line."""

        def found() -> list[str]:
            return [line for line in self.lines if re.search(pattern, line)]

        with self._news:
            self._news.wait_for(lambda: len(found()) >= times or self.lines[-1:] == ["(end of output)"], PATIENCE)
        assert len(found()) >= times, f"never said {pattern!r}:\n{self.said}"
        return found()[times - 1]

    def is_ready(self) -> Up:
        self.hears(r"^Ready after")
        return self

    def readyz(self) -> tuple[int, dict[str, Any]]:
        answer = fetch("127.0.0.1", self.port, "/readyz", timeout=10)
        assert answer is not None
        return answer[0], json.loads(answer[1])

    @property
    def answers(self) -> bool:
        answer = fetch("127.0.0.1", self.port, "/readyz", timeout=10)
        return answer is not None and answer[0] == HTTPStatus.OK

    @property
    def values(self) -> dict[str, str]:
        return json.loads((self.folder / STACK).read_text())

    @property
    def home(self) -> Path:
        return service_home(self.folder, say=lambda _: None).path

    def child(self, name: str) -> psutil.Process:
        return psutil.Process(json.loads((self.folder / "run" / f"{name}.json").read_text())["pid"])

    def family(self) -> list[psutil.Process]:
        """It and everything below it."""
        me = psutil.Process(self.process.pid)
        return [me, *me.children(recursive=True)]

    def listening(self) -> list[str]:
        """The addresses that its processes listen on, one for each."""
        connections = (one for process in self.family() for one in process.net_connections("tcp"))
        return [one.laddr.ip for one in connections if one.status == psutil.CONN_LISTEN]

    def ends(self) -> int:
        """Wait for its own end; the exit code."""
        code = self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        return code

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.ends()

    def __enter__(self) -> Up:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        assert self.process.stdout is not None
        self.process.stdout.close()

    def remove_data(self) -> None:
        """As root the services' data lies elsewhere than the tests' folder, which goes by itself."""
        if os.geteuid() == 0 and self.home.parent == ROOT_STATE:
            shutil.rmtree(self.home, ignore_errors=True)
