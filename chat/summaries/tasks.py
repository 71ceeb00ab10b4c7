"""Summing up runs in the workers. What is to be done stands in Postgres; these tasks are only hints, and beat sweeps."""

from datetime import timedelta
from uuid import UUID

from celery import shared_task
from django.conf import settings
from django.db import OperationalError

from chat.models import Conversation
from chat.summaries.rows import most_kept
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
def sum_up_conversation(conversation_id: str) -> None:
    """Go on with the summary of one conversation; safe to run twice."""
    # The web process gives hints and never sums up.
    from chat.summaries.summing import sum_up

    # The same twice at once would cost a model's tokens twice.
    with held_lease(f"chat.summaries:{conversation_id}", lasting=LEASE) as is_ours:
        if is_ours:
            sum_up(conversation_id=UUID(conversation_id))


@shared_task(soft_time_limit=60, time_limit=75)
def sweep_summaries() -> None:
    """Sum up whatever is due; beat calls it."""
    if not settings.LEARNING_PROVIDER or not take_lease("chat.sweep_summaries", lasting=timedelta(seconds=15)):
        return
    room = max(0, MOST_HINTS - hints_in_queue())  # as for learning, whose queue it is
    for conversation_id in Conversation.objects.to_sum_up().values_list("pk", flat=True)[:room]:
        sum_up_conversation.apply_async((str(conversation_id),), expires=HINT_SECONDS)


def hint_summing_up(conversation: Conversation) -> None:
    """After a turn, by the conversation as it was before it: once for each piece. What a hint doesn't tell, the sweep finds."""
    if settings.LEARNING_PROVIDER and conversation.unsummed < most_kept() <= conversation.unsummed + 2:
        give_hint(sum_up_conversation, str(conversation.pk))
