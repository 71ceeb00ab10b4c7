"""Reads that repeat. Each starts from the owner."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import models
from django.db.models import Exists, OuterRef

if TYPE_CHECKING:
    from chat.models import Conversation, Message, Turn


class ConversationQuerySet(models.QuerySet["Conversation"]):
    def for_user(self, user_id: int) -> ConversationQuerySet:
        return self.filter(user_id=user_id, user__is_active=True)

    def newest_first(self) -> ConversationQuerySet:
        return self.order_by("-updated_at", "-id")


class MessageQuerySet(models.QuerySet["Message"]):
    def active(self, conversation_id: UUID) -> MessageQuerySet:
        """The active branch, oldest first."""
        return self.not_deleted().filter(conversation_id=conversation_id, is_active=True).order_by("position")

    def not_deleted(self) -> MessageQuerySet:
        return self.filter(deleted_at=None)


class TurnQuerySet(models.QuerySet["Turn"]):
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
