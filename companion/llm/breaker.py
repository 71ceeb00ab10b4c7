"""Leaving a service alone that has failed several times in a row, so that nobody waits for it."""

import time
from collections.abc import Callable


class Breaker:
    """Open after ``failures`` in a row, for ``seconds``; then one more failure opens it again."""

    def __init__(self, *, failures: int, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._allowed, self._seconds, self._clock = failures, seconds, clock
        self._failures, self._closed_from = 0, 0.0

    @property
    def is_open(self) -> bool:
        return self._clock() < self._closed_from

    def succeeded(self) -> None:
        self._failures = 0

    def failed(self) -> None:
        self._failures += 1
        if self._failures >= self._allowed:
            self._closed_from = self._clock() + self._seconds
