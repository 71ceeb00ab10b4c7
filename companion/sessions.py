"""Login sessions: Django's ``cached_db``, right also while Redis is away.

The stock store has two faults there: with Redis down ``load()`` takes a session for absent and empties it, and a logout
whose cache delete failed lets the signed-out session revive. Here a failing cache falls back to the row, and a delete that
did not reach the cache, or might not outlive the cache's master, raises the user's session epoch.
"""

import functools
import logging
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from typing import Any

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY, get_user
from django.contrib.sessions.backends.cached_db import SessionStore as CachedDBStore
from django.contrib.sessions.backends.db import SessionStore as DBStore
from django.contrib.sessions.middleware import SessionMiddleware
from django.core.cache import caches
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare
from django_redis.exceptions import ConnectionInterrupted
from redis.exceptions import RedisError

from companion.models import User, end_sessions
from companion.redis import has_reached_a_replica
from companion.signals import account_changed

__all__ = [
    "CACHE_ERRORS",
    "SessionMiddleware",
    "SessionStore",
    "delete_sessions_of",
    "header",
    "is_signed_in",
    "session_key_from_cookies",
    "user_for_session",
]

logger = logging.getLogger(__name__)

CACHE_ERRORS = (ConnectionInterrupted, RedisError, OSError)


class SessionStore(CachedDBStore):
    cache_key_prefix = "companion.session.v1:"

    def __init__(self, session_key: str | None = None) -> None:
        DBStore.__init__(self, session_key)
        self._cache = _cache(str(settings.CACHES["sessions"]["LOCATION"]))

    def load(self) -> dict[str, Any]:
        try:
            data: dict[str, Any] | None = self._cache.get(self.cache_key)
        except CACHE_ERRORS:
            logger.warning("the session cache can't be read; reading the row")
            return DBStore.load(self)
        if data is not None:
            return data
        row = self._get_session_from_db()  # type: ignore[attr-defined]  # the stubs don't know it
        if row is None:
            return {}
        data = self.decode(row.session_data)
        try:
            self._cache.set(self.cache_key, data, self.get_expiry_age(expiry=row.expire_date))
            self._forget_if_ended()
        except CACHE_ERRORS:
            logger.warning("the session cache can't be written; the row holds")
        return data

    def save(self, must_create: bool = False) -> None:
        super().save(must_create)
        try:
            self._forget_if_ended()
        except CACHE_ERRORS:
            logger.warning("the session cache can't be reached; the row holds")

    def _forget_if_ended(self) -> None:
        """A sign-out between the look at the row and the copy would leave a session that lives on in the cache alone."""
        if self.session_key is not None and not DBStore.exists(self, self.session_key):
            self._cache.delete(self.cache_key)

    def exists(self, session_key: str) -> bool:
        return DBStore.exists(self, session_key)  # the row is the truth, and new keys are asked for rarely

    def flush(self) -> None:
        login = self._login()
        self.clear()
        self._delete(self.session_key, *login)
        self._session_key = None

    def delete(self, session_key: str | None = None) -> None:
        self._delete(session_key or self.session_key, *self._login())

    def _login(self) -> tuple[str | None, str]:
        """Whose session it is, and the hash that it has to show."""
        return self.get(SESSION_KEY), self.get(HASH_SESSION_KEY, "")

    def _delete(self, session_key: str | None, user_id: str | None, auth_hash: str) -> None:
        if session_key is None:
            return
        DBStore.delete(self, session_key)
        try:
            self._cache.delete(self.cache_key_prefix + session_key)
            is_gone = user_id is None or has_reached_a_replica()
        except CACHE_ERRORS:
            is_gone = False
        if not is_gone:
            if user_id is not None and _would_revive(int(user_id), auth_hash):
                logger.warning("a session could not be deleted from the cache; all sessions of its user end")
                end_sessions(user_id=int(user_id))
        elif user_id is not None:
            account_changed.send_robust(sender=SessionStore, user_id=int(user_id))


@functools.cache
def _cache(_location: str) -> Any:
    # Asked for anew it would be made anew for every step of a turn, because each runs in a context of its own.
    return caches["sessions"]


def delete_sessions_of(user_id: int) -> None:
    """Take a person's login sessions out of rows and cache. Reads all sessions: none is kept by its person."""
    for row in SessionStore.get_model_class().objects.iterator(chunk_size=2000):
        session = SessionStore(row.session_key)
        if session.decode(row.session_data).get(SESSION_KEY) == str(user_id):
            session.delete(row.session_key)


def _would_revive(user_id: int, auth_hash: str) -> bool:
    """Not one that an epoch or a password has ended before: it would only take the newer ones with it."""
    user = User.objects.filter(pk=user_id).first()
    return user is not None and constant_time_compare(auth_hash, user.get_session_auth_hash())


def header(scope: Mapping[str, Any], name: bytes) -> str:
    """A header of a handshake, empty where there is none."""
    value: bytes = next((value for key, value in scope["headers"] if key == name), b"")
    return value.decode("latin-1")


def session_key_from_cookies(cookies: str) -> str | None:
    """The login session that a handshake's cookies name, or None when there is none that can be read."""
    try:
        cookie = SimpleCookie(cookies).get(settings.SESSION_COOKIE_NAME)
    except CookieError:
        return None
    return cookie.value if cookie else None


def user_for_session(session_key: str) -> User | None:
    """The user who is signed in with this session now; None when it ended, was outdated by an epoch, or the user is suspended."""
    request = HttpRequest()
    request.session = SessionStore(session_key)
    user = get_user(request)
    return user if isinstance(user, User) else None


def is_signed_in(user: User, *, session_data: str | None) -> bool:
    """As `user_for_session`, for who holds the user's row already, and what the row of a session holds."""
    session = SessionStore().decode(session_data) if session_data else {}
    is_theirs = session.get(SESSION_KEY) == str(user.pk)
    signed = session.get(HASH_SESSION_KEY, "")
    return user.is_active and is_theirs and constant_time_compare(signed, user.get_session_auth_hash())
