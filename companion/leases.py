"""One run of a task at a time, whatever number of beats or hints call it."""

import logging
from datetime import timedelta

from companion.redis import blocking_state
from companion.sessions import CACHE_ERRORS

logger = logging.getLogger(__name__)

KEY = "companion.lease.v1:{name}"


def take_lease(name: str, *, lasting: timedelta) -> bool:
    """Whether the caller is the one that runs now. A periodic task doesn't give it back: who comes while it lasts, comes too
    early.

    Where Redis can't be asked, everybody may: a task done twice does no harm, one never done does.
    """
    try:
        milliseconds = int(lasting.total_seconds() * 1000)
        return bool(blocking_state().set(KEY.format(name=name), 1, nx=True, px=milliseconds))
    except CACHE_ERRORS as error:
        logger.warning("a lease could not be taken: %s", type(error).__name__)
        return True


def give_lease_back(name: str) -> None:
    """Before its time; it must last longer than the work may."""
    try:
        blocking_state().delete(KEY.format(name=name))
    except CACHE_ERRORS as error:
        logger.warning("a lease could not be given back, and ends by itself: %s", type(error).__name__)
