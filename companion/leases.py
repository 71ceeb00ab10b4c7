"""One run of a periodic task at a time, whatever number of beats call it."""

import logging
from datetime import timedelta

from companion.redis import blocking_state
from companion.sessions import CACHE_ERRORS

logger = logging.getLogger(__name__)

KEY = "companion.lease.v1:{name}"


def take_lease(name: str, *, lasting: timedelta) -> bool:
    """Whether the caller is the one that runs now. It is not given back: who comes while it lasts, comes too early.

    Where Redis can't be asked, everybody may: a task done twice does no harm, one never done does.
    """
    try:
        milliseconds = int(lasting.total_seconds() * 1000)
        return bool(blocking_state().set(KEY.format(name=name), 1, nx=True, px=milliseconds))
    except CACHE_ERRORS as error:
        logger.warning("a lease could not be taken: %s", type(error).__name__)
        return True
