"""Login sessions: Django's ``cached_db``, right also while Redis is away.

The stock store has two faults there: with Redis down ``load()`` takes a session for absent and empties it, and a logout
whose cache delete failed lets the signed-out session revive. Here a failing cache falls back to the row, and a delete that
did not reach the cache raises the user's session epoch.
"""

import logging
from collections.abc import Mapping
from typing import Any

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.cached_db import SessionStore as CachedDBStore
from django.contrib.sessions.backends.db import SessionStore as DBStore
from django.contrib.sessions.middleware import SessionMiddleware as DjangoSessionMiddleware
from django.utils.crypto import constant_time_compare
from redis.exceptions import RedisError

from companion.models import User, end_sessions

logger = logging.getLogger(__name__)
