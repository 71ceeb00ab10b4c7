"""Reads of moderation that repeat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from companion.replica.querysets import LaggingQuerySet
from sessions_ext.models import AgeStanding, AgeVerification

if TYPE_CHECKING:
    from chat.moderation.rows import Decision, Flag, Notice, Reveal


def _is_adult() -> Exists:
    return Exists(AgeVerification.objects.filter(user_id=OuterRef("user_id"), revoked_at=None))


def _is_closed() -> Exists:
    return Exists(AgeStanding.objects.filter(user_id=OuterRef("user_id"), closed_until__gt=timezone.now()))


class FlagQuerySet(LaggingQuerySet["Flag"]):
    def open(self) -> Self:
        return self.filter(state="open")

    def for_user(self, user_id: int) -> Self:
        return self.filter(user_id=user_id)

    def with_account(self) -> Self:
        """With `is_adult` and `is_closed`: what is known of the age of its person."""
        return self.annotate(is_adult=_is_adult(), is_closed=_is_closed())

    def of_adults(self) -> Self:
        return self.filter(_is_adult())

    def of_closed_accounts(self) -> Self:
        return self.filter(_is_closed())

    def of_unknown_age(self) -> Self:
        return self.filter(~_is_adult(), ~_is_closed())


class DecisionQuerySet(LaggingQuerySet["Decision"]):
    def for_user(self, user_id: int) -> Self:
        return self.filter(user_id=user_id)


class NoticeQuerySet(QuerySet["Notice"]):
    def for_user(self, user_id: int) -> Self:
        return self.filter(user_id=user_id)


class RevealQuerySet(QuerySet["Reveal"]):
    def in_access_log(self, user_id: int) -> Self:
        """What this person may see of who read their text, newest first."""
        return self.filter(user_id=user_id, visible_from__lte=timezone.now()).order_by("-at")
