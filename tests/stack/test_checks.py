"""What an operator hears of ``manage.py check --database default``."""

import redis
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from companion.checks import connection_is_private, database_is_fit, redis_is_fit

NAMED = {"databases": ["default"]}


def ids(messages) -> list[str]:
    return [message.id for message in messages]


def test_fit_services_are_not_spoken_of(db):
    assert database_is_fit(**NAMED) == redis_is_fit(**NAMED) == []


def test_nothing_is_asked_when_no_database_is_named(settings):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"

    assert database_is_fit() == redis_is_fit() == []


def test_missing_migrations_are_told(db):
    MigrationRecorder(connection).record_unapplied("sessions", "0001_initial")

    assert ids(database_is_fit(**NAMED)) == ["companion.E003"]


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
