"""Telling the workers that there is something to do. It stands in Postgres anyway, so a hint may be lost."""

import logging
from typing import Any

from celery import Task
from kombu.exceptions import OperationalError as BrokerError

from companion.sessions import CACHE_ERRORS

logger = logging.getLogger(__name__)

HINT_SECONDS = 300  # a hint nobody took in time is forgotten: the next sweep gives it anew
# Redis hung or gone: the sweep finds what this hint would have told.
LOST = (BrokerError, *CACHE_ERRORS)


def give_hint(task: Task, *arguments: Any) -> None:
    """Without waiting for a broker that is away."""
    try:
        task.apply_async(arguments, retry=False, expires=HINT_SECONDS)
    except LOST as error:
        logger.warning("a hint was lost (%s): %s", task.name, type(error).__name__)
