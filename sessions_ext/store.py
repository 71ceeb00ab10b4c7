"""State that every instance shares and that may vanish: one owner's, under a fixed key in Redis, for 24 hours after its last use.

Built on Django's SessionBase, whose cache store would take an unreadable session for an absent one and drop its key. Here what
can't be read raises, and a change is one atomic step that happens only if nobody else changed the state meanwhile.
"""

import logging
import secrets
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib.sessions.backends.base import SessionBase

from companion.errors import OverloadedError
from companion.redis import blocking_state
from companion.sessions import CACHE_ERRORS

logger = logging.getLogger(__name__)

LIFETIME = timedelta(hours=24)  # sliding: every look renews it
# A new meaning of the data means a new version in the key.
ACCOUNT_KEY = "sessions_ext.account.v1:{user_id}"
CONVERSATION_KEY = "sessions_ext.conversation.v1:{user_id}:{conversation_id}"

_LOAD = """
redis.call('PEXPIRE', KEYS[1], ARGV[1])
return redis.call('HMGET', KEYS[1], 'version', 'data')
"""
# ARGV: the version that was loaded ('' for absent), the new version, the data ('' deletes), lifetime.
_SAVE = """
if (redis.call('HGET', KEYS[1], 'version') or '') ~= ARGV[1] then return 0 end
if ARGV[3] == '' then redis.call('DEL', KEYS[1]) return 1 end
redis.call('HSET', KEYS[1], 'version', ARGV[2], 'data', ARGV[3])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return 1
"""


class StateUnreadableError(OverloadedError):
    """Redis does not answer: nobody knows what the state is, which is not the same as there being none."""


class StateChangedError(OverloadedError):
    """Somebody else changed the state since it was loaded; load it again and decide anew."""


class StateStore(SessionBase):
    """A dictionary of JSON values, signed. An absent state is an empty one; saving an empty one deletes it."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self._version = ""

    def load(self) -> dict[str, Any]:
        """Raises StateUnreadableError."""
        version, data = self._ask(_LOAD, _milliseconds())
        self._version = (version or b"").decode()
        return self.decode(data.decode()) if data else {}

    def save(self, must_create: bool = False) -> None:
        """Keep what was changed. Raises StateChangedError, StateUnreadableError."""
        state = {} if must_create else dict(self.items())
        data = self.encode(state) if state else ""
        version = secrets.token_hex(8) if state else ""
        if not self._ask(_SAVE, self._version, version, data, _milliseconds()):
            raise StateChangedError(retry_after=1)
        self._version, self.modified = version, False

    def delete(self, session_key: str | None = None) -> None:
        """Forget it whatever it holds. Raises StateUnreadableError."""
        key = session_key or self.session_key
        try:
            blocking_state().delete(key)
        except CACHE_ERRORS as error:
            raise self._unreadable(error) from error
        self._version = ""

    def exists(self, session_key: str) -> bool:
        """Raises StateUnreadableError."""
        try:
            return bool(blocking_state().exists(session_key))
        except CACHE_ERRORS as error:
            raise self._unreadable(error) from error

    def create(self) -> None:
        self.save(must_create=True)

    @classmethod
    def clear_expired(cls) -> None:
        """Redis forgets by itself."""

    def _ask(self, script: str, *arguments: Any) -> Any:
        try:
            return blocking_state().eval(script, 1, self.session_key, *arguments)
        except CACHE_ERRORS as error:
            raise self._unreadable(error) from error

    def _unreadable(self, error: Exception) -> StateUnreadableError:
        logger.warning("a shared state can't be reached: %s", type(error).__name__)
        return StateUnreadableError(retry_after=2)


def account_state(*, user_id: int) -> StateStore:
    return StateStore(ACCOUNT_KEY.format(user_id=user_id))


def conversation_state(*, user_id: int, conversation_id: UUID) -> StateStore:
    return StateStore(CONVERSATION_KEY.format(user_id=user_id, conversation_id=conversation_id))


def _milliseconds() -> int:
    return int(LIFETIME.total_seconds() * 1000)
