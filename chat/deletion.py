"""Deleting what was said."""

from collections.abc import Collection
from functools import partial
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from chat.branches import wordings_of
from chat.buffer import forget_buffer
from chat.live.tell import tell_history
from chat.models import Change, Conversation, Message, Turn
from chat.moderation.retention import erase_deleted
from chat.routes import Reason
from chat.summaries.dropping import drop_reaching
from chat.titles.first import drop_title
from chat.titles.telling import tell_named
from chat.turns.waiting import decline
from companion.errors import BusyError
from memory.episodes import forget_episodes
from memory.locks import lock_owner

_PLACE = ("parent_id", "parent_variant")


@transaction.atomic
def delete_message(*, user_id: int, message_id: UUID) -> list[UUID]:
    """Take a message out of its conversation; an own one in all its wordings, together with what answered them. All their ids.

    It is hidden at once, in every open window, and goes before no model. Its text is erased at once, too, unless it is flagged
    and not decided yet: then `chat.moderation.retention` says for how long. Raises Message.DoesNotExist for a stranger's as for a
    missing one, BusyError while it is being answered.
    """
    found = (
        Message.objects.not_deleted().filter(conversation__user_id=user_id).only("conversation_id").get(pk=message_id)
    )
    lock_owner(user_id)  # memory's before the conversation's, everywhere
    conversation = Conversation.objects.select_for_update(no_key=True, of=("self",)).get(pk=found.conversation_id)
    message = Message.objects.not_deleted().get(pk=message_id)
    turns = Turn.objects.filter(conversation=conversation).exclude(state=Turn.State.DONE)
    if any(turn.state == Turn.State.RUNNING for turn in turns):
        raise BusyError
    gone = [message.pk]
    if message.role == Message.Role.USER:
        gone = list(wordings_of(message))
        answers = Message.objects.not_deleted().filter(parent__in=gone, role=Message.Role.ASSISTANT)
        gone += answers.values_list("pk", flat=True)
    first = Message.objects.active(conversation.pk).filter(pk__in=gone).values_list("pk", flat=True).first()
    waiting = list(turns.filter(message__in=gone).select_related("message"))
    ends = [decline(turn, Reason.AGE_DECLINED) for turn in waiting]
    Message.objects.filter(pk__in=gone).update(deleted_at=timezone.now(), is_active=False)
    Change.objects.filter(message__in=gone).delete()
    _close_up(gone)
    forget_episodes(user_id=user_id, message_ids=gone)
    _mend(conversation, gone)
    head = conversation.head.position if conversation.head else -1
    drop_reaching(conversation=conversation, position=min(message.position, head))
    erase_deleted()
    transaction.on_commit(lambda: forget_buffer(conversation_id=conversation.pk))
    transaction.on_commit(partial(tell_history, conversation, since=first, ends=ends), robust=True)
    return gone


def _close_up(gone: Collection[UUID]) -> None:
    """What followed these follows what they followed: it stands in one place, where its person can go from one to the other.

    Behind another wording of them it would be seen no more, and found by nobody.
    """
    places = {pk: place for pk, *place in Message.objects.filter(pk__in=gone).values_list("pk", *_PLACE)}
    for pk in gone:
        parent, variant = places[pk]
        while parent in places:
            parent, variant = places[parent]
        behind = Message.objects.filter(parent=pk).exclude(pk__in=gone)
        behind.update(parent=parent, parent_variant=variant)


def _mend(conversation: Conversation, gone: list[UUID]) -> None:
    """The head is the newest that is left; a title made of deleted words goes with them.

    A window that isn't told sees by the number of the branch that what it shows isn't so any more.
    """
    conversation.has_deleted, conversation.branch = True, conversation.branch + 1  # it is locked
    changed = ["has_deleted", "branch"]
    if conversation.head_id in gone:
        conversation.head = Message.objects.active(conversation.pk).last()
        changed.append("head")
    if drop_title(conversation, gone):
        changed += ["title", "title_by"]
        tell_named(conversation)
    conversation.save(update_fields=changed)
