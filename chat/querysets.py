"""Reads that repeat. Each starts from the owner."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import models
from django.db.models import Exists, F, FilteredRelation, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from chat.summaries.rows import may_be_tried, most_kept
from companion.replica.querysets import LaggingQuerySet

if TYPE_CHECKING:
    from chat.models import Conversation, Message, Turn, Variant


class ConversationQuerySet(LaggingQuerySet["Conversation"]):
    def for_user(self, user_id: int) -> ConversationQuerySet:
        return self.filter(user_id=user_id, user__is_active=True, deleted_at=None)

    def listed(self) -> ConversationQuerySet:
        """As they stand in the list: the pinned ones first, the last pinned at the top, then the newest."""
        return self.filter(archived_at=None).order_by(F("pinned_at").desc(nulls_last=True), "-updated_at", "-id")

    def archived(self) -> ConversationQuerySet:
        return self.filter(archived_at__isnull=False).newest_first()

    def to_name(self) -> ConversationQuerySet:
        """Those whose first words are their title until a model found a better one."""
        return self.filter(title_by="awaited", deleted_at=None, user__is_active=True).order_by("-updated_at")

    def newest_first(self) -> ConversationQuerySet:
        return self.order_by("-updated_at", "-id")

    def to_sum_up(self) -> ConversationQuerySet:
        """Those with as many messages behind their summary as go before the model; the next one would leave a gap."""
        due = self.filter(may_be_tried(timezone.now()), unsummed__gte=most_kept(), user__is_active=True)
        return due.order_by("-unsummed")


class MessageQuerySet(LaggingQuerySet["Message"]):
    def active(self, conversation_id: UUID) -> MessageQuerySet:
        """The active branch, oldest first."""
        return self.not_deleted().filter(conversation_id=conversation_id, is_active=True).order_by("position")

    def not_deleted(self) -> MessageQuerySet:
        return self.filter(deleted_at=None)

    def with_wording(self) -> MessageQuerySet:
        """With ``said_text``, ``said_route`` and ``said_by`` (empty: its person), a reply's those of its active variant."""
        wording = FilteredRelation("variants", condition=Q(variants__number=F("active_variant")))
        return self.alias(wording=wording).annotate(
            said_text=Coalesce("wording__text", "text"),
            said_route=Coalesce("wording__route", "route"),
            said_by=Coalesce("wording__model", models.Value("")),
        )


class VariantQuerySet(LaggingQuerySet["Variant"]):
    pass


class TurnQuerySet(LaggingQuerySet["Turn"]):
    def for_user(self, user_id: int) -> TurnQuerySet:
        return self.filter(conversation__user_id=user_id)

    def not_deleted(self) -> TurnQuerySet:
        from chat.models import Message

        is_reply_deleted = Message.objects.filter(pk=OuterRef("reply_id"), deleted_at__isnull=False)
        return self.filter(~Exists(is_reply_deleted), message__deleted_at=None)

    def running(self) -> TurnQuerySet:
        return self.filter(state="running")

    def waiting(self) -> TurnQuerySet:
        return self.filter(state="waiting")
