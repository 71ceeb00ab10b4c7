"""A conversation's route and what remains of its lock, the same on every instance.

Redis is the truth; gone, there is no lock and the route is everyday. What ends a lock or a route raises the conversation's epoch
in its row: it ends with that commit, and a state that Redis kept through an outage counts no more.
"""

import logging
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from sessions_ext.store import StateStore, StateUnreadableError, conversation_state

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class RouteLock:
    route: str = "everyday"
    remaining: int = 0


EVERYDAY = RouteLock()


class LockStore:
    """Reads once, writes at most once. ``epoch`` and ``is_held``, whether there may be anything to read, are those of the
    conversation's row; ``by`` is the id of the frame that is judged.

    Redis is written before the row. Where the process died in between, the frame comes again, and must not count twice: then
    ``found`` is what held before it, and ``is_undone`` says that Redis still holds what came of it.
    """

    def __init__(
        self, *, user_id: int, conversation_id: UUID, epoch: int, is_held: bool = True, by: UUID | None = None
    ) -> None:
        self._store: StateStore = conversation_state(user_id=user_id, conversation_id=conversation_id)
        self._epoch = epoch
        self._by = None if by is None else str(by)
        self.is_undone = False
        self.found = self._read() if is_held else EVERYDAY

    @cached_property
    def is_readable(self) -> bool:
        try:
            self._store.keys()
        except StateUnreadableError:
            return False
        return True

    def _read(self) -> RouteLock:
        if not self.is_readable:
            return EVERYDAY
        held = {name: self._store.get(name) for name in ("route", "remaining", "epoch", "by", "before")}
        if held["epoch"] != self._epoch:
            return EVERYDAY
        route, remaining = held["route"], held["remaining"]
        if self._by is not None and held["by"] == self._by and isinstance(held["before"], list):
            self.is_undone = True
            route, remaining = held["before"]
        if not isinstance(route, str) or not isinstance(remaining, int):
            return EVERYDAY
        return RouteLock(route=route, remaining=remaining)

    def keep(self, lock: RouteLock) -> None:
        """Raises StateUnreadableError, and StateChangedError where another instance was faster."""
        if not self.is_readable:
            raise StateUnreadableError
        if lock == self.found and not self.is_undone:
            return
        before = [self.found.route, self.found.remaining]
        self._store.update({"route": lock.route, "remaining": lock.remaining, "epoch": self._epoch})
        self._store.update({"by": self._by, "before": before})
        self._store.save()
