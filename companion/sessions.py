"""Login sessions: Django's ``cached_db``, right also while Redis is away.

The stock store has two faults there: with Redis down ``load()`` takes a session for absent and empties it, and a logout
whose cache delete failed lets the signed-out session revive. Here a failing cache falls back to the row, and a delete that
did not reach the cache raises the user's session epoch.
"""

import logging
from http.cookies import CookieError, SimpleCookie
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY, get_user
from django.contrib.sessions.backends.cached_db import SessionStore as CachedDBStore
from django.contrib.sessions.backends.db import SessionStore as DBStore
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest
from django_redis.exceptions import ConnectionInterrupted
from redis.exceptions import RedisError

from companion.models import User, end_sessions

__all__ = ["CACHE_ERRORS", "SessionMiddleware", "SessionStore", "session_key_from_headers", "user_for_session"]

logger = logging.getLogger(__name__)

CACHE_ERRORS = (ConnectionInterrupted, RedisError, OSError)


class SessionStore(CachedDBStore):
    _cache: Any
    cache_key_prefix = "companion.session.v1:"

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
        except CACHE_ERRORS:
            logger.warning("the session cache can't be written; the row holds")
        return data

    def exists(self, session_key: str) -> bool:
        return DBStore.exists(self, session_key)  # the row is the truth, and new keys are asked for rarely

    def flush(self) -> None:
        user_id = self.get(SESSION_KEY)
        self.clear()
        self._delete(self.session_key, user_id)
        self._session_key = None

    def delete(self, session_key: str | None = None) -> None:
        self._delete(session_key or self.session_key, self.get(SESSION_KEY))

    def _delete(self, session_key: str | None, user_id: str | None) -> None:
        if session_key is None:
            return
        DBStore.delete(self, session_key)
        try:
            self._cache.delete(self.cache_key_prefix + session_key)
        except CACHE_ERRORS:
            logger.warning("a session could not be deleted from the cache; all sessions of its user end")
            if user_id is not None:
                end_sessions(user_id=int(user_id))


def session_key_from_headers(headers: list[tuple[bytes, bytes]]) -> str | None:
    """The session cookie of a handshake, or None when there is none that can be read."""
    for name, value in headers:
        if name == b"cookie":
            try:
                cookie = SimpleCookie(value.decode("latin-1")).get(settings.SESSION_COOKIE_NAME)
            except CookieError:
                return None
            return cookie.value if cookie else None
    return None


def user_for_session(session_key: str) -> User | None:
    """The user who is signed in with this session now; None when it ended, was outdated by an epoch, or the user is suspended."""
    request = HttpRequest()
    request.session = SessionStore(session_key)
    user = get_user(request)
    return user if isinstance(user, User) else None
