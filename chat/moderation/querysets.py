"""Reads of moderation that repeat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db.models import QuerySet
from django.utils import timezone

if TYPE_CHECKING:
    from chat.moderation.rows import Decision, Flag, Notice, Reveal  # noqa: F401


class FlagQuerySet(QuerySet["Flag"]):
    def open(self) -> Self:
        return self.filter(state="open")

    def for_user(self, user_id: int) -> Self:
        return self.filter(user_id=user_id)


class DecisionQuerySet(QuerySet["Decision"]):
    def for_user(self, user_id: int) -> Self:
        return self.filter(user_id=user_id)


class NoticeQuerySet(QuerySet["Notice"]):
    def for_user(self, user_id: int) -> Self:
        return self.filter(user_id=user_id)


class RevealQuerySet(QuerySet["Reveal"]):
    def in_access_log(self, user_id: int) -> Self:
        """What this person may see of who read their text, newest first."""
        return self.filter(user_id=user_id, visible_from__lte=timezone.now()).order_by("-at")
