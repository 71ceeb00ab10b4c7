"""Deleting a whole conversation, as `chat.deletion` deletes one message."""

import logging
from collections.abc import Collection
from functools import partial
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from chat import buffer
from chat.live import log
from chat.live.tell import tell_gone, tell_listed
from chat.models import Change, Conversation, Flag, Message, Reveal, Summary, Turn, Variant
from chat.personas.making import forget_unneeded
from chat.routes import Reason
from chat.turns.waiting import decline
from companion.errors import BusyError
from companion.redis import blocking_state
from companion.sessions import CACHE_ERRORS
from memory.episodes import forget_episodes
from memory.governing.choices import pause_conversation
from memory.locks import lock_owner
from sessions_ext.store import CONVERSATION_KEY

logger = logging.getLogger(__name__)

AT_ONCE = 100


@transaction.atomic
def delete_conversation(*, user_id: int, conversation_id: UUID) -> None:
    """It goes at once, everywhere, with its messages and what is remembered from nothing else.

    Of flagged messages that no human has decided yet the text is kept for whoever decides, 30 days at most; nobody else sees it.
    Raises Conversation.DoesNotExist for a stranger's as for a missing one, BusyError while a reply is being written.
    """
    lock_owner(user_id)  # memory's before the conversation's, everywhere
    # Nothing new begins in it, and nothing was begun that can't be seen.
    conversation = Conversation.objects.for_user(user_id).select_for_update(of=("self",)).get(pk=conversation_id)
    turns = list(Turn.objects.filter(conversation=conversation).values_list("pk", flat=True))
    if Turn.objects.running().filter(conversation=conversation).exists():
        raise BusyError
    for turn in Turn.objects.waiting().filter(conversation=conversation).select_related("message"):
        decline(turn, Reason.AGE_DECLINED)
    own = Message.objects.filter(conversation=conversation, role=Message.Role.USER)
    forget_episodes(user_id=user_id, message_ids=list(own.values_list("pk", flat=True)))
    pause_conversation(user_id=user_id, conversation_id=conversation_id, paused=False)
    Summary.objects.filter(conversation=conversation).delete()
    Change.objects.filter(message__conversation=conversation).delete()  # it has names of companions and models
    if not _keep_flagged(conversation):
        _delete_rows([conversation_id])
    transaction.on_commit(partial(_forget_keys, user_id=user_id, conversation_id=conversation_id, turns=turns))
    transaction.on_commit(partial(tell_gone, conversation_id=conversation_id), robust=True)
    transaction.on_commit(partial(tell_listed, user_id=user_id, deleted=[conversation_id]), robust=True)


def finish_deleting() -> int:
    """Delete the rows of deleted conversations of whose words nothing is kept any more; how many. Safe to run twice."""
    is_kept = Exists(Message.objects.filter(conversation=OuterRef("pk"), erased_at=None))
    gone = Conversation.objects.filter(~is_kept, deleted_at__isnull=False)
    ids = list(gone.values_list("pk", flat=True)[:AT_ONCE])
    _delete_rows(ids)
    return len(ids)


def _keep_flagged(conversation: Conversation) -> bool:
    """Leave nothing but the text that a human waits for, seen by nobody else; False when there is none."""
    said = Message.objects.filter(conversation=conversation)
    waited_for = said.filter(Exists(Flag.objects.open().filter(message=OuterRef("pk"))), erased_at=None)
    kept = list(waited_for.values_list("pk", flat=True))
    if not kept:
        return False
    now = timezone.now()
    Variant.objects.filter(message__conversation=conversation).exclude(message__in=kept).update(text="", memories=[])
    said.filter(deleted_at=None).update(deleted_at=now, is_active=False)
    said.exclude(pk__in=kept).filter(erased_at=None).update(text="", erased_at=now)
    hidden = {"deleted_at": now, "title": "", "title_by": "", "head": None, "has_deleted": True, "unsummed": 0}
    Conversation.objects.filter(pk=conversation.pk).update(**hidden)
    return True


def _delete_rows(ids: Collection[UUID]) -> None:
    personas = list(Conversation.objects.filter(pk__in=ids).values_list("persona", flat=True).distinct())
    gone = Conversation.objects.filter(pk__in=ids)
    # There may be ten thousand messages, and Django would name each of them in eight statements. So they go in one of
    # our own, after what hangs on them.
    gone.update(head=None)
    Flag.objects.filter(message__conversation__in=ids).update(message=None)
    Reveal.objects.filter(message__conversation__in=ids).update(message=None)
    Turn.objects.filter(conversation__in=ids).delete()
    Summary.objects.filter(conversation__in=ids).delete()
    Change.objects.filter(message__conversation__in=ids).delete()
    Variant.objects.filter(message__conversation__in=ids).delete()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM chat_message WHERE conversation_id = ANY(%s)", [list(ids)])
    gone.delete()
    forget_unneeded(persona_ids=personas)


def _forget_keys(*, user_id: int, conversation_id: UUID, turns: Collection[UUID]) -> None:
    keys = [
        CONVERSATION_KEY.format(user_id=user_id, conversation_id=conversation_id),
        *buffer.keys_of(conversation_id),
        *(key for one in turns for key in log.keys_of(one)),
    ]
    try:
        redis = blocking_state()
        for start in range(0, len(keys), 1000):
            redis.delete(*keys[start : start + 1000])
    except CACHE_ERRORS:
        logger.warning("what Redis holds of a deleted conversation can't be deleted; it ends by itself within a day")
