"""How the replica stands, as this process knows it."""

import logging
import threading
from collections.abc import Callable
from math import inf
from time import monotonic

from django.db import connection, connections

logger = logging.getLogger(__name__)

REPLICA = "replica"
MOST_LAG_SECONDS = 5.0
LOOK_SECONDS = 1.0
PAUSE_SECONDS = 5.0

PRIMARY = "SELECT pg_current_wal_flush_lsn()::text, system_identifier, current_database() FROM pg_control_system()"
# One that has replayed all that the primary had written a moment ago lags by nothing, however long nobody wrote. A receiver
# that lost the primary has replayed all that it received, too: so it is the primary that is asked how far it is.
LAG = """
    SELECT CASE
        WHEN pg_last_wal_replay_lsn() >= %s::pg_lsn THEN 0
        ELSE extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp())
    END::float8
    FROM pg_control_system()
    WHERE pg_is_in_recovery() AND system_identifier = %s AND current_database() = %s
"""


def lag() -> float | None:
    """Seconds that the replica is behind; None where it does not answer, or is none of this database."""
    with connection.cursor() as cursor:
        cursor.execute(PRIMARY)
        primary = cursor.fetchone()
    with connections[REPLICA].cursor() as cursor:  # where it fails the primary answers for it, and is no replica
        cursor.execute(LAG, primary)
        found: tuple[float | None] | None = cursor.fetchone()
    return found[0] if found else None


class Standing:
    """One caller looks how far the replica is, once a second at most, and the others go by what was seen."""

    def __init__(self, lag: Callable[[], float | None], *, clock: Callable[[], float] = monotonic) -> None:
        self._lag, self._clock = lag, clock
        self._lock = threading.Lock()
        self._is_fit = False
        self._next_look = self._away_until = -inf
        self._said = ""

    @property
    def is_away(self) -> bool:
        """It failed a moment ago, and isn't tried again yet."""
        return self._clock() < self._away_until

    def is_fit(self) -> bool:
        """Whether it answers, and lags by no more than 5 s. Raises what the primary's failure raises."""
        with self._lock:
            if self._clock() < self._next_look:
                return self._is_fit
            # Who comes before the look is over reads the primary: it may never be over.
            self._is_fit, self._next_look = False, inf
        try:
            seconds = self._lag()
        except BaseException as error:
            self.leave_alone(type(error).__name__)
            raise
        return self._saw(seconds)

    def leave_alone(self, why: str) -> None:
        """For a while."""
        with self._lock:
            self._is_fit = False
            self._next_look = self._away_until = self._clock() + PAUSE_SECONDS
        self._say(why)

    def _saw(self, seconds: float | None) -> bool:
        with self._lock:
            if self.is_away:
                return False  # a read failed meanwhile
            self._is_fit = is_fit = seconds is not None and seconds <= MOST_LAG_SECONDS
            self._next_look = self._clock() + LOOK_SECONDS
        if is_fit:
            self._say("")
        else:
            self._say("it does not follow this database" if seconds is None else "it is too far behind")
        return is_fit

    def _say(self, why: str) -> None:
        """Once, until it changes."""
        if why != self._said:
            self._said = why
            logger.warning("the replica is left alone: %s", why) if why else logger.info("the replica is read")


standing = Standing(lag)
