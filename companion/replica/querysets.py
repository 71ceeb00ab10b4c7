"""How a service asks for a read that may be a little old."""

from typing import Self, TypeVar

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Model, QuerySet

from companion.replica.standing import REPLICA, standing
from companion.replica.writes import has_just_written

M = TypeVar("M", bound=Model)


def database_for(user_id: int) -> str:
    """The replica's alias where this person's read may go there now, else the primary's."""
    if REPLICA not in settings.DATABASES or connection.in_atomic_block:
        return DEFAULT_DB_ALIAS
    if not standing.is_fit() or has_just_written(user_id=user_id):
        return DEFAULT_DB_ALIAS
    return REPLICA


class LaggingQuerySet(QuerySet[M]):
    def lagging(self, user_id: int) -> Self:
        """May be some seconds old: from the replica, unless that is away or far behind, this person wrote just now, or a
        transaction is open. To look only: what is decided or written after it is read from the primary.
        """
        return self.using(database_for(user_id))
