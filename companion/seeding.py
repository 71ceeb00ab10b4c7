"""Made-up people for tests and load: signed in already, and only where a database says that it is for tests.

The mark is a comment on the database itself, so it can't come along with a copied environment or a restored backup.
"""

import string
import uuid
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.contrib.sessions.backends.base import VALID_KEY_CHARS
from django.contrib.sessions.models import Session
from django.core.cache import caches
from django.db import connection, transaction
from django.utils.crypto import get_random_string
from psycopg import sql

from companion.models import User
from companion.sessions import SessionStore

MARK = "Companion: a test database. It may be filled with made-up people."
# No password is like this, so nobody who signed up has it.
SEEDED_PASSWORD = f"{UNUSABLE_PASSWORD_PREFIX}seeded-"
AT_ONCE = 1000


class SeedingRefusedError(Exception):
    """The database is not for tests, or can't be marked as one; the message says what to do."""


@dataclass(frozen=True, slots=True)
class SeededPerson:
    username: str
    user_id: int
    session_key: str
    csrf_token: str


def mark_test_database() -> None:
    """Mark this database as one for tests. Raises SeedingRefusedError where people live in it."""
    comment = _comment()
    if comment == MARK:
        return
    if comment:
        raise SeedingRefusedError(
            "The database has a comment of its own, which the mark would replace. If it is for tests, take that away first: "
            "COMMENT ON DATABASE ... IS NULL."
        )
    people = User.objects.exclude(password__startswith=SEEDED_PASSWORD).count()
    if people:
        raise SeedingRefusedError(
            f"The database holds {people} people who were not made up, so it is not one for tests. Name another in DATABASE_URL."
        )
    with connection.cursor() as cursor:
        name = sql.Identifier(connection.settings_dict["NAME"])
        cursor.execute(sql.SQL("COMMENT ON DATABASE {} IS {}").format(name, sql.Literal(MARK)))


def require_mark() -> None:
    """Raises SeedingRefusedError where the database is not marked."""
    if _comment() != MARK:
        raise SeedingRefusedError(
            "The database is not marked as one for tests, so nobody is made up in it. If it is one, and empty of people: "
            "manage.py mark_test_database"
        )


def seed_people(count: int) -> list[SeededPerson]:
    """Make so many people, each with a login session as a log-in makes it. Raises SeedingRefusedError."""
    require_mark()
    seeded: list[SeededPerson] = []
    for start in range(0, count, AT_ONCE):
        seeded += _seed(min(AT_ONCE, count - start))
    return seeded


@transaction.atomic
def _seed(count: int) -> list[SeededPerson]:
    users = User.objects.bulk_create(
        User(username=f"seeded-{uuid.uuid4().hex[:16]}", password=SEEDED_PASSWORD + get_random_string(32))
        for _ in range(count)
    )
    store = SessionStore()
    # A store's own way asks the database for each key whether it is free; so many random ones are.
    sessions = {get_random_string(32, VALID_KEY_CHARS): _login_of(user) for user in users}
    Session.objects.bulk_create(
        Session(session_key=key, session_data=store.encode(login), expire_date=store.get_expiry_date())
        for key, login in sessions.items()
    )
    cached = {store.cache_key_prefix + key: login for key, login in sessions.items()}
    transaction.on_commit(lambda: caches[settings.SESSION_CACHE_ALIAS].set_many(cached, settings.SESSION_COOKIE_AGE))
    return [
        SeededPerson(user.username, user.pk, key, get_random_string(32, string.ascii_letters + string.digits))
        for user, key in zip(users, sessions, strict=True)
    ]


def _login_of(user: User) -> dict[str, str]:
    return {
        SESSION_KEY: str(user.pk),
        BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[0],
        HASH_SESSION_KEY: user.get_session_auth_hash(),
    }


def _comment() -> str | None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()"
        )
        row = cursor.fetchone()
    return row[0] if row else None
