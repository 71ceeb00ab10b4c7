"""Whether Redis is worth asking. While it is away what is counted there must not cost every caller Redis' time-out."""

import logging
import threading
import time
from collections.abc import Callable

logger = logging.getLogger(__name__)

PAUSE_SECONDS = 2.0
WARNING_SECONDS = 60.0


class Away:
    """After a failure one caller every 2 s asks Redis, and the others do without until it answered.

    ``what`` it is that can't be counted there, and what is done ``instead``, for the log.
    """

    def __init__(
        self,
        what: str = "limits",
        *,
        instead: str = "each process counts its own",
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._what, self._instead, self._clock = what, instead, clock
        self._lock = threading.Lock()
        self.is_away = False
        self._next_question = self._next_warning = 0.0

    def may_ask(self) -> bool:
        if not self.is_away:
            return True
        with self._lock:
            now = self._clock()
            if now < self._next_question:
                return False
            self._next_question = now + PAUSE_SECONDS
            return True

    def answered(self) -> None:
        self.is_away = False

    def failed(self, error: Exception) -> None:
        with self._lock:
            now = self._clock()
            self.is_away, self._next_question = True, now + PAUSE_SECONDS
            if now < self._next_warning:
                return
            self._next_warning = now + WARNING_SECONDS
        logger.warning("%s can't be counted in Redis (%s); %s", self._what, type(error).__name__, self._instead)
