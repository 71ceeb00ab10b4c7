"""Reading what was brought in; its rows say what is due."""

from datetime import timedelta
from uuid import UUID

from celery import shared_task
from django.db import OperationalError

from companion.leases import held_lease, take_lease
from companion.tasks import HINT_SECONDS

LONGEST_SECONDS = 500  # one conversation is read in one go, and a long one takes its time
MISSED_SECONDS = 30  # after a worker was killed, the sweep has another one go on


@shared_task(
    autoretry_for=(OperationalError,),
    retry_backoff=True,
    max_retries=5,
    soft_time_limit=LONGEST_SECONDS - 20,
    time_limit=LONGEST_SECONDS,
)
def read_import(import_id: str) -> None:
    """Go on reading one file; safe to run twice."""
    # The web process gives hints and never reads.
    from chat.carrying.importing import read_on

    with held_lease(f"chat.carrying:{import_id}", lasting=timedelta(seconds=MISSED_SECONDS)) as is_mine:
        has_more = is_mine and read_on(import_id=UUID(import_id))
    if has_more:
        read_import.apply_async((import_id,), expires=HINT_SECONDS)


@shared_task(soft_time_limit=60, time_limit=75)
def sweep_imports() -> None:
    """Go on with whatever is to be read; beat calls it."""
    from chat.carrying.importing import sweep

    if take_lease("chat.sweep_imports", lasting=timedelta(seconds=15)):
        for import_id in sweep():
            read_import.apply_async((str(import_id),), expires=HINT_SECONDS)
