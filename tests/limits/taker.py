"""One process of several that take from a bucket: ``python -m tests.limits.taker USER BURST PER_SECOND TAKES SECONDS``.

Says that it is ready, waits for a line, then takes in four threads: TAKES in all, or for SECONDS. Answers how many passed, and
between which times the first and the last were counted (each take lies between two looks at the clock).
"""

import json
import os
import sys
import threading
import time
from typing import Any


def main(user_id: int, burst: int, per_second: float, takes: int, seconds: float) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "companion.settings")
    import django

    django.setup()
    from django.conf import settings
    from django_redis import get_redis_connection

    from companion.errors import RateLimitedError
    from sessions_ext.limits.messages import message_allowed

    settings.MESSAGE_LIMIT = (burst, per_second)
    takes_seen: list[tuple[float, float, bool]] = []

    def run() -> None:
        left, deadline = takes // 4, time.monotonic() + seconds
        while left > 0 and time.monotonic() < deadline:
            left -= 1
            before = time.time()
            try:
                message_allowed(user_id=user_id)
            except RateLimitedError as error:
                has_passed = False
                if not error.retry_after or error.retry_after < 0:
                    raise
            else:
                has_passed = True
            takes_seen.append((before, time.time(), has_passed))

    get_redis_connection("sessions").ping()
    say({"ready": True})
    sys.stdin.readline()
    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    befores, afters, passed = zip(*takes_seen, strict=True)
    say(
        {
            "asked": len(passed),
            "passed": sum(passed),
            "first": [min(befores), min(afters)],
            "last": [max(befores), max(afters)],
        }
    )


def say(what: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    user, burst, per_second, takes, seconds = sys.argv[1:]
    main(int(user), int(burst), float(per_second), int(takes), float(seconds))
