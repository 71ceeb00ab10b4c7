"""Whether Redis is worth asking. While it is away a limit must not cost every caller Redis' time-out."""

import logging
import threading
import time
from collections.abc import Callable

logger = logging.getLogger(__name__)

PAUSE_SECONDS = 2.0
WARNING_SECONDS = 60.0


class Away:
    """After a failure one caller every 2 s asks Redis, and the others count in their process until it answered."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._is_away = False
        self._next_question = self._next_warning = 0.0

    def may_ask(self) -> bool:
        if not self._is_away:
            return True
        with self._lock:
            now = self._clock()
            if now < self._next_question:
                return False
            self._next_question = now + PAUSE_SECONDS
            return True

    def answered(self) -> None:
        self._is_away = False

    def failed(self, error: Exception) -> None:
        with self._lock:
            now = self._clock()
            self._is_away, self._next_question = True, now + PAUSE_SECONDS
            if now < self._next_warning:
                return
            self._next_warning = now + WARNING_SECONDS
        logger.warning("limits can't be counted in Redis (%s); each process counts its own", type(error).__name__)


redis_away = Away()
