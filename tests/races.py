"""Work that happens at once, on connections of its own."""

import threading
from concurrent.futures import ThreadPoolExecutor

from django.db import connection, transaction


def in_threads(*calls):
    """What each answers, in the order of the calls."""

    def closing(call):
        try:
            return call()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return [future.result(30) for future in [pool.submit(closing, call) for call in calls]]


def one_while_the_other_is_open(first, second):
    """``second`` begins after ``first`` did its work and before that is committed; it waits where both need the same lock."""
    has_first, may_end = threading.Event(), threading.Event()

    def hold():
        with transaction.atomic():
            first()
            has_first.set()
            may_end.wait(20)

    def follow():
        has_first.wait(20)
        threading.Timer(
            0.3, may_end.set
        ).start()  # by then it waits for the lock: nothing tells from outside that it does
        second()

    in_threads(hold, follow)
