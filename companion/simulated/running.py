"""The simulated model as a process of its own, so that its work is not the web process's."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from companion.embedded.process import free_port
from companion.env import BASE_DIR

START_SECONDS = 30


@dataclass(frozen=True)
class RunningUpstream:
    root: str
    pid: int

    @property
    def base_url(self) -> str:
        return self.root + "/v1"

    def requests(self, containing: str = "") -> list[dict[str, Any]]:
        """What it was asked so far, of the requests with this text in them."""
        asked: list[dict[str, Any]] = self._tells("requests", containing)
        return asked

    def was_left(self, containing: str) -> bool:
        """Whether who asked this hung up before the end."""
        return bool(self._tells("hung_up_on", containing))

    def most_streaming(self) -> int:
        """How many replies it wrote at once, at most, since this was last asked."""
        most: int = self._tells("most_streaming")
        return most

    def trouble(self, kind: str, **how: float) -> int:
        """As `companion.simulated.trouble` has it; how many replies it was writing."""
        asked = urllib.request.Request(  # noqa: S310  loopback
            f"{self.root}/trouble", json.dumps({"kind": kind, **how}).encode(), {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(asked, timeout=5) as answer:  # noqa: S310  loopback
            told: dict[str, int] = json.load(answer)
        return told["streaming"]

    def _tells(self, what: str, containing: str = "") -> Any:
        query = urllib.parse.urlencode({"containing": containing})
        with urllib.request.urlopen(f"{self.root}/{what}?{query}", timeout=5) as answer:  # noqa: S310  loopback
            return json.load(answer)


@contextmanager
def running_upstream(
    *, first_token_ms: int = 150, token_ms: int = 25, tokens: int = 60, is_varied: bool = False
) -> Iterator[RunningUpstream]:
    port = free_port()
    command = [sys.executable, "-m", "companion.simulated", f"--port={port}", f"--first-token-ms={first_token_ms}"]
    process = subprocess.Popen(
        [
            *command,
            f"--token-ms={token_ms}",
            f"--tokens={tokens}",
            "--end-with-parent",
            *(["--varied"] if is_varied else []),
        ],
        cwd=BASE_DIR,
        stdin=subprocess.DEVNULL,
    )
    try:
        running = RunningUpstream(f"http://127.0.0.1:{port}", process.pid)
        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                running.requests()
                break
            except (urllib.error.URLError, OSError):
                assert process.poll() is None, "the simulated model did not start"
                assert time.monotonic() < deadline, "the simulated model does not answer"
                time.sleep(0.02)
        yield running
    finally:
        process.terminate()
        process.wait(10)
