"""A row of the list, as data."""

from typing import Any

from django.urls import reverse

from chat.models import Conversation


def as_json(conversation: Conversation) -> dict[str, Any]:
    return {
        "id": str(conversation.pk),
        "title": conversation.title,
        "pinned": conversation.pinned_at is not None,
        "archived": conversation.archived_at is not None,
        "unread": conversation.is_unread,
        "updated_at": conversation.updated_at.isoformat(),
        "url": reverse("conversation", args=[conversation.pk]),
    }
