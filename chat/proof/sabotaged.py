"""``manage.py serve`` with one mistake that the proof must find: each process keeps for itself what all must share, or miscounts.

python -m chat.proof.sabotaged age serve --port 8000
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import replace
from types import SimpleNamespace
from typing import Any
from uuid import UUID


def break_age() -> None:
    """Who showed their age to another process is asked again."""
    from chat.turns.gate import Gate
    from sessions_ext import age

    known: set[int] = set()
    verify, gates_of = age.verify, Gate._gates  # noqa: SLF001  to break what is inside is its task

    def verify_here(*, user_id: int, **more: Any) -> Any:
        known.add(user_id)
        return verify(user_id=user_id, **more)

    def gates_here(gate: Gate) -> Any:
        gates = gates_of(gate)
        is_known = gate.standing.is_locked or gate.conversation.user_id in known
        return gates if is_known else replace(gates, is_verified=False)

    _put(age, "verify", verify_here)
    _put(Gate, "_gates", gates_here)


def break_lock() -> None:
    """A lock holds in the process where it was set."""
    from chat.turns import gate
    from sessions_ext.route_lock import EVERYDAY, LockStore, RouteLock

    kept: dict[tuple[UUID, int], RouteLock] = {}

    class OwnLocks(LockStore):
        def __init__(self, *, conversation_id: UUID, epoch: int, **more: Any) -> None:
            self._key = (conversation_id, epoch)
            super().__init__(conversation_id=conversation_id, epoch=epoch, **more)

        def _read(self) -> RouteLock:
            return kept.get(self._key, EVERYDAY)

        def keep(self, lock: RouteLock) -> None:
            kept[self._key] = lock

    _put(gate, "LockStore", OwnLocks)


def break_resume() -> None:
    """Who comes back misses a character of what is sent to them."""
    from chat.live.feed import Feed

    is_back: ContextVar[bool] = ContextVar("is_back", default=False)
    attach, delta = Feed.attach, Feed._delta  # noqa: SLF001

    async def attach_late(feed: Feed, listener: Any, *, offset: int = 0, **more: Any) -> None:
        token = is_back.set(offset > 0)
        try:
            await attach(feed, listener, offset=offset, **more)
        finally:
            is_back.reset(token)

    def short_delta(feed: Feed, offset: int, piece: str) -> str:
        return delta(feed, offset, piece[1:] if is_back.get() else piece)

    _put(Feed, "attach", attach_late)
    _put(Feed, "_delta", short_delta)


def break_limit() -> None:
    """Messages are counted in the process that got them."""
    from sessions_ext.limits import bucket

    _put(bucket, "redis_away", SimpleNamespace(may_ask=lambda: False))


BREAKS: dict[str, Callable[[], None]] = {
    "age": break_age,
    "lock": break_lock,
    "resume": break_resume,
    "limit": break_limit,
}


def _put(owner: Any, name: str, value: Any) -> None:
    setattr(owner, name, value)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "companion.settings")
    from companion.embedded.environment import fill_environment

    fill_environment()
    import django
    from django.core.management import execute_from_command_line

    django.setup()
    what = sys.argv.pop(1)
    BREAKS[what]()
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
