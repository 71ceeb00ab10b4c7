"""The backend of connections to the replica: what that fails to answer, the primary is asked, once."""

from typing import Any

from django.db import InterfaceError, OperationalError, connection
from django.db.backends.utils import CursorWrapper

from companion.database import base
from companion.replica.standing import standing


class AskedTwice(CursorWrapper):
    db: "DatabaseWrapper"

    def execute(self, sql: Any, params: Any = None) -> Any:
        try:
            return super().execute(sql, params)
        except (OperationalError, InterfaceError) as error:
            # Rows are complete once a statement was executed, so nothing of the first answer has been seen.
            self.cursor = self.db.give_up(error)
            return self.cursor.execute(sql, params)


class DatabaseWrapper(base.DatabaseWrapper):
    def cursor(self) -> CursorWrapper:
        if standing.is_away:
            return connection.cursor()
        try:
            return super().cursor()
        except (OperationalError, InterfaceError) as error:
            return self.give_up(error)

    def give_up(self, error: Exception) -> CursorWrapper:
        """The primary's cursor instead."""
        standing.leave_alone(type(error.__cause__ or error).__name__)
        self.close()
        return connection.cursor()

    def make_cursor(self, cursor: Any) -> CursorWrapper:
        return AskedTwice(cursor, self)
