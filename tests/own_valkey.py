"""A Redis that a test may stop, empty and start again, at an address that stays."""

from __future__ import annotations

import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import redis

from companion.embedded.home import home_at
from companion.embedded.valkey import Valkey


class OwnValkey:
    def __init__(self) -> None:
        # Not below pytest's own folder: every run of pytest shuts that to all but its owner, and the server's user has to pass.
        self._folder = Path(tempfile.mkdtemp(prefix="companion-valkey-"))
        self._folder.chmod(0o711)
        home = home_at(self._folder / "home", say=lambda _: None)
        places = {"logs": self._folder / "logs", "records": self._folder / "run"}
        self._valkey = Valkey(home, **places, durable=False)
        self.start()

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def url(self) -> str:
        return self._valkey.url

    def start(self) -> None:
        self._child = self._valkey.start()
        self._valkey.wait(self._child)
        self.is_running = True

    def stop(self) -> None:
        self.is_running = False
        self._child.kill()

    @contextmanager
    def hung(self) -> Iterator[None]:
        """It is there, and answers nobody."""
        self._child.process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self._child.process.send_signal(signal.SIGCONT)

    def save(self) -> None:
        """What it holds now is there again after a stop and a start."""
        with redis.Redis.from_url(self.url) as client:
            client.save()

    def flush(self) -> None:
        with redis.Redis.from_url(self.url) as client:
            client.flushall()

    def holds(self, pattern: str) -> list[bytes]:
        with redis.Redis.from_url(self.url) as client:
            return list(client.scan_iter(match=pattern))
