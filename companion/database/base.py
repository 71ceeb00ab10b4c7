"""Where it differs from Django's: how often a pooled connection is tried, and statements that the server keeps prepared."""

from collections import deque
from collections.abc import Callable
from time import monotonic
from typing import Any
from weakref import WeakKeyDictionary

from django.db.backends.base.base import NO_DB_ALIAS
from django.db.backends.postgresql import base
from django.db.backends.utils import CursorWrapper
from psycopg import Connection, RawCursor
from psycopg_pool import ConnectionPool

REST_SECONDS = 1.0  # a connection that was well so lately is taken to be well; to ask it each time costs a round trip
_was_well: "WeakKeyDictionary[Connection[Any], float]" = WeakKeyDictionary()


class HotPool(ConnectionPool[Any]):
    """Gives out the connection that came back last. psycopg's own gives out the one that rested longest, and so keeps every
    server process that a burst once needed cold and awake."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._pool = _Stack()


class _Stack(deque[Connection[Any]]):
    """The pool appends what comes back and takes from the left."""

    def append(self, connection: Connection[Any]) -> None:
        self.appendleft(connection)


class DatabaseWrapper(base.DatabaseWrapper):
    # Django's own, which its stubs leave out.
    _connection_pools: dict[str, ConnectionPool[Any]]
    _configure_connection: Callable[[Connection[Any]], None]
    _prepare_cursor: Callable[[RawCursor[Any]], CursorWrapper]

    @property
    def pool(self) -> ConnectionPool[Any] | None:
        options = self.settings_dict["OPTIONS"].get("pool")
        if self.alias == NO_DB_ALIAS or not options:
            return None
        if self.alias not in self._connection_pools:
            pool = HotPool(
                kwargs={**self.get_connection_params(), "autocommit": True},
                open=False,
                configure=self._configure_connection,
                check=_check_after_rest,
                **options,
            )
            self._connection_pools.setdefault(self.alias, pool)
        return self._connection_pools[self.alias]

    def prepared_cursor(self) -> CursorWrapper:
        """For statements that are made again and again, with $1 for a value: the server binds it, and plans them once."""
        self.ensure_connection()
        with self.wrap_database_errors:
            return self._prepare_cursor(RawCursor(self.connection))


def _check_after_rest(connection: Connection[Any]) -> None:
    """The pool's check. Raises OperationalError for a connection that is gone."""
    now = monotonic()
    if now - _was_well.get(connection, -REST_SECONDS) >= REST_SECONDS:
        ConnectionPool.check_connection(connection)
        _was_well[connection] = now
