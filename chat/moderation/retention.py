"""Deleted text. It is hidden at once; what a human still has to look at is kept for them, 30 days at most."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from chat.models import Flag, Message, Variant

KEPT_FOR = timedelta(days=30)
AT_ONCE = 500


@transaction.atomic
def erase_deleted() -> int:
    """Take the text out of deleted messages that no open flag keeps; how many. Safe to run twice, also at once."""
    now = timezone.now()
    is_waited_for = Exists(Flag.objects.open().filter(message=OuterRef("pk")))
    due = Message.objects.filter(
        ~is_waited_for | Q(deleted_at__lte=now - KEPT_FOR), deleted_at__isnull=False, erased_at=None
    )
    chosen = list(due.select_for_update(skip_locked=True, of=("self",)).values_list("pk", flat=True)[:AT_ONCE])
    Variant.objects.filter(message__in=chosen).update(text="", memories=[])
    return Message.objects.filter(pk__in=chosen).update(text="", erased_at=now)
