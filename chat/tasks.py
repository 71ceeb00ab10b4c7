"""What beat calls; the rows say what is due."""

from datetime import timedelta

from celery import shared_task

from chat.carrying.tasks import read_import, sweep_imports
from chat.leaving import finish_leaving
from chat.listing.deleting import finish_deleting
from chat.moderation.retention import erase_deleted
from chat.summaries.tasks import sum_up_conversation, sweep_summaries
from chat.titles.tasks import name_conversation, sweep_titles
from companion.leases import take_lease

__all__ = [
    "name_conversation",
    "read_import",
    "sum_up_conversation",
    "sweep_deleted",
    "sweep_imports",
    "sweep_summaries",
    "sweep_titles",
]


@shared_task(soft_time_limit=60, time_limit=75)
def sweep_deleted() -> None:
    """Erase deleted text that nobody has to look at any more, and with its last the conversation, or the account of who left."""
    if take_lease("chat.sweep_deleted", lasting=timedelta(seconds=240)):
        erase_deleted()
        finish_deleting()
        finish_leaving()
