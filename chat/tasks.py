"""What beat calls; the rows say what is due."""

from celery import shared_task

from chat.moderation.retention import erase_deleted


@shared_task(soft_time_limit=60, time_limit=75)
def sweep_deleted() -> None:
    """Erase deleted text that nobody has to look at any more."""
    erase_deleted()
