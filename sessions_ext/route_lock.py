"""A conversation's route and what remains of its lock, the same on every instance.

Redis is the truth; gone, there is no lock and the route is everyday. What ends a lock or a route raises the conversation's epoch
in its row: it ends with that commit, and a state that Redis kept through an outage counts no more.
"""

import logging
from dataclasses import dataclass
from uuid import UUID

from sessions_ext.store import StateStore, StateUnreadableError, conversation_state

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class RouteLock:
    route: str = "everyday"
    remaining: int = 0


EVERYDAY = RouteLock()


class LockStore:
    """Reads once, writes at most once; ``epoch`` is that of the conversation's row."""

    def __init__(self, *, user_id: int, conversation_id: UUID, epoch: int) -> None:
        self._store: StateStore = conversation_state(user_id=user_id, conversation_id=conversation_id)
        self._epoch = epoch
        self.is_readable = True
        self.found = self._read()

    def _read(self) -> RouteLock:
        try:
            route, remaining, epoch = (self._store.get(name) for name in ("route", "remaining", "epoch"))
        except StateUnreadableError:
            self.is_readable = False
            return EVERYDAY
        if epoch != self._epoch or not isinstance(route, str) or not isinstance(remaining, int):
            return EVERYDAY
        return RouteLock(route=route, remaining=remaining)

    def keep(self, lock: RouteLock) -> None:
        """Raises StateUnreadableError, and StateChangedError where another instance was faster."""
        if not self.is_readable:
            raise StateUnreadableError
        if lock == self.found:
            return
        self._store.update({"route": lock.route, "remaining": lock.remaining, "epoch": self._epoch})
        self._store.save()
