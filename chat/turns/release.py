"""Leaving a route: by one's own wish, or because a verification ended."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from chat.models import Conversation
from chat.routes import left
from chat.turns.gate import Gate


@transaction.atomic
def release_lock(*, user_id: int, conversation_id: UUID) -> bool:
    """Back to everyday, on every instance, also while Redis is away; whether anything changed.

    Raises Conversation.DoesNotExist for a stranger's as for a missing one, StateChangedError.
    """
    conversation = Conversation.objects.select_for_update(no_key=True).get(pk=conversation_id, user_id=user_id)
    gate = Gate(conversation, timezone.now())
    gate.keep(left(gate.standing))
    return gate.is_changed


def end_locks(*, user_id: int, **_: Any) -> None:
    """Receiver of `verification_ended`: who verifies again begins anew, in every conversation; also while Redis is away."""
    Conversation.objects.filter(user_id=user_id).update(route_epoch=F("route_epoch") + 1)
