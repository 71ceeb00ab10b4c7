""" "Not now": what a conversation doesn't want to hear of for the rest of the day."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from memory.models import Episode, Memory, SetAside, Source

AT_LEAST = timedelta(hours=6)  # somebody who talks past midnight means the night


@transaction.atomic
def set_aside(*, user_id: int, conversation_id: UUID, memory_id: UUID) -> None:
    """Leave a memory, or an episode of this id, and what rests on the same messages, out of this conversation until midnight.

    Raises Memory.DoesNotExist for another's, as for a missing one.
    """
    messages = Source.objects.filter(memory__user=user_id, memory=memory_id).values_list(
        "episode__message_id", flat=True
    )
    told = list(messages) or list(
        Episode.objects.for_user(user_id).filter(pk=memory_id).values_list("message_id", flat=True)
    )
    if not told:
        raise Memory.DoesNotExist
    now = timezone.localtime()
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    until = max(midnight, now + AT_LEAST)
    SetAside.objects.filter(user_id=user_id, until__lte=now).delete()
    rows = [
        SetAside(user_id=user_id, conversation_id=conversation_id, message_id=one, until=until) for one in set(told)
    ]
    SetAside.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["conversation_id", "user", "message_id"],
        update_fields=["until"],
    )
