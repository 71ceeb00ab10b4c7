"""Who wrote a moment ago reads the primary, so that nobody misses what they just did, whichever process shows it."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.deprecation import MiddlewareMixin

from companion.away import Away
from companion.redis import blocking_state
from companion.replica.standing import REPLICA
from companion.sessions import CACHE_ERRORS

KEY = "companion.wrote.v1:{user_id}"
SECONDS = 10  # more than a replica that is read may lag
SAFE_METHODS = {"GET", "HEAD", "OPTIONS", "TRACE"}

redis_away = Away("writes", instead="nobody reads the replica")


def note_write(*, user_id: int) -> None:
    """To be called when it is committed, before its person hears of it."""
    if REPLICA not in settings.DATABASES or not redis_away.may_ask():
        return
    try:
        blocking_state().set(KEY.format(user_id=user_id), 1, ex=SECONDS)
    except CACHE_ERRORS as error:
        redis_away.failed(error)
    else:
        redis_away.answered()


def has_just_written(*, user_id: int) -> bool:
    """Also where nobody knows."""
    if not redis_away.may_ask():
        return True
    try:
        is_noted = bool(blocking_state().exists(KEY.format(user_id=user_id)))
    except CACHE_ERRORS as error:
        redis_away.failed(error)
        return True
    redis_away.answered()
    return is_noted


class WritesMiddleware(MiddlewareMixin):
    """Who sent a form has written; what is said over a socket the steps of a turn note."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if request.method not in SAFE_METHODS and request.user.pk is not None:
            note_write(user_id=request.user.pk)
        return response
