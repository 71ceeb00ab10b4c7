"""One run of a task at a time, whatever number of beats or hints call it."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
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


@contextmanager
def held_lease(name: str, *, lasting: timedelta) -> Iterator[bool]:
    """Whether the caller is the one that runs now. Held as long as it runs, however long that is; of a worker that was killed it
    ends after ``lasting``."""
    if not take_lease(name, lasting=lasting):
        yield False
        return
    is_done = threading.Event()
    renewing = threading.Thread(target=_renew, args=(name, lasting, is_done), daemon=True)
    renewing.start()
    try:
        yield True
    finally:
        is_done.set()
        renewing.join()
        give_lease_back(name)


def _renew(name: str, lasting: timedelta, is_done: threading.Event) -> None:
    milliseconds = int(lasting.total_seconds() * 1000)
    while not is_done.wait(lasting.total_seconds() / 3):
        try:
            blocking_state().set(KEY.format(name=name), 1, px=milliseconds)
        except CACHE_ERRORS as error:
            logger.warning("a lease could not be renewed: %s", type(error).__name__)
