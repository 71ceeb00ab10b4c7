"""Learning runs in the workers. What is to be learned stands in Postgres; these tasks are only hints, and beat sweeps."""

from datetime import timedelta
from importlib import import_module
from typing import Any
from uuid import UUID

from celery import current_app, shared_task
from celery.signals import worker_init
from django.conf import settings
from django.db import OperationalError
from django.utils import timezone

from companion import worker
from companion.hints import give_hint
from companion.leases import take_lease
from companion.tasks import HINT_SECONDS
from memory import vectors
from memory.consolidating import consolidate_due
from memory.models import Episode

LEARN_AFTER_TURNS = 3
LEARN_AFTER_QUIET = timedelta(seconds=60)
QUEUE = "learning"
# Sweeps leave no more hints than these in the queue.
MOST_HINTS = 1000

CONSOLIDATED_AT_ONCE = 500  # people


def make_ready(**_: Any) -> None:
    """Before a worker forks: the rules of learning take seconds to compile, and each of its processes would make its first
    person wait for them."""
    import_module("memory.learn")


worker_init.connect(make_ready)


@shared_task(
    autoretry_for=(OperationalError,),
    retry_backoff=True,
    max_retries=5,
    soft_time_limit=60,
    time_limit=75,
    rate_limit="50/s",
    is_quick=not settings.LEARNING_PROVIDER,  # by rules alone it takes some milliseconds
)
def learn_from_episodes(user_id: int, persona_id: str) -> None:
    """Learn from what one owner said; safe to run twice."""
    # The web process gives hints and never learns: it need not know the rules, which take seconds to make ready.
    from memory.learn import learn

    learn(user_id=user_id, persona_id=UUID(persona_id))


@shared_task(soft_time_limit=60, time_limit=75)
def sweep_episodes() -> None:
    """Learn for everybody who is due; beat calls it."""
    worker.say_here(settings.REDIS_URL)
    if not take_lease("memory.sweep_episodes", lasting=timedelta(seconds=15)):
        return
    # A busy worker would else be given the same thousand again each time, which costs it as much as learning.
    for user_id, persona_id in owners_due()[: max(0, MOST_HINTS - hints_in_queue())]:
        learn_from_episodes.apply_async((user_id, str(persona_id)), expires=HINT_SECONDS)


def hints_in_queue() -> int:
    with current_app.connection_for_read() as connection:
        waiting: int = connection.default_channel.queue_declare(queue=QUEUE).message_count
    return waiting


def owners_due() -> list[tuple[int, UUID]]:
    """(user, persona) of those who said enough, or something and then nothing for a while."""
    return Episode.objects.all().owners_to_learn(now=timezone.now(), turns=LEARN_AFTER_TURNS, quiet=LEARN_AFTER_QUIET)


def hint_learning(user_id: int, persona_id: UUID, *, said: int) -> None:
    """After the ``said``th message of a talk: learn now if enough was said; whatever is quiet for a while, the sweep finds."""
    if said % LEARN_AFTER_TURNS == 0:
        give_hint(learn_from_episodes, user_id, str(persona_id))


@shared_task(soft_time_limit=60, time_limit=75)
def sweep_vectors() -> None:
    """Finish the vectors of what was said lately; beat calls it."""
    if take_lease("memory.sweep_vectors", lasting=timedelta(seconds=8)):
        vectors.finish_vectors()


@shared_task(soft_time_limit=300, time_limit=330)
def consolidate_memories() -> None:
    """Merge and fade for whom it is time; beat calls it, and what one call doesn't come to, the next does."""
    if take_lease("memory.consolidate_memories", lasting=timedelta(minutes=5)):
        consolidate_due(limit=CONSOLIDATED_AT_ONCE)
