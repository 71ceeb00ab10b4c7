"""Reads of the memory; each starts from the owner."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self
from uuid import UUID

from django.db.models import Count, Max, Q, QuerySet

if TYPE_CHECKING:
    from memory.models import Episode, Memory  # noqa: F401


class EpisodeQuerySet(QuerySet["Episode"]):
    def for_user(self, user_id: int) -> Self:
        return self.filter(user_id=user_id)

    def to_learn(self, *, user_id: int, persona_id: UUID) -> Self:
        """Of one owner, oldest first."""
        return self.filter(user_id=user_id, persona_id=persona_id, learned_at=None).order_by("said_at")

    def owners_to_learn(self, *, now: datetime, turns: int, quiet: timedelta) -> list[tuple[int, UUID]]:
        """(user, persona) of those with enough unread episodes, or with some and nothing new for a while."""
        waiting = self.filter(learned_at=None).values_list("user_id", "persona_id")
        due = waiting.annotate(unread=Count("pk"), newest=Max("said_at"))
        return [
            (user_id, persona_id)
            for user_id, persona_id, *_ in due.filter(Q(unread__gte=turns) | Q(newest__lte=now - quiet))
        ]


class MemoryQuerySet(QuerySet["Memory"]):
    def for_user(self, user_id: int) -> Self:
        return self.filter(user_id=user_id)

    def active(self, *, user_id: int, persona_id: UUID) -> Self:
        return self.filter(user_id=user_id, persona_id=persona_id, status="active")
