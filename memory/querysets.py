"""Reads of the memory; each starts from the owner."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Self
from uuid import UUID

from django.db.models import Count, F, Max, Min, Q, Sum
from django.db.models.functions import Coalesce

from companion.replica.querysets import LaggingQuerySet

if TYPE_CHECKING:
    from memory.models import Episode, Memory


# So often an episode is read in vain before it is given up.
MOST_ATTEMPTS = 5


class EpisodeQuerySet(LaggingQuerySet["Episode"]):
    def for_user(self, user_id: int) -> Self:
        return self.filter(user_id=user_id)

    def kept(self) -> Self:
        """Those that were not forgotten."""
        return self.filter(erased_at=None)

    def unread(self, *, now: datetime) -> Self:
        """Those that may be read for facts now."""
        waiting = self.filter(learned_at=None, erased_at=None, withdrawn_at=None, learn_attempts__lt=MOST_ATTEMPTS)
        return waiting.filter(Q(learn_after=None) | Q(learn_after__lte=now))

    def to_learn(self, *, user_id: int, persona_id: UUID, now: datetime) -> Self:
        """Of one owner, oldest first."""
        return self.filter(user_id=user_id, persona_id=persona_id).unread(now=now).order_by("said_at")

    def owners_to_learn(self, *, now: datetime, turns: int, quiet: timedelta) -> list[tuple[int, UUID]]:
        """(user, persona) of those with enough unread episodes, or some and nothing new for a while; longest waiting first."""
        waiting = self.unread(now=now).values_list("user_id", "persona_id")
        due = waiting.annotate(unread=Count("pk"), newest=Max("said_at"), oldest=Min("said_at"))
        due = due.filter(Q(unread__gte=turns) | Q(newest__lte=now - quiet)).order_by("oldest")
        return [(user_id, persona_id) for user_id, persona_id, *_ in due]

    def given_up(self) -> Self:
        """Those that could not be read; they wait for a person."""
        return self.filter(learned_at=None, erased_at=None, withdrawn_at=None, learn_attempts__gte=MOST_ATTEMPTS)

    def learning_stats(self, *, now: datetime) -> dict[str, Any]:
        """``waiting`` to be read and since when (``oldest``, ``lag``), ``given_up``, and the ``tokens`` that models took."""
        is_unread = Q(learned_at=None, erased_at=None, withdrawn_at=None)
        counts = self.aggregate(
            waiting=Count("pk", filter=is_unread & Q(learn_attempts__lt=MOST_ATTEMPTS)),
            oldest=Min("said_at", filter=is_unread & Q(learn_attempts__lt=MOST_ATTEMPTS)),
            given_up=Count("pk", filter=is_unread & Q(learn_attempts__gte=MOST_ATTEMPTS)),
            tokens=Coalesce(Sum("learn_tokens"), 0),
        )
        return counts | {"lag": None if counts["oldest"] is None else now - counts["oldest"]}


class MemoryQuerySet(LaggingQuerySet["Memory"]):
    def for_user(self, user_id: int) -> Self:
        return self.filter(user_id=user_id)

    def active(self, *, user_id: int, persona_id: UUID) -> Self:
        return self.filter(user_id=user_id, persona_id=persona_id, status="active")

    def unwanted(self, *, user_id: int, persona_id: UUID) -> Self:
        """What this person said is not true, or put in other words: never to be proposed again."""
        not_true = Q(status="rejected") | Q(status="superseded", valid_to=F("valid_from"))
        return self.filter(not_true, Q(persona_id=persona_id) | Q(persona_id=None), user_id=user_id)
