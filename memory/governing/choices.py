"""What a person chose about being remembered at all."""

from uuid import UUID

from django.db import transaction

from memory.locks import lock_owner
from memory.models import MemoryChoices, PausedConversation
from memory.signals import adult_recall_ended


def choices_of(*, user_id: int) -> MemoryChoices:
    """As chosen, or the defaults."""
    return MemoryChoices.objects.filter(user_id=user_id).first() or MemoryChoices(user_id=user_id)


@transaction.atomic
def choose(*, user_id: int, paused: bool, ask_first: bool, adult_recall: bool) -> None:
    """``paused``: nothing new is remembered. ``ask_first``: what is learned waits for a yes. ``adult_recall``: what is said on
    the adult route is remembered there."""
    lock_owner(user_id)
    chosen = {"paused": paused, "ask_first": ask_first, "adult_recall": adult_recall}
    MemoryChoices.objects.update_or_create(user_id=user_id, defaults=chosen)
    if not adult_recall:
        adult_recall_ended.send(sender=MemoryChoices, user_id=user_id)


def pause_conversation(*, user_id: int, conversation_id: UUID, paused: bool = True) -> None:
    """Take a conversation out of memory, or back into it. Whose it is, the caller has looked."""
    if paused:
        PausedConversation.objects.get_or_create(user_id=user_id, conversation_id=conversation_id)
    else:
        PausedConversation.objects.filter(user_id=user_id, conversation_id=conversation_id).delete()


def is_paused(*, user_id: int, conversation_id: UUID) -> bool:
    """This conversation, or all of them."""
    one = PausedConversation.objects.filter(user_id=user_id, conversation_id=conversation_id).values("user_id")
    return MemoryChoices.objects.filter(user_id=user_id, paused=True).values("user_id").union(one).exists()
