"""The rolling summary of a conversation, how far it reaches, and how making it went."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Self
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from memory.querysets import MOST_ATTEMPTS

if TYPE_CHECKING:
    from chat.models import Conversation

# `romance` counts as everyday here, as it does in memory: who may answer the one may answer the other.
EVERYDAY, ADULT = "everyday", "adult"
FEWEST_KEPT = 8  # messages that go before the model as they stand, whatever a setting says


def most_kept() -> int:
    """With so many behind the summary, it is time to sum up the older half of them: they never leave a gap."""
    return max(settings.SHORT_TERM_MESSAGES, FEWEST_KEPT)


class SummaryQuerySet(QuerySet["Summary"]):
    def true_to_its_branch(self) -> Self:
        """Those that reach to a message, and wording, of the branch that is active."""
        is_same = Q(through_variant=F("through__active_variant"))
        is_own = Q(through_variant=None, through__active_variant=None)
        return self.filter(is_same | is_own, through__is_active=True, through__deleted_at=None)

    def texts_of(self, conversation: Conversation) -> dict[str, str]:
        """By route; empty where there is none."""
        mine = self.true_to_its_branch().filter(conversation=conversation)
        return mine.values_list("texts", flat=True).first() or {}

    def given_up(self) -> Self:
        """Those that could not be gone on with; they wait for a person."""
        return self.filter(attempts__gte=MOST_ATTEMPTS)


class Summary(models.Model):
    """At most one for each conversation; its row comes with the first attempt."""

    conversation = models.OneToOneField("chat.Conversation", models.CASCADE, primary_key=True, related_name="summary")
    texts = models.JSONField(
        default=dict, help_text='By the strictest route in it: {"everyday": "...", "adult": "..."}.'
    )
    through = models.ForeignKey(
        "chat.Message",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        help_text="The last message it reaches to.",
    )
    through_variant = models.PositiveSmallIntegerField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(
        default=0, help_text="How often going on failed since it last went well."
    )
    after = models.DateTimeField(null=True, blank=True, help_text="Not to be tried again before then.")
    error = models.CharField(max_length=40, blank=True, help_text="Why it failed the last time.")
    tokens = models.PositiveIntegerField(default=0, help_text="What the model took for it so far.")
    updated_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = SummaryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "summaries"

    def __str__(self) -> str:
        return str(self.conversation_id)


def may_be_tried(now: datetime) -> Q:
    """Of a conversation: its summary isn't given up, nor put off until later."""
    is_due = Q(summary__after=None) | Q(summary__after__lte=now)
    return Q(summary=None) | (is_due & Q(summary__attempts__lt=MOST_ATTEMPTS))


def try_again(*, conversation_ids: list[UUID]) -> int:
    """What was given up stands in the queue again; how many."""
    given_up = Summary.objects.given_up().filter(pk__in=conversation_ids)
    return given_up.update(attempts=0, after=None, error="")
