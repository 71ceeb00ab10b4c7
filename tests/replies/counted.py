"""``manage.py serve`` that counts what the check of replies costs, or does without it.

REPLIES_COUNTED names a file that gets a line of JSON for each reply; without it nothing is checked.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any


def count() -> None:
    from chat.live import running
    from chat.safety import reply_check

    judge, written = reply_check.classify, os.environ.get("REPLIES_COUNTED")

    class Unchecked(reply_check.ReplyCheck):
        def feed(self, piece: str) -> str:
            return piece

    class Counted(reply_check.ReplyCheck):
        def __init__(self, bounds: reply_check.Bounds) -> None:
            super().__init__(bounds)
            self.came_at = 0.0
            self.told: dict[str, Any] = {"calls": 0, "judge_ms": 0.0, "check_ms": 0.0, "pieces": 0}

        def feed(self, piece: str) -> str:
            self.came_at = self.came_at or time.perf_counter()
            self.told["pieces"] += 1
            return self.timed(super().feed, piece)

        def finish(self) -> str:
            released = self.timed(super().finish)
            self.write()
            return released

        def timed(self, step: Any, *arguments: str) -> str:
            began = time.thread_time()
            released: str = step(*arguments)
            self.told["check_ms"] += (time.thread_time() - began) * 1000
            if released and "first_ms" not in self.told:
                self.told["first_ms"] = (time.perf_counter() - self.came_at) * 1000
                self.told["first_cpu_ms"] = self.told["check_ms"]
                self.told["first_pieces"] = self.told["pieces"]
            if self.crossed is not None:
                self.write()
            return released

        def write(self) -> None:
            with Path(written or "").open("a", encoding="utf-8") as file:
                file.write(json.dumps(self.told | {"crossed": self.crossed is not None}) + "\n")

        def _verdict_on(self, text: str) -> reply_check.Verdict:
            began = time.thread_time()
            verdict = super()._verdict_on(text)
            self.told["calls"] += 1
            self.told["judge_ms"] += (time.thread_time() - began) * 1000
            return verdict

    assert judge is reply_check.classify
    running.ReplyCheck = Counted if written else Unchecked


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "companion.settings")
    import django
    from django.core.management import execute_from_command_line

    django.setup()
    count()
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
