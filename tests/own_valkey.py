"""A Redis that a test may stop, empty and start again, at an address that stays."""

from __future__ import annotations

from pathlib import Path

import redis

from companion.embedded.home import home_at
from companion.embedded.valkey import Valkey


class OwnValkey:
    def __init__(self, folder: Path) -> None:
        # As the server's own user has to pass through (tests/services.py).
        for passed in (folder, folder.parent, folder.parent.parent):
            passed.chmod(0o711)
        home = home_at(folder / "home", say=lambda _: None)
        self._valkey = Valkey(home, logs=folder / "logs", records=folder / "run", durable=False)
        self.start()

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
