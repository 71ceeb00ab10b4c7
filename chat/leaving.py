"""Deleting an account, and everything with it. What humans still have to look at goes when they have, 30 days at most."""

import logging
from collections.abc import Collection
from functools import partial
from uuid import UUID, uuid4

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from chat import buffer, reminders
from chat.carrying.rows import Import
from chat.live import log
from chat.models import Change, Conversation, Flag, Message, Summary, Turn, Variant
from chat.personas.making import forget_companions
from companion.errors import BusyError
from companion.models import User, end_sessions
from companion.redis import blocking_state
from companion.sessions import CACHE_ERRORS, delete_sessions_of
from memory.governing.forgetting import forget_person
from memory.locks import lock_owner
from sessions_ext.leaving import keys_of_person

logger = logging.getLogger(__name__)

AT_ONCE = 100


@transaction.atomic
def leave(*, user_id: int) -> None:
    """Delete this person's account: what they said and were answered, what is remembered, their sessions and counts.

    Of flagged messages that no human has decided yet the text is kept for whoever decides, as of deleted ones, under an account
    without name or way in; the account goes with the last of them. Raises BusyError while a reply is being written.
    """
    lock_owner(user_id)  # memory's before the conversations', everywhere
    Import.objects.filter(user_id=user_id).delete()  # what is being read lands before, and is seen below, or never
    conversations = list(_locked(user_id))
    if Turn.objects.running().filter(conversation__in=conversations).exists():
        raise BusyError
    turns = list(Turn.objects.filter(conversation__in=conversations).values_list("pk", flat=True))
    Summary.objects.filter(conversation__in=conversations).delete()
    Change.objects.filter(message__conversation__in=conversations).delete()
    forget_person(user_id=user_id)
    forget_companions(user_id=user_id)
    delete_sessions_of(user_id)
    end_sessions(user_id=user_id)
    Flag.objects.open().filter(user_id=user_id, kind=Flag.Kind.APPEAL).update(
        state=Flag.State.DECIDED, decided_at=timezone.now()
    )
    users = ContentType.objects.get_for_model(User)
    LogEntry.objects.filter(content_type=users, object_id=str(user_id)).update(object_repr="")
    if not _keep_flagged(user_id):
        User.objects.get(pk=user_id).delete()
    transaction.on_commit(partial(_forget_keys, user_id=user_id, conversations=conversations, turns=turns))


def finish_leaving() -> int:
    """Delete the accounts of those who left and of whose words nothing is kept any more; how many. Safe to run twice."""
    is_kept = Exists(Message.objects.filter(conversation__user=OuterRef("pk"), erased_at=None))
    gone = list(User.objects.filter(~is_kept, left_at__isnull=False)[:AT_ONCE])
    for user in gone:
        user.delete()
    return len(gone)


def _locked(user_id: int) -> "QuerySet[Conversation, UUID]":
    """Nothing new begins in these, and nothing was begun that can't be seen."""
    owned = Conversation.objects.filter(user_id=user_id).order_by("pk").select_for_update()
    return owned.values_list("pk", flat=True)


def _keep_flagged(user_id: int) -> bool:
    """Leave nothing but the text that a human waits for, and nobody who could be recognised; False when there is none."""
    own = Message.objects.filter(conversation__user_id=user_id)
    waited_for = own.filter(Exists(Flag.objects.open().filter(message=OuterRef("pk"))), erased_at=None)
    kept = list(waited_for.values_list("pk", flat=True))
    if not kept:
        return False
    now = timezone.now()
    Conversation.objects.filter(user_id=user_id).exclude(messages__in=kept).delete()
    Conversation.objects.filter(user_id=user_id).update(title="", head=None, has_deleted=True)
    own.filter(deleted_at=None).update(deleted_at=now, is_active=False)
    Variant.objects.filter(message__conversation__user_id=user_id).exclude(message__in=kept).update(
        text="", memories=[]
    )
    own.exclude(pk__in=kept).update(text="", erased_at=now)
    user = User.objects.get(pk=user_id)
    user.set_unusable_password()
    user.username, user.email, user.is_active, user.left_at = f"left-{uuid4().hex}", "", False, now
    user.is_staff = user.is_superuser = False
    user.first_name = user.last_name = user.region = ""
    user.save()
    return True


def _forget_keys(*, user_id: int, conversations: Collection[UUID], turns: Collection[UUID]) -> None:
    keys = [
        *keys_of_person(user_id=user_id, conversation_ids=conversations),
        reminders.KEY.format(user_id=user_id),
        *(key for one in conversations for key in buffer.keys_of(one)),
        *(key for one in turns for key in log.keys_of(one)),
    ]
    try:
        redis = blocking_state()
        for start in range(0, len(keys), 1000):
            redis.delete(*keys[start : start + 1000])
    except CACHE_ERRORS:
        logger.warning("what Redis holds of somebody who left can't be deleted; it ends by itself within a day")
