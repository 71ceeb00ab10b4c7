"""What an operator hears of ``manage.py check --database default``."""

import redis
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from companion.checks import connection_is_private, connections_suffice, database_is_fit, redis_is_fit

NAMED = {"databases": ["default"]}


def ids(messages) -> list[str]:
    return [message.id for message in messages]


def test_fit_services_are_not_spoken_of(db):
    assert database_is_fit(**NAMED) == redis_is_fit(**NAMED) == []


def test_nothing_is_asked_when_no_database_is_named(settings):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"

    assert database_is_fit() == redis_is_fit() == connections_suffice() == []


def test_missing_migrations_are_told(db):
    MigrationRecorder(connection).record_unapplied("sessions", "0001_initial")

    assert ids(database_is_fit(**NAMED)) == ["companion.E003"]


def test_more_connections_than_the_server_has_are_told_with_what_to_change(db, settings):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int"
        )
        (room,) = cursor.fetchone()
    settings.WORKER_PROCESSES, settings.TURN_THREADS = 2, 8
    settings.WEB_PROCESSES, settings.DATABASE_POOL_SIZE = 1, room - 5

    assert connections_suffice(**NAMED) == []

    settings.DATABASE_POOL_SIZE += 1
    (told,) = connections_suffice(**NAMED)

    assert told.id == "companion.W003"
    assert f"need {room + 1}; the server has {room}" in told.msg
    assert f"or DATABASE_POOL_SIZE to {room - 5}" in told.hint

    settings.WEB_PROCESSES, settings.DATABASE_POOL_SIZE = room, 8
    (told,) = connections_suffice(**NAMED)

    assert "DATABASE_POOL_SIZE" not in told.hint, "no pool is smaller than what its threads need"


def test_a_redis_that_does_not_answer_is_told(settings):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"

    assert ids(redis_is_fit(**NAMED)) == ["companion.E004"]


def test_a_redis_that_may_evict_is_told(redis_url):
    with redis.Redis.from_url(redis_url) as client:
        client.config_set("maxmemory-policy", "allkeys-lru")
        try:
            assert ids(redis_is_fit(**NAMED)) == ["companion.W001"]
        finally:
            client.config_set("maxmemory-policy", "noeviction")


def test_a_connection_in_the_clear_is_told(settings):
    settings.ALLOW_PLAIN_HTTP, settings.IS_SECURE = True, False

    assert ids(connection_is_private()) == ["companion.W002"]


def test_a_private_connection_is_not_spoken_of(settings):
    settings.ALLOW_PLAIN_HTTP, settings.IS_SECURE = True, True

    assert connection_is_private() == []
