""" "Not now": what a conversation doesn't want to hear of for the rest of the day."""

from datetime import timedelta
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone

from companion.clock import day_of, start_of
from memory.models import Episode, Memory, SetAside, Source

AT_LEAST = timedelta(hours=6)  # somebody who talks past midnight means the night


@transaction.atomic
def set_aside(*, user_id: int, conversation_id: UUID, memory_id: UUID) -> None:
    """Leave a memory, or an episode of this id, and what rests on the same messages, out of this conversation for the rest of
    the day, by its person's clock.

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
    now = timezone.now()
    zone: str = get_user_model().objects.values_list("time_zone", flat=True).get(pk=user_id)
    until = max(start_of(day_of(now, zone) + timedelta(days=1), zone), now + AT_LEAST)
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
