"""A summary that tells of what is no more goes in the same transaction, and is made anew without it.

Whoever calls holds the lock of the owner's memory (`memory.locks`): conversations are locked after it, everywhere.
"""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db.models import F, Q

from chat.models import Conversation, Summary
from chat.summaries.pieces import count_anew
from chat.summaries.rows import ADULT


def drop_summaries(*, conversation_ids: Collection[UUID], **_: Any) -> None:
    """Receiver of memory's `forgetting` signal."""
    for conversation_id in _locked(Q(pk__in=conversation_ids)):
        Summary.objects.filter(pk=conversation_id).delete()
        _changed(conversation_id)


def drop_reaching(*, conversation: Conversation, position: int) -> None:
    """Of a branch that changes from this position on, or whose newest message that is left is there: only a summary that ends
    before it stays."""
    reaches = Q(pk=conversation.pk, summary__through__position__gte=position)
    if Conversation.objects.filter(reaches).exists():
        drop_summaries(conversation_ids=[conversation.pk])


def drop_adult_parts(*, user_id: int, **_: Any) -> None:
    """Receiver of memory's `adult_recall_ended` signal."""
    for conversation_id in _locked(Q(user=user_id, summary__texts__has_key=ADULT)):
        summary = Summary.objects.get(pk=conversation_id)
        summary.texts = {route: text for route, text in summary.texts.items() if route != ADULT}
        summary.save(update_fields=["texts"])
        _changed(conversation_id)


def _locked(wanted: Q) -> list[UUID]:
    """Those that have a summary."""
    found = Conversation.objects.filter(wanted, summary__isnull=False).order_by("pk")
    return list(found.select_for_update(no_key=True, of=("self",)).values_list("pk", flat=True))


def _changed(conversation_id: UUID) -> None:
    Conversation.objects.filter(pk=conversation_id).update(summary_version=F("summary_version") + 1)
    count_anew(conversation_id)
