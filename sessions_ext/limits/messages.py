"""How many messages a person may send, over all sockets and instances."""

from math import ceil

from django.conf import settings

from companion.errors import RateLimitedError
from sessions_ext.limits.bucket import Limit, take


def message_allowed(*, user_id: int) -> None:
    """Count one message of this person. Raises RateLimitedError, with the wait, when it is one too many."""
    wait = take(name="message", user_id=user_id, limit=Limit(*settings.MESSAGE_LIMIT))
    if wait is not None:
        raise RateLimitedError(retry_after=ceil(wait * 10) / 10)
