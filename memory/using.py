"""When a memory was last put before a model, so that what is used doesn't fade."""

import logging
from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from django.db import DatabaseError
from django.db.models import Q
from django.utils import timezone

from memory.models import Memory

logger = logging.getLogger(__name__)

EXACT_ENOUGH = timedelta(hours=1)  # a talk about one thing writes its row once


def mark_used(*, user_id: int, memory_ids: Collection[UUID]) -> None:
    """After a reply that knew these. Best effort: nothing waits for it."""
    if not memory_ids:
        return
    now = timezone.now()
    stale = Q(last_used_at=None) | Q(last_used_at__lt=now - EXACT_ENOUGH)
    try:
        Memory.objects.for_user(user_id).filter(stale, pk__in=memory_ids).update(last_used_at=now)
    except DatabaseError as error:
        logger.warning("that memories were used could not be written: %s", type(error).__name__)
