"""Titles are found by the workers. What is to be done stands in Postgres; these tasks are only hints, and beat sweeps."""

from datetime import timedelta
from functools import partial
from uuid import UUID

from celery import shared_task
from django.db import OperationalError, transaction

from chat.models import Conversation, Message
from companion.hints import give_hint
from companion.leases import held_lease, take_lease
from companion.tasks import HINT_SECONDS
from memory.tasks import MOST_HINTS, hints_in_queue

LEASE = timedelta(seconds=30)  # renewed while it runs


@shared_task(
    autoretry_for=(OperationalError,),
    retry_backoff=True,
    max_retries=5,
    soft_time_limit=60,
    time_limit=75,
    rate_limit="50/s",
)
def name_conversation(conversation_id: str) -> None:
    """Find a title for one conversation; safe to run twice."""
    # The web process gives hints and never names.
    from chat.titles.naming import name

    # The same twice at once would cost a model's tokens twice.
    with held_lease(f"chat.titles:{conversation_id}", lasting=LEASE) as is_ours:
        if is_ours:
            name(conversation_id=UUID(conversation_id))


@shared_task(soft_time_limit=60, time_limit=75)
def sweep_titles() -> None:
    """Name whatever still waits for it; beat calls it."""
    from chat.titles.naming import leave_old_ones

    if not take_lease("chat.sweep_titles", lasting=timedelta(seconds=90)):
        return
    leave_old_ones()
    room = max(0, MOST_HINTS - hints_in_queue())  # as for learning, whose queue it is
    for conversation_id in Conversation.objects.to_name().values_list("pk", flat=True)[:room]:
        name_conversation.apply_async((str(conversation_id),), expires=HINT_SECONDS)


def hint_naming(message: Message) -> None:
    """After the answer to a conversation's first words, or to edited ones. What a hint doesn't tell, the sweep finds."""
    conversation = message.conversation
    is_new = message.position == 0 or message.edits_id is not None
    if is_new and conversation.title_by == Conversation.TitleBy.AWAITED:
        give_hint(name_conversation, str(conversation.pk))


def hint_naming_anew(conversation: Conversation) -> None:
    """When the transaction is through in which it got other first words; the sweep finds only what was said lately."""
    if conversation.title_by == Conversation.TitleBy.AWAITED:
        transaction.on_commit(partial(give_hint, name_conversation, str(conversation.pk)), robust=True)
